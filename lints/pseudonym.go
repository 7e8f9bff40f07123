package lints

import (
	"strings"

	"sealglass/cert"
)

var pseudonymRules = []Rule{{
	ID:           "pseudonym-with-name",
	Requirements: []string{"SBR-7.1.4.2.2-e-1"},
	Source:       SBR, Section: "7.1.4.2.2(e), (f)", Severity: Error,
	Title: "The subject has a pseudonym and a real name",
	Explanation: "A pseudonym is there to keep the name out of the certificate. Here both stand side by side, " +
		"so everyone who gets your mail can link them. Since May 2024 the common name, too, may hold only one of them.",
	Remedy: askIssuer,
	Quote:  "The subject:givenName and/or subject:surname SHALL NOT be present if the subject:pseudonym is present.",
	From:   sbrStart, Profiles: Sponsor | Individual,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return attributePlaces(s, func(n *judgedName, a *cert.Attribute) string {
			if a.Type != cert.OIDPseudonym || !n.has(cert.OIDGivenName, cert.OIDSurname) {
				return ""
			}
			return shown(a.Value.Text)
		})
	},
}, {
	ID:           "common-name-not-the-pseudonym",
	Requirements: []string{"SBR-7.1.4.2.2-a-6", "SBR-7.1.4.2.2-a-7"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Error,
	Title: "The common name does not contain the pseudonym",
	Explanation: "Beside a pseudonym the common name has to be a pseudonym too, and to contain it. " +
		"A real name there would undo what the pseudonym is for.",
	Remedy: askIssuer,
	Quote:  "the Pseudonym SHALL contain the subject:pseudonym if that Subject attribute is also present",
	From:   "2024-05-11", Profiles: Sponsor | Individual,
	Parts: []Part{PartSubject, PartSubjectAltName},
	Check: func(s *Subject) []Place { return besidePseudonym(s, pseudonymMissing) },
}, {
	ID:           "common-name-not-the-pseudonym-early",
	Requirements: []string{"SBR-7.1.4.2.2-a-6"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Notice,
	Title: "The common name does not contain the pseudonym",
	Explanation: "Until May 2024 a real name could stand in the common name beside a pseudonym. " +
		"Everyone who gets your mail can then link the two.",
	Remedy: "If the pseudonym was to hide your name, ask the issuer for a new certificate and send them this report.",
	Quote:  "the Pseudonym SHALL contain the subject:pseudonym if that Subject attribute is also present",
	From:   sbrStart, Until: "2024-05-11", Profiles: Sponsor | Individual,
	Parts: []Part{PartSubject, PartSubjectAltName},
	Check: func(s *Subject) []Place { return besidePseudonym(s, pseudonymMissing) },
}, {
	ID:           "common-name-pseudonym-spelling",
	Requirements: []string{"SBR-7.1.4.2.2-a-6", "SBR-7.1.4.2.2-a-7"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Warning,
	Title: "The common name has the pseudonym in another spelling, if at all",
	Explanation: "The common name has to contain the pseudonym. It does not to the letter, " +
		"but it may be the same in another script or order of words.",
	Remedy: "Check whether both mean the same. If they do not, ask the issuer for a new certificate and send them this report.",
	Quote:  "the Pseudonym SHALL contain the subject:pseudonym if that Subject attribute is also present",
	From:   "2024-05-11", Profiles: Sponsor | Individual,
	Parts: []Part{PartSubject, PartSubjectAltName},
	Check: func(s *Subject) []Place { return besidePseudonym(s, pseudonymUnclear) },
}, {
	ID:           "common-name-more-than-pseudonym",
	Requirements: []string{"SBR-7.1.4.2.2-a-7"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Notice,
	Title: "The common name holds more than the pseudonym",
	Explanation: "Issuers mark a pseudonym with words such as 'PN:'. The Requirements ask that the common name contains the pseudonym; " +
		"whether more may stand around it is disputed.",
	Remedy: "Nothing needs to be done, unless what stands around it is your real name.",
	Quote:  "If the subject:commonName contains a Personal Name, then the subject:pseudonym attribute SHALL NOT be present.",
	From:   "2024-05-11", Profiles: Sponsor | Individual,
	Parts: []Part{PartSubject, PartSubjectAltName},
	Check: func(s *Subject) []Place { return besidePseudonym(s, pseudonymInside) },
}, {
	ID:           "common-name-marked-as-pseudonym",
	Requirements: []string{"SBR-7.1.4.2.2-a-5"},
	Source:       SBR, Section: "7.1.4.2.2(a)", Severity: Notice,
	Title: "The common name is marked as a pseudonym beside a real name",
	Explanation: "The common name begins or ends with a mark that issuers use for pseudonyms. " +
		"If it is one, given name and surname may not stand beside it.",
	Remedy: "If the common name is a pseudonym, ask the issuer for a new certificate and send them this report.",
	Quote:  "If the subject:commonName contains a Pseudonym, then the subject:givenName and/or subject:surname attributes SHALL NOT be present.",
	From:   "2024-05-11", Profiles: Sponsor | Individual,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return valuePlacesBeside(s, cert.OIDCommonName, func(n *judgedName) func(string) string {
			if n.has(cert.OIDPseudonym) || !n.has(cert.OIDGivenName, cert.OIDSurname) {
				return nil
			}
			return func(text string) string {
				if !markedAsPseudonym(text) {
					return ""
				}
				return shown(text)
			}
		})
	},
}}

// pseudonymFit says how a common name stands to the pseudonyms beside it.
type pseudonymFit uint8

const (
	pseudonymAlone   pseudonymFit = iota // it is one, or nothing can be said
	pseudonymInside                      // it contains one and more
	pseudonymUnclear                     // it may contain one in another spelling
	pseudonymMissing                     // it contains none
)

// besidePseudonym are the common names beside a pseudonym that stand to it so.
// With a real name in attributes as well that is the fault, and with a mailbox
// for a common name there is none.
func besidePseudonym(s *Subject, fit pseudonymFit) []Place {
	m := sanMailboxes(s)
	return valuePlacesBeside(s, cert.OIDCommonName, func(n *judgedName) func(string) string {
		pseudonyms, sure := n.spellings(cert.OIDPseudonym)
		if !sure || len(pseudonyms) == 0 || n.has(cert.OIDGivenName, cert.OIDSurname) {
			return nil
		}
		return func(text string) string {
			if looksLikeMailbox(text) || m.like(text) >= sameMailbox || pseudonymIn(text, pseudonyms) != fit {
				return ""
			}
			return shown(text) + ", pseudonym: " + shown(pseudonyms[0].text)
		}
	})
}

// pseudonymIn says how the common name stands to the pseudonyms.
func pseudonymIn(commonName string, pseudonyms []spelling) pseudonymFit {
	own := spell(commonName)
	worst := pseudonymMissing
	for i := range pseudonyms {
		p := &pseudonyms[i]
		switch {
		case own.folded == p.folded || !significant(p.text):
			return pseudonymAlone
		case strings.Contains(own.folded, p.folded):
			worst = min(worst, pseudonymInside)
		case !own.ascii || !p.ascii || hasWords(own.folded, p.folded):
			worst = min(worst, pseudonymUnclear)
		}
	}
	return worst
}

// hasWords says whether the text contains each word of the other.
func hasWords(text, words string) bool {
	for _, word := range strings.Fields(words) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// markedAsPseudonym says whether the text bears one of the marks that issuers use
// for pseudonyms: "PN:" or "pseudo:" before it, ":PN" behind it.
func markedAsPseudonym(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	return strings.HasPrefix(text, "pn:") || strings.HasPrefix(text, "pseudo:") ||
		strings.HasPrefix(text, "pseudonym:") || strings.HasSuffix(text, ":pn")
}
