package lints

import "sealglass/cert"

// The versions of the SBR that changed the organizationIdentifier.
const (
	exceptionsWritten Date = "2024-05-11" // 1.0.4: LEI, INT and VAT prefixes
	subdivisionOfAny  Date = "2025-05-14" // 1.0.9: subdivisions of every scheme, EUID
)

// namesOrganization are the profiles whose subject has an organizationIdentifier.
const namesOrganization = Organization | Sponsor

// organizationIDRules are those about the structure of an organizationIdentifier.
var organizationIDRules = []Rule{{
	ID:           "organization-identifier-type",
	Requirements: []string{"SBR-7.1.4.2.2-d-1"},
	Source:       SBR, Section: "7.1.4.2.2(d)", Severity: Error,
	Title:       "The organization's identifier has the wrong string type",
	Explanation: "Programs that look for the identifier expect a PrintableString or a UTF8String and cannot read another.",
	Remedy:      askIssuer,
	Quote:       "The subject:organizationIdentifier SHALL be encoded as a PrintableString or UTF8String.",
	From:        sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return attributePlaces(s, func(_ *judgedName, a *cert.Attribute) string {
			if a.Type != cert.OIDOrganizationIdentifier || a.Value.Tag == tagPrintableString || a.Value.Tag == tagUTF8String {
				return ""
			}
			return typeText(&a.Value)
		})
	},
}, {
	ID:           "organization-identifier-scheme",
	Requirements: []string{"SBR-7.1.4.2.2-d-2", "SBR-A.1-1"},
	Source:       SBR, Section: "7.1.4.2.2(d)", Severity: Error,
	Title: "The organization's identifier is of no recognized scheme",
	Explanation: "The first three characters say which register the number comes from: NTR, VAT, PSD, LEI, GOV or INT. " +
		"With others nobody can look the organization up.",
	Remedy: askIssuer,
	Quote:  "the Registration Scheme SHALL be identified using the following structure in the presented order: 3 character Registration Scheme identifier … Registration Schemes listed in Appendix A are recognized as valid",
	From:   sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return organizationIDFault(s, idScheme) },
}, {
	ID:           "organization-identifier-country-missing",
	Requirements: []string{"SBR-7.1.4.2.2-d-3", "SBR-7.1.4.2.2-d-6"},
	Source:       SBR, Section: "7.1.4.2.2(d)", Severity: Error,
	Title: "The organization's identifier has no country code",
	Explanation: "Two capital letters after the scheme say in which country the register is. " +
		"Without them nobody can tell where to look the organization up.",
	Remedy: askIssuer,
	Quote:  "the Registration Scheme SHALL be identified using the following structure in the presented order: … 2 character ISO 3166-1 country code for the nation in which the Registration Scheme is operated",
	From:   sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return organizationIDFault(s, idCountryMissing) },
}, {
	ID:           "organization-identifier-country-unknown",
	Requirements: []string{"SBR-7.1.4.2.2-d-3"},
	Source:       SBR, Section: "7.1.4.2.2(d)", Severity: Error,
	Title: "The country in the organization's identifier is no country code",
	Explanation: "The two letters after the scheme have to be a code of ISO 3166-1. " +
		"XG belongs to LEI and INT, EL and XI to VAT alone.",
	Remedy: askIssuer,
	Quote:  "the Registration Scheme SHALL be identified using the following structure in the presented order: … 2 character ISO 3166-1 country code for the nation in which the Registration Scheme is operated",
	From:   sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return organizationIDFault(s, idCountryUnknown) },
}, {
	ID:           "organization-identifier-subdivision",
	Requirements: []string{"SBR-7.1.4.2.2-d-5"},
	Source:       SBR, Section: "7.1.4.2.2(d)", Severity: Error,
	Title: "The subdivision in the organization's identifier is malformed",
	Explanation: "After the plus sign stand one to three capital letters or digits for a state or province. " +
		"With anything else nobody can tell in which register to look.",
	Remedy: askIssuer,
	Quote:  "the Registration Scheme SHALL be identified using the following structure in the presented order: … up-to-3 character ISO 3166-2 identifier for the subdivision",
	From:   sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return organizationIDs(s, func(id *organizationID) bool {
			return id.fault == idSubdivision && (id.scheme != schemeVAT || day(s.asOf()) >= subdivisionOfAny)
		})
	},
}, {
	ID:           "organization-identifier-vat-subdivision-early",
	Requirements: []string{"SBR-7.1.4.2.2-d-4"},
	Source:       SBR, Section: "7.1.4.2.2(d)", Severity: Error,
	Title: "A VAT number with a subdivision",
	Explanation: "VAT numbers come from a national office. Until May 2025 a plus sign and a state or province " +
		"could stand in identifiers from trade registers and of governments only.",
	Remedy: askIssuer,
	Quote:  "The Registration Scheme SHALL be identified using the following structure in the presented order: … For the NTR Registration Scheme identifier, where registrations are administrated at the subdivision (state or province) level, a plus \"+\"",
	From:   sbrStart, Until: subdivisionOfAny, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return organizationIDs(s, func(id *organizationID) bool {
			return id.scheme == schemeVAT && (id.fault == idSubdivisionOfVAT || id.fault == idSubdivision)
		})
	},
}, {
	ID:           "organization-identifier-vat-subdivision",
	Requirements: []string{"SBR-7.1.4.2.2-d-5"},
	Source:       SBR, Section: "7.1.4.2.2(d)", Severity: Notice,
	Title:       "A VAT number with a subdivision",
	Explanation: "VAT numbers come from a national office; a state or province is unusual in them.",
	Remedy:      "Check whether the number is right. If it is not, ask the issuer for a new certificate.",
	Quote:       "VAT: For an identifier allocated by the national tax authorities",
	From:        subdivisionOfAny, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return organizationIDFault(s, idSubdivisionOfVAT) },
}, {
	ID:           "organization-identifier-reference",
	Requirements: []string{"SBR-7.1.4.2.2-d-4"},
	Source:       SBR, Section: "7.1.4.2.2(d)", Severity: Error,
	Title: "The organization's identifier has no number after a hyphen",
	Explanation: "A hyphen follows the country, and then the number in the register. " +
		"Without either nobody can look the organization up.",
	Remedy: askIssuer,
	Quote:  "the Registration Scheme SHALL be identified using the following structure in the presented order: … a hyphen-minus \"-\" … and Registration Reference allocated in accordance with the identified Registration Scheme",
	From:   sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return organizationIDFault(s, idReference) },
}, {
	ID:           "organization-identifier-government",
	Requirements: []string{"SBR-7.1.4.2.2-d-11"},
	Source:       SBR, Section: "7.1.4.2.2(d) Note 2", Severity: Error,
	Title: "A government's identifier has more than country and subdivision",
	Explanation: "GOV stands for an authority that is in no register, so it has no number: " +
		"only its country follows, and perhaps a plus sign and a state or province.",
	Remedy: askIssuer,
	Quote:  "the CA SHALL enter the Registration Scheme identifier 'GOV' followed by the 2 character ISO 3166-1 country code",
	From:   sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return organizationIDFault(s, idGovernment) },
}, {
	ID:           "organization-identifier-international",
	Requirements: []string{"SBR-7.1.4.2.2-d-12"},
	Source:       SBR, Section: "7.1.4.2.2(d) Note 2", Severity: Error,
	Title:       "An international organization's identifier is not INTXG",
	Explanation: "An organization founded by states is in no national register: its identifier is INTXG and nothing more.",
	Remedy:      askIssuer,
	Quote:       "the CA SHALL enter the Registration Scheme identifier 'INT' followed by the ISO 3166-1 code \"XG\"",
	From:        sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return organizationIDFault(s, idInternational) },
}, {
	ID:           "organization-identifier-lei-country",
	Requirements: []string{"SBR-7.1.4.2.2-d-9"},
	Source:       SBR, Section: "7.1.4.2.2(d) Note 1", Severity: Error,
	Title: "A Legal Entity Identifier that does not begin with LEIXG",
	Explanation: "Legal Entity Identifiers are the same all over the world, so XG stands in place of a country. " +
		"Programs that look for LEIXG do not find this one.",
	Remedy: askIssuer,
	Quote:  "For the LEI Registration Scheme, the ISO 3166-1 code \"XG\" SHALL be used.",
	From:   sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return organizationIDFault(s, idLEICountry) },
}, {
	ID:           "organization-identifier-lei-code",
	Requirements: []string{"SBR-7.1.4.2.2-d-10"},
	Source:       SBR, Section: "7.1.4.2.2(d), Appendix A.1", Severity: Error,
	Title: "The Legal Entity Identifier is not one",
	Explanation: "It has 18 capital letters or digits and two check digits that fit them. " +
		"This one does not, so a character is wrong, missing or too many, and nobody can look the organization up.",
	Remedy: askIssuer,
	Quote:  "SHALL contain a Registration Reference for a Legal Entity assigned in accordance to the identified Registration Scheme … LEI: For a Legal Entity Identifier as specified in ISO 17442",
	From:   sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return organizationIDFault(s, idLEICode) },
}, {
	ID:           "organization-identifier-payment-services",
	Requirements: []string{"SBR-7.1.4.2.2-d-17"},
	Source:       SBR, Section: "Appendix A.1", Severity: Warning,
	Title: "A payment service provider's number without its authority",
	Explanation: "After the country stand two to eight capital letters for the national authority, a hyphen and the number that it gave. " +
		"Without them nobody can tell where to look the provider up.",
	Remedy: askIssuer,
	Quote:  "This shall use the extended structure as defined in ETSI TS 119 495, clause 5.2.1.",
	From:   sbrStart, Profiles: namesOrganization,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return organizationIDFault(s, idPSD) },
}}
