package lints

import (
	"strings"

	"sealglass/cert"
)

// caExtKeyUsageRules are those about the purposes of a CA certificate (SBR
// 7.1.2.1 d, 7.1.2.2 g). The SBR speak of the CAs "that will be used to issue
// S/MIME Certificates": an error needs a subscriber certificate that this CA
// issued; without one the same purposes draw a warning.
var caExtKeyUsageRules = []Rule{
	{
		ID:           "root-ext-key-usage",
		Requirements: []string{"SBR-7.1.2.1-d-1"},
		Source:       SBR, Section: "7.1.2.1(d)", Severity: Error, From: sbrStart,
		Title:       "Root certificate lists purposes",
		Explanation: "Purposes of a root are set by the mail programs' lists, not by the root itself. Programs that read them anyway may reject certificates below it.",
		Remedy:      caRemedy,
		Quote:       "extKeyUsage (SHALL NOT be present)",
		Roles:       Root,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return present(s, cert.OIDExtKeyUsage) },
		ZLint:       []string{"e_root_ca_extended_key_usage_present"},
	},
	{
		ID:           "subca-ext-key-usage-missing",
		Requirements: []string{"SBR-7.1.2.2-g-1"},
		Source:       SBR, Section: "7.1.2.2(g)", Severity: Error, From: sbrStart,
		Title:       "Issuing CA certificate without purposes",
		Explanation: "This CA issued an email certificate, but its own certificate does not limit it to email. A mistake there could be used against websites as well.",
		Remedy:      caRemedy,
		Quote:       "For all other Subordinate CA Certificates … this extension SHALL be present",
		Roles:       SubCA,
		Parts:       []Part{PartExtensions},
		When:        issuedLeaf,
		Check:       func(s *Subject) []Place { return absent(s, cert.OIDExtKeyUsage) },
	},
	{
		ID:           "subca-ext-key-usage-unknown",
		Requirements: []string{"SBR-7.1.2.2-g-1"},
		Source:       SBR, Section: "7.1.2.2(g)", Severity: Notice, From: sbrStart,
		Title:       "CA certificate without purposes: is it a cross certificate?",
		Explanation: "Only cross certificates of a root may leave the purposes out. Whether this is one cannot be told from it alone.",
		Remedy:      "Drop a certificate that this CA issued together with it, and the answer is certain.",
		Quote:       "extKeyUsage (MAY be present for Cross Certificates; SHALL be present otherwise)",
		Roles:       SubCA,
		Parts:       []Part{PartExtensions},
		When:        func(s *Subject) bool { return s.Leaf == nil && !s.CrossCertificate },
		Check:       func(s *Subject) []Place { return absent(s, cert.OIDExtKeyUsage) },
	},
	{
		ID:           "subca-ext-key-usage-critical",
		Requirements: []string{"SBR-7.1.2.2-g-2"},
		Source:       SBR, Section: "7.1.2.2(g)", Severity: Warning, From: sbrStart,
		Title:       "Purposes of a CA certificate are marked critical",
		Explanation: "Some programs do not expect purposes in a CA certificate. Marked critical, they can make such a program reject the chain.",
		Remedy:      caRemedy,
		Quote:       "this extension SHALL be present and SHOULD NOT be marked critical",
		Roles:       SubCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return critical(s, cert.OIDExtKeyUsage) },
	},
	{
		ID:           "subca-email-protection-missing",
		Requirements: []string{"SBR-7.1.2.2-g-3"},
		Source:       SBR, Section: "7.1.2.2(g)", Severity: Error, From: sbrStart,
		Title:       "Issuing CA is not allowed to issue for email",
		Explanation: "This CA issued an email certificate, but email is not among the purposes of its own. Mail programs that check purposes along the chain reject it.",
		Remedy:      caRemedy,
		Quote:       "For Subordinate CA Certificates that will be used to issue S/MIME Certificates, the value id-kp-emailProtection SHALL be present.",
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When:        func(s *Subject) bool { return issuedLeaf(s) && s.Cert.ExtKeyUsage != nil },
		Check: func(s *Subject) []Place {
			e := s.Cert.ExtKeyUsage
			// anyExtendedKeyUsage is its own fault, and it includes email.
			if e.Has(cert.OIDEmailProtection) || e.Has(cert.OIDAnyExtendedKeyUsage) {
				return nil
			}
			return atExtension(e.Extension, purposes(e))
		},
	},
	{
		ID:           "subca-forbidden-purpose",
		Requirements: []string{"SBR-7.1.2.2-g-4", "SBR-7.1.2.2-g-5", "SBR-7.1.2.2-g-6", "SBR-7.1.2.2-g-7"},
		Source:       SBR, Section: "7.1.2.2(g)", Severity: Error, From: sbrStart,
		Title:       "Issuing CA may also issue for websites, code or anything",
		Explanation: "A CA for email certificates has to keep to email, so that a mistake with a mailbox cannot be used against a website or a program.",
		Remedy:      caRemedy,
		Quote:       "The values id-kp-serverAuth, id-kp-codeSigning, id-kp-timeStamping, and anyExtendedKeyUsage SHALL NOT be present.",
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When:        issuedLeaf,
		Check:       forbiddenPurposes,
	},
	{
		ID:           "subca-forbidden-purpose-without-leaf",
		Requirements: []string{"SBR-7.1.2.2-g-4", "SBR-7.1.2.2-g-5", "SBR-7.1.2.2-g-6", "SBR-7.1.2.2-g-7"},
		Source:       SBR, Section: "7.1.2.2(g)", Severity: Warning, From: sbrStart,
		Title:       "CA for email may also issue for websites, code or anything",
		Explanation: "If this CA issues email certificates, these purposes are forbidden. Its certificate alone does not show that it does.",
		Remedy:      "Drop an email certificate that this CA issued together with it, and the answer is certain. " + caRemedy,
		Quote:       "The values id-kp-serverAuth, id-kp-codeSigning, id-kp-timeStamping, and anyExtendedKeyUsage SHALL NOT be present.",
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When: func(s *Subject) bool {
			return s.Leaf == nil && !s.CrossCertificate && s.Cert.ExtKeyUsage.Has(cert.OIDEmailProtection)
		},
		Check: forbiddenPurposes,
	},
	{
		ID:           "subca-other-purpose-2027",
		Requirements: []string{"SBR-7.1.2.2-g-8", "SBR-7.1.2.2-g-9"},
		Source:       SBR, Section: "7.1.2.2(g)", Severity: Notice, From: "2027-07-01",
		Title:       "CA for email lists more purposes than email and client login",
		Explanation: "From 1 July 2027 only these two may stand in a CA certificate for email. The exact words of version 1.0.16 were not read; its release note says so.",
		Remedy:      "Nothing to do for people with certificates. The CA's operator plans a new CA certificate.",
		Quote:       "id-kp-emailProtection (mandatory) and the id-kp-clientAuth (optional) are the only extKeyUsage (EKU) permitted (release note of 1.0.16)",
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When: func(s *Subject) bool {
			return s.Cert.ExtKeyUsage.Has(cert.OIDEmailProtection) || s.Leaf != nil && s.Cert.ExtKeyUsage != nil
		},
		Check: func(s *Subject) []Place {
			return purposesBeside(s, cert.OIDEmailProtection, cert.OIDClientAuth)
		},
	},
	{
		ID:           "cross-certificate-any-purpose",
		Requirements: []string{"SBR-7.1.2.2-g-10"},
		Source:       SBR, Section: "7.1.2.2(g)", Severity: Error, From: sbrStart,
		Title:       "Cross certificate for any purpose",
		Explanation: "A cross certificate lends the standing of one root to another. It has to say for what.",
		Remedy:      caRemedy,
		Quote:       "This extension SHALL NOT contain the anyExtendedKeyUsage usage.",
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When:        func(s *Subject) bool { return s.CrossCertificate && s.Cert.ExtKeyUsage != nil },
		Check: func(s *Subject) []Place {
			return listed(s.Cert.ExtKeyUsage, cert.OIDAnyExtendedKeyUsage)
		},
	},
	{
		ID:           "cross-certificate-purposes-2026",
		Requirements: []string{"SBR-7.1.2.2-g-12"},
		Source:       SBR, Section: "7.1.2.2(g)", Severity: Notice, From: "2026-09-28",
		Title:       "Cross certificate for more than email and client login",
		Explanation: "Since version 1.0.16 a new cross certificate to a root used for email alone lists email, or email and client login. Its exact words were not read; its release note and the CCADB policy 6.3 say so.",
		Remedy:      caRemedy,
		Quote:       "the requirements of CCADB Policy Section 6.3 relating to cross-certificates (release note of 1.0.16)",
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When:        func(s *Subject) bool { return s.CrossCertificate },
		Check: func(s *Subject) []Place {
			if missing := absent(s, cert.OIDExtKeyUsage); missing != nil {
				return missing
			}
			if !s.Cert.ExtKeyUsage.Has(cert.OIDEmailProtection) {
				return atExtension(s.Cert.ExtKeyUsage.Extension, purposes(s.Cert.ExtKeyUsage))
			}
			return purposesBeside(s, cert.OIDEmailProtection, cert.OIDClientAuth)
		},
	},
}

