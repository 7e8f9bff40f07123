package book

import (
	"strings"
	"testing"

	"sealglass/lints"
)

// TestEverySourceIsListed: no rule falls out of the lists by source, and no source
// has an empty one.
func TestEverySourceIsListed(t *testing.T) {
	rules := map[lints.Source]int{}
	for _, r := range lints.Catalogue() {
		rules[r.Source]++
	}
	for _, source := range Sources {
		if rules[source] == 0 {
			t.Errorf("%s has no rules, or stands twice", source)
		}
		delete(rules, source)
	}
	for source, n := range rules {
		t.Errorf("%d rules of %s are in no list", n, source)
	}
}

// TestRuleScope: a rule that names no role judges subscribers, and none has
// profiles where it judges a list.
func TestRuleScope(t *testing.T) {
	tests := []struct {
		rule                         lints.Rule
		judges                       string
		roles, profiles, generations string
	}{
		{lints.Rule{}, "certificate", "subscriber", "mailbox organization sponsor individual none", "legacy multipurpose strict none"},
		{lints.Rule{Anywhere: true}, "certificate", "subscriber ocspResponder other", "mailbox organization sponsor individual none", "legacy multipurpose strict none"},
		{lints.Rule{Roles: lints.AnyCA, Profiles: lints.Sponsor, Generations: lints.Strict | lints.NoGeneration}, "certificate", "subCA root", "sponsor", "strict none"},
		{lints.Rule{Kind: lints.CRLKind, Roles: lints.AnyCA}, "crl", "", "", ""},
		{lints.Rule{Kind: lints.OCSPKind}, "ocsp", "", "", ""},
	}
	for i, test := range tests {
		d := dataOf(&test.rule)
		roles, profiles, generations := strings.Join(d.Roles, " "), strings.Join(d.Profiles, " "), strings.Join(d.Generations, " ")
		if d.Judges != test.judges || roles != test.roles || profiles != test.profiles || generations != test.generations {
			t.Errorf("%d: %s, %q, %q, %q", i, d.Judges, roles, profiles, generations)
		}
	}
}
