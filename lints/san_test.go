package lints

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var sanCases = []testCase{
	{
		name: "no alternative names", cert: leaf("sponsor", "strict", without(cert.OIDSubjectAltName)),
		want: []string{"error san-missing", "notice gmail-no-mailbox", "coming apple-no-mailbox"},
	},
	{
		name: "website without any name", cert: based(gen.TLS, emptySubject, without(cert.OIDSubjectAltName)),
		want: []string{"error subject-and-san-missing"},
	},
	{
		name: "website with a critical name alone", cert: based(gen.TLS, emptySubject, marked(cert.OIDSubjectAltName, true)),
	},
	{
		name: "critical beside a subject", cert: leaf("mailbox", "strict", marked(cert.OIDSubjectAltName, true)),
		want: []string{"warning san-critical"},
	},
	{
		name: "critical without a subject", cert: leaf("mailbox", "strict", emptySubject, marked(cert.OIDSubjectAltName, true)),
	},
	{
		name: "not critical without a subject", cert: leaf("mailbox", "strict", emptySubject),
		want: []string{"error san-not-critical"},
	},
	{
		name: "no entry", cert: leaf("sponsor", "strict", with(gen.SubjectAltName())),
		want: []string{"error san-without-entry", "notice gmail-no-mailbox", "coming apple-no-mailbox"},
	},
	{
		name: "an empty mailbox", cert: leaf("sponsor", "strict", with(gen.SubjectAltName(gen.RFC822Name(gen.Mailbox), gen.RFC822Name("")))),
		want: []string{"error san-empty-name"},
	},
	{
		name: "an empty international mailbox", cert: leaf("sponsor", "strict", with(gen.SubjectAltName(gen.RFC822Name(gen.Mailbox), gen.SmtpUTF8Mailbox("")))),
		want: []string{"error san-empty-name"},
	},
	{
		name: "a directory name alone", cert: leaf("sponsor", "strict", with(gen.SubjectAltName(gen.DirectoryName(gen.Leaf("sponsor", "strict").Subject)))),
		want: []string{"error san-no-mailbox", "notice gmail-no-mailbox", "coming apple-no-mailbox"},
	},
	{
		name: "an account in a strict certificate", cert: leaf("sponsor", "strict", with(sanWith(gen.UPN("erika@example.com")))),
		want: []string{"error san-other-name-strict"},
	},
	{
		name: "an account in a multipurpose certificate", cert: leaf("sponsor", "multipurpose", with(sanWith(gen.UPN("erika@example.com")))),
	},
	{
		name: "names of every other form", cert: leaf("sponsor", "multipurpose", with(sanWith(
			gen.DNSName("mail.example.com"), gen.URI("https://example.com/"), gen.IPAddress(192, 0, 2, 1),
			gen.X400Address(), gen.EDIPartyName("party"), gen.RegisteredID("1.2.3.4"),
		))),
		want: []string{"error san-name-form"},
	},
	{
		name: "critical names of the issuer", cert: leaf("sponsor", "strict", with(gen.IssuerAltName(gen.URI("http://ca.example.net/"))), marked(cert.OIDIssuerAltName, true)),
		want: []string{"warning issuer-alt-name-critical"},
	},
	{
		name: "names of the issuer", cert: leaf("sponsor", "strict", with(gen.IssuerAltName(gen.URI("http://ca.example.net/")))),
	},
}

// sanWith are the alternative names of the base certificates and these.
func sanWith(names ...[]byte) gen.Extension {
	return gen.SubjectAltName(append([][]byte{gen.RFC822Name(gen.Mailbox)}, names...)...)
}

func emptySubject(c *gen.Cert) { c.Subject = gen.Name{} }

func TestGeneralNameText(t *testing.T) {
	for want, n := range map[string]cert.GeneralName{
		"a name of no known form": {Kind: cert.UnknownName},
		"registeredID 1.2.3":      {Kind: cert.RegisteredID, Text: "1.2.3"},
		"x400Address":             {Kind: cert.X400Address},
	} {
		if got := generalNameText(&n); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestEmptyName(t *testing.T) {
	utf8 := cert.String{Tag: tagUTF8String}
	for _, c := range []struct {
		name cert.GeneralName
		want bool
	}{
		{cert.GeneralName{Kind: cert.OtherName, Type: cert.OIDSmtpUTF8Mailbox, Str: utf8}, true},
		{cert.GeneralName{Kind: cert.OtherName, Type: cert.OIDSmtpUTF8Mailbox}, false}, // no string at all
		{cert.GeneralName{Kind: cert.OtherName, Type: cert.OIDSmtpUTF8Mailbox, Str: cert.String{Tag: tagUTF8String, Bytes: []byte("x")}}, false},
		{cert.GeneralName{Kind: cert.OtherName, Type: cert.OIDUPN, Str: utf8}, false},
		{cert.GeneralName{Kind: cert.RFC822Name}, true},
		{cert.GeneralName{Kind: cert.DirectoryName}, false},
	} {
		if emptyName(&c.name) != c.want {
			t.Errorf("%+v: %t", c.name, !c.want)
		}
	}
}
