package lints

import (
	"strings"

	"sealglass/cert"
)

// The months in which these versions were published, to the first day of the next.
const (
	en3194121Start   Date = "2020-07-01" // EN 319 412-1 V1.4.1
	en3194125Start   Date = "2017-12-01" // EN 319 412-5 V2.2.1
	en3194125v24From Date = "2023-10-01" // EN 319 412-5 V2.4.1
)

// etsiRules are basic ones of ETSI EN 319 412 on qualified certificates of the
// European Union, as far as their words are known.
var etsiRules = []Rule{{
	ID:     "qc-semantics-natural",
	Source: ETSI, Section: "ETSI EN 319 412-1 5.1.3", Severity: Warning,
	Title: "The person's identifier does not have the form announced",
	Explanation: "The certificate says that serialNumber identifies the person by type, country and number, as in PASDE-1234. " +
		"It does not, so programs that read it so cannot use it.",
	Remedy: askIssuer,
	Quote:  "When the natural person semantics identifier is included, any present serialNumber attribute in the subject field shall contain information using the following structure",
	From:   en3194121Start, Anywhere: true,
	Parts: []Part{PartQCStatements, PartSubject},
	When:  func(s *Subject) bool { return hasSemantics(s, cert.OIDSemanticsNatural) },
	Check: func(s *Subject) []Place {
		return valuePlacesBeside(s, cert.OIDSerialNumber, func(n *judgedName) func(string) string {
			if !n.subject {
				return nil
			}
			return func(text string) string {
				if naturalSemantics(text) {
					return ""
				}
				return shown(text)
			}
		})
	},
}, {
	ID:     "qc-type-of-organization",
	Source: ETSI, Section: "ETSI EN 319 412-5 5, table 2", Severity: Notice,
	Title: "A qualified certificate of an organization that is not for seals",
	Explanation: "Without a type a qualified certificate counts as one for signatures of a person. " +
		"This one names none, so programs that check seals may not accept it.",
	Remedy: "Ask the issuer for a new certificate with the type eseal.",
	From:   en3194125Start, Profiles: Organization,
	Parts: []Part{PartQCStatements},
	When:  euQualified,
	Check: func(s *Subject) []Place {
		if statement(s, cert.OIDQcType) != nil {
			return nil
		}
		return atExtension(s.Cert.QCStatements.Extension, "no QcType")
	},
}, {
	ID:     "qc-type-not-for-email",
	Source: ETSI, Section: "ETSI EN 319 412-5 4.2.3", Severity: Notice,
	Title: "The qualified certificate is neither for signatures nor for seals",
	Explanation: "Its type is another one, such as that of websites. " +
		"Signatures on mail with it are no qualified ones.",
	Remedy: "Ask the issuer for a new certificate with the type esign or eseal.",
	From:   en3194125Start,
	Parts:  []Part{PartQCStatements},
	When:   func(s *Subject) bool { return statement(s, cert.OIDQcType) != nil },
	Check: func(s *Subject) []Place {
		q := statement(s, cert.OIDQcType)
		for _, oid := range q.Types {
			if oid == cert.OIDQcTypeESign || oid == cert.OIDQcTypeESeal {
				return nil
			}
		}
		return atStatement(s, q)
	},
	ZLint: []string{"e_qcstatem_qctype_smime"},
}, {
	ID:     "qc-pds-without-english",
	Source: ETSI, Section: "ETSI EN 319 412-5 5, table 2", Severity: Notice,
	Title:       "The terms of the qualified certificate are not given in English",
	Explanation: "Where a qualified certificate points to its terms, one of the texts is an English one, for readers abroad.",
	Remedy:      "Nothing needs to be done. The issuer can add it next time.",
	From:        en3194125Start, Anywhere: true,
	Parts: []Part{PartQCStatements},
	When:  func(s *Subject) bool { return euQualified(s) && statement(s, cert.OIDQcPDS) != nil },
	Check: func(s *Subject) []Place {
		q := statement(s, cert.OIDQcPDS)
		for _, language := range q.Languages {
			if strings.EqualFold(language, "en") {
				return nil
			}
		}
		return atStatement(s, q)
	},
	ZLint: []string{"e_qcstatem_qcpds_valid"},
}, {
	ID:     "qc-pds-without-https",
	Source: ETSI, Section: "ETSI EN 319 412-5 4.3.4", Severity: Notice,
	Title:       "The terms of the qualified certificate are not at a secure address",
	Explanation: "The signature of the certificate does not protect these texts; https:// does, and none of their addresses begins with it.",
	Remedy:      "Nothing needs to be done. The issuer can change it next time.",
	Quote:       "As a minimum, a URL to a PDS provided in this statement shall use the \"https\" (https://) scheme",
	From:        en3194125v24From, Anywhere: true,
	Parts: []Part{PartQCStatements},
	When:  func(s *Subject) bool { return statement(s, cert.OIDQcPDS) != nil },
	Check: func(s *Subject) []Place {
		q := statement(s, cert.OIDQcPDS)
		for _, uri := range q.URIs {
			if hasScheme(uri, "https") {
				return nil
			}
		}
		return atStatement(s, q)
	},
	ZLint: []string{"e_qcstatem_pds_must_have_https_only"},
}, {
	ID:     "qc-legislation-country",
	Source: ETSI, Section: "ETSI EN 319 412-5 4.2.4", Severity: Notice,
	Title:       "The law that the certificate is qualified by is of no country",
	Explanation: "The statement names the country whose law applies by its two letters. These stand for none.",
	Remedy:      "Ask the issuer by whose law the certificate is qualified.",
	From:        en3194125Start, Anywhere: true,
	Parts: []Part{PartQCStatements},
	When:  func(s *Subject) bool { return statement(s, cert.OIDQcCClegislation) != nil },
	Check: func(s *Subject) []Place {
		q := statement(s, cert.OIDQcCClegislation)
		for _, country := range q.Countries {
			if !isCountry(country) {
				return []Place{{Path: extensionPath(s.Cert.QCStatements.Extension), Span: q.Span, Got: shown(country)}}
			}
		}
		return nil
	},
}}

