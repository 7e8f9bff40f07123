package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"sealglass/cert"
	"sealglass/cms"
)

// MessageReport is what a signed or an encrypted message shows: a mail, or the
// signature or the encrypted part of one.
type MessageReport struct {
	// Subject, From, Sender and Date are those of a mail, as text; empty where
	// there is no mail around the signature.
	Subject, From, Sender, Date string
	Signatures                  []SignatureReport
	// Recipients are those for whom the message was encrypted, and Encryption
	// the algorithm of its content, empty where it was not.
	Recipients []RecipientReport
	Encryption string
}

// SignatureReport is one signature of a message.
type SignatureReport struct {
	// Certificate is the SHA-256 of the signer's certificate, in lower-case
	// hexadecimal; empty where it is not among those of the input.
	Certificate string
	Signer      Reference
	Algorithm   string // "RSA with SHA-256"
	Result      SignatureResult
	// Reason says by a code why the signature was not checked.
	Reason string
	// SigningTime is what the signer's clock said, as RFC 3339; empty when it is
	// not told.
	SigningTime string
	// Address says whether the signer's certificate holds the address that the
	// mail comes from.
	Address AddressMatch
	// Capabilities are the algorithms that the signer's program can read, in the
	// order of preference.
	Capabilities []string
}

// SignatureResult is what the check of a signature came to.
type SignatureResult string

// The results. None of them says anything about who the signer is.
const (
	SignatureHolds SignatureResult = "holds"   // content and signature fit each other
	ContentAltered SignatureResult = "altered" // the content is not the one that was signed
	// SignatureWrong: the content is the one that the signature speaks of, but
	// the certificate's key did not make the signature.
	SignatureWrong      SignatureResult = "wrong"
	SignatureNotChecked SignatureResult = "not-checked"
)

// Why a signature was not checked.
const (
	ReasonContentMissing     = "content-missing"     // a detached signature alone
	ReasonCertificateMissing = "certificate-missing" // the signer's is not here
	ReasonAlgorithm          = "algorithm"           // one that this program does not check
	ReasonUnreadable         = "unreadable"          // the signature does not decode
	ReasonLater              = "later"               // only the heavy program checks
)

// AddressMatch compares the mail with the signer's certificate.
type AddressMatch string

// The outcomes of the comparison.
const (
	AddressFrom    AddressMatch = "from"    // every From address stands in the certificate
	AddressSender  AddressMatch = "sender"  // not From, but Sender (RFC 5322 3.6.2)
	AddressNone    AddressMatch = "none"    // neither
	AddressUnknown AddressMatch = "unknown" // there is no mail around the signature, or no certificate
)

// RecipientReport is one for whom a message was encrypted.
type RecipientReport struct {
	Kind      cms.RecipientKind
	Recipient Reference
	Algorithm string // of the encryption of the content's key
}

// Reference names a certificate from afar: by issuer and serial number, or by
// its key identifier.
type Reference struct {
	Issuer       string // the name in one line
	SerialNumber string // hexadecimal
	KeyID        string // hexadecimal
}

// KeyReport is a private key of a container. The key itself is not part of any
// report.
type KeyReport struct {
	Key string // "RSA 2048"; empty where that is not known
	// Compared says that its public half is known, and Certificate is the SHA-256
	// of the certificate that has the same; empty where none here has.
	Compared    bool
	Certificate string
}

// Fingerprint is the SHA-256 of a certificate in lower-case hexadecimal.
func Fingerprint(der []byte) string {
	sum := sha256.Sum256(der)
	return hex.EncodeToString(sum[:])
}

// DescribeSignature reports on a signature that has not been checked, and finds
// its certificate among these; nil when it is not here.
func DescribeSignature(s *cms.Signer, among []*cert.Certificate) (SignatureReport, *cert.Certificate) {
	report := SignatureReport{
		Signer:    reference(&s.ID),
		Algorithm: signatureName(&s.Signature, &s.Digest),
		Result:    SignatureNotChecked,
		Address:   AddressUnknown,
	}
	if s.SigningTime.OK {
		report.SigningTime = rfc3339(s.SigningTime)
	}
	for i := range s.Capabilities {
		report.Capabilities = append(report.Capabilities, nameOr(s.Capabilities[i].OID))
	}
	for _, c := range among {
		if s.ID.Fits(c) {
			report.Certificate = Fingerprint(c.Raw)
			return report, c
		}
	}
	report.Reason = ReasonCertificateMissing
	return report, nil
}

// DescribeRecipients adds those for whom a message was encrypted.
func (r *MessageReport) DescribeRecipients(m *cms.Message) {
	for i := range m.Recipients {
		recipient := &m.Recipients[i]
		r.Recipients = append(r.Recipients, RecipientReport{
			Kind:      recipient.Kind,
			Recipient: reference(&recipient.ID),
			Algorithm: nameOr(recipient.KeyEncryption.OID),
		})
	}
	if m.Encrypted() {
		r.Encryption = nameOr(m.Algorithm.OID)
	}
}

func reference(id *cms.Identifier) Reference {
	return Reference{
		Issuer:       nameText(cert.ParseName(id.Issuer)),
		SerialNumber: hex.EncodeToString(id.SerialNumber),
		KeyID:        hex.EncodeToString(id.KeyID),
	}
}

// signatureName names the algorithm of a signature for people. Some programs name
// only the key's algorithm, so the hash comes from the digest.
func signatureName(signature, digest *cert.AlgorithmIdentifier) string {
	hash := hashName(digest.OID)
	switch oid := signature.OID; oid {
	case cert.OIDRSAEncryption, cert.OIDSHA1WithRSA, cert.OIDSHA224WithRSA, cert.OIDSHA256WithRSA, cert.OIDSHA384WithRSA,
		cert.OIDSHA512WithRSA, cert.OIDMD5WithRSA, cert.OIDSHA1WithRSAOIW:
		return "RSA with " + hash
	case cert.OIDRSASSAPSS:
		return "RSA-PSS with " + hash
	case cert.OIDECPublicKey, cert.OIDECDSAWithSHA1, cert.OIDECDSAWithSHA224, cert.OIDECDSAWithSHA256,
		cert.OIDECDSAWithSHA384, cert.OIDECDSAWithSHA512:
		return "ECDSA with " + hash
	case cert.OIDDSA, cert.OIDDSAWithSHA1, cert.OIDDSAWithSHA224, cert.OIDDSAWithSHA256:
		return "DSA with " + hash
	case cert.OIDEd25519:
		return "Ed25519"
	case cert.OIDEd448:
		return "Ed448"
	default:
		return nameOr(oid)
	}
}

// hashName writes a hash function as its standard does: "SHA-256", "SHA3-256".
func hashName(oid cert.OID) string {
	switch oid {
	case cert.OIDMD5:
		return "MD5"
	case cert.OIDSHA1:
		return "SHA-1"
	case cert.OIDSHA224:
		return "SHA-224"
	case cert.OIDSHA256:
		return "SHA-256"
	case cert.OIDSHA384:
		return "SHA-384"
	case cert.OIDSHA512:
		return "SHA-512"
	}
	return strings.ToUpper(nameOr(oid))
}
