package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var ccadbCases = []testCase{
	{
		name: "cross certificate without purposes", cert: based(gen.CrossCA, without(cert.OIDExtKeyUsage)), around: crossCertificate,
		want: []string{"notice ccadb-cross-certificate-purposes"},
	},
	{
		name: "cross certificate for email and documents", cert: based(gen.CrossCA, with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDMSDocumentSigning))),
		around: crossCertificate,
		want: []string{
			"notice ccadb-cross-certificate-purposes", "coming subca-other-purpose-2027", "coming apple-subca-single-purpose",
			"coming microsoft-document-signing",
		},
	},
	{
		name: "cross certificate for email and client login",
		cert: based(gen.CrossCA, with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDClientAuth))), around: crossCertificate,
	},
}