// statement is the first statement of that kind that decodes, nil without one.
func statement(s *Subject, id cert.OID) *cert.QCStatement {
	if s.Cert.QCStatements == nil {
		return nil
	}
	for i := range s.Cert.QCStatements.Statements {
		if q := &s.Cert.QCStatements.Statements[i]; q.ID == id && q.Fault == "" {
			return q
		}
	}
	return nil
}

func atStatement(s *Subject, q *cert.QCStatement) []Place {
	return []Place{{
		Path: extensionPath(s.Cert.QCStatements.Extension), Span: q.Span, Got: label(q.ID) + ": " + shown(strings.Join(q.Lines, ", ")),
	}}
}

// euQualified says that the certificate claims to be qualified, and by the law
// of the European Union: it names no other.
func euQualified(s *Subject) bool {
	return statement(s, cert.OIDQcCompliance) != nil && statement(s, cert.OIDQcCClegislation) == nil
}

// hasSemantics says whether the statements announce this way of writing names.
func hasSemantics(s *Subject, semantics cert.OID) bool {
	if s.Cert.QCStatements == nil {
		return false
	}
	for i := range s.Cert.QCStatements.Statements {
		q := &s.Cert.QCStatements.Statements[i]
		if q.ID != cert.OIDQCSyntaxV2 {
			continue
		}
		for _, oid := range q.Types {
			if oid == semantics {
				return true
			}
		}
	}
	return false
}

// naturalSemantics says whether the text has the form of EN 319 412-1 5.1.3:
// three letters, or two and a colon, for the type; two for the country; a hyphen
// and the identifier. Which types there are is not looked at.
func naturalSemantics(text string) bool {
	const typeAndCountry = 5
	if len(text) <= typeAndCountry+1 || text[typeAndCountry] != '-' {
		return false
	}
	for i := range typeAndCountry {
		if c := text[i]; (c < 'A' || c > 'Z') && (c != ':' || i != 2) {
			return false
		}
	}
	return true
}
