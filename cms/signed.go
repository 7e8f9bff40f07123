package cms

import "sealglass/cert"

// Signer is a SignerInfo (RFC 5652 5.3).
type Signer struct {
	ID        Identifier
	Digest    cert.AlgorithmIdentifier
	Signature cert.AlgorithmIdentifier
	Value     []byte // the signature

	// SignedAttributes is what was signed where the signature covers attributes:
	// their encoding as a SET OF (RFC 5652 5.4), in the order in which the message
	// has them. SortedAttributes has them in the order of DER. Nil where the
	// signature covers the content.
	SignedAttributes, SortedAttributes []byte
	// Of these attributes:
	ContentType   cert.OID
	MessageDigest []byte
	SigningTime   cert.Time
	Capabilities  []cert.AlgorithmIdentifier // RFC 8551 2.5.2
}

// signed reads SignedData (RFC 5652 5.1) from its digestAlgorithms on.
func (m *Message) signed(in *cert.Elements) {
	in.Take(0, tagSet) // digestAlgorithms
	m.encapsulated(in)
	m.certificates(in, 0)
	in.Take(2, 1) // crls
	m.signers(in)
}

// signedAndEnveloped reads SignedAndEnvelopedData (RFC 2315 11.1).
func (m *Message) signedAndEnveloped(in *cert.Elements) {
	m.recipients(in)
	in.Take(0, tagSet) // digestAlgorithms
	m.encryptedContent(in)
	m.certificates(in, 0)
	in.Take(2, 1) // crls
	m.signers(in)
}

// certificates reads a CertificateSet (RFC 5652 10.2.3) under this tag. An
// element that is no certificate, or whose length is wrong, loses none of those
// behind it.
func (m *Message) certificates(in *cert.Elements, tag int) {
	set, ok := in.Take(2, tag)
	if !ok {
		return
	}
	m.Cut = m.Cut || set.Cut
	lost := false // a head was looked for in vain
	for each := m.in.Within(&set); ; {
		e, ok := each.Next()
		if !ok {
			return
		}
		if !lost && (e.Cut || !isChoice(each)) {
			rest := cert.Span{Offset: e.Offset + 1, Length: set.Content().End() - e.Offset - 1}
			head := nextHead(m.in.From(rest).Bytes())
			if lost = head < 0; !lost {
				e.Length, e.Cut = 1+head, false
				each = m.in.From(cert.Span{Offset: e.End(), Length: set.Content().End() - e.End()})
			}
		}
		switch {
		case !e.Is(0, tagSequence): // an attribute certificate, or another kind
		case e.Cut && set.Cut: // the input ends in it
		case len(m.Certificates) == MaxCertificates:
			m.More = true
			return
		default:
			m.Certificates = append(m.Certificates, m.in.Of(&e))
		}
	}
}

// isChoice says whether what comes next has the tag of a CertificateChoices
// (RFC 5652 10.2.2), or nothing comes.
func isChoice(in cert.Elements) bool {
	rest := in.Bytes()
	return len(rest) == 0 || rest[0] == 0x30 || rest[0] >= 0xa0 && rest[0] <= 0xa3
}

// nextHead finds the first byte of a certificate by the look of its head; -1
// when there is none.
func nextHead(in []byte) int {
	for i := range in {
		if in[i] == 0x30 && startsCertificate(in[i:]) {
			return i
		}
	}
	return -1
}

// startsCertificate says whether the bytes begin as a Certificate does that is
// here as a whole (RFC 5280 4.1): two long SEQUENCEs, the version or a serial
// number, and so on.
func startsCertificate(in []byte) bool {
	header, size := longSequence(in)
	if header == 0 || size > len(in) {
		return false
	}
	in = in[header:size]
	header, size = longSequence(in)
	if header == 0 || size > len(in) || size < header+5 {
		return false
	}
	tbs := in[header:]
	return tbs[0] == 0xa0 && tbs[1] == 3 && tbs[2] == 2 || tbs[0] == 2 && tbs[1] <= 20
}

