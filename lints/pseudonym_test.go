package lints

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var pseudonymCases = []testCase{
	{
		name: "beside a surname", cert: leaf("sponsor", "strict", subjectSet(cert.OIDPseudonym, "Falke")),
		want: []string{"error pseudonym-with-name", "notice draft-pseudonym"},
	},
	{
		name: "alone", cert: pseudonymous("Falke", "Falke"),
		want: []string{"notice draft-pseudonym"},
	},
	{
		name: "beside a mailbox", cert: pseudonymous("Falke", gen.Mailbox),
		want: []string{"notice draft-pseudonym"},
	},
	{
		name: "beside another mailbox", cert: pseudonymous("Falke", "max@example.com"),
		want: []string{"error common-name-mailbox-not-in-alternative-names", "notice draft-pseudonym"},
	},
	{
		name: "beside a real name", cert: pseudonymous("Falke", "Erika Mustermann"),
		want: []string{"error common-name-not-the-pseudonym", "notice draft-pseudonym"},
	},
	{
		name: "beside a real name before May 2024", cert: pseudonymous("Falke", "Erika Mustermann", dated("2024-05-10")),
		want: []string{"notice common-name-not-the-pseudonym-early", "notice draft-pseudonym"},
	},
	{
		name: "alone before May 2024", cert: pseudonymous("Falke", "Falke", dated("2024-05-10")),
		want: []string{"notice draft-pseudonym"},
	},
	{
		name: "in another script", cert: pseudonymous("Сокол", "Sokol"),
		want: []string{"warning common-name-pseudonym-spelling", "notice draft-pseudonym"},
	},
	{
		name: "in another order", cert: pseudonymous("Mark Twain", "Twain, Mark"),
		want: []string{"warning common-name-pseudonym-spelling", "notice draft-pseudonym"},
	},
	{
		name: "in other letters and spaces", cert: pseudonymous("Mark  Twain", "MARK Twain"),
		want: []string{"notice draft-pseudonym"},
	},
	{
		name: "with a mark", cert: pseudonymous("Mark Twain", "pseudo: Mark Twain"),
		want: []string{"notice common-name-more-than-pseudonym", "notice draft-pseudonym"},
	},
	{
		name: "one of two common names", cert: pseudonymous("Falke", "Falke", subjectAdd(cert.OIDCommonName, gen.UTF8, "Erika Mustermann")),
		want: []string{"error common-name-not-the-pseudonym", "notice draft-pseudonym"},
	},
	{
		name: "a mark beside a real name", cert: leaf("sponsor", "strict", subjectSet(cert.OIDCommonName, "Mustermann:PN")),
		want: []string{"notice common-name-marked-as-pseudonym"},
	},
	{
		name: "a mark without a real name", cert: leaf("sponsor", "legacy", subjectWithout(cert.OIDGivenName, cert.OIDSurname), subjectSet(cert.OIDCommonName, "PN: Falke")),
	},
}

// pseudonymous is a sponsor-validated certificate with a pseudonym in place of
// the names.
func pseudonymous(pseudonym, commonName string, edits ...edit) func() *gen.Cert {
	return leaf("sponsor", "strict", append([]edit{
		subjectWithout(cert.OIDGivenName, cert.OIDSurname), subjectSet(cert.OIDPseudonym, pseudonym), subjectSet(cert.OIDCommonName, commonName),
	}, edits...)...)
}

func TestPseudonymIn(t *testing.T) {
	for _, c := range []struct {
		commonName string
		pseudonyms []string
		want       pseudonymFit
	}{
		{"Jo", []string{"Jo"}, pseudonymAlone},
		{"Jo", []string{"."}, pseudonymAlone},
		{"Jo", []string{"Mo", "JO"}, pseudonymAlone},
		{"PN: Jo", []string{"Mo", "Jo"}, pseudonymInside},
		{"Jo", []string{"Mo", "Ёж"}, pseudonymUnclear},
		{"Twain Mark", []string{"Mark Twain"}, pseudonymUnclear},
		{"Jo", []string{"Mo", "Bo"}, pseudonymMissing},
	} {
		var pseudonyms []spelling
		for _, p := range c.pseudonyms {
			pseudonyms = append(pseudonyms, spell(p))
		}
		if got := pseudonymIn(c.commonName, pseudonyms); got != c.want {
			t.Errorf("%q in %q: %d, want %d", c.pseudonyms, c.commonName, got, c.want)
		}
	}
}

func TestMarkedAsPseudonym(t *testing.T) {
	for text, want := range map[string]bool{
		"PN: Jo": true, "pseudo:Jo": true, "Pseudonym: Jo": true, " Jo:PN ": true,
		"Jo": false, "PN Jo": false, "Jo PN": false, "Jo: pseudo:": false, "": false,
	} {
		if markedAsPseudonym(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}
