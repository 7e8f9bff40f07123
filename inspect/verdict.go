package inspect

import (
	"bytes"
	"time"

	"sealglass/cert"
	"sealglass/lints"
)

// The reasons of a verdict, each the cause and not a symptom of it. The first
// that applies is given, in this order.
const (
	// NotEmail: the certificate is for something else.
	CACertificate     = "ca-certificate"
	TLSCertificate    = "tls-certificate"     // serverAuth
	CodeSigning       = "code-signing"        // codeSigning
	TimestampSigner   = "timestamping"        // timeStamping
	OCSPSigner        = "ocsp-responder"      // OCSPSigning
	DocumentSigning   = "document-signing"    // documentSigning, Microsoft's and Adobe's too
	ClientCertificate = "client-certificate"  // clientAuth, smart card logon
	NoEmailProtection = "no-email-protection" // other purposes only
	NoPurpose         = "no-purpose"          // neither extKeyUsage nor a mailbox

	// Unknown: a part that decides could not be read.
	TooLargeToCheck = "too-large-to-check" // more than cert.MaxCertificate bytes
	Unreadable      = "unreadable"
	UnknownKey      = "unknown-key" // an algorithm that is not known here

	// Trouble: mail programs refuse it, or warn.
	Revoked           = "revoked" // by a list that was supplied
	OnHold            = "on-hold" // revoked until further notice
	Expired           = "expired"
	NotYetInForce     = "not-yet-in-force"
	UnusableKey       = "unusable-key"       // the key does not decode, or is no key
	WeakKey           = "weak-key"           // RSA below 2048 bits
	WeakSignature     = "weak-signature"     // signed with MD2, MD4, MD5 or SHA-1
	CriticalExtension = "critical-extension" // a critical extension that is not known
	NoMailbox         = "no-mailbox"         // for mail, but without an address
	NoUse             = "no-use"             // may neither sign nor be encrypted to
	SelfSigned        = "self-signed"        // nobody but its owner vouches for it

	// Remarks and Ready.
	IssuerErrors  = "issuer-errors"  // rules that the issuer did not follow
	ProgramErrors = "program-errors" // only rules of the makers of mail programs
	NothingFound  = "nothing-found"
)

// Reasons lists every reason of a verdict.
var Reasons = [...]string{
	CACertificate, TLSCertificate, CodeSigning, TimestampSigner, OCSPSigner, DocumentSigning, ClientCertificate,
	NoEmailProtection, NoPurpose, TooLargeToCheck, Unreadable, UnknownKey, Revoked, OnHold, Expired, NotYetInForce, UnusableKey,
	WeakKey, WeakSignature, CriticalExtension, NoMailbox, NoUse, SelfSigned, IssuerErrors, ProgramErrors, NothingFound,
}

// minRSABits is the smallest RSA modulus that is permitted, in bits (SBR 6.1.5).
// Gmail refuses shorter ones too; some mail programs take them, none has to.
const minRSABits = 2048

// conclude answers in one of the five states, with the reason.
func conclude(c *cert.Certificate, s *Summary, findings []lints.Finding, now time.Time) (Verdict, string) {
	if len(c.Raw) > cert.MaxCertificate {
		return Unknown, TooLargeToCheck
	}
	if reason := otherPurpose(c, s); reason != "" {
		return NotEmail, reason
	}
	if undecided(c) {
		return Unknown, Unreadable
	}
	if reason := refusal(c, s, now); reason != "" {
		return Trouble, reason
	}
	if c.PublicKey.Type == cert.UnknownKey {
		return Unknown, UnknownKey
	}
	switch issuer, program := Broken(findings); {
	case issuer > 0:
		return Remarks, IssuerErrors
	case program > 0:
		return Remarks, ProgramErrors
	}
	return Ready, NothingFound
}

// Broken counts the broken rules among findings: those that bind every issuer
// (the SBR, RFC 5280; the second opinion's count as well), and those that the
// makers of mail programs add.
func Broken(findings []lints.Finding) (issuer, program int) {
	for i := range findings {
		f := &findings[i]
		if f.Severity != lints.Error || f.Status != lints.Fail {
			continue
		}
		switch f.Source {
		case lints.SBR, lints.RFC5280, lints.ZLint:
			issuer++
		default:
			program++
		}
	}
	return issuer, program
}

