package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"time"

	"sealglass/cert"
	"sealglass/lints"
)

// RevocationReport is what one revocation list or OCSP response that was supplied
// says of a certificate.
type RevocationReport struct {
	Input string // the name of the input that holds it
	Kind  Kind   // CRL or OCSP
	State RevocationState
	// Reason says by a code why nothing is known, or what else there is to say;
	// the codes are those of package revocation.
	Reason string
	// Since is when it was revoked, as RFC 3339, and Cause the name of the CRLReason
	// (RFC 5280 5.3.1), empty where none is given.
	Since, Cause string
	// ThisUpdate and NextUpdate are the times of the list, as RFC 3339; empty when
	// they are not told.
	ThisUpdate, NextUpdate string
}

// RevocationState is what is known of a certificate from one list.
type RevocationState string

// The states.
const (
	NotRevoked        RevocationState = "not-revoked" // on the day of the list
	RevokedForGood    RevocationState = "revoked"
	RevokedOnHold     RevocationState = "on-hold" // until further notice
	RevocationUnknown RevocationState = "unknown"
)

// RevocationList is a CRL or an OCSP response that lay in an input.
type RevocationList struct {
	Kind Kind
	DER  []byte
	// crl is the list of a CRL where it was read already: a long one takes seconds.
	crl *cert.CRL
}

// ListReport is everything about one revocation list or OCSP response.
type ListReport struct {
	Kind                   Kind
	SHA256                 string // lower-case hex of the whole encoding
	Issuer                 string // the issuer's, or the responder's, name for people; empty where it is not told
	ThisUpdate, NextUpdate string // RFC 3339; empty when they are not told
	Entries                int    // revoked certificates of a list, certificates of a response
	Findings               []lints.Finding
	Checks                 Checks

	// DER is the encoding the offsets count in, Outcomes what became of every
	// rule. They are not part of the JSON.
	DER      []byte
	Outcomes []lints.RuleOutcome
}

// A RevocationChecker says what each of the lists says of the certificates, given
// by their encodings. issuers has for each certificate the index of the one whose
// key signed it, -1 where that is not here.
type RevocationChecker func(lists []RevocationList, certificates [][]byte, issuers []int, at time.Time) []RevocationAnswer

// RevocationAnswer is what one list says.
type RevocationAnswer struct {
	// Issuer is the index of the certificate whose key signed the list, or for
	// whose certificates a response speaks; -1 where none is here. Responder is
	// the certificate of a delegated responder that signed a response.
	Issuer    int
	Responder []byte
	Statuses  []CertificateStatus
}

// CertificateStatus is what a list says of the certificate with this index.
type CertificateStatus struct {
	Certificate            int
	State                  RevocationState
	Reason                 string
	Since                  time.Time
	Cause                  int // CRLReason, -1 where none is given
	ThisUpdate, NextUpdate time.Time
}

// maxLists bounds the revocation lists and responses of one input.
const maxLists = 16

// lists reports on the revocation lists of an input, of which nobody knows yet
// who issued them.
func (r *reader) lists(found []RevocationList) []ListReport {
	var reports []ListReport
	for _, l := range found[:min(len(found), maxLists)] {
		reports = append(reports, r.list(l, lints.Subject{}))
	}
	return reports
}

// list reports on one list; subject holds what is known around it.
func (r *reader) list(l RevocationList, subject lints.Subject) ListReport {
	sum := sha256.Sum256(l.DER)
	report := ListReport{Kind: l.Kind, SHA256: hex.EncodeToString(sum[:]), DER: l.DER, Findings: []lints.Finding{}}
	if l.Kind == CRL {
		c := l.crl
		if c == nil {
			c = cert.ParseCRLInSteps(l.DER, r.pause)
		}
		report.Issuer, report.Entries = displayName(c.Issuer), len(c.Entries)
		report.ThisUpdate, report.NextUpdate = stamp(c.ThisUpdate), stamp(c.NextUpdate)
		subject.CRL = c
	} else {
		o := cert.ParseOCSP(l.DER)
		report.Issuer, report.Entries = displayName(o.ResponderName), len(o.Responses)
		if len(o.Responses) > 0 {
			report.ThisUpdate, report.NextUpdate = stamp(o.Responses[0].ThisUpdate), stamp(o.Responses[0].NextUpdate)
		}
		subject.OCSP = o
	}
	subject.AsOf, subject.Now, subject.Pause = r.asOf, r.now, r.pause
	result := lints.Run(&subject, r.rules)
	report.Findings = append(report.Findings, result.Findings...)
	report.Outcomes, report.Checks = result.Outcomes, count(result.Outcomes)
	return report
}

// stamp writes a time as RFC 3339, nothing where it could not be read.
func stamp(t cert.Time) string {
	if !t.OK {
		return ""
	}
	return stampOf(t.Time)
}

func stampOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return cert.RFC3339(t)
}

