package cms

import "sealglass/cert"

// Recipient is a RecipientInfo (RFC 5652 6.2): whose key opens the message.
type Recipient struct {
	Kind RecipientKind
	ID   Identifier // empty where no certificate is named
	// KeyEncryption is the algorithm of what encrypts the content's key.
	KeyEncryption cert.AlgorithmIdentifier
}

// RecipientKind says by what means a recipient gets at the key of the content.
type RecipientKind string

// The kinds of RFC 5652 6.2 and RFC 9629 3.
const (
	KeyTransport RecipientKind = "key-transport" // RSA
	KeyAgreement RecipientKind = "key-agreement" // ECDH
	SharedKey    RecipientKind = "shared-key"    // a key that both have already
	Password     RecipientKind = "password"
	KEM          RecipientKind = "kem" // a key encapsulation mechanism
	OtherKind    RecipientKind = "other"
)

// enveloped reads EnvelopedData (RFC 5652 6.1) or AuthEnvelopedData (RFC 5083
// 2.1) from its originatorInfo on.
func (m *Message) enveloped(in *cert.Elements) {
	m.originator(in)
	m.recipients(in)
	m.encryptedContent(in)
}

// authenticated reads AuthenticatedData (RFC 5652 9.1).
func (m *Message) authenticated(in *cert.Elements) {
	m.originator(in)
	m.recipients(in)
	m.algorithm(in, &m.Algorithm) // of the message authentication code
	in.Take(2, 1)                 // digestAlgorithm
	m.encapsulated(in)
}

// encrypted reads EncryptedData (RFC 5652 8).
func (m *Message) encrypted(in *cert.Elements) { m.encryptedContent(in) }

// originator reads OriginatorInfo, which may hold certificates of the sender.
func (m *Message) originator(in *cert.Elements) {
	if info, ok := in.Take(2, 0); ok {
		inside := m.in.Within(&info)
		m.certificates(&inside, 0)
	}
}

// encryptedContent reads EncryptedContentInfo (RFC 5652 6.1).
func (m *Message) encryptedContent(in *cert.Elements) {
	info, ok := in.Take(0, tagSequence)
	if !ok {
		return
	}
	m.Cut = m.Cut || info.Cut
	inside := m.in.Within(&info)
	if contentType, ok := inside.Take(0, tagOID); ok {
		m.ContentType = m.oid(&contentType)
	}
	if scheme, ok := inside.Take(0, tagSequence); ok {
		m.scheme = scheme
		m.Algorithm, _ = cert.ParseAlgorithm(m.in.Of(&scheme))
	}
	m.ciphertext, _ = inside.Take(2, 0)
}

func (m *Message) recipients(in *cert.Elements) {
	set, ok := in.Take(0, tagSet)
	if !ok {
		return
	}
	m.Cut = m.Cut || set.Cut
	for each := m.in.Within(&set); ; {
		e, ok := each.Next()
		if !ok {
			return
		}
		if !m.recipient(&e) {
			m.More = true
			return
		}
	}
}

// recipient reads one RecipientInfo, which stands for several where a key is
// agreed on with several at once. It is false when there are too many.
func (m *Message) recipient(e *cert.Element) bool {
	in := m.in.Within(e)
	in.Take(0, tagInteger) // version
	switch {
	case e.Is(0, tagSequence):
		r := Recipient{Kind: KeyTransport}
		m.identifier(&in, &r.ID)
		m.algorithm(&in, &r.KeyEncryption)
		return m.add(r)
	case e.Is(2, 1):
		return m.keyAgreement(&in)
	case e.Is(2, 2):
		r := Recipient{Kind: SharedKey}
		if id, ok := in.Take(0, tagSequence); ok {
			inside := m.in.Within(&id)
			if key, ok := inside.Take(0, tagOctetString); ok {
				r.ID.KeyID = m.in.Octets(&key)
			}
		}
		m.algorithm(&in, &r.KeyEncryption)
		return m.add(r)
	case e.Is(2, 3):
		r := Recipient{Kind: Password}
		in.Take(2, 0) // keyDerivationAlgorithm
		m.algorithm(&in, &r.KeyEncryption)
		return m.add(r)
	case e.Is(2, 4):
		return m.otherRecipient(e)
	}
	return m.add(Recipient{Kind: OtherKind})
}

func (m *Message) add(r Recipient) bool {
	if len(m.Recipients) == MaxRecipients {
		return false
	}
	m.Recipients = append(m.Recipients, r)
	return true
}

// keyAgreement reads KeyAgreeRecipientInfo (RFC 5652 6.2.2) from its originator on.
func (m *Message) keyAgreement(in *cert.Elements) bool {
	in.Take(2, 0) // originator
	in.Take(2, 1) // ukm
	r := Recipient{Kind: KeyAgreement}
	m.algorithm(in, &r.KeyEncryption)
	keys, ok := in.Take(0, tagSequence)
	if !ok {
		return m.add(r)
	}
	for each := m.in.Within(&keys); ; {
		e, ok := each.Take(0, tagSequence)
		if !ok {
			return true
		}
		r.ID = Identifier{}
		m.recipientKey(&e, &r.ID)
		if !m.add(r) {
			return false
		}
	}
}

// recipientKey reads the identifier of a RecipientEncryptedKey.
func (m *Message) recipientKey(e *cert.Element, id *Identifier) {
	in := m.in.Within(e)
	if key, ok := in.Take(2, 0); ok { // RecipientKeyIdentifier
		inside := m.in.Within(&key)
		if octets, ok := inside.Take(0, tagOctetString); ok {
			id.KeyID = m.in.Octets(&octets)
		}
		return
	}
	if e, ok := in.Take(0, tagSequence); ok {
		m.issuerAndSerial(&e, id)
	}
}

// otherRecipient reads OtherRecipientInfo (RFC 5652 6.2.5), of which one kind is
// defined: KEMRecipientInfo (RFC 9629 3).
func (m *Message) otherRecipient(e *cert.Element) bool {
	in := m.in.Within(e)
	id, ok := in.Take(0, tagOID)
	if !ok || m.oid(&id) != oidKEMRecipient {
		return m.add(Recipient{Kind: OtherKind})
	}
	r := Recipient{Kind: KEM}
	if info, ok := in.Take(0, tagSequence); ok {
		inside := m.in.Within(&info)
		inside.Take(0, tagInteger) // version
		m.identifier(&inside, &r.ID)
		m.algorithm(&inside, &r.KeyEncryption)
	}
	return m.add(r)
}
