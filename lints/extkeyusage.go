package lints

import (
	"strconv"
	"strings"

	"sealglass/cert"
)

var extKeyUsageRules = []Rule{{
	ID:           "ext-key-usage-missing",
	Requirements: []string{"SBR-7.1.2.3-f-1", "SBR-7.1.2.3-f-2"},
	Source:       SBR, Section: "7.1.2.3(f)", Severity: Error,
	Title: "The certificate does not say that it is for email",
	Explanation: "The purpose emailProtection is what marks a certificate as one for email. " +
		"Without any purposes mail programs may refuse it, and others may take it for something else.",
	Remedy: askIssuer,
	Quote:  "extKeyUsage (SHALL be present)",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return absent(s, cert.OIDExtKeyUsage) },
	ZLint:  []string{"e_smime_strict_eku_check", "e_smime_legacy_multipurpose_eku_check"},
}, {
	ID:           "email-protection-missing",
	Requirements: []string{"SBR-7.1.2.3-f-2"},
	Source:       SBR, Section: "7.1.2.3(f)", Severity: Error,
	Title: "Email is not among the purposes of the certificate",
	Explanation: "The certificate lists what it is for, and emailProtection is not there. " +
		"Mail programs refuse it for signing and encryption.",
	Remedy: askIssuer,
	Quote:  "id-kp-emailProtection SHALL be present.",
	From:   sbrStart,
	Parts:  []Part{PartExtKeyUsage},
	// An empty list breaks sequence-empty.
	When:  func(s *Subject) bool { return extKeyUsagePresent(s) && len(s.Cert.ExtKeyUsage.Purposes) > 0 },
	Check: emailProtectionMissing,
	ZLint: []string{"e_smime_strict_eku_check", "e_smime_legacy_multipurpose_eku_check"},
}, {
	ID: "ext-key-usage-forbidden",
	Requirements: []string{
		"SBR-7.1.2.3-f-5", "SBR-7.1.2.3-f-6", "SBR-7.1.2.3-f-7", "SBR-7.1.2.3-f-8",
		"SBR-7.1.2.3-f-3", "SBR-7.1.2.3-f-2",
	},
	Source: SBR, Section: "7.1.2.3(f)", Severity: Error,
	Title: "The certificate is also for a purpose that email may not share",
	Explanation: "A certificate for email may not serve websites, software or time stamps as well, nor any purpose at all: " +
		"a mistake in the one would harm the other. Programs may refuse it.",
	Remedy: askIssuer,
	Quote:  "The values id-kp-serverAuth, id-kp-codeSigning, id-kp-timeStamping, and anyExtendedKeyUsage SHALL NOT be present.",
	From:   sbrStart,
	Parts:  []Part{PartExtKeyUsage},
	When:   extKeyUsagePresent,
	Check:  func(s *Subject) []Place { return atPurposes(s, forbiddenPurpose) },
	ZLint:  []string{"e_smime_strict_eku_check", "e_smime_legacy_multipurpose_eku_check", "n_mp_allowed_eku"},
}, {
	ID:           "ext-key-usage-strict",
	Requirements: []string{"SBR-7.1.2.3-f-3"},
	Source:       SBR, Section: "7.1.2.3(f)", Severity: Error,
	Title: "A Strict certificate has a purpose beside email",
	Explanation: "Strict certificates are for email alone. Another purpose, such as signing in to a network, " +
		"needs a Multipurpose certificate or one of its own.",
	Remedy: "Ask the issuer for a new certificate: a Strict one for email alone, or a Multipurpose one with both purposes.",
	Quote:  "id-kp-emailProtection SHALL be present. Other values SHALL NOT be present.",
	From:   sbrStart, Generations: Strict,
	Parts: []Part{PartExtKeyUsage},
	When:  extKeyUsagePresent,
	Check: func(s *Subject) []Place { return atPurposes(s, otherPurpose) },
	ZLint: []string{"e_smime_strict_eku_check"},
}, {
	ID:           "ext-key-usage-2027",
	Requirements: []string{"SBR-7.1.2.3-f-9", "SBR-7.1.2.3-f-4"},
	Source:       SBR, Section: "7.1.2.3(f)", Severity: Notice,
	Title: "From July 2027 only email and client authentication are permitted",
	Explanation: "The certificate has a further purpose. By SBR 1.0.16 none but emailProtection and clientAuth may stand in " +
		"certificates issued from 1 July 2027; its exact words were not at hand when this rule was written.",
	Remedy: "Ask the issuer what your next certificate will be, if you need this purpose.",
	Quote:  "effective July 1, 2027 id-kp-emailProtection (mandatory) and the id-kp-clientAuth (optional) are the only extKeyUsage (EKU) permitted",
	From:   "2027-07-01", Generations: Multipurpose | Legacy,
	Parts: []Part{PartExtKeyUsage},
	When:  extKeyUsagePresent,
	Check: func(s *Subject) []Place {
		return atPurposes(s, func(p cert.OID) bool { return otherPurpose(p) && p != cert.OIDClientAuth })
	},
}, {
	ID:           "ext-key-usage-private",
	Requirements: []string{"SBR-7.1.2.4-3", "SBR-7.1.2.4-2"},
	Source:       SBR, Section: "7.1.2.4", Severity: Notice,
	Title: "The certificate has a purpose that is not publicly known",
	Explanation: "The number stands for a purpose that some organization defined for itself. " +
		"In public certificates that needs a reason, which the certificate cannot show.",
	Remedy: "Nothing needs to be done if you know what it is for. Otherwise ask the issuer.",
	Quote:  "such as an extKeyUsage value for a service that is only valid in the context of a privately managed network",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{PartExtKeyUsage},
	When:  extKeyUsagePresent,
	Check: func(s *Subject) []Place {
		return atPurposes(s, func(p cert.OID) bool { return p.Name() == "" && privateArc(p) })
	},
}}

