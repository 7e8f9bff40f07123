package cert_test

import (
	"fmt"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestAuthorityKeyID(t *testing.T) {
	value := func(parts ...[]byte) gen.Extension {
		return raw(cert.OIDAuthorityKeyIdentifier, gen.Sequence(parts...))
	}
	id := gen.ContextPrimitive(0, []byte{1, 2})
	issuer := gen.Context(1, gen.DirectoryName(gen.NewName(string(cert.OIDCommonName), "CA")))
	serial := gen.ContextPrimitive(2, []byte{5})
	decodes(t, func(c *cert.Certificate) string {
		a := c.AuthorityKeyID
		if a == nil {
			return none
		}
		if (a.KeyID != nil) != (a.KeyIDSpan.Length > 0) || (a.Issuer != nil) != (a.IssuerSpan.Length > 0) {
			return "a part without its bytes"
		}
		names := ""
		for _, n := range a.Issuer {
			names += n.Text
		}
		return fmt.Sprintf("%x %s %x", a.KeyID, names, a.SerialNumber.Bytes)
	}, map[string]decoding{
		"key":          {value(id), "0102  ", nil},
		"all":          {value(id, issuer, serial), "0102 CN=CA 05", nil},
		"empty":        {value(), "  ", nil},
		"empty issuer": {value(id, gen.Context(1)), "0102  ", []named{{".authorityCertIssuer", cert.FaultEmpty}}},
		"wrong order":  {value(serial, id), none, structure("")},
		"constructed": {value(gen.Context(0, gen.OctetString([]byte{1}), gen.OctetString([]byte{2}))), "0102  ", []named{
			{"", cert.FaultConstructedString},
		}},
		"padded serial": {value(gen.ContextPrimitive(2, []byte{0, 5})), "  0005", []named{{"", cert.FaultInteger}}},
	})
}

func TestSubjectKeyID(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		if c.SubjectKeyID == nil {
			return none
		}
		return fmt.Sprintf("%x.", c.SubjectKeyID.KeyID)
	}, map[string]decoding{
		"octets":      {gen.SubjectKeyID([]byte{1, 2}), "0102.", nil},
		"no octets":   {gen.SubjectKeyID(nil), ".", nil},
		"in no TLV":   {raw(cert.OIDSubjectKeyIdentifier, []byte{1, 1, 0xff}), none, structure("")},
		"constructed": {raw(cert.OIDSubjectKeyIdentifier, gen.TLV(0x24, gen.OctetString([]byte{1}), gen.OctetString([]byte{2}))), "0102.", []named{{"", cert.FaultConstructedString}}},
	})
}
