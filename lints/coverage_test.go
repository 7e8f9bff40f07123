package lints

import (
	"slices"
	"testing"
	"time"

	"sealglass/testdata/gen"
)

// Every rule fires in some case, and passes in some case.
func TestEveryRuleIsTried(t *testing.T) {
	passed := map[string]bool{}
	fired := map[string]bool{}
	for _, a := range areaCases {
		for i := range a.cases {
			result := Run(a.cases[i].subject(), Catalogue())
			for _, o := range result.Outcomes {
				passed[o.Rule] = passed[o.Rule] || o.Outcome == Passed
			}
			for j := range result.Findings {
				f := &result.Findings[j]
				fired[f.Rule] = fired[f.Rule] || f.Status == Fail
			}
		}
	}
	for _, r := range Catalogue() {
		if !fired[r.ID] {
			t.Errorf("%s fires in no case", r.ID)
		}
		if !passed[r.ID] && !comingOn(&r, today) {
			t.Errorf("%s passes in no case", r.ID)
		}
	}
}

// comingOn says whether the rule is not in force yet on that day.
func comingOn(r *Rule, day Date) bool { return r.From > day }

// Every case that makes a dated rule fire is dated again: before the rule's days
// and after them it must not fire, on the first and the last second of them it
// fires in one case at least.
func TestRulesKeepTheirDates(t *testing.T) {
	rules := map[string]*Rule{}
	all := Catalogue()
	for i := range all {
		rules[all[i].ID] = &all[i]
	}
	first, last := map[string]bool{}, map[string]bool{}
	for _, a := range areaCases {
		for i := range a.cases {
			for _, want := range a.cases[i].want {
				r := rules[lastWord(want)]
				if r == nil {
					continue
				}
				name := a.name + "/" + a.cases[i].name
				tryFrom(t, name, &a.cases[i], r, first)
				tryUntil(t, name, &a.cases[i], r, last)
			}
		}
	}
	for _, r := range all {
		if r.From != "" && !first[r.ID] {
			t.Errorf("%s fires on the first second of %s in no case", r.ID, r.From)
		}
		if r.Until != "" && !last[r.ID] {
			t.Errorf("%s fires on the last second before %s in no case", r.ID, r.Until)
		}
	}
}

func tryFrom(t *testing.T, name string, c *testCase, r *Rule, first map[string]bool) {
	t.Helper()
	if r.From == "" {
		return
	}
	from := dayTime(string(r.From))
	if outcome, fires := firesAt(c, r, from.Add(-time.Second)); fires || outcome != NotInForce && outcome != NotApplicable {
		t.Errorf("%s: %s is in force the second before %s", name, r.ID, r.From)
	}
	if _, fires := firesAt(c, r, from); fires {
		first[r.ID] = true
	}
}

func tryUntil(t *testing.T, name string, c *testCase, r *Rule, last map[string]bool) {
	t.Helper()
	if r.Until == "" {
		return
	}
	until := dayTime(string(r.Until))
	if outcome, fires := firesAt(c, r, until); fires || outcome != NotInForce && outcome != NotApplicable {
		t.Errorf("%s: %s is in force on %s", name, r.ID, r.Until)
	}
	if _, fires := firesAt(c, r, until.Add(-time.Second)); fires {
		last[r.ID] = true
	}
}

// firesAt says what becomes of the rule where the input of the case is issued at
// that time, and looked at when the rule is no longer a coming one.
func firesAt(c *testCase, r *Rule, issued time.Time) (outcome Outcome, fires bool) {
	again := *c
	again.asOf = ""
	if again.now == "" {
		again.now = today
	}
	if comingOn(r, Date(again.now)) {
		again.now = string(r.From)
	}
	at := gen.Time{Time: issued}
	switch {
	case c.cert != nil:
		again.cert = based(c.cert, func(g *gen.Cert) { g.Dated(at) })
	case c.crl != nil:
		again.crl = func() *gen.RevocationList { l := c.crl(); l.Dated(at); return l }
	case c.ocsp != nil:
		again.ocsp = func() *gen.OCSPResponse { o := c.ocsp(); o.Dated(at); return o }
	}
	s := again.subject()
	if s.OCSP != nil && len(s.OCSP.Responses) == 0 {
		s.AsOf = issued // it has no date of its own
	}
	result := Run(s, []Rule{*r})
	fires = slices.ContainsFunc(result.Findings, func(f Finding) bool { return f.Status == Fail && !f.Coming })
	return result.Outcomes[0].Outcome, fires
}
