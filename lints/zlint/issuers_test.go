package zlint

import (
	"slices"
	"testing"

	"sealglass/testdata/gen"
)

// TestIssuersAreNoSubscribers: nothing is found in issuers' certificates that
// break no rule.
func TestIssuersAreNoSubscribers(t *testing.T) {
	for name, c := range map[string]*gen.Cert{
		"root": gen.Root(), "issuing CA": gen.SubCA(), "constrained CA": gen.ConstrainedCA(), "cross certificate": gen.CrossCA(),
	} {
		opinion := Run(c.Encode(), Options{})
		for _, f := range opinion.Findings {
			t.Errorf("%s: %s %s", name, f.Severity, f.Rule)
		}
		for _, lint := range forSubscribers {
			if !slices.Contains(opinion.LeftOut, LeftOut{lint, notForIssuers}) {
				t.Errorf("%s: %s is not named as left out", name, lint)
			}
		}
	}
}
