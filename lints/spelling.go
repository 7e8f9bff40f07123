package lints

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sealglass/cert"
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

// spelling is a name and what is left of it when letter case, space, accents and
// the ways to write umlauts are set aside: names that differ only in these have
// the same folded one (SBR 3.1.4.1; RFC 5280 7.1).
type spelling struct {
	text, folded string
	// ascii is false where letters of another script are left: then a different
	// one may still be the same name.
	ascii bool
}

// spell folds a name.
func spell(text string) spelling {
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
	folded := b.String()
	for _, two := range umlauts {
		folded = strings.ReplaceAll(folded, two, two[:1])
	}
	return spelling{text, folded, isASCII(folded)}
}

// same compares two names. certain is false where they may be the same in another
// spelling or script.
func (a *spelling) same(b *spelling) (same, certain bool) {
	switch {
	case a.text == b.text:
		return true, true
	case a.folded == b.folded:
		return true, false
	}
	return false, a.ascii && b.ascii
}

// maxNames bounds the values of one kind in a name that are compared with the
// values of another; with more of them nothing is said.
const maxNames = 64

// spellings are the values of such attributes, folded. sure is false where one of
// them could not be read for certain, or where there are too many.
func (n *judgedName) spellings(types ...cert.OID) (names []spelling, sure bool) {
	var texts []string
	sure = true
	for _, t := range types {
		more, all := n.values(t)
		texts, sure = append(texts, more...), sure && all
	}
	if !sure || len(texts) > maxNames {
		return nil, false
	}
	for _, text := range texts {
		names = append(names, spell(text))
	}
	return names, true
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
