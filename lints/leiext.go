package lints

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"sealglass/cert"
)

// leiRules are those about the Legal Entity Identifier of the subject's
// organization and the role in it (SBR 7.1.2.3 l, ISO 17442).
var leiRules = []Rule{{
	ID:           "lei-prohibited",
	Requirements: []string{"SBR-7.1.2.3-l-1"},
	Source:       SBR, Section: "7.1.2.3(l)", Severity: Error,
	Title: "A Legal Entity Identifier in a certificate of no organization",
	Explanation: "A certificate for a mailbox alone, or for a person alone, vouches for no organization. " +
		"An LEI in it would seem to.",
	Remedy: askIssuer,
	Quote:  "LEI … Mailbox-validated | Prohibited … Individual-validated | Prohibited",
	From:   sbrStart, Profiles: Mailbox | Individual,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return present(s, cert.OIDLEI, cert.OIDLEIRole) },
	ZLint: []string{"e_legal_entity_identifier"},
}, {
	ID:           "lei-role-prohibited",
	Requirements: []string{"SBR-7.1.2.3-l-2"},
	Source:       SBR, Section: "7.1.2.3(l)", Severity: Error,
	Title: "The certificate of an organization names the role of a person",
	Explanation: "The role of the LEI is that of a person in an organization, " +
		"and this certificate names no person.",
	Remedy: askIssuer,
	Quote:  "Role (1.3.6.1.4.1.52266.2) SHALL NOT be present.",
	From:   sbrStart, Profiles: Organization,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return present(s, cert.OIDLEIRole) },
	ZLint: []string{"e_legal_entity_identifier"},
}, {
	ID:           "lei-critical",
	Requirements: []string{"SBR-7.1.2.3-l-3"},
	Source:       SBR, Section: "7.1.2.3(l)", Severity: Error,
	Title:       "The Legal Entity Identifier is marked critical",
	Explanation: "Mail programs do not know this extension, and have to refuse a certificate that marks it critical.",
	Remedy:      askIssuer,
	Quote:       "MAY be present and SHALL NOT be marked critical.",
	From:        sbrStart, Profiles: Organization | Sponsor | NoProfile,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place {
		if s.Profile == Organization { // its role is lei-role-prohibited's
			return critical(s, cert.OIDLEI)
		}
		return critical(s, cert.OIDLEI, cert.OIDLEIRole)
	},
	ZLint: []string{"e_legal_entity_identifier"},
}, {
	ID:           "lei-malformed",
	Requirements: []string{"SBR-7.1.2.3-l-4"},
	Source:       SBR, Section: "7.1.2.3(l)", Severity: Error,
	Title:       "The Legal Entity Identifier is none",
	Explanation: "An LEI has 18 capital letters or digits and then two digits. With this one nobody can look the organization up.",
	Remedy:      askIssuer,
	Quote:       "a 20-character, alpha-numeric code used in accordance with ISO 17442-1:2020 … The CA SHALL verify that the RegistrationStatus for the LEI record is ISSUED",
	From:        sbrStart, Profiles: Organization | Sponsor | NoProfile,
	Parts: []Part{PartLEI},
	When:  leiPresent,
	Check: func(s *Subject) []Place {
		if v := s.Cert.LEI.Value; !isLEI(v.Text) {
			return atLEI(s, strconv.Itoa(utf8.RuneCountInString(v.Text))+" characters: "+shown(v.Text))
		}
		return nil
	},
}, {
	ID:           "lei-checksum",
	Requirements: []string{"SBR-7.1.2.3-l-4"},
	Source:       SBR, Section: "7.1.2.3(l), ISO 17442-1 6", Severity: Warning,
	Title: "The Legal Entity Identifier seems to be mistyped",
	Explanation: "The last two digits of an LEI are a checksum over the others, and these don't fit. " +
		"With this one nobody can look the organization up.",
	Remedy: askIssuer,
	Quote:  "used in accordance with ISO 17442-1:2020, Clause 6",
	From:   sbrStart, Profiles: Organization | Sponsor | NoProfile,
	Parts: []Part{PartLEI},
	When:  func(s *Subject) bool { return leiPresent(s) && isLEI(s.Cert.LEI.Value.Text) },
	Check: func(s *Subject) []Place {
		if v := s.Cert.LEI.Value; !leiChecksum(v.Text) {
			return atLEI(s, v.Text)
		}
		return nil
	},
}, {
	ID:           "lei-string-type",
	Requirements: []string{"SBR-7.1.2.3-l-4"},
	Source:       SBR, Section: "7.1.2.3(l), ISO 17442-2 4", Severity: Warning,
	Title: "The Legal Entity Identifier or role is of another type",
	Explanation: "Both extensions hold a PrintableString, the role one of 1 to 100 characters. " +
		"Programs that read LEIs may not read this one.",
	Remedy: askIssuer,
	Quote:  "used in accordance with … ISO 17442-2:2020, Clause 4",
	From:   sbrStart, Profiles: Organization | Sponsor | NoProfile,
	Parts: []Part{PartLEI, PartLEIRole},
	Check: leiStringType,
}, {
	ID:           "lei-differs",
	Requirements: []string{"SBR-7.1.2.3-l-4"},
	Source:       SBR, Section: "7.1.2.3(l)", Severity: Warning,
	Title: "Two different Legal Entity Identifiers",
	Explanation: "The LEI in the extension is another one than that in organizationIdentifier. " +
		"The certificate seems to name two organizations.",
	Remedy: "Ask the issuer which of the two is your organization's, and for a new certificate.",
	Quote:  "used in accordance with ISO 17442-1:2020, Clause 6",
	From:   sbrStart, Profiles: Organization | Sponsor | NoProfile,
	Parts: []Part{PartLEI, PartSubject},
	When:  leiPresent,
	Check: leiDiffers,
}}

