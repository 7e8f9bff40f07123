package zlint

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/zmap/zlint/v3/lint"

	"sealglass/lints"
)

// MaxDetails bounds what a lint says about the certificate, in bytes: it may
// quote the certificate.
const MaxDetails = 512

// finding is a lint's result in the words of a report, if it is worth reporting.
func finding(l *lint.CertificateLint, result *lint.LintResult) (lints.Finding, bool) {
	severity, worth := severityOf(l, result.Status)
	if !worth {
		return lints.Finding{}, false
	}
	f := lints.Finding{
		Rule: l.Name, Source: lints.ZLint, Section: section(l), Severity: severity, Status: lints.Fail,
		Title: title(l.Name), Explanation: explanations[l.Source], Remedy: remedy(severity),
		Quote: tidy(l.Description), From: date(l.EffectiveDate), Until: date(l.IneffectiveDate),
	}
	if details := shortened(tidy(result.Details)); details != "" && !slices.Contains(varying, l.Name) {
		f.At = []lints.Place{{Got: details}}
	}
	if result.Status == lint.Fatal {
		f.Status = lints.Broken
		f.Explanation, f.Remedy = "zlint could not make this check, which says nothing against the certificate.", ""
	}
	return f, true
}

// varying are lints that list what they found in another order each time. The
// same certificate has to give the same report.
var varying = []string{
	"e_etsi_natural_person_key_usage_correct_values",
	"e_ext_duplicate_extension",
	"e_key_usage_and_extended_key_usage_inconsistent",
}

// severityOf says how strong a result is. Fatal means that the lint could not be
// evaluated, and never that the certificate is bad.
func severityOf(l *lint.CertificateLint, status lint.LintStatus) (severity lints.Severity, worth bool) {
	switch status {
	case lint.Error:
		severity = lints.Error
	case lint.Warn:
		severity = lints.Warning
	case lint.Notice:
		severity = lints.Notice
	case lint.Fatal:
		return lints.Info, true
	default:
		return "", false
	}
	if weak, ok := weaker[l.Name]; ok {
		return weak, true
	}
	switch {
	case l.Source == lint.Community || strings.HasPrefix(l.Name, "n_"):
		// Lints of the community rest on experience and cite no requirement.
		return lints.Notice, true
	case severity == lints.Error && strings.HasPrefix(l.Name, "w_"):
		// zlint's own rule for a name that begins so, which some lints forget.
		return lints.Warning, true
	}
	return severity, true
}

// weaker are lints whose requirement is weaker than their name says: an error
// needs a SHALL or MUST for the issuer, a warning a SHOULD.
var weaker = map[string]lints.Severity{
	"e_key_usage_and_extended_key_usage_inconsistent": lints.Notice,  // RFC 5280 4.2.1.12 speaks to those who use the certificate
	"e_rsa_allowed_ku_ca":                             lints.Notice,  // RFC 3279 2.3.1: values that MAY be present
	"e_rsa_allowed_ku_ee":                             lints.Notice,  // the same
	"e_rsa_allowed_ku_no_encipherment_ca":             lints.Warning, // RFC 3279 2.3.1: SHOULD NOT
	"w_qcstatem_psd2_ncaid_eulist":                    lints.Notice,  // the list is older than some certificates
	"w_smime_aia_contains_internal_names":             lints.Notice,  // not said in SBR 7.1.2.3(c)
	"w_subject_given_name_recommended_max_length":     lints.Notice,  // "may be prudent"
	"w_subject_surname_recommended_max_length":        lints.Notice,  // the same
}

// explanations say why it matters, by whose requirement it is.
var explanations = map[lint.LintSource]string{
	lint.CABFSMIMEBaselineRequirements: "Mail programs expect email certificates to follow these rules. One that does not may be refused, or treated differently from program to program.",
	lint.RFC5280:                       rfcExplanation,
	lint.RFC3279:                       rfcExplanation,
	lint.RFC5480:                       rfcExplanation,
	lint.RFC5891:                       rfcExplanation,
	lint.RFC6962:                       rfcExplanation,
	lint.RFC8813:                       rfcExplanation,
	lint.MozillaRootStorePolicy:        "Mozilla asks this of every issuer whose certificates Thunderbird accepts.",
	lint.EtsiEsi:                       "Programs that look for a qualified certificate under European law may not take this one for what it says it is.",
	lint.Community:                     "No rule forbids this, but the makers of zlint have seen it go together with mistakes.",
}

const rfcExplanation = "Programs that follow the internet's standard for certificates strictly may refuse this part, or read it differently from others."

func remedy(s lints.Severity) string {
	if s == lints.Notice {
		return "You need not do anything. Your issuer may want to know: send them this report."
	}
	return "Only the issuer can change this: ask for a new certificate and send them this report."
}

// title names the fault; zlint itself has only the rule's words.
func title(name string) string {
	for _, titles := range []map[string]string{smimeTitles, rfcTitles, otherTitles} {
		if title, ok := titles[name]; ok {
			return title
		}
	}
	return name
}

// tidy puts the text on one line.
func tidy(text string) string {
	return strings.Join(strings.Fields(text), " ")
}

// shortened cuts a text off behind MaxDetails bytes, between characters.
func shortened(text string) string {
	if len(text) <= MaxDetails {
		return text
	}
	end := MaxDetails
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + "…"
}

// date is the day of an effective date. zlint's lints without one have the year
// 0, or no date.
func date(t time.Time) lints.Date {
	if t.Year() <= 1 {
		return ""
	}
	return lints.Date(t.UTC().Format(time.DateOnly))
}
