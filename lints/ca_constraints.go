package lints

import "sealglass/cert"

// caConstraintRules are those about basicConstraints and keyUsage of a CA
// certificate (SBR 7.1.2.1 a and b, 7.1.2.2 d and e).
var caConstraintRules = []Rule{
	{
		ID:           "ca-basic-constraints-missing",
		Requirements: []string{"SBR-7.1.2.1-a-1", "SBR-7.1.2.2-d-1"},
		Source:       SBR, Section: "7.1.2.1(a), 7.1.2.2(d)", Severity: Error, From: sbrStart,
		Title:       "CA certificate without Basic Constraints",
		Explanation: "Basic Constraints say that a key may issue certificates. Mail programs reject everything below a CA certificate that lacks them.",
		Remedy:      caRemedy,
		Quote:       "basicConstraints (SHALL be present)",
		Roles:       AnyCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return absent(s, cert.OIDBasicConstraints) },
	},
	{
		ID:           "ca-basic-constraints-not-critical",
		Requirements: []string{"SBR-7.1.2.1-a-2", "SBR-7.1.2.2-d-2"},
		Source:       SBR, Section: "7.1.2.1(a), 7.1.2.2(d)", Severity: Error, From: sbrStart,
		Title:       "Basic Constraints of a CA certificate are not critical",
		Explanation: "Software that does not know the extension may pass over it. Marking it critical makes sure that nobody takes a CA for an ordinary certificate, or the reverse.",
		Remedy:      caRemedy,
		Quote:       "This extension SHALL be marked critical.",
		Roles:       AnyCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return notCritical(s, cert.OIDBasicConstraints) },
		ZLint:       []string{"e_basic_constraints_not_critical"},
	},
	{
		ID:           "ca-basic-constraints-not-ca",
		Requirements: []string{"SBR-7.1.2.1-a-3", "SBR-7.1.2.2-d-3"},
		Source:       SBR, Section: "7.1.2.1(a), 7.1.2.2(d)", Severity: Error, From: sbrStart,
		Title:       "CA certificate that does not say it is a CA",
		Explanation: "Its key signs certificates, but Basic Constraints do not say that it may. Mail programs reject what it issued.",
		Remedy:      caRemedy,
		Quote:       "The cA field SHALL be set true.",
		Roles:       AnyCA,
		Parts:       []Part{PartBasicConstraints},
		When:        func(s *Subject) bool { return s.Cert.BasicConstraints != nil },
		Check: func(s *Subject) []Place {
			if s.Cert.BasicConstraints.CA {
				return nil
			}
			return atExtension(s.Cert.BasicConstraints.Extension, "cA is not true")
		},
	},
	{
		ID:           "root-path-length",
		Requirements: []string{"SBR-7.1.2.1-a-4"},
		Source:       SBR, Section: "7.1.2.1(a)", Severity: Warning, From: sbrStart,
		Title:       "Root certificate limits the length of paths",
		Explanation: "A root's limits are not read by every program, so a limit here can be in force in one mail program and not in another.",
		Remedy:      caRemedy,
		Quote:       "The pathLenConstraint field SHOULD NOT be present.",
		Roles:       Root,
		Parts:       []Part{PartBasicConstraints},
		When:        func(s *Subject) bool { return s.Cert.BasicConstraints != nil },
		Check: func(s *Subject) []Place {
			b := s.Cert.BasicConstraints
			if !b.PathLen.Present {
				return nil
			}
			return at(extensionPath(b.Extension)+".pathLenConstraint", b.PathLen.Span, "pathLenConstraint is present")
		},
		ZLint: []string{"w_root_ca_basic_constraints_path_len_constraint_field_present"},
	},
	{
		ID:           "ca-key-usage-missing",
		Requirements: []string{"SBR-7.1.2.1-b-1", "SBR-7.1.2.2-e-1"},
		Source:       SBR, Section: "7.1.2.1(b), 7.1.2.2(e)", Severity: Error, From: sbrStart,
		Title:       "CA certificate without Key Usage",
		Explanation: "Key Usage says what the CA's key may do. Without it the key could be used for anything, and strict programs reject the chain.",
		Remedy:      caRemedy,
		Quote:       "keyUsage (SHALL be present)",
		Roles:       AnyCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return absent(s, cert.OIDKeyUsage) },
		ZLint:       []string{"e_ca_key_usage_missing"},
	},
	{
		ID:           "ca-key-usage-not-critical",
		Requirements: []string{"SBR-7.1.2.1-b-2", "SBR-7.1.2.2-e-2"},
		Source:       SBR, Section: "7.1.2.1(b), 7.1.2.2(e)", Severity: Error, From: sbrStart,
		Title:       "Key Usage of a CA certificate is not critical",
		Explanation: "Software may pass over an extension that is not critical, and with it the limits of the CA's key.",
		Remedy:      caRemedy,
		Quote:       "This extension SHALL be marked critical.",
		Roles:       AnyCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return notCritical(s, cert.OIDKeyUsage) },
		ZLint:       []string{"w_ext_key_usage_not_critical", "e_ca_key_usage_not_critical"},
	},
	{
		ID:           "ca-key-usage-bits",
		Requirements: []string{"SBR-7.1.2.1-b-3", "SBR-7.1.2.2-e-3"},
		Source:       SBR, Section: "7.1.2.1(b), 7.1.2.2(e)", Severity: Error, From: sbrStart,
		Title:       "CA key may not sign certificates or revocation lists",
		Explanation: "A CA has to sign certificates and the lists that revoke them. Where a bit is missing, mail programs reject what that key signed.",
		Remedy:      caRemedy,
		Quote:       "Bit positions for keyCertSign and cRLSign SHALL be set.",
		Roles:       AnyCA,
		Parts:       []Part{PartKeyUsage},
		When:        func(s *Subject) bool { return s.Cert.KeyUsage != nil },
		Check:       caKeyUsageBits,
		ZLint:       []string{"e_ca_key_cert_sign_not_set", "e_ca_crl_sign_not_set"},
	},
}

// caRemedy is who can change a CA certificate.
const caRemedy = "Only the operator of this CA can change it: send them this report. People with a certificate from this CA have nothing to do."

func caKeyUsageBits(s *Subject) []Place {
	k := s.Cert.KeyUsage
	missing := ""
	if k.Usage&cert.KeyCertSign == 0 {
		missing = "keyCertSign is not set"
	}
	if k.Usage&cert.CRLSign == 0 {
		if missing != "" {
			missing += ", "
		}
		missing += "cRLSign is not set"
	}
	if missing == "" {
		return nil
	}
	return atExtension(k.Extension, missing)
}
