package gen

import (
	"crypto"
	"slices"

	"sealglass/cert"
)

// The content types of messages (RFC 5652 4 to 6, RFC 3274 1.1).
const (
	CMSData           cert.OID = "1.2.840.113549.1.7.1"
	CMSSignedData     cert.OID = "1.2.840.113549.1.7.2"
	CMSEnvelopedData  cert.OID = "1.2.840.113549.1.7.3"
	CMSCompressedData cert.OID = "1.2.840.113549.1.9.16.1.9"
)

// SignedData describes a signed message, or a mere list of certificates (RFC
// 5652 5.1).
type SignedData struct {
	Certificates [][]byte // whole CertificateChoices, in order
	Signers      [][]byte // whole SignerInfos, see [Signer]
	ContentType  cert.OID // data where it is empty
	Content      []byte   // nil: the signature is detached
	RawContent   []byte   // in place of the OCTET STRING of the content, when not nil
	Digest       cert.OID // of the signers; SHA-256 where it is empty
	// BER writes all with indefinite lengths, and the content in segments of 1000 bytes.
	BER bool
}

// Encode is the whole ContentInfo.
func (d *SignedData) Encode() []byte { return d.wrap(CMSSignedData, d.Body()) }

// Body is the SignedData within the ContentInfo.
func (d *SignedData) Body() []byte {
	contentType := d.ContentType
	if contentType == "" {
		contentType = CMSData
	}
	encapsulated := [][]byte{OID(contentType)}
	switch {
	case d.RawContent != nil:
		encapsulated = append(encapsulated, d.tlv(0xa0, d.RawContent))
	case d.Content != nil:
		encapsulated = append(encapsulated, d.tlv(0xa0, d.octets(d.Content)))
	}
	digest := d.Digest
	if digest == "" {
		digest = cert.OIDSHA256
	}
	parts := [][]byte{Integer(1), Set(AlgorithmID(digest)), d.tlv(SequenceTag, encapsulated...)}
	if d.Certificates != nil {
		parts = append(parts, d.tlv(0xa0, d.Certificates...))
	}
	return d.tlv(SequenceTag, append(parts, d.tlv(SetTag, d.Signers...))...)
}

func (d *SignedData) wrap(contentType cert.OID, body []byte) []byte {
	return d.tlv(SequenceTag, OID(contentType), d.tlv(0xa0, body))
}

func (d *SignedData) tlv(identifier byte, parts ...[]byte) []byte {
	if d.BER {
		return IndefiniteTLV(identifier, parts...)
	}
	return TLV(identifier, parts...)
}

func (d *SignedData) octets(content []byte) []byte {
	if !d.BER {
		return OctetString(content)
	}
	return Segmented(content, 1000)
}

// Segmented is an OCTET STRING of indefinite length in segments of n bytes.
func Segmented(content []byte, n int) []byte {
	var segments [][]byte
	for segment := range slices.Chunk(content, n) {
		segments = append(segments, OctetString(segment))
	}
	return IndefiniteTLV(OctetStringTag|0x20, segments...)
}

// ContentInfo is a message of this type around its body (RFC 5652 3).
func ContentInfo(contentType cert.OID, body []byte) []byte {
	return Sequence(OID(contentType), Context(0, body))
}

// Signer describes a SignerInfo (RFC 5652 5.3).
type Signer struct {
	Key *Key
	ID  []byte // of the certificate: [IssuerAndSerial] or [KeyIdentifier]
	// Digest is SHA-256 where it is empty; Algorithm is that of the signature, the
	// key's own where it is nil.
	Digest    cert.OID
	Algorithm []byte
	// Content is what is signed.
	Content     []byte
	ContentType cert.OID // data where it is empty
	// Bare leaves the signed attributes out: the signature covers the content.
	Bare bool
	// SigningTime and Attributes stand among the signed attributes; nil leaves
	// them out.
	SigningTime []byte
	Attributes  [][]byte
	// BERAttributes writes the signed attributes with indefinite lengths.
	BERAttributes bool
	// Signature is the signature itself, in place of the key's, when not nil.
	Signature []byte
}

var digests = map[cert.OID]crypto.Hash{
	cert.OIDMD5: crypto.MD5, cert.OIDSHA1: crypto.SHA1, cert.OIDSHA224: crypto.SHA224, cert.OIDSHA256: crypto.SHA256,
	cert.OIDSHA384: crypto.SHA384, cert.OIDSHA512: crypto.SHA512,
}

