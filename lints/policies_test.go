package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

// private is a policy of some CA's own.
const private cert.OID = "1.3.6.1.4.1.99999.1"

var policiesCases = []testCase{
	{
		name: "none", cert: leaf("sponsor", "strict", without(cert.OIDCertificatePolicies)),
		want: []string{"error policies-missing", "info scope-not-asserted"},
	},
	{
		name: "critical", cert: leaf("sponsor", "strict", marked(cert.OIDCertificatePolicies, true)),
		want: []string{"warning policies-critical"},
	},
	{
		name: "none that is reserved", cert: leaf("sponsor", "strict", with(gen.Policies(private))),
		want: []string{"error reserved-policy-missing", "info scope-not-asserted"},
	},
	{
		name: "nearly reserved", cert: leaf("mailbox", "strict", with(gen.Policies("2.23.140.1.5.1.4", "2.23.140.1.5.5.1", "2.23.140.1.5.1.30", "2.23.140.1.5.0.1", "2.23.140.1.5.1.0"))),
		want: []string{"error reserved-policy-missing", "info scope-not-asserted"},
	},
	{name: "a private one beside", cert: leaf("sponsor", "strict", with(gen.Policies(cert.OIDSponsorValidatedStrict, private)))},
	{
		name: "two reserved ones", cert: leaf("sponsor", "strict", with(gen.Policies(cert.OIDSponsorValidatedStrict, cert.OIDSponsorValidatedMultipurpose))),
		want: []string{"error reserved-policy-ambiguous"},
	},
	{
		name: "the same one twice", cert: leaf("sponsor", "strict", with(gen.Policies(cert.OIDSponsorValidatedStrict, cert.OIDSponsorValidatedStrict))),
		want: []string{"error policy-duplicate"},
	},
	{
		name: "a private one twice in a website's", cert: based(gen.TLS, with(gen.Policies(private, cert.OIDDomainValidated, private))),
		want: []string{"error policy-duplicate"},
	},
	{
		name: "legacy after its end", cert: leaf("mailbox", "legacy", dated("2025-07-15")),
		want: []string{"error legacy-policy"},
	},
	{
		name: "legacy after its end, organization", cert: leaf("organization", "legacy", dated("2026-01-01")),
		want: []string{"error legacy-policy"},
	},
	{
		name: "legacy to come to its end", cert: leaf("mailbox", "legacy"), now: "2025-06-03",
		want: []string{"coming legacy-policy"},
	},
	{
		name: "anyPolicy", cert: leaf("sponsor", "strict", with(gen.Policies(cert.OIDSponsorValidatedStrict, cert.OIDAnyPolicy))),
		want: []string{"notice any-policy"},
	},
	{
		name: "an empty list", cert: leaf("sponsor", "strict", with(gen.Policies())),
		want: []string{"error sequence-empty", "info scope-not-asserted"},
	},
}
