package view

import (
	"slices"
	"strings"
)

// maxNested bounds how deep a phrase may stand within others.
const maxNested = 3

// pattern is a phrase with places for what comes from an input: its text
// between them, and their names.
type pattern struct {
	texts, names []string // one text more than names
	translation  string
	literal      int // bytes of the texts
}

// Phrase says in the catalogue's language what a text of the Go sources says in
// English: the label of a field, the reason of a fault, why a rule did not run.
// Where the catalogue has no word for it, it is false, and the text stands as it
// is, in English.
//
// In the catalogue {name} stands for any text and {=name} for a phrase.
func (w Words) Phrase(english string) (string, bool) {
	if !w.translated() || english == "" {
		return english, true
	}
	return w.phrase(english, maxNested)
}

// translated says whether this is another language than that of the sources.
func (w Words) translated() bool { return w.lang != "" && w.lang != "en" }

func (w Words) phrase(english string, depth int) (string, bool) {
	if i, ok := w.find("=" + english); ok {
		return w.pairs[i].text, true
	}
	for i := range w.patterns {
		p := &w.patterns[i]
		values := p.match(english)
		if values == nil {
			continue
		}
		pairs := make([]string, 0, 2*len(values))
		for j, value := range values {
			name := p.names[j]
			if rest, ok := strings.CutPrefix(name, "="); ok && depth > 0 {
				name = rest
				value, _ = w.phrase(value, depth-1)
			}
			pairs = append(pairs, strings.TrimPrefix(name, "="), value)
		}
		return replace(p.translation, pairs), true
	}
	return english, false
}

// match returns what stands in the places of the pattern, or nil where the text
// is another.
func (p *pattern) match(text string) []string {
	rest, ok := strings.CutPrefix(text, p.texts[0])
	if !ok {
		return nil
	}
	values := make([]string, 0, len(p.names))
	for i := range p.names {
		next := p.texts[i+1]
		if i == len(p.names)-1 {
			value, ok := strings.CutSuffix(rest, next)
			if !ok || value == "" {
				return nil
			}
			return append(values, value)
		}
		value, after, ok := strings.Cut(rest, next)
		if !ok || value == "" {
			return nil
		}
		values, rest = append(values, value), after
	}
	return nil
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
			at.names = append(at.names, name)
			english = after
		}
		list = append(list, at)
	}
	slices.SortStableFunc(list, func(a, b pattern) int { return b.literal - a.literal })
	return list
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
