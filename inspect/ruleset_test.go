package inspect

import (
	"testing"

	"sealglass/lints"
)

func TestRuleSetIsTheNewestVersion(t *testing.T) {
	if want := "S/MIME BR " + lints.Versions[len(lints.Versions)-1].Number; RuleSet != want {
		t.Errorf("the rules are those of %s, not %s", RuleSet, want)
	}
}
