package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var caExtensionsCases = []testCase{
	{
		name: "no subjectKeyIdentifier", cert: based(gen.SubCA, without(cert.OIDSubjectKeyIdentifier)),
		want: []string{"error ca-subject-key-identifier-missing"},
	},
	{
		name: "no subjectKeyIdentifier, of a root", cert: based(gen.Root, without(cert.OIDSubjectKeyIdentifier)),
		want: []string{"error ca-subject-key-identifier-missing"},
	},
	{
		name: "policies of a root", cert: based(gen.Root, with(gen.Policies(cert.OIDAnyPolicy))),
		want: []string{"warning root-policies"},
	},
	{
		name: "policies of a root, none reserved", cert: based(gen.Root, with(gen.Policies(private))),
		want: []string{"warning root-policies", "error ca-no-reserved-policy"},
	},
	{
		name: "no policies", cert: based(gen.SubCA, without(cert.OIDCertificatePolicies)),
		want: []string{"error subca-policies-missing"},
	},
	{
		name: "critical policies", cert: based(gen.SubCA, marked(cert.OIDCertificatePolicies, true)),
		want: []string{"warning subca-policies-critical"},
	},
	{
		name: "no reserved policy", cert: based(gen.SubCA, with(gen.Policies(private))),
		want: []string{"error ca-no-reserved-policy"},
	},
	{name: "anyPolicy", cert: based(gen.SubCA, with(gen.Policies(cert.OIDAnyPolicy)))},
	{
		name: "anyPolicy of another organization", cert: based(gen.SubCA, with(gen.Policies(cert.OIDAnyPolicy)), subjectSet(cert.OIDOrganizationName, "Other Trust GmbH")),
		want: []string{"warning subca-any-policy-other-organization"},
	},
	{name: "reserved policies of another organization", cert: based(gen.SubCA, subjectSet(cert.OIDOrganizationName, "Other Trust GmbH"))},
	{name: "anyPolicy of the same organization in capitals", cert: based(gen.SubCA, with(gen.Policies(cert.OIDAnyPolicy)), subjectSet(cert.OIDOrganizationName, "SAMPLE TRUST GMBH"))},
	{
		name: "no cRLDistributionPoints", cert: based(gen.SubCA, without(cert.OIDCRLDistributionPoints)),
		want: []string{"error subca-crl-distribution-points-missing"},
	},
	{
		name: "critical cRLDistributionPoints", cert: based(gen.SubCA, marked(cert.OIDCRLDistributionPoints, true)),
		want: []string{"error subca-crl-distribution-points-critical"},
	},
	{
		name: "a list by https alone", cert: based(gen.SubCA, points(gen.Point("https://crl.example.net/root1.crl"))),
		want: []string{"error subca-crl-distribution-points-no-http"},
	},
	{name: "a list by ldap beside", cert: based(gen.SubCA, points(gen.Point(ldapCRL), gen.Point("http://crl.example.net/root1.crl")))},
	{
		name: "no authorityInfoAccess", cert: based(gen.SubCA, without(cert.OIDAuthorityInfoAccess)),
		want: []string{"warning subca-authority-info-access-missing"},
	},
	{
		name: "no caIssuers", cert: based(gen.SubCA, access(ocspHTTP)),
		want: []string{"warning subca-authority-info-access-no-issuer"},
	},
	{
		name: "caIssuers by ldap alone", cert: based(gen.SubCA, access(ocspHTTP, issuerLDAP)),
		want: []string{"warning subca-authority-info-access-no-issuer"},
	},
	{
		name: "OCSP by https", cert: based(gen.SubCA, access(ocspHTTPS, issuerHTTP)),
		want: []string{"notice subca-ocsp-not-http"},
	},
	{name: "caIssuers alone", cert: based(gen.SubCA, access(issuerHTTP))},
	{
		name: "nameConstraints that are not critical", cert: based(gen.ConstrainedCA, marked(cert.OIDNameConstraints, false)),
		want: []string{"warning subca-name-constraints-not-critical"},
	},
}
