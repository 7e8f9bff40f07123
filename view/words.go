package view

import (
	"slices"
	"strings"
)

// Words is one language's catalogue: the sentences that the program writes, by
// key. The zero Words has none; a key that is missing stands for itself, so
// that the page still works.
type Words struct {
	pairs    []pair // sorted by key
	lang     string // "en"
	patterns []pattern
}

type pair struct{ key, text string }

// ParseWords reads lines of a key, a tab and a text. Lines without a tab are ignored.
func ParseWords(lines string) Words {
	var w Words
	for line := range strings.Lines(lines) {
		key, text, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if ok {
			w.pairs = append(w.pairs, pair{key, text})
		}
	}
	slices.SortFunc(w.pairs, func(a, b pair) int { return strings.Compare(a.key, b.key) })
	if i, ok := w.find("lang"); ok {
		w.lang = w.pairs[i].text
	}
	w.patterns = patternsOf(w.pairs)
	return w
}

// Has says whether the catalogue has the key.
func (w Words) Has(key string) bool {
	_, ok := w.find(key)
	return ok
}

// Text is the text of a key, with each {name} replaced by the value that
// follows the name in pairs. Values may come from a certificate: they are
// escaped.
func (w Words) Text(key string, pairs ...string) string {
	i, ok := w.find(key)
	if !ok {
		return key
	}
	return replace(w.pairs[i].text, pairs)
}

// replace puts values into the places of a text.
func replace(text string, pairs []string) string {
	var b strings.Builder
	for {
		before, name, after, ok := placeholder(text)
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		b.WriteString(Escape(named(pairs, name)))
		text = after
	}
}

// placeholder cuts a text around its first {name}.
func placeholder(text string) (before, name, after string, ok bool) {
	before, rest, ok := strings.Cut(text, "{")
	if !ok {
		return text, "", "", false
	}
	name, after, _ = strings.Cut(rest, "}")
	return before, name, after, true
}

func named(pairs []string, name string) string {
	for p := 0; p+1 < len(pairs); p += 2 {
		if pairs[p] == name {
			return pairs[p+1]
		}
	}
	return "{" + name + "}"
}

// Count is Text for the number n, which {n} stands for: the text of key.one or
// key.other, whichever form the language uses for that number.
func (w Words) Count(key string, n int, pairs ...string) string {
	return w.Text(key+"."+pluralForm(w.lang, n), append([]string{"n", w.number(n)}, pairs...)...)
}

func (w Words) find(key string) (int, bool) {
	return slices.BinarySearchFunc(w.pairs, key, func(p pair, key string) int {
		return strings.Compare(p.key, key)
	})
}
