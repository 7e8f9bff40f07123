package view

import (
	"strings"
	"time"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/lints"
)

// shownMailboxes is how many addresses the card names before "and 3 more".
const shownMailboxes = 3

// certificate is one certificate: the card for its owner, the findings, and
// everything that was read.
func certificate(e entry, o Options, extra ...Fill) Node {
	c, w := e.cert, o.Words
	fills := []Fill{
		attr("", "data-verdict", string(c.Verdict)),
		word("source", e.source(w)),
		children("icon", node("icon-"+string(c.Verdict))),
		word("heading", w.Text("verdict."+string(c.Verdict))),
		word("sentence", sentence(c, o)),
		children("facts", facts(c, o)...),
		children("meaning", paragraphs(meaning(c, w))...),
		programs(c, w),
		children("unchecked", items(unchecked(c, o.second(e.index), w))...),
	}
	if o.Detail == DetailSummary {
		fills = append(fills, remove("part-findings"))
	} else {
		fills = append(fills, word("count", itoa(reported(c, o))), attr("findings", "id", FindingsID(e.index)))
	}
	if o.Detail != DetailSummary && o.Stage != First {
		fills = append(fills, children("findings", findings(e, o)))
	}
	if o.everything() {
		fills = append(fills, fields(e, o)...)
	} else {
		fills = append(fills, remove("part-fields"))
	}
	if o.Static || o.Readonly || len(c.DER) == 0 || len(c.Summary.Mailboxes) == 0 {
		fills = append(fills, remove("address"))
	} else {
		fills = append(fills, addressField(e)...)
	}
	fills = append(fills, chain(e, o)...)
	if o.Static || !o.everything() || len(c.DER) == 0 {
		fills = append(fills, remove("part-bytes"))
	} else {
		fills = append(fills, Fill{Slot: "bytes", Attrs: []Attr{{"id", BytesID(e.index)}, {"data-key", Escape(c.SHA256)}}}, attr("show-bytes", "data-cert", itoa(e.index)))
	}
	return node("certificate", append(fills, extra...)...)
}

// addressField is where people compare the address that they use (web/address.js).
func addressField(e entry) []Fill {
	id := e.prefix() + "address"
	return []Fill{
		{Slot: "address", Attrs: []Attr{{"data-cert", itoa(e.index)}, {"data-key", "address-" + Escape(e.cert.SHA256)}}},
		attr("address-label", "for", id), attr("address-field", "id", id),
	}
}

// programs is the section on mail programs.
func programs(c *inspect.CertificateReport, w Words) Fill {
	rows := programRows(c, w)
	if rows == nil {
		return remove("programs")
	}
	facts := make([]Node, len(rows))
	for i, r := range rows {
		facts[i] = node("program", word("term", r.term), word("value", r.text))
	}
	return children("programs-list", facts...)
}

// sentence says in one sentence why the verdict is what it is.
func sentence(c *inspect.CertificateReport, o Options) string {
	w, reason := o.Words, "reason."+c.Summary.Reason
	pairs := []string{
		"checks", itoa(c.Checks.Passed + c.Checks.Failed), "today", w.day(o.Now),
		"from", w.isoDay(c.Summary.NotBefore), "until", w.isoDay(c.Summary.NotAfter), "list", listDay(c, w),
	}
	advice := countFindings(c, lints.Warning)
	issuer, program := inspect.Broken(c.Findings)
	switch {
	case c.Summary.Reason == inspect.IssuerErrors:
		return w.Count(reason, issuer, pairs...)
	case c.Summary.Reason == inspect.ProgramErrors:
		return w.Count(reason, program, pairs...)
	case c.Verdict == inspect.Ready && advice > 0:
		return w.Count(reason+".advice", advice, pairs...)
	}
	return w.Text(reason, pairs...)
}

// meaning says what to do, and who does it.
func meaning(c *inspect.CertificateReport, w Words) []string {
	texts := []string{w.Text("meaning." + c.Summary.Reason)}
	quantum := strings.Contains(c.Summary.Key, "ML-") // ML-DSA, ML-KEM
	switch {
	case c.Verdict == inspect.Ready && quantum:
		texts[0] = w.Text("meaning.post-quantum")
	case c.Verdict == inspect.Remarks && quantum:
		texts = append(texts, w.Text("meaning.post-quantum"))
	case c.Verdict != inspect.Ready && c.Verdict != inspect.Remarks:
		return texts
	}
	sign, encrypt := c.Summary.CanSign.State, c.Summary.CanEncrypt.State
	switch {
	case sign == inspect.Yes && encrypt == inspect.No:
		texts = append(texts, w.Text("meaning.sign-only"))
	case sign == inspect.No && encrypt == inspect.Yes:
		texts = append(texts, w.Text("meaning.encrypt-only"))
	}
	return texts
}

