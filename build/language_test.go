package main

import (
	"io/fs"
	"testing"

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
