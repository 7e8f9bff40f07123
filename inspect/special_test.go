package inspect

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/lints"
	"sealglass/testdata/gen"
)

// faultyLeaf breaks one rule that has nothing to do with the special parts.
func faultyLeaf() *gen.Cert {
	c := gen.Leaf("sponsor", "multipurpose")
	c.RemoveExtension(cert.OIDCRLDistributionPoints)
	return c
}

// indefinite encodes with indefinite lengths outside, around and in the list of
// extensions.
func indefiniteOf(c *gen.Cert) []byte {
	var list []byte
	for _, e := range c.Extensions {
		list = append(list, e.Encode()...)
	}
	c.RawExtensions = gen.IndefiniteTLV(0xa3, gen.IndefiniteTLV(gen.SequenceTag, list))
	return gen.IndefiniteTLV(gen.SequenceTag, gen.Content(c.Encode()))
}

// TestSpecialCertificates: certificates at which other readers give up show
// every other field that a sound one shows, and what else is wrong with them.
func TestSpecialCertificates(t *testing.T) {
	const key, san = "tbsCertificate.subjectPublicKeyInfo", "tbsCertificate.extensions.subjectAltName"
	with := func(edit func(*gen.Cert)) []byte {
		c := faultyLeaf()
		edit(c)
		return c.Encode()
	}
	tests := []struct {
		name     string
		der      []byte
		differs  []string // paths whose fields may differ; nil: none may
		says     string   // stands in one of these fields
		readable bool
		key      string
	}{
		{
			"explicit curve", with(func(c *gen.Cert) { c.SetKey(gen.P256Explicit("erika")) }),
			[]string{key, "tbsCertificate.extensions.subjectKeyIdentifier"},
			"explicit parameters", true, "EC",
		},
		{
			"brainpool", with(func(c *gen.Cert) { c.SetKey(gen.BrainpoolP256()) }),
			[]string{key, "tbsCertificate.extensions.subjectKeyIdentifier"},
			"brainpoolP256r1", true, "EC brainpoolP256r1",
		},
		{
			"ML-DSA", with(func(c *gen.Cert) { c.SetKey(gen.Opaque(cert.OIDMLDSA65)) }),
			[]string{key, "tbsCertificate.extensions.subjectKeyIdentifier"},
			"ML-DSA-65", true, "ML-DSA-65",
		},
		{"Ed25519 of 31 bytes, issuer = subject", with(func(c *gen.Cert) {
			c.SPKI = gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDEd25519), make([]byte, 31))
			c.Issuer = c.Subject
		}), []string{key, "tbsCertificate.issuer"}, "31", true, "Ed25519"},
		{
			"indefinite lengths", indefiniteOf(faultyLeaf()),
			nil,
			"indefinite", true, "RSA 2048",
		},
		{
			"broken subjectAltName", with(func(c *gen.Cert) { c.SetExtension(brokenValue(cert.OIDSubjectAltName)) }),
			[]string{san},
			"past the end", false, "RSA 2048",
		},
		{"one broken name", with(func(c *gen.Cert) {
			c.SetExtension(gen.SubjectAltName(gen.Context(0, gen.Integer(1)), gen.RFC822Name(gen.Mailbox)))
		}), []string{san}, "an otherName must begin with", true, "RSA 2048"},
	}
	sound := look(t, faultyLeaf().Encode(), Options{Now: now})
	for _, test := range tests {
		c := look(t, test.der, Options{Now: now})
		if c.Readable != test.readable || !strings.HasPrefix(c.Summary.Key, test.key) {
			t.Errorf("%s: readable %v, key %s", test.name, c.Readable, c.Summary.Key)
		}
		got := shownValues(c, test.differs)
		for _, want := range shownValues(sound, test.differs) {
			if !slices.Contains(got, want) {
				t.Errorf("%s: the field %s is missing", test.name, want)
			}
		}
		if !saysAt(c, test.differs, test.says) {
			t.Errorf("%s: no field says %q", test.name, test.says)
		}
		if !slices.ContainsFunc(c.Findings, func(f lints.Finding) bool {
			return f.Rule == "crl-distribution-points-missing" && f.Status == lints.Fail
		}) {
			t.Errorf("%s: what else is wrong with it was not found", test.name)
		}
		for _, n := range unshown(c) {
			t.Errorf("%s: no field shows the %s at %d", test.name, n.TypeName(), n.Offset)
		}
		for i := range c.Findings {
			if f := &c.Findings[i]; f.Status == lints.Broken && !brokenFor(f, test.differs) {
				t.Errorf("%s: %s could not run: %v", test.name, f.Rule, f.At)
			}
		}
	}
}

// shownValues are the fields, places aside, of a certificate but for those at or
// below the paths.
func shownValues(c *CertificateReport, but []string) []string {
	var list []string
	for i := range c.Fields {
		f := &c.Fields[i]
		if !below(f.Path, but) && !strings.HasPrefix(f.Path, "fingerprint") && f.Path != "signatureValue" {
			list = append(list, fmt.Sprintf("%s %s: %s %s", f.Path, f.Label, f.Value, f.Error))
		}
	}
	return list
}

func below(path string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool {
		rest, ok := strings.CutPrefix(path, part)
		return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
	})
}

func saysAt(c *CertificateReport, parts []string, text string) bool {
	return slices.ContainsFunc(c.Fields, func(f Field) bool {
		return (parts == nil || below(f.Path, parts)) && strings.Contains(f.Label+f.Value+f.Error, text)
	})
}

// brokenFor says whether a rule could not run because of one of these parts.
func brokenFor(f *lints.Finding, parts []string) bool {
	return len(f.At) > 0 && below(f.At[0].Path, parts) && f.At[0].Length > 0 && f.At[0].Got != ""
}
