package gen

import (
	"crypto/sha1"

	"sealglass/cert"
)

// OCSPResponse describes an OCSP response (RFC 6960 4.2.1); a part that is nil is
// left out.
type OCSPResponse struct {
	Status int // responseStatus; above 0 usually without the rest
	// ResponseType is the OID of the response; with RawResponse its octets.
	ResponseType cert.OID
	RawResponse  []byte // content of the OCTET STRING, in place of the basic response, when not nil
	NoResponse   bool   // leaves responseBytes out

	Version     []byte // the whole [0]; nil means v1
	ResponderID []byte // the whole [1] or [2]
	ProducedAt  Time
	Responses   []SingleResponse
	Extensions  []Extension

	Algorithm    []byte
	Signer       *Key
	Signature    []byte   // the whole BIT STRING, in place of Signer's, when not nil
	Certificates [][]byte // encoded certificates; none: no [0]
	Trailing     []byte   // after the outer SEQUENCE
}

// SingleResponse is the state of one certificate.
type SingleResponse struct {
	CertID     []byte
	Status     []byte // see [Good], [Revoked], [Unknown]
	ThisUpdate Time
	NextUpdate Time // left out when it is the zero Time
	Extensions []Extension
}

// OCSP is a response by OCSPSigner about a certificate that SubCA issued: good,
// of 2026-10-14 and for four days.
func OCSP(about *Cert) *OCSPResponse {
	return &OCSPResponse{
		ResponseType: cert.OIDOCSPBasic,
		ResponderID:  ByKey(OCSPSignerKey()),
		ProducedAt:   At("2026-10-14 06:00:00"),
		Responses: []SingleResponse{{
			CertID:     CertID(about, SubCAKey()),
			Status:     Good(),
			ThisUpdate: At("2026-10-14 06:00:00"), NextUpdate: At("2026-10-18 06:00:00"),
		}},
		Algorithm: OCSPSignerKey().Algorithm, Signer: OCSPSignerKey(),
		Certificates: [][]byte{OCSPSigner().Encode()},
	}
}

// SignedByCA has the CA with this key sign the response itself.
func (r *OCSPResponse) SignedByCA(key *Key) {
	r.ResponderID, r.Certificates = ByKey(key), nil
	r.Algorithm, r.Signer = key.Algorithm, key
}

// Dated moves the thisUpdate of every single response and leaves the time until
// its nextUpdate as it is.
func (r *OCSPResponse) Dated(thisUpdate Time) {
	r.ProducedAt = thisUpdate
	for i := range r.Responses {
		s := &r.Responses[i]
		if !s.NextUpdate.IsZero() {
			s.NextUpdate.Time = thisUpdate.Add(s.NextUpdate.Sub(s.ThisUpdate.Time))
		}
		s.ThisUpdate = thisUpdate
	}
}

// Encode is the response.
func (r *OCSPResponse) Encode() []byte {
	if r.NoResponse {
		return append(Sequence(Enumerated(r.Status)), r.Trailing...)
	}
	response := r.RawResponse
	if response == nil {
		response = r.basic()
	}
	return append(Sequence(
		Enumerated(r.Status),
		Context(0, Sequence(OID(r.ResponseType), OctetString(response))),
	), r.Trailing...)
}

// basic is the BasicOCSPResponse.
func (r *OCSPResponse) basic() []byte {
	tbs := r.TBS()
	signature := r.Signature
	if signature == nil {
		signature = BitString(0, r.Signer.sign(r.Algorithm, tbs))
	}
	var certificates []byte
	if len(r.Certificates) > 0 {
		certificates = Context(0, Sequence(r.Certificates...))
	}
	return Sequence(tbs, r.Algorithm, signature, certificates)
}

// TBS is the part that is signed.
func (r *OCSPResponse) TBS() []byte {
	parts := make([][]byte, len(r.Responses))
	for i := range r.Responses {
		parts[i] = r.Responses[i].encode()
	}
	var extensions []byte
	if len(r.Extensions) > 0 {
		extensions = Context(1, encodeExtensions(r.Extensions))
	}
	return Sequence(r.Version, r.ResponderID, r.ProducedAt.Generalized(), Sequence(parts...), extensions)
}

func (s *SingleResponse) encode() []byte {
	var next, extensions []byte
	if s.NextUpdate.Raw != nil || !s.NextUpdate.IsZero() {
		next = Context(0, s.NextUpdate.Generalized())
	}
	if len(s.Extensions) > 0 {
		extensions = Context(1, encodeExtensions(s.Extensions))
	}
	return Sequence(s.CertID, s.Status, s.ThisUpdate.Generalized(), next, extensions)
}

// Generalized is the time as a GeneralizedTime whatever its year, as OCSP has it.
func (t Time) Generalized() []byte {
	if t.Raw != nil {
		return t.Raw
	}
	return Text(GeneralizedTime, t.UTC().Format("20060102150405Z"))
}

// CertID names a certificate that the CA with this key issued, by hashes of
// SHA-1 (RFC 6960 4.1.1).
func CertID(about *Cert, ca *Key) []byte {
	name, key := sha1.Sum(about.Issuer.Encode()), sha1.Sum(ca.point)
	return Sequence(AlgorithmID(cert.OIDSHA1, Null()), OctetString(name[:]), OctetString(key[:]), about.Serial)
}

// ByKey is the responderID by the hash of a key.
func ByKey(k *Key) []byte {
	return Context(2, OctetString(k.ID()))
}

// ByName is the responderID by name.
func ByName(n Name) []byte { return Context(1, n.Encode()) }

// Good is the status good.
func Good() []byte { return ContextPrimitive(0, nil) }

// Unknown is the status unknown.
func Unknown() []byte { return ContextPrimitive(2, nil) }

// NoReason leaves the revocationReason out.
const NoReason = -1

// Revoked is the status revoked with a time and a reason, or [NoReason].
func Revoked(at Time, reason int) []byte {
	if reason == NoReason {
		return Context(1, at.Generalized())
	}
	return Context(1, at.Generalized(), Context(0, Enumerated(reason)))
}
