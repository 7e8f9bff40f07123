package lints

import (
	"strings"

	"sealglass/cert"
)

// rfc9598Start is the day the SBR took up RFC 9598 in place of RFC 8398 (version
// 1.0.6).
const rfc9598Start Date = "2024-08-29"

// bom is a byte-order mark as a character.
const bom = "\ufeff"

var sanMailboxRules = []Rule{{
	ID:           "mailbox-malformed",
	Requirements: []string{"SBR-5280-14", "SBR-1.6.1-mbx", "SBR-5280-15"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.6", Severity: Error,
	Title: "A mailbox is not written as an email address",
	Explanation: "Such an entry holds a bare address, like ada@example.org: no name before it, no brackets, no spaces, " +
		"no characters beyond ASCII. Mail programs compare it with the sender's address and find no match.",
	Remedy: askIssuer,
	Quote:  "Note that a Mailbox has no phrase (such as a common name) before it, has no comment (text surrounded in parentheses) after it, and is not surrounded by \"<\" and \">\".",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartSubjectAltName},
	When:  sanPresent,
	Check: mailboxMalformed,
	ZLint: []string{"e_ext_san_rfc822_format_invalid", "e_single_email_if_present"},
}, {
	ID:           "utf8-mailbox-type",
	Requirements: []string{"SBR-7.1.4.2.1-2"},
	Source:       SBR, Section: "7.1.4.2.1", Severity: Error,
	Title: "An international address is not stored as UTF-8 text",
	Explanation: "An address with characters beyond ASCII has one form in a certificate, a UTF8String. " +
		"Programs that support such addresses cannot read this one.",
	Remedy: askIssuer,
	Quote:  "otherName of type id-on-SmtpUTF8Mailbox, encoded in accordance with RFC 9598 … The CA SHALL NOT include GeneralName entries that do not conform to the requirements of this section.",
	From:   sbrStart,
	Parts:  []Part{PartSubjectAltName},
	When:   hasUTF8Mailbox,
	Check: func(s *Subject) []Place {
		return atNames(s, "no UTF8String", func(n *cert.GeneralName) bool {
			return isUTF8Mailbox(n) && (n.Str.Tag != tagUTF8String || n.Str.Fault != "")
		})
	},
}, {
	ID:           "utf8-mailbox-malformed",
	Requirements: []string{"SBR-1.6.1-mbx", "SBR-7.1.4.2.1-2"},
	Source:       SBR, Section: "1.6.1, 7.1.4.2.1", Severity: Error,
	Title: "An international address is not written as an email address",
	Explanation: "The entry holds a bare address and nothing else: no name before it, no brackets, no spaces. " +
		"Mail programs compare it with the sender's address and find no match.",
	Remedy: askIssuer,
	Quote:  "with no additional padding or structure … The CA SHALL NOT include GeneralName entries that do not conform to the requirements of this section.",
	From:   sbrStart,
	Parts:  []Part{PartSubjectAltName},
	When:   hasUTF8Mailbox,
	Check: func(s *Subject) []Place {
		return atUTF8Mailboxes(s, func(_, _, problem string) string { return problem })
	},
}, {
	ID:           "utf8-mailbox-bom",
	Requirements: []string{"SBR-7.1.4.2.1-2c", "SBR-7.1.4.2.1-2"},
	Source:       SBR, Section: "7.1.4.2.1, RFC 9598 3", Severity: Error,
	Title:       "An international address begins with a byte-order mark",
	Explanation: "Some editors put this invisible mark before a text. Here it becomes part of the address, which then is another one.",
	Remedy:      askIssuer,
	Quote:       "The UTF8String encoding MUST NOT contain a Byte-Order-Mark (BOM)",
	From:        sbrStart,
	Parts:       []Part{PartSubjectAltName},
	When:        hasUTF8Mailbox,
	Check: func(s *Subject) []Place {
		return atNames(s, "a byte-order mark", func(n *cert.GeneralName) bool {
			return readableUTF8Mailbox(n) && strings.HasPrefix(n.Text, bom)
		})
	},
}, {
	ID:           "utf8-mailbox-ascii",
	Requirements: []string{"SBR-7.1.4.2.1-2a", "SBR-7.1.4.2.1-2", "SBR-5280-15"},
	Source:       SBR, Section: "7.1.4.2.1, RFC 9598 3", Severity: Error,
	Title: "An ordinary address is stored as an international one",
	Explanation: "The part before the @ has no characters beyond ASCII. Such an address belongs in an rfc822Name, " +
		"which every mail program reads; many don't read this form.",
	Remedy: askIssuer,
	Quote:  "When the Local-part is ASCII, rfc822Name subjectAltName MUST be used instead of SmtpUTF8Mailbox.",
	From:   sbrStart,
	Parts:  []Part{PartSubjectAltName},
	When:   hasUTF8Mailbox,
	Check: func(s *Subject) []Place {
		return atUTF8Mailboxes(s, func(local, domain, problem string) string {
			if problem == "" && isASCII(local) {
				return local + "@" + domain
			}
			return ""
		})
	},
}, {
	ID:           "utf8-mailbox-u-label",
	Requirements: []string{"SBR-7.1.4.2.1-2b", "SBR-7.1.4.2.1-2"},
	Source:       SBR, Section: "7.1.4.2.1, RFC 9598 3", Severity: Error,
	Title: "The domain of an international address is not in ASCII form",
	Explanation: "Since August 2024 domains have to stand in their ASCII form (xn--…) in certificates. " +
		"Programs that compare by that form do not recognize the address.",
	Remedy: askIssuer,
	Quote:  "In SmtpUTF8Mailbox, labels that include non-ASCII characters MUST be stored in A-label (rather than U-label) form",
	From:   rfc9598Start,
	Parts:  []Part{PartSubjectAltName},
	When:   hasUTF8Mailbox,
	Check: func(s *Subject) []Place {
		return atUTF8Domains(s, func(domain string) string {
			if !isASCII(domain) {
				return domain
			}
			return ""
		})
	},
}, {
	ID:           "utf8-mailbox-a-label-early",
	Requirements: []string{"SBR-7.1.4.2.1-2b-old", "SBR-7.1.4.2.1-2"},
	Source:       SBR, Section: "7.1.4.2.1, RFC 8398 3", Severity: Warning,
	Title: "The domain of an international address is in ASCII form",
	Explanation: "Until August 2024 the rules asked for the domain in its own script. " +
		"RFC 9598 had turned this around already when many certificates were issued, so programs read both.",
	Remedy: "Nothing needs to be done: this form is the one that holds today.",
	Quote:  "encoded in accordance with RFC 8398",
	From:   sbrStart, Until: rfc9598Start,
	Parts: []Part{PartSubjectAltName},
	When:  hasUTF8Mailbox,
	Check: func(s *Subject) []Place { return atUTF8Domains(s, firstLabel(isALabel)) },
}, {
	ID:           "utf8-mailbox-domain",
	Requirements: []string{"SBR-7.1.4.2.1-2d", "SBR-7.1.4.2.1-2"},
	Source:       SBR, Section: "7.1.4.2.1, RFC 9598 3", Severity: Error,
	Title: "The domain of an international address is not written as it has to be",
	Explanation: "Programs compare these addresses byte by byte. So the domain has to stand in lower case, its labels have at most " +
		"63 characters, and none but the ASCII form of another script has two hyphens in third and fourth place.",
	Remedy: askIssuer,
	Quote:  "all NR-LDH and A-label labels which constitute the domain part SHALL only be encoded with lowercase letters",
	From:   sbrStart,
	Parts:  []Part{PartSubjectAltName},
	When:   hasUTF8Mailbox,
	Check: func(s *Subject) []Place {
		return atUTF8Domains(s, firstLabel(func(label string) bool {
			// The case of A-labels is RFC 9598's; RFC 8398 had none.
			if isALabel(label) && day(s.asOf()) < rfc9598Start {
				return false
			}
			return isASCII(label) && !plainLabel(label)
		}))
	},
}}

