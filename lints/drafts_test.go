package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var draftCases = []testCase{
	{
		name: "email without a mailbox", cert: based(gen.CodeSigning, with(gen.ExtKeyUsage(cert.OIDEmailProtection))),
		want: []string{"notice draft-scope-by-purpose", "coming apple-no-mailbox"},
	},
	{
		name: "GOVXX", cert: leaf("organization", "legacy", dated("2023-02-01"), subjectSet(cert.OIDOrganizationIdentifier, "GOVXX")),
		want: []string{"notice draft-gov-xx"},
	},
	{
		name: "pseudonym", cert: leaf("sponsor", "strict", subjectWithout(cert.OIDGivenName, cert.OIDSurname, cert.OIDCommonName), subjectSet(cert.OIDPseudonym, "Tester 7")),
		want: []string{"notice draft-pseudonym"},
	},
	{
		name: "root of 26 years", cert: based(gen.Root, until("2050-01-09 23:59:59")),
		want: []string{"notice draft-root-validity"},
	},
	{
		name: "root of 7 years", cert: based(gen.Root, until("2031-01-09 23:59:59")),
		want: []string{"notice draft-root-validity"},
	},
	{
		name: "root of 2922 days less a second", cert: based(gen.Root, until("2032-01-09 23:59:58")),
		want: []string{"notice draft-root-validity"},
	},
	{name: "root of 2922 days", cert: based(gen.Root, until("2032-01-09 23:59:59"))},
	{name: "root of 9132 days", cert: based(gen.Root, until("2049-01-09 23:59:59"))},
	{
		name: "root of 9132 days and a second", cert: based(gen.Root, until("2049-01-10 00:00:00")),
		want: []string{"notice draft-root-validity"},
	},
}
