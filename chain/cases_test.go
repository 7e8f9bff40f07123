package chain

import (
	"strconv"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// asked is the best path of the first certificate, below the sample root.
func asked(certs ...*gen.Cert) Path {
	parsed := make([]*cert.Certificate, len(certs))
	for i, c := range certs {
		parsed[i] = cert.Parse(c.Encode())
	}
	root := gen.Root()
	o := Options{At: today, Roots: []Root{{root.Subject.Encode(), root.SPKI, "Root"}}}
	return Find(parsed, o)[0].Paths[0]
}

func edited(c *gen.Cert, edit func(*gen.Cert)) *gen.Cert {
	c = c.Clone()
	edit(c)
	return c
}

func leafOf() *gen.Cert { return gen.Leaf("sponsor", "multipurpose") }

func TestWaysToBreakASignature(t *testing.T) {
	good := cert.Parse(leafOf().Encode()).Signature.Bytes
	bits := func(change func(b []byte) []byte) func(*gen.Cert) {
		return func(c *gen.Cert) { c.Signature = gen.BitString(0, change(append([]byte(nil), good...))) }
	}
	signed := gen.BitString(0, good)
	for name, edit := range map[string]func(*gen.Cert){
		"a bit at the beginning":  bits(func(b []byte) []byte { b[6] ^= 1; return b }),
		"a bit at the end":        bits(func(b []byte) []byte { b[len(b)-1] ^= 1; return b }),
		"a byte less":             bits(func(b []byte) []byte { return b[:len(b)-1] }),
		"a byte more":             bits(func(b []byte) []byte { return append(b, 0) }),
		"no byte":                 bits(func([]byte) []byte { return nil }),
		"unused bits":             func(c *gen.Cert) { c.Signature = gen.BitString(1, good) },
		"another serial number":   func(c *gen.Cert) { c.Serial, c.Signature = gen.Serial("other"), signed },
		"another subject":         func(c *gen.Cert) { c.Subject.Set(cert.OIDCommonName, "Mallory"); c.Signature = signed },
		"another validity":        func(c *gen.Cert) { c.NotAfter, c.Signature = gen.At("2027-01-02"), signed },
		"another key's signature": func(c *gen.Cert) { c.Signer = gen.P256("mallory") },
		"another algorithm":       func(c *gen.Cert) { c.SetAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA384)); c.Signature = signed },
	} {
		if p := asked(edited(leafOf(), edit), gen.SubCA()); p.End != Wrong || !p.Has(SignatureWrong) || p.Holds() {
			t.Errorf("%s: %+v", name, p)
		}
	}
	if p := asked(leafOf(), gen.SubCA()); !p.Holds() || p.End != Listed {
		t.Errorf("unbroken: %+v", p)
	}
}

func TestTwentyIssuersOfOneName(t *testing.T) {
	certs := []*gen.Cert{edited(leafOf(), func(c *gen.Cert) { c.RemoveExtension(cert.OIDAuthorityKeyIdentifier) })}
	for i := range 20 {
		certs = append(certs, edited(gen.SubCA(), func(c *gen.Cert) { c.SetKey(gen.P256("namesake " + strconv.Itoa(i))) }))
	}
	if p := asked(certs...); p.End != Missing || !p.Has(NotByThese) {
		t.Errorf("none of them: %+v", p)
	}
	if p := asked(append(certs, gen.SubCA())...); p.End != Listed || !p.Holds() || p.Links[1].Cert != 21 {
		t.Errorf("the last of them: %+v", p)
	}
}

// Two CAs that signed each other, and no root.
func TestLoop(t *testing.T) {
	a, b := gen.SubCA(), gen.SubCA()
	b.Subject.Set(cert.OIDCommonName, "Other CA")
	b.SetKey(gen.P256("other CA"))
	b.IssuedBy(a, gen.SubCAKey())
	a.IssuedBy(b, gen.P256("other CA"))
	if p := asked(leafOf(), a, b); p.End != Missing || !p.Has(Loop) || len(p.Links) != 3 {
		t.Errorf("%+v", p)
	}
}

func TestKeyIdentifierThatDiffers(t *testing.T) {
	leaf := edited(leafOf(), func(c *gen.Cert) { c.SetExtension(gen.AuthorityKeyID([]byte("another"))) })
	if p := asked(leaf, gen.SubCA()); p.End != Listed || !p.Holds() || !p.Has(KeyID) {
		t.Errorf("%+v", p)
	}
}

