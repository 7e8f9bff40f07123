package view

import (
	"slices"
	"strings"
)

// maxNested bounds how deep a phrase may stand within others.
const maxNested = 3

// pattern is a phrase with places for what differs: its texts between them, and
// what may stand there.
type pattern struct {
	texts       []string // one more than places
	places      []place
	translation string
	literal     int // bytes of the texts
}

// place is a place in a phrase. Its kind is the sign before its name:
//
//	{name}   a word, which stays as it is
//	{*name}  a text, which stays as it is
//	{#name}  a whole number
//	{=name}  another phrase
//	{~name}  another phrase or a day, or a text that stays as it is
type place struct {
	kind byte
	name string
}

// Phrase says in the catalogue's language what a text of the Go sources says in
// English: the label of a field, the reason of a fault, why a rule did not run.
// Where the catalogue has no words for it, it is false, and the text stands as
// it is, in English.
func (w Words) Phrase(english string) (string, bool) {
	if !w.translated() || english == "" {
		return english, true
	}
	return w.phrase(english, maxNested)
}

// translated says whether this is another language than that of the sources.
func (w Words) translated() bool { return w.lang != "" && w.lang != "en" }

// phrase looks for the text as it is, as a list of phrases, and among the
// patterns. In the places of a pattern stand phrases of less depth.
func (w Words) phrase(english string, depth int) (string, bool) {
	if i, ok := w.find("=" + english); ok {
		return w.pairs[i].text, true
	}
	if depth == 0 {
		return english, false
	}
	if text, ok := w.list(english, depth); ok {
		return text, true
	}
	for i := range w.patterns {
		p := &w.patterns[i]
		if pairs, ok := w.fit(p, english, depth); ok {
			return replace(p.translation, pairs), true
		}
	}
	return english, false
}

// list is a text of several phrases with semicolons between them.
func (w Words) list(english string, depth int) (string, bool) {
	if !strings.Contains(english, "; ") {
		return "", false
	}
	parts := strings.Split(english, "; ")
	for i := range parts {
		text, ok := w.phrase(parts[i], depth-1)
		if !ok {
			return "", false
		}
		parts[i] = text
	}
	return strings.Join(parts, "; "), true
}

// fit returns the names and values of the places when a text fits a pattern. It
// goes from the end to the start: what comes from a certificate stands first more
// often than last.
func (w Words) fit(p *pattern, text string, depth int) ([]string, bool) {
	rest, ok := strings.CutPrefix(text, p.texts[0])
	if !ok {
		return nil, false
	}
	last := len(p.places) - 1
	if rest, ok = strings.CutSuffix(rest, p.texts[last+1]); !ok {
		return nil, false
	}
	pairs := make([]string, 0, 2*len(p.places))
	for i := last; i >= 0; i-- {
		value := rest
		if i > 0 {
			at := strings.LastIndex(rest, p.texts[i])
			if at < 0 {
				return nil, false
			}
			value, rest = rest[at+len(p.texts[i]):], rest[:at]
		}
		if value, ok = w.inPlace(p.places[i].kind, value, depth); !ok {
			return nil, false
		}
		pairs = append(pairs, p.places[i].name, value)
	}
	return pairs, true
}

// inPlace is what stands for a value in a place of this kind, if it may stand there.
func (w Words) inPlace(kind byte, value string, depth int) (string, bool) {
	switch kind {
	case '#':
		return value, value != "" && strings.Trim(value, "0123456789") == ""
	case '=':
		return w.phrase(value, depth-1)
	case '~':
		if text, ok := w.phrase(value, depth-1); ok {
			return text, true
		}
		return w.isoDay(value), value != ""
	case '*':
		return value, value != ""
	}
	return value, value != "" && !strings.Contains(value, " ")
}

// patternsOf finds the phrases with places, the ones with most text first: of
// two that fit the more exact one counts.
func patternsOf(pairs []pair) []pattern {
	var list []pattern
	for _, p := range pairs {
		english, ok := strings.CutPrefix(p.key, "=")
		if !ok || !strings.Contains(english, "{") {
			continue
		}
		at := pattern{translation: p.text}
		for {
			before, name, after, ok := placeholder(english)
			at.texts = append(at.texts, before)
			at.literal += len(before)
			if !ok {
				break
			}
			at.places = append(at.places, placeOf(name))
			english = after
		}
		list = append(list, at)
	}
	slices.SortStableFunc(list, func(a, b pattern) int { return b.literal - a.literal })
	return list
}

func placeOf(name string) place {
	if name != "" && strings.IndexByte("*#=~", name[0]) >= 0 {
		return place{name[0], name[1:]}
	}
	return place{name: name}
}

// phraseFill fills a slot with a text of the Go sources.
func (w Words) phraseFill(slot, english string) Fill {
	text, ok := w.Phrase(english)
	return orEnglish(slot, text, ok)
}

// ruleFill fills a slot with the title, the explanation or the remedy of a rule.
func (w Words) ruleFill(slot, rule, part, english string) Fill {
	text, ok := w.RuleText(rule, part, english)
	return orEnglish(slot, text, ok)
}

// orEnglish fills a slot with a text that is marked when it stayed English.
func orEnglish(slot, text string, translated bool) Fill {
	fill := value(slot, text)
	if !translated {
		fill.Attrs = []Attr{{"lang", "en"}}
	}
	return fill
}

// said is Phrase where the text can't be marked as English.
func (w Words) said(english string) string {
	text, _ := w.Phrase(english)
	return text
}

// RuleText is the title, the explanation or the remedy of a rule in the
// catalogue's language. Where there is none it is false, and the text is that
// of the rule, in English.
func (w Words) RuleText(rule, part, english string) (string, bool) {
	if !w.translated() || english == "" {
		return english, true
	}
	if i, ok := w.find("rule." + rule + "." + part); ok {
		return w.pairs[i].text, true
	}
	return english, false
}