// longSequence reads the head of a SEQUENCE of 128 bytes or more: how many bytes
// the head and the whole take. Both are 0 for anything else.
func longSequence(in []byte) (header, size int) {
	if len(in) < 5 || in[0] != 0x30 || in[1] < 0x81 || in[1] > 0x83 {
		return 0, 0
	}
	header = 2 + int(in[1]&0x7f)
	for _, b := range in[2:header] {
		size = size<<8 | int(b)
	}
	return header, header + size
}

// signers reads SignerInfos (RFC 5652 5.1).
func (m *Message) signers(in *cert.Elements) {
	set, ok := in.Take(0, tagSet)
	if !ok {
		return
	}
	m.Cut = m.Cut || set.Cut
	for each := m.in.Within(&set); ; {
		e, ok := each.Take(0, tagSequence)
		if !ok {
			return
		}
		if len(m.Signers) == MaxSigners {
			m.More = true
			return
		}
		m.Signers = append(m.Signers, m.signer(&e))
	}
}

func (m *Message) signer(e *cert.Element) Signer {
	var s Signer
	in := m.in.Within(e)
	in.Take(0, tagInteger) // version
	m.identifier(&in, &s.ID)
	m.algorithm(&in, &s.Digest)
	if attributes, ok := in.Take(2, 0); ok {
		s.SignedAttributes, s.SortedAttributes = setOf(&m.in, &attributes)
		s.attributes()
	}
	m.algorithm(&in, &s.Signature)
	if value, ok := in.Take(0, tagOctetString); ok {
		s.Value = m.in.Octets(&value)
	}
	return s
}

// identifier reads IssuerAndSerialNumber or [0] SubjectKeyIdentifier.
func (m *Message) identifier(in *cert.Elements, id *Identifier) {
	if key, ok := in.Take(2, 0); ok {
		id.KeyID = m.in.Octets(&key)
		return
	}
	if e, ok := in.Take(0, tagSequence); ok {
		m.issuerAndSerial(&e, id)
	}
}

func (m *Message) issuerAndSerial(e *cert.Element, id *Identifier) {
	in := m.in.Within(e)
	issuer, ok := in.Take(0, tagSequence)
	if !ok {
		return
	}
	if serial, ok := in.Take(0, tagInteger); ok {
		id.Issuer, id.SerialNumber = m.in.Of(&issuer), m.in.Content(&serial)
	}
}

// attributes reads the signed attributes that this package knows; of one that
// is there twice the first counts.
func (s *Signer) attributes() {
	all := cert.ElementsIn(s.SignedAttributes, cert.Span{Length: len(s.SignedAttributes)})
	set, _ := all.Next()
	for each := all.Within(&set); ; {
		e, ok := each.Take(0, tagSequence)
		if !ok {
			return
		}
		in := all.Within(&e)
		id, ok := in.Take(0, tagOID)
		values, ok2 := in.Take(0, tagSet)
		if !ok || !ok2 {
			continue
		}
		in = all.Within(&values)
		if value, ok := in.Next(); ok {
			s.attribute(cert.DecodeOID(all.Content(&id)), &all, &value)
		}
	}
}

func (s *Signer) attribute(id cert.OID, in *cert.Elements, value *cert.Element) {
	switch {
	case id == oidContentTypeAttribute && s.ContentType == "":
		s.ContentType = cert.DecodeOID(in.Content(value))
	case id == oidMessageDigest && s.MessageDigest == nil:
		s.MessageDigest = in.Octets(value)
	case id == oidSigningTime && s.SigningTime.Tag == 0:
		s.SigningTime = cert.ParseTime(in.Of(value))
	case id == oidCapabilitiesAttribute && s.Capabilities == nil:
		s.Capabilities = cert.ParseCapabilities(in.Of(value))
	}
}