func TestRulesOfThePath(t *testing.T) {
	for _, test := range []struct {
		name string
		edit func(leaf, ca *gen.Cert)
		want Code
	}{
		{"no CA", func(_, ca *gen.Cert) { ca.SetExtension(gen.BasicConstraints(false, gen.NoPathLen)) }, NoCA},
		{"without basicConstraints", func(_, ca *gen.Cert) { ca.RemoveExtension(cert.OIDBasicConstraints) }, NoCA},
		{"no keyCertSign", func(_, ca *gen.Cert) { ca.SetExtension(gen.KeyUsage(cert.CRLSign)) }, NoCertSign},
		{"a CA for websites", func(_, ca *gen.Cert) { ca.SetExtension(gen.ExtKeyUsage("1.3.6.1.5.5.7.3.1")) }, Purpose},
		{"an expired CA", func(_, ca *gen.Cert) { ca.NotAfter = gen.At("2026-11-01") }, Expired},
		{"a CA of tomorrow", func(_, ca *gen.Cert) { ca.NotBefore = gen.At("2026-11-26") }, NotYetValid},
		{"an unknown critical extension", func(_, ca *gen.Cert) {
			ca.AddExtension(gen.Extension{OID: "1.2.3.4", Critical: true, Value: gen.Null()})
		}, Critical},
		{"a second basicConstraints", func(_, ca *gen.Cert) { ca.AddExtension(gen.BasicConstraints(true, gen.NoPathLen)) }, Unreadable},
		{"two algorithms", func(leaf, _ *gen.Cert) { leaf.TBSAlgorithm = gen.SHA256WithRSA() }, Algorithms},
		{"a policy that the leaf demands", func(leaf, ca *gen.Cert) {
			ca.RemoveExtension(cert.OIDCertificatePolicies)
			leaf.AddExtension(gen.PolicyConstraints(gen.RequireExplicitPolicy(0)))
		}, Policy},
		{"a policy that is demanded", func(leaf, ca *gen.Cert) {
			ca.AddExtension(gen.PolicyConstraints(gen.RequireExplicitPolicy(0)))
			leaf.SetExtension(gen.Policies("1.2.3"))
		}, Policy},
	} {
		leaf, ca := leafOf(), gen.SubCA()
		test.edit(leaf, ca)
		if p := asked(leaf, ca); !p.Has(test.want) || p.Holds() {
			t.Errorf("%s: %+v", test.name, p)
		}
	}
}

func TestNameConstraints(t *testing.T) {
	mailbox := func(base string) [][]byte { return [][]byte{gen.Subtree(gen.RFC822Name(base))} }
	for _, test := range []struct {
		name                string
		address             []byte
		permitted, excluded [][]byte
		want                Code // empty: the path holds
	}{
		{"a mailbox of the host", gen.RFC822Name("a@example.com"), mailbox("example.com"), nil, ""},
		{"whatever the case", gen.RFC822Name("a@EXAMPLE.com"), mailbox("example.COM"), nil, ""},
		{"a mailbox below the host", gen.RFC822Name("a@mail.example.com"), mailbox("example.com"), nil, NameOutside},
		{"a leading dot: below", gen.RFC822Name("a@mail.example.com"), mailbox(".example.com"), nil, ""},
		{"a leading dot: not itself", gen.RFC822Name("a@example.com"), mailbox(".example.com"), nil, NameOutside},
		{"the mailbox itself", gen.RFC822Name("a@example.com"), mailbox("a@example.com"), nil, ""},
		{"another mailbox of the host", gen.RFC822Name("b@example.com"), mailbox("a@example.com"), nil, NameOutside},
		{"an empty subtree permits all", gen.RFC822Name("a@example.com"), mailbox(""), nil, ""},
		{"an empty subtree excludes all", gen.RFC822Name("a@example.com"), nil, mailbox(""), NameExcluded},
		{"excluded wins", gen.RFC822Name("a@example.com"), mailbox("example.com"), mailbox("a@example.com"), NameExcluded},
		{"an A-label", gen.RFC822Name("a@xn--bcher-kva.example"), mailbox("xn--bcher-kva.example"), nil, ""},
		{"SmtpUTF8Mailbox", gen.SmtpUTF8Mailbox("ä@example.com"), mailbox("example.com"), nil, ""},
		{"SmtpUTF8Mailbox of another host", gen.SmtpUTF8Mailbox("ä@example.org"), mailbox("example.com"), nil, NameOutside},
		{"a host in U-labels", gen.SmtpUTF8Mailbox("a@bücher.example"), mailbox("xn--bcher-kva.example"), nil, NameNotCompared},
		{"constraints of another form", gen.RFC822Name("a@example.com"), [][]byte{gen.Subtree(gen.DNSName("example.org"))}, nil, ""},
		{"a form that is not compared", gen.UPN("a@example.com"), nil, [][]byte{gen.Subtree(gen.UPN("x"))}, NameNotCompared},
	} {
		leaf, ca := leafOf(), gen.SubCA()
		leaf.SetExtension(gen.SubjectAltName(test.address))
		ca.SetExtension(gen.NameConstraints(test.permitted, test.excluded))
		p := asked(leaf, ca)
		if test.want == "" && !p.Holds() || test.want != "" && (p.Holds() || !p.Has(test.want)) {
			t.Errorf("%s: %+v", test.name, p)
		}
	}
}
