package smime

import (
	"bytes"
	"strings"

	"sealglass/cert"
	"sealglass/cms"
	"sealglass/inspect"
	"sealglass/signature"
)

// reader reads one input: a list of parts that are yet to be read, and what was
// found in those that have been.
type reader struct {
	waiting []part
	parts   int // read so far
	// unpacked is how many bytes of compressed content there were so far.
	unpacked int
	found    inspect.Content
	report   inspect.MessageReport
	signers  []signer
	notes    notes
}

// part is an entity that waits to be read.
type part struct {
	raw   []byte
	depth int
	mail  *mail // the innermost mail it lies in
}

// mail is whom a mail says it is from.
type mail struct{ from, sender []string }

// signer is a signature that is checked when all certificates are known.
type signer struct {
	info        cms.Signer
	contentType cert.OID
	forms       []*signature.Message // of the content; nil where it is not here
	cut         bool                 // the message stops before its end
	mail        *mail
}

// notes are kinds of parts that explain why there is no certificate.
type notes struct{ openPGP, winmail, encrypted, damaged bool }

// ReadMail reads a mail as it is transmitted or saved (.eml).
func ReadMail(raw []byte) inspect.Content {
	r := reader{found: inspect.Content{Kind: inspect.MailMessage}}
	e := readEntity(raw)
	r.envelope(&e)
	r.push(part{raw: raw, mail: mailOf(&e)})
	return r.finish()
}

// ReadCMS reads a message without a mail around it (.p7m).
func ReadCMS(der []byte) inspect.Content {
	r := reader{found: inspect.Content{Kind: inspect.PKCS7}}
	r.cms(der, nil, part{})
	return r.finish()
}

// envelope takes over what the mail says about itself.
func (r *reader) envelope(e *entity) {
	r.report.Subject = headerText(e.get("subject"))
	r.report.From = headerText(e.get("from"))
	r.report.Sender = headerText(e.get("sender"))
	r.report.Date = e.get("date")
}

func mailOf(e *entity) *mail {
	return &mail{from: addresses(e.get("from")), sender: addresses(e.get("sender"))}
}

func (r *reader) push(p part) { r.waiting = append(r.waiting, p) }

// finish reads all parts and says what was found.
func (r *reader) finish() inspect.Content {
	for len(r.waiting) > 0 && r.parts < MaxParts {
		p := r.waiting[len(r.waiting)-1]
		r.waiting = r.waiting[:len(r.waiting)-1]
		r.parts++
		if p.depth < MaxDepth {
			r.read(p)
		}
	}
	r.checkAll()
	r.found.Message = &r.report
	r.judge()
	return r.found
}

// read reads one part by its media type, and what is no message by its content.
func (r *reader) read(p part) {
	e := readEntity(p.raw)
	mediaType, parameters := e.mediaType()
	switch mediaType {
	case "multipart/signed":
		r.multipartSigned(&e, parameters["boundary"], p)
		return
	case "message/rfc822", "message/global":
		content := e.content()
		inner := readEntity(content)
		r.push(part{content, p.depth + 1, mailOf(&inner)})
		return
	case "application/ms-tnef", "application/vnd.ms-tnef":
		r.notes.winmail = true
		return
	case "application/pgp-encrypted", "application/pgp-signature", "application/pgp-keys":
		r.notes.openPGP = true
		return
	}
	if strings.HasPrefix(mediaType, "multipart/") {
		if parts := e.parts(parameters["boundary"]); len(parts) > 0 {
			r.pushAll(parts, p)
			return
		}
	}
	content := e.content()
	if strings.Contains(mediaType, "pkcs7") && !isCMS(content) {
		r.notes.damaged = true
	}
	r.leaf(content, p)
}

// pushAll lets parts be read in their order.
func (r *reader) pushAll(parts [][]byte, within part) {
	for i := len(parts) - 1; i >= 0; i-- {
		r.push(part{parts[i], within.depth + 1, within.mail})
	}
}

// multipartSigned reads a content and the signature over it, byte for byte (RFC
// 1847 2.1).
func (r *reader) multipartSigned(e *entity, boundary string, p part) {
	parts := e.parts(boundary)
	if len(parts) < 2 {
		r.notes.damaged = true
		r.pushAll(parts, p)
		return
	}
	signature := readEntity(parts[1])
	if der := signature.content(); isCMS(der) {
		r.cms(der, parts[0], p)
		r.pushAll(append(parts[:1:1], parts[2:]...), p)
		return
	}
	r.pushAll(parts, p)
}

// isCMS says whether the bytes begin as a ContentInfo does.
func isCMS(der []byte) bool { return len(der) > 1 && der[0] == 0x30 && cms.Read(der).Type != "" }

