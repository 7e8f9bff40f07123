package lints

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestRulesAreWellFormed(t *testing.T) {
	const titleLimit = 70
	seen := map[string]bool{}
	for _, r := range Catalogue() {
		if seen[r.ID] {
			t.Errorf("%s: the id is used twice", r.ID)
		}
		seen[r.ID] = true
		if strings.Trim(r.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || strings.HasPrefix(r.ID, "-") || strings.HasSuffix(r.ID, "-") {
			t.Errorf("%s: an id is a slug of small letters", r.ID)
		}
		if n := utf8.RuneCountInString(r.Title); n == 0 || n > titleLimit || strings.HasSuffix(r.Title, ".") {
			t.Errorf("%s: the title has %d characters: %q", r.ID, n, r.Title)
		}
		for what, text := range map[string]string{"explanation": r.Explanation, "remedy": r.Remedy} {
			if text == "" || !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") || strings.Contains(text, "  ") || strings.ContainsAny(text, "—\n\t") {
				t.Errorf("%s: the %s is no sentence: %q", r.ID, what, text)
			}
		}
		if r.Source == "" || r.Section == "" {
			t.Errorf("%s: whose rule is it, and where does it stand?", r.ID)
		}
		switch r.Severity {
		case Error, Warning:
			if r.Source == Draft {
				t.Errorf("%s: a proposal is a notice at most", r.ID)
			}
			if (r.Source == SBR || r.Source == RFC5280) && (r.Quote == "" || len(r.Requirements) == 0) {
				t.Errorf("%s: an error or warning quotes its requirement", r.ID)
			}
		case Notice, Info:
		default:
			t.Errorf("%s: severity %q", r.ID, r.Severity)
		}
		for _, d := range []Date{r.From, r.Until} {
			if _, err := time.Parse(time.DateOnly, string(d)); d != "" && err != nil {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
		if r.Until != "" && r.Until <= r.From {
			t.Errorf("%s: in force from %s until %s", r.ID, r.From, r.Until)
		}
		if r.Kind != CertificateKind && (r.Roles != 0 || r.Profiles != 0 || r.Generations != 0 || r.Anywhere) {
			t.Errorf("%s: a list has no role, profile or generation", r.ID)
		}
		if r.Check == nil {
			t.Errorf("%s has no check", r.ID)
		}
	}
}

func TestCatalogueIsTheCallersOwn(t *testing.T) {
	changed := Catalogue()
	changed[0].ID = "changed"
	if Catalogue()[0].ID == "changed" {
		t.Error("a change of the slice changes the catalogue")
	}
}

func TestFold(t *testing.T) {
	rule := ""
	lint := ""
	for _, r := range Catalogue() {
		if len(r.ZLint) > 0 {
			rule, lint = r.ID, r.ZLint[0]
			break
		}
	}
	own := []Finding{{Rule: "first", Status: Fail}, {Rule: rule, Status: Fail}}
	second := []Finding{
		{Rule: lint, Source: ZLint, Status: Fail},
		{Rule: lint, Source: ZLint, Status: Fail},
		{Rule: "e_of_its_own", Source: ZLint, Status: Fail},
		{Rule: lint, Source: ZLint, Status: Broken},
	}
	folded := Fold(own, second)
	if len(folded) != 4 || folded[1].Rule != rule || strings.Join(folded[1].Also, " ") != lint ||
		folded[2].Rule != "e_of_its_own" || folded[3].Status != Broken {
		t.Errorf("%+v", folded)
	}
	if own[1].Also != nil {
		t.Error("folding changes the findings that were handed over")
	}
	own[1].Status = Broken
	if folded := Fold(own, second[:1]); len(folded) != 3 || folded[1].Also != nil {
		t.Errorf("a rule that could not run takes in a lint that failed: %+v", folded)
	}
	if folded := Fold(nil, second[2:3]); len(folded) != 1 {
		t.Errorf("without findings of our own: %+v", folded)
	}
}
