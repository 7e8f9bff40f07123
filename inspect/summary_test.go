package inspect

import (
	"fmt"
	"slices"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestSummary(t *testing.T) {
	got := look(t, gen.Leaf("sponsor", "strict").Encode(), Options{Now: now}).Summary
	want := Summary{
		Reason: NothingFound, Mailboxes: []string{gen.Mailbox}, Name: "Erika Mustermann", Organization: gen.Organization,
		Issuer: "Sample S/MIME Issuing CA 1, Sample Trust GmbH", NotBefore: "2026-02-02T00:00:00Z", NotAfter: "2027-02-01T23:59:59Z",
		CanSign: Ability{State: Yes}, CanEncrypt: Ability{State: Yes}, Key: "RSA 2048",
		SerialNumber: fmt.Sprintf("%x", gen.Content(gen.Serial("leaf sponsor strict"))),
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestMailboxes(t *testing.T) {
	tests := []struct {
		name    string
		subject []string // email addresses in the subject
		names   [][]byte
		want    []string
	}{
		{"none", nil, nil, nil},
		{"subject only", []string{"a@example.com"}, nil, []string{"a@example.com"}},
		{
			"alternative names first",
			[]string{"a@example.com"},
			[][]byte{gen.RFC822Name("b@example.com"), gen.SmtpUTF8Mailbox("c@büro.example")},
			[]string{"b@example.com", "c@büro.example", "a@example.com"},
		},
		{"once, whatever the case", []string{"A@Example.com", "a@example.com"}, [][]byte{gen.RFC822Name("a@EXAMPLE.com")}, []string{"a@EXAMPLE.com"}},
		{"an empty one", nil, [][]byte{gen.RFC822Name(""), gen.RFC822Name("b@example.com")}, []string{"b@example.com"}},
		{"other names", nil, [][]byte{gen.DNSName("example.com"), gen.UPN("a@example.com"), gen.URI("mailto:a@example.com")}, nil},
	}
	for _, test := range tests {
		c := edited(func(c *gen.Cert) {
			for _, address := range test.subject {
				c.Subject.Add(cert.OIDEmailAddress, gen.IA5, address)
			}
			if c.SetExtension(gen.SubjectAltName(test.names...)); test.names == nil {
				c.RemoveExtension(cert.OIDSubjectAltName)
			}
		})
		if got := look(t, c.Encode(), Options{Now: now}).Summary.Mailboxes; !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestNames(t *testing.T) {
	name := func(pairs ...string) gen.Name { return gen.NewName(pairs...) }
	cn, o, given, surname, pseudonym := string(cert.OIDCommonName), string(cert.OIDOrganizationName),
		string(cert.OIDGivenName), string(cert.OIDSurname), string(cert.OIDPseudonym)
	tests := []struct {
		subject         gen.Name
		person, display string
	}{
		{name(cn, "Erika M", given, "Erika", surname, "Mustermann"), "Erika Mustermann", "Erika M"},
		{name(given, "Erika"), "Erika", "Erika"},
		{name(surname, "Mustermann"), "Mustermann", "Mustermann"},
		{name(cn, "x", pseudonym, "Rotkäppchen"), "Rotkäppchen", "x"},
		{name(cn, "Erika M"), "Erika M", "Erika M"},
		{name(cn, "erika@example.com"), "", "erika@example.com"},
		{name(cn, "Beispiel GmbH", o, "Beispiel GmbH"), "", "Beispiel GmbH"},
		{name(cn, "Erika M", o, "Beispiel GmbH"), "Erika M", "Erika M, Beispiel GmbH"},
		{name(cn, "BEISPIEL GMBH CA 1", o, "Beispiel GmbH"), "BEISPIEL GMBH CA 1", "BEISPIEL GMBH CA 1"},
		{name(o, "Beispiel GmbH"), "", "Beispiel GmbH"},
		{name(string(cert.OIDLocalityName), "Berlin"), "", "Berlin"},
		{name(), "", ""},
	}
	for _, test := range tests {
		c := leaf()
		c.Subject, c.Issuer = test.subject, test.subject
		s := look(t, c.Encode(), Options{Now: now}).Summary
		if s.Name != test.person || s.Issuer != test.display {
			t.Errorf("%x: person %q, issuer %q; want %q, %q", test.subject.Encode(), s.Name, s.Issuer, test.person, test.display)
		}
	}
}

func TestKeyNames(t *testing.T) {
	for _, test := range []struct {
		key  *gen.Key
		want string
	}{
		{gen.RSA(3072), "RSA 3072"},
		{gen.P384("x"), "EC P-384"},
		{gen.BrainpoolP256(), "EC brainpoolP256r1"},
		{gen.Ed25519("x"), "Ed25519"},
		{gen.Opaque(cert.OIDMLDSA87), "ML-DSA-87"},
		{gen.Opaque(cert.OIDMLKEM1024), "ML-KEM-1024"},
	} {
		if got := look(t, withKey(test.key).Encode(), Options{Now: now}).Summary.Key; got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
