package inspect

import (
	"io"
	"strconv"
	"unicode/utf8"

	"sealglass/cert"
	"sealglass/lints"
)

// AppendJSON appends the report as one JSON document (web/report.schema.json),
// without a line break at its end. Text that is not UTF-8 has U+FFFD in place
// of each byte that is none.
func AppendJSON(dst []byte, r *Report) []byte {
	o := object{dst: dst}
	o.report(r, func() {})
	return o.dst
}

// WriteJSON writes the document that [AppendJSON] appends, and has in memory no more
// of it than one input.
func WriteJSON(w io.Writer, r *Report) error {
	var o object
	var err error
	o.report(r, func() {
		if err == nil {
			_, err = w.Write(o.dst)
		}
		o.dst = o.dst[:0]
	})
	return err
}

// report appends the report; written is called behind each input and at the end.
func (o *object) report(r *Report, written func()) {
	o.open()
	o.int("schema", r.Schema)
	o.key("tool")
	o.open()
	o.string("version", r.Tool.Version)
	o.string("rules", r.Tool.Rules)
	o.string("zlint", r.Tool.ZLint)
	o.close()
	o.string("asOf", r.AsOf)
	o.key("inputs")
	list(o, r.Inputs, func(o *object, in *InputReport) {
		o.input(in)
		written()
	})
	o.close()
	written()
}

// object appends JSON objects member by member.
type object struct {
	dst []byte
	// more says that a member or an element stands before the next one.
	more bool
}

func (o *object) comma() {
	if o.more {
		o.dst = append(o.dst, ',')
	}
	o.more = true
}

func (o *object) open() {
	o.dst = append(o.dst, '{')
	o.more = false
}

func (o *object) close() {
	o.dst = append(o.dst, '}')
	o.more = true
}

func (o *object) key(name string) {
	o.comma()
	o.dst = append(o.dst, '"')
	o.dst = append(o.dst, name...)
	o.dst = append(o.dst, '"', ':')
}

func (o *object) string(name, value string) {
	o.key(name)
	o.dst = AppendString(o.dst, value)
}

func (o *object) int(name string, value int) {
	o.key(name)
	o.dst = strconv.AppendInt(o.dst, int64(value), 10)
}

func (o *object) bool(name string, value bool) {
	o.key(name)
	o.dst = strconv.AppendBool(o.dst, value)
}

func (o *object) null(name string) {
	o.key(name)
	o.dst = append(o.dst, "null"...)
}

func (o *object) strings(name string, values []string) {
	o.key(name)
	o.dst = append(o.dst, '[')
	for i, v := range values {
		if i > 0 {
			o.dst = append(o.dst, ',')
		}
		o.dst = AppendString(o.dst, v)
	}
	o.dst = append(o.dst, ']')
}

// span appends the place of something in the certificate.
func (o *object) span(s cert.Span) {
	o.int("offset", s.Offset)
	o.int("length", s.Length)
}

// list appends an array of objects.
func list[T any](o *object, elements []T, element func(*object, *T)) {
	o.dst = append(o.dst, '[')
	for i := range elements {
		if i > 0 {
			o.dst = append(o.dst, ',')
		}
		o.open()
		element(o, &elements[i])
		o.close()
	}
	o.dst = append(o.dst, ']')
}

func (o *object) input(in *InputReport) {
	o.string("name", in.Name)
	o.string("kind", string(in.Kind))
	if in.Error == nil {
		o.null("error")
	} else {
		o.key("error")
		o.open()
		o.string("code", in.Error.Code)
		o.string("message", in.Error.Message)
		o.close()
	}
	if in.Message == nil {
		o.null("message")
	} else {
		o.key("message")
		o.open()
		o.message(in.Message)
		o.close()
	}
	o.key("keys")
	list(o, in.Keys, (*object).keyReport)
	o.key("lists")
	list(o, in.Lists, (*object).list)
	o.key("certificates")
	list(o, in.Certificates, (*object).certificate)
}

func (o *object) message(m *MessageReport) {
	o.string("subject", m.Subject)
	o.string("from", m.From)
	o.string("sender", m.Sender)
	o.string("date", m.Date)
	o.key("signatures")
	list(o, m.Signatures, (*object).signature)
	o.key("recipients")
	list(o, m.Recipients, (*object).recipient)
	o.string("encryption", m.Encryption)
}

