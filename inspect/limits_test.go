package inspect

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// around are the sizes just below, at and just above a bound.
func around(bound int) []int { return []int{bound - 1, bound, bound + 1} }

func TestMaxValue(t *testing.T) {
	for _, text := range []string{"x", "é", "\U0001f600"} {
		for _, n := range around(MaxValue / len(text)) {
			c := edited(func(c *gen.Cert) { c.Subject.Set(cert.OIDCommonName, strings.Repeat(text, n)) })
			f := fieldAt(t, look(t, c.Encode(), Options{Now: now}), "tbsCertificate.subject.rdn[0].commonName")
			want, fault := strings.Repeat(text, n), ""
			if len(want) > MaxValue {
				want, fault = want[:MaxValue]+"…", fmt.Sprintf("%d bytes more, not shown", len(want)-MaxValue)
			}
			if f.Value != want || f.Error != fault {
				t.Errorf("%d times %s: %d bytes, %q", n, text, len(f.Value), f.Error)
			}
		}
	}
	// A character is not cut in two.
	c := edited(func(c *gen.Cert) { c.Subject.Set(cert.OIDCommonName, "x"+strings.Repeat("é", MaxValue/2)) })
	f := fieldAt(t, look(t, c.Encode(), Options{Now: now}), "tbsCertificate.subject.rdn[0].commonName")
	if len(f.Value) != MaxValue-1+len("…") || f.Error != "2 bytes more, not shown" {
		t.Errorf("%d bytes, %q", len(f.Value), f.Error)
	}
}

func fieldAt(t *testing.T, c *CertificateReport, path string) *Field {
	t.Helper()
	for i := range c.Fields {
		if c.Fields[i].Path == path {
			return &c.Fields[i]
		}
	}
	t.Fatalf("no field %s", path)
	return nil
}

func TestMaxMailboxes(t *testing.T) {
	for _, n := range around(MaxMailboxes) {
		names := make([][]byte, n)
		for i := range names {
			names[i] = gen.RFC822Name(fmt.Sprintf("a%d@example.com", i))
		}
		s := look(t, withExtension(gen.SubjectAltName(names...)).Encode(), Options{Now: now}).Summary
		if len(s.Mailboxes) != min(n, MaxMailboxes) || len(s.Mailboxes)+s.MoreMailboxes != n {
			t.Errorf("%d mailboxes: %d listed, %d more", n, len(s.Mailboxes), s.MoreMailboxes)
		}
	}
}

func TestMaxCertificates(t *testing.T) {
	var text bytes.Buffer
	var der []byte
	for n := 1; n <= MaxCertificates+1; n++ {
		c := tiny(n)
		text.Write(gen.PEM("CERTIFICATE", c))
		der = append(der, c...)
		if n < MaxCertificates-1 {
			continue
		}
		for form, data := range map[string][]byte{"pem": text.Bytes(), "der": der} {
			if found := Sniff(data); len(found.Certificates) != n {
				t.Errorf("%s of %d: %d certificates", form, n, len(found.Certificates))
			}
		}
		// The same one again and again is read once.
		report := ReportOn(Input{}, Content{Certificates: slices.Repeat([][]byte{tiny(1)}, n)}, Options{Now: now})
		if tooMany := report.Error != nil && report.Error.Code == CodeTooMany; tooMany != (n > MaxCertificates) || len(report.Certificates) != 1 {
			t.Errorf("%d: error %+v, %d certificates", n, report.Error, len(report.Certificates))
		}
	}
	found := Sniff(append(text.Bytes(), gen.PEM("CERTIFICATE", tiny(MaxCertificates+2))...))
	if len(found.Certificates) != MaxCertificates+1 {
		t.Errorf("%d certificates, and none beyond is needed to tell that there are too many", len(found.Certificates))
	}
}

// tiny is a small certificate, another one for each number.
func tiny(n int) []byte {
	algorithm := gen.AlgorithmID("1.2.3")
	empty := gen.Sequence()
	return gen.Sequence(
		gen.Sequence(gen.Integer(int64(n)), algorithm, empty, empty, empty, gen.SubjectPublicKeyInfo(algorithm, nil)),
		algorithm, gen.BitString(0, nil))
}