// leaf reads content that is no container of parts.
func (r *reader) leaf(content []byte, p part) {
	if isCMS(content) {
		r.cms(content, nil, p)
		return
	}
	if bytes.HasPrefix(content, []byte("\x78\x9f\x3e\x22")) {
		r.notes.winmail = true
		return
	}
	if bytes.Contains(content[:min(len(content), maxText)], []byte("-----BEGIN PGP ")) {
		r.notes.openPGP = true
	}
	if len(content) > maxText {
		return
	}
	switch found := inspect.Sniff(content); found.Kind {
	case inspect.PEM, inspect.DER, inspect.Base64, inspect.Hex:
		r.certificates(found.Certificates)
	case inspect.PKCS7:
		if found.Container != nil {
			r.cms(found.Container, nil, p)
		} else {
			r.certificates(found.Certificates)
		}
	}
}

func (r *reader) certificates(ders [][]byte) {
	room := inspect.MaxCertificates - len(r.found.Certificates)
	r.found.Certificates = append(r.found.Certificates, ders[:min(room, len(ders))]...)
}

// cms reads the layers of a message. Detached is the content of a signature that
// is not in the message, nil where there is none.
func (r *reader) cms(der, detached []byte, p part) {
	m := cms.Read(der)
	for depth := p.depth; m != nil && depth < MaxDepth; depth++ {
		r.certificates(m.Certificates)
		r.report.DescribeRecipients(m)
		r.notes.encrypted = r.notes.encrypted || m.Encrypted()
		r.notes.damaged = r.notes.damaged || m.Cut
		content := m.Content()
		r.sign(m, content, detached, p.mail)
		if m.Type == cms.OIDCompressedData {
			if content = r.unpack(m, content); content == nil {
				r.notes.damaged = true
				return
			}
		}
		if m.Attached && m.ContentType == cms.OIDData {
			r.push(part{content, depth + 1, p.mail})
			return
		}
		m = cms.Inner(m.ContentType, content)
		detached = nil
	}
}

// sign keeps the signatures of a layer until all certificates are known.
func (r *reader) sign(m *cms.Message, content, detached []byte, in *mail) {
	var forms []*signature.Message
	switch {
	case m.Attached:
		forms = []*signature.Message{{Octets: content}}
	case detached != nil:
		forms = []*signature.Message{{Octets: detached}}
		if canonical := withCRLF(detached); len(canonical) != len(detached) {
			forms = append(forms, &signature.Message{Octets: canonical})
		}
	}
	for i := range m.Signers {
		if len(r.signers) == MaxSignatures {
			return
		}
		r.signers = append(r.signers, signer{m.Signers[i], m.ContentType, forms, m.Cut, in})
	}
}

// withCRLF writes line breaks as they are transmitted (RFC 8551 3.1.1); a mail
// that was saved may have others.
func withCRLF(text []byte) []byte {
	out := make([]byte, 0, len(text)+bytes.Count(text, []byte("\n")))
	for i, b := range text {
		if b == '\n' && (i == 0 || text[i-1] != '\r') {
			out = append(out, '\r')
		}
		out = append(out, b)
	}
	return out
}

// checkAll checks the signatures.
func (r *reader) checkAll() {
	among := make([]*cert.Certificate, len(r.found.Certificates))
	if len(r.signers) > 0 {
		for i, der := range r.found.Certificates {
			among[i] = cert.Parse(der)
		}
	}
	for i := range r.signers {
		s := &r.signers[i]
		report, c := inspect.DescribeSignature(&s.info, among)
		if c != nil {
			report.Address = s.mail.compare(c)
			switch {
			case s.cut:
				report.Result, report.Reason = inspect.SignatureNotChecked, inspect.ReasonUnreadable
			case s.forms == nil:
				report.Result, report.Reason = inspect.SignatureNotChecked, inspect.ReasonContentMissing
			default:
				report.Result, report.Reason = check(&s.info, s.contentType, &c.PublicKey, s.forms)
			}
		}
		r.report.Signatures = append(r.report.Signatures, report)
	}
}

// compare says whether the certificate holds the address that the mail is from.
func (m *mail) compare(c *cert.Certificate) inspect.AddressMatch {
	if m == nil || len(m.from)+len(m.sender) == 0 {
		return inspect.AddressUnknown
	}
	held := inspect.Mailboxes(c)
	switch {
	case len(m.from) > 0 && allIn(m.from, held):
		return inspect.AddressFrom
	case len(m.sender) > 0 && allIn(m.sender, held):
		return inspect.AddressSender
	}
	return inspect.AddressNone
}
