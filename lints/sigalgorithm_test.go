package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var sigAlgorithmCases = []testCase{
	{
		name: "the two statements differ", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			c.Algorithm = gen.AlgorithmID(cert.OIDECDSAWithSHA384)
		}),
		want: []string{"error signature-algorithms-differ"},
	},
	{
		name: "they differ in their parameters alone", cert: based(gen.TLS, func(c *gen.Cert) {
			c.Algorithm = gen.AlgorithmID(cert.OIDECDSAWithSHA256, gen.Null())
		}),
		want: []string{"error signature-algorithms-differ"},
	},
	{name: "RSA with SHA-256", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)))},
	{name: "RSA with SHA-384", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(rsaWith(cert.OIDSHA384WithRSA)))},
	{name: "RSA with SHA-512", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(rsaWith(cert.OIDSHA512WithRSA)))},
	{name: "RSASSA-PSS with SHA-256", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(gen.RSASSAPSS(cert.OIDSHA256, 32)))},
	{name: "RSASSA-PSS with SHA-384", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(gen.RSASSAPSS(cert.OIDSHA384, 48)))},
	{name: "RSASSA-PSS with SHA-512", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(gen.RSASSAPSS(cert.OIDSHA512, 64)))},
	{name: "ECDSA with SHA-512", cert: leaf("sponsor", "strict", signedBy(gen.P521("issuer")))},
	{name: "Ed25519", cert: leaf("sponsor", "strict", signedBy(gen.Ed25519("issuer")))},
	{name: "Ed448", cert: leaf("sponsor", "strict", signedBy(gen.Ed448()))},
	{name: "ML-DSA-44", cert: leaf("sponsor", "strict", signedBy(gen.Opaque(cert.OIDMLDSA44)))},
	{name: "ML-DSA-65", cert: leaf("sponsor", "strict", signedBy(gen.Opaque(cert.OIDMLDSA65)))},
	{name: "ML-DSA-87", cert: leaf("sponsor", "strict", signedBy(gen.Opaque(cert.OIDMLDSA87)))},
	{
		name: "RSASSA-PSS with a salt of another length", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(gen.RSASSAPSS(cert.OIDSHA256, 24))),
		want: []string{"error signature-algorithm-unlisted"},
	},
	{
		name: "RSA without NULL", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(gen.AlgorithmID(cert.OIDSHA256WithRSA))),
		want: []string{"error signature-algorithm-unlisted"},
	},
	{
		name: "ECDSA with NULL", cert: based(gen.SubCA, withAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA384, gen.Null()))),
		want: []string{"error signature-algorithm-unlisted"},
	},
	{
		name: "RSA with SHA-224", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(rsaWith(cert.OIDSHA224WithRSA))),
		want: []string{"error signature-algorithm-unlisted"},
	},
	{
		name: "RSA with MD5", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(rsaWith(cert.OIDMD5WithRSA))),
		want: []string{"error signature-algorithm-unlisted"},
	},
	{
		name: "SLH-DSA for an OCSP responder", cert: based(gen.OCSPSigner, signedBy(gen.Opaque(cert.OIDSLHDSASHA2128s))),
		want: []string{"error signature-algorithm-unlisted"},
	},
	{name: "RSA with SHA-224 for a website", cert: based(gen.TLS, withAlgorithm(rsaWith(cert.OIDSHA224WithRSA)))},
	{
		name: "ML-DSA before its day", cert: leaf("sponsor", "strict", signedBy(gen.Opaque(cert.OIDMLDSA65)), dated("2025-08-01")),
		want: []string{"error signature-algorithm-mldsa-early"},
	},
	{
		name: "RSA with SHA-1", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(rsaWith(cert.OIDSHA1WithRSA))),
		want: []string{"error signature-sha1"},
	},
	{
		name: "ECDSA with SHA-1", cert: leaf("sponsor", "strict", withAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA1))),
		want: []string{"error signature-sha1"},
	},
	{
		name: "RSASSA-PSS with its defaults", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(gen.AlgorithmID(cert.OIDRSASSAPSS, gen.Sequence()))),
		want: []string{"error signature-sha1"},
	},
	{
		name: "RSASSA-PSS with a mask of SHA-1", cert: leaf("sponsor", "strict", signedBy(gen.RSA(4096)), withAlgorithm(gen.AlgorithmID(cert.OIDRSASSAPSS, gen.Sequence(
			gen.Context(0, gen.AlgorithmID(cert.OIDSHA256, gen.Null())), gen.Context(2, gen.Integer(32)),
		)))),
		want: []string{"error signature-sha1"},
	},
	{
		name: "an old CA with SHA-1", cert: based(gen.SubCA, signedBy(gen.RSA(4096)), withAlgorithm(rsaWith(cert.OIDSHA1WithRSA)), dated("2018-03-01")),
		want: []string{"notice ca-sha1-to-be-revoked"},
	},
	{
		name: "the day before SHA-1 ends", cert: based(gen.SubCA, signedBy(gen.RSA(4096)), withAlgorithm(rsaWith(cert.OIDSHA1WithRSA)), dated("2018-03-01")),
		now: "2026-09-14",
	},
	{
		name: "an old CA with SHA-1 that has expired", cert: based(gen.SubCA, signedBy(gen.RSA(4096)), withAlgorithm(rsaWith(cert.OIDSHA1WithRSA)), dated("2018-03-01"), until("2026-10-14 23:59:59")),
	},
	{name: "an old CA with SHA-256", cert: based(gen.SubCA, signedBy(gen.RSA(4096)), dated("2018-03-01"))},
	{
		name: "HashML-DSA key", cert: leaf("sponsor", "strict", withKey(gen.Opaque(cert.OIDHashMLDSA65SHA512)), with(gen.KeyUsage(cert.DigitalSignature))),
		want: []string{"error hash-mldsa", "notice mozilla-key-algorithm", "notice apple-pqc", "notice gmail-key-algorithm", "notice microsoft-key-algorithm"},
	},
	{
		name: "HashML-DSA signature", cert: leaf("sponsor", "strict", signedBy(gen.Opaque(cert.OIDHashMLDSA44SHA512))),
		want: []string{"error hash-mldsa"},
	},
	{
		name: "an Ed25519 signature of 63 bytes", cert: leaf("sponsor", "strict", signedBy(gen.Ed25519("issuer")), signatureOf(63)),
		want: []string{"notice signature-length-wrong"},
	},
	{
		name: "an Ed448 signature of 115 bytes", cert: leaf("sponsor", "strict", signedBy(gen.Ed448()), signatureOf(115)),
		want: []string{"notice signature-length-wrong"},
	},
	{
		name: "an ML-DSA-44 signature of the length of ML-DSA-65", cert: leaf("sponsor", "strict", signedBy(gen.Opaque(cert.OIDMLDSA44)), signatureOf(3309)),
		want: []string{"notice signature-length-wrong"},
	},
	{
		name: "an ML-DSA-65 signature of the length of ML-DSA-44", cert: leaf("sponsor", "strict", signedBy(gen.Opaque(cert.OIDMLDSA65)), signatureOf(2420)),
		want: []string{"notice signature-length-wrong"},
	},
	{
		name: "an ML-DSA-87 signature of one byte", cert: leaf("sponsor", "strict", signedBy(gen.Opaque(cert.OIDMLDSA87)), signatureOf(1)),
		want: []string{"notice signature-length-wrong"},
	},
	{name: "an ECDSA signature of one byte", cert: leaf("sponsor", "strict", signatureOf(1))},
}

func rsaWith(oid cert.OID) []byte { return gen.AlgorithmID(oid, gen.Null()) }

// signatureOf puts a signature of that many bytes in the place of the right one.
func signatureOf(n int) edit {
	return func(c *gen.Cert) { c.Signature = gen.BitString(0, make([]byte, n)) }
}
