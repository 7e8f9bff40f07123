package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

// issuedOne is a leaf that SubCA issued.
var issuedOne = leaf("sponsor", "strict")

var caExtKeyUsageCases = []testCase{
	{
		name: "purposes of a root", cert: based(gen.Root, purposesOf(cert.OIDEmailProtection)),
		want: []string{"error root-ext-key-usage"},
	},
	{
		name: "none, beside a leaf", cert: based(gen.SubCA, without(cert.OIDExtKeyUsage)), issued: issuedOne,
		want: []string{"error subca-ext-key-usage-missing", "notice mozilla-subca-purposes"},
	},
	{
		name: "none, alone", cert: based(gen.SubCA, without(cert.OIDExtKeyUsage)),
		want: []string{"notice subca-ext-key-usage-unknown", "notice mozilla-subca-purposes"},
	},
	{
		name: "none, in a cross certificate", cert: based(gen.CrossCA, without(cert.OIDExtKeyUsage)), around: crossCertificate,
		want: []string{"notice ccadb-cross-certificate-purposes"},
	},
	{
		name: "critical", cert: based(gen.SubCA, marked(cert.OIDExtKeyUsage, true)),
		want: []string{"warning subca-ext-key-usage-critical"},
	},
	{
		name: "clientAuth alone, beside a leaf", cert: based(gen.SubCA, purposesOf(cert.OIDClientAuth)), issued: issuedOne,
		want: []string{"error subca-email-protection-missing"},
	},
	{name: "clientAuth alone, alone", cert: based(gen.SubCA, purposesOf(cert.OIDClientAuth))},
	{name: "email and clientAuth, beside a leaf", cert: based(gen.SubCA, purposesOf(cert.OIDEmailProtection, cert.OIDClientAuth)), issued: issuedOne},
	{
		name: "serverAuth, beside a leaf", cert: based(gen.SubCA, purposesOf(cert.OIDEmailProtection, cert.OIDServerAuth)), issued: issuedOne,
		want: []string{
			"error subca-forbidden-purpose", "notice mozilla-subca-purposes", "notice microsoft-subca-purposes",
			"coming subca-other-purpose-2027", "coming apple-subca-single-purpose",
		},
	},
	{
		name: "codeSigning, beside a leaf", cert: based(gen.SubCA, purposesOf(cert.OIDEmailProtection, cert.OIDCodeSigning)), issued: issuedOne,
		want: []string{
			"error subca-forbidden-purpose",
			"coming subca-other-purpose-2027", "coming apple-subca-single-purpose",
		},
	},
	{
		name: "timeStamping, alone", cert: based(gen.SubCA, purposesOf(cert.OIDEmailProtection, cert.OIDTimeStamping)),
		want: []string{
			"warning subca-forbidden-purpose-without-leaf",
			"coming subca-other-purpose-2027", "coming apple-subca-single-purpose",
		},
	},
	{
		name: "any purpose, beside a leaf", cert: based(gen.SubCA, purposesOf(cert.OIDAnyExtendedKeyUsage)), issued: issuedOne,
		want: []string{
			"error subca-forbidden-purpose", "notice mozilla-subca-purposes",
			"coming subca-other-purpose-2027",
		},
	},
	{
		name: "smart card logon", cert: based(gen.SubCA, purposesOf(cert.OIDEmailProtection, cert.OIDMSSmartcardLogon)),
		want: []string{"coming subca-other-purpose-2027", "coming apple-subca-single-purpose"},
	},
	{
		name: "any purpose, in a cross certificate", cert: based(gen.CrossCA, purposesOf(cert.OIDAnyExtendedKeyUsage)), around: crossCertificate,
		want: []string{"error cross-certificate-any-purpose", "notice ccadb-cross-certificate-purposes"},
	},
	{
		name: "serverAuth, in a cross certificate", cert: based(gen.CrossCA, purposesOf(cert.OIDEmailProtection, cert.OIDServerAuth)), around: crossCertificate,
		want: []string{
			"notice ccadb-cross-certificate-purposes", "notice microsoft-subca-purposes",
			"coming subca-other-purpose-2027", "coming apple-subca-single-purpose",
		},
	},
	{
		name: "none, in a new cross certificate", cert: based(gen.CrossCA, without(cert.OIDExtKeyUsage), dated("2026-10-01")), around: crossCertificate,
		want: []string{"notice cross-certificate-purposes-2026", "notice ccadb-cross-certificate-purposes", "notice apple-subca-purposes"},
	},
	{
		name: "clientAuth alone, in a new cross certificate", cert: based(gen.CrossCA, purposesOf(cert.OIDClientAuth), dated("2026-10-01")), around: crossCertificate,
		want: []string{"notice cross-certificate-purposes-2026"},
	},
	{
		name: "serverAuth, in a new cross certificate", cert: based(gen.CrossCA, purposesOf(cert.OIDEmailProtection, cert.OIDServerAuth), dated("2026-10-01")), around: crossCertificate,
		want: []string{
			"notice cross-certificate-purposes-2026", "notice ccadb-cross-certificate-purposes", "notice microsoft-subca-purposes",
			"coming subca-other-purpose-2027", "coming apple-subca-single-purpose",
		},
	},
	{
		name: "email and clientAuth, in a new cross certificate",
		cert: based(gen.CrossCA, purposesOf(cert.OIDEmailProtection, cert.OIDClientAuth), dated("2026-10-01")), around: crossCertificate,
	},
}
