package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var rfcCases = []testCase{
	{
		name: "website with P-256 and keyEncipherment", cert: based(gen.TLS, with(gen.KeyUsage(cert.DigitalSignature|cert.KeyEncipherment))),
		want: []string{"error rfc8813-key-usage"},
	},
	{
		name: "CA with P-256 and keyEncipherment", cert: based(gen.SubCA, with(gen.KeyUsage(cert.KeyCertSign|cert.CRLSign|cert.KeyEncipherment))),
		want: []string{"error rfc8813-key-usage"},
	},
	{name: "website with P-256 and keyAgreement", cert: based(gen.TLS, with(gen.KeyUsage(cert.DigitalSignature|cert.KeyAgreement)))},
	{
		name: "website with Ed25519 and keyAgreement", cert: based(gen.TLS, withKey(gen.Ed25519("holder")), with(gen.KeyUsage(cert.DigitalSignature|cert.KeyAgreement))),
		want: []string{"error rfc9295-key-usage"},
	},
	{name: "website with Ed25519", cert: based(gen.TLS, withKey(gen.Ed25519("holder")), with(gen.KeyUsage(cert.DigitalSignature)))},
	{
		name: "website with ML-DSA and keyEncipherment",
		cert: based(gen.TLS, withKey(gen.Opaque(cert.OIDMLDSA44)), with(gen.KeyUsage(cert.DigitalSignature|cert.KeyEncipherment))),
		want: []string{"notice rfc9881-key-usage"},
	},
	{name: "website with ML-DSA", cert: based(gen.TLS, withKey(gen.Opaque(cert.OIDMLDSA44)), with(gen.KeyUsage(cert.DigitalSignature)))},
	{
		name: "website with ML-KEM and keyAgreement",
		cert: based(gen.TLS, dated("2026-05-01"), withKey(gen.Opaque(cert.OIDMLKEM512)), with(gen.KeyUsage(cert.KeyEncipherment|cert.KeyAgreement))),
		want: []string{"error rfc9935-key-usage"},
	},
	{name: "website with ML-KEM", cert: based(gen.TLS, dated("2026-05-01"), withKey(gen.Opaque(cert.OIDMLKEM512)), with(gen.KeyUsage(cert.KeyEncipherment)))},
	{
		name: "RC2 among the ciphers",
		cert: leaf("sponsor", "strict", with(gen.SMIMECapabilities(gen.AlgorithmID("2.16.840.1.101.3.4.1.42"), gen.AlgorithmID("1.2.840.113549.3.2", gen.Integer(128))))),
		want: []string{"notice weak-capability"},
	},
}
