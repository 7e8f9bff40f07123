package lints

import (
	"bytes"
	"unicode/utf8"

	"sealglass/cert"
)

var attributeStringRules = []Rule{{
	ID:           "attribute-string-type",
	Requirements: []string{"SBR-7.1.4-1", "SBR-5280-24"},
	Source:       RFC5280, Section: "RFC 5280 appendix A.1", Severity: Error,
	Title: "An attribute of the name has the wrong string type",
	Explanation: "Each attribute has its string types: a country or serial number is a PrintableString, an email address an IA5String. " +
		"Programs that expect these cannot read another, and names compared by their bytes do not match.",
	Remedy: askIssuer,
	Quote:  "X520countryName ::= PrintableString (SIZE (2))",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return attributePlaces(s, func(_ *judgedName, a *cert.Attribute) string {
			if !wrongType(a) {
				return ""
			}
			return typeText(&a.Value)
		})
	},
	ZLint: []string{"e_subject_dn_country_not_printable_string", "e_subject_dn_serial_number_not_printable_string"},
}, {
	ID:           "attribute-string-type-old",
	Requirements: []string{"SBR-5280-24", "SBR-7.1.4-1"},
	Source:       RFC5280, Section: "RFC 5280 4.1.2.6", Severity: Warning,
	Title: "An attribute of the name has an outdated string type",
	Explanation: "TeletexString, BMPString and UniversalString are kept for old names only. " +
		"Programs read them differently, so your name may be shown with wrong letters.",
	Remedy: askIssuer,
	Quote:  "TeletexString, BMPString, and UniversalString are included for backward compatibility, and SHOULD NOT be used for certificates for new subjects.",
	From:   rfc5280Start, Roles: Subscriber, Anywhere: true,
	Parts: []Part{PartSubject},
	When:  noCA,
	Check: func(s *Subject) []Place {
		return attributePlaces(s, func(_ *judgedName, a *cert.Attribute) string {
			if !oldType(a) {
				return ""
			}
			return typeText(&a.Value)
		})
	},
}, {
	ID:           "ca-name-string-type",
	Requirements: []string{"SBR-5280-24", "SBR-7.1.4-1"},
	Source:       RFC5280, Section: "RFC 5280 4.1.2.4", Severity: Notice,
	Title: "A CA's name uses an outdated or unusual string type",
	Explanation: "The CA's name is not written as new names are. A CA may keep a name that it had before, byte for byte, " +
		"and every certificate below it has to repeat those bytes.",
	Remedy: "Nothing needs to be done.",
	Quote:  "CAs conforming to this profile MUST use either the PrintableString or UTF8String encoding of DirectoryString, with two exceptions.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartIssuer, PartSubject},
	Check: caNameStringType,
	ZLint: []string{"e_issuer_dn_country_not_printable_string"},
}, {
	ID:           "attribute-characters",
	Requirements: []string{"SBR-7.1.4-1", "SBR-5280-24"},
	Source:       RFC5280, Section: "RFC 5280 4.1", Severity: Error,
	Title: "An attribute of the name has characters its type cannot hold",
	Explanation: "Each string type has its own set of characters; a PrintableString has no @, & or _, for instance. " +
		"Strict programs refuse the certificate, others may show your name with wrong letters.",
	Remedy: askIssuer,
	Quote:  "this data structure is encoded using the ASN.1 distinguished encoding rules (DER)",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place {
		return attributePlaces(s, func(_ *judgedName, a *cert.Attribute) string { return a.Value.Fault })
	},
	ZLint: []string{"e_subject_printable_string_badalpha"},
}, {
	ID:           "attribute-empty",
	Requirements: []string{"SBR-5280-25", "SBR-7.1.4.2-1"},
	Source:       RFC5280, Section: "RFC 5280 appendix A.1", Severity: Error,
	Title:       "An attribute of the name is empty",
	Explanation: "An attribute has at least one character. Strict programs refuse the certificate, others show a blank where a name should be.",
	Remedy:      askIssuer,
	Quote:       "SIZE (1..ub-common-name)",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartSubject},
	Check: attributeEmpty,
}, {
	ID:           "common-name-or-email-too-long",
	Requirements: []string{"SBR-7.1.4.2.2-a-9", "SBR-5280-25"},
	Source:       RFC5280, Section: "RFC 5280 appendix A.1", Severity: Error,
	Title: "The common name or email address is too long",
	Explanation: "A common name has at most 64 characters, an email address in the subject at most 255. " +
		"Strict programs refuse the certificate, others cut the name.",
	Remedy: askIssuer,
	Quote:  "ub-common-name INTEGER ::= 64",
	From:   rfc5280Start,
	Parts:  []Part{PartSubject},
	Check:  func(s *Subject) []Place { return tooLong(s, true) },
	ZLint:  []string{"e_subject_common_name_max_length", "e_subject_email_max_length"},
}, {
	ID:           "attribute-too-long",
	Requirements: []string{"SBR-5280-25"},
	Source:       RFC5280, Section: "RFC 5280 appendix A.1", Severity: Error,
	Title:       "An attribute of the name is too long",
	Explanation: "Each attribute has an upper bound, 64 characters for an organization, for instance. Strict programs refuse the certificate, others cut the name.",
	Remedy:      askIssuer,
	Quote:       "ub-organization-name INTEGER ::= 64",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartSubject},
	Check: func(s *Subject) []Place { return tooLong(s, false) },
	ZLint: []string{
		"e_subject_common_name_max_length", "e_subject_email_max_length",
		"e_subject_dn_serial_number_max_length", "e_subject_given_name_max_length",
		"e_subject_locality_name_max_length", "e_subject_organization_name_max_length",
		"e_subject_organizational_unit_name_max_length", "e_subject_state_name_max_length",
		"e_subject_surname_max_length",
	},
}, {
	ID:           "country-length",
	Requirements: []string{"SBR-5280-25", "SBR-7.1.4.2.2-n-1"},
	Source:       RFC5280, Section: "RFC 5280 appendix A.1", Severity: Error,
	Title:       "The country does not have two letters",
	Explanation: "A country is given by its two-letter code. Programs that expect the code do not understand a name or another code.",
	Remedy:      askIssuer,
	Quote:       "X520countryName ::= PrintableString (SIZE (2))",
	From:        rfc5280Start, Roles: Subscriber, Anywhere: true,
	Parts: []Part{PartSubject},
	When:  noCA,
	Check: func(s *Subject) []Place {
		return attributePlaces(s, func(_ *judgedName, a *cert.Attribute) string {
			if a.Type != cert.OIDCountryName || !readable(&a.Value) || utf8.RuneCountInString(a.Value.Text) == 2 {
				return ""
			}
			if a.Value.Text == "" {
				return "empty"
			}
			return shown(a.Value.Text)
		})
	},
	ZLint: []string{"e_subject_country_name"},
}}

