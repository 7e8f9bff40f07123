package view

import (
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/testdata/gen"
)

func TestMaskAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"":                                      "",
		"no address":                            "no address",
		"erika@example.com":                     "…",
		"CN=erika@example.com, O=Example":       "…, O=Example", // what an address may hold goes with it
		"<erika@example.com> and ada@b.example": "<…> and …",
		`"Erika M."@example.com is there`:       "… is there",
		`"@example.com`:                         "…",
		"mailto:erika@example.com":              "mailto:…",
		"http://a.example/?m=erika%40b.example": "http://a.example/…",
		"jörg@bücher.example":                   "…",
		"a@b@c d":                               "… d",
		"\u2003erika@example.com\u2003x":        "\u2003…\u2003x",
	} {
		if got := maskAddresses(text, "…"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// What the issuer says of itself and of the certificate stays, short names go,
// and a CA is no person.
func TestMaskedFields(t *testing.T) {
	leaf, ca := gen.Leaf("individual", "strict"), gen.SubCA()
	leaf.Subject = gen.Name{}
	leaf.Subject.Add(cert.OIDGivenName, gen.UTF8, "Jo")
	leaf.Subject.Add(cert.OIDCommonName, gen.UTF8, "Jo Li")
	self := gen.Leaf("mailbox", "strict")
	self.Issuer = self.Subject
	ca.Subject.Add(cert.OIDEmailAddress, gen.IA5, "ca@example.com")
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name         string
		der          []byte
		path         string
		full, hidden string
	}{
		{"leaf", leaf.Encode(), "tbsCertificate.subject.rdn[0].givenName", "Jo", "…"},
		{"leaf", leaf.Encode(), "tbsCertificate.subject.rdn[1].commonName", "Jo Li", "…"},
		{"leaf", leaf.Encode(), "tbsCertificate.issuer.rdn[0].countryName", "DE", "DE"},
		{"leaf", leaf.Encode(), "tbsCertificate.version", "3", "3"},
		{"self-issued", self.Encode(), "tbsCertificate.issuer.rdn[0].commonName", "erika.mustermann@example.com", "…"},
		{"CA", ca.Encode(), "tbsCertificate.subject.rdn[0].countryName", "DE", "DE"},
		{"CA", ca.Encode(), "tbsCertificate.subject.rdn[3].emailAddress", "ca@example.com", "…"},
	} {
		whole := inspect.Inspect([]inspect.Input{{Data: test.der}}, inspect.Options{Now: now})
		masked := Masked(whole, "…")
		for _, r := range []struct {
			report *inspect.Report
			want   string
		}{{whole, test.full}, {masked, test.hidden}} {
			if got := valueAt(&r.report.Inputs[0].Certificates[0], test.path); got != r.want {
				t.Errorf("%s: %s: %q, want %q", test.name, test.path, got, r.want)
			}
		}
		if whole.Inputs[0].Certificates[0].DER == nil || masked.Inputs[0].Certificates[0].DER != nil {
			t.Errorf("%s: the bytes are gone from the report, or stand in the masked one", test.name)
		}
	}
}

func valueAt(c *inspect.CertificateReport, path string) string {
	for i := range c.Fields {
		if c.Fields[i].Path == path {
			return c.Fields[i].Value
		}
	}
	return "no such field"
}
