package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"sealglass/lints"
	"sealglass/lints/book"
	"sealglass/web"
)

func TestEveryRuleHasItsPage(t *testing.T) {
	languages, err := readLanguages(web.Files)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := rulePages(languages, map[string][]byte{"style.css": []byte("x"), "icon.svg": []byte("x")})
	if err != nil {
		t.Fatal(err)
	}
	index := string(pages["rules/index.html"])
	for _, r := range lints.Catalogue() {
		page := string(pages["rules/"+r.ID+".html"])
		for _, heading := range []string{"What it checks", "Why it matters", "What to do", "Reference", "Applies to", "Since"} {
			if !strings.Contains(page, "<h2>"+heading+"</h2>") {
				t.Errorf("%s has no heading %s", r.ID, heading)
			}
		}
		if !strings.Contains(index, `href="`+r.ID+`.html"`) {
			t.Errorf("the list does not name %s", r.ID)
		}
	}
	all := book.New()
	for _, r := range all.NotChecked {
		if !strings.Contains(index, `id="`+r.Requirement+`"`) {
			t.Errorf("the list does not name %s", r.Requirement)
		}
	}
	if !strings.Contains(index, `href="../style.css" integrity=`) || !strings.Contains(index, "Content-Security-Policy") {
		t.Error("the list does not lead to the style sheet, or has no policy")
	}
	var data book.Book
	if err := json.NewDecoder(bytes.NewReader(pages["rules.json"])).Decode(&data); err != nil || len(data.Rules) != len(all.Rules) {
		t.Errorf("rules.json: %v, %d rules", err, len(data.Rules))
	}
}
