package lints

import (
	"slices"
	"strings"
	"testing"
)

// TestErrorsQuoteTheirRule: an error needs the words of the rule that was broken,
// with what binds in them, and the place where they stand.
func TestErrorsQuoteTheirRule(t *testing.T) {
	binding := []string{"SHALL", "MUST", "Prohibited", "No other algorithms or key sizes are permitted"}
	for _, r := range Catalogue() {
		if r.Severity != Error {
			continue
		}
		if r.Quote == "" || r.Section == "" {
			t.Errorf("%s is an error without a quotation or a section", r.ID)
		}
		if r.Source == SBR && !slices.ContainsFunc(binding, func(word string) bool { return strings.Contains(r.Quote, word) }) {
			t.Errorf("%s is an error by a quotation that binds nobody: %s", r.ID, r.Quote)
		}
	}
}
