// Package revocation says what a revocation list (RFC 5280 5 and 6.3) or an OCSP
// response (RFC 6960) says of a certificate, when both are at hand. It asks
// nobody: where no list was supplied nothing is known.
//
// A list that is not signed by the right key, or that does not cover the
// certificate, says nothing; a [Status] then tells why. Nothing is said to be
// good: at most that it did not stand in a list of some day.
package revocation

import (
	"time"

	"sealglass/cert"
	"sealglass/inspect"
)

// State is what is known of a certificate from one list or response.
type State = inspect.RevocationState

// The states, in short.
const (
	notRevoked = inspect.NotRevoked
	revoked    = inspect.RevokedForGood
	onHold     = inspect.RevokedOnHold
	unknownAll = inspect.RevocationUnknown // Reason tells why
)

// Reason is why a list or a response says nothing, or less than it might.
type Reason string

// The reasons for Unknown.
const (
	IssuerMissing     Reason = "issuer-not-supplied"
	SignatureWrong    Reason = "signature-wrong"
	AlgorithmUnknown  Reason = "algorithm-not-checked"
	SignerUnknown     Reason = "signer-not-known" // signed by somebody whom the issuer is not seen to have asked
	SignerNotAllowed  Reason = "signer-not-allowed"
	OtherCertificates Reason = "other-certificates" // it covers other kinds, or another part of them
	OnlyChanges       Reason = "only-changes"       // a delta list
	CriticalUnknown   Reason = "critical-unknown"   // it has a critical extension that is not known here
	Unreadable        Reason = "unreadable"
	NotBegun          Reason = "not-begun" // its thisUpdate lies ahead
	NoAnswer          Reason = "no-answer" // the responder did not answer (responseStatus)
	UnknownThere      Reason = "unknown-there"
)

// The reasons that stand beside another state.
const (
	Outdated    Reason = "outdated"     // its nextUpdate is over
	SomeReasons Reason = "some-reasons" // it names revocations for some reasons only
)

// Status is what one list or response says of a certificate.
type Status struct {
	State  State
	Reason Reason // empty where nothing is to be added
	// Since is when the certificate was revoked; Cause the CRLReason (RFC 5280
	// 5.3.1), -1 when none is given.
	Since time.Time
	Cause int
	// ThisUpdate and NextUpdate are of the list or response; NextUpdate is zero
	// when absent.
	ThisUpdate, NextUpdate time.Time
}

// Question is which certificate is asked about, with what is known around it.
type Question struct {
	Subject *cert.Certificate
	// Issuer is the certificate whose key signed Subject; nil when it is not at hand.
	Issuer *cert.Certificate
	// Beside are the certificates at hand, among which the signer of an indirect
	// list may be.
	Beside []*cert.Certificate
	// At is the time for which is asked.
	At time.Time
}

func unknown(why Reason) Status { return Status{State: unknownAll, Reason: why, Cause: noCause} }

// noCause is a Cause that is not given.
const noCause = -1

// dated adds the times of the list, and what follows from them.
func (s Status) dated(thisUpdate, nextUpdate *cert.Time, at time.Time) Status {
	s.ThisUpdate, s.NextUpdate = thisUpdate.Time, nextUpdate.Time
	switch {
	case s.State == unknownAll:
	case !thisUpdate.OK:
		s.State, s.Reason = unknownAll, Unreadable
	case thisUpdate.Time.After(at):
		s.State, s.Reason = unknownAll, NotBegun
	case nextUpdate.OK && nextUpdate.Time.Before(at):
		s.Reason = Outdated
	}
	return s
}

// The reasons of an entry that are no revocation for good (RFC 5280 5.3.1).
const (
	certificateHold = 6
	removeFromCRL   = 8
)

// revokedFor is the state that a revocation with this cause gives.
func revokedFor(cause int, since *cert.Time) Status {
	s := Status{State: revoked, Cause: cause, Since: since.Time}
	if cause == certificateHold {
		s.State = onHold
	}
	return s
}
