package lints

import (
	"bytes"
	"strconv"
	"time"

	"sealglass/cert"
)

// crlRules are those about revocation lists (SBR 4.9.7, 7.2.2). They are dated
// by thisUpdate; those about one entry look at entries from the SBR's start on.
var crlRules = []Rule{
	{
		ID:           "crl-over-ten-days",
		Requirements: []string{"SBR-4.9.7-1"},
		Source:       SBR, Section: "4.9.7", Severity: Error, From: sbrStart, Kind: CRLKind,
		Title:       "Revocation list for certificates of people holds over ten days",
		Explanation: "Mail programs keep a list until it ends. A list that holds longer than ten days hides a revocation for as long.",
		Remedy:      crlRemedy,
		Quote:       "the value of the nextUpdate field SHALL NOT be more than ten days beyond the value of the thisUpdate field",
		When:        func(s *Subject) bool { return crlFor(s) == forSubscribers },
		Check:       func(s *Subject) []Place { return crlLongerThan(s, tenDays) },
	},
	{
		ID:           "crl-over-twelve-months",
		Requirements: []string{"SBR-4.9.7-2"},
		Source:       SBR, Section: "4.9.7", Severity: Error, From: sbrStart, Kind: CRLKind,
		Title:       "Revocation list holds over twelve months",
		Explanation: "Mail programs keep a list until it ends. No list may hold longer than twelve months, whatever it covers.",
		Remedy:      crlRemedy,
		Quote:       "The value of the nextUpdate field SHALL NOT be more than twelve months beyond the value of the thisUpdate field.",
		When:        func(s *Subject) bool { return crlFor(s) != forSubscribers },
		Check:       crlOverTwelveMonths,
	},
	{
		ID:           "crl-over-ten-days-unknown",
		Requirements: []string{"SBR-4.9.7-1"},
		Source:       SBR, Section: "4.9.7", Severity: Notice, From: sbrStart, Kind: CRLKind,
		Title:       "Revocation list holds over ten days: whom does it cover?",
		Explanation: "A list for certificates of people may hold at most ten days, one for CAs twelve months. The list itself does not say which it is.",
		Remedy:      "Drop a certificate that the list covers together with it, and the answer is certain.",
		Quote:       "For the status of Subscriber Certificates: … SHALL NOT be more than ten days beyond the value of the thisUpdate field",
		When:        func(s *Subject) bool { return crlFor(s) == forUnknown },
		Check: func(s *Subject) []Place {
			if crlOverTwelveMonths(s) != nil {
				return nil
			}
			return crlLongerThan(s, tenDays)
		},
	},
	{
		ID:           "crl-signature-algorithm",
		Requirements: []string{"SBR-7.2.2-7"},
		Source:       SBR, Section: "7.1.3.2", Severity: Error, From: sbrStart, Kind: CRLKind,
		Title:       "Revocation list is signed with an algorithm that is not permitted",
		Explanation: "The list's signature uses an algorithm, or a form of it, that is not on the closed list. Mail programs may be unable to check the list.",
		Remedy:      crlRemedy,
		Quote:       "All objects signed by a CA Private Key SHALL conform to these requirements on the use of the AlgorithmIdentifier",
		Parts:       []Part{PartSignature, PartListSignature},
		Check: func(s *Subject) []Place {
			l := s.CRL
			inner := objectSignature(l.Raw, l.ThisUpdate, signatureField{string(PartListSignature), &l.TBSSignature})
			return append(inner, objectSignature(l.Raw, l.ThisUpdate, signatureField{string(PartSignature), &l.SignatureAlgorithm})...)
		},
	},
	{
		ID:           "crl-reason-critical",
		Requirements: []string{"SBR-7.2.2-1"},
		Source:       SBR, Section: "7.2.2", Severity: Error, From: sbrStart, Kind: CRLKind,
		Title:       "Reason of a revocation is marked critical",
		Explanation: "A program that does not know reasons would have to reject the whole list.",
		Remedy:      crlRemedy,
		Quote:       "If present, the reasonCode (OID 2.5.29.21) extension SHALL NOT be marked critical.",
		Check: func(s *Subject) []Place {
			return entries(s, func(r *cert.RevokedCertificate) string {
				if r.ReasonExt == nil || !r.ReasonExt.Critical {
					return ""
				}
				return "reasonCode is critical"
			})
		},
	},
	{
		ID:           "crl-reason-unspecified",
		Requirements: []string{"SBR-7.2.2-5"},
		Source:       SBR, Section: "7.2.2", Severity: Error, From: sbrStart, Kind: CRLKind,
		Title:       "Revocation gives the reason 'unspecified'",
		Explanation: "Where no reason is known, none is written: 'unspecified' says nothing and some programs stumble over it.",
		Remedy:      crlRemedy,
		Quote:       "The CRLReason indicated SHALL NOT be unspecified (0).",
		Check: func(s *Subject) []Place {
			return entries(s, func(r *cert.RevokedCertificate) string {
				if r.Reason != 0 {
					return ""
				}
				return "unspecified (0)"
			})
		},
	},
	{
		ID:           "crl-ca-reason-missing",
		Requirements: []string{"SBR-7.2.2-2"},
		Source:       SBR, Section: "7.2.2", Severity: Error, From: sbrStart, Kind: CRLKind,
		Title:       "Revocation of a CA gives no reason",
		Explanation: "When a CA is revoked people have to know whether its key was stolen or it was merely closed.",
		Remedy:      crlRemedy,
		Quote:       "If a CRL entry is for a Root CA or Subordinate CA Certificate, including Cross Certificates, this CRL entry extension SHALL be present.",
		When:        coversCA,
		Check: func(s *Subject) []Place {
			return coveredEntry(s, func(r *cert.RevokedCertificate) string {
				if r.ReasonExt != nil || r.Broken {
					return ""
				}
				return "no reasonCode"
			})
		},
	},
	{
		ID:           "crl-ca-on-hold",
		Requirements: []string{"SBR-7.2.2-3"},
		Source:       SBR, Section: "7.2.2", Severity: Error, From: sbrStart, Kind: CRLKind,
		Title:       "A CA is only put on hold",
		Explanation: "A CA is revoked for good or not at all; a hold could be lifted again, with everything below it.",
		Remedy:      crlRemedy,
		Quote:       "The CRLreason of certificateHold (6) SHALL NOT be used for Root CA or Subordinate CA Certificates.",
		When:        coversCA,
		Check:       onHold,
	},
	{
		ID:           "crl-strict-on-hold",
		Requirements: []string{"SBR-7.2.2-6"},
		Source:       SBR, Section: "7.2.2", Severity: Error, From: sbrStart, Kind: CRLKind,
		Title:       "A certificate of the Strict generation is only put on hold",
		Explanation: "Certificates of the Strict generation are revoked for good or not at all.",
		Remedy:      crlRemedy,
		Quote:       "The Repository SHALL NOT include CRL entries that have a CRLreason of certificateHold (6) for … the Strict Generation.",
		When: func(s *Subject) bool {
			return s.Covered != nil && Classify(s.Covered, Override{}).Generation == Strict
		},
		Check: onHold,
	},
	{
		ID:           "crl-reason-missing",
		Requirements: []string{"SBR-7.2.2-4"},
		Source:       SBR, Section: "7.2.2", Severity: Notice, From: sbrStart, Kind: CRLKind,
		Title:       "Revocations without a reason",
		Explanation: "The rules recommend a reason for each revocation, and permit to leave it out where none is known.",
		Remedy:      "Nothing to do.",
		Quote:       "this CRL entry extension SHOULD be present, but MAY be omitted",
		When:        func(s *Subject) bool { return !coversCA(s) },
		Check: func(s *Subject) []Place {
			without, first := 0, cert.Span{}
			for i := range s.CRL.Entries {
				if r := &s.CRL.Entries[i]; !r.Broken && r.ReasonExt == nil && sinceStart(r.RevocationDate) {
					if without == 0 {
						first = r.Span
					}
					without++
				}
			}
			if without == 0 {
				return nil
			}
			return at("tbsCertList.revokedCertificates", first,
				strconv.Itoa(without)+" of "+strconv.Itoa(len(s.CRL.Entries))+" entries have no reasonCode")
		},
	},
}

