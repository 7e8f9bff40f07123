package lints

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// subjectAdd adds an attribute of this string type to the subject.
func subjectAdd(oid cert.OID, tag byte, text string) edit {
	return func(c *gen.Cert) { c.Subject.Add(oid, tag, text) }
}

// subjectTyped gives an attribute of the subject another string type and value.
func subjectTyped(oid cert.OID, tag byte, text string) edit {
	return func(c *gen.Cert) {
		a := c.Subject.Attribute(oid)
		a.Tag, a.Value = tag, text
	}
}

// besideName puts the subject of the base certificate, with these edits, among
// the alternative names as a directoryName.
func besideName(profile, generation string, edits ...edit) edit {
	return with(sanWith(gen.DirectoryName(leaf(profile, generation, edits...)().Subject)))
}

func TestJudgedNames(t *testing.T) {
	s := &Subject{Cert: parsed(leaf("sponsor", "strict", with(gen.SubjectAltName(
		gen.RFC822Name(gen.Mailbox),
		gen.DirectoryName(gen.NewName(string(cert.OIDCommonName), "Jo")),
		gen.DirectoryName(gen.Name{Raw: gen.Integer(1)}),
		gen.DirectoryName(gen.NewName(string(cert.OIDSurname), "Doe")),
	))))}
	names := judgedNames(s)
	want := []string{
		"tbsCertificate.subject",
		"tbsCertificate.extensions.subjectAltName.names[1]",
		"tbsCertificate.extensions.subjectAltName.names[3]",
	}
	if len(names) != len(want) {
		t.Fatalf("%d names: %+v", len(names), names)
	}
	for i := range names {
		if names[i].path != want[i] || names[i].subject != (i == 0) {
			t.Errorf("%d: %q, subject %t", i, names[i].path, names[i].subject)
		}
	}
	places := attributePlaces(s, func(_ *judgedName, a *cert.Attribute) string {
		if a.Type == cert.OIDSurname {
			return a.Value.Text
		}
		return ""
	})
	if len(places) != 2 || places[0].Path != "tbsCertificate.subject.rdn[4].surname" || places[0].Got != "Mustermann" ||
		places[1].Path != want[2] || places[1].Got != "surname: Doe" {
		t.Errorf("places: %+v", places)
	}
}

func TestValuesAreSure(t *testing.T) {
	n := judgedName{Name: parsed(leaf("mailbox", "strict",
		subjectAdd(cert.OIDOrganizationName, gen.UTF8, "A"), subjectAdd(cert.OIDOrganizationName, gen.Printable, "B&"),
		subjectAdd(cert.OIDTitle, gen.UTF8, "T"),
	)).Subject}
	if texts, sure := n.values(cert.OIDOrganizationName); len(texts) != 2 || sure {
		t.Errorf("%q, sure %t", texts, sure)
	}
	if texts, sure := n.values(cert.OIDTitle); len(texts) != 1 || !sure {
		t.Errorf("%q, sure %t", texts, sure)
	}
}

func TestSignificant(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, " ": false, ".": false, "-": false, " - . _ / * ": false, "\u3000": false, "—": false, "?!": false,
		"a": true, "1": true, "+": true, "€": true, "字": true, "٣": true, "-x-": true,
	} {
		if significant(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

func TestShown(t *testing.T) {
	for n, want := range map[int]int{maxShown - 1: maxShown - 1, maxShown: maxShown, maxShown + 1: maxShown + 1} {
		text := shown(strings.Repeat("ü", n))
		if got := utf8.RuneCountInString(text); got != want || strings.HasSuffix(text, "…") != (n > maxShown) {
			t.Errorf("%d characters: %d shown", n, got)
		}
	}
	if text := shown(strings.Repeat("ü", 10*maxShown)); utf8.RuneCountInString(text) != maxShown+1 {
		t.Errorf("%d characters shown", utf8.RuneCountInString(text))
	}
}
