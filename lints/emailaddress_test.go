package lints

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var emailAddressCases = []testCase{
	{
		name: "two addresses in one value", cert: leaf("mailbox", "strict", subjectSet(cert.OIDEmailAddress, gen.Mailbox+";max@example.com")),
		want: []string{"error email-address-not-a-mailbox"},
	},
	{
		name: "an address with a name", cert: leaf("sponsor", "strict", subjectSet(cert.OIDEmailAddress, "Erika <"+gen.Mailbox+">")),
		want: []string{"error email-address-not-a-mailbox"},
	},
	{
		name: "two attributes", cert: leaf(
			"mailbox", "strict", subjectAdd(cert.OIDEmailAddress, gen.IA5, gen.Mailbox), subjectAdd(cert.OIDEmailAddress, gen.IA5, "max@example.com"),
			with(sanWith(gen.RFC822Name("max@example.com"))),
		),
	},
	{
		name: "another address", cert: leaf("sponsor", "strict", subjectSet(cert.OIDEmailAddress, "max@example.com")),
		want: []string{"error subject-mailbox-not-in-alternative-names"},
	},
	{
		name: "another address of one label", cert: leaf("sponsor", "strict", subjectSet(cert.OIDEmailAddress, "max@localhost")),
		want: []string{"error subject-mailbox-not-in-alternative-names"},
	},
	{
		name: "another address in a title", cert: leaf("sponsor", "strict", subjectSet(cert.OIDTitle, "max@example.com")),
		want: []string{"error subject-mailbox-not-in-alternative-names"},
	},
	{
		name: "an organization with an at sign", cert: leaf("sponsor", "strict", subjectSet(cert.OIDOrganizationName, "Sales@Acme")),
	},
	{
		name: "the domain in capital letters", cert: leaf("sponsor", "strict", subjectSet(cert.OIDEmailAddress, "erika.mustermann@Example.COM")),
	},
	{
		name: "the local part in capital letters", cert: leaf("sponsor", "strict", subjectSet(cert.OIDEmailAddress, "Erika.Mustermann@example.com")),
		want: []string{"warning subject-email-address-case"},
	},
	{
		name: "another address in a directory name", cert: leaf("sponsor", "strict", besideName("sponsor", "strict", subjectSet(cert.OIDEmailAddress, "max@example.com"))),
		want: []string{"error directory-name-mailbox-not-in-alternative-names"},
	},
	{
		name: "another address as common name of a directory name", cert: leaf("sponsor", "strict", besideName("sponsor", "strict", subjectSet(cert.OIDCommonName, "max@example.com"))),
		want: []string{"error directory-name-mailbox-not-in-alternative-names"},
	},
	{
		name: "the address in a directory name", cert: leaf("sponsor", "strict", besideName("sponsor", "strict", subjectSet(cert.OIDEmailAddress, gen.Mailbox))),
	},
}

func TestLooksLikeMailbox(t *testing.T) {
	for text, want := range map[string]bool{
		"jo@example.com": true, "jo@xn--bcher-kva.example": true, `"jo do"@example.com`: true, "jö@bücher.example": true,
		"jo@localhost": false, "AAA@123BBB": false, "jo@10.1": false, "jo@[192.0.2.1]": false, "Jo <jo@example.com>": false, "Jo": false, "": false,
	} {
		if looksLikeMailbox(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

func TestSANMailboxes(t *testing.T) {
	c := parsed(leaf("mailbox", "strict", with(gen.SubjectAltName(
		gen.RFC822Name("jo@Example.com"), gen.SmtpUTF8Mailbox("\ufeffjörg@example.com"), gen.DNSName("mo@example.com"), gen.RFC822Name("no address"),
	))))
	m := mailboxesOf(c)
	for text, want := range map[string]likeness{
		"jo@Example.com": exactly, "jo@example.com": sameMailbox, "JO@example.com": caseMailbox,
		"jörg@example.com": exactly, "mo@example.com": noMailbox, "no address": exactly, "": noMailbox,
	} {
		if got := m.like(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
	if m.vague || m.none() {
		t.Errorf("vague %t, none %t", m.vague, m.none())
	}
	c = parsed(leaf("mailbox", "strict", with(gen.SubjectAltName(gen.RFC822Name("j\xf6rg@example.com")))))
	if m := mailboxesOf(c); !m.vague || m.none() {
		t.Errorf("an octet beyond ASCII: vague %t, none %t", m.vague, m.none())
	}
	if m := mailboxesOf(parsed(leaf("mailbox", "strict", without(cert.OIDSubjectAltName)))); !m.none() {
		t.Error("no alternative names, and yet a mailbox")
	}
}
