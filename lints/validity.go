package lints

import (
	"strconv"
	"time"

	"sealglass/cert"
)

// The longest validity periods of SBR 6.3.2, in seconds. A day is 86,400
// seconds there, and both ends of the period count.
const (
	daySeconds         = 86_400
	maxValidity        = 825 * daySeconds
	maxLegacyValidity  = 1185 * daySeconds
	validityDaysText   = "For the purpose of calculations, a day is measured as 86,400 seconds."
	validityAskForLess = "Ask the issuer for a new certificate with a shorter validity period."
)

var validityRules = []Rule{{
	ID:           "validity-too-long",
	Requirements: []string{"SBR-6.3.2-1", "SBR-6.3.2-4"},
	Source:       SBR, Section: "6.3.2", Severity: Error,
	Title: "The certificate is valid for more than 825 days",
	Explanation: "Long validity keeps a certificate in use after its data or its algorithms have aged. " +
		"Mail providers may refuse a certificate that is valid for longer than permitted.",
	Remedy: validityAskForLess,
	Quote:  "Certificate Maximum Validity Period … Strict and Multipurpose | 825 days … Any amount of time greater than this … SHALL represent an additional day.",
	From:   sbrStart, Generations: Multipurpose | Strict,
	Parts: []Part{PartValidity},
	Check: validityTooLong,
}, {
	ID:           "legacy-validity-too-long",
	Requirements: []string{"SBR-6.3.2-2", "SBR-6.3.2-4"},
	Source:       SBR, Section: "6.3.2", Severity: Error,
	Title: "The certificate is valid for more than 1185 days",
	Explanation: "Long validity keeps a certificate in use after its data or its algorithms have aged. " +
		"No generation of S/MIME certificates may be valid for longer than 1185 days.",
	Remedy: validityAskForLess,
	Quote:  "Certificate Maximum Validity Period … Legacy | 1185 days … Any amount of time greater than this … SHALL represent an additional day.",
	From:   sbrStart, Generations: Legacy | NoGeneration,
	Parts: []Part{PartValidity},
	Check: legacyValidityTooLong,
}, {
	ID:           "validity-maximum",
	Requirements: []string{"SBR-6.3.2-3"},
	Source:       SBR, Section: "6.3.2", Severity: Notice,
	Title: "The certificate is valid for exactly the longest time permitted",
	Explanation: "It is within the limit to the second. Issuers are advised not to use the full time as a habit, " +
		"since a leap second would exceed it.",
	Remedy: "Nothing needs to be done for this certificate.",
	Quote:  "Subscriber Certificates SHOULD NOT be issued for the maximum permissible time by default",
	From:   sbrStart, Generations: Legacy | Multipurpose | Strict,
	Parts: []Part{PartValidity},
	Check: validityMaximum,
}, {
	ID:           "validity-reversed",
	Requirements: []string{"SBR-5280-06"},
	Source:       RFC5280, Section: "RFC 5280 4.1.2.5", Severity: Error,
	Title:       "The certificate ends before it begins",
	Explanation: "There is no moment at which this certificate is valid. No program will accept it.",
	Remedy:      askIssuer,
	Quote:       "The validity period for a certificate is the period of time from notBefore through notAfter, inclusive.",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartValidity},
	Check: validityReversed,
	ZLint: []string{"e_validity_time_not_positive"},
}, {
	ID:           "validity-moment",
	Requirements: []string{"SBR-5280-06"},
	Source:       RFC5280, Section: "RFC 5280 4.1.2.5", Severity: Notice,
	Title:       "The certificate begins and ends at the same second",
	Explanation: "The certificate was valid for one second only. Programs will treat it as expired.",
	Remedy:      askIssuer,
	Quote:       "The validity period for a certificate is the period of time from notBefore through notAfter, inclusive.",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartValidity},
	Check: validityMoment,
}, {
	ID:           "time-format",
	Requirements: []string{"SBR-5280-05"},
	Source:       RFC5280, Section: "RFC 5280 4.1.2.5", Severity: Error,
	Title: "A date is not written as RFC 5280 demands",
	Explanation: "Dates through 2049 are UTCTime and later ones GeneralizedTime, with seconds, in UTC, without fractions. " +
		"Programs that expect this form refuse another, or read another date.",
	Remedy: askIssuer,
	Quote:  "MUST always encode certificate validity dates through the year 2049 as UTCTime; certificate validity dates in 2050 or later MUST be encoded as GeneralizedTime",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Check: timeFormat,
	ZLint: []string{
		"e_utc_time_does_not_include_seconds", "e_utc_time_not_in_zulu",
		"e_generalized_time_does_not_include_seconds", "e_generalized_time_includes_fraction_seconds",
		"e_generalized_time_not_in_zulu", "e_wrong_time_format_pre2050",
	},
}}

