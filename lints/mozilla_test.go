package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var mozillaCases = []testCase{
	{
		name: "ML-DSA", cert: leaf("sponsor", "strict", withKey(gen.Opaque(cert.OIDMLDSA65)), with(gen.KeyUsage(cert.DigitalSignature))),
		want: []string{"notice mozilla-key-algorithm", "notice apple-pqc", "notice gmail-key-algorithm", "notice microsoft-key-algorithm"},
	},
	{
		name: "Ed25519", cert: leaf("sponsor", "strict", withKey(gen.Ed25519("holder")), with(gen.KeyUsage(cert.DigitalSignature))),
		want: []string{"notice mozilla-eddsa", "notice gmail-key-algorithm", "notice microsoft-key-algorithm"},
	},
	{
		name: "SHA-1 in the last year", cert: leaf("sponsor", "legacy", dated("2023-02-01"), withAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA1))),
		want: []string{"notice mozilla-sha1"},
	},
	{name: "SHA-256 in the last year", cert: leaf("sponsor", "legacy", dated("2023-02-01"))},
	{
		name: "CA with SHA-1", cert: based(gen.SubCA, dated("2023-07-15"), withAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA1))),
		want: []string{"notice mozilla-sha1-ca", "notice ca-sha1-to-be-revoked"},
	},
	{name: "CA with SHA-384", cert: based(gen.SubCA, dated("2023-07-15"))},
	{
		name: "CA for email and websites", cert: based(gen.SubCA, dated("2022-02-01"), with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDServerAuth))),
		want: []string{
			"notice mozilla-subca-purposes", "notice microsoft-subca-purposes",
			"coming subca-other-purpose-2027", "coming apple-subca-single-purpose",
		},
	},
	{
		name: "old CA for anything", cert: based(gen.SubCA, dated("2022-02-01"), without(cert.OIDExtKeyUsage)),
		want: []string{"notice mozilla-subca-purposes"},
	},
	{
		name: "root of 18 years", cert: based(gen.OldRoot, dated("2008-10-15")),
		want: []string{"notice mozilla-root-age"},
	},
	{name: "root of almost 18 years", cert: based(gen.OldRoot, dated("2008-10-16"))},
}
