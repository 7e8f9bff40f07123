package cert

import (
	"bytes"
	"encoding/hex"
	"strings"
	"testing"
)

func fromHex(t *testing.T, text string) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(text, " ", ""))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestElements(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     []string // of each element: the content, with "…" where it is cut
		left     int
	}{
		{"none", "", nil, 0},
		{"two", "020105 0401aa", []string{"05", "aa"}, 0},
		{"long length", "04810201 02", []string{"0102"}, 0},
		{"indefinite", "3080 020105 0000 0500", []string{"020105", ""}, 0},
		{"indefinite in indefinite", "3080 a080 020105 0000 0000 0500", []string{"a0800201050000", ""}, 0},
		{"indefinite around definite", "3080 3003020105 0000 0500", []string{"3003020105", ""}, 0},
		{"zeros in a definite one are its content", "3080 04040000 0000 0000 0500", []string{"040400000000", ""}, 0},
		{"cut", "3005 0201", []string{"0201…"}, 0},
		{"cut within an indefinite one", "3080 0205 01", []string{"020501…"}, 0},
		{"no end of an indefinite one", "3080 020105", []string{"020105…"}, 0},
		{"primitive with an indefinite length", "0480 01", []string{"01…"}, 0},
		{"a length beyond everything", "0488ffffffffffffffff 01", []string{"01…"}, 0},
		{"cut in a tag", "0500 1f", []string{""}, 1},
		{"cut in a length", "0500 0482 01", []string{""}, 3},
	} {
		t.Run(test.name, func(t *testing.T) {
			der := fromHex(t, test.in)
			in := ElementsIn(der, Span{Length: len(der)})
			var got []string
			for {
				e, ok := in.Next()
				if !ok {
					break
				}
				text := hex.EncodeToString(e.Content().In(der))
				if e.Cut {
					text += "…"
				}
				got = append(got, text)
			}
			if strings.Join(got, " ") != strings.Join(test.want, " ") || len(in.Bytes()) != test.left {
				t.Errorf("got %q with %d bytes left, want %q with %d", got, len(in.Bytes()), test.want, test.left)
			}
		})
	}
}

func TestElementsOutside(t *testing.T) {
	in := ElementsIn([]byte{5, 0}, Span{Offset: 1, Length: 5})
	if _, ok := in.Next(); ok {
		t.Error("an element beyond the input")
	}
}

func TestTakePassesOnlyWhatFits(t *testing.T) {
	der := fromHex(t, "020105 a000")
	in := ElementsIn(der, Span{Length: len(der)})
	if _, ok := in.Take(classContext, 0); ok {
		t.Error("took an INTEGER for [0]")
	}
	if _, ok := in.Take(classUniversal, tagInteger); !ok {
		t.Error("did not take the INTEGER")
	}
	if _, ok := in.Take(classContext, 0); !ok {
		t.Error("did not take [0]")
	}
}

func TestOctetsJoinsSegments(t *testing.T) {
	for in, want := range map[string]string{
		"0402aabb":           "aabb",
		"2406 0401aa 0401bb": "aabb",
		"2480 0401aa 2480 0401bb 0000 0401cc 0000": "aabbcc",
		"2403 0405aa": "aa",
		"2480 0401aa": "aa",
		"2400":        "",
	} {
		der := fromHex(t, in)
		e := ElementsIn(der, Span{Length: len(der)})
		s, _ := e.Next()
		if got := hex.EncodeToString(e.Octets(&s)); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestValues(t *testing.T) {
	a, ok := ParseAlgorithm(fromHex(t, "300d 06092a864886f70d01010b 0500"))
	if !ok || a.OID != OIDSHA256WithRSA {
		t.Errorf("algorithm %v, %v", a.OID, ok)
	}
	if _, ok := ParseAlgorithm(fromHex(t, "020105")); ok {
		t.Error("an INTEGER is no algorithm")
	}
	name := ParseName(fromHex(t, "300c 310a 3008 0603550403 0c0178"))
	if !name.Present || name.String() == "" {
		t.Errorf("name %+v", name)
	}
	at := ParseTime(append([]byte{0x17, 13}, "260102030405Z"...))
	if !at.OK || at.Time.Year() != 2026 {
		t.Errorf("time %+v", at)
	}
	capabilities := ParseCapabilities(fromHex(t, "300d 300b 0609608648016503040 12a"))
	if len(capabilities) != 1 || capabilities[0].OID != "2.16.840.1.101.3.4.1.42" {
		t.Errorf("capabilities %+v", capabilities)
	}
	for _, none := range [][]byte{nil, {5}, bytes.Repeat([]byte{0}, MaxCertificate+1)} {
		if ParseName(none).Present || ParseTime(none).OK || ParseCapabilities(none) != nil || ParsePublicKey(none).Present {
			t.Errorf("%d bytes that hold nothing were read", len(none))
		}
	}
}
