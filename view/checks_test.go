package view_test

import (
	"slices"
	"testing"

	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/view"
)

// reportWith is a report on one certificate with these findings and outcomes.
func reportWith(c inspect.CertificateReport) *inspect.Report {
	return &inspect.Report{AsOf: inspect.AsOfIssued, Inputs: []inspect.InputReport{{
		Name: "x.pem", Certificates: []inspect.CertificateReport{c},
	}}}
}

// texts collects what fills a slot, in the order of the tree.
func texts(nodes []view.Node, template, slot string) []string {
	var found []string
	for _, n := range nodes {
		for _, f := range n.Fills {
			if n.Template == template && f.Slot == slot {
				found = append(found, f.Text)
			}
			found = append(found, texts(f.Children, template, slot)...)
		}
	}
	return found
}

func TestCountersShowOneKind(t *testing.T) {
	words := catalogue(t, "en")
	c := inspect.CertificateReport{
		Role: "subscriber", Profile: "sponsor", Generation: "strict", ProfileFrom: "policy",
		Checks: inspect.Checks{Passed: 1, NotApplicable: 1, NotInForce: 1, Failed: 2},
		Findings: []lints.Finding{
			{Rule: "a", Severity: lints.Error, Status: lints.Fail, Title: "An error", Source: lints.SBR},
			{Rule: "b", Severity: lints.Notice, Status: lints.Fail, Title: "A notice", Source: lints.Gmail},
			{Rule: "c", Severity: lints.Info, Status: lints.Broken, Title: "A broken one", Source: lints.SBR},
		},
		Outcomes: []lints.RuleOutcome{
			{Rule: "subscriber-is-ca", Outcome: lints.Passed},
			{Rule: "path-length-negative", Outcome: lints.NotApplicable, Reason: "what it judges does not occur here"},
			{Rule: "path-length-without-ca", Outcome: lints.NotInForce, Reason: "in force from 2030-01-01"},
		},
	}
	for _, test := range []struct {
		show             string
		hidden           []lints.Source
		findings, checks []string
	}{
		{"", nil, []string{"An error", "A notice", "A broken one"}, nil},
		{"", []lints.Source{lints.Gmail}, []string{"An error", "A broken one"}, nil},
		{"error", nil, []string{"An error"}, nil},
		{"notice", nil, []string{"A notice"}, nil},
		{"broken", nil, []string{"A broken one"}, nil},
		{"warning", nil, nil, nil},
		{"passed", nil, nil, []string{"The certificate claims to be a CA"}},
		{"not-applicable", nil, nil, []string{"The path length is negative"}},
		{"not-in-force", nil, nil, []string{"A path length is given, but this is no CA"}},
	} {
		tree := view.Findings(reportWith(c), 0, view.Options{Words: words, Show: map[int]string{0: test.show}, Hidden: test.hidden})
		if got := texts(tree, "finding", "title"); !slices.Equal(got, test.findings) {
			t.Errorf("%q: findings %q, want %q", test.show, got, test.findings)
		}
		if got := texts(tree, "check", "title"); !slices.Equal(got, test.checks) {
			t.Errorf("%q: checks %q, want %q", test.show, got, test.checks)
		}
	}
}

func TestJudged(t *testing.T) {
	words := catalogue(t, "en")
	for _, test := range []struct {
		role, profile, from, asOf, want string
	}{
		{"subscriber", "sponsor", "policy", "issued", "Judged as sponsor-validated, Strict, as its policy says, by the rules of its day of issue, 2 September 2023."},
		{"subscriber", "sponsor", "override", "today", "Judged as sponsor-validated, Strict, as you chose, by the rules of today, 1 January 1."},
		{"subscriber", "none", "guess", "2025-07-15", "It declares none of the twelve profiles, so only what holds for all of them is checked, by the rules of 15 July 2025."},
		{"root", "none", "guess", "issued", "Judged as a root certificate, by the rules of its day of issue, 2 September 2023."},
	} {
		c := inspect.CertificateReport{Role: test.role, Profile: test.profile, Generation: "strict", ProfileFrom: test.from}
		c.Summary.NotBefore = "2023-09-02T00:00:00Z"
		r := reportWith(c)
		r.AsOf = test.asOf
		got := texts(view.Findings(r, 0, view.Options{Words: words}), "findings", "judged")
		if !slices.Equal(got, []string{test.want}) {
			t.Errorf("%+v: %q", test, got)
		}
	}
}