// crlRemedy is who can change a revocation list.
const crlRemedy = "Only the CA that publishes this list can change it: send them this report."

// tenDays is the span of SBR 4.9.7 and 4.9.10, a day being 86,400 seconds.
const tenDays = 10 * 24 * time.Hour

// maxEntryPlaces bounds the places of one finding on a list of many entries.
const maxEntryPlaces = 100

// coverage is whose certificates a list covers.
type coverage uint8

const (
	forUnknown coverage = iota
	forSubscribers
	forCAs
)

// crlFor says whose certificates a list covers: as its issuing distribution
// point says, or a subscriber certificate that was dropped with it shows.
func crlFor(s *Subject) coverage {
	if p := s.CRL.IDP; p != nil {
		switch {
		case p.OnlyCACerts:
			return forCAs
		case p.OnlyUserCerts:
			return forSubscribers
		}
	}
	if s.Covered != nil && Classify(s.Covered, Override{}).Role == Subscriber {
		return forSubscribers
	}
	return forUnknown
}

func crlLongerThan(s *Subject, most time.Duration) []Place {
	this, next := s.CRL.ThisUpdate, s.CRL.NextUpdate
	if !this.OK || !next.OK || next.Time.Sub(this.Time) <= most {
		return nil
	}
	return at("tbsCertList.nextUpdate", next.Span, days(next.Time.Sub(this.Time)))
}

