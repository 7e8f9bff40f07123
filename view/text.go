package view

import (
	"strings"
	"unicode/utf8"

	"sealglass/inspect"
	"sealglass/lints"
)

// textWidth is the width in characters that a plain text is wrapped to.
const textWidth = 80

// Text is the report as plain text to read in a terminal. What comes from a
// certificate is escaped, so that it can't steer the terminal.
func Text(r *inspect.Report, o Options) string {
	t := text{Options: o}
	for i := range r.Inputs {
		in := &r.Inputs[i]
		if rows := messageRows(in, o.Words); len(rows) > 0 {
			t.line(Escape(in.Name) + ": " + messageHeading(in, o.Words))
			t.table("  ", rows)
			t.line("")
		}
	}
	for _, e := range entriesOf(r) {
		t.entry(e)
		t.line("")
	}
	t.paragraph("", Colophon(r, o.Words))
	return t.b.String()
}

// text is a plain text in the making.
type text struct {
	Options
	b strings.Builder
}

func (t *text) line(s string) {
	t.b.WriteString(s)
	t.b.WriteByte('\n')
}

// paragraph writes words in lines of at most [textWidth] characters. The first
// line begins with head, the others with as many spaces.
func (t *text) paragraph(head, words string) {
	rest := strings.Repeat(" ", utf8.RuneCountInString(head))
	line, used := head, utf8.RuneCountInString(head)
	empty := true
	for _, word := range strings.Fields(words) {
		n := utf8.RuneCountInString(word)
		if !empty && used+1+n > textWidth {
			t.line(line)
			line, used, empty = rest, len(rest), true
		}
		if !empty {
			line, used = line+" ", used+1
		}
		line, used, empty = line+word, used+n, false
	}
	t.line(strings.TrimRight(line, " "))
}

// table writes rows of a term and what belongs to it, one column each.
func (t *text) table(indent string, rows []row) {
	width := 0
	for _, r := range rows {
		width = max(width, utf8.RuneCountInString(r.term))
	}
	for _, r := range rows {
		t.paragraph(indent+r.term+strings.Repeat(" ", width-utf8.RuneCountInString(r.term)+2), r.text)
	}
}

func (t *text) entry(e entry) {
	w := t.Words
	verdict := w.Text("verdict." + string(e.verdict()))
	if e.cert == nil {
		message := w.Text("problem.empty")
		if e.input.Error != nil {
			message = Escape(w.said(e.input.Error.Message))
		}
		t.heading(e.source(w)+": "+verdict, message)
		return
	}
	t.heading(e.source(w)+": "+verdict, sentence(e.cert, t.Options))
	t.line("")
	t.table("  ", summaryRows(e.cert, w, listed))
	t.line("")
	t.chain(e.cert.Chain)
	t.paragraph("  ", counts(e.cert, w))
	if second := t.second(e.index); second.State != "" {
		t.paragraph("  ", secondLine(second, w))
	}
	eachFinding(e.cert, func(f *lints.Finding, kind string) {
		t.line("")
		t.paragraph("  ", w.Text("severity."+kind)+": "+Escape(w.ruleText(f, "title", f.Title)))
		t.table("    ", findingRows(f, w))
	})
	t.unreadable(e.cert)
}

// chain says who stands behind the certificate, with a number for each link.
func (t *text) chain(c *inspect.ChainReport) {
	if c == nil {
		return
	}
	state, links, list := chainLines(c, t.Words)
	t.paragraph("  ", t.Words.Text("markdown.chain")+": "+state)
	for i, link := range links {
		t.paragraph("    "+itoa(i+1)+". ", link)
	}
	t.paragraph("  ", list)
	t.line("")
}

func (t *text) heading(line, sentence string) {
	t.line(line)
	t.paragraph("  ", sentence)
}

// counts tells in one line how many findings and checks there were of each kind.
func counts(c *inspect.CertificateReport, w Words) string {
	var parts []string
	for _, n := range tally(c, Options{}) {
		if n.n > 0 {
			parts = append(parts, itoa(n.n)+" "+w.Count("counter."+n.kind, n.n))
		}
	}
	return join(parts)
}

// findingRows says what was found where, why it matters, and whose rule it is.
func findingRows(f *lints.Finding, w Words) []row {
	var rows []row
	for _, p := range f.At {
		place := Escape(p.Path)
		if bytes := bytesAt(p.Offset, p.Length, w); bytes != "" {
			place += " (" + bytes + ")"
		}
		if p.Got != "" {
			place = Escape(w.said(p.Got)) + ", " + place
		}
		rows = append(rows, row{w.Text("markdown.found"), place})
	}
	if f.Explanation != "" {
		rows = append(rows, row{w.Text("markdown.why"), Escape(w.ruleText(f, "explanation", f.Explanation))})
	}
	if f.Remedy != "" {
		rows = append(rows, row{w.Text("markdown.do"), Escape(w.ruleText(f, "remedy", f.Remedy))})
	}
	quote := ""
	if f.Quote != "" {
		quote = w.Text("citation.quote", "quote", f.Quote) + " "
	}
	return append(rows,
		row{w.Text("markdown.rule"), quote + Escape(citation(f, w))},
		row{w.Text("markdown.code"), listed("–", append([]string{f.Rule}, f.Also...)...)})
}

// unreadable lists the parts that could not be read.
func (t *text) unreadable(c *inspect.CertificateReport) {
	w, first := t.Words, true
	for i := range c.Fields {
		f := &c.Fields[i]
		if f.Error == "" {
			continue
		}
		if first {
			t.line("")
			t.line("  " + w.Text("markdown.unreadable"))
			first = false
		}
		t.paragraph("    ", Escape(f.Path)+": "+w.Text("field.unreadable", "reason", w.said(f.Error), "offset", itoa(f.Offset)))
	}
}

// listed puts the values that are not empty beside each other, or says none.
func listed(none string, values ...string) string {
	var shown []string
	for _, v := range values {
		if v != "" {
			shown = append(shown, Escape(v))
		}
	}
	if len(shown) == 0 {
		return none
	}
	return join(shown)
}
