package lints

import "sealglass/cert"

var emailAddressRules = []Rule{{
	ID:           "email-address-not-a-mailbox",
	Requirements: []string{"SBR-7.1.4.2.2-h-1", "SBR-1.6.1-mbx"},
	Source:       SBR, Section: "7.1.4.2.2(h)", Severity: Error,
	Title: "The email address in the subject is not one plain address",
	Explanation: "The field holds exactly one address, without a name, angle brackets, spaces or a second address. " +
		"Mail programs cannot match anything else with the address you write from.",
	Remedy: askIssuer,
	Quote:  "If present, the subject:emailAddress SHALL contain a single Mailbox Address",
	From:   sbrStart,
	Parts:  []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return valuePlaces(s, cert.OIDEmailAddress, func(text string) string {
			if _, _, problem := parseMailbox(text); problem != "" {
				return shown(text) + ": " + problem
			}
			return ""
		})
	},
	ZLint: []string{"e_single_email_subject_if_present"},
}, {
	ID:           "subject-mailbox-not-in-alternative-names",
	Requirements: []string{"SBR-7.1.4.2.1-3"},
	Source:       SBR, Section: "7.1.4.2.1", Severity: Error,
	Title: "An email address in the subject is not among the alternative names",
	Explanation: "Mail programs look for your addresses in the alternative names only. " +
		"An address that stands in the subject alone was perhaps never checked, and programs do not use it.",
	Remedy: askIssuer,
	Quote:  "All Mailbox Addresses in the subject field … SHALL be repeated as rfc822Name or otherName values of type id-on-SmtpUTF8Mailbox",
	From:   sbrStart,
	Parts:  []Part{PartSubject, PartSubjectAltName},
	When:   namesMailboxes,
	Check: func(s *Subject) []Place {
		return unrepeated(s, func(n *judgedName, a *cert.Attribute) bool {
			return n.subject && a.Type != cert.OIDCommonName
		}, noMailbox)
	},
	ZLint: []string{"e_mailbox_address_shall_contain_an_rfc822_name", "e_subj_email_not_in_san"},
}, {
	ID:           "subject-email-address-case",
	Requirements: []string{"SBR-7.1.4.2.1-3"},
	Source:       SBR, Section: "7.1.4.2.1", Severity: Warning,
	Title: "An email address differs in letter case from the alternative name",
	Explanation: "The address in the subject and the one in the alternative names differ in capital letters before the @. " +
		"Nearly all mail servers treat them as one; a program that compares exactly does not.",
	Remedy: askIssuer,
	Quote:  "All Mailbox Addresses in the subject field … SHALL be repeated as rfc822Name or otherName values of type id-on-SmtpUTF8Mailbox",
	From:   sbrStart,
	Parts:  []Part{PartSubject, PartSubjectAltName},
	When:   namesMailboxes,
	Check: func(s *Subject) []Place {
		return unrepeated(s, func(n *judgedName, a *cert.Attribute) bool {
			return a.Type == cert.OIDEmailAddress
		}, caseMailbox)
	},
	ZLint: []string{"e_mailbox_address_shall_contain_an_rfc822_name", "e_subj_email_not_in_san"},
}, {
	ID:           "directory-name-mailbox-not-in-alternative-names",
	Requirements: []string{"SBR-7.1.4.2.1-4"},
	Source:       SBR, Section: "7.1.4.2.1", Severity: Error,
	Title: "An email address in a directory name stands nowhere else",
	Explanation: "Mail programs look for your addresses in the alternative names as such, not within a directory name there. " +
		"An address that stands only in one was perhaps never checked, and programs do not use it.",
	Remedy: askIssuer,
	Quote:  "All Mailbox Addresses in … entries of type directoryName of this extension SHALL be repeated as rfc822Name or otherName values",
	From:   sbrStart,
	Parts:  []Part{PartSubjectAltName},
	When:   namesMailboxes,
	Check: func(s *Subject) []Place {
		return unrepeated(s, func(n *judgedName, a *cert.Attribute) bool { return !n.subject }, noMailbox)
	},
	ZLint: []string{"e_mailbox_address_shall_contain_an_rfc822_name"},
}}

// namesMailboxes says whether the subjectAltName names a mailbox: one without any
// is a fault of its own.
func namesMailboxes(s *Subject) bool {
	m := sanMailboxes(s)
	return !m.none()
}

// unrepeated are the mailboxes in those of the attributes that come only so near
// to one of the subjectAltName. An emailAddress differs from no mailbox by letter
// case (RFC 5280 4.1.2.6); in any other attribute only a value that is meant for a
// mailbox is one.
func unrepeated(s *Subject, in func(*judgedName, *cert.Attribute) bool, near likeness) []Place {
	m := sanMailboxes(s)
	if m.vague {
		return nil
	}
	return attributePlaces(s, func(n *judgedName, a *cert.Attribute) string {
		if !in(n, a) || !readable(&a.Value) {
			return ""
		}
		text := a.Value.Text
		if _, _, problem := parseMailbox(text); problem != "" {
			return ""
		}
		found := m.like(text)
		if a.Type != cert.OIDEmailAddress {
			if !looksLikeMailbox(text) {
				return ""
			}
			if found == caseMailbox {
				found = noMailbox
			}
		}
		if found != near {
			return ""
		}
		return shown(text)
	})
}