// The universal tags of character strings (X.680 8.4).
const (
	tagUTF8String      = 12
	tagPrintableString = 19
	tagTeletexString   = 20
	tagIA5String       = 22
	tagVisibleString   = 26
	tagUniversalString = 28
	tagBMPString       = 30
)

// attributeSyntax is the string type and the upper bound of an attribute.
type attributeSyntax struct {
	attribute cert.OID
	// tag is the one string type, or zero for a DirectoryString.
	tag int
	// max bounds the characters; zero: RFC 5280 sets no bound.
	max int
}

// attributeSyntaxes are those of RFC 5280 appendix A.1.
var attributeSyntaxes = [...]attributeSyntax{
	{cert.OIDCommonName, 0, 64},
	{cert.OIDOrganizationName, 0, 64},
	{cert.OIDOrganizationalUnitName, 0, 64},
	{cert.OIDTitle, 0, 64},
	{cert.OIDLocalityName, 0, 128},
	{cert.OIDStateOrProvinceName, 0, 128},
	{cert.OIDPseudonym, 0, 128},
	{cert.OIDName, 0, 32768},
	{cert.OIDSurname, 0, 32768},
	{cert.OIDGivenName, 0, 32768},
	{cert.OIDInitials, 0, 32768},
	{cert.OIDGenerationQualifier, 0, 32768},
	{cert.OIDCountryName, tagPrintableString, 2},
	{cert.OIDSerialNumber, tagPrintableString, 64},
	{cert.OIDDNQualifier, tagPrintableString, 0},
	{cert.OIDEmailAddress, tagIA5String, 255},
	{cert.OIDDomainComponent, tagIA5String, 0},
}

