package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var microsoftCases = []testCase{
	{
		name: "P-256", cert: leaf("sponsor", "strict", withKey(gen.P256("holder")), with(gen.KeyUsage(cert.DigitalSignature))),
		want: []string{"notice microsoft-ec-key"},
	},
	{
		name: "Ed448", cert: leaf("sponsor", "strict", withKey(gen.Ed448()), with(gen.KeyUsage(cert.DigitalSignature))),
		want: []string{"notice microsoft-key-algorithm", "notice mozilla-eddsa", "notice gmail-key-algorithm"},
	},
	{
		name: "documents in 2026", cert: leaf("sponsor", "multipurpose", with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDMSDocumentSigning))),
		want: []string{"coming microsoft-document-signing", "coming ext-key-usage-2027"},
	},
	{
		name: "documents in 2027", cert: leaf("sponsor", "multipurpose", dated("2027-07-01"), with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDMSDocumentSigning))),
		now:  "2027-08-01",
		want: []string{"notice microsoft-document-signing", "notice ext-key-usage-2027"},
	},
	{name: "client login in 2027", cert: leaf("sponsor", "multipurpose", dated("2027-07-01"), with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDClientAuth))), now: "2027-08-01"},
	{
		name: "CA for email and websites",
		cert: based(gen.SubCA, dated("2018-02-01"), with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDServerAuth))),
		want: []string{
			"notice microsoft-subca-purposes", "coming subca-other-purpose-2027", "coming apple-subca-single-purpose",
		},
	},
	{
		name: "responder and client", cert: based(gen.OCSPSigner, with(gen.ExtKeyUsage(cert.OIDOCSPSigning, cert.OIDClientAuth))),
		want: []string{"notice microsoft-responder-purposes"},
	},
	{
		name: "new root of eleven years", cert: based(gen.Root, dated("2026-07-01"), until("2037-07-01")),
		want: []string{"notice microsoft-root-validity"},
	},
	{name: "new root of ten years", cert: based(gen.Root, dated("2026-07-01"), until("2036-07-01"))},
}