// maxLEIRole is the greatest number of characters of a role (ISO 17442-2).
const maxLEIRole = 100

// leiScheme begins an organizationIdentifier that holds an LEI (SBR 7.1.4.2.2 d).
const leiScheme = "LEIXG-"

func leiPresent(s *Subject) bool { return s.Cert.LEI != nil }

func atLEI(s *Subject, got string) []Place {
	return at(extensionPath(s.Cert.LEI.Extension)+".value", s.Cert.LEI.Value.Span, got)
}

func leiStringType(s *Subject) []Place {
	var places []Place
	if v := s.Cert.LEI; v != nil && v.Value.Tag != tagPrintableString {
		places = atLEI(s, "no PrintableString")
	}
	// In an organization's certificate a role is a fault in itself.
	v := s.Cert.LEIRole
	if v == nil || s.Profile == Organization {
		return places
	}
	got := ""
	switch n := utf8.RuneCountInString(v.Value.Text); {
	case v.Value.Tag != tagPrintableString:
		got = "no PrintableString"
	case n == 0 || n > maxLEIRole:
		got = strconv.Itoa(n) + " characters"
	default:
		return places
	}
	return append(places, at(extensionPath(v.Extension)+".value", v.Value.Span, got)...)
}

// leiDiffers leaves what is no LEI to lei-malformed.
func leiDiffers(s *Subject) []Place {
	lei := s.Cert.LEI.Value.Text
	for _, rdn := range s.Cert.Subject.RDNs {
		for i := range rdn.Attributes {
			a := &rdn.Attributes[i]
			if a.Type != cert.OIDOrganizationIdentifier {
				continue
			}
			other, found := strings.CutPrefix(a.Value.Text, leiScheme)
			if found && isLEI(other) && isLEI(lei) && other != lei {
				return atLEI(s, lei+", but "+other+" in organizationIdentifier")
			}
		}
	}
	return nil
}
