package lints

import (
	"strings"

	"sealglass/cert"
)

var metadataRules = []Rule{{
	ID:           "attribute-metadata-only",
	Requirements: []string{"SBR-7.1.4.2-1"},
	Source:       SBR, Section: "7.1.4.2", Severity: Error,
	Title: "An attribute of the subject says nothing",
	Explanation: "It holds only punctuation or space. Whoever looks at your certificate sees a field that looks filled in " +
		"and learns nothing from it. Attributes without a value are to be left out.",
	Remedy: askIssuer,
	Quote:  "Subject attributes SHALL NOT contain only metadata such as '.', '-', and ' ' (i.e., space) characters",
	From:   sbrStart,
	Parts:  []Part{PartSubject},
	Check:  metadataOnly,
}, {
	ID:           "attribute-placeholder",
	Requirements: []string{"SBR-7.1.4.2-1"},
	Source:       SBR, Section: "7.1.4.2", Severity: Warning,
	Title: "An attribute of the subject reads like 'not applicable'",
	Explanation: "The value looks like a word for 'nothing to say here'. " +
		"Attributes without a value are to be left out, so that nobody takes the word for a fact about you.",
	Remedy: "Check whether the word is meant. If it is not, ask the issuer for a new certificate and send them this report.",
	Quote:  "any other indication that the value is absent, incomplete, or not applicable",
	From:   sbrStart,
	Parts:  []Part{PartSubject},
	Check:  func(s *Subject) []Place { return placeholders(s, false) },
}, {
	ID:           "name-placeholder",
	Requirements: []string{"SBR-7.1.4.2-1"},
	Source:       SBR, Section: "7.1.4.2", Severity: Notice,
	Title: "A name in the subject reads like 'not applicable'",
	Explanation: "The value looks like a word for 'nothing to say here'. People, places and companies of such names exist, " +
		"so it may well be right.",
	Remedy: "Check whether the word is meant. If it is not, ask the issuer for a new certificate and send them this report.",
	Quote:  "any other indication that the value is absent, incomplete, or not applicable",
	From:   sbrStart,
	Parts:  []Part{PartSubject},
	Check:  func(s *Subject) []Place { return placeholders(s, true) },
}}

// metadataOnly judges the subject alone: the sentence speaks of subject
// attributes. An empty value that RFC 5280 forbids, and a country, have rules of
// their own.
func metadataOnly(s *Subject) []Place {
	return attributePlaces(s, func(n *judgedName, a *cert.Attribute) string {
		if !n.subject || a.Type == cert.OIDCountryName || !readable(&a.Value) || emptyBounded(a) || significant(a.Value.Text) {
			return ""
		}
		return "'" + shown(a.Value.Text) + "'"
	})
}

// placeholderWords are whole values that say that there is no value.
const placeholderWords = " n/a n.a. na none null nil unknown undefined unspecified not-applicable not-available not-specified not-provided no-value tbd "

// placeholders are the attributes of the subject that hold such a word: names of
// people, places and organizations, or the others.
func placeholders(s *Subject, names bool) []Place {
	return attributePlaces(s, func(n *judgedName, a *cert.Attribute) string {
		if !n.subject || a.Type == cert.OIDCountryName || !readable(&a.Value) || maybeName(a.Type) != names {
			return ""
		}
		word := strings.ToLower(strings.Join(strings.Fields(a.Value.Text), "-"))
		if word == "" || !strings.Contains(placeholderWords, " "+word+" ") {
			return ""
		}
		return shown(a.Value.Text)
	})
}

// maybeName says whether the attribute holds a name, which may be any word.
func maybeName(attribute cert.OID) bool {
	switch attribute {
	case cert.OIDCommonName, cert.OIDGivenName, cert.OIDSurname, cert.OIDPseudonym, cert.OIDLocalityName,
		cert.OIDStateOrProvinceName, cert.OIDOrganizationName, cert.OIDOrganizationalUnitName:
		return true
	}
	return false
}
