package lints

import (
	"strings"

	"sealglass/cert"
)

// scopeRules say for whom the SBR hold where the certificate leaves that open
// (SBR 1.1). They find no faults.
var scopeRules = []Rule{{
	ID:           "scope-not-asserted",
	Requirements: []string{"SBR-1.1-1", "SBR-1.1-3"},
	Source:       SBR, Section: "1.1", Severity: Info,
	Title: "Whether the public rules hold for it depends on its issuer",
	Explanation: "The certificate is for email, but does not claim to follow the S/MIME Baseline Requirements. They bind issuers " +
		"that mail programs trust. If your organization runs its own CA, read what is found here as what would apply otherwise.",
	Remedy: "Ask your IT desk who issued the certificate, if you don't know.",
	Quote:  "These Requirements do not address the issuance or management of Certificates by enterprises that operate their own Public Key Infrastructure for internal purposes only",
	From:   sbrStart,
	Parts:  []Part{PartExtKeyUsage, PartSubjectAltName, PartPolicies},
	Check: func(s *Subject) []Place {
		switch {
		case len(reservedPolicies(s.Cert)) > 0:
			return nil
		case s.Cert.Policies == nil:
			return at(string(PartExtensions), s.Cert.ExtensionsSpan, "no certificatePolicies")
		}
		return atExtension(s.Cert.Policies.Extension, "no policy of 2.23.140.1.5")
	},
}, {
	ID:           "ca-scope-open",
	Requirements: []string{"SBR-1.1-2"},
	Source:       SBR, Section: "1.1", Severity: Info,
	Title: "Whether this CA is one for email cannot be told",
	Explanation: "The CA certificate does not say what it is for. The S/MIME Baseline Requirements bind it " +
		"where it stands above an email certificate, and were not applied here.",
	Remedy: "Drop an email certificate that this CA issued together with it, and the answer is certain.",
	Quote:  "They are to be flowed down from the Root CA through successive Subordinate CAs.",
	From:   sbrStart, Roles: OtherRole,
	Parts: []Part{PartExtKeyUsage},
	When:  func(s *Subject) bool { return isCA(s.Cert) && !selfIssuedRoot(s.Cert) },
	Check: func(s *Subject) []Place {
		if e := s.Cert.ExtKeyUsage; e != nil {
			return listed(e, cert.OIDAnyExtendedKeyUsage)
		}
		return at(string(PartExtensions), s.Cert.ExtensionsSpan, "no extKeyUsage")
	},
}, {
	ID:           "mail-server",
	Requirements: []string{"SBR-7.1.2.3-f-5"},
	Source:       SBR, Section: "7.1.2.3(f)", Severity: Info,
	Title: "A certificate for a mail server, not for a mailbox",
	Explanation: "Servers show it when they take mail over TLS; nobody can sign or encrypt mail with it, and an email certificate may not " +
		"be for servers as well. Where one server hands mail to another, the sending one may need client authentication too: " +
		"browsers' root programs end certificates with both purposes, and the S/MIME rules say nothing about it.",
	Remedy: "For people, get an S/MIME certificate for each mailbox; for the server, ask its administrator whether another server asks it for a client certificate.",
	Quote:  "The values id-kp-serverAuth, id-kp-codeSigning, id-kp-timeStamping, and anyExtendedKeyUsage SHALL NOT be present.",
	From:   sbrStart, Roles: OtherRole,
	Parts: []Part{PartExtKeyUsage, PartSubjectAltName},
	When: func(s *Subject) bool {
		return !isCA(s.Cert) && s.Cert.ExtKeyUsage.Has(cert.OIDServerAuth) && sanPresent(s)
	},
	Check: func(s *Subject) []Place {
		for i := range s.Cert.SubjectAltName.Names {
			if n := &s.Cert.SubjectAltName.Names[i]; n.Kind == cert.DNSName && mailHost(n.Text) {
				return []Place{atName(s, i, shown(n.Text)+": "+shown(purposes(s.Cert.ExtKeyUsage)))}
			}
		}
		return nil
	},
}}

// mailHosts are how names of mail servers begin.
var mailHosts = [...]string{
	"mail", "smtp", "mx", "imap", "pop", "mta", "relay", "exchange", "webmail", "autodiscover", "mailgate", "mailhost",
}

// mailHost says whether a host is a mail server by its name: its first label is
// one of mailHosts, perhaps with a number.
func mailHost(host string) bool {
	first, _, _ := strings.Cut(strings.ToLower(host), ".")
	first = strings.TrimRight(strings.ReplaceAll(first, "-", ""), "0123456789")
	for _, name := range mailHosts {
		if first == name {
			return true
		}
	}
	return false
}
