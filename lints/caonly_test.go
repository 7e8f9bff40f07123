package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var caOnlyCases = []testCase{
	{
		name: "nameConstraints in a leaf", cert: leaf("sponsor", "strict", with(gen.NameConstraints([][]byte{gen.Subtree(gen.DNSName("example.com"))}, nil))),
		want: []string{"error name-constraints-in-leaf"},
	},
	{
		name: "nameConstraints of a website", cert: based(gen.TLS, with(gen.NameConstraints([][]byte{gen.Subtree(gen.DNSName("example.com"))}, nil))),
		want: []string{"error name-constraints-in-leaf"},
	},
	{
		name: "policyMappings in a leaf", cert: leaf("sponsor", "strict", with(gen.PolicyMappings(private, cert.OIDSponsorValidatedStrict))),
		want: []string{"error policy-mappings-in-leaf"},
	},
	{
		name: "policyConstraints in a leaf", cert: leaf("sponsor", "strict", with(gen.PolicyConstraints(gen.RequireExplicitPolicy(0)))),
		want: []string{"warning policy-limits-in-leaf"},
	},
	{
		name: "inhibitAnyPolicy in a leaf", cert: leaf("sponsor", "strict", with(gen.InhibitAnyPolicy(0))),
		want: []string{"warning policy-limits-in-leaf"},
	},
	{
		name: "empty nameConstraints", cert: based(gen.SubCA, with(gen.NameConstraints(nil, nil))),
		want: []string{"error name-constraints-content", "notice not-technically-constrained"},
	},
	{
		name: "nameConstraints with an empty list", cert: based(gen.ConstrainedCA, with(gen.NameConstraints(
			[][]byte{gen.Subtree(gen.RFC822Name("example.com")), organizationSubtree()}, [][]byte{},
		))),
		want: []string{"error sequence-empty"},
	},
	{
		name: "a minimum of 1", cert: constrained(gen.Subtree(gen.RFC822Name("example.com"), gen.Minimum(1))),
		want: []string{"error name-constraints-content"},
	},
	{
		name: "a negative minimum", cert: constrained(gen.Subtree(gen.RFC822Name("example.com"), gen.Minimum(-1))),
		want: []string{"error name-constraints-content"},
	},
	{
		name: "a maximum", cert: constrained(gen.Subtree(gen.RFC822Name("example.com"), gen.Maximum(0))),
		want: []string{"error name-constraints-content"},
	},
	{
		name: "a maximum of what is excluded", cert: based(gen.ConstrainedCA, with(gen.NameConstraints(
			[][]byte{gen.Subtree(gen.RFC822Name("example.com")), organizationSubtree()},
			[][]byte{gen.Subtree(gen.RFC822Name("a.example.com"), gen.Maximum(0))},
		))),
		want: []string{"error name-constraints-content"},
	},
	{
		name: "x400Address", cert: constrained(gen.Subtree(gen.RFC822Name("example.com")), gen.Subtree(gen.X400Address())),
		want: []string{"warning name-constraints-unusual-form"},
	},
	{
		name: "ediPartyName", cert: constrained(gen.Subtree(gen.RFC822Name("example.com")), gen.Subtree(gen.EDIPartyName("Sample"))),
		want: []string{"warning name-constraints-unusual-form"},
	},
	{
		name: "registeredID excluded", cert: based(gen.ConstrainedCA, with(gen.NameConstraints(
			[][]byte{gen.Subtree(gen.RFC822Name("example.com")), organizationSubtree()},
			[][]byte{gen.Subtree(gen.RegisteredID(private))},
		))),
		want: []string{"warning name-constraints-unusual-form"},
	},
	{
		name: "policyConstraints, not critical", cert: based(gen.SubCA, with(gen.PolicyConstraints(gen.RequireExplicitPolicy(0))), marked(cert.OIDPolicyConstraints, false)),
		want: []string{"error policy-limits-not-critical"},
	},
	{
		name: "inhibitAnyPolicy, not critical", cert: based(gen.SubCA, with(gen.InhibitAnyPolicy(0)), marked(cert.OIDInhibitAnyPolicy, false)),
		want: []string{"error policy-limits-not-critical"},
	},
	{
		name: "limits of policies", cert: based(gen.SubCA, with(gen.PolicyConstraints(gen.RequireExplicitPolicy(0)), gen.InhibitAnyPolicy(0))),
	},
	{name: "inhibitPolicyMapping alone", cert: based(gen.SubCA, with(gen.PolicyConstraints(gen.InhibitPolicyMapping(0))))},
	{
		name: "empty policyConstraints", cert: based(gen.SubCA, with(gen.PolicyConstraints())),
		want: []string{"error policy-constraints-empty"},
	},
	{
		name: "a mapping from anyPolicy", cert: based(gen.SubCA, with(gen.PolicyMappings(cert.OIDAnyPolicy, private))),
		want: []string{"error policy-mappings-any"},
	},
	{
		name: "a mapping to anyPolicy", cert: based(gen.SubCA, with(gen.PolicyMappings(private, cert.OIDAnyPolicy))),
		want: []string{"error policy-mappings-any"},
	},
	{name: "a mapping", cert: based(gen.SubCA, with(gen.PolicyMappings(private, cert.OIDMailboxValidatedStrict)))},
	{
		name: "a mapping, not critical", cert: based(gen.SubCA, with(gen.PolicyMappings(private, cert.OIDMailboxValidatedStrict)), marked(cert.OIDPolicyMappings, false)),
		want: []string{"warning policy-mappings-not-critical"},
	},
	{
		name: "an empty list of mappings", cert: based(gen.SubCA, with(gen.PolicyMappings())),
		want: []string{"error sequence-empty"},
	},
}

// constrained is the constrained CA with these permitted subtrees beside the one
// of its organization.
func constrained(subtrees ...[]byte) func() *gen.Cert {
	return based(gen.ConstrainedCA, with(gen.NameConstraints(append(subtrees, organizationSubtree()), nil)))
}

func organizationSubtree() []byte {
	return gen.Subtree(gen.DirectoryName(gen.NewName(
		string(cert.OIDCountryName), "DE", string(cert.OIDOrganizationName), gen.Organization,
	)))
}