// shownPurposes is how many purposes a finding lists.
const shownPurposes = 8

func extKeyUsagePresent(s *Subject) bool { return s.Cert.ExtKeyUsage != nil }

// emailProtectionMissing leaves a certificate for any purpose to
// ext-key-usage-forbidden: that includes email.
func emailProtectionMissing(s *Subject) []Place {
	e := s.Cert.ExtKeyUsage
	if e.Has(cert.OIDEmailProtection) || e.Has(cert.OIDAnyExtendedKeyUsage) {
		return nil
	}
	var names []string
	for _, p := range e.Purposes[:min(len(e.Purposes), shownPurposes)] {
		names = append(names, label(p.OID))
	}
	return atExtension(e.Extension, strings.Join(names, ", "))
}

func forbiddenPurpose(p cert.OID) bool {
	switch p {
	case cert.OIDServerAuth, cert.OIDCodeSigning, cert.OIDTimeStamping, cert.OIDAnyExtendedKeyUsage:
		return true
	}
	return false
}

// otherPurpose is one beside email that is not forbidden in every generation.
func otherPurpose(p cert.OID) bool { return p != cert.OIDEmailProtection && !forbiddenPurpose(p) }

// privateArc says whether an OID belongs to an organization of its own choosing.
func privateArc(oid cert.OID) bool {
	return strings.HasPrefix(string(oid), "1.3.6.1.4.1.") || strings.HasPrefix(string(oid), "2.16.840.1.")
}

// atPurposes are the purposes that are a fault.
func atPurposes(s *Subject, fault func(cert.OID) bool) []Place {
	var places []Place
	e := s.Cert.ExtKeyUsage
	for i := range e.Purposes {
		if p := &e.Purposes[i]; fault(p.OID) {
			path := extensionPath(e.Extension) + ".purposes[" + strconv.Itoa(i) + "]"
			places = append(places, Place{Path: path, Span: p.Span, Got: label(p.OID)})
		}
	}
	return places
}
