package lints

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// maxTitle is the number of characters of a title (CONTRIBUTING.md).
const maxTitle = 70

var ruleID = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// Every rule has its words, and says what it needs to say.
func TestRulesHaveTheirWords(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Catalogue() {
		if seen[r.ID] || !ruleID.MatchString(r.ID) {
			t.Errorf("%q is no id, or stands there twice", r.ID)
		}
		seen[r.ID] = true
		if n := utf8.RuneCountInString(r.Title); n == 0 || n > maxTitle || strings.HasSuffix(r.Title, ".") {
			t.Errorf("%s: a title of %d characters: %s", r.ID, n, r.Title)
		}
		for _, text := range []string{r.Explanation, r.Remedy} {
			if !strings.HasSuffix(text, ".") || strings.Contains(text, "  ") {
				t.Errorf("%s: no sentences: %q", r.ID, text)
			}
		}
		if r.Section == "" || r.Source == "" || r.Severity == "" || r.Check == nil {
			t.Errorf("%s: source %q, section %q, severity %q", r.ID, r.Source, r.Section, r.Severity)
		}
		if r.Source == SBR && r.Quote == "" {
			t.Errorf("%s quotes nothing", r.ID)
		}
		for _, d := range []Date{r.From, r.Until} {
			if _, err := time.Parse(time.DateOnly, string(d)); d != "" && err != nil {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
		for _, promise := range []string{"compliant", "trusted"} {
			if strings.Contains(strings.ToLower(r.Title+r.Explanation+r.Remedy), promise) {
				t.Errorf("%s says %q", r.ID, promise)
			}
		}
	}
}
