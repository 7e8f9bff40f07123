package lints

import (
	"strings"

	"sealglass/cert"
)

var commonNameRules = []Rule{{
	ID:           "common-name-not-a-mailbox",
	Requirements: []string{"SBR-7.1.4.2.2-a-1"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Error,
	Title: "The common name is not an email address of the certificate",
	Explanation: "Only your address was checked for this kind of certificate. " +
		"A name shown in its place was not, and people may take it for yours.",
	Remedy: askIssuer,
	Quote:  "this attribute SHALL contain one of the following values … Mailbox-validated | Mailbox Address",
	From:   sbrStart, Profiles: Mailbox,
	Parts: []Part{PartSubject, PartSubjectAltName},
	Check: commonNameNotMailbox,
	ZLint: []string{"e_commonname_mailbox_validated"},
}, {
	ID:           "common-name-mailbox-not-in-alternative-names",
	Requirements: []string{"SBR-7.1.4.2.2-a-4", "SBR-7.1.4.2.1-3"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Error,
	Title: "The email address in the common name stands nowhere else",
	Explanation: "Mail programs look for your addresses in the alternative names and show the common name to people. " +
		"The two disagree: the address shown is none that the certificate can be used with.",
	Remedy: askIssuer,
	Quote:  "the Mailbox Address SHALL contain a rfc822Name or otherName value of type id-on-SmtpUTF8Mailbox from extensions:subjectAltName",
	From:   sbrStart,
	Parts:  []Part{PartSubject, PartSubjectAltName},
	When:   namesMailboxes,
	Check: func(s *Subject) []Place {
		return unrepeated(s, func(n *judgedName, a *cert.Attribute) bool {
			return n.subject && a.Type == cert.OIDCommonName
		}, noMailbox)
	},
	ZLint: []string{"e_mailbox_address_shall_contain_an_rfc822_name", "e_commonname_mailbox_validated"},
}, {
	ID:           "common-name-mailbox-spelling",
	Requirements: []string{"SBR-7.1.4.2.2-a-4"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Warning,
	Title: "The email address in the common name is spelled differently",
	Explanation: "It is the same address as in the alternative names with its domain written in another way. " +
		"A program that compares the two letter by letter takes them for different ones.",
	Remedy: askIssuer,
	Quote:  "the Mailbox Address SHALL contain a rfc822Name or otherName value of type id-on-SmtpUTF8Mailbox from extensions:subjectAltName",
	From:   sbrStart,
	Parts:  []Part{PartSubject, PartSubjectAltName},
	When:   namesMailboxes,
	Check: func(s *Subject) []Place {
		return unrepeated(s, func(n *judgedName, a *cert.Attribute) bool { return a.Type == cert.OIDCommonName }, sameMailbox)
	},
	ZLint: []string{"e_mailbox_address_shall_contain_an_rfc822_name", "e_commonname_mailbox_validated"},
}, {
	ID:           "common-name-not-the-organization",
	Requirements: []string{"SBR-7.1.4.2.2-a-2"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Error,
	Title: "The common name is neither the organization nor its address",
	Explanation: "This kind of certificate vouches for an organization. " +
		"Mail programs show the common name, and here it is a name that was not checked.",
	Remedy: askIssuer,
	Quote:  "this attribute SHALL contain one of the following values … subject:organizationName or Mailbox Address",
	From:   sbrStart, Profiles: Organization,
	Parts: []Part{PartSubject, PartSubjectAltName},
	Check: func(s *Subject) []Place { return otherThanOrganization(s, false) },
	ZLint: []string{"e_org_validated_invalid_cn"},
}, {
	ID:           "common-name-organization-spelling",
	Requirements: []string{"SBR-7.1.4.2.2-a-2"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Warning,
	Title: "The common name spells the organization differently",
	Explanation: "It reads like the organization in this certificate in another spelling or script. " +
		"A program that compares the two letter by letter takes them for different ones.",
	Remedy: askIssuer,
	Quote:  "this attribute SHALL contain one of the following values … subject:organizationName or Mailbox Address",
	From:   sbrStart, Profiles: Organization,
	Parts: []Part{PartSubject, PartSubjectAltName},
	Check: func(s *Subject) []Place { return otherThanOrganization(s, true) },
	ZLint: []string{"e_org_validated_invalid_cn"},
}, {
	ID:           "common-name-other-than-names",
	Requirements: []string{"SBR-7.1.4.2.2-a-3", "SBR-7.1.4.2.2-a-8"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Notice,
	Title: "The common name shares no part with given name and surname",
	Explanation: "People see the common name. Usually it is made of the given name and the surname; here no part of them appears in it. " +
		"A preferred name may well look like this.",
	Remedy: "Check whether the common name is yours. If it is not, ask the issuer for a new certificate and send them this report.",
	Quote:  "The Personal Name SHOULD be presented as subject:givenName and/or subject:surname.",
	From:   sbrStart, Profiles: Sponsor | Individual,
	Parts: []Part{PartSubject, PartSubjectAltName},
	Check: otherThanNames,
}}

func commonNameNotMailbox(s *Subject) []Place {
	m := sanMailboxes(s)
	return valuePlaces(s, cert.OIDCommonName, func(text string) string {
		// One that is meant for a mailbox has rules of its own.
		if looksLikeMailbox(text) || m.vague || m.like(text) >= sameMailbox {
			return ""
		}
		return shown(text)
	})
}

// otherThanOrganization are the common names that are no mailbox and no
// organization of the name: those that may be one in another spelling, or the
// others.
func otherThanOrganization(s *Subject, maybe bool) []Place {
	m := sanMailboxes(s)
	return valuePlacesBeside(s, cert.OIDCommonName, func(n *judgedName) func(string) string {
		organizations, sure := n.spellings(cert.OIDOrganizationName)
		if !sure || len(organizations) == 0 || m.vague {
			return nil
		}
		return func(text string) string {
			if looksLikeMailbox(text) || m.like(text) >= sameMailbox {
				return ""
			}
			near, own := false, spell(text)
			for i := range organizations {
				same, certain := own.same(&organizations[i])
				if same && certain {
					return ""
				}
				near = near || !certain
			}
			if near != maybe {
				return ""
			}
			return shown(text) + ", organization: " + shown(organizations[0].text)
		}
	})
}

// otherThanNames are the common names that hold no word of the given names and
// surnames beside them.
func otherThanNames(s *Subject) []Place {
	m := sanMailboxes(s)
	return valuePlacesBeside(s, cert.OIDCommonName, func(n *judgedName) func(string) string {
		names, sure := n.spellings(cert.OIDGivenName, cert.OIDSurname)
		if !sure || len(names) == 0 {
			return nil
		}
		ascii, words := true, []string(nil)
		for _, name := range names {
			ascii = ascii && name.ascii
			words = append(words, strings.Fields(name.folded)...)
		}
		return func(text string) string {
			own := spell(text)
			if !ascii || !own.ascii || looksLikeMailbox(text) || m.like(text) >= sameMailbox {
				return ""
			}
			for _, word := range words {
				if strings.Contains(own.folded, word) {
					return ""
				}
			}
			return shown(text)
		}
	})
}
