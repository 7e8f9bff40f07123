package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

const ldapCRL = "ldap://ldap.example.net/cn=CA,c=DE?certificateRevocationList"

var crldpCases = []testCase{
	{
		name: "none", cert: leaf("sponsor", "strict", without(cert.OIDCRLDistributionPoints)),
		want: []string{"error crl-distribution-points-missing"},
	},
	{
		name: "critical", cert: leaf("sponsor", "strict", marked(cert.OIDCRLDistributionPoints, true)),
		want: []string{"warning crl-distribution-points-critical"},
	},
	{
		name: "a directory name alone", cert: leaf("sponsor", "strict", points(gen.DistributionPoint(gen.FullName(gen.DirectoryName(gen.SubCA().Subject))))),
		want: []string{"error crl-distribution-points-no-uri"},
	},
	{
		name: "a list by somebody else alone", cert: leaf("sponsor", "strict", points(
			gen.DistributionPoint(gen.FullName(gen.URI(gen.CRLAddress)), gen.CRLIssuer(gen.DirectoryName(gen.Root().Subject))),
		)),
		want: []string{"error crl-distribution-points-no-uri"},
	},
	{
		name: "a list by somebody else beside", cert: leaf("sponsor", "strict", points(
			gen.DistributionPoint(gen.FullName(gen.URI("http://crl.example.org/all.crl")), gen.CRLIssuer(gen.DirectoryName(gen.Root().Subject))),
			gen.Point(gen.CRLAddress),
		)),
	},
	{
		name: "the issuer named though it is the same", cert: leaf("sponsor", "strict", points(
			gen.DistributionPoint(gen.FullName(gen.URI(gen.CRLAddress)), gen.CRLIssuer(gen.DirectoryName(gen.SubCA().Subject))),
		)),
		want: []string{"notice crl-issuer-redundant"},
	},
	{
		name: "https in multipurpose", cert: leaf("sponsor", "multipurpose", points(gen.Point("https://crl.example.net/1.crl"))),
		want: []string{"error crl-distribution-points-not-http"},
	},
	{
		name: "ldap beside in strict", cert: leaf("sponsor", "strict", points(gen.Point(gen.CRLAddress, ldapCRL))),
		want: []string{"error crl-distribution-points-not-http"},
	},
	{
		name: "ldap in a place of its own in strict", cert: leaf("sponsor", "strict", points(gen.Point(gen.CRLAddress), gen.Point(ldapCRL))),
		want: []string{"error crl-distribution-points-not-http"},
	},
	{name: "HTTP in capitals", cert: leaf("sponsor", "strict", points(gen.Point("HTTP://crl.example.net/1.crl")))},
	{
		name: "httpx", cert: leaf("sponsor", "strict", points(gen.Point("httpx://crl.example.net/1.crl"))),
		want: []string{"error crl-distribution-points-not-http"},
	},
	{name: "ldap beside in legacy", cert: leaf("sponsor", "legacy", points(gen.Point(ldapCRL), gen.Point(gen.CRLAddress)))},
	{
		name: "ldap alone in legacy", cert: leaf("sponsor", "legacy", points(gen.Point(ldapCRL))),
		want: []string{"error crl-distribution-points-none-http"},
	},
	{
		name: "ldap alone without a policy", cert: leaf("sponsor", "strict", with(gen.Policies(private)), points(gen.Point(ldapCRL))),
		want: []string{"error crl-distribution-points-none-http", "error reserved-policy-missing", "info scope-not-asserted"},
	},
	{
		name: "reasons and nothing else", cert: leaf("sponsor", "strict", points(gen.Point(gen.CRLAddress), gen.DistributionPoint(gen.Reasons(1)))),
		want: []string{"error distribution-point-incomplete"},
	},
	{
		name: "some reasons alone", cert: leaf("sponsor", "strict", points(gen.DistributionPoint(gen.FullName(gen.URI(gen.CRLAddress)), gen.Reasons(1, 2)))),
		want: []string{"error crl-distribution-points-partial"},
	},
	{
		name: "some reasons alone, of a website", cert: based(gen.TLS, points(gen.DistributionPoint(gen.FullName(gen.URI(gen.CRLAddress)), gen.Reasons(1, 2)))),
		want: []string{"error crl-distribution-points-partial"},
	},
	{name: "some reasons beside", cert: leaf("sponsor", "strict", points(
		gen.DistributionPoint(gen.FullName(gen.URI(gen.CRLAddress)), gen.Reasons(1, 2)), gen.Point("http://crl.example.net/all.crl"),
	))},
	{name: "all reasons, one by one", cert: leaf("sponsor", "strict", points(
		gen.DistributionPoint(gen.FullName(gen.URI(gen.CRLAddress)), gen.Reasons(1, 2, 3, 4, 5, 6, 7, 8)),
	))},
	{
		name: "all reasons but the last", cert: leaf("sponsor", "strict", points(
			gen.DistributionPoint(gen.FullName(gen.URI(gen.CRLAddress)), gen.Reasons(1, 2, 3, 4, 5, 6, 7)),
		)),
		want: []string{"error crl-distribution-points-partial"},
	},
	{
		name: "all reasons but the last, and one that does not exist", cert: leaf("sponsor", "strict", points(
			gen.DistributionPoint(gen.FullName(gen.URI(gen.CRLAddress)), gen.Reasons(1, 2, 3, 4, 5, 6, 7, 15)),
		)),
		want: []string{"error crl-distribution-points-partial"},
	},
	{
		name: "a relative name beside", cert: leaf("sponsor", "strict", points(
			gen.Point(gen.CRLAddress),
			gen.DistributionPoint(gen.RelativeName(gen.Attribute{Type: cert.OIDCommonName, Tag: gen.UTF8, Value: "List 1"})),
		)),
		want: []string{"notice distribution-point-relative-name"},
	},
	{
		name: "an empty list", cert: leaf("sponsor", "strict", points()),
		want: []string{"error sequence-empty"},
	},
	{
		name: "freshestCRL", cert: leaf("sponsor", "strict", with(gen.FreshestCRL(gen.Point("http://crl.example.net/delta.crl")))),
	},
	{
		name: "freshestCRL, critical", cert: leaf("sponsor", "strict", with(gen.FreshestCRL(gen.Point("http://crl.example.net/delta.crl"))), marked(cert.OIDFreshestCRL, true)),
		want: []string{"error freshest-crl-critical"},
	},
}

// points puts these places into cRLDistributionPoints.
func points(list ...[]byte) edit { return with(gen.CRLDistributionPoints(list...)) }
