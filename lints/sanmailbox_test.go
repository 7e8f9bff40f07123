package lints

import (
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var sanMailboxCases = []testCase{
	{
		name: "a name before the address", cert: leaf("sponsor", "strict", with(sanWith(gen.RFC822Name("Erika <erika@example.com>")))),
		want: []string{"error mailbox-malformed"},
	},
	{
		name: "two addresses in one name", cert: leaf("sponsor", "strict", with(sanWith(gen.RFC822Name("a@example.com;b@example.com")))),
		want: []string{"error mailbox-malformed"},
	},
	{
		name: "a link in place of the address", cert: leaf("sponsor", "strict", with(sanWith(gen.RFC822Name("mailto:erika@example.com")))),
		want: []string{"error mailbox-malformed"},
	},
	{
		name: "UTF-8 in an ordinary address", cert: leaf("sponsor", "strict", with(sanWith(gen.RFC822Name("jürgen@example.com")))),
		want: []string{"error mailbox-malformed"},
	},
	{
		name: "a quoted local part and an address literal",
		cert: leaf("sponsor", "strict", with(sanWith(gen.RFC822Name(`"erika mustermann"@[192.0.2.1]`)))),
	},
	{
		name: "an international address", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("jürgen@xn--bcher-kva.example")))),
	},
	{
		name: "an international address as IA5String",
		cert: leaf("sponsor", "strict", with(sanWith(gen.OtherName(cert.OIDSmtpUTF8Mailbox, gen.Text(gen.IA5, "jurgen@example.com"))))),
		want: []string{"error utf8-mailbox-type"},
	},
	{
		name: "an international address that is no UTF-8",
		cert: leaf("sponsor", "strict", with(sanWith(gen.OtherName(cert.OIDSmtpUTF8Mailbox, gen.TLV(gen.UTF8, []byte("j\xfcrgen@example.com")))))),
		want: []string{"error utf8-mailbox-type"},
	},
	{
		name: "an international address in brackets", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("<jürgen@example.com>")))),
		want: []string{"error utf8-mailbox-malformed"},
	},
	{
		name: "a byte-order mark", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("\ufeffjürgen@example.com")))),
		want: []string{"error utf8-mailbox-bom"},
	},
	{
		name: "an ordinary address as an international one", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("erika@xn--bcher-kva.example")))),
		want: []string{"error utf8-mailbox-ascii"},
	},
	{
		name: "a domain in its own script", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("jürgen@bücher.example")))),
		want: []string{"error utf8-mailbox-u-label"},
	},
	{
		name: "a domain in its own script, before RFC 9598",
		cert: leaf("sponsor", "multipurpose", dated("2024-08-28"), with(sanWith(gen.SmtpUTF8Mailbox("jürgen@bücher.example")))),
	},
	{
		name: "a domain in ASCII form, before RFC 9598",
		cert: leaf("sponsor", "multipurpose", dated("2024-08-28"), with(sanWith(gen.SmtpUTF8Mailbox("jürgen@xn--bcher-kva.example")))),
		want: []string{"warning utf8-mailbox-a-label-early"},
	},
	{
		name: "capitals in the ASCII form, before RFC 9598",
		cert: leaf("sponsor", "multipurpose", dated("2024-08-28"), with(sanWith(gen.SmtpUTF8Mailbox("jürgen@XN--BCHER-KVA.example")))),
		want: []string{"warning utf8-mailbox-a-label-early"},
	},
	{
		name: "capitals in the domain", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("jürgen@Example.com")))),
		want: []string{"error utf8-mailbox-domain"},
	},
	{
		name: "capitals in the ASCII form", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("jürgen@XN--bcher-kva.example")))),
		want: []string{"error utf8-mailbox-domain"},
	},
	{
		name: "reserved hyphens", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("jürgen@ab--cd.example")))),
		want: []string{"error utf8-mailbox-domain"},
	},
	{
		name: "a long label", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("jürgen@"+strings.Repeat("a", maxLabel+1)+".example")))),
		want: []string{"error utf8-mailbox-domain"},
	},
	{
		name: "an address literal in capitals", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("jürgen@[IPv6:2001:DB8::1]")))),
	},
	{
		name: "the prefix of the ASCII form before another script", cert: leaf("sponsor", "strict", with(sanWith(gen.SmtpUTF8Mailbox("jürgen@xn--bücher.example")))),
		want: []string{"error utf8-mailbox-u-label"},
	},
	{
		name: "a label that does not decode", cert: leaf("sponsor", "strict", with(sanWith(gen.RFC822Name("erika@xn--99999999.example")))),
		want: []string{"error mail-domain-not-idna"},
	},
	{
		name: "a character without a meaning", cert: leaf("sponsor", "strict", with(sanWith(gen.RFC822Name("erika@xn--"+encoded("a\U000e0fff")+".example")))),
		want: []string{"warning mail-domain-unassigned"},
	},
}