// Encode is the SignerInfo.
func (s *Signer) Encode() []byte {
	digest := s.Digest
	if digest == "" {
		digest = cert.OIDSHA256
	}
	algorithm := s.Algorithm
	if algorithm == nil {
		algorithm = s.Key.Algorithm
	}
	parts := [][]byte{Integer(1), s.ID, AlgorithmID(digest)}
	covered := s.Content
	if !s.Bare {
		attributes := s.attributes(digest)
		covered = SetOf(attributes...)
		wrapped := Context(0, Content(covered))
		if s.BERAttributes {
			for i, a := range attributes {
				attributes[i] = IndefiniteTLV(SequenceTag, Content(a))
			}
			wrapped = IndefiniteTLV(0xa0, attributes...)
		}
		parts = append(parts, wrapped)
	}
	signature := s.Signature
	if signature == nil {
		signature = s.Key.sign(algorithm, covered)
	}
	return Sequence(append(parts, algorithm, OctetString(signature))...)
}

func (s *Signer) attributes(digest cert.OID) [][]byte {
	contentType := s.ContentType
	if contentType == "" {
		contentType = CMSData
	}
	h := digests[digest].New()
	h.Write(s.Content)
	all := [][]byte{
		CMSAttribute("1.2.840.113549.1.9.3", OID(contentType)),
		CMSAttribute("1.2.840.113549.1.9.4", OctetString(h.Sum(nil))),
	}
	if s.SigningTime != nil {
		all = append(all, CMSAttribute("1.2.840.113549.1.9.5", s.SigningTime))
	}
	return append(all, s.Attributes...)
}

// CMSAttribute is an Attribute of CMS or PKCS #12 with these values.
func CMSAttribute(id cert.OID, values ...[]byte) []byte { return Sequence(OID(id), SetOf(values...)) }

// Capabilities is the attribute SMIMECapabilities (RFC 8551 2.5.2).
func Capabilities(algorithms ...[]byte) []byte {
	return CMSAttribute("1.2.840.113549.1.9.15", Sequence(algorithms...))
}

// IssuerAndSerial names a certificate by its issuer and serial number.
func IssuerAndSerial(c *Cert) []byte { return Sequence(c.Issuer.Encode(), c.Serial) }

// KeyIdentifier names a certificate by its subjectKeyIdentifier, as a signer or
// a recipient has it.
func KeyIdentifier(k *Key) []byte { return ContextPrimitive(0, k.ID()) }

// EnvelopedData is an encrypted message for these recipients (RFC 5652 6.1),
// whose content is no ciphertext of anything.
func EnvelopedData(recipients ...[]byte) []byte {
	return ContentInfo(CMSEnvelopedData, Sequence(
		Integer(0), Set(recipients...), EncryptedContent("2.16.840.1.101.3.4.1.42", stream("ciphertext", 64))))
}

// EncryptedContent is an EncryptedContentInfo (RFC 5652 6.1).
func EncryptedContent(algorithm cert.OID, octets []byte) []byte {
	return Sequence(OID(CMSData), AlgorithmID(algorithm, OctetString(stream("iv", 16))), ContextPrimitive(0, octets))
}

// KeyTransport is a recipient to whose RSA key the content's key is encrypted.
func KeyTransport(id []byte) []byte {
	return Sequence(Integer(0), id, AlgorithmID(cert.OIDRSAEncryption, Null()), OctetString(stream("encrypted key", 256)))
}

// KeyAgreement are recipients with whose EC keys a key is agreed on; each id is
// an [IssuerAndSerial] or a [RecipientKeyIdentifier].
func KeyAgreement(ids ...[]byte) []byte {
	var keys [][]byte
	for _, id := range ids {
		keys = append(keys, Sequence(id, OctetString(stream("wrapped key", 40))))
	}
	point := P256("ephemeral").point
	return Context(1,
		Integer(3),
		Context(0, Context(1, AlgorithmID(cert.OIDECPublicKey), BitString(0, point))),
		AlgorithmID("1.3.132.1.11.1", AlgorithmID("2.16.840.1.101.3.4.1.45")), // dhSinglePass-stdDH-sha256kdf, aes256-wrap
		Sequence(keys...))
}

// RecipientKeyIdentifier names a recipient of [KeyAgreement] by its key identifier.
func RecipientKeyIdentifier(k *Key) []byte { return Context(0, OctetString(k.ID())) }