// validitySeconds is the length of the validity period in seconds, both ends
// included (SBR 1.6.1, Validity Period). ok is false where a date is unreadable.
func validitySeconds(c *cert.Certificate) (n int64, ok bool) {
	v := c.Validity
	if !v.NotBefore.OK || !v.NotAfter.OK {
		return 0, false
	}
	d := v.NotAfter.Time.Unix() - v.NotBefore.Time.Unix()
	if v.NotAfter.Time.Nanosecond() > v.NotBefore.Time.Nanosecond() {
		d++
	}
	return d + 1, true
}

func validityTooLong(s *Subject) []Place       { return longerThan(s, maxValidity) }
func legacyValidityTooLong(s *Subject) []Place { return longerThan(s, maxLegacyValidity) }

func longerThan(s *Subject, limit int64) []Place {
	n, ok := validitySeconds(s.Cert)
	if !ok || n <= limit {
		return nil
	}
	days := strconv.FormatInt((n+daySeconds-1)/daySeconds, 10) + " days"
	if over := n - limit; over < daySeconds {
		days += " (" + strconv.FormatInt(over, 10) + " s too long)"
	}
	return atValidity(s, days)
}

// timesReadable says whether both ends of the validity can be read.
func timesReadable(s *Subject) bool {
	return s.Cert.Validity.NotBefore.OK && s.Cert.Validity.NotAfter.OK
}

// runsBeyond is the check whether the certificate runs longer than these years
// and months of the calendar.
func runsBeyond(years, months int) func(*Subject) []Place {
	return func(s *Subject) []Place {
		v := s.Cert.Validity
		if !v.NotAfter.Time.After(v.NotBefore.Time.AddDate(years, months, 0)) {
			return nil
		}
		n, _ := validitySeconds(s.Cert)
		return at(string(PartValidity)+".notAfter", v.NotAfter.Span, strconv.FormatInt((n+daySeconds-1)/daySeconds, 10)+" days")
	}
}

func validityMaximum(s *Subject) []Place {
	limit := int64(maxValidity)
	if s.Generation == Legacy {
		limit = maxLegacyValidity
	}
	if n, ok := validitySeconds(s.Cert); ok && n == limit {
		return atValidity(s, strconv.FormatInt(limit/daySeconds, 10)+" days to the second")
	}
	return nil
}

func validityReversed(s *Subject) []Place {
	if n, ok := validitySeconds(s.Cert); !ok || n >= 1 {
		return nil
	}
	v := s.Cert.Validity
	return atValidity(s, "from "+timeText(v.NotBefore.Time)+" until "+timeText(v.NotAfter.Time))
}

func validityMoment(s *Subject) []Place {
	if n, ok := validitySeconds(s.Cert); ok && n == 1 {
		return atValidity(s, timeText(s.Cert.Validity.NotAfter.Time))
	}
	return nil
}

func atValidity(s *Subject, got string) []Place {
	return at(string(PartValidity), s.Cert.Validity.Span, got)
}

// timeText is a time for people.
func timeText(t time.Time) string { return cert.DateOnly(t) + " " + cert.TimeOnly(t) + " UTC" }

// timeFormat looks at the two dates of the validity only; other parts with
// times in them have rules of their own.
func timeFormat(s *Subject) []Place {
	var places []Place
	v := s.Cert.Validity
	for _, t := range [...]struct {
		name string
		time *cert.Time
	}{{"notBefore", &v.NotBefore}, {"notAfter", &v.NotAfter}} {
		if t.time.Fault != "" {
			places = append(places, Place{
				Path: string(PartValidity) + "." + t.name, Span: t.time.Span,
				Got: t.time.Text + ": " + t.time.Fault,
			})
		}
	}
	return places
}
