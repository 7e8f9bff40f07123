package lints

import "sealglass/cert"

var organizationRules = []Rule{{
	ID:           "organization-name-parentheses",
	Requirements: []string{"SBR-7.1.4.2.2-b-1"},
	Source:       SBR, Section: "7.1.4.2.2(b)", Severity: Notice,
	Title: "The organization's name has a parenthesis without its pair",
	Explanation: "An assumed name comes first, then the legal name in parentheses. " +
		"Here one parenthesis is missing: part of the name may be cut off.",
	Remedy: "Check whether the name is complete. If it is not, ask the issuer for a new certificate.",
	Quote:  "the Assumed Name SHALL appear first, followed by the full legal organization name in parentheses",
	From:   sbrStart, Profiles: Organization | Sponsor,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return valuePlaces(s, cert.OIDOrganizationName, func(text string) string {
			if paired(text) {
				return ""
			}
			return shown(text)
		})
	},
}, {
	ID:           "organizational-unit",
	Requirements: []string{"SBR-7.1.4.2.2-c-1"},
	Source:       SBR, Section: "7.1.4.2.2(c)", Severity: Notice,
	Title: "The subject names an organizational unit",
	Explanation: "The unit has to be an affiliated company by its full legal name, not a department. " +
		"Which of the two it is cannot be seen in the certificate.",
	Remedy: "If it is a department, ask the issuer to leave it out of the next certificate.",
	Quote:  "the subject:organizationalUnitName is the full legal organization name of an Affiliate of the subject:organizationName",
	From:   sbrStart, Profiles: Organization | Sponsor,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return valuePlaces(s, cert.OIDOrganizationalUnitName, func(text string) string { return shown(text) })
	},
}}

// paired says whether each parenthesis has its pair.
func paired(text string) bool {
	open := 0
	for _, r := range text {
		switch r {
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return false
			}
		}
	}
	return open == 0
}
