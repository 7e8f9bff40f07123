package lints

import "sealglass/cert"

var caOnlyExtensionRules = []Rule{{
	ID:           "name-constraints-in-leaf",
	Requirements: []string{"SBR-5280-19"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.10", Severity: Error,
	Title: "The certificate limits the names of certificates below it",
	Explanation: "Name constraints belong in the certificates of CAs. " +
		"Here they say nothing, and strict programs refuse the certificate.",
	Remedy: askIssuer,
	Quote:  "The name constraints extension, which MUST be used only in a CA certificate",
	From:   rfc5280Start, Roles: Subscriber, Anywhere: true,
	Parts: []Part{PartExtensions},
	When:  noCA,
	Check: func(s *Subject) []Place { return present(s, cert.OIDNameConstraints) },
	ZLint: []string{"e_ext_name_constraints_not_in_ca"},
}, {
	ID:           "policy-mappings-in-leaf",
	Requirements: []string{"SBR-5280-31"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.5", Severity: Error,
	Title: "The certificate maps policies of one CA to those of another",
	Explanation: "Policy mappings belong in the certificates of CAs. " +
		"Here they say nothing, and strict programs refuse the certificate.",
	Remedy: askIssuer,
	Quote:  "This extension is used in CA certificates.",
	From:   rfc5280Start, Roles: Subscriber, Anywhere: true,
	Parts: []Part{PartExtensions},
	When:  noCA,
	Check: func(s *Subject) []Place { return present(s, cert.OIDPolicyMappings) },
}, {
	ID:           "policy-limits-in-leaf",
	Requirements: []string{"SBR-7.1.2.4-1"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.11, 4.2.1.14", Severity: Warning,
	Title: "The certificate limits the policies of certificates below it",
	Explanation: "Policy constraints and inhibitAnyPolicy speak of the certificates that a CA issues. " +
		"Here there are none, so they can only confuse programs.",
	Remedy: askIssuer,
	Quote:  "The policy constraints extension can be used in certificates issued to CAs.",
	From:   rfc5280Start, Roles: Subscriber, Anywhere: true,
	Parts: []Part{PartExtensions},
	When:  noCA,
	Check: func(s *Subject) []Place {
		return present(s, cert.OIDPolicyConstraints, cert.OIDInhibitAnyPolicy)
	},
}, {
	ID:           "name-constraints-content",
	Requirements: []string{"SBR-5280-19"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.10", Severity: Error,
	Title: "The name constraints are empty or use an unused field",
	Explanation: "Name constraints have to permit or exclude something, and their fields minimum and maximum are not in use. " +
		"Programs refuse what they cannot apply, and every certificate below this CA with it.",
	Remedy: "Only the CA can change this: it needs a new certificate.",
	Quote:  "the minimum MUST be zero, and maximum MUST be absent",
	From:   rfc5280Start, Roles: AnyCA, Anywhere: true,
	Parts: []Part{PartNameConstraints},
	When:  func(s *Subject) bool { return s.Cert.NameConstraints != nil && !noCA(s) },
	Check: nameConstraintsContent,
	ZLint: []string{
		"e_name_constraint_empty", "e_name_constraint_minimum_non_zero", "e_name_constraint_maximum_not_absent",
	},
}, {
	ID:           "name-constraints-unusual-form",
	Requirements: []string{"SBR-5280-34"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.10", Severity: Warning,
	Title: "The name constraints limit a kind of name that nobody checks",
	Explanation: "For X.400 addresses, EDI names and registered identifiers no program applies constraints. " +
		"They may be ignored, or every certificate below this CA refused.",
	Remedy: "Only the CA can change this: it needs a new certificate.",
	Quote:  "and SHOULD NOT impose name constraints on the x400Address, ediPartyName, or registeredID name forms",
	From:   rfc5280Start, Roles: AnyCA, Anywhere: true,
	Parts: []Part{PartNameConstraints},
	When:  func(s *Subject) bool { return s.Cert.NameConstraints != nil },
	Check: nameConstraintsForm,
	ZLint: []string{
		"w_name_constraint_on_edi_party_name", "w_name_constraint_on_registered_id", "w_name_constraint_on_x400",
	},
}, {
	ID:           "policy-limits-not-critical",
	Requirements: []string{"SBR-5280-20"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.11, 4.2.1.14", Severity: Error,
	Title: "A limit on policies is not marked critical",
	Explanation: "A program that does not know the extension would pass over the limit " +
		"and accept certificates that the CA meant to exclude.",
	Remedy: "Only the CA can change this: it needs a new certificate.",
	Quote:  "Conforming CAs MUST mark this extension as critical.",
	From:   rfc5280Start, Roles: AnyCA, Anywhere: true,
	Parts: []Part{PartExtensions},
	When:  func(s *Subject) bool { return !noCA(s) },
	Check: func(s *Subject) []Place {
		return notCritical(s, cert.OIDPolicyConstraints, cert.OIDInhibitAnyPolicy)
	},
	ZLint: []string{"e_ext_policy_constraints_not_critical", "e_inhibit_any_policy_not_critical"},
}, {
	ID:           "policy-constraints-empty",
	Requirements: []string{"SBR-5280-20"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.11", Severity: Error,
	Title:       "The policy constraints are empty",
	Explanation: "The extension is there but limits nothing. Strict programs refuse it.",
	Remedy:      "Only the CA can change this: it needs a new certificate.",
	Quote:       "Conforming CAs MUST NOT issue certificates where policy constraints is an empty sequence.",
	From:        rfc5280Start, Roles: AnyCA, Anywhere: true,
	Parts: []Part{PartPolicyConstraints},
	When:  func(s *Subject) bool { return s.Cert.PolicyConstraints != nil && !noCA(s) },
	Check: func(s *Subject) []Place {
		p := s.Cert.PolicyConstraints
		if p.RequireExplicitPolicy.Present || p.InhibitPolicyMapping.Present {
			return nil
		}
		return atExtension(p.Extension, "empty")
	},
	ZLint: []string{"e_ext_policy_constraints_empty"},
}, {
	ID:           "policy-mappings-any",
	Requirements: []string{"SBR-5280-31"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.5", Severity: Error,
	Title:       "A policy mapping has anyPolicy on one side",
	Explanation: "A mapping to or from anyPolicy would make every policy equal to another. Programs refuse it.",
	Remedy:      "Only the CA can change this: it needs a new certificate.",
	Quote:       "Policies MUST NOT be mapped either to or from the special value anyPolicy",
	From:        rfc5280Start, Roles: AnyCA, Anywhere: true,
	Parts: []Part{PartPolicyMappings},
	When:  func(s *Subject) bool { return s.Cert.PolicyMappings != nil && !noCA(s) },
	Check: func(s *Subject) []Place {
		var places []Place
		p := s.Cert.PolicyMappings
		for _, m := range p.Mappings {
			if m.Issuer == cert.OIDAnyPolicy || m.Subject == cert.OIDAnyPolicy {
				places = append(places, Place{
					Path: extensionPath(p.Extension), Span: m.Span, Got: label(m.Issuer) + " to " + label(m.Subject),
				})
			}
		}
		return places
	},
	ZLint: []string{"e_ext_policy_map_any_policy"},
}, {
	ID:           "policy-mappings-not-critical",
	Requirements: []string{"SBR-5280-31"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.5", Severity: Warning,
	Title: "The policy mappings are not marked critical",
	Explanation: "A program that does not know mappings would pass over them " +
		"and judge the certificates below this CA by other policies.",
	Remedy: "Only the CA can change this: it needs a new certificate.",
	Quote:  "Conforming CAs SHOULD mark this extension as critical.",
	From:   rfc5280Start, Roles: AnyCA, Anywhere: true,
	Parts: []Part{PartExtensions},
	When:  func(s *Subject) bool { return !noCA(s) },
	Check: func(s *Subject) []Place { return notCritical(s, cert.OIDPolicyMappings) },
	ZLint: []string{"w_ext_policy_map_not_critical"},
}}

func noCA(s *Subject) bool { return !isCA(s.Cert) }

func nameConstraintsContent(s *Subject) []Place {
	n := s.Cert.NameConstraints
	if n.PermittedSpan.Length == 0 && n.ExcludedSpan.Length == 0 {
		return atExtension(n.Extension, "empty")
	}
	var places []Place
	for _, subtree := range append(n.Permitted[:len(n.Permitted):len(n.Permitted)], n.Excluded...) {
		got := ""
		switch size, negative := integerBits(subtree.Minimum); {
		case subtree.Minimum.Present && (size > 0 || negative):
			got = "minimum is not zero"
		case subtree.Maximum.Present:
			got = "maximum is present"
		default:
			continue
		}
		places = append(places, Place{Path: extensionPath(n.Extension), Span: subtree.Span, Got: got})
	}
	return places
}

func nameConstraintsForm(s *Subject) []Place {
	var places []Place
	n := s.Cert.NameConstraints
	for _, subtree := range append(n.Permitted[:len(n.Permitted):len(n.Permitted)], n.Excluded...) {
		got := ""
		switch subtree.Base.Kind {
		case cert.X400Address:
			got = "x400Address"
		case cert.EDIPartyName:
			got = "ediPartyName"
		case cert.RegisteredID:
			got = "registeredID"
		default:
			continue
		}
		places = append(places, Place{Path: extensionPath(n.Extension), Span: subtree.Span, Got: got})
	}
	return places
}
