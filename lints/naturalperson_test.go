package lints

import (
	"testing"

	"sealglass/cert"
)

var naturalPersonCases = []testCase{
	{
		name: "a number of a passport", cert: leaf("sponsor", "strict", subjectSet(cert.OIDSerialNumber, "PASDE-C01X00T47")),
		want: []string{"info natural-person-identifier"},
	},
	{
		name: "a number of the issuer's own", cert: leaf("sponsor", "strict", subjectSet(cert.OIDSerialNumber, "EMPUS-00123")),
	},
	{
		name: "a number of no country", cert: leaf("individual", "strict", subjectSet(cert.OIDSerialNumber, "PNOQQ-1234")),
		want: []string{"warning natural-person-identifier-country"},
	},
	{
		name: "a tax number with a Greek prefix", cert: leaf("individual", "strict", subjectSet(cert.OIDSerialNumber, "TINEL-1234")),
	},
	{
		name: "a tax number before November 2024", cert: leaf("individual", "strict", subjectSet(cert.OIDSerialNumber, "TAXDE-1234"), dated("2024-11-21")),
		want: []string{"info natural-person-identifier", "notice natural-person-identifier-scheme-early"},
	},
	{
		name: "a passport before November 2024", cert: leaf("individual", "strict", subjectSet(cert.OIDSerialNumber, "PASDE-1234"), dated("2024-11-21")),
		want: []string{"info natural-person-identifier"},
	},
	{
		name: "a tax number since", cert: leaf("individual", "strict", subjectSet(cert.OIDSerialNumber, "TAXDE-1234")),
		want: []string{"info natural-person-identifier"},
	},
	{
		name: "a number of an identity card of an organization", cert: leaf("organization", "strict", subjectSet(cert.OIDSerialNumber, "IDCDE-1234")),
		want: []string{"notice natural-person-identifier-other-profile"},
	},
	{
		name: "a number of the issuer's own of an organization", cert: leaf("organization", "strict", subjectSet(cert.OIDSerialNumber, "1234")),
	},
}

func TestNaturalPerson(t *testing.T) {
	for text, want := range map[string]string{
		"PASDE-1": "PAS DE", "EIDXX-a": "EID XX",
		"PASDE-": "", "PASDE--": "", "PASde-1": "", "pasDE-1": "", "PASDE1": "", "PASDE11": "", "PASDE": "", "XXXDE-1": "", "PAS": "", "": "", " PA DE-1": "",
	} {
		got := ""
		if scheme, country, ok := naturalPerson(text); ok {
			got = scheme + " " + country
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
