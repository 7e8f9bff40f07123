package lints

import "strings"

// euidRules are about the European Unique Identifier in the reference of a trade
// register (SBR 7.1.4.2.2 d, Note 3). Whether a reference is one cannot be seen in
// the certificate, so none of them is an error.
var euidRules = []Rule{{
	ID:           "euid-incomplete-or-foreign",
	Requirements: []string{"SBR-7.1.4.2.2-d-13"},
	Source:       SBR, Section: "7.1.4.2.2(d) Note 3", Severity: Notice,
	Title: "The register number may be a wrong European Unique Identifier",
	Explanation: "It has nearly the form of an EUID, but begins with another country than the identifier itself or names no register. " +
		"If it is meant for one, the organization cannot be looked up by it.",
	Remedy: "Check the number in the register. If it is wrong, ask the issuer for a new certificate.",
	Quote:  "2 character ISO 3166-1 country code, which must match the country code used in the leading string 'NTR'",
	From:   subdivisionOfAny, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return registered(s, func(id *organizationID) bool {
			// Of German references another rule asks for the EUID.
			return id.country != germany && euidForm(id) == euidDoubtful
		})
	},
}, {
	ID:           "german-register-number-not-euid",
	Requirements: []string{"SBR-7.1.4.2.2-d-14"},
	Source:       SBR, Section: "7.1.4.2.2(d) Note 3", Severity: Warning,
	Title: "A German register number is not a European Unique Identifier",
	Explanation: "German register numbers repeat from court to court. The EUID says which court it is, " +
		"NTRDE-DER3306.HRB12345 for instance; without it the number may be that of another company.",
	Remedy: askIssuer,
	Quote:  "When the Organization or Legal Entity is registered in Germany, the Registration Reference SHOULD use the EUID identifier.",
	From:   subdivisionOfAny, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return registered(s, func(id *organizationID) bool {
			return id.country == germany && (id.plus || euidForm(id) != euidOwn)
		})
	},
}, {
	ID:           "european-register-number-subdivision",
	Requirements: []string{"SBR-7.1.4.2.2-d-16"},
	Source:       SBR, Section: "7.1.4.2.2(d) Note 3", Severity: Warning,
	Title: "A European register number with a subdivision",
	Explanation: "From November 2024 until May 2025 register numbers of European organizations were to be given for the whole country, " +
		"without a state or province.",
	Remedy: askIssuer,
	Quote:  "SHALL be assigned at the country level",
	From:   "2024-11-22", Until: subdivisionOfAny, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return registered(s, func(id *organizationID) bool {
			return id.plus && (isEEA(id.country) || id.country == "GB" || id.country == "CH")
		})
	},
}, {
	ID:           "perhaps-european-register-number-subdivision",
	Requirements: []string{"SBR-7.1.4.2.2-d-16"},
	Source:       SBR, Section: "7.1.4.2.2(d) Note 3", Severity: Notice,
	Title: "A register number with a subdivision, perhaps of Europe",
	Explanation: "From November 2024 until May 2025 register numbers of European organizations were to be given for the whole country. " +
		"The Requirements did not say which countries are European.",
	Remedy: "Nothing needs to be done.",
	Quote:  "SHALL be assigned at the country level",
	From:   "2024-11-22", Until: subdivisionOfAny, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return registered(s, func(id *organizationID) bool {
			return id.plus && strings.Contains(otherEuropean, " "+id.country+" ")
		})
	},
}}

const (
	germany = "DE"
	// eea are the countries of the European Union and the European Economic Area.
	eea = " AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK "
	// otherEuropean are countries that lie in Europe, wholly or in part, beside
	// these, the United Kingdom and Switzerland.
	otherEuropean = " AD AL AM AX AZ BA BY FO GE GG GI IM JE KZ MC MD ME MK RS RU SJ SM TR UA VA "
)

func isEEA(country string) bool { return strings.Contains(eea, " "+country+" ") }

// registered are the organizationIdentifiers of trade registers, sound in their
// structure, that are meant.
func registered(s *Subject, meant func(*organizationID) bool) []Place {
	return organizationIDs(s, func(id *organizationID) bool {
		return id.scheme == schemeNTR && id.fault == idFine && meant(id)
	})
}

// euidKind says what a register's reference looks like.
type euidKind uint8

const (
	euidNone     euidKind = iota // a reference of its own
	euidOwn                      // an EUID of the country
	euidDoubtful                 // nearly one
)

// euidForm says what the reference looks like. Greek EUIDs begin with EL.
func euidForm(id *organizationID) euidKind {
	if !isEEA(id.country) || id.plus || len(id.reference) < 2 {
		return euidNone
	}
	country := id.reference[:2]
	register, number, dot := strings.Cut(id.reference[2:], ".")
	if !dot {
		return euidNone
	}
	own := country == id.country || country == "EL" && id.country == "GR"
	whole := number != "" && number[0] != '.' && register != "" && isLetterOrDigit(rune(register[len(register)-1]))
	switch {
	case own && whole:
		return euidOwn
	case own && register == "":
		return euidDoubtful
	case !own && whole && (isEEA(country) || country == "EL") && strings.IndexFunc(register, notLetterOrDigit) < 0:
		return euidDoubtful
	}
	return euidNone
}

func notLetterOrDigit(r rune) bool { return !isLetterOrDigit(r) }
