package view

import (
	"strings"

	"sealglass/inspect"
)

// chain is the section that says who stands behind a certificate.
func chain(e entry, o Options) []Fill {
	c, w := e.cert.Chain, o.Words
	switch {
	case c == nil && !o.Chaining || !o.everything():
		return []Fill{remove("part-chain")}
	case c == nil:
		return []Fill{attr("chain", "data-state", "running"), word("chain-state", w.Text("chain.running")), remove("chain-list"), remove("chain-more")}
	}
	fills := []Fill{
		attr("chain", "data-state", string(c.State)),
		word("chain-state", chainState(c, w)),
		word("chain-list", chainList(c, w)),
	}
	if len(c.Paths) > 0 {
		fills = append(fills, children("chain-path", path(e.cert, &c.Paths[0], o)))
	}
	if len(c.Paths) < 2 {
		return append(fills, remove("chain-more"))
	}
	var more []Node
	for i := range c.Paths[1:] {
		more = append(more, path(e.cert, &c.Paths[1+i], o))
	}
	return append(fills, word("chain-more-title", w.Count("chain.more", len(more))), children("chain-more-paths", more...))
}

// path is one way to a root, as a list from the certificate upwards.
func path(c *inspect.CertificateReport, p *inspect.PathReport, o Options) Node {
	links := make([]Node, len(p.Links))
	for i := range p.Links {
		l := &p.Links[i]
		fills := []Fill{
			attr("", "data-state", string(l.Status)),
			word("role", linkRole(p, i, o.Words)),
			children("texts", paragraphs(linkTexts(p, i, o.Words))...),
		}
		if n, shown := o.shownAt[l.Certificate]; shown && l.Certificate != c.SHA256 && !o.Static {
			fills = append(fills, remove("name"), Fill{Slot: "open", Text: Escape(l.Name), Attrs: []Attr{{"data-cert", itoa(n)}}})
		} else {
			fills = append(fills, value("name", l.Name), remove("open"))
		}
		links[i] = node("link", fills...)
	}
	return node("path", children("", links...))
}

// chainState says what the best path comes to, what to do, and where the search
// ended before its time.
func chainState(c *inspect.ChainReport, w Words) string {
	text := w.Text("chain." + string(c.State))
	if c.State == inspect.ChainUnchecked {
		text = w.Text("chain.unchecked." + c.Reason)
	}
	if c.Stopped > 0 {
		text += " " + w.Count("chain.stopped", c.Stopped)
	}
	return text
}

// chainList names the list of roots and says what it does not tell.
func chainList(c *inspect.ChainReport, w Words) string {
	if c.List.Date == "" {
		return w.Text("chain.no-list")
	}
	text := w.Text("chain.list", "version", c.List.Version, "date", w.isoDay(c.List.Date))
	if c.List.Old {
		text += " " + w.Text("chain.list.old")
	}
	return text
}

// linkRole says what a link of a path is.
func linkRole(p *inspect.PathReport, i int, w Words) string {
	last := i == len(p.Links)-1
	switch {
	case last && p.End == inspect.EndListed:
		return w.Text("role.listed")
	case last && p.End == inspect.EndUnlisted:
		return w.Text("role.unlisted")
	case i == 0:
		return w.Text("role.this")
	}
	return w.Text("role.issuer")
}

// linkTexts say how it stands with a link, and why.
func linkTexts(p *inspect.PathReport, i int, w Words) []string {
	l := &p.Links[i]
	status := string(l.Status)
	if i == len(p.Links)-1 && l.Status == inspect.LinkHolds {
		status = "root"
	}
	texts := []string{w.Text("status." + status)}
	for j := range l.Reasons {
		texts = append(texts, linkText(&l.Reasons[j], w))
	}
	return texts
}

// linkText is the sentence of a reason.
func linkText(r *inspect.LinkReason, w Words) string {
	var pairs []string
	for i, name := range [...]string{"a", "b"} {
		if i < len(r.Args) {
			pairs = append(pairs, name, argText(r.Args[i], w))
		}
	}
	return w.Text("link."+r.Code, pairs...)
}

// argText is what a reason is about: a day, a name, or an algorithm. A name may be empty.
func argText(arg string, w Words) string {
	if arg == "" {
		return w.Text("link.unnamed")
	}
	return w.isoDay(arg)
}

// inList says whether the issuer leads to a root of the list: the key of the
// words for yes, no and what lies between. Empty where that was not asked.
func inList(c *inspect.CertificateReport, o Options) string {
	switch {
	case c.Chain == nil && o.Chaining:
		return "running"
	case c.Chain == nil:
		return ""
	case c.Chain.State == inspect.ChainListed:
		return "yes"
	case c.Chain.State == inspect.ChainUnlisted:
		return "no"
	case c.Chain.State == inspect.ChainIncomplete:
		return "missing"
	case c.Chain.State != inspect.ChainFaulty || len(c.Chain.Paths) == 0:
		return "unknown"
	}
	best := &c.Chain.Paths[0]
	switch {
	case best.End == inspect.EndListed && onlyOwnFaults(best):
		return "yes"
	case best.End == inspect.EndListed:
		return "broken"
	case best.End == inspect.EndUnlisted:
		return "no"
	}
	return "unknown"
}

// onlyOwnFaults says whether all that breaks the path is the certificate's own age
// or purpose, which say nothing about its issuer.
func onlyOwnFaults(p *inspect.PathReport) bool {
	for i := range p.Links {
		l := &p.Links[i]
		if l.Status != inspect.LinkFault {
			continue
		}
		for j := range l.Reasons {
			switch l.Reasons[j].Code {
			case inspect.LinkExpired, inspect.LinkNotYetValid, inspect.LinkPurpose, inspect.LinkWeakHash, inspect.LinkKeyID, inspect.LinkAnyPurpose:
			default:
				return false
			}
		}
		if i > 0 {
			return false
		}
	}
	return true
}

// inListText is the sentence beside the issuer's name; empty where nothing was
// asked.
func inListText(c *inspect.CertificateReport, o Options) string {
	key := inList(c, o)
	if key == "" {
		return ""
	}
	text := o.Words.Text("in-list." + key)
	if c.Chain != nil && c.Chain.List.Date != "" {
		text += " " + o.Words.Text("in-list.date", "date", o.Words.isoDay(c.Chain.List.Date))
	}
	return text
}

// chainLines are the section as lines of a text: what it comes to, one line for
// each link of the best path, and the list. They are escaped.
func chainLines(c *inspect.ChainReport, w Words) (state string, links []string, list string) {
	if len(c.Paths) > 0 {
		p := &c.Paths[0]
		for i := range p.Links {
			links = append(links, Escape(p.Links[i].Name)+", "+linkRole(p, i, w)+". "+strings.Join(linkTexts(p, i, w), " "))
		}
	}
	return chainState(c, w), links, chainList(c, w)
}
