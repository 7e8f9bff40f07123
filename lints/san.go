package lints

import (
	"sealglass/cert"
)

var sanRules = []Rule{{
	ID:           "san-missing",
	Requirements: []string{"SBR-7.1.2.3-h-1", "SBR-7.1.4.2.1-1"},
	Source:       SBR, Section: "7.1.2.3(h)", Severity: Error,
	Title: "The certificate has no alternative names, so no mailbox",
	Explanation: "Mail programs look for the address in subjectAltName. " +
		"Without it many of them cannot tell whose mailbox the certificate is for.",
	Remedy: askIssuer,
	Quote:  "subjectAlternativeName (SHALL be present)",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return absent(s, cert.OIDSubjectAltName) },
	ZLint:  []string{"e_san_shall_be_present", "e_subject_empty_without_san", "e_mailbox_address_shall_contain_an_rfc822_name", "e_subj_email_not_in_san"},
}, {
	ID:           "subject-and-san-missing",
	Requirements: []string{"SBR-5280-12"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.6", Severity: Error,
	Title:       "The certificate names nobody",
	Explanation: "Its subject is empty, and it has no alternative names. Programs cannot tell whose it is.",
	Remedy:      askIssuer,
	Quote:       "then the subject name MUST be carried in the subjectAltName extension",
	From:        rfc5280Start, Roles: OtherRole | OCSPResponder,
	Parts: []Part{PartSubject, PartExtensions},
	When:  func(s *Subject) bool { return noCA(s) && !named(s) },
	Check: func(s *Subject) []Place { return absent(s, cert.OIDSubjectAltName) },
	ZLint: []string{"e_subject_empty_without_san"},
}, {
	ID:           "san-critical",
	Requirements: []string{"SBR-7.1.2.3-h-2"},
	Source:       SBR, Section: "7.1.2.3(h)", Severity: Warning,
	Title: "The alternative names are marked critical without need",
	Explanation: "A program that does not read alternative names has to refuse a certificate that marks them critical. " +
		"That is meant for certificates whose subject is empty.",
	Remedy: askIssuer,
	Quote:  "This extension SHOULD NOT be marked critical unless the subject field is an empty sequence.",
	From:   sbrStart,
	Parts:  []Part{PartSubject, PartExtensions},
	When:   named,
	Check:  func(s *Subject) []Place { return critical(s, cert.OIDSubjectAltName) },
	ZLint:  []string{"w_san_should_not_be_critical"},
}, {
	ID:           "san-not-critical",
	Requirements: []string{"SBR-5280-12"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.6", Severity: Error,
	Title: "The alternative names are the only names, but not critical",
	Explanation: "The subject is empty. A program that passes over the alternative names would then take this for " +
		"a certificate of nobody; the mark keeps it from doing so.",
	Remedy: askIssuer,
	Quote:  "If the subject field contains an empty sequence, then the issuing CA MUST include a subjectAltName extension that is marked as critical.",
	From:   rfc5280Start, Roles: Subscriber, Anywhere: true,
	Parts: []Part{PartSubject, PartExtensions},
	When:  func(s *Subject) bool { return noCA(s) && !named(s) },
	Check: func(s *Subject) []Place { return notCritical(s, cert.OIDSubjectAltName) },
	ZLint: []string{"e_ext_san_not_critical_without_subject"},
}, {
	ID:           "san-without-entry",
	Requirements: []string{"SBR-5280-13", "SBR-7.1.4.2.1-1"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.6", Severity: Error,
	Title:       "The list of alternative names is empty",
	Explanation: "The extension is there, but names nobody. Mail programs find no mailbox in it.",
	Remedy:      askIssuer,
	Quote:       "If the subjectAltName extension is present, the sequence MUST contain at least one entry.",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartSubjectAltName},
	When:  sanPresent,
	Check: func(s *Subject) []Place {
		if san := s.Cert.SubjectAltName; len(san.Names) == 0 {
			return atExtension(san.Extension, "no entry")
		}
		return nil
	},
	ZLint: []string{"e_ext_san_no_entries"},
}, {
	ID:           "san-empty-name",
	Requirements: []string{"SBR-5280-13"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.6", Severity: Error,
	Title:       "An alternative name is empty",
	Explanation: "One of the names has no characters. Programs cannot compare it with anything, and some refuse the certificate.",
	Remedy:      askIssuer,
	Quote:       "conforming CAs MUST NOT issue certificates with subjectAltNames containing empty GeneralName fields",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartSubjectAltName},
	When:  sanPresent,
	Check: func(s *Subject) []Place { return atNames(s, "empty", emptyName) },
	ZLint: []string{"e_ext_san_empty_name"},
}, {
	ID:           "san-no-mailbox",
	Requirements: []string{"SBR-7.1.4.2.1-1"},
	Source:       SBR, Section: "7.1.4.2.1", Severity: Error,
	Title: "No mailbox is among the alternative names",
	Explanation: "Mail programs look for the address in subjectAltName. They find other names there, " +
		"and many of them cannot tell whose mailbox the certificate is for.",
	Remedy: askIssuer,
	Quote:  "This extension SHALL contain at least one GeneralName entry of the following types: Rfc822Name and/or otherName of type id-on-SmtpUTF8Mailbox",
	From:   sbrStart,
	Parts:  []Part{PartSubjectAltName},
	When:   func(s *Subject) bool { return sanPresent(s) && len(s.Cert.SubjectAltName.Names) > 0 },
	Check: func(s *Subject) []Place {
		if hasMailbox(s.Cert) {
			return nil
		}
		return atExtension(s.Cert.SubjectAltName.Extension, "no rfc822Name and no SmtpUTF8Mailbox")
	},
	ZLint: []string{"e_mailbox_address_shall_contain_an_rfc822_name", "e_subj_email_not_in_san"},
}, {
	ID:           "san-other-name-strict",
	Requirements: []string{"SBR-7.1.4.2.1-7"},
	Source:       SBR, Section: "7.1.4.2.1", Severity: Error,
	Title: "A Strict certificate names an account beside the mailbox",
	Explanation: "Names of another kind, such as that of a Windows account, are for Multipurpose certificates. " +
		"A Strict one may name mailboxes and directory names alone.",
	Remedy: "Ask the issuer for a new certificate: a Strict one without this name, or a Multipurpose one with it.",
	Quote:  "For Legacy and Multipurpose Generation profiles, then the CA MAY include otherName entries of any type … The CA SHALL NOT include GeneralName entries that do not conform to the requirements of this section.",
	From:   sbrStart, Generations: Strict,
	Parts: []Part{PartSubjectAltName},
	When:  sanPresent,
	Check: func(s *Subject) []Place {
		return atNames(s, "", func(n *cert.GeneralName) bool {
			return n.Kind == cert.OtherName && n.Type != cert.OIDSmtpUTF8Mailbox
		})
	},
}, {
	ID:           "san-name-form",
	Requirements: []string{"SBR-7.1.4.2.1-8"},
	Source:       SBR, Section: "7.1.4.2.1", Severity: Error,
	Title: "The certificate also names a website, host or address",
	Explanation: "A certificate for email names mailboxes and people. A host name or web address in it could be taken " +
		"for a permission to act as that server.",
	Remedy: askIssuer,
	Quote:  "The CA SHALL NOT include GeneralName entries that do not conform to the requirements of this section.",
	From:   sbrStart,
	Parts:  []Part{PartSubjectAltName},
	When:   sanPresent,
	Check:  func(s *Subject) []Place { return atNames(s, "", foreignName) },
}, {
	ID:           "issuer-alt-name-critical",
	Requirements: []string{"SBR-5280-35"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.7", Severity: Warning,
	Title:       "The issuer's alternative names are marked critical",
	Explanation: "Hardly a program reads them, and one that doesn't has to refuse a certificate that marks them critical.",
	Remedy:      askIssuer,
	Quote:       "Conforming CAs SHOULD mark this extension as non-critical.",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return critical(s, cert.OIDIssuerAltName) },
	ZLint: []string{"w_ext_ian_critical"},
}}

func sanPresent(s *Subject) bool { return s.Cert.SubjectAltName != nil }

// atNames are the alternative names that are a fault. Without words of its own
// a place says what the name is.
func atNames(s *Subject, got string, fault func(*cert.GeneralName) bool) []Place {
	var places []Place
	for i := range s.Cert.SubjectAltName.Names {
		if n := &s.Cert.SubjectAltName.Names[i]; fault(n) {
			p := atName(s, i, got)
			if got == "" {
				p.Got = generalNameText(n)
			}
			places = append(places, p)
		}
	}
	return places
}

// atName is the alternative name with that index.
func atName(s *Subject, i int, got string) Place {
	san := s.Cert.SubjectAltName
	return Place{Path: altNamePath(san, i), Span: san.Names[i].Span, Got: got}
}

// nameForms are the forms of a GeneralName in the order of their tags (RFC 5280 4.2.1.6).
var nameForms = [...]string{
	"otherName", "rfc822Name", "dNSName", "x400Address", "directoryName", "ediPartyName",
	"uniformResourceIdentifier", "iPAddress", "registeredID",
}

// generalNameText is a name with its form, for people.
func generalNameText(n *cert.GeneralName) string {
	if n.Kind < 0 || int(n.Kind) >= len(nameForms) {
		return "a name of no known form"
	}
	form := nameForms[n.Kind]
	if n.Kind == cert.OtherName {
		form = label(n.Type)
	}
	if n.Text == "" {
		return form
	}
	return form + " " + shown(n.Text)
}

// foreignName is one of a form that has no place in an S/MIME certificate. One
// of no known form is a fault of the encoding.
func foreignName(n *cert.GeneralName) bool {
	switch n.Kind {
	case cert.DNSName, cert.X400Address, cert.EDIPartyName, cert.URIName, cert.IPAddress, cert.RegisteredID:
		return true
	}
	return false
}

func emptyName(n *cert.GeneralName) bool {
	switch n.Kind {
	case cert.RFC822Name, cert.DNSName, cert.URIName:
		return len(n.Str.Bytes) == 0
	case cert.OtherName:
		return n.Type == cert.OIDSmtpUTF8Mailbox && n.Str.Tag != 0 && len(n.Str.Bytes) == 0
	}
	return false
}
