package lints

import "sealglass/cert"

// caSubjectRules are those about the subject of a CA certificate (SBR
// 7.1.4.3.1, RFC 5280 4.1.2.6).
var caSubjectRules = []Rule{
	{
		ID:           "ca-subject-empty",
		Requirements: []string{"SBR-5280-04", "SBR-7.1.4.3.1-a-1", "SBR-7.1.4.3.1-b-1", "SBR-7.1.4.3.1-c-1"},
		Source:       RFC5280, Section: "RFC 5280 4.1.2.6", Severity: Error, From: rfc5280Start,
		Title:       "CA certificate without a name",
		Explanation: "A CA is found by its name: certificates name their issuer. Without a name nothing below it can be checked.",
		Remedy:      caRemedy,
		Quote:       "If the subject is a CA … then the subject field MUST be populated with a non-empty distinguished name",
		Roles:       AnyCA,
		Parts:       []Part{PartSubject},
		Check: func(s *Subject) []Place {
			if len(s.Cert.Subject.RDNs) > 0 {
				return nil
			}
			return at(string(PartSubject), s.Cert.Subject.Span, "empty")
		},
		ZLint: []string{"e_subject_empty_without_san", "e_ca_subject_field_empty"},
	},
	{
		ID:           "ca-common-name-missing",
		Requirements: []string{"SBR-7.1.4.3.1-a-1"},
		Source:       SBR, Section: "7.1.4.3.1(a)", Severity: Error, From: sbrStart,
		Title:       "CA certificate without a common name",
		Explanation: "Mail programs show the common name as the issuer of a certificate.",
		Remedy:      caRemedy,
		Quote:       "subject:commonName (OID 2.5.4.3) … SHALL be present",
		Roles:       AnyCA,
		Parts:       []Part{PartSubject},
		When:        named,
		Check:       func(s *Subject) []Place { return attributeMissing(s, cert.OIDCommonName) },
		ZLint:       []string{"e_ca_common_name_missing"},
	},
	{
		ID:           "ca-organization-missing",
		Requirements: []string{"SBR-7.1.4.3.1-b-1"},
		Source:       SBR, Section: "7.1.4.3.1(b)", Severity: Error, From: sbrStart,
		Title:       "CA certificate without an organization",
		Explanation: "The organization says who operates the CA and answers for it.",
		Remedy:      caRemedy,
		Quote:       "subject:organizationName (OID 2.5.4.10) … SHALL be present",
		Roles:       AnyCA,
		Parts:       []Part{PartSubject},
		When:        named,
		Check:       func(s *Subject) []Place { return attributeMissing(s, cert.OIDOrganizationName) },
		ZLint:       []string{"e_ca_organization_name_missing"},
	},
	{
		ID:           "ca-country-missing",
		Requirements: []string{"SBR-7.1.4.3.1-c-1"},
		Source:       SBR, Section: "7.1.4.3.1(c)", Severity: Error, From: sbrStart,
		Title:       "CA certificate without a country",
		Explanation: "The country says where the CA has its place of business and which law it answers to.",
		Remedy:      caRemedy,
		Quote:       "subject:countryName (OID: 2.5.4.6) … SHALL be present",
		Roles:       AnyCA,
		Parts:       []Part{PartSubject},
		When:        named,
		Check:       func(s *Subject) []Place { return attributeMissing(s, cert.OIDCountryName) },
		ZLint:       []string{"e_ca_country_name_missing"},
	},
	{
		ID:           "ca-country-not-iso",
		Requirements: []string{"SBR-7.1.4.3.1-c-1"},
		Source:       SBR, Section: "7.1.4.3.1(c)", Severity: Error, From: sbrStart,
		Title:       "Country of a CA certificate is no country code",
		Explanation: "The country has to be one of the two-letter codes of ISO 3166-1, so that programs and people read it alike.",
		Remedy:      caRemedy,
		Quote:       "This field SHALL contain the two-letter ISO 3166-1 country code",
		Roles:       AnyCA,
		Parts:       []Part{PartSubject},
		When:        named,
		Check: func(s *Subject) []Place {
			var places []Place
			for i := range s.Cert.Subject.RDNs {
				for _, a := range s.Cert.Subject.RDNs[i].Attributes {
					if a.Type == cert.OIDCountryName && !isCountry(a.Value.Text) {
						places = append(places, Place{Path: string(PartSubject), Span: a.Span, Got: a.Value.Text})
					}
				}
			}
			return places
		},
		ZLint: []string{"e_ca_country_name_invalid"},
	},
}

// named says that the subject is not empty; an empty one is its own fault.
func named(s *Subject) bool { return len(s.Cert.Subject.RDNs) > 0 }

// attributeMissing is the fault of a subject without such an attribute.
func attributeMissing(s *Subject, attribute cert.OID) []Place {
	for _, rdn := range s.Cert.Subject.RDNs {
		for i := range rdn.Attributes {
			if rdn.Attributes[i].Type == attribute {
				return nil
			}
		}
	}
	return at(string(PartSubject), s.Cert.Subject.Span, label(attribute)+" is absent")
}