// issuedLeaf says that a subscriber certificate issued by this CA is at hand,
// and that the CA is no cross certificate of a root.
func issuedLeaf(s *Subject) bool { return s.Leaf != nil && !s.CrossCertificate }

func forbiddenPurposes(s *Subject) []Place {
	return listed(s.Cert.ExtKeyUsage,
		cert.OIDServerAuth, cert.OIDCodeSigning, cert.OIDTimeStamping, cert.OIDAnyExtendedKeyUsage)
}

// listed returns a place for each purpose listed that is one of these.
func listed(e *cert.ExtKeyUsage, these ...cert.OID) []Place {
	if e == nil {
		return nil
	}
	var places []Place
	for _, p := range e.Purposes {
		for _, oid := range these {
			if p.OID == oid {
				places = append(places, Place{Path: extensionPath(e.Extension), Span: p.Span, Got: label(p.OID)})
			}
		}
	}
	return places
}

// purposesBeside returns a place for each purpose listed that is none of these.
func purposesBeside(s *Subject, these ...cert.OID) []Place {
	e := s.Cert.ExtKeyUsage
	if e == nil {
		return nil
	}
	var places []Place
next:
	for _, p := range e.Purposes {
		for _, oid := range these {
			if p.OID == oid {
				continue next
			}
		}
		places = append(places, Place{Path: extensionPath(e.Extension), Span: p.Span, Got: label(p.OID)})
	}
	return places
}

// purposes lists the purposes for people.
func purposes(e *cert.ExtKeyUsage) string {
	names := make([]string, len(e.Purposes))
	for i, p := range e.Purposes {
		names[i] = label(p.OID)
	}
	return strings.Join(names, ", ")
}
