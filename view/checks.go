package view

import (
	"sealglass/inspect"
	"sealglass/lints"
)

// outcomeKinds are the outcomes of checks that are listed by themselves, by the
// kind under which they are counted.
var outcomeKinds = map[string]lints.Outcome{
	"passed":         lints.Passed,
	"not-applicable": lints.NotApplicable,
	"not-in-force":   lints.NotInForce,
}

// checks lists the checks of one outcome: the fault that each looks for, and why
// it did not look where it did not.
func checks(c *inspect.CertificateReport, kind string, w Words) Node {
	byID := map[string]*lints.Rule{}
	catalogue := lints.Catalogue()
	for i := range catalogue {
		byID[catalogue[i].ID] = &catalogue[i]
	}
	var members []Node
	for i := range c.Outcomes {
		out := &c.Outcomes[i]
		rule := byID[out.Rule]
		if out.Outcome != outcomeKinds[kind] || rule == nil {
			continue
		}
		members = append(members, node("check",
			w.ruleFill("title", rule.ID, "title", rule.Title), value("where", section(rule.Section, rule.Source, w)),
			w.phraseFill("reason", out.Reason), value("code", rule.ID)))
	}
	return node("check-group",
		word("heading", w.Text("checks."+kind)),
		word("note", w.Text("checks."+kind+".note")),
		children("checks", members...))
}

// judged says what a certificate is judged as, why, and by the rules of which day.
func judged(e entry, o Options) string {
	c, w := e.cert, o.Words
	day := w.Text("judged.issued", "date", w.isoDay(c.Summary.NotBefore))
	switch {
	case e.asOf == inspect.AsOfToday:
		day = w.Text("judged.today", "date", w.day(o.Now))
	case e.asOf != "" && e.asOf != inspect.AsOfIssued:
		day = w.Text("judged.date", "date", w.isoDay(e.asOf))
	case c.Summary.NotBefore == "":
		day = w.Text("judged.today", "date", w.day(o.Now))
	}
	if c.Role != "subscriber" {
		return w.Text("judged.role."+c.Role, "day", day)
	}
	if c.Profile == "none" {
		return w.Text("judged.open", "day", day)
	}
	return w.Text("judged."+c.ProfileFrom, "day", day,
		"profile", w.Text("profile."+c.Profile), "generation", w.Text("generation."+c.Generation))
}
