package lints

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var directoryNameCases = []testCase{
	{
		name: "the subject once more", cert: leaf("sponsor", "strict", besideName("sponsor", "strict")),
	},
	{
		name: "a street in a strict certificate", cert: leaf("sponsor", "strict", besideName("sponsor", "strict", subjectSet(cert.OIDLocalityName, "Köln"), subjectSet(cert.OIDStreetAddress, "Ring 1"))),
		want: []string{"error directory-name-attribute-forbidden"},
	},
	{
		name: "a street before July 2025", cert: leaf(
			"sponsor", "strict", besideName("sponsor", "strict", subjectSet(cert.OIDLocalityName, "Köln"), subjectSet(cert.OIDStreetAddress, "Ring 1")), dated("2025-07-01"),
		),
	},
	{
		name: "a person in a mailbox-validated certificate", cert: leaf("mailbox", "strict", with(sanWith(gen.DirectoryName(gen.NewName(string(cert.OIDSurname), "Mustermann"))))),
		want: []string{"error directory-name-attribute-forbidden"},
	},
	{
		name: "another attribute", cert: leaf("individual", "strict", besideName("individual", "strict", subjectAdd(cert.OIDInitials, gen.UTF8, "E."))),
		want: []string{"error directory-name-attribute-forbidden"},
	},
	{
		name: "another attribute in a legacy certificate", cert: leaf("individual", "legacy", besideName("individual", "legacy", subjectAdd(cert.OIDInitials, gen.UTF8, "E."))),
	},
	{
		name: "no organization", cert: leaf("sponsor", "strict", besideName("sponsor", "strict", subjectWithout(cert.OIDOrganizationName))),
		want: []string{"warning directory-name-attribute-missing"},
	},
	{
		name: "no person", cert: leaf("individual", "strict", besideName("individual", "strict", subjectWithout(cert.OIDGivenName, cert.OIDSurname))),
		want: []string{"warning directory-name-attribute-missing"},
	},
	{
		name: "no person in a legacy certificate", cert: leaf("individual", "legacy", besideName("individual", "legacy", subjectWithout(cert.OIDGivenName, cert.OIDSurname))),
	},
}

func TestDirectoryNameGaps(t *testing.T) {
	c := parsed(leaf("sponsor", "strict", with(sanWith(gen.DirectoryName(gen.NewName(string(cert.OIDCommonName), "Jo"))))))
	s := &Subject{Cert: c, Profile: Sponsor, Generation: Strict}
	names := judgedNames(s)
	want := "organizationName, organizationIdentifier, givenName or surname or pseudonym is absent"
	if got := tableGaps(s, &names[1]); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := tableGaps(s, &names[0]); got != "" {
		t.Errorf("the subject: %q", got)
	}
}
