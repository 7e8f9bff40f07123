package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var personNameCases = []testCase{
	{
		name: "sponsor-validated without a name", cert: leaf("sponsor", "multipurpose", subjectWithout(cert.OIDGivenName, cert.OIDSurname)),
		want: []string{"error sponsor-person-missing"},
	},
	{
		name: "individual-validated without a name", cert: leaf("individual", "strict", subjectWithout(cert.OIDGivenName, cert.OIDSurname)),
		want: []string{"error individual-person-missing"},
	},
	{
		name: "a surname alone", cert: leaf("individual", "strict", subjectWithout(cert.OIDGivenName)),
	},
	{
		name: "a given name alone", cert: leaf("individual", "strict", subjectWithout(cert.OIDSurname)),
		want: []string{"warning given-name-without-surname"},
	},
	{
		name: "legacy with a common name alone", cert: leaf("individual", "legacy", subjectWithout(cert.OIDGivenName, cert.OIDSurname)),
	},
	{
		name: "legacy without any name", cert: leaf("sponsor", "legacy", subjectWithout(cert.OIDGivenName, cert.OIDSurname, cert.OIDCommonName)),
		want: []string{"warning legacy-person-missing"},
	},
}

var organizationCases = []testCase{
	{
		name: "an assumed name", cert: leaf("sponsor", "strict", subjectSet(cert.OIDOrganizationName, "Beispiel (Beispiel Handels GmbH)")),
	},
	{
		name: "an open parenthesis", cert: leaf("sponsor", "strict", subjectSet(cert.OIDOrganizationName, "Beispiel (Beispiel Handels GmbH")),
		want: []string{"notice organization-name-parentheses"},
	},
	{
		name: "a closed parenthesis", cert: leaf("sponsor", "strict", subjectSet(cert.OIDOrganizationName, "Beispiel) (Handels GmbH")),
		want: []string{"notice organization-name-parentheses"},
	},
	{
		name: "a unit", cert: leaf("sponsor", "strict", subjectAdd(cert.OIDOrganizationalUnitName, gen.UTF8, "Vertrieb")),
		want: []string{"notice organizational-unit"},
	},
}
