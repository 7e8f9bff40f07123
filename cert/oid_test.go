package cert

import (
	"bytes"
	"encoding/asn1"
	"math/big"
	"strings"
	"testing"
)

func TestDecodeOID(t *testing.T) {
	for name, c := range map[string]struct {
		content []byte
		want    OID
		ok      bool
	}{
		"usual":          {[]byte{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d}, "1.2.840.113549", true},
		"0.0":            {[]byte{0}, "0.0", true},
		"1.39":           {[]byte{79}, "1.39", true},
		"2.0":            {[]byte{80}, "2.0", true},
		"2.999":          {[]byte{0x88, 0x37}, "2.999", true},
		"63 bits":        {[]byte{0x2a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f}, "1.2.9223372036854775807", true},
		"64 bits":        {[]byte{0x2a, 0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00}, "1.2.9223372036854775808", true},
		"huge root":      {[]byte{0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00}, "2.9223372036854775728", true},
		"padded arc":     {[]byte{0x2a, 0x80, 0x03}, "1.2.3", true},
		"nothing":        {nil, "", false},
		"arc cut":        {[]byte{0x2a, 0x86}, "", false},
		"padded to zero": {[]byte{0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00}, "0.0", true},
	} {
		if got, ok := decodeOID(c.content); got != c.want || ok != c.ok {
			t.Errorf("%s: %s, %v; want %s", name, got, ok, c.want)
		}
	}
}

// TestMaxOIDBytes reads OIDs of MaxOIDBytes octets, one less and one more, of
// one arc each, and of as many arcs as fit.
func TestMaxOIDBytes(t *testing.T) {
	for _, n := range []int{MaxOIDBytes - 1, MaxOIDBytes, MaxOIDBytes + 1} {
		one := append(bytes.Repeat([]byte{0xff}, n-1), 0x7f)
		oid, ok := decodeOID(one)
		if ok != (n <= MaxOIDBytes) {
			t.Errorf("%d octets: %v", n, ok)
		}
		if ok {
			value := new(big.Int).Lsh(big.NewInt(1), uint(7*n))
			if want := "2." + value.Sub(value, big.NewInt(81)).String(); string(oid) != want {
				t.Errorf("%d octets: another number", n)
			}
		}
		many, ok := decodeOID(bytes.Repeat([]byte{1}, n))
		if ok != (n <= MaxOIDBytes) || ok && strings.Count(string(many), ".") != n {
			t.Errorf("%d arcs: %v", n, ok)
		}
		code, _ := checkOID(one)
		if (code == FaultLimit) != (n > MaxOIDBytes) {
			t.Errorf("%d octets: fault %s", n, code)
		}
	}
	der, err := asn1.Marshal(asn1.ObjectIdentifier{1, 2, 3})
	if err != nil {
		t.Fatal(err)
	}
	if oid, _ := decodeOID(der[2:]); oid != "1.2.3" {
		t.Errorf("read %s", oid)
	}
}

func TestOIDNames(t *testing.T) {
	seen := map[string]bool{}
	for i, o := range oidNames {
		if i > 0 && oidNames[i-1].oid >= o.oid {
			t.Errorf("%s is out of order", o.oid)
		}
		if o.oid.Name() != o.name || o.name == "" || strings.ContainsAny(o.name, " .[]") {
			t.Errorf("%s has the name %q", o.oid, o.name)
		}
		seen[o.name] = true
	}
	if OID("1.2.3.4.5").Name() != "" || OID("").Name() != "" {
		t.Error("an unknown OID has a name")
	}
}
