package view

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestEscape(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Erika Mustermann <erika@example.de>", "Erika Mustermann <erika@example.de>"},
		{"letters and marks", "Zoë Łukasz 山田　太郎 नमस्ते", "Zoë Łukasz 山田　太郎 नमस्ते"},
		{"nul", "alice@a.com\x00.evil", "alice@a.com␀.evil"},
		{"newline and delete", "a\r\nb\x7f", "a␍␊b␡"},
		{"c1", "a\u0085b", "a⟨U+0085⟩b"},
		{"override", "exe.\u202egpj", "exe.⟨U+202E⟩gpj"},
		{"isolate", "\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"},
		{"zero width", "pay\u200bpal\ufeff", "pay⟨U+200B⟩pal⟨U+FEFF⟩"},
		{"hangul filler, braille blank", "\u3164\u2800", "⟨U+3164⟩⟨U+2800⟩"},
		{"no-break space", "a\u00a0b", "a⟨U+00A0⟩b"},
		{"line separator", "a\u2028b", "a⟨U+2028⟩b"},
		{"variation selector", "a\ufe0f", "a⟨U+FE0F⟩"},
		{"tag", "a\U000e0041", "a⟨U+E0041⟩"},
		{"private use", "\ue000", "⟨U+E000⟩"},
		{"not utf-8", "a\xc3(\xff", "a⟨0xC3⟩(⟨0xFF⟩"},
		{"surrogate", "\xed\xa0\x80", "⟨0xED⟩⟨0xA0⟩⟨0x80⟩"},
		{"replacement character itself", "a\ufffdb", "a\ufffdb"},
		{"mark without a base", "\u0301a", "◌\u0301a"},
		{"as many marks as allowed", "a" + strings.Repeat("\u0301", maxMarks), "a" + strings.Repeat("\u0301", maxMarks)},
		{"one mark more", "a" + strings.Repeat("\u0301", maxMarks+1), "a" + strings.Repeat("\u0301", maxMarks) + "⟨U+0301⟩"},
	} {
		if got := Escape(c.in); got != c.want {
			t.Errorf("%s: Escape(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// invisible are the categories of which no character may reach the page raw.
var invisible = []*unicode.RangeTable{unicode.Cc, unicode.Cf, unicode.Cs, unicode.Co, unicode.Zl, unicode.Zp}

func TestEscapeEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		in := "a" + string(r)
		if r >= 0xd800 && r <= 0xdfff {
			in = "a" + string([]byte{0xed, byte(0x80 | r>>6&0x3f), byte(0x80 | r&0x3f)})
		}
		out := Escape(in)
		checkEscaped(t, in, out)
		if r > 0x20 && unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) && visible(r) && out != in {
			t.Fatalf("%U: a visible character became %q", r, out)
		}
	}
}

func checkEscaped(t *testing.T, in, out string) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Fatalf("Escape(%q) = %q is not UTF-8", in, out)
	}
	if again := Escape(out); again != out {
		t.Fatalf("Escape(%q) = %q, and escaped again %q", in, out, again)
	}
	for _, r := range out {
		assigned := unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Zs)
		if unicode.In(r, invisible...) || !assigned {
			t.Fatalf("Escape(%q) = %q holds %U raw", in, out, r)
		}
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"", "a\x00b", "\u202e", "\xff", "◌\u0301\u0301\u0301\u0301\u0301", "⟨U+202E⟩"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		checkEscaped(t, in, Escape(in))
	})
}
