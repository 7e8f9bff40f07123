package lints

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var severalCases = []testCase{
	{
		name: "the CA's name in capitals", cert: gen.SubCA, around: beside(based(gen.SubCA, numbered(77), subjectSet(cert.OIDOrganizationName, "SAMPLE TRUST GMBH"))),
		want: []string{"error ca-name-bytes-differ"},
	},
	{
		name: "the CA's name in a certificate that is no CA's", cert: gen.SubCA,
		around: beside(based(gen.OCSPSigner, func(c *gen.Cert) {
			c.Subject = gen.SubCA().Subject
			c.Subject.Set(cert.OIDOrganizationName, "SAMPLE TRUST GMBH")
		})),
	},
	{name: "the CA's name once more", cert: gen.SubCA, around: beside(based(gen.SubCA, numbered(77)), gen.ConstrainedCA)},
	{
		name: "the next number", cert: leaf("sponsor", "strict", numbered(1<<62)),
		around: beside(leaf("mailbox", "strict"), leaf("mailbox", "strict", numbered(1<<62+1))),
		want:   []string{"error serial-sequential"},
	},
	{
		name: "the number before", cert: leaf("sponsor", "strict", numbered(1<<62)), around: beside(leaf("mailbox", "strict", numbered(1<<62-1))),
		want: []string{"error serial-sequential"},
	},
	{name: "the same certificate", cert: leaf("sponsor", "strict"), around: beside(leaf("sponsor", "strict"))},
	{name: "the number after the next", cert: leaf("sponsor", "strict", numbered(1<<62)), around: beside(leaf("mailbox", "strict", numbered(1<<62+2)))},
	{name: "the next number of another issuer", cert: leaf("sponsor", "strict", numbered(1<<62)), around: beside(based(gen.TLS, numbered(1<<62+1)))},
}

func numbered(serial int64) edit { return func(c *gen.Cert) { c.Serial = gen.Integer(serial) } }

// beside puts certificates beside the one that is judged.
func beside(others ...func() *gen.Cert) func(*Subject) {
	return func(s *Subject) {
		for _, other := range others {
			s.Beside = append(s.Beside, parsed(other))
		}
	}
}

func TestNeighbours(t *testing.T) {
	number := func(octets int, last byte) cert.Integer {
		return cert.Integer{Present: true, Bytes: append([]byte(strings.Repeat("\x01", octets-1)), last)}
	}
	for octets, want := range map[int]bool{maxComparedSerial - 1: true, maxComparedSerial: true, maxComparedSerial + 1: false} {
		if neighbours(number(octets, 7), number(octets, 8)) != want {
			t.Errorf("%d octets: %v", octets, !want)
		}
	}
	long := cert.Integer{Present: true, Bytes: append([]byte{0, 0x80}, make([]byte, 20)...)} // 2^167
	short := cert.Integer{Present: true, Bytes: append([]byte{0x7f}, bytes.Repeat([]byte{0xff}, 20)...)}
	if neighbours(long, short) || neighbours(short, long) {
		t.Error("a number that is too long is compared with one that is not")
	}
	if neighbours(number(8, 7), cert.Integer{}) {
		t.Error("a number that is not there has a neighbour")
	}
	if n := number(2, 0); n.Big().Cmp(big.NewInt(256)) != 0 {
		t.Errorf("the numbers of this test are not what they seem: %v", n.Big())
	}
}

func TestSerialText(t *testing.T) {
	for n, want := range map[int]string{
		maxComparedSerial - 1: strings.Repeat("ab", 20), maxComparedSerial: strings.Repeat("ab", 21), maxComparedSerial + 1: strings.Repeat("ab", 21) + "…",
	} {
		c := cert.Certificate{SerialNumber: cert.Integer{Bytes: bytes.Repeat([]byte{0xab}, n)}}
		if got := serialText(&c); got != want {
			t.Errorf("%d octets: %s", n, got)
		}
	}
}

// Without other certificates nothing was compared.
func TestAloneIsNotCompared(t *testing.T) {
	for _, alone := range []testCase{{cert: based(gen.SubCA, dated("2026-08-01"))}, {cert: gen.Root}} {
		for _, o := range Run(alone.subject(), Catalogue()).Outcomes {
			if (o.Rule == "serial-sequential" || o.Rule == severalRules[0].ID) && o.Outcome != NotApplicable {
				t.Errorf("%s: %d", o.Rule, o.Outcome)
			}
		}
	}
}
