package lints

import (
	"time"

	"sealglass/cert"
)

// Subject is what rules judge, with what is known around it.
type Subject struct {
	Cert *cert.Certificate  // of CertificateKind
	CRL  *cert.CRL          // of CRLKind
	OCSP *cert.OCSPResponse // of OCSPKind

	// Pause is called between two rules, where it is not nil.
	Pause func()

	Role        Role
	Profile     Profile
	Generation  Generation
	ProfileFrom ProfileFrom

	// Issuer is the certificate whose key signed Cert, CRL or OCSP, verified by
	// signature; nil when it was not supplied.
	Issuer *cert.Certificate
	// For an OCSP response it is the CA that issued the certificate asked about,
	// also where a delegated Responder signed.
	// IssuerIsKnownRoot says that Issuer's key is that of a root in the embedded list.
	IssuerIsKnownRoot bool
	// CrossCertificate says that Cert shares its subject and its public key with
	// a root, known or supplied (SBR 7.1.2.2 g).
	CrossCertificate bool
	// Leaf is, when Cert is a CA, a subscriber certificate that it issued, if one was supplied.
	Leaf *cert.Certificate
	// Covered is, for a CRL or OCSP response, the certificate it was dropped with.
	Covered *cert.Certificate
	// Responder is the delegated certificate that signed OCSP; nil when the issuer itself did.
	Responder *cert.Certificate

	// Beside are the certificates at hand, in no order: a chain, or many of one
	// issuer. None of them needs to have to do with Cert, which may be among them.
	Beside []*cert.Certificate

	// AsOf is the day whose rules apply (default: notBefore). Now is today.
	AsOf, Now time.Time

	mailboxes *mailboxes // see sanMailboxes
}

// ProfileFrom says how profile and generation were found.
type ProfileFrom string

// The ways to a profile.
const (
	FromPolicy   ProfileFrom = "policy"   // exactly one reserved policy OID (SBR 7.1.6.1)
	FromOverride ProfileFrom = "override" // the person chose
	FromGuess    ProfileFrom = "guess"    // none or several reserved OIDs
)
