package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"sealglass/lints"
	"sealglass/lints/book"
	"sealglass/lints/requirements"
)

func TestRulesJSON(t *testing.T) {
	status, stdout, stderr := call("", "rules", "--json")
	if status != 0 || stderr != "" {
		t.Fatalf("status %d: %s", status, stderr)
	}
	var list book.Book
	decoder := json.NewDecoder(strings.NewReader(stdout))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&list); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(stdout, ": null") {
		t.Error("a list is null")
	}
	rules := lints.Catalogue()
	if list.Schema != 1 || len(list.Rules) != len(rules) {
		t.Fatalf("schema %d, %d rules, want %d", list.Schema, len(list.Rules), len(rules))
	}
	for i, r := range rules {
		d := list.Rules[i]
		if d.Rule != r.ID || d.Title != r.Title || d.Explanation != r.Explanation || d.Remedy != r.Remedy || d.Quote != r.Quote ||
			d.Section != r.Section || d.Source != string(r.Source) || d.Severity != string(r.Severity) ||
			d.From != string(r.From) || d.Until != string(r.Until) || d.NeedsIssuer != r.NeedsIssuer ||
			!slices.Equal(d.Requirements, r.Requirements) || !slices.Equal(d.ZLint, r.ZLint) || len(d.Parts) != len(r.Parts) {
			t.Errorf("%s: %+v", r.ID, d)
		}
	}
}

func TestRulesText(t *testing.T) {
	_, stdout, _ := call("", "rules")
	rules := lints.Catalogue()
	for _, r := range rules {
		if !strings.Contains(stdout, r.ID+": "+string(r.Severity)+"\n  "+r.Title+"\n") {
			t.Errorf("%s is not listed", r.ID)
		}
	}
	for _, r := range requirements.Coverage(rules) {
		got := strings.Contains(stdout, r.ID+": not checked\n  "+r.Statement+"\n") &&
			strings.Contains(stdout, "\n  because "+r.NotChecked+"\n")
		if want := len(r.Rules) == 0 && r.NotChecked != ""; want && !got {
			t.Errorf("%s does not stand there with its reason", r.ID)
		}
	}
}

// Every requirement is named: by the rules that cover it, or as one that none does.
func TestRulesNameEveryRequirement(t *testing.T) {
	named := make(map[string]int)
	list := book.New()
	for _, r := range list.Rules {
		for _, id := range r.Requirements {
			named[id] |= 1
		}
	}
	for _, r := range list.NotChecked {
		named[r.Requirement] |= 2
	}
	for _, r := range requirements.All() {
		if named[r.ID] != 1 && named[r.ID] != 2 {
			t.Errorf("%s: named as %b (1: covered, 2: not checked)", r.ID, named[r.ID])
		}
	}
}

// What a rule leaves open is said: its defaults, and nothing about roles and
