package lints

import (
	"strconv"

	"sealglass/cert"
)

var policyRules = []Rule{{
	ID:           "policies-missing",
	Requirements: []string{"SBR-7.1.2.3-a-1", "SBR-7.1.2.3-a-3"},
	Source:       SBR, Section: "7.1.2.3(a)", Severity: Error,
	Title: "The certificate names no policy",
	Explanation: "The policy says what was checked about you before the certificate was issued. " +
		"Without one nobody can tell, and the certificate cannot be shown to follow these Requirements.",
	Remedy: askIssuer,
	Quote:  "certificatePolicies (SHALL be present)",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return absent(s, cert.OIDCertificatePolicies) },
	ZLint:  []string{"e_exactly_one_smime_policy"},
}, {
	ID:           "policies-critical",
	Requirements: []string{"SBR-7.1.2.3-a-2"},
	Source:       SBR, Section: "7.1.2.3(a)", Severity: Warning,
	Title: "The policies are marked critical",
	Explanation: "A program that does not know policies has to refuse a certificate in which they are critical, " +
		"though it would have managed without.",
	Remedy: askIssuer,
	Quote:  "This extension SHOULD NOT be marked critical.",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return critical(s, cert.OIDCertificatePolicies) },
}, {
	ID:           "reserved-policy-missing",
	Requirements: []string{"SBR-7.1.2.3-a-3", "SBR-1.2-1", "SBR-7.1.6.1-1"},
	Source:       SBR, Section: "7.1.2.3(a)", Severity: Error,
	Title: "None of the twelve S/MIME policies is named",
	Explanation: "Exactly one reserved policy says how you were checked (address, person, organization) and how strictly. " +
		"Without it the certificate makes no such promise, and only part of it can be judged here.",
	Remedy: askIssuer,
	Quote:  "It SHALL include exactly one of the reserved policyIdentifiers listed in Section 7.1.6.1",
	From:   sbrStart,
	Parts:  []Part{PartPolicies},
	// An empty list breaks sequence-empty.
	When: func(s *Subject) bool { return policiesPresent(s) && len(s.Cert.Policies.Policies) > 0 },
	Check: func(s *Subject) []Place {
		if len(reservedPolicies(s.Cert)) > 0 {
			return nil
		}
		return atExtension(s.Cert.Policies.Extension, "no reserved policy")
	},
	ZLint: []string{"e_exactly_one_smime_policy"},
}, {
	ID:           "reserved-policy-ambiguous",
	Requirements: []string{"SBR-7.1.2.3-a-3", "SBR-1.2-1"},
	Source:       SBR, Section: "7.1.2.3(a)", Severity: Error,
	Title: "More than one of the twelve S/MIME policies is named",
	Explanation: "The reserved policies exclude each other: each promises another way of checking. " +
		"With several of them nobody can tell which rules the certificate follows.",
	Remedy: askIssuer,
	Quote:  "It SHALL include exactly one of the reserved policyIdentifiers listed in Section 7.1.6.1",
	From:   sbrStart,
	Parts:  []Part{PartPolicies},
	When:   policiesPresent,
	Check:  reservedPolicyAmbiguous,
	ZLint:  []string{"e_exactly_one_smime_policy"},
}, {
	ID:           "legacy-policy",
	Requirements: []string{"SBR-7.1.6.1-2", "SBR-1.6.1-legacy"},
	Source:       SBR, Section: "7.1.6.1", Severity: Error,
	Title: "The certificate is of the Legacy generation, which has ended",
	Explanation: "Since 15 July 2025 no certificate may be issued under the Legacy rules, which left more open. " +
		"Mail providers may refuse this one.",
	Remedy: "Ask the issuer for a new certificate of the Multipurpose or Strict generation and send them this report.",
	Quote:  "Effective July 15, 2025 S/MIME Subscriber Certificates SHALL NOT be issued using the Legacy Generation profiles",
	From:   "2025-07-15",
	Parts:  []Part{PartPolicies},
	When:   policiesPresent,
	Check:  legacyPolicy,
	ZLint:  []string{"e_legacy_generation_deprecated"},
}, {
	ID:           "any-policy",
	Requirements: []string{"SBR-7.1.2.3-a-4"},
	Source:       SBR, Section: "7.1.2.3(a)", Severity: Notice,
	Title: "The certificate claims any policy",
	Explanation: "anyPolicy is meant for the certificates of CAs. In your certificate it says nothing, " +
		"since only policies documented by the issuer belong there.",
	Remedy: "Nothing needs to be done. The issuer can leave it out next time.",
	Quote:  "MAY contain one or more identifiers documented by the CA in its CP and/or CPS",
	From:   sbrStart,
	Parts:  []Part{PartPolicies},
	When:   policiesPresent,
	Check: func(s *Subject) []Place {
		return atPolicies(s, func(p *cert.PolicyInformation) string {
			if p.ID == cert.OIDAnyPolicy {
				return "anyPolicy"
			}
			return ""
		})
	},
}, {
	ID:           "policy-duplicate",
	Requirements: []string{"SBR-5280-16"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.4", Severity: Error,
	Title: "A policy is listed more than once",
	Explanation: "Each policy may stand in the list only once. Strict programs refuse the certificate, " +
		"others may read the wrong one of the two.",
	Remedy: askIssuer,
	Quote:  "A certificate policy OID MUST NOT appear more than once in a certificate policies extension.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: policyDuplicate,
	ZLint: []string{"e_ext_cert_policy_duplicate"},
}}

func policiesPresent(s *Subject) bool { return s.Cert.Policies != nil }

// atPolicies are the policies in which fault finds something to say.
func atPolicies(s *Subject, fault func(*cert.PolicyInformation) string) []Place {
	var places []Place
	all := s.Cert.Policies
	for i := range all.Policies {
		if got := fault(&all.Policies[i]); got != "" {
			places = append(places, Place{Path: policyPath(all, i), Span: all.Policies[i].Span, Got: got})
		}
	}
	return places
}

// policyPath is the path of the i-th policy.
func policyPath(all *cert.CertificatePolicies, i int) string {
	return extensionPath(all.Extension) + ".policies[" + strconv.Itoa(i) + "]"
}

func reservedPolicyAmbiguous(s *Subject) []Place {
	if len(reservedPolicies(s.Cert)) < 2 {
		return nil
	}
	return atPolicies(s, func(p *cert.PolicyInformation) string {
		if _, _, ok := Reserved(p.ID); ok {
			return label(p.ID)
		}
		return ""
	})
}

func legacyPolicy(s *Subject) []Place {
	return atPolicies(s, func(p *cert.PolicyInformation) string {
		if _, g, ok := Reserved(p.ID); ok && g == Legacy {
			return label(p.ID)
		}
		return ""
	})
}

func policyDuplicate(s *Subject) []Place {
	seen := make(map[cert.OID]bool, len(s.Cert.Policies.Policies))
	return atPolicies(s, func(p *cert.PolicyInformation) string {
		if seen[p.ID] {
			return label(p.ID) + " again"
		}
		seen[p.ID] = true
		return ""
	})
}
