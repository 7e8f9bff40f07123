package lints

import "sealglass/cert"

// directoryNameRules are those about a directoryName in the subjectAltName by
// which it follows the tables for the subject (SBR 7.1.4.2.1). The rules about
// the content of attributes judge it with the subject.
var directoryNameRules = []Rule{{
	ID:           "directory-name-attribute-forbidden",
	Requirements: []string{"SBR-7.1.4.2.1-5"},
	Source:       SBR, Section: "7.1.4.2.1", Severity: Error,
	Title: "A directory name has an attribute that the subject may not have",
	Explanation: "A name among the alternative names is bound to the same table of attributes as the subject. " +
		"What the table leaves out was not checked for this kind of certificate.",
	Remedy: askIssuer,
	Quote:  "provided that the information contained in the Name complies with the requirements set forth in Sections 7.1.4.2.2 through 7.1.4.2.6 … The CA SHALL NOT include GeneralName entries that do not conform to the requirements of this section.",
	From:   directoryNameTables, Profiles: Mailbox | identified, Generations: Legacy | Multipurpose | Strict,
	Parts: []Part{PartSubjectAltName},
	Check: func(s *Subject) []Place {
		return attributePlaces(s, func(n *judgedName, a *cert.Attribute) string {
			if n.subject || tableWord(s, tableRow(a.Type)) != shallNotCell {
				return ""
			}
			return presence(a)
		})
	},
}, {
	ID:           "directory-name-attribute-missing",
	Requirements: []string{"SBR-7.1.4.2.1-5"},
	Source:       SBR, Section: "7.1.4.2.1", Severity: Warning,
	Title: "A directory name lacks an attribute that the subject has to have",
	Explanation: "A name among the alternative names is bound to the same table of attributes as the subject. " +
		"The Requirements speak of what the name contains; whether it has to be complete can be read either way.",
	Remedy: askIssuer,
	Quote:  "provided that the information contained in the Name complies with the requirements set forth in Sections 7.1.4.2.2 through 7.1.4.2.6, according to the Certificate Type",
	From:   directoryNameTables, Profiles: identified, Generations: Legacy | Multipurpose | Strict,
	Parts: []Part{PartSubjectAltName},
	Check: func(s *Subject) []Place {
		return namePlaces(s, func(n *judgedName) string {
			if n.subject {
				return ""
			}
			return tableGaps(s, n)
		})
	},
}}

// directoryNameTables is the day from which a directoryName in the
// subjectAltName follows the attribute tables as well (SBR 1.0.10, 7.1.4.2.1).
const directoryNameTables Date = "2025-07-02"

// tableWord is what the table says in a row for the subject's profile and generation.
func tableWord(s *Subject, row int) byte {
	return tableCell(row, bitIndex(uint8(s.Profile)))[bitIndex(uint8(s.Generation))]
}

// tableGaps lists what the table asks for and the name lacks, with the person of
// Note 2 of 7.1.4.2.5 and 7.1.4.2.6.
func tableGaps(s *Subject, n *judgedName) string {
	gaps := ""
	for row := range subjectTable {
		if tableWord(s, row) == shallCell && !n.has(subjectTable[row].attribute) {
			gaps += ", " + subjectTable[row].name
		}
	}
	person := s.Profile&(Sponsor|Individual) != 0 && s.Generation&(Multipurpose|Strict) != 0
	if person && !n.has(cert.OIDGivenName, cert.OIDSurname, cert.OIDPseudonym) {
		gaps += ", givenName or surname or pseudonym"
	}
	if gaps == "" {
		return ""
	}
	return gaps[len(", "):] + " is absent"
}
