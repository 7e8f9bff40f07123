package lints

import (
	"strings"

	"sealglass/cert"
)

// naturalPersonRules are about a subject's serialNumber that reads like a Natural
// Person Identifier (ETSI EN 319 412-1 5.1.3, SBR appendix A.2). It may be any
// other identifier that the CA assigned, so none of them is an error.
var naturalPersonRules = []Rule{{
	ID:           "natural-person-identifier",
	Requirements: []string{"SBR-7.1.4.2.2-g-1", "SBR-A.2-1"},
	Source:       SBR, Section: "7.1.4.2.2(g)", Severity: Info,
	Title: "The subject's serial number reads like a number from your papers",
	Explanation: "It has the form of a number of a passport, identity card, tax office or the like. " +
		"Everyone who gets signed mail from you can read it.",
	Remedy: "Nothing needs to be done. If you don't want to send this number along, ask for a certificate without it.",
	Quote:  "MAY be used in the Sponsor-validated and Individual-validated profiles to contain a Natural Person Identifier",
	From:   sbrStart, Profiles: Sponsor | Individual,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return naturalPersons(s, func(_, country string) bool { return isCountry(country) })
	},
}, {
	ID:           "natural-person-identifier-country",
	Requirements: []string{"SBR-7.1.4.2.2-g-1", "SBR-A.2-1"},
	Source:       SBR, Section: "7.1.4.2.2(g)", Severity: Warning,
	Title: "The subject's serial number is like a personal number of no country",
	Explanation: "It reads like a number of a passport, identity card, tax office or the like, " +
		"but the two letters of the country that issued it are no country code. Nobody can tell whose number it is.",
	Remedy: "Ask the issuer what the number is. If it is one from your papers, ask for a new certificate.",
	Quote:  "a Natural Person Identifier as described in ETSI EN 319 412-1 Section 5.1.3",
	From:   sbrStart, Profiles: Sponsor | Individual,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return naturalPersons(s, func(_, country string) bool {
			return !isCountry(country) && vatCountry(country) == ""
		})
	},
}, {
	ID:           "natural-person-identifier-scheme-early",
	Requirements: []string{"SBR-A.2-1"},
	Source:       SBR, Section: "Appendix A.2", Severity: Notice,
	Title: "The kind of personal number was not recognized at the time",
	Explanation: "TAX and EID became recognized kinds of personal numbers on 22 November 2024. " +
		"Until then the number could only be one that the issuer assigned.",
	Remedy: "Nothing needs to be done.",
	Quote:  "The following Registration Schemes are recognized as valid for use in the subject:serialNumber attribute",
	From:   sbrStart, Until: "2024-11-22", Profiles: Sponsor | Individual,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return naturalPersons(s, func(scheme, _ string) bool { return scheme == "TAX" || scheme == "EID" })
	},
}, {
	ID:           "natural-person-identifier-other-profile",
	Requirements: []string{"SBR-7.1.4.2.2-g-2"},
	Source:       SBR, Section: "7.1.4.2.2(g)", Severity: Notice,
	Title: "A personal number in a certificate that is not for a person",
	Explanation: "The subject's serial number reads like a number of a passport, identity card, tax office or the like. " +
		"Such numbers are foreseen in certificates for persons; everyone who gets signed mail can read it.",
	Remedy: "Ask the issuer what the number is. If it is one from somebody's papers, ask for a new certificate.",
	Quote:  "MAY be used in the Sponsor-validated and Individual-validated profiles to contain a Natural Person Identifier",
	From:   sbrStart, Profiles: Mailbox | Organization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return naturalPersons(s, func(_, country string) bool { return isCountry(country) })
	},
}}

// naturalPersonSchemes are those of SBR appendix A.2.
const naturalPersonSchemes = " PAS IDC PNO TAX TIN EID "

// naturalPersons are the serialNumbers that read like a Natural Person Identifier
// whose scheme and country are meant.
func naturalPersons(s *Subject, meant func(scheme, country string) bool) []Place {
	return valuePlaces(s, cert.OIDSerialNumber, func(text string) string {
		scheme, country, ok := naturalPerson(text)
		if !ok || !meant(scheme, country) {
			return ""
		}
		return shown(text)
	})
}

// naturalPerson splits a text of the form of a Natural Person Identifier: the
// scheme, two capital letters for the country, a hyphen, the reference.
func naturalPerson(text string) (scheme, country string, ok bool) {
	if len(text) < 7 || text[5] != '-' || !strings.Contains(naturalPersonSchemes, " "+text[:3]+" ") {
		return "", "", false
	}
	country = text[3:5]
	if !isCapitals(country) || !significant(text[6:]) {
		return "", "", false
	}
	return text[:3], country, true
}

// isCapitals says whether the text is one capital letter of ASCII or more, and
// nothing else.
func isCapitals(text string) bool {
	return text != "" && strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
