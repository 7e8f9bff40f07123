package cert_test

import (
	"fmt"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// namesText writes names as "kind:text" with a mark for those with a fault.
func namesText(names []cert.GeneralName) string {
	var parts []string
	for i := range names {
		n := &names[i]
		text := fmt.Sprint(int(n.Kind)) + ":" + n.Text
		if n.Kind == cert.OtherName {
			text = fmt.Sprint(int(n.Kind)) + ":" + string(n.Type) + ":" + n.Text
		}
		if n.Fault != "" {
			text += "!"
		}
		parts = append(parts, text)
	}
	return "[" + strings.Join(parts, " ") + "]"
}

func TestAltName(t *testing.T) {
	directory := gen.NewName(string(cert.OIDCountryName), "DE", string(cert.OIDCommonName), "A")
	cut := gen.Name{Raw: gen.Sequence(gen.Set(gen.Sequence(gen.OID(cert.OIDCommonName))))}
	cases := map[string]decoding{
		"all forms": {gen.SubjectAltName(
			gen.OtherName("1.2.3", gen.Integer(1)), gen.RFC822Name("a@example.com"), gen.DNSName("example.com"), gen.X400Address(),
			gen.DirectoryName(directory), gen.EDIPartyName("p"), gen.URI("https://example.com"), gen.IPAddress(192, 0, 2, 1), gen.RegisteredID("1.2.3"),
		), "[0:1.2.3: 1:a@example.com 2:example.com 3: 4:C=DE, CN=A 5: 6:https://example.com 7:192.0.2.1 8:1.2.3]", nil},
		"other names": {gen.SubjectAltName(
			gen.SmtpUTF8Mailbox("ü@example.com"), gen.UPN("u@example.com"), gen.OtherName(cert.OIDXMPPAddress, gen.Text(gen.UTF8, "x@example.com")),
		), "[0:1.3.6.1.5.5.7.8.9:ü@example.com 0:1.3.6.1.4.1.311.20.2.3:u@example.com 0:1.3.6.1.5.5.7.8.5:x@example.com]", nil},
		"empty":           {gen.SubjectAltName(), "[]", []named{{"", cert.FaultEmpty}}},
		"not ASCII":       {gen.SubjectAltName(gen.RFC822Name("ü@example.com")), "[1:\uFFFD\uFFFD@example.com!]", []named{{".names[0]", cert.FaultString}}},
		"unknown tag":     {gen.SubjectAltName(gen.ContextPrimitive(9, nil), gen.RFC822Name("a")), "[-1:! 1:a]", structure(".names[0]")},
		"universal tag":   {gen.SubjectAltName(gen.Text(gen.IA5, "a"), gen.RFC822Name("b")), "[-1:! 1:b]", structure(".names[0]")},
		"no value":        {gen.SubjectAltName(gen.Context(0, gen.OID("1.2.3")), gen.RFC822Name("a")), "[0:1.2.3:! 1:a]", structure(".names[0]")},
		"no type":         {gen.SubjectAltName(gen.Context(0, gen.Context(0, gen.Null()))), "[0::!]", structure(".names[0]")},
		"two values":      {gen.SubjectAltName(gen.Context(0, gen.OID("1.2.3"), gen.Context(0, gen.Null(), gen.Null()))), "[0:1.2.3:!]", structure(".names[0]")},
		"bad UTF-8":       {gen.SubjectAltName(gen.OtherName(cert.OIDUPN, gen.TLV(gen.UTF8, []byte("a\xffb")))), "[0:1.3.6.1.4.1.311.20.2.3:a\uFFFDb!]", []named{{".names[0]", cert.FaultString}}},
		"address":         {gen.SubjectAltName(gen.IPAddress(192, 0, 2)), "[7:c00002!]", structure(".names[0]")},
		"IPv6":            {gen.SubjectAltName(gen.IPAddress(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), "[7:2001:db8::1]", nil},
		"no name inside":  {gen.SubjectAltName(gen.Context(4)), "[4:!]", structure(".names[0]")},
		"two names":       {gen.SubjectAltName(gen.Context(4, directory.Encode(), directory.Encode())), "[4:C=DE, CN=A!]", structure(".names[0]")},
		"cut attribute":   {gen.SubjectAltName(gen.DirectoryName(cut), gen.RFC822Name("a")), "[4:=! 1:a]", structure(".names[0].directoryName.rdn[0]")},
		"OID cut":         {gen.SubjectAltName(gen.ContextPrimitive(8, []byte{0x80})), "[8:!]", []named{{"", cert.FaultOID}, {".names[0]", cert.FaultStructure}}},
		"primitive X.400": {gen.SubjectAltName(gen.ContextPrimitive(3, []byte{1})), "[3:!]", structure(".names[0]")},
		"a SET":           {raw(cert.OIDSubjectAltName, gen.Set(gen.RFC822Name("a"))), none, structure("")},
		"length too long": {raw(cert.OIDSubjectAltName, []byte{0x30, 0x05, 0x81, 0x01, 'a', 0x81, 0x05}), "[1:a 1:!]", []named{
			{"", cert.FaultTruncated}, {"", cert.FaultTruncated}, {".names[1]", cert.FaultString}, {"", cert.FaultTruncated},
		}},
		"constructed string": {gen.SubjectAltName(gen.Context(1, gen.Text(gen.IA5, "a@"), gen.Text(gen.IA5, "b"))), "[1:a@b]", []named{{"", cert.FaultConstructedString}}},
	}
	delete(cases, "length too long") // see TestBrokenSAN
	decodes(t, func(c *cert.Certificate) string {
		if c.SubjectAltName == nil {
			return none
		}
		return namesText(c.SubjectAltName.Names)
	}, cases)
	issuer := map[string]decoding{}
	for name, d := range cases {
		d.extension.OID = cert.OIDIssuerAltName
		issuer[name] = d
	}
	decodes(t, func(c *cert.Certificate) string {
		if c.IssuerAltName == nil {
			return none
		}
		return namesText(c.IssuerAltName.Names)
	}, issuer)
}

// TestNamesHaveBytes compares the values of names with the bytes they stand in.
func TestNamesHaveBytes(t *testing.T) {
	der := with(gen.SubjectAltName(gen.SmtpUTF8Mailbox("ü@example.com"), gen.RFC822Name("a@example.com")))
	c := cert.Parse(der)
	smtp, rfc := &c.SubjectAltName.Names[0], &c.SubjectAltName.Names[1]
	if string(smtp.Value.In(der)) != string(gen.Text(gen.UTF8, "ü@example.com")) || smtp.Str.Span != smtp.Value {
		t.Errorf("value %v", smtp.Value)
	}
	if string(rfc.In(der)) != string(gen.RFC822Name("a@example.com")) {
		t.Errorf("name %v", rfc.Span)
	}
}
