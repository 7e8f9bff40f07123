package view

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sealglass/inspect"
	"sealglass/lints"
)

// Masked is a copy of the report that names no person: what stands in place of a
// name, an address or anything else that a certificate says of its subject is
// hidden. The bytes of the certificates are left out. What it keeps: who issued
// the certificate, its serial number and fingerprints, its key, times, purposes
// and policies. The names of CAs are no person's; addresses are hidden
// everywhere.
func Masked(r *inspect.Report, hidden string) *inspect.Report {
	m := masker{hidden: hidden}
	for i := range r.Inputs {
		for j := range r.Inputs[i].Certificates {
			m.learn(&r.Inputs[i].Certificates[j])
		}
	}
	// A name that holds another one goes first.
	slices.SortFunc(m.names, func(a, b string) int { return len(b) - len(a) })
	masked := *r
	masked.Inputs = mapped(r.Inputs, m.input)
	return &masked
}

// minName is how many characters a value of a subject has that is looked for in
// other texts. Shorter ones, as "DE", stand in too many words.
const minName = 4

// masker knows what is to be hidden.
type masker struct {
	hidden string
	names  []string        // what the subjects say of persons
	person map[string]bool // by SHA-256: whether a certificate is a person's
}

// learn takes what a certificate says of its subject.
func (m *masker) learn(c *inspect.CertificateReport) {
	if isCA(c) {
		return
	}
	if m.person == nil {
		m.person = map[string]bool{}
	}
	m.person[c.SHA256] = true
	add := func(values ...string) {
		for _, value := range values {
			if utf8.RuneCountInString(value) >= minName {
				m.names = append(m.names, value)
			}
		}
	}
	add(c.Summary.Mailboxes...)
	add(c.Summary.Name, c.Summary.Organization)
	for i := range c.Fields {
		if tellsOfSubject(c.Fields[i].Path) {
			add(c.Fields[i].Value)
		}
	}
}

func isCA(c *inspect.CertificateReport) bool { return c.Role == "subCA" || c.Role == "root" }

// harmless are the fields, among those that stand in no group, that say nothing of
// a person. Of an extension that nobody knows that can't be said.
var harmless = []string{
	"tbsCertificate.version", "tbsCertificate.serialNumber", "tbsCertificate.signature", "signatureAlgorithm", "signatureValue",
}

// tells says whether a part of the certificate may say something of its subject.
func tells(c *inspect.CertificateReport, path string) bool {
	if isCA(c) {
		return false
	}
	switch groupOf(path) {
	case groupSubject, groupMailboxes:
		return true
	case groupIssuer:
		return selfIssued(c)
	case groupOther:
		// At the list of extensions stands which of them is absent.
		return path != "tbsCertificate.extensions" && !slices.ContainsFunc(harmless, func(p string) bool {
			rest, ok := strings.CutPrefix(path, p)
			return ok && endsWord(rest)
		})
	}
	return false
}

// selfIssued says whether the issuer has the name of the subject.
func selfIssued(c *inspect.CertificateReport) bool {
	valuesOf := func(name string) []string {
		var values []string
		for i := range c.Fields {
			if strings.HasPrefix(c.Fields[i].Path, "tbsCertificate."+name+".") {
				values = append(values, c.Fields[i].Value)
			}
		}
		return values
	}
	subject := valuesOf("subject")
	return len(subject) > 0 && slices.Equal(subject, valuesOf("issuer"))
}

func (m *masker) input(in inspect.InputReport) inspect.InputReport {
	in.Name = m.whole(in.Name) // people name files after people
	if in.Error != nil {
		in.Error = m.trouble(in.Error)
	}
	if in.Message != nil {
		in.Message = m.message(in.Message)
	}
	in.Lists = mapped(in.Lists, func(l inspect.ListReport) inspect.ListReport {
		l.Issuer, l.DER = m.text(l.Issuer), nil
		l.Findings = mapped(l.Findings, func(f lints.Finding) lints.Finding { return m.finding(f, func(string) bool { return false }) })
		return l
	})
	in.Certificates = mapped(in.Certificates, m.certificate)
	return in
}

// trouble hides whose certificate a request asks for.
func (m *masker) trouble(e *inspect.InputError) *inspect.InputError {
	masked := *e
	if e.Code == string(inspect.Request) && len(e.Args) > 0 && e.Args[0] != "" {
		masked.Args = append([]string{m.hidden}, e.Args[1:]...)
		masked.Message = strings.Replace(e.Message, e.Args[0], m.hidden, 1)
	}
	masked.Message = m.text(masked.Message)
	return &masked
}

