package lints

import (
	"bytes"
	"strconv"
	"time"

	"sealglass/cert"
)

// ocspRules are those about OCSP responses and who signs them (SBR 4.9.9,
// 4.9.10, 7.3). They are dated by thisUpdate.
var ocspRules = []Rule{
	{
		ID:           "ocsp-not-basic",
		Requirements: []string{"SBR-4.9.9-4"},
		Source:       SBR, Section: "4.9.9", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP response is of an unknown kind",
		Explanation: "Mail programs read the basic kind of RFC 6960 only. They cannot tell from this answer whether the certificate is revoked.",
		Remedy:      ocspRemedy,
		Quote:       "OCSP responses SHALL conform to RFC 6960 and/or RFC 5019",
		Parts:       []Part{"responseBytes"},
		When:        func(s *Subject) bool { return s.OCSP.Status == 0 },
		Check: func(s *Subject) []Place {
			if s.OCSP.ResponseType == cert.OIDOCSPBasic {
				return nil
			}
			return at("responseBytes.responseType", cert.Span{Length: len(s.OCSP.Raw)}, label(s.OCSP.ResponseType))
		},
	},
	{
		ID:           "ocsp-responder-purpose-missing",
		Requirements: []string{"SBR-4.9.9-1"},
		Source:       SBR, Section: "4.9.9", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP responder's certificate is not meant for OCSP",
		Explanation: "The answer was signed for the CA by somebody whose certificate does not allow that. Mail programs reject the answer.",
		Remedy:      ocspRemedy,
		Quote:       "the OCSP signing Certificate SHALL contain the ocspSigning EKU (1.3.6.1.5.5.7.3.9)",
		When:        func(s *Subject) bool { return s.Responder != nil && responderReadable(s, cert.OIDExtKeyUsage) },
		Check: func(s *Subject) []Place {
			if s.Responder.ExtKeyUsage.Has(cert.OIDOCSPSigning) {
				return nil
			}
			return atResponder(s, "the responder's certificate lacks OCSPSigning")
		},
	},
	{
		ID:           "ocsp-responder-nocheck-missing",
		Requirements: []string{"SBR-4.9.9-2"},
		Source:       SBR, Section: "4.9.9", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP responder's certificate does not say 'no check'",
		Explanation: "Without this mark a program would have to ask whether the responder's own certificate is revoked, and nobody can tell whom to ask.",
		Remedy:      ocspRemedy,
		Quote:       "the OCSP signing Certificate SHALL contain the ocspSigning EKU … and an extension of type id-pkix-ocsp-nocheck",
		When:        func(s *Subject) bool { return s.Responder != nil },
		Check: func(s *Subject) []Place {
			if s.Responder.Extension(cert.OIDOCSPNoCheck) != nil {
				return nil
			}
			return atResponder(s, "the responder's certificate lacks ocspNoCheck")
		},
	},
	{
		ID:           "ocsp-responder-of-other-ca",
		Requirements: []string{"SBR-4.9.9-3"},
		Source:       SBR, Section: "4.9.9", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP responder was appointed by another CA",
		Explanation: "Only the CA that issued a certificate may say who answers for it. Mail programs reject an answer from anybody else.",
		Remedy:      ocspRemedy,
		Quote:       "OCSP responses SHALL either: … Be signed by an OCSP Responder whose Certificate is signed by the CA that issued the Certificate whose revocation status is being checked.",
		NeedsIssuer: true,
		When:        func(s *Subject) bool { return s.Responder != nil },
		Check: func(s *Subject) []Place {
			if s.Responder.Issuer.Equal(&s.Issuer.Subject) {
				return nil
			}
			return atResponder(s, "the responder's certificate names another issuer")
		},
	},
	{
		ID:           "ocsp-signer-key-usage",
		Requirements: []string{"SBR-7.1.2.1-b-4", "SBR-7.1.2.2-e-4"},
		Source:       SBR, Section: "7.1.2.1(b), 7.1.2.2(e)", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "CA signs OCSP responses with a key that may not",
		Explanation: "The CA signed this answer itself, but its certificate does not allow its key to sign anything except certificates and lists.",
		Remedy:      caRemedy,
		Quote:       "If the Subordinate CA Private Key is used for signing OCSP responses, then the digitalSignature bit SHALL be set.",
		NeedsIssuer: true,
		When: func(s *Subject) bool {
			return s.Responder == nil && s.Issuer.KeyUsage != nil && sinceStart(s.Issuer.Validity.NotBefore)
		},
		Check: func(s *Subject) []Place {
			if s.Issuer.KeyUsage.Usage&cert.DigitalSignature != 0 {
				return nil
			}
			return at("tbsResponseData.responderID", s.OCSP.ResponderSpan, "the CA's keyUsage lacks digitalSignature")
		},
	},
	{
		ID: "ocsp-signature-algorithm",
		Requirements: []string{
			"SBR-7.1.3.2-other", "SBR-7.1.3.1-sha1-1",
		},
		Source: SBR, Section: "7.1.3.2", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP response is signed with an algorithm that is not permitted",
		Explanation: "The CA signed this answer with an algorithm, or a form of it, that is not on the closed list. Mail programs may be unable to check it.",
		Remedy:      ocspRemedy,
		Quote:       "All objects signed by a CA Private Key SHALL conform to these requirements on the use of the AlgorithmIdentifier",
		NeedsIssuer: true,
		Parts:       []Part{PartSignature},
		// A delegated responder signs with its own key, not with a CA's.
		When: func(s *Subject) bool { return s.Responder == nil && len(s.OCSP.Responses) > 0 },
		Check: func(s *Subject) []Place {
			return objectSignature(s.OCSP.Raw, s.OCSP.Responses[0].ThisUpdate, signatureField{string(PartSignature), &s.OCSP.SignatureAlgorithm})
		},
	},
	{
		ID:           "ocsp-under-eight-hours",
		Requirements: []string{"SBR-4.9.10-1"},
		Source:       SBR, Section: "4.9.10", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP response holds for less than eight hours",
		Explanation: "An answer that ends so soon has often ended before a mail is read.",
		Remedy:      ocspRemedy,
		Quote:       "OCSP responses SHALL have a validity interval greater than or equal to eight hours",
		When:        aboutSubscriber,
		Check: func(s *Subject) []Place {
			// The interval is inclusive: thisUpdate and nextUpdate both belong to it.
			return intervals(s, func(d time.Duration) bool { return d+time.Second < 8*time.Hour })
		},
	},
	{
		ID:           "ocsp-over-ten-days",
		Requirements: []string{"SBR-4.9.10-2"},
		Source:       SBR, Section: "4.9.10", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP response holds for more than ten days",
		Explanation: "An answer that holds so long hides a revocation for as long.",
		Remedy:      ocspRemedy,
		Quote:       "OCSP responses SHALL have a validity interval less than or equal to ten days",
		When:        aboutSubscriber,
		Check: func(s *Subject) []Place {
			return intervals(s, func(d time.Duration) bool { return d > tenDays })
		},
	},
	{
		ID:           "ocsp-exactly-ten-days",
		Requirements: []string{"SBR-4.9.10-2"},
		Source:       SBR, Section: "4.9.10", Severity: Notice, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP response holds for ten days to the second",
		Explanation: "Counted with both ends, as the rule says, it is one second too long; counted as most do, it is not.",
		Remedy:      "The CA can leave a second out and end the question.",
		Quote:       "the difference in time between the thisUpdate and nextUpdate field, inclusive",
		When:        aboutSubscriber,
		Check: func(s *Subject) []Place {
			return intervals(s, func(d time.Duration) bool { return d == tenDays })
		},
	},
	{
		ID:           "ocsp-next-update-missing",
		Requirements: []string{"SBR-4.9.10-3"},
		Source:       SBR, Section: "4.9.10", Severity: Notice, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP response does not say how long it holds",
		Explanation: "Without an end the interval of eight hours to ten days that the rules ask for does not exist. The rules do not say so in these words.",
		Remedy:      ocspRemedy,
		Quote:       "The validity interval of an OCSP response is the difference in time between the thisUpdate and nextUpdate field",
		When:        aboutSubscriber,
		Check: func(s *Subject) []Place {
			return singles(s, func(r *cert.SingleResponse) string {
				if r.NextUpdate.Length > 0 || r.Broken {
					return ""
				}
				return "nextUpdate is absent"
			})
		},
	},
	{
		ID:           "ocsp-ca-reason-missing",
		Requirements: []string{"SBR-7.3-1"},
		Source:       SBR, Section: "7.3", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP response about a revoked CA gives no reason",
		Explanation: "When a CA is revoked people have to know whether its key was stolen or it was merely closed.",
		Remedy:      ocspRemedy,
		Quote:       "the revocationReason field within the RevokedInfo of the CertStatus SHALL be present",
		When:        coversCA,
		Check: func(s *Subject) []Place {
			return coveredSingle(s, func(r *cert.SingleResponse) string {
				if r.Status != ocspRevoked || r.Reason >= 0 || r.Broken {
					return ""
				}
				return "revoked, no reason"
			})
		},
	},
	{
		ID:           "ocsp-reason-unspecified",
		Requirements: []string{"SBR-7.3-2"},
		Source:       SBR, Section: "7.3, 7.2.2", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP response gives the reason 'unspecified'",
		Explanation: "Where no reason is known, none is written: 'unspecified' says nothing.",
		Remedy:      ocspRemedy,
		Quote:       "The CRLReason indicated SHALL contain a value permitted for CRLs, as specified in Section 7.2.2.",
		Check: func(s *Subject) []Place {
			return singles(s, func(r *cert.SingleResponse) string {
				if r.Status != ocspRevoked || r.Reason != 0 || !sinceStart(r.RevocationTime) {
					return ""
				}
				return "unspecified (0)"
			})
		},
	},
	{
		ID:           "ocsp-hold-not-permitted",
		Requirements: []string{"SBR-7.3-2"},
		Source:       SBR, Section: "7.3, 7.2.2", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP response puts a CA or a Strict certificate on hold",
		Explanation: "CAs and certificates of the Strict generation are revoked for good or not at all.",
		Remedy:      ocspRemedy,
		Quote:       "The CRLReason indicated SHALL contain a value permitted for CRLs, as specified in Section 7.2.2.",
		When: func(s *Subject) bool {
			return s.Covered != nil && (isCA(s.Covered) || Classify(s.Covered, Override{}).Generation == Strict)
		},
		Check: func(s *Subject) []Place {
			return coveredSingle(s, func(r *cert.SingleResponse) string {
				// RFC 6960 2.2 answers so for a serial number that was never issued,
				// with the time 1970-01-01: that is no hold of a certificate.
				if r.Status != ocspRevoked || r.Reason != reasonHold || !sinceStart(r.RevocationTime) {
					return ""
				}
				return "certificateHold (6)"
			})
		},
	},
	{
		ID:           "ocsp-reason-code-extension",
		Requirements: []string{"SBR-7.3.2-1"},
		Source:       SBR, Section: "7.3.2", Severity: Error, From: sbrStart, Kind: OCSPKind,
		Title:       "OCSP response carries the reason in a list's extension",
		Explanation: "The reason has its own field in an OCSP response. In the extension meant for lists, programs do not look for it.",
		Remedy:      ocspRemedy,
		Quote:       "The singleExtensions of an OCSP response SHALL NOT contain the reasonCode (OID 2.5.29.21) CRL entry extension.",
		Check: func(s *Subject) []Place {
			return singles(s, func(r *cert.SingleResponse) string {
				for i := range r.Extensions {
					if r.Extensions[i].OID == cert.OIDReasonCode {
						return "reasonCode in singleExtensions"
					}
				}
				return ""
			})
		},
	},
}

