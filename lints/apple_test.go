package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var appleCases = []testCase{
	{
		name: "no mailbox from 2027", cert: leaf("mailbox", "strict", dated("2027-02-01"), without(cert.OIDSubjectAltName)), now: "2027-03-01",
		want: []string{"error apple-no-mailbox", "error san-missing", "notice gmail-no-mailbox"},
	},
	{
		name: "international mailbox alone from 2027",
		cert: leaf("sponsor", "strict", dated("2027-02-01"), with(gen.SubjectAltName(gen.SmtpUTF8Mailbox("jürgen@example.com")))), now: "2027-03-01",
		want: []string{"notice apple-only-smtputf8-mailbox", "notice gmail-no-mailbox"},
	},
	{
		name: "international mailbox alone in 2026", cert: leaf("sponsor", "strict", with(gen.SubjectAltName(gen.SmtpUTF8Mailbox("jürgen@example.com")))),
		want: []string{"notice apple-no-rfc822-name-2022", "coming apple-only-smtputf8-mailbox", "notice gmail-no-mailbox"},
	},
	{
		name: "1186 days in 2022", cert: leaf("sponsor", "legacy", dated("2022-05-01"), until("2025-07-29 23:59:59")),
		want: []string{"notice apple-validity-2022", "notice gmail-validity"},
	},
	{
		name: "1185 days in 2022", cert: leaf("sponsor", "legacy", dated("2022-05-01"), until("2025-07-28 23:59:59")),
		want: []string{"notice gmail-validity"},
	},
	{
		name: "new root with P-256", cert: based(gen.Root, dated("2026-08-01"), until("2036-07-31"), withKey(gen.P256("root")), signedBy(gen.P256("root"))),
		want: []string{"notice apple-root-key"},
	},
	{name: "new root with P-384", cert: based(gen.Root, dated("2026-08-01"), until("2036-07-31"))},
	{name: "new root with RSA of 4096 bits", cert: based(gen.Root, dated("2026-08-01"), until("2036-07-31"), withKey(gen.RSA(4096)), signedBy(gen.RSA(4096)))},
	{
		name: "CA without purposes", cert: based(gen.SubCA, dated("2026-08-01"), without(cert.OIDExtKeyUsage)),
		want: []string{"notice apple-subca-purposes", "notice mozilla-subca-purposes", "notice subca-ext-key-usage-unknown"},
	},
	{
		name: "CA for email and documents",
		cert: based(gen.SubCA, dated("2027-07-01"), with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDMSDocumentSigning))), now: "2027-08-01",
		want: []string{"notice apple-subca-single-purpose", "notice subca-other-purpose-2027", "notice microsoft-document-signing"},
	},
	{
		name: "CA for email and client login",
		cert: based(gen.SubCA, dated("2027-07-01"), with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDClientAuth))), now: "2027-08-01",
	},
	{
		name: "a key for email and for websites", cert: based(gen.SubCA, dated("2026-08-01")),
		around: beside(gen.Root, based(gen.SubCA, numbered(77), with(gen.ExtKeyUsage(cert.OIDServerAuth)))),
		want:   []string{"notice apple-subca-shared-key"},
	},
	{name: "a key in two certificates for email", cert: based(gen.SubCA, dated("2026-08-01")), around: beside(based(gen.SubCA, numbered(77)))},
	{
		name: "ML-KEM", cert: leaf("sponsor", "strict", withKey(gen.Opaque(cert.OIDMLKEM768)), with(gen.KeyUsage(cert.KeyEncipherment))),
		want: []string{"notice apple-pqc", "notice mozilla-key-algorithm", "notice gmail-key-algorithm", "notice microsoft-key-algorithm"},
	},
}
