package inspect

import (
	"math/big"
	"slices"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/lints"
	"sealglass/testdata/gen"
)

// leaf is a certificate in which nothing is wrong on the day of now.
func leaf() *gen.Cert { return gen.Leaf("mailbox", "multipurpose") }

// edited is a leaf with one change.
func edited(edit func(*gen.Cert)) *gen.Cert {
	c := leaf()
	edit(c)
	return c
}

// look inspects one encoding.
func look(t testing.TB, der []byte, options Options) *CertificateReport {
	t.Helper()
	report := Inspect([]Input{{Name: "x.cer", Data: der}}, options)
	if in := report.Inputs[0]; in.Error != nil || len(in.Certificates) != 1 {
		t.Fatalf("error %+v, %d certificates", in.Error, len(in.Certificates))
	}
	return &report.Inputs[0].Certificates[0]
}

func forPurposes(oids ...cert.OID) *gen.Cert {
	return edited(func(c *gen.Cert) { c.SetExtension(gen.ExtKeyUsage(oids...)) })
}

func withKey(k *gen.Key) *gen.Cert { return edited(func(c *gen.Cert) { c.SetKey(k) }) }

func withExtension(e gen.Extension) *gen.Cert {
	return edited(func(c *gen.Cert) { c.SetExtension(e) })
}

// brokenValue is an extension whose value is no encoding.
func brokenValue(oid cert.OID) gen.Extension {
	return gen.Extension{OID: oid, Value: []byte{0x30, 0x05, 0x02}}
}

func rsaOf(bits int) *gen.Key {
	modulus := new(big.Int).SetBit(big.NewInt(1), bits-1, 1)
	return gen.RSAOf(modulus, big.NewInt(65537))
}

// offCurve is a P-256 key whose point was moved.
func offCurve() *gen.Key {
	point := slices.Clone(gen.P256("erika").Point())
	point[len(point)-1] ^= 1
	return gen.EC(cert.OIDP256, point)
}

