package cms

import "sealglass/cert"

// Message is one layer of a message: a ContentInfo (RFC 5652 3) as far as it
// could be read.
type Message struct {
	// Type is the content type; empty where the input is no ContentInfo.
	Type cert.OID
	// Certificates are the encodings of all X.509 certificates, in their order.
	Certificates [][]byte
	Signers      []Signer
	Recipients   []Recipient
	// ContentType is the type of what was signed, compressed or encrypted.
	ContentType cert.OID
	// Attached says that this content is here. That of an encrypted message is
	// not given.
	Attached bool
	// Algorithm is that of the encryption or compression of the content.
	Algorithm cert.AlgorithmIdentifier
	// Cut says that the input ends before the message does.
	Cut bool
	// More says that a bound of limits.go left something out.
	More bool

	in      cert.Elements // reads the input
	content cert.Element  // where Attached
	// Of an encrypted message:
	scheme, ciphertext cert.Element
}

// Identifier names a certificate from afar (RFC 5652 5.3, 6.2): by its issuer
// and serial number, or by its subjectKeyIdentifier.
type Identifier struct {
	Issuer       []byte // encoded Name
	SerialNumber []byte // content octets of the INTEGER
	KeyID        []byte
}

// Fits says whether the identifier names this certificate.
func (id *Identifier) Fits(c *cert.Certificate) bool {
	if id.KeyID != nil {
		return c.SubjectKeyID != nil && string(c.SubjectKeyID.KeyID) == string(id.KeyID)
	}
	if len(id.SerialNumber) == 0 || string(id.SerialNumber) != string(c.SerialNumber.Bytes) {
		return false
	}
	if string(id.Issuer) == string(c.Issuer.In(c.Raw)) {
		return true
	}
	issuer := cert.ParseName(id.Issuer) // another encoding of the same name
	return issuer.Present && c.Issuer.Present && issuer.Equal(&c.Issuer)
}

// Read reads a ContentInfo.
func Read(input []byte) *Message {
	m := &Message{in: cert.ElementsIn(input, cert.Span{Length: len(input)})}
	info, ok := m.in.Take(0, tagSequence)
	if !ok {
		return m
	}
	m.Cut = info.Cut
	inside := m.in.Within(&info)
	contentType, ok := inside.Take(0, tagOID)
	if !ok {
		return m
	}
	m.Type = m.oid(&contentType)
	wrapper, ok := inside.Take(2, 0)
	if !ok {
		return m
	}
	inside = m.in.Within(&wrapper)
	if body, ok := inside.Next(); ok {
		m.read(&body)
	}
	return m
}

// ReadAs reads content of a type that was named elsewhere: that of a message
// within a message (RFC 5652 5.2).
func ReadAs(contentType cert.OID, input []byte) *Message {
	m := &Message{Type: contentType, in: cert.ElementsIn(input, cert.Span{Length: len(input)})}
	inside := m.in
	if body, ok := inside.Next(); ok {
		m.read(&body)
	}
	return m
}

// The universal tag numbers of this package (X.680 8.4).
const (
	tagInteger     = 2
	tagOctetString = 4
	tagOID         = 6
	tagSequence    = 16
	tagSet         = 17
)

// read reads the body of the message by its type.
func (m *Message) read(body *cert.Element) {
	if !body.Is(0, tagSequence) {
		if m.Type == OIDData { // the only type that is no SEQUENCE
			m.ContentType, m.Attached, m.content = OIDData, true, *body
		}
		return
	}
	m.Cut = m.Cut || body.Cut
	in := m.in.Within(body)
	in.Take(0, tagInteger) // version
	switch m.Type {
	case OIDSignedData:
		m.signed(&in)
	case OIDEnvelopedData, OIDAuthEnvelopedData:
		m.enveloped(&in)
	case OIDSignedAndEnveloped:
		m.signedAndEnveloped(&in)
	case OIDAuthenticatedData:
		m.authenticated(&in)
	case OIDEncryptedData:
		m.encrypted(&in)
	case OIDCompressedData, OIDDigestedData:
		m.algorithm(&in, &m.Algorithm)
		m.encapsulated(&in)
	}
}

// encapsulated reads EncapsulatedContentInfo (RFC 5652 5.2).
func (m *Message) encapsulated(in *cert.Elements) {
	info, ok := in.Take(0, tagSequence)
	if !ok {
		return
	}
	m.Cut = m.Cut || info.Cut
	inside := m.in.Within(&info)
	if contentType, ok := inside.Take(0, tagOID); ok {
		m.ContentType = m.oid(&contentType)
	}
	if wrapper, ok := inside.Take(2, 0); ok {
		inside = m.in.Within(&wrapper)
		m.content, m.Attached = inside.Next()
	}
}

// Content is what was signed or compressed: the octets over which the digest
// runs. It is a copy where the input has it in segments.
func (m *Message) Content() []byte {
	if !m.Attached {
		return nil
	}
	if m.content.Is(0, tagOctetString) {
		return m.in.Octets(&m.content)
	}
	// PKCS#7 before CMS: any type, of which the tag and length do not count
	// (RFC 2315 9.3).
	return m.in.Content(&m.content)
}

// Ciphertext is the content of an encrypted message as it is, and the encoding of
// the AlgorithmIdentifier of its encryption.
func (m *Message) Ciphertext() (scheme, octets []byte) {
	return m.in.Of(&m.scheme), m.in.Octets(&m.ciphertext)
}

// Nested is the message that is the content of this one; nil where the content
// is something else.
func (m *Message) Nested() *Message {
	if !m.Attached || m.Type == OIDCompressedData {
		return nil
	}
	return Inner(m.ContentType, m.Content())
}

// Inner reads content of this type when that is a message of its own, and
// returns nil when it is not. Some programs write a whole ContentInfo where only
// its body belongs.
func Inner(contentType cert.OID, content []byte) *Message {
	switch contentType {
	case OIDSignedData, OIDEnvelopedData, OIDSignedAndEnveloped, OIDDigestedData, OIDEncryptedData,
		OIDAuthenticatedData, OIDCompressedData, OIDAuthEnvelopedData:
	default:
		return nil
	}
	if m := Read(content); m.Type != "" {
		return m
	}
	return ReadAs(contentType, content)
}

// oid decodes an OBJECT IDENTIFIER.
func (m *Message) oid(e *cert.Element) cert.OID {
	return cert.DecodeOID(m.in.Octets(e))
}

// algorithm reads an AlgorithmIdentifier, if one comes next.
func (m *Message) algorithm(in *cert.Elements, a *cert.AlgorithmIdentifier) {
	if e, ok := in.Take(0, tagSequence); ok {
		*a, _ = cert.ParseAlgorithm(m.in.Of(&e))
	}
}

// Encrypted says whether the content is encrypted.
func (m *Message) Encrypted() bool {
	switch m.Type {
	case OIDEnvelopedData, OIDAuthEnvelopedData, OIDSignedAndEnveloped, OIDEncryptedData:
		return true
	}
	return false
}
