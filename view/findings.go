package view

import (
	"sealglass/cert"
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
	SecondFailed      SecondState = "failed"      // ended in the middle of a check
	SecondUnavailable SecondState = "unavailable" // could not run here
	SecondOff         SecondState = "off"         // zlint does not judge this certificate
)

// SecondOpinion is what is known of zlint's run over one certificate.
type SecondOpinion struct {
	State SecondState
	// Check is the lint that was running when it was stopped or failed, if it is known.
	Check string
	// LeftOut lists lints that were not run, each with its reason.
	LeftOut []LeftOut
	// Off says in a sentence why zlint does not judge the certificate at all.
	Off string
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
		word("judged", judged(e, o)),
		children("counters", counters(e, o)...),
		children("groups", shown(e, o)...),
		attr("second", "data-state", string(second.State)),
	}
	if second.State == "" {
		return node("findings", append(fills, remove("second"), remove("left-out"))...)
	}
	fills = append(fills, word("second", secondLine(second, o.Words)))
	return node("findings", append(fills, leftOut(second.LeftOut, e, o.Words)...)...)
}

// shown is what the counter that is pressed asks for; all findings without one.
func shown(e entry, o Options) []Node {
	switch kind := o.Show[e.index]; kind {
	case "passed", "not-applicable", "not-in-force":
		return []Node{checks(e.cert, kind, o.Words)}
	default:
		return findingGroups(e, kind, o)
	}
}

// secondLine says where the second opinion stands.
func secondLine(s SecondOpinion, w Words) string {
	key := "second." + string(s.State)
	switch {
	case s.State == SecondOff:
		return w.Text("second.off", "reason", w.said(s.Off))
	case (s.State == SecondStopped || s.State == SecondFailed) && s.Check != "":
		return w.Text(key+"-at", "check", s.Check)
	}
	return w.Text(key)
}

// leftOut lists the checks of the second opinion that were not made.
func leftOut(all []LeftOut, e entry, w Words) []Fill {
	if len(all) == 0 {
		return []Fill{remove("left-out")}
	}
	nodes := make([]Node, len(all))
	for i, l := range all {
		nodes[i] = node("left-out", value("lint", l.Lint), w.phraseFill("reason", l.Reason))
	}
	return []Fill{
		attr("left-out", "id", e.prefix()+"left-out"),
		word("left-out-title", w.Count("second.left-out", len(all))),
		children("left-out-list", nodes...),
	}
}

// counters tell how many findings and checks there were of each kind. Each is a
// button that shows these alone.
func counters(e entry, o Options) []Node {
	var nodes []Node
	for _, t := range tally(e.cert, o) {
		if o.Static {
			nodes = append(nodes, node("count",
				attr("", "data-severity", t.kind), attr("", "data-n", itoa(t.n)),
				word("n", itoa(t.n)), word("label", o.Words.Count("counter."+t.kind, t.n))))
			continue
		}
		pressed := "false"
		if o.Show[e.index] == t.kind {
			pressed = "true"
		}
		nodes = append(nodes, node("counter",
			attr("", "data-severity", t.kind), attr("", "data-n", itoa(t.n)),
			Fill{Slot: "button", Attrs: []Attr{{"id", e.prefix() + "show-" + t.kind}, {"data-kind", t.kind}, {"data-cert", itoa(e.index)}, {"aria-pressed", pressed}}},
			word("n", itoa(t.n)), word("label", o.Words.Count("counter."+t.kind, t.n))))
	}
	return nodes
}

// amount is how many findings or checks there were of one kind.
type amount struct {
	kind string
	n    int
}

// tally counts the findings by severity and the checks by what became of them.
func tally(c *inspect.CertificateReport, o Options) []amount {
	var all []amount
	for _, s := range severities {
		all = append(all, amount{string(s), countShown(c, s, o)})
	}
	return append(all,
		amount{"passed", c.Checks.Passed},
		amount{"not-applicable", c.Checks.NotApplicable},
		amount{"not-in-force", c.Checks.NotInForce},
		amount{"broken", c.Checks.Broken})
}

// reported counts what the findings' part is named with: all but facts.
func reported(c *inspect.CertificateReport, o Options) int {
	n := 0
	for _, s := range severities {
		if s != lints.Info {
			n += countShown(c, s, o)
		}
	}
	return n
}

// countShown counts the findings of one severity that are not hidden.
func countShown(c *inspect.CertificateReport, s lints.Severity, o Options) int {
	n := 0
	for i := range c.Findings {
		if f := &c.Findings[i]; f.Status == lints.Fail && f.Severity == s && !o.hides(f.Source) {
			n++
		}
	}
	return n
}

// severities in the order in which findings are shown.
var severities = [...]lints.Severity{lints.Error, lints.Warning, lints.Notice, lints.Info}

