package lints

import "testing"

// TestErrorsQuoteTheirRule: an error needs the words of the rule that was broken,
// and the place where they stand.
func TestErrorsQuoteTheirRule(t *testing.T) {
	for _, r := range Catalogue() {
		if r.Severity == Error && (r.Quote == "" || r.Section == "") {
			t.Errorf("%s is an error without a quotation or a section", r.ID)
		}
	}
}
