package lints

import "sealglass/cert"

var personNameRules = []Rule{
	{
		ID:           "sponsor-person-missing",
		Requirements: []string{"SBR-7.1.4.2.5-note2"},
		Source:       SBR, Section: "7.1.4.2.5 Note 2", Severity: Error,
		Title:       noPerson,
		Explanation: noPersonMeans,
		Remedy:      askIssuer,
		Quote:       "Multipurpose and Strict Generation profiles SHALL include either subject:givenName and/or subject:surname, or the subject:pseudonym.",
		From:        sbrStart, Profiles: Sponsor, Generations: Multipurpose | Strict,
		Parts: []Part{PartSubject},
		Check: personMissing,
		ZLint: []string{"e_invalid_individual_identity"},
	},
	{
		ID:           "individual-person-missing",
		Requirements: []string{"SBR-7.1.4.2.6-note2"},
		Source:       SBR, Section: "7.1.4.2.6 Note 2", Severity: Error,
		Title:       noPerson,
		Explanation: noPersonMeans,
		Remedy:      askIssuer,
		Quote:       "Strict and Multipurpose Generation profiles SHALL include either subject:givenName and/or subject:surname, or the subject:pseudonym.",
		From:        sbrStart, Profiles: Individual, Generations: Multipurpose | Strict,
		Parts: []Part{PartSubject},
		Check: personMissing,
		ZLint: []string{"e_invalid_individual_identity"},
	},
	{
		ID:           "legacy-person-missing",
		Requirements: []string{"SBR-7.1.4.2.5/6-note1b"},
		Source:       SBR, Section: "7.1.4.2.5, 7.1.4.2.6", Severity: Warning,
		Title: "The subject does not name the person",
		Explanation: "This kind of certificate vouches for a person. " +
			"Without a common name, given name, surname or pseudonym nobody can see for whom.",
		Remedy: askIssuer,
		Quote:  "Legacy Generation profiles MAY omit the … attributes and include only the subject:commonName",
		From:   sbrStart, Until: "2025-07-15", Profiles: Sponsor | Individual, Generations: Legacy,
		Parts: []Part{PartSubject},
		Check: func(s *Subject) []Place {
			return subjectLacks(s, "no common name, given name, surname or pseudonym",
				cert.OIDCommonName, cert.OIDGivenName, cert.OIDSurname, cert.OIDPseudonym)
		},
	},
	{
		ID:           "given-name-without-surname",
		Requirements: []string{"SBR-7.1.4.2.2-e-2"},
		Source:       SBR, Section: "7.1.4.2.2(e)", Severity: Warning,
		Title: "The subject has a given name and no surname",
		Explanation: "The name of a person who has only one has to be given as the surname. " +
			"Programs that sort or search people by surname do not find you.",
		Remedy: askIssuer,
		Quote:  "Subjects with a single legal name SHALL provide the name in the subject:surname attribute.",
		From:   sbrStart, Profiles: Sponsor | Individual,
		Parts: []Part{PartSubject},
		Check: func(s *Subject) []Place {
			return attributePlaces(s, func(n *judgedName, a *cert.Attribute) string {
				if a.Type != cert.OIDGivenName || n.has(cert.OIDSurname) {
					return ""
				}
				return shown(a.Value.Text)
			})
		},
	},
}

// What Note 2 of both profiles for persons asks for.
const (
	noPerson      = "The subject has neither given name nor surname nor pseudonym"
	noPersonMeans = "This kind of certificate vouches for a person, whose name stands in attributes of its own. " +
		"A common name alone does not tell programs which part of it is the name."
)

func personMissing(s *Subject) []Place {
	return subjectLacks(s, "no given name, surname or pseudonym",
		cert.OIDGivenName, cert.OIDSurname, cert.OIDPseudonym)
}

// subjectLacks is the fault of a subject that has none of the attributes.
func subjectLacks(s *Subject, got string, attributes ...cert.OID) []Place {
	n := judgedName{Name: s.Cert.Subject}
	if n.has(attributes...) {
		return nil
	}
	return at(string(PartSubject), s.Cert.Subject.Span, got)
}
