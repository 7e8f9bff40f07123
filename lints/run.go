package lints

import (
	"errors"
	"strings"
	"time"

	"sealglass/cert"
)

// Run judges the subject by each of the rules and says what became of every
// one. A rule that does not concern the subject, is not in force or cannot run
// says why in its outcome. The order is that of rules.
//
// Which rules are in force is asked for s.AsOf, or where that is zero for
// notBefore (thisUpdate of a CRL or an OCSP response). A rule that comes into
// force after s.Now runs as well; what it finds is a notice.
func Run(s *Subject, rules []Rule) Result {
	e := engine{subject: s, day: day(s.asOf()), today: day(s.Now)}
	e.result.Outcomes = make([]RuleOutcome, 0, len(rules))
	for i := range rules {
		e.run(&rules[i])
		if s.Pause != nil {
			s.Pause()
		}
	}
	return e.result
}

// engine is one run over a subject.
type engine struct {
	subject *Subject
	// day is the day whose rules apply; today bounds what is coming.
	day, today Date
	result     Result
}

// run brings one rule to its outcome.
func (e *engine) run(r *Rule) {
	if why := e.foreign(r); why != "" {
		e.outcome(r, NotApplicable, why)
		return
	}
	coming := false
	switch {
	case r.Until != "" && e.day >= r.Until:
		e.outcome(r, NotInForce, "in force until "+string(r.Until))
		return
	case r.From != "" && e.day < r.From:
		if e.today == "" || r.From <= e.today {
			e.outcome(r, NotInForce, "in force from "+string(r.From))
			return
		}
		coming = true
	}
	if r.NeedsIssuer && e.subject.Issuer == nil {
		e.outcome(r, NotApplicable, "issuer not supplied")
		return
	}
	if f := e.unreadable(r.Parts); f != nil && coming {
		e.outcome(r, NotInForce, "in force from "+string(r.From))
		return
	} else if f != nil {
		e.broken(r, f.Reason, Place{Path: f.Path, Span: f.Span, Got: f.Reason})
		return
	}
	applies, places, err := e.check(r)
	switch {
	case err != nil:
		e.broken(r, err.Error())
	case !applies:
		e.outcome(r, NotApplicable, "what it judges does not occur here")
	case coming:
		if len(places) > 0 {
			e.finding(r, places, true)
		}
		e.outcome(r, NotInForce, "in force from "+string(r.From))
	case len(places) > 0:
		e.finding(r, places, false)
		e.outcome(r, Failed, "")
	default:
		e.outcome(r, Passed, "")
	}
}

// foreign says in words why the rule is about something else than the subject,
// or nothing when it is about the subject.
func (e *engine) foreign(r *Rule) string {
	s := e.subject
	switch {
	case r.Kind != s.kind():
		return "about another kind of input"
	case r.Kind != CertificateKind:
		if r.Source == SBR && s.elsewhere() {
			return "about lists and answers for email certificates"
		}
		return ""
	case !r.concernsRole(s.Role):
		return "about another role"
	case r.Profiles != 0 && r.Profiles&s.Profile == 0:
		return "about another profile"
	case r.Generations != 0 && r.Generations&s.Generation == 0:
		return "about another generation"
	}
	return ""
}

// concernsRole says whether the rule judges certificates of that role.
func (r *Rule) concernsRole(role Role) bool {
	roles := r.Roles
	if roles == 0 {
		roles = Subscriber
	}
	return roles&role != 0 || r.Anywhere && role&(OtherRole|OCSPResponder) != 0
}

// unreadable finds the fault that keeps one of the parts from being read.
func (e *engine) unreadable(parts []Part) *cert.Fault {
	for _, part := range parts {
		var f *cert.Fault
		switch s := e.subject; {
		case s.CRL != nil:
			f = s.CRL.Unreadable(string(part))
		case s.OCSP != nil:
			f = s.OCSP.Unreadable(string(part))
		case part == PartExtensions:
			f = s.Cert.Unreadable(extensionList)
		default:
			f = s.Cert.Unreadable(string(part))
		}
		if f != nil {
			return f
		}
	}
	return nil
}

// extensionList is the list of extensions without their values: a broken value
// does not keep anyone from seeing which extensions there are.
const extensionList = "ext:"

// touches says whether one path is the other or lies below it.
func touches(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(b, a)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// check runs the rule's own functions. A panic in them is that rule's error and
// nobody else's.
func (e *engine) check(r *Rule) (applies bool, places []Place, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = errors.New("the check itself failed: " + panicText(v))
		}
	}()
	if r.When != nil && !r.When(e.subject) {
		return false, nil, nil
	}
	return true, r.Check(e.subject), nil
}

// panicText is what a recovered value says of itself.
func panicText(v any) string {
	switch v := v.(type) {
	case error:
		return v.Error()
	case string:
		return v
	}
	return "unknown cause"
}

func (e *engine) outcome(r *Rule, o Outcome, reason string) {
	e.result.Outcomes = append(e.result.Outcomes, RuleOutcome{Rule: r.ID, Outcome: o, Reason: reason})
}

// broken reports a rule that could not run. Nothing is known to be wrong then,
// so it weighs no more than an information.
func (e *engine) broken(r *Rule, reason string, at ...Place) {
	e.outcome(r, CouldNotRun, reason)
	f := r.finding(at)
	f.Status, f.Severity = Broken, Info
	e.result.Findings = append(e.result.Findings, f)
}

func (e *engine) finding(r *Rule, at []Place, coming bool) {
	f := r.finding(at)
	if coming {
		f.Coming = true
		if f.Severity != Info {
			f.Severity = Notice
		}
	}
	e.result.Findings = append(e.result.Findings, f)
}

// finding is the rule's finding at the places.
func (r *Rule) finding(at []Place) Finding {
	return Finding{
		Rule: r.ID, Requirements: r.Requirements, Source: r.Source, Section: r.Section,
		Severity: r.Severity, Status: Fail,
		Title: r.Title, Explanation: r.Explanation, Remedy: r.Remedy, Quote: r.Quote,
		From: r.From, Until: r.Until, At: at,
	}
}

// day is the date of t in UTC, empty for the zero time.
func day(t time.Time) Date {
	if t.IsZero() {
		return ""
	}
	return Date(cert.DateOnly(t))
}

// kind says what the subject is.
func (s *Subject) kind() Kind {
	switch {
	case s.CRL != nil:
		return CRLKind
	case s.OCSP != nil:
		return OCSPKind
	}
	return CertificateKind
}

// elsewhere says whether a list or an OCSP response is known to belong to
// certificates that the SBR do not speak of: by the one it covers, else by the
// purposes of its issuer.
func (s *Subject) elsewhere() bool {
	for _, c := range [...]*cert.Certificate{s.Covered, s.Issuer} {
		if c == nil {
			continue
		}
		switch Classify(c, Override{}).Role {
		case OtherRole:
			return true
		case OCSPResponder: // its issuer decides
		default:
			return false
		}
	}
	return false
}

// asOf is the time whose rules apply: as asked, else that of issuance, else,
// where that cannot be read, now.
func (s *Subject) asOf() time.Time {
	if !s.AsOf.IsZero() {
		return s.AsOf
	}
	issued := cert.Time{}
	switch {
	case s.CRL != nil:
		issued = s.CRL.ThisUpdate
	case s.OCSP != nil:
		if len(s.OCSP.Responses) > 0 {
			issued = s.OCSP.Responses[0].ThisUpdate
		}
	default:
		issued = s.Cert.Validity.NotBefore
	}
	if issued.OK {
		return issued.Time
	}
	return s.Now
}
