package lints

import "sealglass/cert"

var addressRules = []Rule{{
	ID:           "street-without-place",
	Requirements: []string{"SBR-7.1.4.2.2-j-1"},
	Source:       SBR, Section: "7.1.4.2.2(j)", Severity: Error,
	Title:       "A street address without a place",
	Explanation: "A street says nothing without the town or the state it lies in. Nobody can tell which one is meant.",
	Remedy:      askIssuer,
	Quote:       "SHALL only be used if the subject:localityName or subject:stateOrProvinceName field is present",
	From:        addressParts, Profiles: identified, Generations: Legacy | Multipurpose,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return lacking(s, cert.OIDStreetAddress, cert.OIDLocalityName, cert.OIDStateOrProvinceName)
	},
}, {
	ID:           "locality-without-country",
	Requirements: []string{"SBR-7.1.4.2.2-k-1"},
	Source:       SBR, Section: "7.1.4.2.2(k)", Severity: Error,
	Title:       "A locality without a country",
	Explanation: "Places of one name lie in many countries. Without the country nobody can tell which one is meant.",
	Remedy:      askIssuer,
	Quote:       "The subject:localityName field SHALL only be used if the subject:countryName field is present.",
	From:        addressParts, Profiles: identified,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return lacking(s, cert.OIDLocalityName, cert.OIDCountryName) },
}, {
	ID:           "state-without-country",
	Requirements: []string{"SBR-7.1.4.2.2-l-1"},
	Source:       SBR, Section: "7.1.4.2.2(l)", Severity: Error,
	Title:       "A state or province without a country",
	Explanation: "States and provinces of one name lie in several countries. Without the country nobody can tell which one is meant.",
	Remedy:      askIssuer,
	Quote:       "The subject:stateOrProvinceName field SHALL only be used if the subject:countryName field is present.",
	From:        addressParts, Profiles: identified,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return lacking(s, cert.OIDStateOrProvinceName, cert.OIDCountryName) },
}, {
	ID:           "postal-code-without-country",
	Requirements: []string{"SBR-7.1.4.2.2-m-1"},
	Source:       SBR, Section: "7.1.4.2.2(m)", Severity: Error,
	Title:       "A postal code without a country",
	Explanation: "Every country has postal codes of its own. Without the country nobody can tell which one is meant.",
	Remedy:      askIssuer,
	Quote:       "The subject:postalCode field SHALL only be used if the subject:countryName field is present.",
	From:        addressParts, Profiles: identified, Generations: Legacy | Multipurpose,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return lacking(s, cert.OIDPostalCode, cert.OIDCountryName) },
}, {
	ID:           "country-not-iso",
	Requirements: []string{"SBR-7.1.4.2.2-n-1"},
	Source:       SBR, Section: "7.1.4.2.2(n)", Severity: Error,
	Title: "The country is no country code",
	Explanation: "The country has to be one of the two-letter codes of ISO 3166-1, in capital letters, " +
		"so that programs and people read it alike.",
	Remedy: askIssuer,
	Quote:  "SHALL contain the two-letter ISO 3166-1 country code associated with the location of the Subject",
	From:   sbrStart, Profiles: identified,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return countries(s, func(code string) bool { return !isCountry(code) && !isUserAssigned(code) })
	},
	ZLint: []string{"e_subject_country_name", "e_subj_country_not_uppercase"},
}, {
	ID:           "country-user-assigned",
	Requirements: []string{"SBR-7.1.4.2.2-n-2"},
	Source:       SBR, Section: "7.1.4.2.2(n)", Severity: Error,
	Title: "The country is a code without a fixed meaning",
	Explanation: "ISO 3166-1 leaves this code to its users: what it means depends on who reads it. " +
		"A country without a code of its own has to be given as XX, and its name as the state or province.",
	Remedy: askIssuer,
	Quote:  "the CA MUST specify the ISO 3166-1 user-assigned code of XX",
	From:   "2024-05-11", Profiles: identified,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return countries(s, func(code string) bool { return isUserAssigned(code) && code != noCountry })
	},
	ZLint: []string{"e_subject_country_name"},
}, {
	ID:           "country-user-assigned-early",
	Requirements: []string{"SBR-7.1.4.2.2-n-1"},
	Source:       SBR, Section: "7.1.4.2.2(n)", Severity: Error,
	Title: "The country is a code without a fixed meaning",
	Explanation: "ISO 3166-1 leaves this code to its users: what it means depends on who reads it. " +
		"The only one permitted is XX, for a country without a code of its own.",
	Remedy: askIssuer,
	Quote:  "SHALL contain the two-letter ISO 3166-1 country code associated with the location of the Subject",
	From:   sbrStart, Until: "2024-05-11", Profiles: identified,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return countries(s, func(code string) bool { return isUserAssigned(code) && code != noCountry })
	},
	ZLint: []string{"e_subject_country_name"},
}}

// addressParts is the day from which parts of an address need others (SBR 1.0.4).
const addressParts Date = "2024-05-11"

// identified are the profiles whose subject is more than a mailbox.
const identified = Organization | Sponsor | Individual

// noCountry is the code for a country without one (SBR 7.1.4.2.2 n).
const noCountry = "XX"

// lacking are the attributes of that type in names that have none of the others.
func lacking(s *Subject, attribute cert.OID, others ...cert.OID) []Place {
	return attributePlaces(s, func(n *judgedName, a *cert.Attribute) string {
		if a.Type != attribute || n.has(others...) {
			return ""
		}
		return shown(a.Value.Text)
	})
}

// countries are the countryNames of two characters whose code is wrong.
func countries(s *Subject, wrong func(code string) bool) []Place {
	return attributePlaces(s, func(_ *judgedName, a *cert.Attribute) string {
		code := a.Value.Text
		if a.Type != cert.OIDCountryName || !readable(&a.Value) || len([]rune(code)) != 2 || !wrong(code) {
			return ""
		}
		return code
	})
}
