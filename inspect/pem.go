package inspect

import "bytes"

// block is one PEM block (RFC 7468 2) of a text.
type block struct {
	label string // in lower case
	start int    // of the body in the text
	body  []byte
	ended bool // by a line of dashes
}

const pemDashes = "-----"

// block reads the PEM block whose BEGIN line starts here; it is false where none
// does. A block ends where its END line, or another block, begins: a missing END
// line is no reason to lose it.
func (s *scanner) block() bool {
	label, ok := pemLabel(s.text[s.at:])
	if !ok {
		return false
	}
	s.at += len("-----begin ") + len(label) + len(pemDashes)
	b := block{label: label, start: s.at, body: s.text[s.at:]}
	if end := bytes.Index(b.body, []byte(pemDashes)); end >= 0 {
		b.body, b.ended = b.body[:end], true
	}
	s.at += len(b.body)
	s.found.add(s.readBlock(b))
	return true
}

// matters says whether the error must be told though certificates were found
// beside it. What else a chain file holds (parameters, a revocation list) is
// no fault of it.
func (e *InputError) matters() bool {
	return e.Code == string(PrivateKey) || e.Code == CodeTruncated || e.Code == CodeDamagedBase64
}

// add joins what another part of the input held. Of several errors the first
// stays, but a private key is always told.
func (c *Content) add(part Content) {
	alone := c.Kind == ""
	if alone || len(c.Certificates) == 0 && len(part.Certificates) > 0 {
		c.Kind = part.Kind
	}
	c.addCertificates(part.Certificates)
	c.Lists = append(c.Lists, part.Lists...)
	if c.Message == nil {
		c.Message = part.Message
	}
	c.Container = nil // of one of several not all would be seen
	if alone {
		c.Container = part.Container
	}
	if part.Error == nil {
		return
	}
	if c.Error == nil || part.Kind == PrivateKey || part.Error.matters() && !c.Error.matters() {
		c.Error = part.Error
		if len(c.Certificates) == 0 {
			c.Kind = part.Kind
		}
	}
}

// pemLabel reads the label of a BEGIN line in lower case.
func pemLabel(text []byte) (string, bool) {
	if !hasPrefixFold(text, "-----begin ") {
		return "", false
	}
	text = text[len("-----begin "):]
	end := bytes.Index(text[:min(len(text), MaxLabel+len(pemDashes))], []byte(pemDashes))
	if end < 0 {
		return "", false
	}
	return smallLetters(text[:end]), true
}

// smallLetters writes the letters of ASCII small. Other bytes stay as they are, so
// that the result is as long as the text.
func smallLetters(text []byte) string {
	small := bytes.Clone(text)
	for i, b := range small {
		small[i] = lower(b)
	}
	return string(small)
}

// readBlock says what a block holds. The label decides where it names a private
// key, so that one is not even decoded; otherwise the content does.
func (s *scanner) readBlock(b block) Content {
	kind := kindOfLabel(b.label)
	if kind == PrivateKey || kind == OpenPGP || kind == SSH {
		return wrong(kind)
	}
	body, skipped := withoutHeaders(b.body, s.pause)
	der, foreign := decodeBase64(body, s.pause)
	// What stands behind a whole value does no harm where the END line was lost.
	if size := announced(der); size > 0 && size <= len(der) && (foreign >= 0 || !b.ended) {
		der, foreign = der[:size], -1
	}
	if foreign >= 0 {
		if kind != PEM {
			return wrong(kind)
		}
		return Content{Kind: PEM, Error: s.damaged(b.start + skipped + foreign)}
	}
	c, ok := readASN1(der, PEM, s.pause)
	switch {
	case ok && c.Kind == PrivateKey:
		clear(der)
		return c
	case ok && c.ToOpen(der) != nil:
		c.Container = der
		return c
	case ok && b.label == "trusted certificate":
		// OpenSSL appends its own trust settings to the certificate.
		c.Certificates = c.Certificates[:min(1, len(c.Certificates))]
		if size := announced(der); size > 0 && len(c.Certificates) == 1 {
			c.Certificates[0] = der[:min(size, len(der))]
		}
		return c
	case ok:
		return c
	case kind != PEM:
		return wrong(kind)
	}
	return oddCertificate(der)
}

// oddCertificate answers for a block that calls itself a certificate and does
// not have the form of one. As long as it is a SEQUENCE it is read as one: what
// is wrong with it then stands in the report, with its place.
func oddCertificate(der []byte) Content {
	switch size := announced(der); {
	case len(der) == 0:
		return wrong(Empty)
	case size > len(der):
		return Content{Kind: PEM, Error: truncated(size, len(der))}
	case der[0] == 0x30:
		return Content{Kind: PEM, Certificates: [][]byte{der}}
	}
	return wrong(OtherBytes)
}

// withoutHeaders drops encapsulated headers (RFC 1421 4.4) from a block's body
// and says how many bytes they took.
func withoutHeaders(body []byte, pause func()) (rest []byte, skipped int) {
	pace := pace{pause: pause}
	for {
		line, after, more := bytes.Cut(body[skipped:], []byte("\n"))
		if !more || len(trimSpace(line)) > 0 && bytes.IndexByte(line, ':') < 0 {
			return body[skipped:], skipped
		}
		skipped = len(body) - len(after)
		pace.passed(skipped)
	}
}

// kindOfLabel is what a label says, in lower case. PEM stands for a certificate.
func kindOfLabel(label string) Kind {
	switch label {
	case "certificate", "x509 certificate", "x.509 certificate", "trusted certificate":
		return PEM
	case "certificate request", "new certificate request":
		return Request
	case "x509 crl", "crl":
		return CRL
	case "pkcs7", "pkcs #7 signed data", "cms":
		return PKCS7
	case "pkcs12":
		return PKCS12
	case "public key", "rsa public key":
		return PublicKey
	case "attribute certificate":
		return AttributeCert
	case "ssh2 public key":
		return SSH
	case "pgp private key block":
		return PrivateKey
	}
	const private = "private key"
	switch {
	case len(label) >= len(private) && label[len(label)-len(private):] == private:
		return PrivateKey
	case len(label) > 4 && label[:4] == "pgp ":
		return OpenPGP
	}
	return OtherText
}