// mailboxMalformed leaves what is empty to san-empty-name.
func mailboxMalformed(s *Subject) []Place {
	var places []Place
	for i := range s.Cert.SubjectAltName.Names {
		n := &s.Cert.SubjectAltName.Names[i]
		if n.Kind != cert.RFC822Name || emptyName(n) {
			continue
		}
		_, _, problem := parseMailbox(n.Text)
		if n.Str.Fault != "" || !isASCII(n.Text) {
			problem = "it has characters beyond ASCII"
		}
		if problem != "" {
			places = append(places, atName(s, i, shown(n.Text)+": "+problem))
		}
	}
	return places
}

func isUTF8Mailbox(n *cert.GeneralName) bool {
	return n.Kind == cert.OtherName && n.Type == cert.OIDSmtpUTF8Mailbox
}

// readableUTF8Mailbox leaves those out that utf8-mailbox-type or san-empty-name
// reports.
func readableUTF8Mailbox(n *cert.GeneralName) bool {
	return isUTF8Mailbox(n) && n.Str.Tag == tagUTF8String && n.Str.Fault == "" && len(n.Str.Bytes) > 0
}

func hasUTF8Mailbox(s *Subject) bool {
	if !sanPresent(s) {
		return false
	}
	for i := range s.Cert.SubjectAltName.Names {
		if isUTF8Mailbox(&s.Cert.SubjectAltName.Names[i]) {
			return true
		}
	}
	return false
}