// checkRevocation adds to a report what its lists say of its certificates. A list
// that says something of one is no wrong input any more.
func (r *reader) checkRevocation(report *Report, check RevocationChecker) {
	var lists []RevocationList
	var of []*ListReport
	var inputs []*InputReport
	for i := range report.Inputs {
		in := &report.Inputs[i]
		for j := range in.Lists {
			l := &in.Lists[j]
			lists, of, inputs = append(lists, RevocationList{Kind: l.Kind, DER: l.DER}), append(of, l), append(inputs, in)
		}
	}
	sums, ders := certificatesOf(report)
	if check == nil || len(lists) == 0 || len(ders) == 0 {
		return
	}
	answers := check(lists, ders, issuersOf(report, sums), r.now)
	found := map[string][]RevocationReport{}
	for i, a := range answers[:min(len(answers), len(lists))] {
		subject := lints.Subject{Issuer: parsedAt(ders, a.Issuer)}
		if a.Responder != nil {
			subject.Responder = cert.Parse(a.Responder)
		}
		for _, s := range a.Statuses {
			if s.Certificate < 0 || s.Certificate >= len(ders) {
				continue
			}
			if subject.Covered == nil {
				subject.Covered = parsedAt(ders, s.Certificate)
			}
			if inputs[i].Error != nil && inputs[i].Error.Code == string(lists[i].Kind) {
				inputs[i].Error = nil
			}
			sum := sums[s.Certificate]
			found[sum] = append(found[sum], RevocationReport{
				Input: inputs[i].Name, Kind: lists[i].Kind, State: s.State, Reason: s.Reason, Since: stampOf(s.Since), Cause: causeName(s.Cause),
				ThisUpdate: stampOf(s.ThisUpdate), NextUpdate: stampOf(s.NextUpdate),
			})
		}
		*of[i] = r.list(lists[i], subject)
	}
	for i := range report.Inputs {
		for j := range report.Inputs[i].Certificates {
			c := &report.Inputs[i].Certificates[j]
			c.Revocation = found[c.SHA256]
			c.conclude(cert.Parse(c.DER), r.now)
		}
	}
}

// issuersOf has for each certificate the index of its issuer, -1 where that is
// not here.
func issuersOf(report *Report, sums []string) []int {
	issuers := make([]int, len(sums))
	for i := range issuers {
		issuers[i] = -1
	}
	for i := range report.Inputs {
		for j := range report.Inputs[i].Certificates {
			c := &report.Inputs[i].Certificates[j]
			if c.Chain != nil && c.Chain.Issuer != "" {
				issuers[slices.Index(sums, c.SHA256)] = slices.Index(sums, c.Chain.Issuer)
			}
		}
	}
	return issuers
}

// parsedAt is the certificate with that index, nil for -1.
func parsedAt(ders [][]byte, i int) *cert.Certificate {
	if i < 0 || i >= len(ders) {
		return nil
	}
	return cert.Parse(ders[i])
}

// revoked says by the reason of a verdict whether a list says that the
// certificate is revoked.
func (c *CertificateReport) revoked() string {
	reason := ""
	for i := range c.Revocation {
		switch c.Revocation[i].State {
		case RevokedForGood:
			return Revoked
		case RevokedOnHold:
			reason = OnHold
		}
	}
	return reason
}

// conclude answers in one of the five states, with the reason.
func (c *CertificateReport) conclude(parsed *cert.Certificate, now time.Time) {
	c.Verdict, c.Summary.Reason = conclude(parsed, &c.Summary, c.Findings, now)
	if reason := c.revoked(); reason != "" && c.Verdict != NotEmail {
		c.Verdict, c.Summary.Reason = Trouble, reason
	}
}

func (o *object) list(l *ListReport) {
	o.string("kind", string(l.Kind))
	o.string("sha256", l.SHA256)
	o.string("issuer", l.Issuer)
	o.string("thisUpdate", l.ThisUpdate)
	o.string("nextUpdate", l.NextUpdate)
	o.int("entries", l.Entries)
	o.key("findings")
	list(o, l.Findings, (*object).finding)
	o.checks(&l.Checks)
}

func (o *object) revocation(r *RevocationReport) {
	o.string("input", r.Input)
	o.string("kind", string(r.Kind))
	o.string("state", string(r.State))
	o.string("reason", r.Reason)
	o.string("since", r.Since)
	o.string("cause", r.Cause)
	o.string("thisUpdate", r.ThisUpdate)
	o.string("nextUpdate", r.NextUpdate)
}

// causes are the names of CRLReason (RFC 5280 5.3.1), by their numbers.
var causes = [...]string{
	"unspecified", "keyCompromise", "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation",
	"certificateHold", "", "removeFromCRL", "privilegeWithdrawn", "aACompromise",
}

// causeName is the name of a CRLReason, its number where that has none, and empty
// where none is given.
func causeName(cause int) string {
	switch {
	case cause < 0:
		return ""
	case cause < len(causes) && causes[cause] != "":
		return causes[cause]
	}
	return strconv.Itoa(cause)
}