func TestVerdict(t *testing.T) {
	signedWith := func(algorithm []byte) *gen.Cert {
		return edited(func(c *gen.Cert) { c.SetAlgorithm(algorithm) })
	}
	tests := []struct {
		name    string
		cert    *gen.Cert
		verdict Verdict
		reason  string
	}{
		{"a good one", leaf(), Ready, NothingFound},
		{"brainpool", edited(func(c *gen.Cert) {
			c.SetKey(gen.BrainpoolP256())
			c.SetExtension(gen.KeyUsage(cert.DigitalSignature))
		}), Remarks, IssuerErrors},
		{"explicit curve", withKey(gen.P256Explicit("erika")), Remarks, IssuerErrors},
		{"no keyUsage", edited(func(c *gen.Cert) { c.RemoveExtension(cert.OIDKeyUsage) }), Remarks, IssuerErrors},

		{"root", gen.Root(), NotEmail, CACertificate},
		{"issuing CA", gen.SubCA(), NotEmail, CACertificate},
		{"claims to be a CA by mistake", withExtension(gen.BasicConstraints(true, gen.NoPathLen)), Remarks, IssuerErrors},
		{"website", gen.TLS(), NotEmail, TLSCertificate},
		{"website and code", forPurposes(cert.OIDCodeSigning, cert.OIDServerAuth), NotEmail, TLSCertificate},
		{"code", gen.CodeSigning(), NotEmail, CodeSigning},
		{"timestamp", forPurposes(cert.OIDTimeStamping), NotEmail, TimestampSigner},
		{"ocsp", gen.OCSPSigner(), NotEmail, OCSPSigner},
		{"documents", forPurposes(cert.OIDDocumentSigning), NotEmail, DocumentSigning},
		{"documents, Microsoft", forPurposes(cert.OIDMSDocumentSigning), NotEmail, DocumentSigning},
		{"documents, Adobe", forPurposes(cert.OIDAdobeAuthenticDocumentsTrust), NotEmail, DocumentSigning},
		{"login", forPurposes(cert.OIDClientAuth), NotEmail, ClientCertificate},
		{"smart card", forPurposes(cert.OIDMSSmartcardLogon), NotEmail, ClientCertificate},
		{"something else", forPurposes("1.2.3.4"), NotEmail, NoEmailProtection},
		{"login and mail", forPurposes(cert.OIDClientAuth, cert.OIDEmailProtection), Ready, NothingFound},
		{"no purpose, no mailbox", edited(func(c *gen.Cert) {
			c.RemoveExtension(cert.OIDExtKeyUsage)
			c.RemoveExtension(cert.OIDSubjectAltName)
		}), NotEmail, NoPurpose},
		{"no purpose, but a mailbox", edited(func(c *gen.Cert) { c.RemoveExtension(cert.OIDExtKeyUsage) }), Remarks, IssuerErrors},

		{"broken names", withExtension(brokenValue(cert.OIDSubjectAltName)), Unknown, Unreadable},
		{"broken key usage", withExtension(brokenValue(cert.OIDKeyUsage)), Unknown, Unreadable},
		{"broken purposes", withExtension(brokenValue(cert.OIDExtKeyUsage)), Unknown, Unreadable},
		{"broken basicConstraints", withExtension(brokenValue(cert.OIDBasicConstraints)), Unknown, Unreadable},
		{"broken dates", edited(func(c *gen.Cert) { c.RawValidity = gen.Sequence(gen.Integer(1), gen.Integer(2)) }), Unknown, Unreadable},
		{"broken extensions", edited(func(c *gen.Cert) { c.RawExtensions = gen.Context(3, gen.Integer(1)) }), Unknown, Unreadable},
		{"no key", edited(func(c *gen.Cert) { c.SPKI = gen.Null() }), Unknown, Unreadable},
		{"a broken extension that does not decide", withExtension(brokenValue(cert.OIDCRLDistributionPoints)), Remarks, IssuerErrors},
		{"key of an unknown kind", edited(func(c *gen.Cert) {
			c.SPKI = gen.SubjectPublicKeyInfo(gen.AlgorithmID("1.2.3.4"), []byte{1, 2, 3})
		}), Unknown, UnknownKey},

		{"Ed25519 of 31 bytes", edited(func(c *gen.Cert) {
			c.SPKI = gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDEd25519), make([]byte, 31))
		}), Trouble, UnusableKey},
		{"not on its curve", withKey(offCurve()), Trouble, UnusableKey},
		{"RSA 1024", withKey(rsaOf(1024)), Trouble, WeakKey},
		{"RSA 2047", withKey(rsaOf(minRSABits - 1)), Trouble, WeakKey},
		{"RSA 2048", withKey(rsaOf(minRSABits)), Ready, NothingFound},
		{"RSA 2049", withKey(rsaOf(minRSABits + 1)), Remarks, IssuerErrors},
		{"SHA-1", signedWith(gen.AlgorithmID(cert.OIDSHA1WithRSA, gen.Null())), Trouble, WeakSignature},
		{"SHA-1, ECDSA", signedWith(gen.AlgorithmID(cert.OIDECDSAWithSHA1)), Trouble, WeakSignature},
		{"SHA-1, PSS", signedWith(gen.RSASSAPSS(cert.OIDSHA1, 20)), Trouble, WeakSignature},
		{"MD5", signedWith(gen.AlgorithmID(cert.OIDMD5WithRSA, gen.Null())), Trouble, WeakSignature},
		{"SHA-256, PSS", signedWith(gen.RSASSAPSS(cert.OIDSHA256, 32)), Ready, NothingFound},
		{"unknown critical extension", withExtension(gen.Extension{OID: "1.2.3.4", Critical: true, Value: gen.Null()}), Trouble, CriticalExtension},
		{"unknown extension", withExtension(gen.Extension{OID: "1.2.3.4", Value: gen.Null()}), Ready, NothingFound},
		{"no mailbox", edited(func(c *gen.Cert) { c.RemoveExtension(cert.OIDSubjectAltName) }), Trouble, NoMailbox},
		{"no use", withExtension(gen.KeyUsage(cert.DataEncipherment)), Trouble, NoUse},
		{"self-signed", edited(func(c *gen.Cert) {
			c.Issuer = c.Subject
			c.SetSigner(gen.RSA(2048))
		}), Trouble, SelfSigned},
		{"issuer of the same name with another key", edited(func(c *gen.Cert) { c.Issuer = c.Subject }), Ready, NothingFound},
	}
	seen := map[string]bool{Expired: true, NotYetInForce: true, TooLargeToCheck: true, ProgramErrors: true, Revoked: true, OnHold: true}
	for _, test := range tests {
		c := look(t, test.cert.Encode(), Options{Now: now})
		if c.Verdict != test.verdict || c.Summary.Reason != test.reason {
			t.Errorf("%s: %s, %s; want %s, %s", test.name, c.Verdict, c.Summary.Reason, test.verdict, test.reason)
			for _, f := range c.Findings {
				if f.Severity == lints.Error {
					t.Logf("  %s %v", f.Rule, f.At)
				}
			}
		}
		seen[test.reason] = true
	}
	for _, reason := range Reasons {
		if !seen[reason] {
			t.Errorf("no case gives the reason %s", reason)
		}
	}
}

// The second in which the validity begins and the one in which it ends belong
// to it (RFC 5280 4.1.2.5).
func TestVerdictByTime(t *testing.T) {
	der := leaf().Encode()
	from, until := leaf().NotBefore.Time, leaf().NotAfter.Time
	tests := []struct {
		at     time.Time
		reason string
	}{
		{from.Add(-time.Second), NotYetInForce},
		{from, NothingFound},
		{until, NothingFound},
		{until.Add(time.Second), Expired},
		{until.In(time.FixedZone("", -8*3600)), NothingFound},
	}
	for _, test := range tests {
		if c := look(t, der, Options{Now: test.at}); c.Summary.Reason != test.reason {
			t.Errorf("%v: %s, want %s", test.at, c.Summary.Reason, test.reason)
		}
	}
}

