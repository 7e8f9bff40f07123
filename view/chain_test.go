package view

import (
	"testing"

	"sealglass/inspect"
)

// A certificate may leave its issuer's name empty; the sentence about it stays whole.
func TestLinkText(t *testing.T) {
	w := ParseWords("link.issuer-missing\tThe issuer, {a}, was not supplied.\nlink.unnamed\t(without a name)\n")
	for arg, want := range map[string]string{
		"Example CA": "The issuer, Example CA, was not supplied.",
		"":           "The issuer, (without a name), was not supplied.",
	} {
		if got := linkText(&inspect.LinkReason{Code: inspect.LinkIssuerMissing, Args: []string{arg}}, w); got != want {
			t.Errorf("%q: %s", arg, got)
		}
	}
}
