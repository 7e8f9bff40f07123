package lints

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldings are letters with their ASCII equivalents, as issuers may write them
// (SBR 3.1.4.1).
var foldings = [...]struct{ letters, ascii string }{
	{"àáâãäåāăąǎ", "a"},
	{"çćĉċč", "c"},
	{"ďđð", "d"},
	{"èéêëēĕėęě", "e"},
	{"ĝğġģ", "g"},
	{"ĥħ", "h"},
	{"ìíîïĩīĭįı", "i"},
	{"ĵ", "j"},
	{"ķ", "k"},
	{"ĺļľŀł", "l"},
	{"ñńņňŋ", "n"},
	{"òóôõöøōŏő", "o"},
	{"ŕŗř", "r"},
	{"śŝşšș", "s"},
	{"ţťŧț", "t"},
	{"ùúûüũūŭůűų", "u"},
	{"ŵ", "w"},
	{"ýÿŷ", "y"},
	{"źżž", "z"},
	{"ß", "ss"},
	{"æ", "ae"},
	{"œ", "oe"},
	{"þ", "th"},
	{"‘’´`", "'"},
	{"“”", "\""},
	{"‐‑‒–—", "-"},
}

// skeleton is what is left of a name when letter case, space, accents and the
// ways to write umlauts are set aside: names that differ only in these have the
// same one (SBR 3.1.4.1; RFC 5280 7.1). ascii is false where letters of another
// script are left: then a different skeleton may still be the same name.
func skeleton(text string) (folded string, ascii bool) {
	var b strings.Builder
	for _, r := range strings.Join(strings.FieldsFunc(strings.ToLower(text), unicode.IsSpace), " ") {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case r >= 0xff01 && r <= 0xff5e: // full width
			b.WriteRune(unicode.ToLower(r - 0xff01 + '!'))
		case !unicode.Is(unicode.Mn, r):
			b.WriteString(asciiFor(r))
		}
	}
	folded = b.String()
	for _, two := range umlauts {
		folded = strings.ReplaceAll(folded, two, two[:1])
	}
	return folded, isASCII(folded)
}

// umlauts are letters that ASCII writes as two or as the first of the two.
var umlauts = [...]string{"ae", "oe", "ue", "aa", "ss"}

// asciiFor is the ASCII equivalent of the letter, or the letter where it has none.
func asciiFor(r rune) string {
	for i := range foldings {
		if strings.ContainsRune(foldings[i].letters, r) {
			return foldings[i].ascii
		}
	}
	return string(r)
}

// sameName compares two names. certain is false where they may be the same in
// another spelling or script.
func sameName(a, b string) (same, certain bool) {
	if a == b {
		return true, true
	}
	foldedA, asciiA := skeleton(a)
	foldedB, asciiB := skeleton(b)
	if foldedA == foldedB {
		return true, false
	}
	return false, asciiA && asciiB
}
