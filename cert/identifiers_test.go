package cert_test

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestLEI(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		if c.LEI == nil {
			return none
		}
		return c.LEI.Value.Text
	}, map[string]decoding{
		"text":       {gen.LEI("ABCDEFGH0123456789AB"), "ABCDEFGH0123456789AB", nil},
		"bad string": {raw(cert.OIDLEI, gen.TLV(gen.Printable, []byte("A_B"))), "A_B", []named{{"", cert.FaultString}}},
		"an INTEGER": {raw(cert.OIDLEI, gen.Integer(1)), none, structure("")},
		"a time":     {raw(cert.OIDLEI, gen.Text(gen.UTCTime, "260101000000Z")), none, structure("")},
	})
	decodes(t, func(c *cert.Certificate) string {
		if c.LEIRole == nil {
			return none
		}
		return c.LEIRole.Value.Text
	}, map[string]decoding{
		"text":       {gen.LEIRole("Officer"), "Officer", nil},
		"a SEQUENCE": {raw(cert.OIDLEIRole, gen.Sequence()), none, structure("")},
	})
}

func TestOrganizationIdentifier(t *testing.T) {
	value := func(parts ...[]byte) gen.Extension {
		return raw(cert.OIDCABFOrganizationIdentifier, gen.Sequence(parts...))
	}
	scheme, country, reference := gen.Text(gen.Printable, "NTR"), gen.Text(gen.Printable, "DE"), gen.Text(gen.UTF8, "HRB 1")
	decodes(t, func(c *cert.Certificate) string {
		o := c.OrganizationIdentifier
		if o == nil {
			return none
		}
		return o.Scheme.Text + "/" + o.Country.Text + "/" + o.State.Text + "/" + o.Reference.Text
	}, map[string]decoding{
		"without state": {gen.OrganizationIdentifier("VAT", "DE", "", "123"), "VAT/DE//123", nil},
		"with state":    {gen.OrganizationIdentifier("NTR", "US", "CA", "123"), "NTR/US/CA/123", nil},
		"bad state":     {value(scheme, country, gen.ContextPrimitive(0, []byte("_")), reference), "NTR/DE/_/HRB 1", []named{{"", cert.FaultString}}},
		"more":          {value(scheme, country, reference, gen.Null()), "NTR/DE//HRB 1", []named{{"", cert.FaultTrailingData}}},
		"no reference":  {value(scheme, country), none, structure("")},
		"no country":    {value(scheme, gen.Integer(1), reference), none, structure("")},
		"nothing":       {value(), none, structure("")},
		"a string":      {raw(cert.OIDCABFOrganizationIdentifier, scheme), none, structure("")},
	})
}
