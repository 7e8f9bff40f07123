package view

import (
	"strings"

	"sealglass/inspect"
	"sealglass/lints"
)

// Markdown is the report as a text to paste into a ticket (CommonMark). What
// comes from a certificate stands in code spans, so that it can't become markup.
func Markdown(r *inspect.Report, o Options) string {
	m := markdown{Options: o}
	m.line("# " + o.Words.Text("markdown.title"))
	for i := range r.Inputs {
		m.message(&r.Inputs[i])
	}
	for _, e := range entriesOf(r) {
		m.entry(e)
	}
	m.line("---")
	m.line("")
	m.line(plain(Colophon(r, o.Words)))
	return m.text.String()
}

// Colophon says what made the report.
func Colophon(r *inspect.Report, w Words) string {
	tool := w.Text("markdown.tool", "version", r.Tool.Version, "rules", r.Tool.Rules)
	if r.Tool.ZLint != "" {
		tool += " " + w.Text("markdown.zlint", "zlint", r.Tool.ZLint)
	}
	return tool
}

// markdown is a text in the making.
type markdown struct {
	Options
	text strings.Builder
}

func (m *markdown) line(s string) {
	m.text.WriteString(s)
	m.text.WriteByte('\n')
}

// item is one line of a list: a word in bold and what belongs to it.
func (m *markdown) item(term, rest string) { m.line("- **" + term + ":** " + rest) }

// message says what lay around the certificates of an input.
func (m *markdown) message(in *inspect.InputReport) {
	rows := messageRows(in, m.Words)
	if len(rows) == 0 {
		return
	}
	m.line("")
	m.line("## " + plain(Escape(in.Name)) + ": " + messageHeading(in, m.Words))
	m.line("")
	for _, r := range rows {
		m.item(r.term, plain(r.text))
	}
}

func (m *markdown) entry(e entry) {
	w := m.Words
	m.line("")
	m.line("## " + plain(e.source(w)) + ": " + w.Text("verdict."+string(e.verdict())))
	m.line("")
	if e.cert == nil {
		if e.input.Error != nil {
			m.line(plain(Escape(w.said(e.input.Error.Message))))
		} else {
			m.line(w.Text("problem.empty"))
		}
		m.line("")
		return
	}
	m.line(sentence(e.cert, m.Options))
	m.line("")
	m.summary(e.cert)
	m.chain(e.cert.Chain)
	m.findings(e)
	m.unreadable(e.cert)
}

func (m *markdown) summary(c *inspect.CertificateReport) {
	for _, r := range summaryRows(c, m.Words, codes) {
		m.item(r.term, r.text)
	}
	for _, r := range programRows(c, m.Words) {
		m.item(r.term, plain(r.text))
	}
	m.line("")
}

// chain says who stands behind the certificate, with a number for each link.
func (m *markdown) chain(c *inspect.ChainReport) {
	if c == nil {
		return
	}
	state, links, list := chainLines(c, m.Words)
	m.line("### " + m.Words.Text("markdown.chain"))
	m.line("")
	m.line(plain(state))
	m.line("")
	for i, link := range links {
		m.line(itoa(i+1) + ". " + plain(link))
	}
	if len(links) > 0 {
		m.line("")
	}
	m.line(plain(list))
	m.line("")
}

// row is a term and what belongs to it.
type row struct{ term, text string }

// summaryRows say what people ask first about a certificate. Show writes the
// values that are not empty, or else the words for none.
func summaryRows(c *inspect.CertificateReport, w Words, show func(none string, values ...string) string) []row {
	s := &c.Summary
	addresses := show(w.Text("fact.no-mailbox"), s.Mailboxes...)
	if s.MoreMailboxes > 0 {
		addresses += ", " + w.Count("fact.more", s.MoreMailboxes)
	}
	rows := []row{
		{w.Text("fact.for"), addresses},
		{w.Text("fact.name"), show(w.Text("fact.no-name"), s.Name, s.Organization)},
		{w.Text("fact.issuer"), show(w.Text("fact.no-issuer"), s.Issuer)},
		{w.Text("fact.valid"), show(w.Text("valid.unreadable"), strings.Trim(s.NotBefore+" – "+s.NotAfter, "– "))},
		{w.Text("fact.sign"), abilityText(s.CanSign, w)},
		{w.Text("fact.encrypt"), abilityText(s.CanEncrypt, w)},
		{w.Text("fact.revocation"), revocations(c, w)},
		{w.Text("fact.key"), show("–", s.Key)},
		{w.Text("fact.serial"), show("–", s.SerialNumber)},
		{w.Text("fact.sha256"), show("–", c.SHA256)},
	}
	if c.Role == "subscriber" {
		rows = append(rows, row{w.Text("fact.profile"), profile(c, w)})
	}
	return rows
}

