package revocation

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"slices"

	"sealglass/cert"
)

// Answer says what the response says of the certificate, and whether it is about
// it at all (RFC 6960 3.2, 4.2.2.2).
func Answer(o *cert.OCSPResponse, q *Question) (status Status, about bool) {
	if o.Status > 0 {
		return unknown(NoAnswer), false // it names no certificate
	}
	single := q.single(o)
	if single == nil {
		return Status{}, false
	}
	return q.answer(o, single).dated(&single.ThisUpdate, &single.NextUpdate, q.At), true
}

// answer is what the single response says, when it may be believed.
func (q *Question) answer(o *cert.OCSPResponse, single *cert.SingleResponse) Status {
	if single.Broken {
		return unknown(Unreadable)
	}
	if slices.ContainsFunc(append(slices.Clone(o.Extensions), single.Extensions...), func(e cert.Extension) bool { return e.Critical }) {
		return unknown(CriticalUnknown)
	}
	if _, why := q.responder(o); why != "" {
		return unknown(why)
	}
	const goodTag, revokedTag = 0, 1
	switch single.Status {
	case goodTag:
		return Status{State: notRevoked, Cause: noCause}
	case revokedTag:
		return revokedFor(single.Reason, &single.RevocationTime)
	}
	return unknown(UnknownThere)
}

// single finds the response about the certificate: by its serial number and the
// hash of its issuer's name, and of the issuer's key where that is at hand.
func (q *Question) single(o *cert.OCSPResponse) *cert.SingleResponse {
	c := q.Subject
	for i := range o.Responses {
		s := &o.Responses[i]
		sum := hashOf(s.HashAlgorithm.OID)
		if sum == nil || !bytes.Equal(s.SerialNumber.Bytes, c.SerialNumber.Bytes) || !bytes.Equal(s.IssuerNameHash, sum(c.Issuer.In(c.Raw))) {
			continue
		}
		if q.Issuer == nil || bytes.Equal(s.IssuerKeyHash, sum(q.Issuer.PublicKey.Bits.Bytes)) {
			return s
		}
	}
	return nil
}

// hashOf is the hash function of a CertID.
func hashOf(oid cert.OID) func([]byte) []byte {
	switch oid {
	case cert.OIDSHA1:
		return func(b []byte) []byte { h := sha1.Sum(b); return h[:] }
	case cert.OIDSHA256:
		return func(b []byte) []byte { h := sha256.Sum256(b); return h[:] }
	case cert.OIDSHA384:
		return func(b []byte) []byte { h := sha512.Sum384(b); return h[:] }
	case cert.OIDSHA512:
		return func(b []byte) []byte { h := sha512.Sum512(b); return h[:] }
	}
	return nil
}

// maxSigners bounds how many of the certificates that a response brings are read.
const maxSigners = 8

// responder finds who signed the response: the issuer itself, for which the
// certificate is nil, or one whom the issuer asked to (RFC 6960 4.2.2.2); or says
// why it is nobody who may.
func (q *Question) responder(o *cert.OCSPResponse) (*cert.Certificate, Reason) {
	if q.Issuer == nil {
		return nil, IssuerMissing
	}
	signed := o.TBS.In(o.Raw)
	if q.named(o, q.Issuer) {
		return nil, holds(signed, &o.SignatureAlgorithm, &o.Signature, q.Issuer)
	}
	candidates := slices.Clone(q.Beside)
	for _, span := range o.Certificates[:min(len(o.Certificates), maxSigners)] {
		candidates = append(candidates, cert.Parse(span.In(o.Raw)))
	}
	why := SignerUnknown
	for _, c := range candidates {
		if !q.named(o, c) || !c.Issuer.Equal(&q.Issuer.Subject) {
			continue
		}
		if why = q.delegate(c); why != "" {
			continue
		}
		if why = holds(signed, &o.SignatureAlgorithm, &o.Signature, c); why == "" {
			return c, ""
		}
	}
	return nil, why
}

// Responder is the certificate of a delegated responder that signed the
// response; nil when the issuer itself did, or nobody who may.
func (q *Question) Responder(o *cert.OCSPResponse) *cert.Certificate {
	c, why := q.responder(o)
	if why != "" {
		return nil
	}
	return c
}

// named says whether the response names the certificate as its responder.
func (q *Question) named(o *cert.OCSPResponse, c *cert.Certificate) bool {
	if o.ResponderKeyHash != nil {
		sum := sha1.Sum(c.PublicKey.Bits.Bytes)
		return bytes.Equal(o.ResponderKeyHash, sum[:])
	}
	return o.ResponderName.Present && o.ResponderName.Equal(&c.Subject)
}

// delegate says why the certificate is not one whom the issuer asked to answer.
func (q *Question) delegate(c *cert.Certificate) Reason {
	if !c.ExtKeyUsage.Has(cert.OIDOCSPSigning) {
		return SignerNotAllowed
	}
	v := &c.Validity
	if !v.NotBefore.OK || !v.NotAfter.OK || q.At.Before(v.NotBefore.Time) || q.At.After(v.NotAfter.Time) {
		return SignerNotAllowed
	}
	return holds(c.TBS.In(c.Raw), &c.SignatureAlgorithm, &c.Signature, q.Issuer)
}