// A certificate with so many fields is not read from bytes: the reader stops at
// cert.MaxNodes values before.
func TestMaxFields(t *testing.T) {
	c := &cert.Certificate{Raw: make([]byte, 8)}
	c.SubjectAltName = &cert.AltName{}
	c.Extensions = []cert.Extension{{OID: cert.OIDSubjectAltName, Known: true}}
	c.SubjectAltName.Extension = &c.Extensions[0]
	others := len(fields(c)) - len(fingerprints(c.Raw))
	for _, n := range around(MaxFields) {
		c.SubjectAltName.Names = make([]cert.GeneralName, n-others)
		for i := range c.SubjectAltName.Names {
			c.SubjectAltName.Names[i] = cert.GeneralName{Kind: cert.RFC822Name, Text: "a@example.com"}
		}
		list := fields(c)
		list = list[:len(list)-len(fingerprints(c.Raw))]
		last := list[len(list)-1]
		if n <= MaxFields && (len(list) != n || last.Error != "") {
			t.Errorf("%d fields: %d, the last %+v", n, len(list), last)
		}
		if n > MaxFields && (len(list) != MaxFields+1 || last.Label != "More fields" || last.Error == "") {
			t.Errorf("%d fields: %d, the last %+v", n, len(list), last)
		}
	}
	// Faults count as well.
	c.SubjectAltName.Names = c.SubjectAltName.Names[:1]
	c.Faults = make([]cert.Fault, MaxFields+1)
	for i := range c.Faults {
		c.Faults[i] = cert.Fault{Path: "tbsCertificate", Reason: "odd"}
	}
	if n := len(fields(c)) - len(fingerprints(c.Raw)); n != MaxFields+1 {
		t.Errorf("%d fields for %d faults", n, len(c.Faults))
	}
}

func TestDump(t *testing.T) {
	tests := []struct {
		der  []byte
		want string
	}{
		{gen.Sequence(gen.Integer(5), gen.OctetString([]byte{4, 0xab})), "SEQUENCE { INTEGER 5, OCTET STRING 04ab }"},
		{gen.Sequence(gen.Sequence(), gen.Set(gen.Null())), "SEQUENCE { SEQUENCE, SET { NULL } }"},
		{gen.Sequence(gen.Sequence(gen.Integer(-1)), gen.Bool(true), gen.Bool(false)), "SEQUENCE { SEQUENCE { INTEGER -1 }, BOOLEAN true, BOOLEAN false }"},
		{gen.Text(gen.UTF8, "a \"b\"\n"), `UTF8String "a \"b\"\n"`},
		{gen.OID(cert.OIDTitle), "OBJECT IDENTIFIER title (2.5.4.12)"},
		{gen.OID("2.999.1"), "OBJECT IDENTIFIER 2.999.1"},
		{gen.OID("1.2.3"), "OBJECT IDENTIFIER 1.2.3"},
		{gen.TLV(gen.OIDTag, []byte{0x2a, 0x80}), "OBJECT IDENTIFIER 2a80"},
		{gen.TLV(gen.OIDTag), "OBJECT IDENTIFIER"},
		{gen.Enumerated(3), "ENUMERATED 3"},
		{gen.Context(1, gen.Null()), "[1] { NULL }"},
		{gen.ContextPrimitive(2, []byte("ab")), "[2] 6162"},
		{[]byte{0x30, 0x05, 0x02}, "300502"},
		{[]byte("hello"), "68656c6c6f"},
		{nil, ""},
	}
	for _, test := range tests {
		if got := dump(test.der); got != test.want {
			t.Errorf("%x: %s, want %s", test.der, got, test.want)
		}
	}
}

func TestDumpBounds(t *testing.T) {
	for _, n := range around(maxDumpNodes) {
		got := dump(gen.Sequence(bytes.Repeat(gen.Null(), n-1)))
		if cut := strings.Contains(got, "…"); cut != (n > maxDumpNodes) || strings.Count(got, "NULL") != min(n, maxDumpNodes)-1 || !strings.HasSuffix(got, " }") {
			t.Errorf("%d values: cut %v, %d NULL, ends in %q", n, cut, strings.Count(got, "NULL"), got[len(got)-9:])
		}
	}
	for _, n := range around(maxDumpOctets) {
		got := dump(gen.OctetString(make([]byte, n)))
		want := "OCTET STRING " + strings.Repeat("00", min(n, maxDumpOctets))
		if n > maxDumpOctets {
			want += fmt.Sprintf("… (%d bytes)", n)
		}
		if got != want {
			t.Errorf("%d octets: %s", n, got)
		}
	}
	for _, n := range around(maxDecimal) {
		octets := bytes.Repeat([]byte{1}, n)
		if got := integer(cert.Integer{Bytes: octets}); strings.HasPrefix(got, "0x") != (n > maxDecimal) {
			t.Errorf("an integer of %d octets: %s", n, got)
		}
	}
}