func (m *masker) message(r *inspect.MessageReport) *inspect.MessageReport {
	masked := *r
	masked.Subject, masked.From, masked.Sender = m.whole(r.Subject), m.whole(r.From), m.whole(r.Sender)
	masked.Signatures = mapped(r.Signatures, func(s inspect.SignatureReport) inspect.SignatureReport {
		s.Signer.Issuer = m.text(s.Signer.Issuer)
		return s
	})
	masked.Recipients = mapped(r.Recipients, func(r inspect.RecipientReport) inspect.RecipientReport {
		r.Recipient.Issuer = m.text(r.Recipient.Issuer)
		return r
	})
	return &masked
}

func (m *masker) certificate(c inspect.CertificateReport) inspect.CertificateReport {
	of := c // as it was
	tells := func(path string) bool { return tells(&of, path) }
	s := &c.Summary
	s.Mailboxes = mapped(s.Mailboxes, m.whole)
	s.Name, s.Organization = m.textOr(s.Name, !isCA(&of)), m.textOr(s.Organization, !isCA(&of))
	s.Issuer = m.textOr(s.Issuer, tells("tbsCertificate.issuer"))
	c.Fields = mapped(c.Fields, func(f inspect.Field) inspect.Field {
		f.Value, f.Error = m.textOr(f.Value, tells(f.Path)), m.text(f.Error)
		return f
	})
	c.Findings = mapped(c.Findings, func(f lints.Finding) lints.Finding { return m.finding(f, tells) })
	if c.Chain != nil {
		c.Chain = m.chain(c.Chain)
	}
	c.Revocation = mapped(c.Revocation, func(r inspect.RevocationReport) inspect.RevocationReport {
		r.Input = m.whole(r.Input)
		return r
	})
	c.DER = nil
	return c
}

// finding hides what was found where the certificate tells of a person, and what
// zlint says, which names no place.
func (m *masker) finding(f lints.Finding, tells func(path string) bool) lints.Finding {
	f.At = mapped(f.At, func(p lints.Place) lints.Place {
		if p.Got != "absent" {
			p.Got = m.textOr(p.Got, tells(p.Path))
		}
		return p
	})
	return f
}

func (m *masker) chain(c *inspect.ChainReport) *inspect.ChainReport {
	masked := *c
	masked.Paths = mapped(c.Paths, func(p inspect.PathReport) inspect.PathReport {
		p.Links = mapped(p.Links, func(l inspect.LinkReport) inspect.LinkReport {
			l.Name = m.textOr(l.Name, m.person[l.Certificate])
			l.Reasons = mapped(l.Reasons, func(r inspect.LinkReason) inspect.LinkReason {
				r.Args = mapped(r.Args, m.text)
				return r
			})
			return l
		})
		return p
	})
	return &masked
}

// mapped is a copy of a list with each of its members changed.
func mapped[T any](list []T, change func(T) T) []T {
	copied := slices.Clone(list)
	for i := range copied {
		copied[i] = change(copied[i])
	}
	return copied
}

// whole hides a text as a whole; nothing stays nothing.
func (m *masker) whole(text string) string {
	if text == "" {
		return ""
	}
	return m.hidden
}

func (m *masker) textOr(text string, hide bool) string {
	if hide {
		return m.whole(text)
	}
	return m.text(text)
}

// text hides the names and every address in a text.
func (m *masker) text(text string) string {
	for _, name := range m.names {
		text = strings.ReplaceAll(text, name, m.hidden)
	}
	return maskAddresses(text, m.hidden)
}

// maskAddresses puts another text in place of whatever has the form of a mail
// address, also as it stands in a URI.
func maskAddresses(text, with string) string {
	var b strings.Builder
	for {
		start, end, ok := address(text)
		if !ok {
			return b.String() + text
		}
		b.WriteString(text[:start] + with)
		text = text[end:]
	}
}

// address finds the first address of a text: the characters around an @ up to
// what no address has, or the quotation before it (RFC 5321 4.1.2).
func address(text string) (start, end int, ok bool) {
	at, sign := -1, ""
	for _, s := range []string{"@", "%40"} {
		if i := strings.Index(text, s); i >= 0 && (at < 0 || i < at) {
			at, sign = i, s
		}
	}
	if at < 0 {
		return 0, 0, false
	}
	local := text[:at]
	if quoted, ok := strings.CutSuffix(local, `"`); ok {
		start = max(strings.LastIndex(quoted, `"`), 0)
	} else if i := strings.LastIndexFunc(local, endsAddress); i >= 0 {
		_, size := utf8.DecodeRuneInString(local[i:])
		start = i + size
	}
	end = at + len(sign)
	if i := strings.IndexFunc(text[end:], endsAddress); i >= 0 {
		return start, end + i, true
	}
	return start, len(text), true
}

func endsAddress(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(`,;:<>()[]"'/`, r)
}
