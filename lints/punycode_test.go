package lints

import (
	"strings"
	"testing"
)

// Samples of RFC 3492 7.1, and the usual ones.
func TestPunycode(t *testing.T) {
	for label, want := range map[string]string{
		"bücher":                 "bcher-kva",
		"münchen":                "mnchen-3ya",
		"ليهمابتكلموشعربي؟":      "egbpdaj6bu4bxfgehfvwxn",
		"他们为什么不说中文":              "ihqwcrb4cv8a8dqg056pqjye",
		"pročprostěnemluvíčesky": "proprostnemluvesky-uyb24dma41a",
		"3年b組金八先生":               "3b-ww4c5e180e575a65lsy2b",
		"-> $1.00 <-":            "-> $1.00 <--",
		"ü":                      "tda",
		"😀":                      "e28h",
	} {
		if got, ok := punycode(label); !ok || got != want {
			t.Errorf("%q: %q, %t, want %q", label, got, ok, want)
		}
		if got, ok := unpunycode(want); !ok || got != label {
			t.Errorf("%q: %q, %t, want %q", want, got, ok, label)
		}
	}
	if got, ok := unpunycode("BCHER-KVA"); !ok || got != "BüCHER" {
		t.Errorf("capital letters: %q, %t", got, ok)
	}
}

func TestUnpunycodeRefuses(t *testing.T) {
	for _, encoded := range []string{"", "-", "-tda", "bcher-kv", "b-!", "ü", "99999999999", "zzzzzzzzzzzz"} {
		if label, ok := unpunycode(encoded); ok {
			t.Errorf("%q decoded to %q", encoded, label)
		}
	}
}

func TestPunycodeLength(t *testing.T) {
	for n, want := range map[int]bool{maxPunycode - 1: true, maxPunycode: true, maxPunycode + 1: false} {
		label := strings.Repeat("ü", n)
		encoded, ok := punycode(label)
		if ok != want {
			t.Errorf("%d characters: %t", n, ok)
		}
		if decoded, ok := unpunycode(encoded); ok && decoded != label {
			t.Errorf("%d characters do not come back", n)
		}
		if _, ok := unpunycode(strings.Repeat("a", n-4) + "-tda"); ok != want {
			t.Errorf("%d characters decoded: %t", n, ok)
		}
	}
}

func FuzzPunycode(f *testing.F) {
	for _, seed := range []string{"bücher", "x", "\U0010ffff", "a-ü-b", "tda", "b-99999"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		unpunycode(text) // must end without a panic
		text = strings.ToValidUTF8(text, "")
		encoded, ok := punycode(text)
		if !ok || isASCII(text) || len(encoded) > maxPunycode {
			return
		}
		if label, ok := unpunycode(encoded); !ok || label != text {
			t.Errorf("%q became %q and came back as %q", text, encoded, label)
		}
	})
}

// Every letter comes back, from the first beyond ASCII on.
func TestPunycodeOfOne(t *testing.T) {
	for r := rune(0x80); r < 0x800; r++ {
		for _, label := range []string{string(r), "x" + string(r)} {
			encoded, _ := punycode(label)
			if got, ok := unpunycode(encoded); !ok || got != label {
				t.Errorf("%q became %q and came back as %q", label, encoded, got)
			}
		}
	}
}
