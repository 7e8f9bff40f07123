package lints

import (
	"strings"

	"sealglass/cert"
)

// mailboxes are those of a subjectAltName (SBR 7.1.4.2.1).
type mailboxes struct {
	of       *cert.Certificate
	exact    map[string]bool // as written
	keys     map[string]bool // as mailboxKey has them
	caseless map[string]bool // these in lower case
	// vague says that one of them could not be read: what is missing may be it.
	vague bool
}

// likeness says how near a text comes to a mailbox of a subjectAltName.
type likeness uint8

const (
	noMailbox   likeness = iota // none of them
	caseMailbox                 // one of them but for the letter case of the local part
	sameMailbox                 // one of them in another spelling of the domain
	exactly                     // one of them, octet by octet
)

// sanMailboxes are those of the subject's certificate, read once for all rules.
func sanMailboxes(s *Subject) *mailboxes {
	if s.mailboxes == nil || s.mailboxes.of != s.Cert {
		m := mailboxesOf(s.Cert)
		s.mailboxes = &m
	}
	return s.mailboxes
}

// mailboxesOf reads the rfc822Names and SmtpUTF8Mailboxes of the subjectAltName.
func mailboxesOf(c *cert.Certificate) mailboxes {
	m := mailboxes{of: c, exact: make(map[string]bool), keys: make(map[string]bool), caseless: make(map[string]bool)}
	if c.SubjectAltName == nil {
		return m
	}
	for i := range c.SubjectAltName.Names {
		n := &c.SubjectAltName.Names[i]
		if n.Kind != cert.RFC822Name && (n.Kind != cert.OtherName || n.Type != cert.OIDSmtpUTF8Mailbox) {
			continue
		}
		if n.Fault != "" || !readable(&n.Str) {
			m.vague = true
			continue
		}
		text := strings.TrimPrefix(n.Text, bom) // which another rule reports
		m.exact[text] = true
		if local, domain, problem := parseMailbox(text); problem == "" {
			key := mailboxKey(local, domain)
			m.keys[key] = true
			m.caseless[strings.ToLower(key)] = true
		}
	}
	return m
}

// like says how near the text comes to one of them.
func (m *mailboxes) like(text string) likeness {
	if m.exact[text] {
		return exactly
	}
	local, domain, problem := parseMailbox(text)
	if problem != "" {
		return noMailbox
	}
	key := mailboxKey(local, domain)
	switch {
	case m.keys[key]:
		return sameMailbox
	case m.caseless[strings.ToLower(key)]:
		return caseMailbox
	}
	return noMailbox
}

// none says that the subjectAltName names no mailbox at all, which is another
// fault than one that it lacks.
func (m *mailboxes) none() bool { return len(m.exact) == 0 && !m.vague }

// looksLikeMailbox says whether the text as a whole is meant for a mailbox: a
// Mailbox whose domain has two labels at least and does not end in a number.
// Many names that are none, "Sales@Acme" for instance, have the form of one.
func looksLikeMailbox(text string) bool {
	_, domain, problem := parseMailbox(text)
	if problem != "" || domain[0] == '[' {
		return false
	}
	at := strings.LastIndexByte(domain, '.')
	return at >= 0 && !isDigits(domain[at+1:])
}
