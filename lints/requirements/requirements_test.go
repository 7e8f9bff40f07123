package requirements

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sealglass/lints"
)

func TestTableIsWellFormed(t *testing.T) {
	lines := strings.Split(table, "\n")
	if lines[0] != columns {
		t.Errorf("the first line is %q, not %q", lines[0], columns)
	}
	if lines[len(lines)-1] != "" {
		t.Error("the last line does not end")
	}
	for i, line := range lines[1 : len(lines)-1] {
		if n := strings.Count(line, "\t"); n != strings.Count(columns, "\t") {
			t.Errorf("line %d has %d columns", i+2, n+1)
		}
	}
}

func TestRowsAreWellFormed(t *testing.T) {
	strengths := []string{"SHALL", "SHALL NOT", "MUST", "MUST NOT", "SHOULD", "SHOULD NOT", "MAY", "DEF", "PROPOSAL"}
	applies := []string{"subscriber", "subCA", "root", "responder", "CRL", "OCSP"}
	seen := make(map[string]bool)
	for _, r := range All() {
		if seen[r.ID] {
			t.Errorf("%s stands there twice", r.ID)
		}
		seen[r.ID] = true
		if !slices.Contains(strengths, strings.TrimSuffix(r.Strength, "?")) {
			t.Errorf("%s: strength %q", r.ID, r.Strength)
		}
		for _, to := range r.AppliesTo {
			if !slices.Contains(applies, to) {
				t.Errorf("%s: applies to %q", r.ID, to)
			}
		}
		if strings.Trim(r.Profiles, "MOSI") != "" || strings.Trim(r.Generations, "LMS") != "" {
			t.Errorf("%s: profiles %q, generations %q", r.ID, r.Profiles, r.Generations)
		}
		for _, d := range []lints.Date{r.From, r.Until} {
			if _, err := time.Parse(time.DateOnly, string(d)); d != "" && err != nil {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
		if r.From != "" && r.Until != "" && r.From >= r.Until {
			t.Errorf("%s holds from %s until %s", r.ID, r.From, r.Until)
		}
		if r.Section == "" || !strings.HasSuffix(r.Statement, ".") {
			t.Errorf("%s: section %q, statement %q", r.ID, r.Section, r.Statement)
		}
		if strings.HasSuffix(r.NotChecked, ".") {
			t.Errorf("%s: the reason is a clause, without a full stop: %q", r.ID, r.NotChecked)
		}
	}
}

// Every requirement is covered by a rule or says why it isn't, and not both.
func TestEveryRequirementIsCoveredOrSaysWhy(t *testing.T) {
	for _, c := range Coverage(lints.Catalogue()) {
		switch {
		case len(c.Rules) == 0 && c.NotChecked == "":
			t.Errorf("%s: no rule covers it, and nothing says why (%s)", c.ID, c.Statement)
		case len(c.Rules) > 0 && c.NotChecked != "":
			t.Errorf("%s: not checked, because %s; but %v cover it", c.ID, c.NotChecked, c.Rules)
		}
	}
}

func TestRulesNameRequirementsOfTheList(t *testing.T) {
	listed := make(map[string]Requirement)
	for _, r := range All() {
		listed[r.ID] = r
	}
	for _, rule := range lints.Catalogue() {
		for i, id := range rule.Requirements {
			if listed[id].ID == "" {
				t.Errorf("%s names %s, which is not in the list", rule.ID, id)
			}
			if slices.Contains(rule.Requirements[:i], id) {
				t.Errorf("%s names %s twice", rule.ID, id)
			}
		}
		if rule.Source == lints.SBR && len(rule.Requirements) == 0 {
			t.Errorf("%s is the SBR's and names no requirement", rule.ID)
		}
	}
}

// An error on the SBR needs a SHALL or MUST whose wording is known, in force on
// every day on which the rule is.
func TestErrorsRestOnADuty(t *testing.T) {
	listed := make(map[string]Requirement)
	for _, r := range All() {
		listed[r.ID] = r
	}
	for _, rule := range lints.Catalogue() {
		if rule.Source != lints.SBR || rule.Severity != lints.Error {
			continue
		}
		if !slices.ContainsFunc(rule.Requirements, func(id string) bool { return isDuty(listed[id].Strength) }) {
			t.Errorf("%s is an error, and none of %v is a SHALL or MUST", rule.ID, rule.Requirements)
		}
		if !slices.ContainsFunc(rule.Requirements, func(id string) bool {
			r := listed[id]
			return isDuty(r.Strength) && rule.From >= r.From && (r.Until == "" || rule.Until != "" && rule.Until <= r.Until)
		}) {
			t.Errorf("%s holds from %q until %q, on other days than %v", rule.ID, rule.From, rule.Until, rule.Requirements)
		}
	}
}

func isDuty(strength string) bool {
	switch strength {
	case "SHALL", "SHALL NOT", "MUST", "MUST NOT":
		return true
	}
	return false
}

func TestCoverage(t *testing.T) {
	covered := Coverage([]lints.Rule{
		{ID: "one", Requirements: []string{"SBR-7.1.1-1"}},
		{ID: "two", Requirements: []string{"SBR-7.1-serial-1", "SBR-7.1.1-1"}},
	})
	if len(covered) != len(All()) {
		t.Fatalf("%d requirements of %d", len(covered), len(All()))
	}
	for _, c := range covered {
		want := map[string][]string{"SBR-7.1.1-1": {"one", "two"}, "SBR-7.1-serial-1": {"two"}}[c.ID]
		if !slices.Equal(c.Rules, want) {
			t.Errorf("%s: %v, not %v", c.ID, c.Rules, want)
		}
	}
}
