package requirements

import (
	"strings"
	"testing"

	"sealglass/lints"
)

// The rules made from the subject table ask for what the rows of the tables do,
// of the same profiles and generations.
func TestSubjectTableRulesFollowTheList(t *testing.T) {
	rules := make(map[string]lints.Rule)
	for _, rule := range lints.Catalogue() {
		for _, id := range rule.Requirements {
			rules[id] = rule
		}
	}
	profiles := map[string]lints.Profile{"M": lints.Mailbox, "O": lints.Organization, "S": lints.Sponsor, "I": lints.Individual}
	generations := map[string]lints.Generation{
		"LMS": lints.AnyGeneration, "LM": lints.Legacy | lints.Multipurpose, "MS": lints.Multipurpose | lints.Strict, "S": lints.Strict,
	}
	rows := 0
	for _, r := range All() {
		inTable := r.Section == "7.1.4.2.3" || r.Section == "7.1.4.2.4" || r.Section == "7.1.4.2.5" || r.Section == "7.1.4.2.6"
		if !inTable || r.Strength == "MAY" {
			continue
		}
		rows++
		rule := rules[r.ID]
		suffix := map[string]string{"SHALL": "-missing", "SHALL NOT": "-forbidden"}[r.Strength]
		if !strings.HasSuffix(rule.ID, suffix) || rule.Profiles != profiles[r.Profiles] || rule.Generations != generations[r.Generations] ||
			rule.From != r.From || rule.Until != r.Until {
			t.Errorf("%s is %s for %s of %s from %q until %q, its rule %+v", r.ID, r.Strength, r.Profiles, r.Generations, r.From, r.Until, rule)
		}
	}
	if rows != 33 {
		t.Errorf("%d rows of the tables are no MAY", rows)
	}
}
