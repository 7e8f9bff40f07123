package view

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks may follow one character. Scripts need
// three or four; dozens are there to draw over the neighbouring lines.
const maxMarks = 4

// Escape makes every character of a text from a certificate visible. Controls,
// format characters (the bidirectional overrides among them), zero-width and
// unassigned characters, and spaces that look like the usual one are written
// out: "␀" for NUL, "⟨U+202E⟩", "⟨0xC3⟩" for a byte that is no UTF-8. A
// combining mark without a base gets one, and marks beyond [maxMarks] are
// written out too.
//
// The result is valid UTF-8, and escaping it again changes nothing.
func Escape(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	marks := 0
	base := false
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			b.WriteString("⟨0x" + upperHex(rune(s[0]), 2) + "⟩")
			marks, base = 0, true
		case r < 0x20:
			b.WriteRune('␀' + r)
			marks, base = 0, true
		case r == 0x7f:
			b.WriteRune('␡')
			marks, base = 0, true
		case !visible(r):
			b.WriteString("⟨U+" + upperHex(r, 4) + "⟩")
			marks, base = 0, true
		case unicode.Is(unicode.M, r):
			if !base {
				b.WriteRune('◌')
				base = true
			}
			if marks++; marks > maxMarks {
				b.WriteString("⟨U+" + upperHex(r, 4) + "⟩")
				marks = 0
			} else {
				b.WriteRune(r)
			}
		default:
			b.WriteRune(r)
			marks, base = 0, true
		}
		s = s[size:]
	}
	return b.String()
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// visible says whether a character leaves a mark of its own on the page. The
// ideographic space is as wide as a character and common in Japanese names;
// other spaces beside U+0020 are there to deceive or by mistake.
func visible(r rune) bool {
	if r == ' ' || r == '\u3000' {
		return true
	}
	if !strconv.IsPrint(r) {
		return false
	}
	return r != '\u2800' && !unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// upperHex writes a code point in at least n digits, as the Unicode charts do.
func upperHex(r rune, n int) string {
	digits := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	if len(digits) < n {
		digits = strings.Repeat("0", n-len(digits)) + digits
	}
	return digits
}