// findingGroups orders the findings by how strong they are; the checks that
// could not be made stand last. A kind that is not empty stands alone.
func findingGroups(e entry, kind string, o Options) []Node {
	open := kind != "" || len(e.cert.Findings) <= openFindings
	var nodes []Node
	if o.BySection {
		return orNone(bySection(e, kind, o), kind, o.Words)
	}
	for _, s := range severities {
		if kind == "" || kind == string(s) {
			nodes = appendGroup(nodes, string(s), e, open, o, func(f *lints.Finding) bool {
				return f.Status != lints.Broken && f.Severity == s
			})
		}
	}
	if kind == "" || kind == "broken" {
		nodes = appendGroup(nodes, "broken", e, kind != "", o, func(f *lints.Finding) bool {
			return f.Status == lints.Broken
		})
	}
	return orNone(nodes, kind, o.Words)
}

// orNone are the groups, or a sentence where there is none.
func orNone(groups []Node, kind string, w Words) []Node {
	switch {
	case groups != nil:
		return groups
	case kind != "":
		return []Node{node("paragraph", word("", w.Text("findings.none-of-these")))}
	}
	return []Node{node("paragraph", word("", w.Text("findings.none")))}
}

func appendGroup(nodes []Node, kind string, e entry, open bool, o Options, belongs func(*lints.Finding) bool) []Node {
	var members []Node
	for i := range e.cert.Findings {
		if f := &e.cert.Findings[i]; belongs(f) && !o.hides(f.Source) {
			members = append(members, finding(f, kind, e, open, o))
		}
	}
	if members == nil {
		return nodes
	}
	return append(nodes, node("finding-group",
		word("heading", o.Words.Text("group."+kind)),
		word("note", o.Words.Text("group."+kind+".note")),
		children("findings", members...)))
}

func finding(f *lints.Finding, kind string, e entry, open bool, o Options) Node {
	w := o.Words
	fills := []Fill{
		attr("", "id", Escape(e.prefix()+"f-"+f.Rule)),
		attr("", "data-severity", kind),
		word("severity", w.Text("severity."+kind)),
		w.ruleFill("title", f.Rule, "title", f.Title),
	}
	if o.Stage == Titles && !open {
		return node("finding", append(fills, remove("more"))...)
	}
	fills = append(fills,
		children("places", places(f.At, e, o)...),
		value("citation", citation(f, w)),
		value("code", f.Rule))
	if open {
		fills = append(fills, attr("", "open", ""))
	}
	fills = append(fills,
		orRemove("why", f.Explanation, w.ruleFill("explanation", f.Rule, "explanation", f.Explanation)),
		orRemove("do", f.Remedy, w.ruleFill("remedy", f.Rule, "remedy", f.Remedy)),
		orRemove("quote", f.Quote, value("quote", f.Quote)))
	if o.Static {
		fills = append(fills, remove("copy"))
	}
	if len(f.Also) == 0 {
		return node("finding", append(fills, remove("also"))...)
	}
	return node("finding", append(fills, word("also", w.Text("finding.also", "lints", join(f.Also))))...)
}

// orRemove is the fill of a text, or removes the part around it when there is
// nothing to say.
func orRemove(around, text string, fill Fill) Fill {
	if text == "" {
		return remove(around)
	}
	return fill
}

// maxPlaces is how many places of a finding are shown. The report as JSON has all.
const maxPlaces = 64

// places lists where the certificate departs from the rule, and what stands there.
func places(at []lints.Place, e entry, o Options) []Node {
	w := o.Words
	if len(at) == 0 {
		return []Node{node("item", word("", w.Text("finding.no-place")))}
	}
	nodes := make([]Node, min(len(at), maxPlaces))
	for i, p := range at[:len(nodes)] {
		fills := []Fill{value("path", p.Path), word("bytes", bytesAt(p.Offset, p.Length, w)), showBytes(p.Span, e, o)}
		got := p.Got
		if got == "" {
			got = w.Text("finding.no-value")
		}
		nodes[i] = node("place", append(fills, value("got", w.said(got)))...)
	}
	if more := len(at) - len(nodes); more > 0 {
		nodes = append(nodes, node("item", word("", w.Count("finding.more-places", more))))
	}
	return nodes
}

// showBytes is the button that leads to the bytes; a part that has none of its
// own has no button, nor has one of a certificate without its bytes.
func showBytes(at cert.Span, e entry, o Options) Fill {
	if o.Static || !o.everything() || at.Length == 0 || len(e.cert.DER) == 0 {
		return remove("show")
	}
	return Fill{Slot: "show", Attrs: []Attr{
		{"data-cert", itoa(e.index)}, {"data-offset", itoa(at.Offset)}, {"data-length", itoa(at.Length)},
	}}
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
	where := section(f.Section, f.Source, w)
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

// section names the place of a rule in its source.
func section(where string, s lints.Source, w Words) string {
	switch {
	case where == "":
		return w.Text("source." + string(s))
	case where[0] >= '0' && where[0] <= '9':
		return w.Text("citation.section", "source", w.Text("source."+string(s)), "section", where)
	}
	return where
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
