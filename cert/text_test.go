package cert_test

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// TestStrings reads octets as an attribute of each string type.
func TestStrings(t *testing.T) {
	for _, c := range []struct {
		tag    byte
		octets string
		want   string
		fault  bool
	}{
		{gen.UTF8, "Grüße 世界", "Grüße 世界", false},
		{gen.UTF8, "a\xc3", "a\uFFFD", true},
		{gen.UTF8, "\xed\xa0\x80", "\uFFFD", true},
		{gen.UTF8, "", "", false},
		{gen.Printable, "A-z 0'()+,./:=?", "A-z 0'()+,./:=?", false},
		{gen.Printable, "a@b", "a@b", true},
		{gen.Printable, "\xfc*", "\uFFFD*", true},
		{gen.Numeric, "0 9", "0 9", false},
		{gen.Numeric, "0-9", "0-9", true},
		{gen.IA5, "a@b\x00\x7f", "a@b\x00\x7f", false},
		{gen.IA5, "\x80", "\uFFFD", true},
		{gen.Visible, " ~", " ~", false},
		{gen.Visible, "\n", "\n", true},
		{gen.Teletex, "M\xfcller", "Müller", false},
		{0x1b, "M\xfc", "Mü", false}, // GeneralString
		{gen.BMP, "\x00A\x4e\x16", "A世", false},
		{gen.BMP, "\x00A\x00", "A\uFFFD", true},
		{gen.BMP, "\xd8\x3d\xde\x00", "😀", true},
		{gen.BMP, "\xd8\x3d\x00A", "\uFFFDA", true},
		{gen.BMP, "\xd8\x3d", "\uFFFD", true},
		{gen.Universal, "\x00\x01\xf6\x00\x00\x00\x00A", "😀A", false},
		{gen.Universal, "\x00\x11\x00\x00", "\uFFFD", true},
		{gen.Universal, "\x00\x00\xd8\x00", "\uFFFD", true},
		{gen.Universal, "\x00\x00\x00A\x00", "A\uFFFD", true},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		leaf.Subject.RDNs = []gen.RDN{{{Raw: gen.Sequence(gen.OID(cert.OIDCommonName), gen.TLV(c.tag, []byte(c.octets)))}}}
		der := leaf.Encode()
		got := cert.Parse(der)
		s := got.Subject.RDNs[0].Attributes[0].Value
		if s.Text != c.want || (s.Fault != "") != c.fault || s.Tag != int(c.tag) || string(s.Bytes) != c.octets ||
			string(s.In(der)) != string(gen.TLV(c.tag, []byte(c.octets))) {
			t.Errorf("%x %q: read %q, fault %q", c.tag, c.octets, s.Text, s.Fault)
		}
		if c.fault {
			sameFaults(t, c.octets, got.Faults, named{"tbsCertificate.subject.rdn[0].commonName", cert.FaultString})
		} else {
			sameFaults(t, c.octets, got.Faults)
		}
		if f := got.Unreadable("tbsCertificate.subject"); f != nil {
			t.Errorf("%q: unreadable: %v", c.octets, f)
		}
	}
}