// atUTF8Mailboxes are the SmtpUTF8Mailbox names with a fault, which fault puts
// in words: it is given the two parts of the mailbox, or the problem that keeps
// it from being one. A byte-order mark before it is set aside.
func atUTF8Mailboxes(s *Subject, fault func(local, domain, problem string) string) []Place {
	var places []Place
	for i := range s.Cert.SubjectAltName.Names {
		n := &s.Cert.SubjectAltName.Names[i]
		if !readableUTF8Mailbox(n) {
			continue
		}
		if got := fault(parseMailbox(strings.TrimPrefix(n.Text, bom))); got != "" {
			places = append(places, atName(s, i, shown(got)))
		}
	}
	return places
}

// atUTF8Domains is atUTF8Mailboxes for the domain alone, address literals left out.
func atUTF8Domains(s *Subject, fault func(domain string) string) []Place {
	return atUTF8Mailboxes(s, func(_, domain, problem string) string {
		if problem != "" || domain[0] == '[' {
			return ""
		}
		return fault(domain)
	})
}

// firstLabel finds the first label of a domain that is a fault.
func firstLabel(fault func(label string) bool) func(domain string) string {
	return func(domain string) string {
		for rest, more := domain, true; more; {
			var label string
			if label, rest, more = strings.Cut(rest, "."); fault(label) {
				return label
			}
		}
		return ""
	}
}

// isALabel says whether the label has the prefix of an A-label (RFC 5890 2.3.2.1).
func isALabel(label string) bool {
	return len(label) > len(aceprefix) && strings.EqualFold(label[:len(aceprefix)], aceprefix)
}

// maxLabel is the number of octets of a label of the DNS (RFC 1035 2.3.4).
const maxLabel = 63

// plainLabel says whether a label of letters, digits and hyphens is an NR-LDH
// label in lower case, or an A-label in lower case (RFC 5890 2.3.1).
func plainLabel(label string) bool {
	if len(label) > maxLabel || label != strings.ToLower(label) {
		return false
	}
	return isALabel(label) || len(label) < 4 || label[2:4] != "--"
}
