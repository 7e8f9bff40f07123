package lints

import (
	"slices"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// How to test a rule. Each area of the rule book has a table of cases in its own
// file (keyusage_test.go for keyusage.go) and one line in areaCases below. A case
// is a base certificate with one edit, and exactly what the whole catalogue finds
// in it:
//
//	var keyUsageCases = []testCase{
//		{name: "no keyUsage", cert: leaf("sponsor", "strict", without(cert.OIDKeyUsage)),
//			want: []string{"error key-usage-missing"}},
//		{name: "bits of an EC key", cert: leaf("mailbox", "strict", withKey(gen.P256("holder")),
//			with(gen.KeyUsage(cert.DigitalSignature|cert.KeyAgreement))),
//			want: []string{"notice microsoft-ec-key"}},
//	}
//
// An entry of want is a severity and a rule's id; a rule that is not in force yet
// says "coming". Order does not matter. Where a part of the input is unreadable,
// unreadable names it, and rules that depend on it may be reported as broken. Run
// one area or case with go test ./lints -run 'TestRules/keyUsage/no_keyUsage'.
//
// The tests in coverage_test.go ask of every rule that some case makes it fire and
// that it passes in some case; the dates of a rule they try by themselves, with
// each case that makes it fire, dated the second before its date and the second
// of it.

// An area is the cases of one file.
type area struct {
	name  string
	cases []testCase
}

// areaCases lists the cases of every area. A new area adds one line.
var areaCases = []area{
	{"base", baseCases},
	{"attributeString", attributeStringCases},
	{"subjectTable", subjectTableCases},
	{"metadata", metadataCases},
	{"commonName", commonNameCases},
	{"pseudonym", pseudonymCases},
	{"personName", personNameCases},
	{"organization", organizationCases},
	{"organizationID", organizationIDCases},
	{"organizationIDCountry", organizationIDCountryCases},
	{"euid", euidCases},
	{"naturalPerson", naturalPersonCases},
	{"address", addressCases},
	{"emailAddress", emailAddressCases},
	{"directoryName", directoryNameCases},
	{"san", sanCases},
	{"sanMailbox", sanMailboxCases},
	{"optional", optionalCases},
	{"lei", leiCases},
	{"scope", scopeCases},
	{"several", severalCases},
	{"constrained", constrainedCases},
	{"knownKey", knownKeyCases},
	{"rfc", rfcCases},
	{"etsi", etsiCases},
	{"mozilla", mozillaCases},
	{"apple", appleCases},
	{"gmail", gmailCases},
	{"microsoft", microsoftCases},
	{"ccadb", ccadbCases},
	{"drafts", draftCases},
	{"encoding", encodingCases},
	{"version", versionCases},
	{"serial", serialCases},
	{"sigalgorithm", sigAlgorithmCases},
	{"issuername", issuerNameCases},
	{"validity", validityCases},
	{"keyalgorithm", keyAlgorithmCases},
	{"rsakey", rsaKeyCases},
	{"eckey", ecKeyCases},
	{"weakkey", weakKeyCases},
	{"policies", policiesCases},
	{"qualifiers", qualifiersCases},
	{"keyusage", keyUsageCases},
	{"extkeyusage", extKeyUsageCases},
	{"basicconstraints", basicConstraintsCases},
	{"keyid", keyIDCases},
	{"crldp", crldpCases},
	{"aia", aiaCases},
	{"caonly", caOnlyCases},
	{"caSubject", caSubjectCases},
	{"caConstraints", caConstraintsCases},
	{"caExtKeyUsage", caExtKeyUsageCases},
	{"caExtensions", caExtensionsCases},
	{"issuer", issuerCases},
	{"crl", crlCases},
	{"ocsp", ocspCases},
}

// testCase is an input and exactly what the catalogue finds in it.
type testCase struct {
	name string

	// The input is one of these three.
	cert func() *gen.Cert
	crl  func() *gen.RevocationList
	ocsp func() *gen.OCSPResponse

	// What is known around it (see Subject); nil for nothing.
	issuer, issued, covered, responder func() *gen.Cert
	// around sets what else there is, after the class is found.
	around func(*Subject)
	choice Override

	// asOf and now are days; without asOf the rules are those of the input's own
	// day, and now is today.
	asOf, now string

	// unreadable are the parts for which rules cannot run; without any, all can.
	unreadable []Part
	want       []string
}

// today is the day on which cases are looked at.
const today = "2026-10-15"

// subject is the input as the engine takes it.
func (c *testCase) subject() *Subject {
	s := &Subject{
		Now: dayTime(today), AsOf: dayTime(c.asOf),
		Issuer: parsed(c.issuer), Leaf: parsed(c.issued), Covered: parsed(c.covered), Responder: parsed(c.responder),
	}
	if c.now != "" {
		s.Now = dayTime(c.now)
	}
	switch {
	case c.crl != nil:
		s.CRL = cert.ParseCRL(c.crl().Encode())
	case c.ocsp != nil:
		s.OCSP = cert.ParseOCSP(c.ocsp().Encode())
	default:
		s.Cert = parsed(c.cert)
		class := Classify(s.Cert, c.choice)
		s.Role, s.Profile, s.Generation, s.ProfileFrom = class.Role, class.Profile, class.Generation, class.From
	}
	if c.around != nil {
		c.around(s)
	}
	return s
}

func dayTime(day string) time.Time {
	if day == "" {
		return time.Time{}
	}
	return gen.At(day).Time
}

func parsed(make func() *gen.Cert) *cert.Certificate {
	if make == nil {
		return nil
	}
	return cert.Parse(make().Encode())
}

// words are a finding as cases write it.
func words(f *Finding) string {
	switch {
	case f.Status == Broken:
		return "broken " + f.Rule // in no case: see unreadable
	case f.Coming:
		return "coming " + f.Rule
	}
	return string(f.Severity) + " " + f.Rule
}

// TestRules runs every case and compares what was found with what it says.
func TestRules(t *testing.T) {
	for _, a := range areaCases {
		t.Run(a.name, func(t *testing.T) {
			for i := range a.cases {
				c := &a.cases[i]
				t.Run(c.name, func(t *testing.T) { runCase(t, c) })
			}
		})
	}
}

func runCase(t *testing.T, c *testCase) {
	s := c.subject()
	rules := Catalogue()
	result := Run(s, rules)
	want := slices.Clone(c.want)
	broken := false
	for i := range result.Findings {
		f := &result.Findings[i]
		if f.Status == Broken && dependsOn(rules, f.Rule, c.unreadable) {
			broken = true
			continue
		}
		at := slices.Index(want, words(f))
		if at < 0 {
			t.Errorf("finds %q, which is not expected: %+v", words(f), f.At)
			continue
		}
		want = slices.Delete(want, at, at+1)
		checkPlaces(t, s, f)
	}
	if len(c.unreadable) > 0 && !broken {
		t.Errorf("no rule is reported as broken for %v", c.unreadable)
	}
	for _, missed := range want {
		t.Errorf("does not find %q: %s", missed, outcomeOf(&result, missed))
	}
}

// dependsOn says whether the rule names one of the parts among those it needs.
func dependsOn(rules []Rule, id string, parts []Part) bool {
	at := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == id })
	return slices.ContainsFunc(rules[at].Parts, func(p Part) bool { return slices.Contains(parts, p) })
}