// unchecked lists what this page can't know.
func unchecked(c *inspect.CertificateReport, second SecondOpinion, w Words) []string {
	texts := append(notAsked(c, w), w.Text("unchecked.trust"))
	if c.Verdict != inspect.NotEmail {
		texts = append(texts, w.Text("unchecked.key"))
	}
	if second.State == SecondUnavailable {
		texts = append(texts, w.Text("unchecked.second"))
	}
	return texts
}

func paragraphs(texts []string) []Node {
	nodes := make([]Node, len(texts))
	for i, t := range texts {
		nodes[i] = node("paragraph", word("", t))
	}
	return nodes
}

func items(texts []string) []Node {
	nodes := make([]Node, len(texts))
	for i, t := range texts {
		nodes[i] = node("item", word("", t))
	}
	return nodes
}

// facts are the six rows of the card, and one more where a list says something
// about revocation.
func facts(c *inspect.CertificateReport, o Options) []Node {
	s, w := &c.Summary, o.Words
	return append([]Node{
		fact(w.Text("fact.for"), mailboxes(s, w)...),
		fact(w.Text("fact.name"), valuesOr(w.Text("fact.no-name"), s.Name, s.Organization)...),
		fact(w.Text("fact.issuer"), issuer(c, o)...),
		fact(w.Text("fact.valid"), validity(s, o)...),
		fact(w.Text("fact.sign"), ability(s.CanSign, w)...),
		fact(w.Text("fact.encrypt"), ability(s.CanEncrypt, w)...),
	}, revocation(c, w)...)
}

func fact(term string, values ...Node) Node {
	return node("fact", word("term", term), children("value", values...))
}

// issuer is the issuer's name, and whether it leads to a root of the list.
func issuer(c *inspect.CertificateReport, o Options) []Node {
	nodes := valuesOr(o.Words.Text("fact.no-issuer"), c.Summary.Issuer)
	if text := inListText(c, o); text != "" {
		nodes = append(nodes, node("note", word("", text)))
	}
	return nodes
}

func mailboxes(s *inspect.Summary, w Words) []Node {
	all := s.Mailboxes
	nodes := valuesOr(w.Text("fact.no-mailbox"), all[:min(len(all), shownMailboxes)]...)
	if more := len(all) + s.MoreMailboxes - shownMailboxes; more > 0 {
		nodes = append(nodes, node("note", word("", w.Count("fact.more", more))))
	}
	return nodes
}

// valuesOr shows the values that are not empty, or the words for none.
func valuesOr(none string, values ...string) []Node {
	var nodes []Node
	for _, v := range values {
		if v != "" {
			nodes = append(nodes, node("value", value("", v)))
		}
	}
	if nodes == nil {
		nodes = []Node{node("note", word("", none))}
	}
	return nodes
}

// validity is the row of the dates: the one that matters now, and how far it is.
func validity(s *inspect.Summary, o Options) []Node {
	w := o.Words
	from, okFrom := parseDay(s.NotBefore)
	until, okUntil := parseDay(s.NotAfter)
	switch {
	case !okFrom || !okUntil:
		return []Node{node("note", word("", w.Text("valid.unreadable")))}
	case o.Now.Before(from):
		return []Node{
			moment(w.Text("valid.from", "date", w.day(from)), from),
			clock(from, w), node("note", word("", w.Count("valid.starts", daysBetween(o.Now, from)))),
		}
	case o.Now.After(until):
		return []Node{
			moment(w.Text("valid.was", "date", w.day(until)), until),
			clock(until, w), node("note", word("", w.Count("valid.over", daysBetween(until, o.Now)))),
		}
	}
	return []Node{
		moment(w.Text("valid.until", "date", w.day(until)), until),
		clock(until, w), node("note", word("", w.Count("valid.left", daysBetween(o.Now, until)))),
	}
}

func moment(text string, t time.Time) Node {
	return node("time", word("", text), attr("", "datetime", cert.RFC3339(t)))
}

// clock says what a clock shows at the moment: in UTC, and in the browser beside
// it what the clock of the device shows (web/clock.js).
func clock(t time.Time, w Words) Node {
	return node("clock", word("utc", w.Text("valid.utc", "time", cert.TimeOnly(t))), attr("local", "datetime", cert.RFC3339(t)))
}

// ability is "Yes", or "No" with its because.
func ability(a inspect.Ability, w Words) []Node {
	nodes := []Node{node("ability", word("", w.Text("ability."+a.State)), attr("", "data-state", a.State))}
	if a.Reason != "" {
		nodes = append(nodes, node("note", word("", w.Text("because."+a.Reason))))
	}
	return nodes
}

// countFindings counts the findings of one severity.
func countFindings(c *inspect.CertificateReport, s lints.Severity) int {
	n := 0
	for i := range c.Findings {
		if f := &c.Findings[i]; f.Status == lints.Fail && f.Severity == s {
			n++
		}
	}
	return n
}
