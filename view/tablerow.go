package view

import (
	"strconv"

	"sealglass/inspect"
	"sealglass/lints"
)

// AppendRows appends the lines of a table of many certificates as a JSON array:
// an object for each certificate, and one for an input, or a part of it, that
// could not be read. web/types/row.d.ts describes them. Their texts are shown as
// they are: what comes from a certificate has gone through [Escape].
func AppendRows(dst []byte, b *inspect.Batch, o Options) []byte {
	dst = append(dst, '[')
	comma := false
	add := func(r tableRow) {
		if comma {
			dst = append(dst, ',')
		}
		comma = true
		dst = r.appendJSON(dst)
	}
	if b.Error != nil || b.Of == 0 {
		add(o.inputRow(&b.InputReport))
	}
	for i := range b.Certificates {
		r := o.certificateRow(&b.Certificates[i])
		r.nth, r.of = b.First+i+1, b.Of
		add(r)
	}
	return append(dst, ']')
}

// tableRow is one line of the table.
type tableRow struct {
	nth, of   int // the place in its input, from 1; 0 for an input without a certificate
	sha256    string
	name      string // of the person or the organization
	mailbox   string
	until     string // RFC 3339
	untilText string
	over      bool // it has expired
	sign      string
	encrypt   string
	verdict   inspect.Verdict
	outcome   string         // the verdict in words
	severity  lints.Severity // of the worst finding; empty without one
	worst     string         // the worst finding, or why the verdict is what it is
	errors    int
	warnings  int
}

func (o Options) certificateRow(c *inspect.CertificateReport) tableRow {
	s, w := &c.Summary, o.Words
	r := tableRow{
		sha256: c.SHA256, name: Escape(s.Name), mailbox: w.Text("fact.no-mailbox"),
		until: Escape(s.NotAfter), untilText: w.Text("valid.unreadable"),
		sign: w.Text("ability." + s.CanSign.State), encrypt: w.Text("ability." + s.CanEncrypt.State),
		verdict: c.Verdict, outcome: w.Text("verdict." + string(c.Verdict)),
		errors: countShown(c, lints.Error, o), warnings: countShown(c, lints.Warning, o),
	}
	if r.name == "" {
		r.name = Escape(s.Organization)
	}
	if len(s.Mailboxes) > 0 {
		r.mailbox = Escape(s.Mailboxes[0])
	}
	if more := len(s.Mailboxes) + s.MoreMailboxes - 1; more > 0 {
		r.mailbox = w.Count("table.more", more, "mailbox", s.Mailboxes[0])
	}
	if until, ok := parseDay(s.NotAfter); ok {
		r.untilText, r.over = w.day(until), o.Now.After(until)
	}
	r.severity, r.worst = o.worst(c)
	return r
}

// worst is the first of the gravest findings; where there is none but facts, why
// the verdict is what it is.
func (o Options) worst(c *inspect.CertificateReport) (lints.Severity, string) {
	w := o.Words
	for _, s := range severities {
		if s == lints.Info {
			break
		}
		for i := range c.Findings {
			f := &c.Findings[i]
			if f.Status == lints.Fail && f.Severity == s && !o.hides(f.Source) {
				title, _ := w.RuleText(f.Rule, "title", f.Title)
				return s, w.Text("table.finding", "severity", w.Text("severity."+string(s)), "title", title)
			}
		}
	}
	if c.Verdict == inspect.Ready {
		return "", w.Text("table.none")
	}
	return "", sentence(c, o)
}

// inputRow is the line of an input, or a part of one, without a certificate.
func (o Options) inputRow(in *inspect.InputReport) tableRow {
	w := o.Words
	r := tableRow{verdict: inspect.Unknown, outcome: w.Text("verdict." + string(inspect.Unknown)), worst: w.Text("problem.empty")}
	switch {
	case in.Error != nil:
		r.worst = Escape(w.said(in.Error.Message))
	case len(in.Lists) > 0:
		r.worst = w.Text("list." + string(in.Lists[0].Kind))
	}
	return r
}

func (r *tableRow) appendJSON(dst []byte) []byte {
	number := func(key string, n int) {
		dst = append(dst, key...)
		dst = strconv.AppendInt(dst, int64(n), 10)
	}
	text := func(key, value string) {
		dst = append(dst, key...)
		dst = inspect.AppendString(dst, value)
	}
	number(`{"nth":`, r.nth)
	number(`,"of":`, r.of)
	text(`,"sha256":`, r.sha256)
	text(`,"name":`, r.name)
	text(`,"mailbox":`, r.mailbox)
	text(`,"until":`, r.until)
	text(`,"untilText":`, r.untilText)
	dst = append(dst, `,"over":`...)
	dst = strconv.AppendBool(dst, r.over)
	text(`,"sign":`, r.sign)
	text(`,"encrypt":`, r.encrypt)
	text(`,"verdict":`, string(r.verdict))
	text(`,"outcome":`, r.outcome)
	text(`,"severity":`, string(r.severity))
	text(`,"worst":`, r.worst)
	number(`,"errors":`, r.errors)
	number(`,"warnings":`, r.warnings)
	return append(dst, '}')
}
