package zlint

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/zmap/zlint/v3/lint"

	"sealglass/inspect"
	"sealglass/lints"
)

// TestDisagreements compares the rule book with zlint on every certificate of
// zlint's test data that is within the scope of the rule book: by the rules of
// one day, since many are older than the Requirements, and by those of their day
// of issue. Where only one of the two finds a fault, testdata/disagreements.tsv
// gives the reason: a new disagreement needs a line there, a rule, or a name in a
// rule's ZLint; one that is gone loses its line. A line says "issued" where the
// two disagree by the rules of the day of issue alone.
func TestDisagreements(t *testing.T) {
	reasons := readDisagreements(t)
	found := map[string]string{} // with an example
	now := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	for name, der := range corpus(t) {
		for key := range disagreements(t, name, der, inspect.AsOfToday, now) {
			found[key] = name
		}
	}
	for name, der := range corpus(t) {
		for key := range disagreements(t, name, der, inspect.AsOfIssued, now) {
			if found[key] == "" {
				found["issued "+key] = name
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(found)) {
		if reasons[key] == "" {
			t.Errorf("%s, in %s: a disagreement that is not in testdata/disagreements.tsv", key, found[key])
		}
	}
	for _, key := range slices.Sorted(maps.Keys(reasons)) {
		if found[key] == "" {
			t.Errorf("%s: in testdata/disagreements.tsv, but there is no such disagreement any more", key)
		}
	}
}

// disagreements are the faults of a certificate that only one of the two finds,
// as "rule" or "zlint" and the name.
func disagreements(t *testing.T, name string, der []byte, asOf string, now time.Time) map[string]bool {
	t.Helper()
	report := inspect.Inspect([]inspect.Input{{Name: name, Data: der}}, inspect.Options{AsOf: asOf, Now: now})
	var day time.Time
	if asOf == inspect.AsOfToday {
		day = now
	}
	opinion := Run(der, Options{AsOf: day})
	if opinion.Off != "" || len(report.Inputs[0].Certificates) != 1 || report.Inputs[0].Certificates[0].Role == "other" {
		return nil
	}
	c := report.Inputs[0].Certificates[0]
	if issuer := c.Role != "subscriber"; issuer != isIssuer(t, der) {
		return nil // keyCertSign without basicConstraints
	}
	found := map[string]bool{}
	for _, f := range lints.Fold(c.Findings, opinion.Findings) {
		switch {
		case f.Status != lints.Fail || f.Coming:
		case f.Source == lints.ZLint:
			found["zlint "+f.Rule] = true
		case disagrees(f.Rule, opinion):
			found["rule "+f.Rule] = true
		}
	}
	return found
}

// disagrees says whether none of the lints that the rule names has found
// anything, though one of them was run.
func disagrees(rule string, opinion Opinion) bool {
	i := slices.IndexFunc(lints.Catalogue(), func(r lints.Rule) bool { return r.ID == rule })
	ran := false
	for _, name := range lints.Catalogue()[i].ZLint {
		if slices.ContainsFunc(opinion.Findings, func(f lints.Finding) bool { return f.Rule == name }) {
			return false
		}
		ran = ran || slices.ContainsFunc(inOrder(), func(l *lint.CertificateLint) bool { return l.Name == name }) &&
			!slices.ContainsFunc(opinion.LeftOut, func(l LeftOut) bool { return l.Lint == name })
	}
	return ran
}

func isIssuer(t *testing.T, der []byte) bool {
	t.Helper()
	c, reason := parse(der)
	if reason != "" {
		t.Fatal(reason)
	}
	return c.IsCA
}

// readDisagreements reads the lines "zlint or rule (or issued and one of them), name, reason".
func readDisagreements(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("testdata/disagreements.tsv")
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for line := range strings.Lines(string(text)) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(parts) != 3 || parts[2] == "" || reasons[parts[0]+" "+parts[1]] != "" {
			t.Fatalf("testdata/disagreements.tsv: %q is not three parts, or stands there twice", line)
		}
		reasons[parts[0]+" "+parts[1]] = parts[2]
	}
	return reasons
}
