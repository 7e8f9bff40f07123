package lints

import (
	"errors"
	"slices"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// ruleOn is a rule that finds something wherever it runs.
func ruleOn(edits ...func(*Rule)) Rule {
	r := Rule{
		ID: "made-up", Source: SBR, Severity: Error,
		Check: func(*Subject) []Place { return at("somewhere", cert.Span{Length: 1}, "something") },
	}
	for _, e := range edits {
		e(&r)
	}
	return r
}

// subjectOf is a certificate as a subject of that role, looked at today.
func subjectOf(c func() *gen.Cert, role Role) *Subject {
	return &Subject{
		Cert: parsed(c), Role: role, Profile: NoProfile, Generation: NoGeneration, Now: dayTime(today),
	}
}

// runOne runs one rule and gives its outcome and the finding, if any.
func runOne(t *testing.T, s *Subject, r Rule) (RuleOutcome, *Finding) {
	t.Helper()
	result := Run(s, []Rule{r})
	if len(result.Outcomes) != 1 || result.Outcomes[0].Rule != r.ID || len(result.Findings) > 1 {
		t.Fatalf("one rule gives %+v", result)
	}
	if len(result.Findings) == 0 {
		return result.Outcomes[0], nil
	}
	return result.Outcomes[0], &result.Findings[0]
}

func TestRolesDecideWhichRulesRun(t *testing.T) {
	all := []Role{Subscriber, SubCA, Root, OCSPResponder, OtherRole}
	for name, test := range map[string]struct {
		roles    Role
		anywhere bool
		want     []Role
	}{
		"none named":      {0, false, []Role{Subscriber}},
		"subCA":           {SubCA, false, []Role{SubCA}},
		"any CA":          {AnyCA, false, []Role{SubCA, Root}},
		"any certificate": {AnyCert, false, []Role{Subscriber, SubCA, Root}},
		"anywhere":        {AnyCert, true, all},
		"a CA's anywhere": {AnyCA, true, []Role{SubCA, Root, OCSPResponder, OtherRole}},
		"responder":       {OCSPResponder, false, []Role{OCSPResponder}},
	} {
		for _, role := range all {
			outcome, _ := runOne(t, subjectOf(gen.TLS, role), ruleOn(func(r *Rule) { r.Roles, r.Anywhere = test.roles, test.anywhere }))
			if ran := outcome.Outcome == Failed; ran != slices.Contains(test.want, role) {
				t.Errorf("%s: role %d: outcome %d, %s", name, role, outcome.Outcome, outcome.Reason)
			} else if !ran && (outcome.Outcome != NotApplicable || outcome.Reason != "about another role") {
				t.Errorf("%s: role %d: %+v", name, role, outcome)
			}
		}
	}
}

func TestProfileAndGenerationDecideWhichRulesRun(t *testing.T) {
	s := subjectOf(gen.TLS, Subscriber)
	for _, test := range []struct {
		profile     Profile
		generation  Generation
		profiles    Profile
		generations Generation
		reason      string
	}{
		{Sponsor, Strict, 0, 0, ""},
		{Sponsor, Strict, Sponsor | Individual, Strict | Multipurpose, ""},
		{Sponsor, Strict, Mailbox, Strict, "about another profile"},
		{Sponsor, Strict, Sponsor, Legacy, "about another generation"},
		{NoProfile, NoGeneration, AnyProfile, AnyGeneration, ""},
		{NoProfile, NoGeneration, Mailbox | Organization | Sponsor | Individual, AnyGeneration, "about another profile"},
		{NoProfile, NoGeneration, AnyProfile, Legacy | Multipurpose | Strict, "about another generation"},
	} {
		s.Profile, s.Generation = test.profile, test.generation
		outcome, _ := runOne(t, s, ruleOn(func(r *Rule) { r.Profiles, r.Generations = test.profiles, test.generations }))
		if outcome.Reason != test.reason {
			t.Errorf("%+v: %+v", test, outcome)
		}
	}
}

// A CA's certificate has no profile and no generation, so a rule about both has
// to name neither.
func TestRulesAboutCAsNameNoProfile(t *testing.T) {
	for _, r := range Catalogue() {
		if r.Roles&AnyCA != 0 && (r.Profiles != 0 && r.Profiles&NoProfile == 0 || r.Generations != 0 && r.Generations&NoGeneration == 0) {
			t.Errorf("%s would never run on a CA's certificate", r.ID)
		}
	}
}

func TestDatesDecideWhichRulesRun(t *testing.T) {
	const from, until = Date("2025-03-01"), Date("2025-06-01")
	for name, test := range map[string]struct {
		issued, asOf, now string
		outcome           Outcome
		reason            string
		coming            bool
	}{
		"the second before":         {"2025-02-28 23:59:59", "", "2026-01-01", NotInForce, "in force from 2025-03-01", false},
		"the first second":          {"2025-03-01", "", "2026-01-01", Failed, "", false},
		"the last second":           {"2025-05-31 23:59:59", "", "2026-01-01", Failed, "", false},
		"the second after":          {"2025-06-01", "", "2026-01-01", NotInForce, "in force until 2025-06-01", false},
		"as of a day within":        {"2020-01-01", "2025-04-01", "2026-01-01", Failed, "", false},
		"as of a day before":        {"2025-04-01", "2025-02-28", "2026-01-01", NotInForce, "in force from 2025-03-01", false},
		"as of a day after":         {"2025-04-01", "2025-06-01", "2026-01-01", NotInForce, "in force until 2025-06-01", false},
		"before it comes":           {"2024-01-01", "", "2025-02-28", NotInForce, "in force from 2025-03-01", true},
		"the day it comes":          {"2024-01-01", "", "2025-03-01", NotInForce, "in force from 2025-03-01", false},
		"as of a day after it came": {"2024-01-01", "2025-04-01", "2025-02-28", Failed, "", false},
		"on no known day":           {"2024-01-01", "", "", NotInForce, "in force from 2025-03-01", false},
	} {
		s := subjectOf(based(gen.TLS, dated(test.issued)), Subscriber)
		s.AsOf, s.Now = dayTime(test.asOf), dayTime(test.now)
		outcome, finding := runOne(t, s, ruleOn(func(r *Rule) { r.From, r.Until = from, until }))
		if outcome.Outcome != test.outcome || outcome.Reason != test.reason {
			t.Errorf("%s: %+v", name, outcome)
		}
		if found := finding != nil; found != (test.coming || test.outcome == Failed) || found && finding.Coming != test.coming {
			t.Errorf("%s: %+v", name, finding)
		}
	}
}

func TestNotBeforeThatDoesNotDecodeIsToday(t *testing.T) {
	s := subjectOf(based(gen.TLS, func(c *gen.Cert) { c.NotBefore.Raw = gen.Text(gen.UTCTime, "260230000000Z") }), Subscriber)
	for from, want := range map[Date]Outcome{today: Failed, "2026-10-16": NotInForce} {
		if outcome, _ := runOne(t, s, ruleOn(func(r *Rule) { r.From = from })); outcome.Outcome != want {
			t.Errorf("%s: %+v", from, outcome)
		}
	}
}

func TestComingRuleIsNotice(t *testing.T) {
	s := subjectOf(gen.TLS, Subscriber)
	coming := func(r *Rule) { r.From = "2030-01-01" }
	for severity, want := range map[Severity]Severity{Error: Notice, Warning: Notice, Notice: Notice, Info: Info} {
		_, finding := runOne(t, s, ruleOn(coming, func(r *Rule) { r.Severity = severity }))
		if finding == nil || finding.Severity != want || !finding.Coming || finding.Status != Fail {
			t.Errorf("%s: %+v", severity, finding)
		}
	}
	met := ruleOn(coming, func(r *Rule) { r.Check = func(*Subject) []Place { return nil } })
	if outcome, finding := runOne(t, s, met); finding != nil || outcome.Outcome != NotInForce {
		t.Errorf("a coming rule that is met: %+v, %+v", outcome, finding)
	}
	s = subjectOf(based(gen.TLS, withValue(cert.OIDKeyUsage, gen.Null())), Subscriber)
	unread := ruleOn(coming, func(r *Rule) { r.Parts = []Part{PartKeyUsage} })
	if outcome, finding := runOne(t, s, unread); finding != nil || outcome.Outcome != NotInForce {
		t.Errorf("a coming rule on what is unreadable: %+v, %+v", outcome, finding)
	}
}

func TestUnreadablePartBreaksTheRule(t *testing.T) {
	broken := withValue(cert.OIDKeyUsage, gen.Sequence())
	for name, test := range map[string]struct {
		cert  func() *gen.Cert
		parts []Part
		path  string // of the fault; empty where the rule runs
	}{
		"another part":           {based(gen.TLS, broken), []Part{PartSubject, PartExtKeyUsage}, ""},
		"the part":               {based(gen.TLS, broken), []Part{PartSubject, PartKeyUsage}, "tbsCertificate.extensions.keyUsage"},
		"the list of extensions": {based(gen.TLS, broken), []Part{PartExtensions}, ""},
		"an absent extension":    {based(gen.TLS, without(cert.OIDKeyUsage)), []Part{PartKeyUsage}, ""},
		"an absent one beside one without an OID": {
			based(gen.TLS, func(c *gen.Cert) { c.AddExtension(gen.Extension{Raw: gen.Sequence(gen.Null())}) }),
			[]Part{PartNameConstraints},
			"tbsCertificate.extensions[8]",
		},
		"no list of extensions": {
			based(gen.TLS, func(c *gen.Cert) { c.RawExtensions = gen.Context(3, gen.Null()) }),
			[]Part{PartExtensions},
			"tbsCertificate.extensions",
		},
		"a name": {
			based(gen.TLS, func(c *gen.Cert) { c.Subject.Raw = gen.Null() }), []Part{PartSubject}, "tbsCertificate.subject",
		},
		"a key whose algorithm decodes": {
			based(gen.TLS, rsaOctets(nil)), []Part{partKeyAlgorithm}, "",
		},
	} {
		outcome, finding := runOne(t, subjectOf(test.cert, Subscriber), ruleOn(func(r *Rule) { r.Parts = test.parts }))
		if test.path == "" {
			if outcome.Outcome != Failed {
				t.Errorf("%s: %+v", name, outcome)
			}
			continue
		}
		if outcome.Outcome != CouldNotRun || outcome.Reason == "" {
			t.Errorf("%s: %+v", name, outcome)
		}
		if finding == nil || finding.Status != Broken || finding.Severity != Info || len(finding.At) != 1 ||
			finding.At[0].Path != test.path || finding.At[0].Length == 0 || finding.At[0].Got != outcome.Reason {
			t.Errorf("%s: %+v", name, finding)
		}
	}
}

func TestUnreadablePartOfAList(t *testing.T) {
	s := &Subject{CRL: cert.ParseCRL(revocation(func(l *gen.RevocationList) { l.Algorithm = gen.Null() })().Encode()), Now: dayTime(today)}
	rule := ruleOn(func(r *Rule) { r.Kind, r.Parts = CRLKind, []Part{PartSignature} })
	if outcome, finding := runOne(t, s, rule); outcome.Outcome != CouldNotRun || finding == nil || finding.At[0].Path != "signatureAlgorithm" {
		t.Errorf("%+v, %+v", outcome, finding)
	}
	s = &Subject{OCSP: cert.ParseOCSP(answer(issuedOne, answerAlgorithm(gen.Null()))().Encode()), Now: dayTime(today)}
	rule.Kind = OCSPKind
	if outcome, finding := runOne(t, s, rule); outcome.Outcome != CouldNotRun || finding == nil || finding.At[0].Path != "signatureAlgorithm" {
		t.Errorf("%+v, %+v", outcome, finding)
	}
}

func TestPanicIsThatRulesOwn(t *testing.T) {
	s := subjectOf(gen.TLS, Subscriber)
	for want, value := range map[string]any{"a text": "a text", "an error": errors.New("an error"), "unknown cause": 7} {
		rules := []Rule{
			ruleOn(func(r *Rule) { r.Check = func(*Subject) []Place { panic(value) } }),
			ruleOn(func(r *Rule) { r.When = func(*Subject) bool { panic(value) } }),
			ruleOn(),
		}
		result := Run(s, rules)
		for i, o := range result.Outcomes[:2] {
			if o.Outcome != CouldNotRun || o.Reason != "the check itself failed: "+want {
				t.Errorf("%s, %d: %+v", want, i, o)
			}
			if f := result.Findings[i]; f.Status != Broken || f.Severity != Info {
				t.Errorf("%s, %d: %+v", want, i, f)
			}
		}
		if result.Outcomes[2].Outcome != Failed {
			t.Errorf("the next rule: %+v", result.Outcomes[2])
		}
	}
	index := ruleOn(func(r *Rule) { r.Check = func(s *Subject) []Place { return []Place{{}}[len(s.Cert.Raw):] } })
	if outcome, _ := runOne(t, s, index); outcome.Outcome != CouldNotRun {
		t.Errorf("an index out of range: %+v", outcome)
	}
}

func TestIssuerIsAskedForOnlyWhereNeeded(t *testing.T) {
	s := subjectOf(gen.TLS, Subscriber)
	needs := ruleOn(func(r *Rule) {
		r.NeedsIssuer = true
		r.Check = func(s *Subject) []Place { return at("issuer", s.Issuer.TBS, "there") }
	})
	if outcome, _ := runOne(t, s, needs); outcome.Outcome != NotApplicable || outcome.Reason != "issuer not supplied" {
		t.Errorf("%+v", outcome)
	}
	s.Issuer = parsed(gen.SubCA)
	if outcome, _ := runOne(t, s, needs); outcome.Outcome != Failed {
		t.Errorf("%+v", outcome)
	}
}

func TestPreconditionDecidesWhetherTheRuleRuns(t *testing.T) {
	never := ruleOn(func(r *Rule) { r.When = func(*Subject) bool { return false } })
	if outcome, finding := runOne(t, subjectOf(gen.TLS, Subscriber), never); outcome.Outcome != NotApplicable || finding != nil {
		t.Errorf("%+v, %+v", outcome, finding)
	}
}

func TestFindingCarriesTheRule(t *testing.T) {
	rule := Catalogue()[0]
	rule.Check = func(*Subject) []Place { return []Place{{Path: "a", Got: "1"}, {Path: "b", Got: "2"}} }
	rule.When, rule.Parts, rule.From, rule.Until, rule.Roles, rule.NeedsIssuer = nil, nil, "2020-01-01", "2030-01-01", AnyCert, false
	_, f := runOne(t, subjectOf(gen.SubCA, SubCA), rule)
	if f == nil || f.Rule != rule.ID || f.Source != rule.Source || f.Section != rule.Section || f.Severity != rule.Severity ||
		f.Title != rule.Title || f.Explanation != rule.Explanation || f.Remedy != rule.Remedy || f.Quote != rule.Quote ||
		f.From != rule.From || f.Until != rule.Until || !slices.Equal(f.Requirements, rule.Requirements) || len(f.At) != 2 || f.Status != Fail {
		t.Errorf("%+v", f)
	}
}

func TestOutcomesStandInTheOrderOfTheRules(t *testing.T) {
	rules := Catalogue()
	for name, s := range map[string]*Subject{
		"certificate": subjectOf(gen.TLS, OtherRole),
		"list":        {CRL: cert.ParseCRL(gen.CRL().Encode())},
		"answer":      {OCSP: cert.ParseOCSP(gen.OCSP(gen.TLS()).Encode())},
	} {
		result := Run(s, rules)
		if len(result.Outcomes) != len(rules) {
			t.Errorf("%s: %d outcomes of %d rules", name, len(result.Outcomes), len(rules))
		}
		for i, o := range result.Outcomes {
			if o.Rule != rules[i].ID {
				t.Errorf("%s: outcome %d is that of %s, not of %s", name, i, o.Rule, rules[i].ID)
			}
			if (o.Outcome == Passed || o.Outcome == Failed) != (o.Reason == "") {
				t.Errorf("%s: %+v", name, o)
			}
		}
	}
}

func TestKindsKeepApart(t *testing.T) {
	subjects := map[Kind]*Subject{
		CertificateKind: subjectOf(gen.TLS, Subscriber),
		CRLKind:         {CRL: cert.ParseCRL(gen.CRL().Encode()), Now: dayTime(today)},
		OCSPKind:        {OCSP: cert.ParseOCSP(gen.OCSP(gen.TLS()).Encode()), Now: dayTime(today)},
	}
	for kind, s := range subjects {
		for of := range subjects {
			outcome, _ := runOne(t, s, ruleOn(func(r *Rule) { r.Kind = of }))
			if ran := outcome.Outcome == Failed; ran != (kind == of) {
				t.Errorf("a rule of kind %d on kind %d: %+v", of, kind, outcome)
			}
		}
	}
}

// Lists and answers are dated by thisUpdate.
func TestListsAreDatedByThisUpdate(t *testing.T) {
	for name, s := range map[string]*Subject{
		"list":   {CRL: cert.ParseCRL(gen.CRL().Encode())},
		"answer": {OCSP: cert.ParseOCSP(gen.OCSP(gen.TLS()).Encode())},
	} {
		s.Now = dayTime("2027-01-01")
		for from, want := range map[Date]Outcome{"2026-10-14": Failed, "2026-10-15": NotInForce} {
			outcome, _ := runOne(t, s, ruleOn(func(r *Rule) { r.Kind, r.From = s.kind(), from }))
			if outcome.Outcome != want {
				t.Errorf("%s from %s: %+v", name, from, outcome)
			}
		}
	}
}

// A list for certificates of another kind is judged by RFC 5280, not by the SBR.
func TestListsForOtherCertificates(t *testing.T) {
	website := based(gen.SubCA, purposesOf(cert.OIDServerAuth), with(gen.Policies(cert.OIDDomainValidated)))
	for name, test := range map[string]struct {
		covered, issuer func() *gen.Cert
		runs            bool
	}{
		"alone":                             {nil, nil, true},
		"covers a leaf":                     {issuedOne, nil, true},
		"covers a website":                  {gen.TLS, nil, false},
		"covers a CA":                       {gen.SubCA, nil, true},
		"covers a leaf of a website's CA":   {issuedOne, website, true},
		"covers a website of an email CA":   {gen.TLS, gen.SubCA, false},
		"by an email CA":                    {nil, gen.SubCA, true},
		"by a website's CA":                 {nil, website, false},
		"covers a responder of an email CA": {gen.OCSPSigner, gen.SubCA, true},
		"covers a responder of another":     {gen.OCSPSigner, website, false},
	} {
		s := &Subject{CRL: cert.ParseCRL(gen.CRL().Encode()), Covered: parsed(test.covered), Issuer: parsed(test.issuer), Now: dayTime(today)}
		outcome, _ := runOne(t, s, ruleOn(func(r *Rule) { r.Kind = CRLKind }))
		if runs := outcome.Outcome == Failed; runs != test.runs {
			t.Errorf("%s: %+v", name, outcome)
		}
		if outcome, _ := runOne(t, s, ruleOn(func(r *Rule) { r.Kind, r.Source = CRLKind, RFC5280 })); outcome.Outcome != Failed {
			t.Errorf("%s, RFC 5280: %+v", name, outcome)
		}
	}
}

func TestDay(t *testing.T) {
	east := time.FixedZone("east", 2*60*60)
	if got := day(time.Date(2025, 7, 15, 1, 0, 0, 0, east)); got != "2025-07-14" {
		t.Errorf("01:00 in the east is the day %s in UTC", got)
	}
	if got := day(time.Time{}); got != "" {
		t.Errorf("no time is the day %q", got)
	}
}
