package lints

import (
	"strings"

	"sealglass/cert"
)

// draftRules are proposals that were open at the S/MIME working group's meeting
// of January 2026 or came after it. They are no rules: off unless asked for, and
// never more than a notice.
var draftRules = []Rule{
	{
		ID:           "draft-scope-by-purpose",
		Requirements: []string{"DRAFT-scope"},
		Source:       Draft, Section: "Proposal: cabforum/smime issue 307", Severity: Notice,
		Title:       "Proposal: would be in scope by its purpose alone",
		Explanation: "This certificate is for email by its purpose but names no mailbox, so the S/MIME rules do not apply to it today. A proposal would apply them to every certificate with this purpose.",
		Remedy:      "Nothing to do now: ask the issuer to name your mailbox in the next certificate.",
		Roles:       OtherRole,
		Parts:       []Part{PartExtKeyUsage},
		Check: func(s *Subject) []Place {
			return listed(s.Cert.ExtKeyUsage, cert.OIDEmailProtection)
		},
	},
	{
		ID:           "draft-gov-xx",
		Requirements: []string{"DRAFT-xx-gov"},
		Source:       Draft, Section: "Proposal: cabforum/smime issue 240", Severity: Notice,
		Title:       "Proposal: GOVXX would be allowed without a subdivision",
		Explanation: "Today the rules contradict themselves about an identifier that starts with GOVXX. A proposal would allow it for governments without an ISO country code, as long as no subdivision follows.",
		Remedy:      "Nothing to do: this is a proposal, not a rule.",
		Profiles:    Organization | Sponsor | NoProfile,
		Parts:       []Part{PartSubject},
		Check: func(s *Subject) []Place {
			return valuePlaces(s, cert.OIDOrganizationIdentifier, func(text string) string {
				if !strings.HasPrefix(text, "GOVXX") {
					return ""
				}
				return shown(text)
			})
		},
	},
	{
		ID:           "draft-pseudonym",
		Requirements: []string{"DRAFT-pseudo"},
		Source:       Draft, Section: "Proposal: cabforum/smime issue 278", Severity: Notice,
		Title:       "Proposal: a pseudonym would be marked as one",
		Explanation: "The working group discusses how a certificate should show that its name is a pseudonym, for example by a prefix such as 'PN:'. Nothing is decided.",
		Remedy:      "Nothing to do: this is a proposal, not a rule.",
		Profiles:    Sponsor | Individual | NoProfile,
		Parts:       []Part{PartSubject},
		Check: func(s *Subject) []Place {
			return valuePlaces(s, cert.OIDPseudonym, func(text string) string { return shown(text) })
		},
	},
	{
		ID:     "draft-root-validity",
		Source: Draft, Section: "Proposal: rewrite of section 7 (branch profiles)", Severity: Notice,
		Title:       "Proposal: root would have to run 8 to 25 years",
		Explanation: "The rewrite of section 7 would limit a root's time to between 2922 and 9132 days.",
		Remedy:      "Nothing to do: this is a proposal, not a rule.",
		Roles:       Root,
		Parts:       []Part{PartValidity},
		When:        timesReadable,
		Check: func(s *Subject) []Place {
			v := s.Cert.Validity
			const day = 24 * 60 * 60
			seconds := v.NotAfter.Time.Unix() - v.NotBefore.Time.Unix() + 1
			if seconds >= 2922*day && seconds <= 9132*day {
				return nil
			}
			return at(string(PartValidity), v.Span, days(v.NotAfter.Time.Sub(v.NotBefore.Time)))
		},
	},
}
