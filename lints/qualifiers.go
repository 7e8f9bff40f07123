package lints

import (
	"unicode"
	"unicode/utf8"

	"sealglass/cert"
)

var qualifierRules = []Rule{{
	ID:           "cps-not-http",
	Requirements: []string{"SBR-7.1.2.3-a-5", "SBR-7.1.2.2-a-4"},
	Source:       SBR, Section: "7.1.2.3(a), 7.1.2.2(a)", Severity: Error,
	Title: "The address of the issuer's practice statement is not HTTP",
	Explanation: "The certificate points to the document that says how the issuer works. " +
		"The address has to be one that a browser opens.",
	Remedy: askIssuer,
	Quote:  "the value of the qualifier SHALL be a HTTP or HTTPS URL",
	From:   sbrStart, Roles: Subscriber | SubCA,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: cpsNotHTTP,
}, {
	ID:           "user-notice-without-text",
	Requirements: []string{"SBR-7.1.2.3-a-6", "SBR-7.1.2.2-a-5"},
	Source:       SBR, Section: "7.1.2.3(a), 7.1.2.2(a)", Severity: Error,
	Title: "A user notice has no text",
	Explanation: "A user notice is there to be shown to people. One without text shows nothing, " +
		"and is not permitted.",
	Remedy: askIssuer,
	Quote:  "it SHALL contain explicitText and SHALL NOT contain noticeRef",
	From:   sbrStart, Roles: Subscriber | SubCA,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: func(s *Subject) []Place {
		return atQualifiers(s, func(_ *cert.PolicyInformation, q *cert.PolicyQualifier) string {
			if q.ID == cert.OIDUserNotice && q.Fault == "" && q.ExplicitText.Length == 0 {
				return "explicitText is absent"
			}
			return ""
		})
	},
}, {
	ID:           "user-notice-reference",
	Requirements: []string{"SBR-7.1.2.3-a-7", "SBR-7.1.2.2-a-6"},
	Source:       SBR, Section: "7.1.2.3(a), 7.1.2.2(a)", Severity: Error,
	Title: "A user notice refers to a text elsewhere",
	Explanation: "The notice names a number in some organization's list of texts instead of the text alone. " +
		"No mail program can show such a text.",
	Remedy: askIssuer,
	Quote:  "it SHALL contain explicitText and SHALL NOT contain noticeRef",
	From:   sbrStart, Roles: Subscriber | SubCA,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: func(s *Subject) []Place {
		return atQualifiers(s, func(_ *cert.PolicyInformation, q *cert.PolicyQualifier) string {
			if q.ID == cert.OIDUserNotice && q.NoticeRef.Length > 0 {
				return "noticeRef is present"
			}
			return ""
		})
	},
	ZLint: []string{"w_ext_cert_policy_contains_noticeref"},
}, {
	ID:           "explicit-text-ia5",
	Requirements: []string{"SBR-5280-17"},
	Source:       RFC5280, Section: "RFC 6818 3", Severity: Warning,
	Title: "The text of a user notice is an IA5String",
	Explanation: "The amended standard forbids this old string type for notices. " +
		"Programs that show the text may show nothing.",
	Remedy: askIssuer,
	Quote:  "Conforming CAs MUST NOT encode explicitText as IA5String.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: func(s *Subject) []Place { return explicitTextOf(s, tagIA5String) },
	ZLint: []string{"e_ext_cert_policy_explicit_text_ia5_string", "w_ext_cert_policy_explicit_text_not_utf8"},
}, {
	ID:           "explicit-text-not-utf8",
	Requirements: []string{"SBR-5280-17"},
	Source:       RFC5280, Section: "RFC 6818 3", Severity: Notice,
	Title: "The text of a user notice is not a UTF8String",
	Explanation: "RFC 5280 forbade this string type for notices, RFC 6818 accepts it; UTF8String is right by both. " +
		"It makes no difference to mail.",
	Remedy: "Nothing needs to be done.",
	Quote:  "Conforming CAs SHOULD use the UTF8String encoding for explicitText. VisibleString or BMPString are acceptable but less preferred alternatives.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: func(s *Subject) []Place { return explicitTextOf(s, tagVisibleString, tagBMPString) },
	ZLint: []string{"w_ext_cert_policy_explicit_text_not_utf8"},
}, {
	ID:           "explicit-text-length",
	Requirements: []string{"SBR-5280-18"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.4", Severity: Error,
	Title:       "The text of a user notice is not 1 to 200 characters long",
	Explanation: "Programs reserve room for 200 characters. A longer text may be cut off, or the certificate refused.",
	Remedy:      askIssuer,
	Quote:       "The explicitText field is a string with a maximum size of 200 characters.",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: explicitTextLength,
	ZLint: []string{"e_ext_cert_policy_explicit_text_too_long"},
}, {
	ID:           "explicit-text-control",
	Requirements: []string{"SBR-5280-18"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.4", Severity: Warning,
	Title:       "The text of a user notice contains control characters",
	Explanation: "Control characters can garble what a program shows, and have no place in a notice.",
	Remedy:      askIssuer,
	Quote:       "The explicitText string SHOULD NOT include any control characters (e.g., U+0000 to U+001F and U+007F to U+009F).",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: explicitTextControl,
	ZLint: []string{"w_ext_cert_policy_explicit_text_includes_control"},
}, {
	ID:           "policy-qualifiers",
	Requirements: []string{"SBR-5280-27"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.4", Severity: Notice,
	Title: "A policy carries more than its number",
	Explanation: "Policies with an address or a notice are permitted. RFC 5280 recommends the number alone, " +
		"since programs differ in what they do with the rest.",
	Remedy: "Nothing needs to be done.",
	Quote:  "To promote interoperability, this profile RECOMMENDS that policy information terms consist of only an OID.",
	From:   rfc5280Start, Roles: AnyCert,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: func(s *Subject) []Place {
		return atPolicies(s, func(p *cert.PolicyInformation) string {
			if len(p.Qualifiers) > 0 {
				return label(p.ID) + " with qualifiers"
			}
			return ""
		})
	},
}, {
	ID:           "any-policy-qualifier",
	Requirements: []string{"SBR-5280-33"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.4", Severity: Error,
	Title: "anyPolicy carries a qualifier of an unknown kind",
	Explanation: "Beside anyPolicy only an address and a notice are defined. " +
		"Programs cannot know what another qualifier restricts.",
	Remedy: askIssuer,
	Quote:  "When qualifiers are used with the special policy anyPolicy, they MUST be limited to the qualifiers identified in this section.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: func(s *Subject) []Place {
		return atQualifiers(s, func(p *cert.PolicyInformation, q *cert.PolicyQualifier) string {
			if p.ID == cert.OIDAnyPolicy && q.ID != cert.OIDCPS && q.ID != cert.OIDUserNotice {
				return label(q.ID)
			}
			return ""
		})
	},
	ZLint: []string{"e_ext_cert_policy_disallowed_any_policy_qualifier"},
}, {
	ID:           "cps-not-ia5",
	Requirements: []string{"SBR-5280-33"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.4", Severity: Error,
	Title: "The address of the practice statement has the wrong string type",
	Explanation: "The address has to be an IA5String, which means plain ASCII. " +
		"Programs that expect that cannot read it.",
	Remedy: askIssuer,
	Quote:  "CPSuri ::= IA5String",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartPolicies},
	When:  policiesPresent,
	Check: func(s *Subject) []Place {
		return atQualifiers(s, func(_ *cert.PolicyInformation, q *cert.PolicyQualifier) string {
			if cpsNotIA5(q) {
				return q.CPS.Text
			}
			return ""
		})
	},
}}

// maxExplicitText is the upper bound of DisplayText in characters (RFC 5280 appendix A.2).
const maxExplicitText = 200

// atQualifiers are the qualifiers in which fault finds something to say.
func atQualifiers(s *Subject, fault func(*cert.PolicyInformation, *cert.PolicyQualifier) string) []Place {
	var places []Place
	all := s.Cert.Policies
	for i := range all.Policies {
		p := &all.Policies[i]
		for j := range p.Qualifiers {
			if got := fault(p, &p.Qualifiers[j]); got != "" {
				places = append(places, Place{Path: policyPath(all, i), Span: p.Qualifiers[j].Span, Got: got})
			}
		}
	}
	return places
}

// cpsNotIA5 says whether the address of a CPS is a string of another type.
func cpsNotIA5(q *cert.PolicyQualifier) bool {
	return q.ID == cert.OIDCPS && q.CPS.Length > 0 && q.CPS.Tag != tagIA5String
}

func cpsNotHTTP(s *Subject) []Place {
	return atQualifiers(s, func(_ *cert.PolicyInformation, q *cert.PolicyQualifier) string {
		if q.ID != cert.OIDCPS || q.Fault != "" || hasScheme(q.CPS.Text, "http") || hasScheme(q.CPS.Text, "https") {
			return ""
		}
		if q.CPS.Text == "" {
			return "empty"
		}
		return q.CPS.Text
	})
}

// explicitTexts are the notices in which fault finds something to say.
func explicitTexts(s *Subject, fault func(*cert.String) string) []Place {
	return atQualifiers(s, func(_ *cert.PolicyInformation, q *cert.PolicyQualifier) string {
		if q.ID != cert.OIDUserNotice || q.ExplicitText.Length == 0 {
			return ""
		}
		return fault(&q.ExplicitText)
	})
}

// explicitTextOf are the notices of one of the string types.
func explicitTextOf(s *Subject, tags ...int) []Place {
	return explicitTexts(s, func(text *cert.String) string {
		for _, tag := range tags {
			if text.Tag == tag {
				return stringType(tag)
			}
		}
		return ""
	})
}

// stringType names the string types of a notice.
func stringType(tag int) string {
	switch tag {
	case tagIA5String:
		return "IA5String"
	case tagVisibleString:
		return "VisibleString"
	}
	return "BMPString"
}

func explicitTextLength(s *Subject) []Place {
	return explicitTexts(s, func(text *cert.String) string {
		if n := utf8.RuneCountInString(text.Text); n < 1 || n > maxExplicitText {
			return charactersText(n)
		}
		return ""
	})
}

func explicitTextControl(s *Subject) []Place {
	return explicitTexts(s, func(text *cert.String) string {
		for _, r := range text.Text {
			if unicode.IsControl(r) {
				return "U+" + hexByte(byte(r))
			}
		}
		return ""
	})
}
