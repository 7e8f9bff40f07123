package lints

import (
	"strings"
	"testing"
)

// otherDates are those of SBR rules that no version names, each with the reason.
var otherDates = map[string]map[Date]string{}

// A rule of the SBR comes and goes on the day of a version, or on a later day
// that a version names.
func TestRuleDatesAreThoseOfVersions(t *testing.T) {
	known := make(map[Date]bool)
	for _, v := range Versions {
		known[v.Published] = true
		for _, d := range v.Dates {
			known[d.Date] = true
		}
	}
	used := make(map[string]bool)
	for _, r := range Catalogue() {
		if r.Source != SBR {
			continue
		}
		for _, d := range []Date{r.From, r.Until} {
			if d == "" || known[d] {
				continue
			}
			used[r.ID] = true
			if otherDates[r.ID][d] == "" {
				t.Errorf("%s: %s is the date of no version, and otherDates does not say why", r.ID, d)
			}
		}
	}
	for id := range otherDates {
		if !used[id] {
			t.Errorf("otherDates explains %s, which needs no explanation", id)
		}
	}
}

func TestVersionsAreInOrder(t *testing.T) {
	for i, v := range Versions {
		if i > 0 && v.Published < Versions[i-1].Published {
			t.Errorf("%s of %s stands after %s of %s", v.Number, v.Published, Versions[i-1].Number, Versions[i-1].Published)
		}
		if !strings.HasPrefix(v.Number, "1.0.") || !strings.HasPrefix(v.Ballot, "SMC") || len(v.Published) != len("2006-01-02") {
			t.Errorf("%+v", v)
		}
		for _, d := range v.Dates {
			if d.Date <= v.Published {
				t.Errorf("%s: %s is not later than its publication", v.Number, d.Date)
			}
		}
	}
}