// checkPlaces says that a finding points to bytes of the input.
func checkPlaces(t *testing.T, s *Subject, f *Finding) {
	t.Helper()
	if f.Status == Fail && len(f.At) == 0 {
		t.Errorf("%s points nowhere", f.Rule)
	}
	for _, p := range f.At {
		if p.Path == "" || p.Got == "" {
			t.Errorf("%s: a place without path or value: %+v", f.Rule, p)
		}
		if p.Length == 0 || p.In(raw(s)) == nil {
			t.Errorf("%s points to no bytes of the input: %+v", f.Rule, p)
		}
	}
}

// raw are the bytes of the input.
func raw(s *Subject) []byte {
	switch {
	case s.CRL != nil:
		return s.CRL.Raw
	case s.OCSP != nil:
		return s.OCSP.Raw
	}
	return s.Cert.Raw
}

// outcomeOf says what became of the rule that was expected to fire.
func outcomeOf(result *Result, missed string) string {
	for _, o := range result.Outcomes {
		if rule := lastWord(missed); o.Rule == rule {
			return [...]string{"it passed", "it failed with another severity", "not applicable", "not in force", "could not run"}[o.Outcome] +
				": " + o.Reason
		}
	}
	return "no such rule"
}

func lastWord(text string) string {
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] == ' ' {
			return text[i+1:]
		}
	}
	return text
}

