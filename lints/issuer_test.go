package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var issuerCases = []testCase{
	{
		name: "the same name in other bytes", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			c.Issuer.Attribute(cert.OIDOrganizationName).Value = "SAMPLE TRUST GMBH"
		}), issuer: gen.SubCA,
		want: []string{"error issuer-name-differs"},
	},
	{
		name: "the same name in another string type, of a CA", cert: based(gen.SubCA, func(c *gen.Cert) {
			c.Issuer.Attribute(cert.OIDCommonName).Tag = gen.Printable
		}), issuer: gen.Root,
		want: []string{"error issuer-name-differs"},
	},
	{
		name: "another key identifier", cert: leaf("sponsor", "strict", with(gen.AuthorityKeyID(gen.RootKey().ID()))), issuer: gen.SubCA,
		want: []string{"error authority-key-identifier-mismatch"},
	},
	{
		name: "another key identifier, of a CA", cert: based(gen.SubCA, with(gen.AuthorityKeyID(gen.SubCAKey().ID()))), issuer: gen.Root,
		want: []string{"error authority-key-identifier-mismatch"},
	},
	{
		name: "an issuer without key identifier", cert: leaf("sponsor", "strict", with(gen.AuthorityKeyID(gen.RootKey().ID()))),
		issuer: based(gen.SubCA, without(cert.OIDSubjectKeyIdentifier)),
	},
	{
		name: "SHA-384 with P-256", cert: leaf("sponsor", "strict", withAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA384))), issuer: gen.SubCA,
		want: []string{"error signature-hash-for-curve"},
	},
	{
		name: "SHA-256 with P-384, of a CA", cert: based(gen.SubCA, withAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA256))), issuer: gen.Root,
		want: []string{"error signature-hash-for-curve"},
	},
	{
		name: "SHA-384 with P-521", cert: leaf("sponsor", "strict", signedBy(gen.P521("issuer")), withAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA384))),
		issuer: based(gen.SubCA, withKey(gen.P521("issuer"))),
		want:   []string{"error signature-hash-for-curve"},
	},
	{
		name: "SHA-512 with P-521", cert: leaf("sponsor", "strict", signedBy(gen.P521("issuer"))),
		issuer: based(gen.SubCA, withKey(gen.P521("issuer"))),
	},
	{
		name: "SHA-384 with P-256, of an OCSP responder", cert: based(gen.OCSPSigner, withAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA384))), issuer: gen.SubCA,
		want: []string{"error signature-hash-for-curve"},
	},
	{
		name: "SHA-1 with P-256", cert: leaf("sponsor", "strict", withAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA1))), issuer: gen.SubCA,
		want: []string{"error signature-sha1"},
	},
	{
		name: "signed by a known root", cert: leaf("sponsor", "strict", underRoot), issuer: gen.Root,
		around: func(s *Subject) { s.IssuerIsKnownRoot = true },
		want:   []string{"error issued-by-root"},
	},
	{
		name: "signed by the key of a known root, under another certificate", cert: leaf("sponsor", "strict", underRoot), issuer: gen.CrossCA,
		around: func(s *Subject) { s.IssuerIsKnownRoot = true },
		want:   []string{"error issued-by-root"},
	},
	{
		name: "signed by a root of no list", cert: leaf("sponsor", "strict", underRoot), issuer: gen.Root,
		want: []string{"notice issued-by-unknown-root"},
	},
	{
		name: "signed by itself", cert: leaf("mailbox", "strict", sameIssuer, signedBy(gen.RSA(2048))), issuer: leaf("mailbox", "strict", sameIssuer, signedBy(gen.RSA(2048))),
		want: []string{"coming rsa-issuer-modulus-short"},
	},
	{
		name: "under a CA of before the rules", cert: leaf("sponsor", "strict"), issuer: based(gen.SubCA, dated("2020-01-01"), without(cert.OIDExtKeyUsage), with(gen.Policies(private))),
		want: []string{"warning issuer-before-smime-rules"},
	},
	{
		name: "under a CA of before the rules for any purpose", cert: leaf("sponsor", "strict"), issuer: based(gen.SubCA, dated("2020-01-01"), purposesOf(cert.OIDEmailProtection, cert.OIDAnyExtendedKeyUsage)),
		want: []string{"warning issuer-before-smime-rules"},
	},
	{name: "under a CA of before the rules that keeps them", cert: leaf("sponsor", "strict"), issuer: based(gen.SubCA, dated("2020-01-01"))},
	{
		name: "under a CA of the first day of the rules", cert: leaf("sponsor", "strict"), issuer: based(gen.SubCA, dated("2023-09-01"), without(cert.OIDExtKeyUsage), with(gen.Policies(cert.OIDAnyPolicy))),
	},
	{
		name: "a policy that the issuer lacks", cert: leaf("sponsor", "strict"), issuer: based(gen.SubCA, with(gen.Policies(cert.OIDMailboxValidatedStrict))),
		want: []string{"notice policy-not-in-issuer"},
	},
	{name: "a policy that the issuer has as any", cert: leaf("sponsor", "strict"), issuer: based(gen.SubCA, with(gen.Policies(cert.OIDAnyPolicy)))},
	{
		name: "a policy that the issuer maps", cert: leaf("sponsor", "strict"),
		issuer: based(gen.SubCA, with(gen.Policies(cert.OIDMailboxValidatedStrict), gen.PolicyMappings(cert.OIDMailboxValidatedStrict, private))),
	},
	{
		name: "a mailbox outside the constraints", cert: leaf("organization", "strict", issuedByConstrained, with(gen.SubjectAltName(gen.RFC822Name("erika@example.org")))),
		issuer: gen.ConstrainedCA,
		want:   []string{"error name-outside-issuer-constraints"},
	},
	{
		name: "an organization outside the constraints", cert: leaf("organization", "strict", issuedByConstrained, subjectSet(cert.OIDOrganizationName, "Other GmbH"), subjectSet(cert.OIDCommonName, "Other GmbH")),
		issuer: gen.ConstrainedCA,
		want:   []string{"error name-outside-issuer-constraints"},
	},
}

// underRoot has the root sign the certificate.
func underRoot(c *gen.Cert) { c.IssuedBy(gen.Root(), gen.RootKey()) }