// A certificate beyond the bound is shown, and not judged.
func TestVerdictOfLargest(t *testing.T) {
	for size := cert.MaxCertificate - 1; size <= cert.MaxCertificate+1; size++ {
		der := ofSize(t, size)
		c := look(t, der, Options{Now: now})
		large := size > cert.MaxCertificate
		if (c.Summary.Reason == TooLargeToCheck) != large || (c.Checks.Passed > 0) == large || len(c.Fields) == 0 {
			t.Errorf("%d bytes: %s, %s, %d checks passed, %d fields", size, c.Verdict, c.Summary.Reason, c.Checks.Passed, len(c.Fields))
		}
		if large && (c.Verdict != Unknown || len(c.Findings) > 0) {
			t.Errorf("%d bytes: %s, %d findings", size, c.Verdict, len(c.Findings))
		}
	}
}

// ofSize is a certificate of that many bytes.
func ofSize(t *testing.T, size int) []byte {
	t.Helper()
	filler := func(n int) []byte {
		c := withExtension(gen.Extension{OID: "1.2.3.4", Value: make([]byte, n)})
		c.Signature = gen.BitString(0, make([]byte, 64)) // a real one has another length each time
		return c.Encode()
	}
	der := filler(size - (len(filler(size)) - size))
	if len(der) != size {
		t.Fatalf("%d bytes, want %d", len(der), size)
	}
	return der
}

// What decides between two reasons that both apply.
func TestVerdictOrder(t *testing.T) {
	all := edited(func(c *gen.Cert) {
		c.Issuer = c.Subject
		c.SetSigner(rsaOf(512))
		c.SetKey(rsaOf(512))
		c.SetAlgorithm(gen.AlgorithmID(cert.OIDMD5WithRSA, gen.Null()))
		c.AddExtension(gen.Extension{OID: "1.2.3.4", Critical: true, Value: gen.Null()})
		c.SetExtension(gen.KeyUsage(cert.DataEncipherment))
		c.RemoveExtension(cert.OIDSubjectAltName)
	})
	after := all.NotAfter.AddDate(0, 0, 1)
	for _, step := range []struct {
		reason string
		mend   func()
	}{
		{Expired, func() { after = now }},
		{WeakKey, func() {
			all.SetKey(gen.RSA(2048))
			all.SetSigner(gen.RSA(2048))
			all.SetAlgorithm(gen.AlgorithmID(cert.OIDMD5WithRSA, gen.Null()))
		}},
		{WeakSignature, func() { all.SetAlgorithm(gen.SHA256WithRSA()) }},
		{CriticalExtension, func() { all.RemoveExtension("1.2.3.4") }},
		{NoMailbox, func() { all.SetExtension(gen.SubjectAltName(gen.RFC822Name(gen.Mailbox))) }},
		{NoUse, func() { all.SetExtension(gen.KeyUsage(cert.DigitalSignature | cert.KeyEncipherment)) }},
		{SelfSigned, func() { all.IssuedBy(gen.SubCA(), gen.SubCAKey()) }},
		{NothingFound, func() {}},
	} {
		if c := look(t, all.Encode(), Options{Now: after}); c.Summary.Reason != step.reason {
			t.Errorf("%s, want %s", c.Summary.Reason, step.reason)
		}
		step.mend()
	}
}

// A second opinion can turn the answer, with what it finds and nothing else.
func TestJoin(t *testing.T) {
	found := func(s lints.Severity, status lints.Status, source lints.Source) lints.Finding {
		return lints.Finding{Rule: "e_x", Source: source, Severity: s, Status: status}
	}
	tests := []struct {
		second  []lints.Finding
		verdict Verdict
		reason  string
	}{
		{nil, Ready, NothingFound},
		{[]lints.Finding{found(lints.Warning, lints.Fail, lints.ZLint)}, Ready, NothingFound},
		{[]lints.Finding{found(lints.Error, lints.Broken, lints.ZLint)}, Ready, NothingFound},
		{[]lints.Finding{found(lints.Error, lints.Fail, lints.ZLint)}, Remarks, IssuerErrors},
		{[]lints.Finding{found(lints.Error, lints.Fail, lints.Mozilla)}, Remarks, ProgramErrors},
		{[]lints.Finding{found(lints.Error, lints.Fail, lints.Mozilla), found(lints.Error, lints.Fail, lints.SBR)}, Remarks, IssuerErrors},
	}
	for i, test := range tests {
		c := look(t, leaf().Encode(), Options{Now: now})
		own := len(c.Findings)
		c.Join(test.second, now)
		if c.Verdict != test.verdict || c.Summary.Reason != test.reason || len(c.Findings) != own+len(test.second) {
			t.Errorf("%d: %s, %s, %d findings more", i, c.Verdict, c.Summary.Reason, len(c.Findings)-own)
		}
	}
	c := look(t, leaf().Encode(), Options{Now: now})
	if c.Join(nil, leaf().NotAfter.AddDate(1, 0, 0)); c.Summary.Reason != Expired {
		t.Errorf("a year later: %s", c.Summary.Reason)
	}
}
