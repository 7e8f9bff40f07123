package lints

var basicConstraintsRules = []Rule{{
	ID:           "subscriber-is-ca",
	Requirements: []string{"SBR-7.1.2.3-d-2"},
	Source:       SBR, Section: "7.1.2.3(d)", Severity: Error,
	Title: "The certificate claims to be a CA",
	Explanation: "It names a mailbox, but says of itself that it may issue certificates for others. " +
		"Whoever holds its key could try to vouch for anybody; mail programs may refuse it.",
	Remedy: "Only the issuer can change this: ask for a new certificate, send them this report, and have this one revoked.",
	Quote:  "The cA field SHALL NOT be true.",
	From:   sbrStart,
	Parts:  []Part{PartBasicConstraints},
	When:   basicConstraintsPresent,
	Check: func(s *Subject) []Place {
		if b := s.Cert.BasicConstraints; b.CA {
			return atExtension(b.Extension, "cA is true")
		}
		return nil
	},
}, {
	ID:           "path-length-without-ca",
	Requirements: []string{"SBR-5280-11", "SBR-7.1.2.3-d-3"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.9", Severity: Error,
	Title: "A path length is given, but this is no CA",
	Explanation: "The number says how many CAs may follow below this one. " +
		"In a certificate that may issue nothing it contradicts the rest, and strict programs refuse it.",
	Remedy: askIssuer,
	Quote:  "CAs MUST NOT include the pathLenConstraint field unless the cA boolean is asserted and the key usage extension asserts the keyCertSign bit.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartBasicConstraints, PartKeyUsage},
	When:  basicConstraintsPresent,
	Check: func(s *Subject) []Place {
		b := s.Cert.BasicConstraints
		// That a CA's key may not sign certificates is a fault in itself.
		if !b.PathLen.Present || b.CA && (signsCertificates(s.Cert) || s.Role&AnyCA != 0) {
			return nil
		}
		return at(extensionPath(b.Extension)+".pathLenConstraint", b.PathLen.Span, "present")
	},
	ZLint: []string{"e_path_len_constraint_improperly_included"},
}, {
	ID:           "path-length-negative",
	Requirements: []string{"SBR-7.1.2.4-1"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.9", Severity: Error,
	Title:       "The path length is negative",
	Explanation: "The number says how many CAs may follow below this one, and cannot be less than none.",
	Remedy:      askIssuer,
	Quote:       "Where it appears, the pathLenConstraint field MUST be greater than or equal to zero.",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartBasicConstraints},
	When:  basicConstraintsPresent,
	Check: func(s *Subject) []Place {
		b := s.Cert.BasicConstraints
		if _, negative := integerBits(b.PathLen); !b.PathLen.Present || !negative {
			return nil
		}
		return at(extensionPath(b.Extension)+".pathLenConstraint", b.PathLen.Span, "negative")
	},
	ZLint: []string{"e_path_len_constraint_zero_or_less"},
}}

func basicConstraintsPresent(s *Subject) bool { return s.Cert.BasicConstraints != nil }