// revocation is gen.CRL with these edits.
func revocation(edits ...func(*gen.RevocationList)) func() *gen.RevocationList {
	return func() *gen.RevocationList {
		l := gen.CRL()
		for _, e := range edits {
			e(l)
		}
		return l
	}
}

// answer is gen.OCSP about a certificate with these edits.
func answer(about func() *gen.Cert, edits ...func(*gen.OCSPResponse)) func() *gen.OCSPResponse {
	return func() *gen.OCSPResponse {
		r := gen.OCSP(about())
		for _, e := range edits {
			e(r)
		}
		return r
	}
}

// edit changes a certificate's description.
type edit = func(*gen.Cert)

// leaf is a subscriber certificate of a profile and generation with these edits.
func leaf(profile, generation string, edits ...edit) func() *gen.Cert {
	return based(func() *gen.Cert { return gen.Leaf(profile, generation) }, edits...)
}

// based is a base certificate with these edits.
func based(base func() *gen.Cert, edits ...edit) func() *gen.Cert {
	return func() *gen.Cert {
		c := base()
		for _, e := range edits {
			e(c)
		}
		return c
	}
}

// with puts extensions in the place of those with the same OID, or adds them.
func with(extensions ...gen.Extension) edit {
	return func(c *gen.Cert) {
		for _, e := range extensions {
			c.SetExtension(e)
		}
	}
}

// without takes extensions away.
func without(oids ...cert.OID) edit {
	return func(c *gen.Cert) {
		for _, oid := range oids {
			c.RemoveExtension(oid)
		}
	}
}

// marked marks an extension critical, or not.
func marked(oid cert.OID, critical bool) edit {
	return func(c *gen.Cert) { c.SetCritical(oid, critical) }
}

// withValue gives an extension another value, right or wrong.
func withValue(oid cert.OID, der []byte) edit {
	return func(c *gen.Cert) { c.Extension(oid).Value = der }
}

// withKey gives the certificate another key.
func withKey(k *gen.Key) edit { return func(c *gen.Cert) { c.SetKey(k) } }

// signedBy has the certificate signed by another key.
func signedBy(k *gen.Key) edit { return func(c *gen.Cert) { c.SetSigner(k) } }

// withAlgorithm has the certificate name another signature algorithm.
func withAlgorithm(der []byte) edit { return func(c *gen.Cert) { c.SetAlgorithm(der) } }

// dated moves the validity to begin on this day.
func dated(day string) edit { return func(c *gen.Cert) { c.Dated(gen.At(day)) } }

// until ends the validity at this time.
func until(time string) edit { return func(c *gen.Cert) { c.NotAfter = gen.At(time) } }

// subjectSet gives an attribute of the subject another value, or adds it.
func subjectSet(oid cert.OID, text string) edit {
	return func(c *gen.Cert) { c.Subject.Set(oid, text) }
}

// subjectWithout takes attributes of the subject away.
func subjectWithout(oids ...cert.OID) edit {
	return func(c *gen.Cert) {
		for _, oid := range oids {
			c.Subject.Remove(oid)
		}
	}
}
