package cert_test

import (
	"fmt"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestSubjectDirectoryAttributes(t *testing.T) {
	born := gen.DirectoryAttribute(cert.OIDDateOfBirth, gen.Text(gen.GeneralizedTime, "19710203120000Z"))
	decodes(t, func(c *cert.Certificate) string {
		if c.SubjectDirectoryAttrs == nil {
			return none
		}
		text := "."
		for _, a := range c.SubjectDirectoryAttrs.Attributes {
			text += a.Type.Name() + "("
			for _, v := range a.Values {
				text += fmt.Sprintf("%d %s,", v.Tag, v.Text)
			}
			text += ")"
		}
		return text
	}, map[string]decoding{
		"attributes": {
			gen.SubjectDirectoryAttributes(born, gen.DirectoryAttribute(cert.OIDCountryOfCitizenship, gen.Text(gen.Printable, "DE"), gen.Text(gen.Printable, "FR"))),
			".dateOfBirth(24 19710203120000Z,)countryOfCitizenship(19 DE,19 FR,)", nil,
		},
		"no string":  {gen.SubjectDirectoryAttributes(gen.DirectoryAttribute("1.2.3", gen.Integer(1))), ".(0 ,)", nil},
		"unsorted":   {gen.SubjectDirectoryAttributes(gen.Sequence(gen.OID("1.2.3"), gen.Set(gen.Text(gen.UTF8, "b"), gen.Text(gen.UTF8, "a")))), ".(12 b,12 a,)", []named{{"", cert.FaultSetOrder}}},
		"no values":  {gen.SubjectDirectoryAttributes(gen.DirectoryAttribute("1.2.3")), ".()", []named{{".attributes[0]", cert.FaultEmpty}}},
		"broken":     {gen.SubjectDirectoryAttributes(gen.Null(), born), ".()dateOfBirth(24 19710203120000Z,)", structure(".attributes[0]")},
		"empty":      {gen.SubjectDirectoryAttributes(), ".", []named{{"", cert.FaultEmpty}}},
		"an INTEGER": {raw(cert.OIDSubjectDirectoryAttributes, gen.Integer(1)), none, structure("")},
	})
}

func TestSMIMECapabilities(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		if c.SMIMECapabilities == nil {
			return none
		}
		text := "."
		for _, a := range c.SMIMECapabilities.Capabilities {
			text += fmt.Sprintf("%s %x;", a.OID, a.Params.In(c.Raw))
		}
		return text
	}, map[string]decoding{
		"two":        {gen.SMIMECapabilities(gen.AlgorithmID("1.2.840.113549.3.7"), gen.AlgorithmID("1.2.840.113549.3.2", gen.Integer(128))), ".1.2.840.113549.3.7 ;1.2.840.113549.3.2 02020080;", nil},
		"broken":     {gen.SMIMECapabilities(gen.Null(), gen.AlgorithmID("1.2.3")), ". ;1.2.3 ;", structure(".capabilities[0]")},
		"an INTEGER": {raw(cert.OIDSMIMECapabilities, gen.Integer(1)), none, structure("")},
	})
}