// purposes pairs a purpose with the reason that it gives, the most telling first.
var purposes = [...]struct {
	oid    cert.OID
	reason string
}{
	{cert.OIDServerAuth, TLSCertificate},
	{cert.OIDCodeSigning, CodeSigning},
	{cert.OIDTimeStamping, TimestampSigner},
	{cert.OIDOCSPSigning, OCSPSigner},
	{cert.OIDDocumentSigning, DocumentSigning},
	{cert.OIDMSDocumentSigning, DocumentSigning},
	{cert.OIDAdobeAuthenticDocumentsTrust, DocumentSigning},
	{cert.OIDClientAuth, ClientCertificate},
	{cert.OIDMSSmartcardLogon, ClientCertificate},
}

// otherPurpose says what else than mail the certificate is for, or nothing.
func otherPurpose(c *cert.Certificate, s *Summary) string {
	if isIssuer(c) {
		return CACertificate
	}
	if c.Unreadable(partExtKeyUsage) != nil {
		return ""
	}
	if c.ExtKeyUsage == nil {
		if len(s.Mailboxes) == 0 && !anyUnreadable(c, partSubjectAltName, "tbsCertificate.subject") {
			return NoPurpose
		}
		return ""
	}
	if permitsMail(c) {
		return ""
	}
	for _, p := range purposes {
		if c.ExtKeyUsage.Has(p.oid) {
			return p.reason
		}
	}
	return NoEmailProtection
}

// undecided says whether a part that the answer depends on could not be read.
func undecided(c *cert.Certificate) bool {
	return anyUnreadable(c, "tbsCertificate.validity", partExtensionList, "signatureAlgorithm",
		partExtKeyUsage, partKeyUsage, partSubjectAltName, partBasicConstraints) ||
		!c.PublicKey.Present || !c.Validity.NotBefore.OK || !c.Validity.NotAfter.OK
}

// refusal says why mail programs would refuse the certificate, or nothing.
func refusal(c *cert.Certificate, s *Summary, now time.Time) string {
	switch k := &c.PublicKey; {
	case now.After(c.Validity.NotAfter.Time):
		return Expired
	case now.Before(c.Validity.NotBefore.Time):
		return NotYetInForce
	case k.Type != cert.UnknownKey && k.Fault != "":
		return UnusableKey
	case (k.Type == cert.RSAKey || k.Type == cert.RSAPSSKey) && k.Size < minRSABits:
		return WeakKey
	case hasWeakSignature(&c.SignatureAlgorithm):
		return WeakSignature
	case hasUnknownCritical(c):
		return CriticalExtension
	case len(s.Mailboxes) == 0:
		return NoMailbox
	case s.CanSign.State == No && s.CanEncrypt.State == No:
		return NoUse
	case isSelfSigned(c):
		return SelfSigned
	}
	return ""
}

func hasUnknownCritical(c *cert.Certificate) bool {
	for i := range c.Extensions {
		if e := &c.Extensions[i]; e.Critical && !e.Known {
			return true
		}
	}
	return false
}

// isSelfSigned says whether the certificate names itself as its issuer and its
// key identifiers do not say otherwise.
func isSelfSigned(c *cert.Certificate) bool {
	if !c.Issuer.Present || !bytes.Equal(c.Issuer.In(c.Raw), c.Subject.In(c.Raw)) {
		return false
	}
	if c.AuthorityKeyID == nil || c.AuthorityKeyID.KeyID == nil || c.SubjectKeyID == nil {
		return true
	}
	return bytes.Equal(c.AuthorityKeyID.KeyID, c.SubjectKeyID.KeyID)
}

// The paths under which extensions that decide are asked for.
const (
	partExtensionList    = "ext:" // which extensions there are, whatever they hold
	partExtKeyUsage      = "ext:" + string(cert.OIDExtKeyUsage)
	partKeyUsage         = "ext:" + string(cert.OIDKeyUsage)
	partSubjectAltName   = "ext:" + string(cert.OIDSubjectAltName)
	partBasicConstraints = "ext:" + string(cert.OIDBasicConstraints)
)

func anyUnreadable(c *cert.Certificate, parts ...string) bool {
	for _, part := range parts {
		if c.Unreadable(part) != nil {
			return true
		}
	}
	return false
}
