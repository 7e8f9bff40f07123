package view

import (
	"slices"
	"testing"

	"sealglass/inspect"
	"sealglass/lints"
)

// TestBySection: one group for each section, in the order of the document, the
// Requirements before all others; the strongest finding first.
func TestBySection(t *testing.T) {
	found := func(rule string, source lints.Source, section string, severity lints.Severity, status lints.Status) lints.Finding {
		return lints.Finding{Rule: rule, Source: source, Section: section, Severity: severity, Status: status}
	}
	c := &inspect.CertificateReport{Findings: []lints.Finding{
		found("rfc", lints.RFC5280, "RFC 5280 4.1", lints.Error, lints.Fail),
		found("tenth", lints.SBR, "7.1.10", lints.Error, lints.Fail),
		found("not-run", lints.SBR, "7.1.2.3(b)", lints.Error, lints.Broken),
		found("warning", lints.SBR, "7.1.2.3(n)", lints.Warning, lints.Fail),
		found("error", lints.SBR, "7.1.2.3", lints.Error, lints.Fail),
		found("above", lints.SBR, "7.1", lints.Notice, lints.Fail),
		found("hidden", lints.Apple, "2", lints.Notice, lints.Fail),
	}}
	for kind, want := range map[string][]string{
		"":       {"above |", "error warning not-run |", "tenth |", "rfc |"},
		"error":  {"error |", "tenth |", "rfc |"},
		"broken": {"not-run |"},
		"info":   nil,
	} {
		var got []string
		for _, group := range bySection(entry{cert: c}, kind, Options{Hidden: []lints.Source{lints.Apple}}) {
			text := ""
			for _, f := range fillOf(group, "findings").Children {
				text += fillOf(f, "code").Text + " "
			}
			got = append(got, text+"|")
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", kind, got, want)
		}
	}
}

func fillOf(n Node, slot string) Fill {
	for _, f := range n.Fills {
		if f.Slot == slot {
			return f
		}
	}
	return Fill{}
}