// profile says what a subscriber certificate was judged as.
func profile(c *inspect.CertificateReport, w Words) string {
	return w.Text("profile."+c.Profile) + ", " + w.Text("generation."+c.Generation)
}

func abilityText(a inspect.Ability, w Words) string {
	text := w.Text("ability." + a.State)
	if a.Reason != "" {
		text += ", " + w.Text("because."+a.Reason)
	}
	return text
}

func (m *markdown) findings(e entry) {
	c, w := e.cert, m.Words
	m.line("### " + w.Text("markdown.findings"))
	m.line("")
	if second := m.second(e.index); second.State != "" {
		m.line(plain(secondLine(second, w)))
		m.line("")
	}
	if len(c.Findings) == 0 {
		m.line(w.Text("findings.none"))
		m.line("")
		return
	}
	eachFinding(c, m.finding)
}

// eachFinding visits the findings in the order in which they are shown, with
// the kind that names them: their severity, or "broken".
func eachFinding(c *inspect.CertificateReport, visit func(f *lints.Finding, kind string)) {
	for _, s := range severities {
		for i := range c.Findings {
			if f := &c.Findings[i]; f.Status != lints.Broken && f.Severity == s {
				visit(f, string(s))
			}
		}
	}
	for i := range c.Findings {
		if f := &c.Findings[i]; f.Status == lints.Broken {
			visit(f, "broken")
		}
	}
}

func (m *markdown) finding(f *lints.Finding, kind string) {
	w := m.Words
	m.line("#### " + w.Text("severity."+kind) + ": " + plain(Escape(w.ruleText(f, "title", f.Title))))
	m.line("")
	for _, p := range f.At {
		place := codes("–", p.Path)
		if bytes := bytesAt(p.Offset, p.Length, w); bytes != "" {
			place += " (" + bytes + ")"
		}
		if p.Got != "" {
			place = code(w.said(p.Got)) + ", " + place
		}
		m.item(w.Text("markdown.found"), place)
	}
	if f.Explanation != "" {
		m.item(w.Text("markdown.why"), plain(Escape(w.ruleText(f, "explanation", f.Explanation))))
	}
	if f.Remedy != "" {
		m.item(w.Text("markdown.do"), plain(Escape(w.ruleText(f, "remedy", f.Remedy))))
	}
	quote := ""
	if f.Quote != "" {
		quote = plain(w.Text("citation.quote", "quote", f.Quote)) + " "
	}
	m.item(w.Text("markdown.rule"), quote+plain(Escape(citation(f, w))))
	m.item(w.Text("markdown.code"), codes("–", append([]string{f.Rule}, f.Also...)...))
	m.line("")
}

// ruleText is a text of the finding's rule where it can't be marked as English.
func (w Words) ruleText(f *lints.Finding, part, english string) string {
	text, _ := w.RuleText(f.Rule, part, english)
	return text
}

// unreadable lists the parts that could not be read.
func (m *markdown) unreadable(c *inspect.CertificateReport) {
	w, first := m.Words, true
	for i := range c.Fields {
		f := &c.Fields[i]
		if f.Error == "" {
			continue
		}
		if first {
			m.line("### " + w.Text("markdown.unreadable"))
			m.line("")
			first = false
		}
		m.line("- " + code(f.Path) + ": " + plain(w.Text("field.unreadable", "reason", w.said(f.Error), "offset", itoa(f.Offset))))
	}
	if !first {
		m.line("")
	}
}

// codes puts each value that is not empty into a code span, or says none.
func codes(none string, values ...string) string {
	var spans []string
	for _, v := range values {
		if v != "" {
			spans = append(spans, code(v))
		}
	}
	if len(spans) == 0 {
		return none
	}
	return join(spans)
}

// code is a code span (CommonMark 6.1) whose fence is longer than any row of
// backticks in the value.
func code(value string) string {
	value = Escape(value)
	longest, run := 0, 0
	for _, r := range value {
		if r != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	if longest > 0 || strings.TrimSpace(value) == "" {
		value = " " + value + " "
	}
	return fence + value + fence
}

// plain escapes what Markdown would read as markup.
func plain(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\`*_[]<>#|&!", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