// ocspRemedy is who can change an OCSP response.
const ocspRemedy = "Only the CA that runs this OCSP service can change it: send them this report."

// ocspRevoked is the context tag of RevokedInfo (RFC 6960 4.2.1).
const ocspRevoked = 1

// atResponder is a fault of the responder's certificate: where it stands in the
// response, else where the responder is named.
func atResponder(s *Subject, got string) []Place {
	for _, span := range s.OCSP.Certificates {
		if bytes.Equal(span.In(s.OCSP.Raw), s.Responder.Raw) {
			return at("certs", span, got)
		}
	}
	return at("tbsResponseData.responderID", s.OCSP.ResponderSpan, got)
}

func aboutSubscriber(s *Subject) bool {
	return s.Covered != nil && Classify(s.Covered, Override{}).Role == Subscriber
}

// responderReadable says that the extension of the responder's certificate is
// absent, or was read.
func responderReadable(s *Subject, oid cert.OID) bool {
	e := s.Responder.Extension(oid)
	return e == nil || e.Fault == nil
}

// singles returns a place for each single response that was read whole and in
// which fault finds something.
func singles(s *Subject, fault func(*cert.SingleResponse) string) []Place {
	var places []Place
	for i := range s.OCSP.Responses {
		r := &s.OCSP.Responses[i]
		if r.Broken || len(places) == maxEntryPlaces {
			continue
		}
		if got := fault(r); got != "" {
			places = append(places, Place{Path: "tbsResponseData.responses[" + strconv.Itoa(i) + "]", Span: r.Span, Got: got})
		}
	}
	return places
}

// coveredSingle is singles for the certificate at hand.
func coveredSingle(s *Subject, fault func(*cert.SingleResponse) string) []Place {
	return singles(s, func(r *cert.SingleResponse) string {
		if s.Covered == nil || !bytes.Equal(r.SerialNumber.Bytes, s.Covered.SerialNumber.Bytes) {
			return ""
		}
		return fault(r)
	})
}

// intervals returns a place for each response about the certificate at hand
// whose interval is bad.
func intervals(s *Subject, bad func(time.Duration) bool) []Place {
	return coveredSingle(s, func(r *cert.SingleResponse) string {
		if !r.ThisUpdate.OK || !r.NextUpdate.OK {
			return ""
		}
		d := r.NextUpdate.Time.Sub(r.ThisUpdate.Time)
		if !bad(d) {
			return ""
		}
		return strconv.FormatInt(int64(d/time.Second), 10) + " seconds"
	})
}
