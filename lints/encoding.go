package lints

import (
	"slices"
	"strings"

	"sealglass/cert"
)

var encodingRules = []Rule{{
	ID:           "not-der",
	Requirements: []string{"SBR-5280-01", "SBR-5280-09", "SBR-7.1.2.4-1"},
	Source:       RFC5280, Section: "RFC 5280 4.1", Severity: Error,
	Title: "The certificate is not encoded by the rules of DER",
	Explanation: "A certificate has exactly one correct encoding. Where a byte departs from it, " +
		"strict programs refuse the whole certificate, and others may compute another signature over it.",
	Remedy: askIssuer,
	Quote:  "this data structure is encoded using the ASN.1 distinguished encoding rules (DER)",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Check: notDER,
	ZLint: []string{
		"e_cert_ext_invalid_der", "e_basic_constr_invalid_der",
		"e_incorrect_ku_encoding", "e_superfluous_ku_encoding", "e_key_usage_incorrect_length",
	},
}, {
	ID:           "structure-wrong",
	Requirements: []string{"SBR-7.1.2.4-1"},
	Source:       RFC5280, Section: "S/MIME BR 7.1.2.4", Severity: Error,
	Title: "A part does not have the structure that RFC 5280 gives it",
	Explanation: "Programs that expect the prescribed structure cannot read this part. " +
		"Most will refuse the certificate; others will ignore what the part says.",
	Remedy: askIssuer,
	Quote:  "All fields and extensions SHALL be set in accordance with RFC 5280.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Check: structureWrong,
}, {
	ID:           "sequence-empty",
	Requirements: []string{"SBR-5280-32"},
	Source:       RFC5280, Section: "RFC 5280 appendix A", Severity: Error,
	Title:       "A list that needs at least one element is empty",
	Explanation: "RFC 5280 gives this list a least size of one. An empty one says nothing, and strict programs refuse the certificate.",
	Remedy:      askIssuer,
	Quote:       "SEQUENCE SIZE (1..MAX)",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Check: sequenceEmpty,
	ZLint: []string{"e_ext_cannot_be_empty_sequence", "e_ext_ian_no_entries"},
}, {
	ID:           "extension-duplicate",
	Requirements: []string{"SBR-5280-08"},
	Source:       RFC5280, Section: "RFC 5280 4.2", Severity: Error,
	Title: "An extension appears more than once",
	Explanation: "Programs differ in which of the two they believe, or refuse the certificate. " +
		"What it says is therefore not certain.",
	Remedy: askIssuer,
	Quote:  "A certificate MUST NOT include more than one instance of a particular extension.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Check: extensionDuplicate,
	ZLint: []string{"e_ext_duplicate_extension"},
}, {
	ID:           "extension-undecodable",
	Requirements: []string{"SBR-7.1.2.3-i-2", "SBR-7.1.2.4-3"},
	Source:       SBR, Section: "7.1.2.4", Severity: Notice,
	Title: "An extension does not decode as its own standard has it",
	Explanation: "The extension is defined outside RFC 5280. Programs that know it cannot read this one; " +
		"all others pass over it.",
	Remedy: "Send this report to the issuer if you need what the extension should say.",
	Quote:  "A Certificate that includes such an extension MUST conform to the specifications of the open standard",
	From:   sbrStart, Roles: AnyCert, Anywhere: true,
	Check: extensionUndecodable,
}, {
	ID:           "unique-id-present",
	Requirements: []string{"SBR-5280-07"},
	Source:       RFC5280, Section: "RFC 5280 4.1.2.8", Severity: Error,
	Title: "The certificate has a unique identifier field",
	Explanation: "issuerUniqueID and subjectUniqueID are leftovers of an early version of X.509. " +
		"Nothing uses them, and some programs refuse certificates that carry them.",
	Remedy: askIssuer,
	Quote:  "CAs conforming to this profile MUST NOT generate certificates with unique identifiers.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Check: uniqueIDPresent,
	ZLint: []string{"e_cert_contains_unique_identifier", "e_cert_unique_identifier_version_not_2_or_3"},
}}

// derFaults are the departures from X.690 clauses 10 and 11 alone: what was
// meant can be read, but is not written as DER has it.
var derFaults = [...]cert.FaultCode{
	cert.FaultIndefiniteLength, cert.FaultNonMinimalLength, cert.FaultNonMinimalTag,
	cert.FaultConstructedString, cert.FaultBoolean, cert.FaultInteger, cert.FaultBitString,
	cert.FaultNamedBits, cert.FaultSetOrder, cert.FaultExplicitDefault,
}

func notDER(s *Subject) []Place {
	var places []Place
	for i := range s.Cert.Faults {
		for _, code := range derFaults {
			if f := &s.Cert.Faults[i]; f.Code == code {
				places = append(places, atFault(f))
			}
		}
	}
	return places
}

func atFault(f *cert.Fault) Place { return Place{Path: f.Path, Span: f.Span, Got: f.Reason} }

