package view

import (
	"strings"

	"sealglass/inspect"
	"sealglass/lints"
)

// maxTold is how many rules of a mail program's maker are named.
const maxTold = 4

// programRows say what is known of how mail programs take the certificate: from
// the list of roots of one of them, and from the rules that their makers have
// published. None of them was asked. There are none for what is no certificate
// for email.
func programRows(c *inspect.CertificateReport, w Words) []row {
	if c.Role != "subscriber" || c.Verdict == inspect.NotEmail {
		return nil
	}
	return []row{
		{w.Text("programs.thunderbird"), thunderbird(c, w) + " " + madeRules(c, lints.Mozilla, w)},
		{w.Text("programs.gmail"), madeRules(c, lints.Gmail, w) + " " + w.Text("programs.issuer")},
		{w.Text("programs.apple"), madeRules(c, lints.Apple, w) + " " + w.Text("programs.issuer")},
		{w.Text("programs.outlook"), madeRules(c, lints.Microsoft, w) + " " + w.Text("programs.issuer")},
	}
}

// thunderbird says whether the chain leads to a root of Mozilla's list.
func thunderbird(c *inspect.CertificateReport, w Words) string {
	if c.Chain == nil {
		return w.Text("programs.roots.unchecked")
	}
	return w.Text("programs.roots."+string(c.Chain.State), "date", w.isoDay(c.Chain.List.Date))
}

// madeRules names the rules of a maker that the certificate does not meet, coming
// ones among them.
func madeRules(c *inspect.CertificateReport, maker lints.Source, w Words) string {
	var titles []string
	worded := true
	for i := range c.Findings {
		f := &c.Findings[i]
		if f.Source == maker && f.Status == lints.Fail {
			title, own := w.RuleText(f.Rule, "title", f.Title)
			titles, worded = append(titles, title), worded && own
		}
	}
	rules := w.Text("programs.rules." + string(maker))
	if len(titles) == 0 {
		return w.Text("programs.none", "rules", rules)
	}
	if !worded { // in this language yet
		return w.Count("programs.count", len(titles), "rules", rules)
	}
	text := strings.Join(titles[:min(len(titles), maxTold)], "; ")
	if more := len(titles) - maxTold; more > 0 {
		text += "; " + w.Count("fact.more", more)
	}
	return w.Text("programs.some", "rules", rules, "titles", text)
}