func crlOverTwelveMonths(s *Subject) []Place {
	this, next := s.CRL.ThisUpdate, s.CRL.NextUpdate
	if !this.OK || !next.OK || !next.Time.After(this.Time.AddDate(1, 0, 0)) {
		return nil
	}
	return at("tbsCertList.nextUpdate", next.Span, days(next.Time.Sub(this.Time)))
}

// objectSignature is the fault of an algorithm of a list or an OCSP response
// that SBR 7.1.3.2 did not permit on that day.
func objectSignature(der []byte, signed cert.Time, f signatureField) []Place {
	early := signed.OK && day(signed.Time) < pqcStart
	switch raw := string(f.alg.In(der)); {
	case early && (raw == algMLDSA44 || raw == algMLDSA65 || raw == algMLDSA87):
	case signatureListed([]byte(raw)):
		return nil
	}
	return at(f.path, f.alg.Span, label(f.alg.OID))
}

// days is a span of time for people, in days begun.
func days(d time.Duration) string {
	const day = 24 * time.Hour
	return strconv.FormatInt(int64((d+day-1)/day), 10) + " days"
}

// sinceStart says that an event lies in the time of the SBR (SBR 1.1).
func sinceStart(t cert.Time) bool { return t.OK && !t.Time.Before(startOfSBR) }

// startOfSBR is when the day sbrStart begins: it is compared with each of the many
// dates of a list.
var startOfSBR = time.Date(2023, time.September, 1, 0, 0, 0, 0, time.UTC)

// entries returns a place for each entry since the SBR's start that was read
// whole and in which fault finds something.
func entries(s *Subject, fault func(*cert.RevokedCertificate) string) []Place {
	var places []Place
	for i := range s.CRL.Entries {
		r := &s.CRL.Entries[i]
		if r.Broken || len(places) == maxEntryPlaces || !sinceStart(r.RevocationDate) {
			continue
		}
		if got := fault(r); got != "" {
			places = append(places, Place{
				Path: "tbsCertList.revokedCertificates[" + strconv.Itoa(i) + "]", Span: r.Span, Got: got,
			})
		}
	}
	return places
}

// coveredEntry is entries for the one entry of the certificate at hand.
func coveredEntry(s *Subject, fault func(*cert.RevokedCertificate) string) []Place {
	return entries(s, func(r *cert.RevokedCertificate) string {
		if s.Covered == nil || !bytes.Equal(r.SerialNumber.Bytes, s.Covered.SerialNumber.Bytes) {
			return ""
		}
		return fault(r)
	})
}

func onHold(s *Subject) []Place {
	return coveredEntry(s, func(r *cert.RevokedCertificate) string {
		if r.Reason != reasonHold {
			return ""
		}
		return "certificateHold (6)"
	})
}

// reasonHold is certificateHold (RFC 5280 5.3.1).
const reasonHold = 6

// coversCA says that the certificate at hand is that of a CA.
func coversCA(s *Subject) bool { return s.Covered != nil && isCA(s.Covered) }
