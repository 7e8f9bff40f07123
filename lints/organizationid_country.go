package lints

import "sealglass/cert"

// organizationIDCountryRules are about the country of an organizationIdentifier
// and the countryName beside it (SBR 7.1.4.2.2 d, Note 1).
var organizationIDCountryRules = []Rule{{
	ID:           "organization-identifier-country-differs",
	Requirements: []string{"SBR-7.1.4.2.2-d-7"},
	Source:       SBR, Section: "7.1.4.2.2(d) Note 1", Severity: Error,
	Title: "The organization's identifier is of another country",
	Explanation: "The subject and the register the number comes from are in different countries. " +
		"People who look the organization up may find another one.",
	Remedy: askIssuer,
	Quote:  "the country code used in the Registration Scheme identifier SHALL match that of the subject:countryName in the Certificate",
	From:   exceptionsWritten, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return besideCountry(s, func(id *organizationID, fit countryFit) bool {
			return fit == countryDiffers && id.vatPrefix() == ""
		})
	},
	ZLint: []string{"e_registration_scheme_id_matches_subject_country"},
}, {
	ID:           "organization-identifier-vat-country-differs",
	Requirements: []string{"SBR-7.1.4.2.2-d-8", "SBR-7.1.4.2.2-d-7"},
	Source:       SBR, Section: "7.1.4.2.2(d) Note 1", Severity: Error,
	Title: "The VAT number is of another country",
	Explanation: "EL is the VAT prefix of Greece (GR) and XI that of Northern Ireland (GB). The country in the subject is another one, " +
		"so people who look the organization up may find another.",
	Remedy: askIssuer,
	Quote:  "the subject:countryName attribute, if present, SHALL contain the corresponding ISO 3166-1 country code",
	From:   exceptionsWritten, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return besideCountry(s, func(id *organizationID, fit countryFit) bool {
			return fit == countryDiffers && id.vatPrefix() != ""
		})
	},
	ZLint: []string{"e_registration_scheme_id_matches_subject_country"},
}, {
	ID:           "organization-identifier-country-differs-early",
	Requirements: []string{"SBR-7.1.4.2.2-d-7a"},
	Source:       SBR, Section: "Appendix A.1", Severity: Error,
	Title: "The organization's identifier is of another country",
	Explanation: "The subject and the register the number comes from are in different countries. " +
		"People who look the organization up may find another one.",
	Remedy: askIssuer,
	Quote:  "the country code used in the Registration Scheme identifier SHALL match that of the subject:countryName in the Certificate",
	From:   sbrStart, Until: exceptionsWritten, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return besideCountry(s, func(_ *organizationID, fit countryFit) bool { return fit == countryDiffers })
	},
	ZLint: []string{"e_registration_scheme_id_matches_subject_country"},
}, {
	ID:           "organization-identifier-exception-early",
	Requirements: []string{"SBR-7.1.4.2.2-d-7a", "SBR-7.1.4.2.2-d-3"},
	Source:       SBR, Section: "Appendix A.1", Severity: Notice,
	Title: "The country differs where the text did not yet allow it",
	Explanation: "LEI and INT have no country, and the VAT prefixes EL and XI are no country codes. " +
		"The Requirements forgot to say so until May 2024 and corrected that then.",
	Remedy: "Nothing needs to be done.",
	Quote:  "the country code used in the Registration Scheme identifier SHALL match that of the subject:countryName in the Certificate",
	From:   sbrStart, Until: exceptionsWritten, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return besideCountry(s, func(id *organizationID, fit countryFit) bool {
			return fit == countryExempt || fit == countryFits && id.vatPrefix() != ""
		})
	},
	ZLint: []string{"e_registration_scheme_id_matches_subject_country"},
}, {
	ID:           "organization-identifier-xx",
	Requirements: []string{"SBR-7.1.4.2.2-d-3", "SBR-7.1.4.2.2-d-7", "SBR-7.1.4.2.2-d-11", "SBR-7.1.4.2.2-n-2"},
	Source:       SBR, Section: "7.1.4.2.2(d), (n)", Severity: Warning,
	Title: "An identifier for a country without a code: the text disagrees",
	Explanation: "The Requirements contradict themselves here: a country without a code has to be given as XX, " +
		"the identifier has to have the same code, and XX is not among the codes that it may have.",
	Remedy: "Nothing can be done as the Requirements stand. The issuer may know whether they have been corrected.",
	Quote:  "the CA MUST specify the ISO 3166-1 user-assigned code of XX indicating that an official ISO 3166-1 alpha-2 code has not been assigned",
	From:   sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return besideCountry(s, func(_ *organizationID, fit countryFit) bool { return fit == countryContradicts })
	},
}}

// countryFit says how the country of an organizationIdentifier stands to the
// countryNames beside it.
type countryFit uint8

const (
	countryUndecided   countryFit = iota // there is none to compare it with
	countryFits                          // one is the same
	countryDiffers                       // all are others
	countryExempt                        // LEI and INT have no country
	countryContradicts                   // XX, where whatever stands there breaks the text
)

// besideCountry are the organizationIdentifiers whose country stands so to the
// countryNames beside it. One whose country is wrong in itself has another fault.
func besideCountry(s *Subject, meant func(*organizationID, countryFit) bool) []Place {
	return valuePlacesBeside(s, cert.OIDOrganizationIdentifier, func(n *judgedName) func(string) string {
		codes, sure := n.values(cert.OIDCountryName)
		if !sure || len(codes) > maxNames {
			return nil
		}
		return func(text string) string {
			id := parseOrganizationID(text)
			switch id.fault {
			case idScheme, idCountryMissing, idCountryUnknown, idInternational, idLEICountry:
				return ""
			}
			if !meant(&id, id.fit(codes)) {
				return ""
			}
			return shown(text)
		}
	})
}

// fit compares the country with the countryNames. Those that are no code at all
// are another rule's.
func (id *organizationID) fit(codes []string) countryFit {
	known, same, allXX := 0, false, true
	for _, code := range codes {
		if !isCountry(code) && code != noCountry {
			continue
		}
		known++
		same = same || code == id.country || code == id.vatPrefix()
		allXX = allXX && code == noCountry
	}
	switch {
	case id.country == international && known > 0:
		return countryExempt
	case id.country == international:
		return countryUndecided
	case allXX && (known > 0 || id.country == noCountry && len(codes) == 0):
		return countryContradicts
	case known == 0 && id.vatPrefix() != "":
		return countryFits
	case known == 0:
		return countryUndecided
	case same:
		return countryFits
	}
	return countryDiffers
}
