package main

import (
	"bytes"
	"encoding/json"
	"encoding/pem"
	"html"
	"slices"
	"strings"
	"testing"

	"sealglass/lints"
	"sealglass/lints/book"
	"sealglass/lints/examples"
	"sealglass/web"
)

// pemBlocks are the contents of the PEM blocks in a page.
func pemBlocks(page string) [][]byte {
	var found [][]byte
	for rest := []byte(html.UnescapeString(page)); ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			return found
		}
		found = append(found, block.Bytes)
	}
}

func TestEveryRuleHasItsPage(t *testing.T) {
	languages, err := readLanguages(web.Files)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := rulePages(languages, map[string][]byte{"style.css": []byte("x"), "icon.svg": []byte("x")})
	if err != nil {
		t.Fatal(err)
	}
	shown, err := examples.Read()
	if err != nil {
		t.Fatal(err)
	}
	index := string(pages["rules/index.html"])
	for _, r := range lints.Catalogue() {
		page := string(pages["rules/"+r.ID+".html"])
		for _, heading := range []string{"What it checks", "Why it matters", "Example", "What to do", "Reference", "Applies to", "Since"} {
			if !strings.Contains(page, "<h2>"+heading+"</h2>") {
				t.Errorf("%s has no heading %s", r.ID, heading)
			}
		}
		blocks := pemBlocks(page)
		if e := shown.Rules[r.ID].Fails; len(blocks) == 0 || !bytes.Equal(blocks[0], shown.Inputs[e.Input].DER) {
			t.Errorf("%s does not show the certificate that fails it", r.ID)
		}
		if e := shown.Rules[r.ID].Passes; e != nil && !slices.ContainsFunc(blocks, func(b []byte) bool { return bytes.Equal(b, shown.Inputs[e.Input].DER) }) {
			t.Errorf("%s does not show the certificate that passes it", r.ID)
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
