package lints

import (
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var commonNameCases = []testCase{
	{
		name: "a person's name in a mailbox-validated certificate", cert: leaf("mailbox", "strict", subjectSet(cert.OIDCommonName, "Erika Mustermann")),
		want: []string{"error common-name-not-a-mailbox"},
	},
	{
		name: "a mailbox of one label in a mailbox-validated certificate", cert: leaf("mailbox", "strict", subjectSet(cert.OIDCommonName, "erika@localhost")),
		want: []string{"error common-name-not-a-mailbox"},
	},
	{
		name: "a mailbox of one label that is an alternative name", cert: leaf("mailbox", "strict", subjectSet(cert.OIDCommonName, "erika@localhost"), with(sanWith(gen.RFC822Name("erika@localhost")))),
	},
	{
		name: "the second of two mailboxes", cert: leaf("mailbox", "strict", with(gen.SubjectAltName(gen.RFC822Name("erika@example.org"), gen.RFC822Name(gen.Mailbox)))),
	},
	{
		name: "a second common name", cert: leaf("mailbox", "strict", subjectAdd(cert.OIDCommonName, gen.UTF8, "Erika")),
		want: []string{"error common-name-not-a-mailbox"},
	},
	{
		name: "no common name", cert: leaf("mailbox", "strict", subjectWithout(cert.OIDCommonName), subjectSet(cert.OIDEmailAddress, gen.Mailbox)),
	},
	{
		name: "another mailbox", cert: leaf("mailbox", "strict", subjectSet(cert.OIDCommonName, "max@example.com")),
		want: []string{"error common-name-mailbox-not-in-alternative-names"},
	},
	{
		name: "another mailbox of a person", cert: leaf("sponsor", "strict", subjectSet(cert.OIDCommonName, "max@example.com")),
		want: []string{"error common-name-mailbox-not-in-alternative-names"},
	},
	{
		name: "another local part by letter case", cert: leaf("mailbox", "strict", subjectSet(cert.OIDCommonName, "Erika.Mustermann@example.com")),
		want: []string{"error common-name-mailbox-not-in-alternative-names"},
	},
	{
		name: "the domain in capital letters", cert: leaf("mailbox", "strict", subjectSet(cert.OIDCommonName, "erika.mustermann@EXAMPLE.com")),
		want: []string{"warning common-name-mailbox-spelling"},
	},
	{
		name: "the domain with a U-label", cert: leaf(
			"mailbox", "strict", subjectSet(cert.OIDCommonName, "erika@bücher.example"), with(gen.SubjectAltName(gen.RFC822Name("erika@xn--bcher-kva.example"))),
		),
		want: []string{"warning common-name-mailbox-spelling"},
	},
	{
		name: "an international mailbox", cert: leaf("mailbox", "strict", subjectSet(cert.OIDCommonName, "jörg@example.com"), with(sanWith(gen.SmtpUTF8Mailbox("jörg@example.com")))),
	},
	{
		name: "a mailbox for a person", cert: leaf("sponsor", "strict", subjectSet(cert.OIDCommonName, gen.Mailbox)),
	},
	{
		name: "a mailbox for an organization", cert: leaf("organization", "strict", subjectSet(cert.OIDCommonName, gen.Mailbox)),
	},
	{
		name: "no common name of an organization", cert: leaf("organization", "strict", subjectWithout(cert.OIDCommonName)),
	},
	{
		name: "another name than the organization", cert: leaf("organization", "strict", subjectSet(cert.OIDCommonName, "Andere GmbH")),
		want: []string{"error common-name-not-the-organization"},
	},
	{
		name: "a name with an at sign", cert: leaf("organization", "strict", subjectSet(cert.OIDCommonName, "AAA@123BBB")),
		want: []string{"error common-name-not-the-organization"},
	},
	{
		name: "the second of two organizations", cert: leaf("organization", "strict", subjectAdd(cert.OIDOrganizationName, gen.UTF8, "Andere GmbH"), subjectSet(cert.OIDCommonName, "Andere GmbH")),
	},
	{
		name: "the organization in another string type", cert: leaf("organization", "strict", subjectTyped(cert.OIDCommonName, gen.Printable, gen.Organization)),
	},
	{
		name: "the organization in capital letters", cert: leaf("organization", "strict", subjectSet(cert.OIDCommonName, "BEISPIEL Handels GmbH")),
		want: []string{"warning common-name-organization-spelling"},
	},
	{
		name: "the organization in another script", cert: leaf("organization", "strict", subjectSet(cert.OIDOrganizationName, "Бета"), subjectSet(cert.OIDCommonName, "Beta")),
		want: []string{"warning common-name-organization-spelling"},
	},
	{
		name: "an organization that is not readable", cert: leaf("organization", "strict", subjectTyped(cert.OIDOrganizationName, gen.Printable, "A_B"), subjectSet(cert.OIDCommonName, "A B")),
		want: []string{"error attribute-characters"},
	},
	{
		name: "another name than given name and surname", cert: leaf("sponsor", "strict", subjectSet(cert.OIDCommonName, "Max Power")),
		want: []string{"notice common-name-other-than-names"},
	},
	{
		name: "the names in another order with a title", cert: leaf("sponsor", "strict", subjectSet(cert.OIDCommonName, "MUSTERMANN, Dr. E.")),
	},
	{
		name: "the names with umlauts written out", cert: leaf("sponsor", "strict", subjectSet(cert.OIDSurname, "Müller"), subjectSet(cert.OIDCommonName, "E. Mueller")),
	},
	{
		name: "the names in another script", cert: leaf("individual", "strict", subjectSet(cert.OIDCommonName, "Эрика Мустерманн")),
	},
	{
		name: "within a directory name", cert: leaf("organization", "strict", besideName("organization", "strict", subjectSet(cert.OIDCommonName, "Andere GmbH"))),
		want: []string{"error common-name-not-the-organization"},
	},
}

func TestManyNamesAreNotCompared(t *testing.T) {
	for n, want := range map[int]int{maxNames - 1: 1, maxNames: 1, maxNames + 1: 0} {
		many := func(oid cert.OID) edit {
			return func(c *gen.Cert) {
				for range n - 1 {
					c.Subject.Add(oid, gen.UTF8, "x"+strings.Repeat("y", 9))
				}
			}
		}
		other := subjectSet(cert.OIDCommonName, "Q Q")
		s := &Subject{Cert: parsed(leaf("organization", "strict", other, many(cert.OIDOrganizationName)))}
		if got := len(otherThanOrganization(s, false)); got != want {
			t.Errorf("%d organizations: %d findings", n, got)
		}
		s = &Subject{Cert: parsed(leaf("individual", "strict", subjectWithout(cert.OIDGivenName), other, many(cert.OIDSurname)))}
		if got := len(otherThanNames(s)); got != want {
			t.Errorf("%d surnames: %d findings", n, got)
		}
		s = &Subject{Cert: parsed(leaf("mailbox", "strict", other, many(cert.OIDPseudonym), subjectAdd(cert.OIDPseudonym, gen.UTF8, "z")))}
		if got := len(besidePseudonym(s, pseudonymMissing)); got != want {
			t.Errorf("%d pseudonyms: %d findings", n, got)
		}
	}
}