// structureFaults are those of a part whose ASN.1 type is not kept.
var structureFaults = [...]cert.FaultCode{
	cert.FaultStructure, cert.FaultTruncated, cert.FaultOID, cert.FaultString, cert.FaultTrailingData,
}

// structural lists the structure faults whose part is, or is not, RFC 5280's
// own. Names have rules of their own.
func structural(s *Subject, own bool) []Place {
	var places []Place
	for i := range s.Cert.Faults {
		f := &s.Cert.Faults[i]
		for _, code := range structureFaults {
			if f.Code == code && !inName(f) && !inCPS(s.Cert, f) && ownPart(s.Cert, f) == own {
				places = append(places, atFault(f))
			}
		}
	}
	return places
}

func structureWrong(s *Subject) []Place       { return structural(s, true) }
func extensionUndecodable(s *Subject) []Place { return structural(s, false) }

// inName says whether a fault concerns the characters of a name, which the
// rules about names judge.
func inName(f *cert.Fault) bool {
	if f.Code != cert.FaultString {
		return false
	}
	return touches(f.Path, string(PartSubject)) || touches(f.Path, string(PartIssuer)) ||
		touches(f.Path, string(PartExtensions)+".subjectAltName")
}

// inCPS says whether a fault is that of an address of the wrong string type,
// which cps-not-ia5 judges.
func inCPS(c *cert.Certificate, f *cert.Fault) bool {
	if c.Policies == nil || f.Code != cert.FaultStructure {
		return false
	}
	for i := range c.Policies.Policies {
		p := &c.Policies.Policies[i]
		for j := range p.Qualifiers {
			if q := &p.Qualifiers[j]; cpsNotIA5(q) && q.Offset <= f.Offset && f.End() <= q.End() {
				return true
			}
		}
	}
	return false
}

// ownPart says whether RFC 5280 itself defines the part that has the fault:
// every field does, and the extensions of its section 4.2.
func ownPart(c *cert.Certificate, f *cert.Fault) bool {
	if !strings.HasPrefix(f.Path, string(PartExtensions)) {
		return true
	}
	e := extensionAt(c, f.Span)
	return e == nil || fromRFC5280(e.OID)
}

// extensionAt is the extension that the bytes lie in, nil when in none.
func extensionAt(c *cert.Certificate, span cert.Span) *cert.Extension {
	i, _ := slices.BinarySearchFunc(c.Extensions, span.Offset, func(e cert.Extension, offset int) int {
		return e.End() - 1 - offset
	})
	if i < len(c.Extensions) && c.Extensions[i].Offset <= span.Offset {
		return &c.Extensions[i]
	}
	return nil
}

// rfc5280Extensions are the extensions of RFC 5280 4.2.
var rfc5280Extensions = [...]cert.OID{
	cert.OIDAuthorityKeyIdentifier, cert.OIDSubjectKeyIdentifier, cert.OIDKeyUsage,
	cert.OIDCertificatePolicies, cert.OIDPolicyMappings, cert.OIDSubjectAltName,
	cert.OIDIssuerAltName, cert.OIDSubjectDirectoryAttributes, cert.OIDBasicConstraints,
	cert.OIDNameConstraints, cert.OIDPolicyConstraints, cert.OIDExtKeyUsage,
	cert.OIDCRLDistributionPoints, cert.OIDInhibitAnyPolicy, cert.OIDFreshestCRL,
	cert.OIDAuthorityInfoAccess, cert.OIDSubjectInfoAccess,
}

func fromRFC5280(oid cert.OID) bool {
	for _, own := range rfc5280Extensions {
		if own == oid {
			return true
		}
	}
	return false
}

// sequenceEmpty leaves out what has rules of its own: the subjectAltName, and
// constraints that constrain nothing.
func sequenceEmpty(s *Subject) []Place {
	const extensions = string(PartExtensions)
	var places []Place
	for i := range s.Cert.Faults {
		f := &s.Cert.Faults[i]
		if f.Code == cert.FaultEmpty && ownPart(s.Cert, f) && !touches(f.Path, extensions+".subjectAltName") &&
			f.Path != extensions+".nameConstraints" && f.Path != extensions+".policyConstraints" {
			places = append(places, atFault(f))
		}
	}
	return places
}

func extensionDuplicate(s *Subject) []Place { return faultsOf(s, cert.FaultDuplicateExtension) }

// faultsOf are the places of the faults of one kind.
func faultsOf(s *Subject, code cert.FaultCode) []Place {
	var places []Place
	for i := range s.Cert.Faults {
		if f := &s.Cert.Faults[i]; f.Code == code {
			places = append(places, atFault(f))
		}
	}
	return places
}

func uniqueIDPresent(s *Subject) []Place {
	var places []Place
	if id := s.Cert.IssuerUniqueID; id.Present {
		places = append(places, at("tbsCertificate.issuerUniqueID", id.Span, "present")...)
	}
	if id := s.Cert.SubjectUniqueID; id.Present {
		places = append(places, at("tbsCertificate.subjectUniqueID", id.Span, "present")...)
	}
	return places
}
