package main

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sealglass/lints/book"
	"sealglass/web"
)

// Every text of a page has a translation, and every translation a text.
func TestPageTexts(t *testing.T) {
	languages, err := readLanguages(web.Files)
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, folder := range []struct {
		files fs.FS
		names string
	}{{web.Files, "*.html"}, {ruleTemplates, "rules/*.html"}} {
		names, err := fs.Glob(folder.files, folder.names)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v", folder.names, err)
		}
		for _, name := range names {
			markup, err := fs.ReadFile(folder.files, name)
			if err != nil {
				t.Fatal(err)
			}
			texts, err := web.Texts(markup)
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range texts {
				used[text] = true
			}
		}
	}
	for _, lang := range languages[1:] {
		for text := range used {
			if lang.texts[text] == "" {
				t.Errorf("words/page.%s.json has nothing for %q", lang.tag, text)
			}
		}
		for text := range lang.texts {
			if !used[text] {
				t.Errorf("words/page.%s.json translates %q, which is on no page", lang.tag, text)
			}
		}
	}
}

// maxTitle is the number of characters of a rule's title, in every language
// (CONTRIBUTING.md).
const maxTitle = 70

// A language with words for rules has them for every rule, and one with a reason
// why a requirement is not covered has one for each; and no words are left of what
// is gone. What a language does not have is shown in English, marked so.
func TestRuleWords(t *testing.T) {
	languages, err := readLanguages(web.Files)
	if err != nil {
		t.Fatal(err)
	}
	all := book.New()
	for _, lang := range languages[1:] {
		wanted := map[string]bool{}
		for _, r := range all.Rules {
			for part, english := range map[string]string{"title": r.Title, "explanation": r.Explanation, "remedy": r.Remedy} {
				if english != "" {
					wanted["rule."+r.Rule+"."+part] = true
				}
			}
		}
		translated := func(key string) bool { return strings.HasPrefix(key, "rule.") }
		begun := slices.ContainsFunc(slices.Collect(maps.Keys(lang.words)), translated)
		for key := range wanted {
			if begun && lang.words[key] == "" {
				t.Errorf("words/rules.%s.json has nothing for %s", lang.tag, key)
			}
		}
		for key, text := range lang.words {
			if translated(key) && !wanted[key] {
				t.Errorf("words/rules.%s.json translates %s, which is none", lang.tag, key)
			}
			if n := utf8.RuneCountInString(text); translated(key) && strings.HasSuffix(key, ".title") && n > maxTitle {
				t.Errorf("words/rules.%s.json: %s has %d characters, and %d are the most", lang.tag, key, n, maxTitle)
			}
		}
		open := map[string]bool{}
		for _, r := range all.NotChecked {
			open[r.Requirement] = true
			if len(lang.reasons) > 0 && lang.reasons[r.Requirement] == "" {
				t.Errorf("words/requirements.%s.json has nothing for %s", lang.tag, r.Requirement)
			}
		}
		for id := range lang.reasons {
			if !open[id] {
				t.Errorf("words/requirements.%s.json gives a reason for %s, which a rule covers", lang.tag, id)
			}
		}
	}
}