func encoded(label string) string {
	text, _ := punycode(label)
	return text
}

func TestPlainLabel(t *testing.T) {
	for label, want := range map[string]bool{
		"example": true, "Example": false, "a-b": true, "ab--c": false, "ab--": false, "a--": true, "ab-": true, "xn--bcher-kva": true, "XN--bcher-kva": false,
		strings.Repeat("a", maxLabel-1): true, strings.Repeat("a", maxLabel): true, strings.Repeat("a", maxLabel+1): false,
	} {
		if plainLabel(label) != want {
			t.Errorf("%s: %v", label, !want)
		}
	}
}

func TestALabelProblem(t *testing.T) {
	for name, problem := range map[string]string{
		"bücher":    "",
		"straße":    "",
		"中国":        "",
		"नमस्ते":    "",
		"καλημέρας": "",
		"l·l":       "",
		"ᎣᏏᏲ":       "",
		"Ülm":       "has a character that domains may not have: Ü",
		"☃":         "has a character that domains may not have: ☃",
		"a∕b":       "has a character that domains may not have: ∕",
		"\u0301a":   "begins with a combining mark",
		"ab--ü":     "has a hyphen where none may stand",
		"-ü":        "has a hyphen where none may stand",
	} {
		text, ok := punycode(name)
		if !ok {
			t.Fatalf("%s does not encode", name)
		}
		if got := aLabelProblem(aceprefix + text); got != problem {
			t.Errorf("%s (%s): %q, not %q", name, text, got, problem)
		}
	}
	for label, problem := range map[string]string{
		"xn--bcher-kva":                   "",
		"XN--BCHER-KVA":                   "",
		"xn--a-":                          "stands for a, which needs no xn--",
		"xn--99999999":                    "does not decode",
		"xn--" + strings.Repeat("a", 100): "is longer than 63 characters",
	} {
		if got := aLabelProblem(label); got != problem {
			t.Errorf("%s: %q, not %q", label, got, problem)
		}
	}
}

// The domains of both kinds of mailbox are looked at, and one of a single character
// is no address in brackets.
func TestMailLabels(t *testing.T) {
	s := Subject{Cert: &cert.Certificate{Decoded: cert.Decoded{SubjectAltName: &cert.AltName{Extension: &cert.Extension{OID: cert.OIDSubjectAltName}, Names: []cert.GeneralName{
		{Kind: cert.RFC822Name, Text: "jo@x"},
		{Kind: cert.RFC822Name, Text: "jo@xn--99999999999.example"},
		{Kind: cert.OtherName, Type: cert.OIDSmtpUTF8Mailbox, Text: "jö@xn--99999999999.example", Str: cert.String{Tag: tagUTF8String, Bytes: []byte("x")}},
		{Kind: cert.OtherName, Type: cert.OIDUPN, Text: "jo@xn--99999999999.example"},
	}}}}}
	places := atMailLabels(&s, aLabelProblem)
	if len(places) != 2 || places[0].Path != "tbsCertificate.extensions.subjectAltName.names[1]" || places[1].Path != "tbsCertificate.extensions.subjectAltName.names[2]" {
		t.Errorf("%+v", places)
	}
}

// Of capital letters only those of the Cherokee are the stable form (RFC 5892 2.2).
func TestDisallowed(t *testing.T) {
	for r, want := range map[rune]bool{
		0x13a0: false, 0x13f5: false, 0x10a0: true, 'Ä': true, 'ä': false, '-': false, 0xb7: false, 0x20ac: true, '0': false, 0x378: false,
	} {
		if disallowed(r) != want {
			t.Errorf("%U: %t", r, !want)
		}
	}
}
