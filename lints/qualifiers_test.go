package lints

import (
	"strings"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var qualifiersCases = []testCase{
	{name: "https", cert: leaf("sponsor", "strict", policyWith(gen.CPS("https://example.net/cps"))), want: []string{"notice policy-qualifiers"}},
	{name: "HTTP in capitals", cert: leaf("sponsor", "strict", policyWith(gen.CPS("HTTP://example.net/cps"))), want: []string{"notice policy-qualifiers"}},
	{
		name: "ftp", cert: leaf("sponsor", "strict", policyWith(gen.CPS("ftp://example.net/cps"))),
		want: []string{"error cps-not-http", "notice policy-qualifiers"},
	},
	{
		name: "ftp, of a CA", cert: based(gen.SubCA, with(gen.PolicyList(gen.Policy(cert.OIDMailboxValidatedStrict, gen.CPS("ftp://example.net/cps"))))),
		want: []string{"error cps-not-http", "notice policy-qualifiers"},
	},
	{
		name: "no address", cert: leaf("sponsor", "strict", policyWith(gen.CPS(""))),
		want: []string{"error cps-not-http", "notice policy-qualifiers"},
	},
	{name: "ftp, of a website", cert: based(gen.TLS, with(gen.PolicyList(gen.Policy(cert.OIDDomainValidated, gen.CPS("ftp://example.net/cps")))))},
	{
		name: "an address as UTF8String", cert: leaf("sponsor", "strict", policyWith(gen.Qualifier(cert.OIDCPS, gen.Text(gen.UTF8, "https://example.net/cps")))),
		want: []string{"error cps-not-ia5", "notice policy-qualifiers"},
	},
	{name: "a notice", cert: leaf("sponsor", "strict", policyWith(notice(gen.UTF8, "A notice."))), want: []string{"notice policy-qualifiers"}},
	{
		name: "a notice without text", cert: leaf("sponsor", "strict", policyWith(gen.UserNotice())),
		want: []string{"error user-notice-without-text", "notice policy-qualifiers"},
	},
	{
		name: "a notice that refers to another, of a CA", cert: based(gen.SubCA, with(gen.PolicyList(gen.Policy(
			cert.OIDMailboxValidatedStrict, gen.UserNotice(gen.NoticeReference("Sample", 1), gen.Text(gen.UTF8, "A notice.")),
		)))),
		want: []string{"error user-notice-reference", "notice policy-qualifiers"},
	},
	{
		name: "a notice that only refers to another", cert: leaf("sponsor", "strict", policyWith(gen.UserNotice(gen.NoticeReference("Sample", 1)))),
		want: []string{"error user-notice-reference", "error user-notice-without-text", "notice policy-qualifiers"},
	},
	{
		name: "a notice as IA5String", cert: leaf("sponsor", "strict", policyWith(notice(gen.IA5, "A notice."))),
		want: []string{"warning explicit-text-ia5", "notice policy-qualifiers"},
	},
	{
		name: "a notice as VisibleString", cert: leaf("sponsor", "strict", policyWith(notice(gen.Visible, "A notice."))),
		want: []string{"notice explicit-text-not-utf8", "notice policy-qualifiers"},
	},
	{
		name: "a notice as BMPString, of a website", cert: based(gen.TLS, with(gen.PolicyList(gen.Policy(cert.OIDDomainValidated, notice(gen.BMP, "A notice."))))),
		want: []string{"notice explicit-text-not-utf8"},
	},
	{
		name: "a notice of 200 characters", cert: leaf("sponsor", "strict", policyWith(notice(gen.UTF8, strings.Repeat("ä", 200)))),
		want: []string{"notice policy-qualifiers"},
	},
	{
		name: "a notice of 201 characters", cert: leaf("sponsor", "strict", policyWith(notice(gen.UTF8, strings.Repeat("a", 201)))),
		want: []string{"error explicit-text-length", "notice policy-qualifiers"},
	},
	{
		name: "a notice of one character", cert: leaf("sponsor", "strict", policyWith(notice(gen.UTF8, "a"))),
		want: []string{"notice policy-qualifiers"},
	},
	{
		name: "a notice of no character", cert: leaf("sponsor", "strict", policyWith(notice(gen.UTF8, ""))),
		want: []string{"error explicit-text-length", "notice policy-qualifiers"},
	},
	{
		name: "a notice with a line feed", cert: leaf("sponsor", "strict", policyWith(notice(gen.UTF8, "A\nnotice."))),
		want: []string{"warning explicit-text-control", "notice policy-qualifiers"},
	},
	{
		name: "a notice with U+009F", cert: leaf("sponsor", "strict", policyWith(notice(gen.UTF8, "A\u009fnotice."))),
		want: []string{"warning explicit-text-control", "notice policy-qualifiers"},
	},
	{
		name: "another qualifier", cert: leaf("sponsor", "strict", policyWith(gen.Qualifier("1.3.6.1.4.1.99999.2", gen.Null()))),
		want: []string{"notice policy-qualifiers"},
	},
	{
		name: "another qualifier of anyPolicy, of a website", cert: based(gen.TLS, with(gen.PolicyList(gen.Policy(cert.OIDAnyPolicy, gen.Qualifier("1.3.6.1.4.1.99999.2", gen.Null()))))),
		want: []string{"error any-policy-qualifier"},
	},
	{
		name: "known qualifiers of anyPolicy, of a website", cert: based(gen.TLS, with(gen.PolicyList(gen.Policy(cert.OIDAnyPolicy, gen.CPS("https://example.net"), notice(gen.UTF8, "A notice."))))),
	},
}

// policyWith gives the one policy of a sponsor-validated strict certificate
// qualifiers.
func policyWith(qualifiers ...[]byte) edit {
	return with(gen.PolicyList(gen.Policy(cert.OIDSponsorValidatedStrict, qualifiers...)))
}

// notice is a user notice of this text.
func notice(tag byte, text string) []byte { return gen.UserNotice(gen.Text(tag, text)) }
