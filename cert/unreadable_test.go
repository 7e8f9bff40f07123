package cert_test

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// TestUnreadable asks for parts beside, above and below what is broken.
func TestUnreadable(t *testing.T) {
	san, policies := "ext:"+string(cert.OIDSubjectAltName), "ext:"+string(cert.OIDCertificatePolicies)
	broken := func(e gen.Extension) func(*gen.Cert) { return func(c *gen.Cert) { c.SetExtension(e) } }
	for name, c := range map[string]struct {
		edit         func(*gen.Cert)
		not, unknown []string // readable, unreadable
	}{
		"whole":                  {func(*gen.Cert) {}, []string{san, "tbsCertificate", "ext:1.2.3", "tbsCertificate.extensions.subjectAltName", "certificate"}, nil},
		"SAN":                    {broken(raw(cert.OIDSubjectAltName, gen.Null())), []string{policies, "ext:1.2.3", "tbsCertificate.subject"}, []string{san, "tbsCertificate.extensions.subjectAltName", "tbsCertificate.extensions.subjectAltName.names[0]", "tbsCertificate.extensions", "tbsCertificate"}},
		"a name of unknown kind": {broken(gen.SubjectAltName(gen.Null(), gen.RFC822Name("a"))), []string{policies}, []string{san}},
		"a name with a fault":    {broken(gen.SubjectAltName(gen.IPAddress(1), gen.RFC822Name("a"))), []string{san, policies}, nil},
		"OID of an extension":    {func(c *gen.Cert) { c.AddExtension(gen.Extension{Raw: gen.Sequence(gen.Null())}) }, []string{san, "tbsCertificate.subject"}, []string{"ext:1.2.3", "tbsCertificate.extensions"}},
		"list of extensions":     {func(c *gen.Cert) { c.RawExtensions = gen.Context(3, gen.Null()) }, []string{"tbsCertificate.subject"}, []string{san, "ext:1.2.3", "tbsCertificate.extensions.keyUsage"}},
		"an attribute":           {func(c *gen.Cert) { c.Subject.Raw = gen.Sequence(gen.Set(gen.Null())) }, []string{san, "tbsCertificate.issuer", "tbsCertificate.subjectPublicKeyInfo", "tbsCertificate.subjectUniqueID"}, []string{"tbsCertificate.subject", "tbsCertificate.subject.rdn[0]"}},
		"a time":                 {func(c *gen.Cert) { c.NotAfter.Raw = gen.Text(gen.UTCTime, "x") }, []string{"tbsCertificate.validity.notBefore"}, []string{"tbsCertificate.validity", "tbsCertificate.validity.notAfter"}},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		c.edit(leaf)
		got := cert.Parse(leaf.Encode())
		for _, part := range c.not {
			if f := got.Unreadable(part); f != nil {
				t.Errorf("%s: %s is unreadable: %+v", name, part, f)
			}
		}
		for _, part := range c.unknown {
			if f := got.Unreadable(part); f == nil {
				t.Errorf("%s: %s is readable", name, part)
			}
		}
	}
	for name, der := range map[string][]byte{"nothing": nil, "base64": []byte("MIIB"), "number": gen.Integer(1), "cut": {0x30}} {
		c := cert.Parse(der)
		for _, part := range []string{san, "tbsCertificate.subject", "signatureValue", "ext:1.2.3"} {
			if f := c.Unreadable(part); f == nil || f.Path != "certificate" {
				t.Errorf("%s: %s: %+v", name, part, f)
			}
		}
	}
}

// TestCutCertificate cuts a certificate at every byte. What is read before the
// cut is right, and nothing behind it counts as readable.
func TestCutCertificate(t *testing.T) {
	der := gen.Leaf("sponsor", "strict").Encode()
	whole := cert.Parse(der)
	for n := range der {
		c := cert.Parse(der[:n])
		faultsLieWithin(t, der[:n], c.Faults)
		for _, part := range []string{"signatureAlgorithm", "signatureValue"} {
			if n < whole.SignatureAlgorithm.Offset && c.Unreadable(part) == nil {
				t.Fatalf("cut to %d bytes: %s is readable", n, part)
			}
		}
		for i := range whole.Extensions {
			e := &whole.Extensions[i]
			if (c.Unreadable("ext:"+string(e.OID)) == nil) != (n >= e.End()) {
				t.Fatalf("cut to %d bytes: %s, which ends at %d: %+v", n, e.Path(), e.End(), c.Unreadable("ext:"+string(e.OID)))
			}
		}
		if n >= whole.Subject.End() && (c.Unreadable("tbsCertificate.subject") != nil || c.Subject.String() != whole.Subject.String()) {
			t.Fatalf("cut to %d bytes: subject %v, %+v", n, c.Subject, c.Unreadable("tbsCertificate.subject"))
		}
	}
}
