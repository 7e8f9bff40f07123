package view

import (
	"sealglass/inspect"
	"sealglass/lints"
)

// openFindings is how many findings stand open from the start; with more, all
// are folded so that their titles can be read first.
const openFindings = 3

// SecondState is where the second opinion on one certificate stands.
type SecondState string

// The states of a second opinion. The empty one: none was asked for.
const (
	SecondRunning     SecondState = "running"
	SecondDone        SecondState = "done"
	SecondStopped     SecondState = "stopped"     // killed at its deadline
	SecondUnavailable SecondState = "unavailable" // could not run here
)

// SecondOpinion is what is known of zlint's run over one certificate.
type SecondOpinion struct {
	State SecondState
	// Check is the lint that was running when the deadline came, if it is known.
	Check string
	// LeftOut lists lints that were not run, each with its reason.
	LeftOut []LeftOut
}

// LeftOut is one lint of the second opinion that was not run.
type LeftOut struct{ Lint, Reason string }

// Findings is the content of the findings' section for the n-th certificate of
// the report, counted from 0; nil when there is none. The page shows it anew
// when the second opinion has come.
func Findings(r *inspect.Report, n int, o Options) []Node {
	for _, e := range entriesOf(r) {
		if e.index == n {
			return []Node{findings(e, o)}
		}
	}
	return nil
}

func findings(e entry, o Options) Node {
	second := o.second(e.index)
	fills := []Fill{
		children("counters", counters(e.cert, o.Words)...),
		children("groups", findingGroups(e, o)...),
		attr("second", "data-state", string(second.State)),
	}
	if second.State == "" {
		return node("findings", append(fills, remove("second"))...)
	}
	return node("findings", append(fills, word("second", secondLine(second, o.Words)))...)
}

// secondLine says where the second opinion stands.
func secondLine(s SecondOpinion, w Words) string {
	switch {
	case s.State == SecondStopped && s.Check != "":
		return w.Text("second.stopped-at", "check", s.Check)
	case s.State == SecondDone && len(s.LeftOut) > 0:
		return w.Text("second.done") + " " + w.Count("second.left-out", len(s.LeftOut))
	}
	return w.Text("second." + string(s.State))
}

// counters tell how many findings and checks there were of each kind.
func counters(c *inspect.CertificateReport, w Words) []Node {
	var nodes []Node
	for _, t := range tally(c) {
		nodes = append(nodes, counter(t.kind, t.n, w))
	}
	return nodes
}

// amount is how many findings or checks there were of one kind.
type amount struct {
	kind string
	n    int
}

// tally counts the findings by severity and the checks by what became of them.
func tally(c *inspect.CertificateReport) []amount {
	var all []amount
	for _, s := range severities {
		all = append(all, amount{string(s), countFindings(c, s)})
	}
	return append(all,
		amount{"passed", c.Checks.Passed},
		amount{"not-applicable", c.Checks.NotApplicable},
		amount{"not-in-force", c.Checks.NotInForce},
		amount{"broken", c.Checks.Broken})
}

func counter(kind string, n int, w Words) Node {
	return node("counter",
		attr("", "data-severity", kind), attr("", "data-n", itoa(n)),
		word("n", itoa(n)), word("label", w.Count("counter."+kind, n)))
}

// severities in the order in which findings are shown.
var severities = [...]lints.Severity{lints.Error, lints.Warning, lints.Notice, lints.Info}

// findingGroups orders the findings by how strong they are; the checks that
// could not be made stand last.
func findingGroups(e entry, o Options) []Node {
	w := o.Words
	open := len(e.cert.Findings) <= openFindings
	var nodes []Node
	for _, s := range severities {
		nodes = appendGroup(nodes, string(s), e, open, w, func(f *lints.Finding) bool {
			return f.Status != lints.Broken && f.Severity == s
		})
	}
	nodes = appendGroup(nodes, "broken", e, false, w, func(f *lints.Finding) bool {
		return f.Status == lints.Broken
	})
	if nodes == nil {
		nodes = []Node{node("paragraph", word("", w.Text("findings.none")))}
	}
	return nodes
}

func appendGroup(nodes []Node, kind string, e entry, open bool, w Words, belongs func(*lints.Finding) bool) []Node {
	var members []Node
	for i := range e.cert.Findings {
		if f := &e.cert.Findings[i]; belongs(f) {
			members = append(members, finding(f, kind, e, open, w))
		}
	}
	if members == nil {
		return nodes
	}
	return append(nodes, node("finding-group",
		word("heading", w.Text("group."+kind)),
		word("note", w.Text("group."+kind+".note")),
		children("findings", members...)))
}

func finding(f *lints.Finding, kind string, e entry, open bool, w Words) Node {
	fills := []Fill{
		attr("", "id", Escape(e.prefix()+"f-"+f.Rule)),
		attr("", "data-severity", kind),
		word("severity", w.Text("severity."+kind)),
		value("title", f.Title),
		children("places", places(f.At, w)...),
		value("citation", citation(f, w)),
		value("code", f.Rule),
	}
	if open {
		fills = append(fills, attr("", "open", ""))
	}
	fills = append(fills, orRemove("explanation", "why", f.Explanation)...)
	fills = append(fills, orRemove("remedy", "do", f.Remedy)...)
	fills = append(fills, orRemove("quote", "quote", f.Quote)...)
	if len(f.Also) == 0 {
		return node("finding", append(fills, remove("also"))...)
	}
	return node("finding", append(fills, word("also", w.Text("finding.also", "lints", join(f.Also))))...)
}

// orRemove fills a slot, or removes the part around it when there is nothing to say.
func orRemove(slot, around, text string) []Fill {
	if text == "" {
		return []Fill{remove(around)}
	}
	return []Fill{value(slot, text)}
}

// places lists where the certificate departs from the rule, and what stands there.
func places(at []lints.Place, w Words) []Node {
	if len(at) == 0 {
		return []Node{node("item", word("", w.Text("finding.no-place")))}
	}
	nodes := make([]Node, len(at))
	for i, p := range at {
		fills := []Fill{value("path", p.Path), word("bytes", bytesAt(p.Offset, p.Length, w))}
		got := p.Got
		if got == "" {
			got = w.Text("finding.no-value")
		}
		nodes[i] = node("place", append(fills, value("got", got))...)
	}
	return nodes
}

// bytesAt says which bytes; nothing for a part that has none of its own.
func bytesAt(offset, length int, w Words) string {
	if length == 0 {
		return ""
	}
	return w.Count("bytes", length, "offset", itoa(offset))
}

// citation is the rule's place and since when it holds.
func citation(f *lints.Finding, w Words) string {
	where := f.Section
	switch {
	case where == "":
		where = w.Text("source." + string(f.Source))
	case where[0] >= '0' && where[0] <= '9':
		where = w.Text("citation.section", "source", w.Text("source."+string(f.Source)), "section", where)
	}
	switch {
	case f.Coming:
		return w.Text("citation.coming", "where", where, "from", w.isoDay(string(f.From)))
	case f.From != "" && f.Until != "":
		return w.Text("citation.between", "where", where, "from", w.isoDay(string(f.From)), "until", w.isoDay(string(f.Until)))
	case f.From != "":
		return w.Text("citation.since", "where", where, "from", w.isoDay(string(f.From)))
	case f.Until != "":
		return w.Text("citation.until", "where", where, "until", w.isoDay(string(f.Until)))
	}
	return w.Text("citation.always", "where", where)
}

func join(names []string) string {
	text := ""
	for i, name := range names {
		if i > 0 {
			text += ", "
		}
		text += name
	}
	return text
}
