package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var caSubjectCases = []testCase{
	{
		name: "empty", cert: based(gen.SubCA, func(c *gen.Cert) { c.Subject = gen.Name{} }),
		want: []string{"error ca-subject-empty"},
	},
	{
		name: "no commonName", cert: based(gen.SubCA, subjectWithout(cert.OIDCommonName)),
		want: []string{"error ca-common-name-missing"},
	},
	{
		name: "no organizationName", cert: based(gen.SubCA, subjectWithout(cert.OIDOrganizationName)),
		want: []string{"error ca-organization-missing"},
	},
	{
		name: "no countryName, of a root", cert: based(gen.Root, subjectWithout(cert.OIDCountryName), sameIssuer),
		want: []string{"error ca-country-missing"},
	},
	{
		name: "country UK", cert: based(gen.SubCA, subjectSet(cert.OIDCountryName, "UK")),
		want: []string{"error ca-country-not-iso"},
	},
	{
		name: "country in small letters", cert: based(gen.SubCA, subjectSet(cert.OIDCountryName, "de")),
		want: []string{"error ca-country-not-iso"},
	},
	{
		name: "country XX", cert: based(gen.SubCA, subjectSet(cert.OIDCountryName, "XX")),
		want: []string{"error ca-country-not-iso"},
	},
	{name: "country GB", cert: based(gen.SubCA, subjectSet(cert.OIDCountryName, "GB"))},
}

// sameIssuer makes the certificate name itself as its issuer.
func sameIssuer(c *gen.Cert) { c.Issuer = c.Subject }
