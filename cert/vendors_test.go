package cert_test

import (
	"fmt"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestAdobe(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		a := c.AdobeTimestamp
		if a == nil {
			return none
		}
		return fmt.Sprintf("%d %s %v", a.Version.Big(), namesText([]cert.GeneralName{a.Location}), a.RequiresAuth)
	}, map[string]decoding{
		"address":     {gen.AdobeTimestamp("http://tsa"), "1 [6:http://tsa] false", nil},
		"with auth":   {raw(cert.OIDAdobeTimestamp, gen.Sequence(gen.Integer(1), gen.URI("u"), gen.Bool(true))), "1 [6:u] true", nil},
		"no location": {raw(cert.OIDAdobeTimestamp, gen.Sequence(gen.Integer(1))), none, structure("")},
		"no version":  {raw(cert.OIDAdobeTimestamp, gen.Sequence(gen.URI("u"))), none, structure("")},
		"bad address": {raw(cert.OIDAdobeTimestamp, gen.Sequence(gen.Integer(1), gen.Null())), "1 [-1:!] false", structure(".location")},
	})
	decodes(t, func(c *cert.Certificate) string {
		if c.AdobeArchiveRevInfo == nil {
			return none
		}
		return c.AdobeArchiveRevInfo.Version.Big().String()
	}, map[string]decoding{
		"version": {gen.AdobeArchiveRevInfo(), "1", nil},
		"more":    {raw(cert.OIDAdobeArchiveRevInfo, gen.Sequence(gen.Integer(1), gen.Null())), "1", []named{{"", cert.FaultTrailingData}}},
		"empty":   {raw(cert.OIDAdobeArchiveRevInfo, gen.Sequence()), none, structure("")},
	})
}

func TestMicrosoft(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		m := c.MSTemplate
		if m == nil {
			return none
		}
		return fmt.Sprintf("%s %v %d %v %d", m.Template, m.Major.Present, m.Major.Big(), m.Minor.Present, m.Minor.Big())
	}, map[string]decoding{
		"versions":   {gen.MSTemplate("1.2.3", 100, 5), "1.2.3 true 100 true 5", nil},
		"OID only":   {raw(cert.OIDMSTemplate, gen.Sequence(gen.OID("1.2.3"))), "1.2.3 false 0 false 0", nil},
		"no OID":     {raw(cert.OIDMSTemplate, gen.Sequence(gen.Integer(1))), none, structure("")},
		"cut OID":    {raw(cert.OIDMSTemplate, gen.Sequence(gen.TLV(gen.OIDTag, []byte{0x80}))), none, []named{{"", cert.FaultOID}, {"", cert.FaultOID}}},
		"more parts": {raw(cert.OIDMSTemplate, gen.Sequence(gen.OID("1.2.3"), gen.Integer(1), gen.Integer(2), gen.Null())), "1.2.3 true 1 true 2", []named{{"", cert.FaultTrailingData}}},
	})
	decodes(t, func(c *cert.Certificate) string {
		if c.MSTemplateName == nil {
			return none
		}
		return c.MSTemplateName.Value.Text
	}, map[string]decoding{
		"BMPString": {raw(cert.OIDMSTemplateName, gen.Text(gen.BMP, "SmartcardUser")), "SmartcardUser", nil},
		"odd":       {raw(cert.OIDMSTemplateName, gen.TLV(gen.BMP, []byte{0, 'a', 0})), "a\uFFFD", []named{{"", cert.FaultString}}},
		"a number":  {raw(cert.OIDMSTemplateName, gen.Integer(1)), none, structure("")},
	})
	sid := gen.OtherName(cert.OIDMSNTDSObjectSID, gen.OctetString([]byte("S-1-5-21-1")))
	decodes(t, func(c *cert.Certificate) string {
		if c.MSNTDSSecurity == nil {
			return none
		}
		return c.MSNTDSSecurity.SID
	}, map[string]decoding{
		"SID":     {raw(cert.OIDMSNTDSSecurity, gen.Sequence(sid)), "S-1-5-21-1", nil},
		"no SID":  {raw(cert.OIDMSNTDSSecurity, gen.Sequence(gen.UPN("u"))), none, structure("")},
		"a SET":   {raw(cert.OIDMSNTDSSecurity, gen.Set(sid)), none, structure("")},
		"two":     {raw(cert.OIDMSNTDSSecurity, gen.Sequence(sid, gen.OtherName(cert.OIDMSNTDSObjectSID, gen.OctetString([]byte("S-2"))))), "S-1-5-21-1", nil},
		"no list": {raw(cert.OIDMSNTDSSecurity, gen.Sequence()), none, []named{{"", cert.FaultEmpty}, {"", cert.FaultStructure}}},
	})
}

func TestNetscape(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		if c.NetscapeCertType == nil {
			return none
		}
		return strings.Join(c.NetscapeCertType.Types, ",") + "."
	}, map[string]decoding{
		"types":      {raw(cert.OIDNetscapeCertType, gen.NamedBits(2, 6)), "smime,smimeCA.", nil},
		"a SEQUENCE": {raw(cert.OIDNetscapeCertType, gen.Sequence()), none, structure("")},
	})
	for _, oid := range []cert.OID{
		cert.OIDNetscapeBaseURL, cert.OIDNetscapeRevocationURL, cert.OIDNetscapeCARevocationURL, cert.OIDNetscapeRenewalURL,
		cert.OIDNetscapeCAPolicyURL, cert.OIDNetscapeSSLServerName, cert.OIDNetscapeComment,
	} {
		decodes(t, func(c *cert.Certificate) string {
			if len(c.NetscapeStrings) == 0 {
				return none
			}
			return c.NetscapeStrings[0].Value.Text + string(c.NetscapeStrings[0].OID)
		}, map[string]decoding{
			"text":     {raw(oid, gen.Text(gen.IA5, "x")), "x" + string(oid), nil},
			"a number": {raw(oid, gen.Integer(1)), none, structure("")},
		})
	}
}

func TestOCSPNoCheck(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		if c.OCSPNoCheck == nil {
			return none
		}
		return "there"
	}, map[string]decoding{
		"NULL":         {gen.OCSPNoCheck(), "there", nil},
		"with content": {raw(cert.OIDOCSPNoCheck, gen.TLV(gen.NullTag, []byte{1})), "there", structure("")},
		"a BOOLEAN":    {raw(cert.OIDOCSPNoCheck, gen.Bool(true)), none, structure("")},
	})
}