func (o *object) signature(s *SignatureReport) {
	o.string("certificate", s.Certificate)
	o.reference("signer", &s.Signer)
	o.string("algorithm", s.Algorithm)
	o.string("result", string(s.Result))
	o.string("reason", s.Reason)
	o.string("signingTime", s.SigningTime)
	o.string("address", string(s.Address))
	o.strings("capabilities", s.Capabilities)
}

func (o *object) recipient(r *RecipientReport) {
	o.string("kind", string(r.Kind))
	o.reference("recipient", &r.Recipient)
	o.string("algorithm", r.Algorithm)
}

func (o *object) reference(name string, r *Reference) {
	o.key(name)
	o.open()
	o.string("issuer", r.Issuer)
	o.string("serialNumber", r.SerialNumber)
	o.string("keyID", r.KeyID)
	o.close()
}

func (o *object) keyReport(k *KeyReport) {
	o.string("key", k.Key)
	o.bool("compared", k.Compared)
	o.string("certificate", k.Certificate)
}

func (o *object) certificate(c *CertificateReport) {
	o.string("sha256", c.SHA256)
	o.string("role", c.Role)
	o.string("profile", c.Profile)
	o.string("generation", c.Generation)
	o.string("profileFrom", c.ProfileFrom)
	o.string("verdict", string(c.Verdict))
	o.key("summary")
	o.open()
	o.summary(&c.Summary)
	o.close()
	o.bool("readable", c.Readable)
	o.key("fields")
	list(o, c.Fields, (*object).field)
	o.key("findings")
	list(o, c.Findings, (*object).finding)
	o.checks(&c.Checks)
	o.key("revocation")
	list(o, c.Revocation, (*object).revocation)
	if c.Chain == nil {
		o.null("chain")
		return
	}
	o.key("chain")
	o.open()
	o.chain(c.Chain)
	o.close()
}

func (o *object) checks(c *Checks) {
	o.key("checks")
	o.open()
	o.int("failed", c.Failed)
	o.int("passed", c.Passed)
	o.int("notApplicable", c.NotApplicable)
	o.int("notInForce", c.NotInForce)
	o.int("broken", c.Broken)
	o.close()
}

func (o *object) summary(s *Summary) {
	o.string("reason", s.Reason)
	o.strings("mailboxes", s.Mailboxes)
	o.int("moreMailboxes", s.MoreMailboxes)
	o.string("name", s.Name)
	o.string("organization", s.Organization)
	o.string("issuer", s.Issuer)
	o.string("notBefore", s.NotBefore)
	o.string("notAfter", s.NotAfter)
	o.ability("canSign", s.CanSign)
	o.ability("canEncrypt", s.CanEncrypt)
	o.string("serialNumber", s.SerialNumber)
	o.string("key", s.Key)
}

func (o *object) ability(name string, a Ability) {
	o.key(name)
	o.open()
	o.string("state", a.State)
	o.string("reason", a.Reason)
	o.close()
}

func (o *object) field(f *Field) {
	o.string("path", f.Path)
	o.string("label", f.Label)
	o.string("value", f.Value)
	o.span(cert.Span{Offset: f.Offset, Length: f.Length})
	o.string("error", f.Error)
}

func (o *object) finding(f *lints.Finding) {
	o.string("rule", f.Rule)
	o.strings("requirements", f.Requirements)
	o.string("source", string(f.Source))
	o.string("section", f.Section)
	o.string("severity", string(f.Severity))
	o.string("status", string(f.Status))
	o.string("title", f.Title)
	o.string("explanation", f.Explanation)
	o.string("remedy", f.Remedy)
	o.string("quote", f.Quote)
	o.string("from", string(f.From))
	o.string("until", string(f.Until))
	o.bool("coming", f.Coming)
	o.strings("also", f.Also)
	o.key("at")
	list(o, f.At, (*object).place)
}

func (o *object) place(p *lints.Place) {
	o.string("path", p.Path)
	o.span(p.Span)
	o.string("got", p.Got)
}

// AppendString appends a JSON string (RFC 8259 7). What is not UTF-8 becomes U+FFFD.
// The line separators that older JavaScript does not allow in its strings are
// escaped as well.
func AppendString(dst []byte, s string) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, '\\', 'n')
		case r < 0x20 || r == 0x7f || r == '\u2028' || r == '\u2029':
			dst = append(dst, '\\', 'u', digits[r>>12&0xf], digits[r>>8&0xf], digits[r>>4&0xf], digits[r&0xf])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}