// syntaxOf is what RFC 5280 says of the attribute, nil when nothing.
func syntaxOf(attribute cert.OID) *attributeSyntax {
	for i := range attributeSyntaxes {
		if attributeSyntaxes[i].attribute == attribute {
			return &attributeSyntaxes[i]
		}
	}
	return nil
}

// wrongType says whether the value is of a type that RFC 5280 does not give the
// attribute.
func wrongType(a *cert.Attribute) bool {
	syntax := syntaxOf(a.Type)
	switch {
	case syntax == nil:
		return false
	case syntax.tag != 0:
		return a.Value.Tag != syntax.tag
	}
	return a.Value.Tag != tagUTF8String && a.Value.Tag != tagPrintableString && !isOldTag(a.Value.Tag)
}

// oldType says whether the value is of a type that a DirectoryString keeps for
// old names.
func oldType(a *cert.Attribute) bool {
	syntax := syntaxOf(a.Type)
	directory := syntax != nil && syntax.tag == 0 || a.Type == cert.OIDStreetAddress || a.Type == cert.OIDPostalCode
	return directory && isOldTag(a.Value.Tag)
}

func isOldTag(tag int) bool {
	return tag == tagTeletexString || tag == tagUniversalString || tag == tagBMPString
}

// typeText is the type and the value for people.
func typeText(v *cert.String) string {
	if v.Tag == 0 {
		return "no string"
	}
	return cert.TagName(v.Tag) + " " + shown(v.Text)
}

// caNameStringType looks at the issuer, and at the subject of a CA. The issuer
// of a root is the same name once more.
func caNameStringType(s *Subject) []Place {
	c := s.Cert
	names := []judgedName{{c.Issuer, string(PartIssuer), true}}
	if !noCA(s) {
		if bytes.Equal(c.Issuer.In(c.Raw), c.Subject.In(c.Raw)) {
			names = nil
		}
		names = append(names, judgedName{c.Subject, string(PartSubject), true})
	}
	var places []Place
	for i := range names {
		names[i].attributes(func(a *cert.Attribute, rdn int) {
			// Of a CA's subject the other rules report what is wrong.
			wrong := names[i].path == string(PartIssuer) && (wrongType(a) || a.Value.Fault != "")
			if wrong || oldType(a) {
				places = append(places, names[i].place(a, rdn, typeText(&a.Value)))
			}
		})
	}
	return places
}

func attributeEmpty(s *Subject) []Place {
	return attributePlaces(s, func(_ *judgedName, a *cert.Attribute) string {
		if !emptyBounded(a) {
			return ""
		}
		return "empty"
	})
}

// emptyBounded says whether the value is empty though RFC 5280 asks for one
// character at least. The length of a country has a rule of its own.
func emptyBounded(a *cert.Attribute) bool {
	syntax := syntaxOf(a.Type)
	return syntax != nil && syntax.max > 0 && a.Type != cert.OIDCountryName && a.Value.Tag != 0 && a.Value.Text == ""
}

// tooLong are the attributes beyond their bound: those that the SBR name
// themselves, or the others. Of what is no subscriber certificate all are others.
func tooLong(s *Subject, namedBySBR bool) []Place {
	return attributePlaces(s, func(_ *judgedName, a *cert.Attribute) string {
		syntax := syntaxOf(a.Type)
		if syntax == nil || syntax.max == 0 || a.Type == cert.OIDCountryName || !readable(&a.Value) {
			return ""
		}
		bySBR := s.Role == Subscriber && (a.Type == cert.OIDCommonName || a.Type == cert.OIDEmailAddress)
		if n := utf8.RuneCountInString(a.Value.Text); n > syntax.max && bySBR == namedBySBR {
			return charactersText(n)
		}
		return ""
	})
}
