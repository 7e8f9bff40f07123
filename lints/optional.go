package lints

import "sealglass/cert"

// optionalRules are those about extensions that a subscriber certificate may
// have, or may have in some profiles (SBR 7.1.2.3 i, j, k and m).
var optionalRules = []Rule{{
	ID:           "smime-capabilities-critical",
	Requirements: []string{"SBR-7.1.2.3-i-1"},
	Source:       SBR, Section: "7.1.2.3(i)", Severity: Error,
	Title: "The list of ciphers is marked critical",
	Explanation: "The list says what your mail program can decrypt. " +
		"A program that doesn't know it has to refuse a certificate that marks it critical.",
	Remedy: askIssuer,
	Quote:  "This extension MAY be present and SHALL NOT be marked critical.",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return critical(s, cert.OIDSMIMECapabilities) },
}, {
	ID:           "directory-attributes-prohibited",
	Requirements: []string{"SBR-7.1.2.3-j-1"},
	Source:       SBR, Section: "7.1.2.3(j)", Severity: Error,
	Title: "The certificate holds personal data that it may not hold",
	Explanation: "subjectDirectoryAttributes is for facts such as a date of birth, and everyone who gets a signed mail can read them. " +
		"Certificates of this generation may not have it.",
	Remedy: askIssuer,
	Quote:  "subjectDirectoryAttributes … Strict and Multipurpose | Prohibited",
	From:   sbrStart, Generations: Multipurpose | Strict,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return present(s, cert.OIDSubjectDirectoryAttributes) },
	ZLint: []string{"e_strict_multipurpose_smime_ext_subject_directory_attr"},
}, {
	ID:           "directory-attributes-critical",
	Requirements: []string{"SBR-7.1.2.3-j-2", "SBR-5280-23"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.8", Severity: Error,
	Title: "Further facts about the subject are marked critical",
	Explanation: "Hardly a program reads subjectDirectoryAttributes, " +
		"and one that doesn't has to refuse a certificate that marks it critical.",
	Remedy: askIssuer,
	Quote:  "Conforming CAs MUST mark this extension as non-critical.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartExtensions},
	When:  func(s *Subject) bool { return !directoryAttributesProhibited(s) },
	Check: func(s *Subject) []Place { return critical(s, cert.OIDSubjectDirectoryAttributes) },
	ZLint: []string{"e_ext_subject_directory_attr_critical"},
}, {
	ID:           "qc-statements-critical",
	Requirements: []string{"SBR-7.1.2.3-k-1"},
	Source:       SBR, Section: "7.1.2.3(k)", Severity: Error,
	Title: "The statements about a qualified certificate are marked critical",
	Explanation: "Mail programs outside Europe hardly know these statements, " +
		"and one that doesn't has to refuse a certificate that marks them critical.",
	Remedy: askIssuer,
	Quote:  "This extension MAY be present and SHALL NOT be marked critical.",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return critical(s, cert.OIDQCStatements) },
	ZLint:  []string{"e_smime_qc_statements_must_not_be_critical", "e_qcstatem_etsi_present_qcs_critical"},
}, {
	ID:           "adobe-extension-prohibited",
	Requirements: []string{"SBR-7.1.2.3-m-1"},
	Source:       SBR, Section: "7.1.2.3(m)", Severity: Error,
	Title: "A Strict certificate has an extension for PDF documents",
	Explanation: "Adobe's extensions are for signing documents. A Strict certificate is for email alone; " +
		"with a Multipurpose one they are permitted.",
	Remedy: "Ask the issuer for a new certificate: a Strict one without the extension, or a Multipurpose one with it.",
	Quote:  "Adobe Extensions … Strict | Prohibited",
	From:   sbrStart, Generations: Strict,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return present(s, cert.OIDAdobeTimestamp, cert.OIDAdobeArchiveRevInfo) },
	ZLint: []string{"e_adobe_extensions_strict_presence"},
}, {
	ID:           "adobe-extension-critical",
	Requirements: []string{"SBR-7.1.2.3-m-2"},
	Source:       SBR, Section: "7.1.2.3(m)", Severity: Error,
	Title:       "An extension for PDF documents is marked critical",
	Explanation: "Mail programs do not know Adobe's extensions, and have to refuse a certificate that marks them critical.",
	Remedy:      askIssuer,
	Quote:       "MAY be present and SHALL NOT be marked critical.",
	From:        sbrStart, Generations: Legacy | Multipurpose | NoGeneration,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return critical(s, cert.OIDAdobeTimestamp, cert.OIDAdobeArchiveRevInfo) },
	ZLint: []string{"e_adobe_extensions_legacy_multipurpose_criticality"},
}, {
	ID:           "critical-extension-unknown",
	Requirements: []string{"SBR-5280-26"},
	Source:       RFC5280, Section: "RFC 5280 4.2", Severity: Notice,
	Title: "A critical extension that hardly a program knows",
	Explanation: "A program that does not know a critical extension has to refuse the certificate. " +
		"The issuer may mark it so, but mail programs will hardly know it.",
	Remedy: "Ask the issuer for a certificate without this extension, or in which it is not critical.",
	Quote:  "A certificate-using system MUST reject the certificate if it encounters a critical extension it does not recognize",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place {
		return atExtensions(s, func(e *cert.Extension) bool { return e.Critical && !e.Known })
	},
}, {
	ID:           "extension-private",
	Requirements: []string{"SBR-7.1.2.4-2", "SBR-7.1.2.4-3"},
	Source:       SBR, Section: "7.1.2.4", Severity: Notice,
	Title: "The certificate has an extension that is not publicly known",
	Explanation: "Its number belongs to an organization that defined it for itself. " +
		"In public certificates that needs a reason, which the certificate cannot show. Mail programs pass over it.",
	Remedy: "Nothing needs to be done if you know what it is for. Otherwise ask the issuer.",
	Quote:  "Extensions that do not apply in the context of the public Internet",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place {
		return atExtensions(s, func(e *cert.Extension) bool {
			return !e.Known && !e.Critical && e.OID.Name() == "" && privateArc(e.OID)
		})
	},
}}

// directoryAttributesProhibited says that directory-attributes-prohibited is in
// force for the certificate.
func directoryAttributesProhibited(s *Subject) bool {
	return s.Role == Subscriber && s.Generation&(Multipurpose|Strict) != 0 && day(s.asOf()) >= sbrStart
}

// atExtensions are the extensions that are a fault.
func atExtensions(s *Subject, fault func(*cert.Extension) bool) []Place {
	var places []Place
	for i := range s.Cert.Extensions {
		if e := &s.Cert.Extensions[i]; e.OID != "" && fault(e) {
			places = append(places, atExtension(e, label(e.OID))...)
		}
	}
	return places
}
