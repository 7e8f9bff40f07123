package view

import (
	"strings"

	"sealglass/inspect"
	"sealglass/lints"
)

// revocation is the row that says what the lists at hand say; none without any.
func revocation(c *inspect.CertificateReport, w Words) []Node {
	if len(c.Revocation) == 0 {
		return nil
	}
	var nodes []Node
	for i := range c.Revocation {
		nodes = append(nodes, node("paragraph", word("", revocationText(&c.Revocation[i], w))))
	}
	return []Node{fact(w.Text("fact.revocation"), nodes...)}
}

// revocations is what the lists at hand say, in one text.
func revocations(c *inspect.CertificateReport, w Words) string {
	if len(c.Revocation) == 0 {
		return w.Text("revocation.none")
	}
	texts := make([]string, len(c.Revocation))
	for i := range c.Revocation {
		texts[i] = revocationText(&c.Revocation[i], w)
	}
	return strings.Join(texts, " ")
}

// revocationText says what one list says. Names of files are escaped.
func revocationText(r *inspect.RevocationReport, w Words) string {
	pairs := []string{"file", r.Input, "list", w.isoDay(r.ThisUpdate), "since", w.isoDay(r.Since), "next", w.isoDay(r.NextUpdate)}
	if r.State == inspect.RevocationUnknown {
		return w.Text("revocation.unknown."+r.Reason, pairs...)
	}
	text := w.Text("revocation."+string(r.State), pairs...)
	if w.Has("cause." + r.Cause) {
		text += " " + w.Text("cause."+r.Cause)
	}
	switch r.Reason {
	case "outdated":
		text += " " + w.Text("revocation.outdated", pairs...)
	case "some-reasons":
		text += " " + w.Text("revocation.some-reasons", pairs...)
	}
	return text
}

// listDay is the day of the list that says that the certificate is revoked.
func listDay(c *inspect.CertificateReport, w Words) string {
	for i := range c.Revocation {
		if s := c.Revocation[i].State; s == inspect.RevokedForGood || s == inspect.RevokedOnHold {
			return w.isoDay(c.Revocation[i].ThisUpdate)
		}
	}
	return ""
}

// notAsked says what nobody here knows about revocation, and how to find out.
func notAsked(c *inspect.CertificateReport, w Words) []string {
	for i := range c.Revocation {
		if r := &c.Revocation[i]; r.State != inspect.RevocationUnknown {
			return []string{w.Text("unchecked.revocation-later", "list", w.isoDay(r.ThisUpdate))}
		}
	}
	texts := []string{w.Text("unchecked.revocation")}
	if address := listAddress(c); address != "" {
		texts = append(texts, w.Text("unchecked.revocation-how", "address", address))
	}
	return texts
}

// listAddress is where the certificate says its list is; empty when it does not,
// and when the address has characters that a shell would not take as they are:
// the command is there to be copied.
func listAddress(c *inspect.CertificateReport) string {
	for i := range c.Fields {
		f := &c.Fields[i]
		if strings.HasPrefix(f.Path, "tbsCertificate.extensions.cRLDistributionPoints.") && strings.HasPrefix(f.Value, "http") && strings.Trim(f.Value, plainCharacters) == "" {
			return f.Value
		}
	}
	return ""
}

// plainCharacters are those that stand for themselves in an address and in a shell.
const plainCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/._-%"

// listRows say whose list or response it is, of when, and what is wrong with it.
func listRows(in *inspect.InputReport, w Words) []row {
	var rows []row
	for i := range in.Lists {
		l := &in.Lists[i]
		add := func(key, text string) {
			if text != "" {
				rows = append(rows, row{w.Text(key), text})
			}
		}
		add("list.issuer", Escape(l.Issuer))
		add("list.from", w.isoDay(l.ThisUpdate))
		add("list.until", w.isoDay(l.NextUpdate))
		add("list.entries", itoa(l.Entries))
		for j := range l.Findings {
			add("list.finding", listFinding(&l.Findings[j], w))
		}
		if len(l.Findings) == 0 {
			add("list.finding", w.Count("list.no-finding", l.Checks.Passed))
		}
	}
	return rows
}

// listFinding is a finding in one line.
func listFinding(f *lints.Finding, w Words) string {
	title, _ := w.RuleText(f.Rule, "title", f.Title)
	text := w.Text("severity."+string(f.Severity)) + ": " + title
	if len(f.At) > 0 {
		text += " (" + Escape(f.At[0].Got) + ")"
	}
	return text + " [" + f.Rule + "]"
}
