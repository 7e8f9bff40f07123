package lints

import "sealglass/cert"

var addressCases = []testCase{
	{
		name: "a street without a place", cert: leaf("sponsor", "multipurpose", subjectSet(cert.OIDStreetAddress, "Ring 1")),
		want: []string{"error street-without-place"},
	},
	{
		name: "a street with a state", cert: leaf("sponsor", "multipurpose", subjectSet(cert.OIDStreetAddress, "Ring 1"), subjectSet(cert.OIDStateOrProvinceName, "Hessen")),
	},
	{
		name: "a locality without a country", cert: leaf("individual", "strict", subjectWithout(cert.OIDCountryName), subjectSet(cert.OIDLocalityName, "Köln")),
		want: []string{"error locality-without-country"},
	},
	{
		name: "a state without a country", cert: leaf("individual", "strict", subjectWithout(cert.OIDCountryName), subjectSet(cert.OIDStateOrProvinceName, "Hessen")),
		want: []string{"error state-without-country"},
	},
	{
		name: "a postal code without a country", cert: leaf("individual", "multipurpose", subjectWithout(cert.OIDCountryName), subjectSet(cert.OIDPostalCode, "50667")),
		want: []string{"error postal-code-without-country"},
	},
	{
		name: "a whole address", cert: leaf(
			"organization", "multipurpose", subjectSet(cert.OIDStreetAddress, "Ring 1"), subjectSet(cert.OIDLocalityName, "Köln"),
			subjectSet(cert.OIDStateOrProvinceName, "NRW"), subjectSet(cert.OIDPostalCode, "50667"),
		),
	},
	{
		name: "a locality without a country in a directory name", cert: leaf("individual", "strict", besideName("individual", "strict", subjectWithout(cert.OIDCountryName), subjectSet(cert.OIDLocalityName, "Köln"))),
		want: []string{"error locality-without-country"},
	},
	{
		name: "no country", cert: leaf("individual", "strict", subjectWithout(cert.OIDCountryName)),
	},
	{
		name: "a code that is none", cert: leaf("individual", "strict", subjectSet(cert.OIDCountryName, "UK")),
		want: []string{"error country-not-iso"},
	},
	{
		name: "small letters", cert: leaf("individual", "strict", subjectSet(cert.OIDCountryName, "de")),
		want: []string{"error country-not-iso"},
	},
	{
		name: "a country without a code", cert: leaf("individual", "strict", subjectSet(cert.OIDCountryName, "XX"), subjectSet(cert.OIDStateOrProvinceName, "Kosovo")),
	},
	{
		name: "a user-assigned code", cert: leaf("individual", "strict", subjectSet(cert.OIDCountryName, "XK")),
		want: []string{"error country-user-assigned"},
	},
	{
		name: "a user-assigned code before May 2024", cert: leaf("individual", "strict", subjectSet(cert.OIDCountryName, "XK"), dated("2024-05-10")),
		want: []string{"error country-user-assigned-early"},
	},
	{
		name: "a country without a code before May 2024", cert: leaf("individual", "strict", subjectSet(cert.OIDCountryName, "XX"), dated("2024-05-10")),
	},
}
