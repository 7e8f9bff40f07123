package lints

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sealglass/cert"
)

var idnaRules = []Rule{{
	ID:           "mail-domain-not-idna",
	Requirements: []string{"SBR-7.1.4.2.1-6"},
	Source:       SBR, Section: "7.1.2.4, RFC 9598 4", Severity: Error,
	Title: "A mail domain cannot exist",
	Explanation: "A label of the domain begins with xn--, which stands for a name in another script. " +
		"What follows stands for no permitted name, so no mail can come from there.",
	Remedy: askIssuer,
	Quote:  "all email address domains in X.509 certificates MUST conform to IDNA2008",
	From:   sbrStart,
	Parts:  []Part{PartSubjectAltName},
	When:   sanPresent,
	Check:  func(s *Subject) []Place { return atMailLabels(s, aLabelProblem) },
	ZLint:  []string{"e_international_dns_name_not_unicode"},
}, {
	ID:           "mail-domain-unassigned",
	Requirements: []string{"SBR-7.1.4.2.1-6"},
	Source:       SBR, Section: "7.1.2.4, RFC 9598 4", Severity: Warning,
	Title: "A mail domain has a character that Unicode may not know yet",
	Explanation: "A label of the domain stands for a name with a character that was not assigned in the version of Unicode " +
		"used here. It may be new, or there may be no such domain.",
	Remedy: "Ask the issuer how they checked this domain.",
	Quote:  "all email address domains in X.509 certificates MUST conform to IDNA2008",
	From:   sbrStart,
	Parts:  []Part{PartSubjectAltName},
	When:   sanPresent,
	Check:  func(s *Subject) []Place { return atMailLabels(s, unassignedLabel) },
}}

// atMailLabels are the mailboxes in subjectAltName with a label in the domain
// that has a problem. Characters beyond ASCII have rules of their own.
func atMailLabels(s *Subject, problem func(label string) string) []Place {
	var places []Place
	for i := range s.Cert.SubjectAltName.Names {
		n := &s.Cert.SubjectAltName.Names[i]
		if n.Kind != cert.RFC822Name && !readableUTF8Mailbox(n) {
			continue
		}
		_, domain, wrong := parseMailbox(strings.TrimPrefix(n.Text, bom))
		if wrong != "" || domain[0] == '[' {
			continue
		}
		label := firstLabel(func(label string) bool {
			return isALabel(label) && isASCII(label) && problem(label) != ""
		})(domain)
		if label != "" {
			places = append(places, atName(s, i, shown(label)+" "+problem(label)))
		}
	}
	return places
}

// aLabelProblem says what keeps a label that begins with xn-- from being an
// A-label (RFC 5890 2.3.2.1), as far as the properties of characters in this
// program's Unicode tables tell; empty where nothing does.
func aLabelProblem(label string) string {
	if len(label) > maxLabel {
		return "is longer than 63 characters"
	}
	name, ok := unpunycode(strings.ToLower(label[len(aceprefix):]))
	if !ok {
		return "does not decode"
	}
	if encoded, ok := punycode(name); !ok || !strings.EqualFold(label, aceprefix+encoded) {
		return "is not what its name encodes to"
	}
	if isASCII(name) {
		return "stands for " + name + ", which needs no xn--"
	}
	if runes := []rune(name); runes[0] == '-' || runes[len(runes)-1] == '-' || len(runes) > 3 && string(runes[2:4]) == "--" {
		return "has a hyphen where none may stand"
	}
	if first, _ := utf8.DecodeRuneInString(name); unicode.Is(unicode.M, first) {
		return "begins with a combining mark"
	}
	for _, r := range name {
		if disallowed(r) {
			return "has a character that domains may not have: " + string(r)
		}
	}
	return ""
}

// unassignedLabel says whether a character of an A-label is not assigned.
func unassignedLabel(label string) string {
	if aLabelProblem(label) != "" {
		return ""
	}
	name, _ := unpunycode(strings.ToLower(label[len(aceprefix):]))
	for _, r := range name {
		if unassigned(r) {
			return "has a character that is not assigned"
		}
	}
	return ""
}

// disallowed says whether a character is surely DISALLOWED in a label (RFC 5892
// 2). Whether Unicode would replace it by another one in normal form is not
// looked at, so it says no for some that are.
func disallowed(r rune) bool {
	switch {
	case r == '-' || permittedExceptions(r) || unassigned(r):
		return false
	case r >= 0x13a0 && r <= 0x13f5: // Cherokee: its capitals are the stable form
		return false
	case unicode.Is(unicode.Lu, r):
		return unicode.ToLower(r) != r
	}
	return !unicode.In(r, unicode.Ll, unicode.Lo, unicode.Lm, unicode.Mn, unicode.Mc, unicode.Nd)
}

// permittedExceptions are characters that are permitted, some of them only in
// some places, against their general category (RFC 5892 2.6, appendix A).
func permittedExceptions(r rune) bool {
	return strings.ContainsRune("\u00b7\u0375\u05f3\u05f4\u06fd\u06fe\u0f0b\u200c\u200d\u3007\u30fb", r)
}

func unassigned(r rune) bool { return unicode.Is(unicode.Cn, r) }
