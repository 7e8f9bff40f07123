package lints

import (
	"strings"

	"sealglass/cert"
)

// organizationID is an organizationIdentifier taken apart (SBR 7.1.4.2.2 d):
// scheme, country, "+" and subdivision where there is one, "-" and reference.
type organizationID struct {
	scheme      string
	country     string // two capital letters
	plus        bool
	subdivision string
	hyphen      bool
	reference   string
	fault       idFault
}

// idFault is the first thing that is wrong with the structure.
type idFault uint8

const (
	idFine             idFault = iota
	idScheme                   // none of the schemes
	idCountryMissing           // no two capital letters follow the scheme
	idCountryUnknown           // a country code that the scheme does not have
	idSubdivision              // "+" with no subdivision of one to three characters
	idSubdivisionOfVAT         // a subdivision of a scheme that is national
	idReference                // no hyphen, or no reference behind it
	idGovernment               // GOV with something behind it
	idInternational            // INT, but not INTXG
	idLEICountry               // LEI, but not LEIXG
	idLEICode                  // no Legal Entity Identifier
	idPSD                      // PSD without an authority
)

// The schemes of SBR appendix A.1 and of Note 2 of 7.1.4.2.2(d).
const (
	schemeNTR = "NTR"
	schemeVAT = "VAT"
	schemePSD = "PSD"
	schemeLEI = "LEI"
	schemeGOV = "GOV"
	schemeINT = "INT"
)

// international is the code that LEI and INT have for a country.
const international = "XG"

// parseOrganizationID takes an organizationIdentifier apart as far as its
// structure goes. What stands behind the first fault is left empty.
func parseOrganizationID(text string) organizationID {
	var id organizationID
	if len(text) < 3 || !isScheme(text[:3]) {
		id.fault = idScheme
		return id
	}
	id.scheme = text[:3]
	rest := text[3:]
	if id.scheme == schemeINT {
		if id.country = international; rest != international {
			id.country, id.fault = "", idInternational
		}
		return id
	}
	if len(rest) < 2 || !isCapitals(rest[:2]) {
		id.fault = idCountryMissing
		return id
	}
	id.country = rest[:2]
	head, reference, hyphen := strings.Cut(rest[2:], "-")
	id.reference, id.hyphen = reference, hyphen
	id.subdivision, id.plus = strings.CutPrefix(head, "+")
	id.fault = id.faultAfterCountry(head)
	return id
}

func isScheme(text string) bool {
	switch text {
	case schemeNTR, schemeVAT, schemePSD, schemeLEI, schemeGOV, schemeINT:
		return true
	}
	return false
}

// faultAfterCountry is what is wrong from the country on; head stands between the
// country and the hyphen.
func (id *organizationID) faultAfterCountry(head string) idFault {
	switch {
	case id.scheme == schemeLEI && (id.country != international || id.plus):
		return idLEICountry
	case id.scheme != schemeLEI && !id.countryKnown():
		return idCountryUnknown
	case id.scheme == schemeGOV && (id.hyphen || !id.plus && head != ""):
		return idGovernment
	case id.scheme == schemePSD && id.plus:
		return idPSD
	case id.plus && !isSubdivision(id.subdivision):
		return idSubdivision
	case id.scheme == schemeGOV:
		return idFine
	case !id.hyphen || !significant(id.reference) || !id.plus && head != "":
		return idReference
	case id.scheme == schemeVAT && id.plus:
		return idSubdivisionOfVAT
	case id.scheme == schemeLEI && !(isLEI(id.reference) && leiChecksum(id.reference)):
		return idLEICode
	case id.scheme == schemePSD && !hasAuthority(id.reference):
		return idPSD
	}
	return idFine
}

// countryKnown says whether the country is one that the scheme may have. XX is
// left to the rule that says how the Requirements contradict themselves there.
func (id *organizationID) countryKnown() bool {
	return isCountry(id.country) || id.country == noCountry || id.vatPrefix() != ""
}

// vatPrefix is the ISO 3166-1 code that belongs to a VAT prefix which is none
// itself, empty where there is no such prefix.
func (id *organizationID) vatPrefix() string {
	if id.scheme != schemeVAT {
		return ""
	}
	return vatCountry(id.country)
}

// vatCountry is the ISO 3166-1 code of a country whose VAT prefix is another
// (Directive 2006/112/EC article 215), empty for any other code.
func vatCountry(prefix string) string {
	switch prefix {
	case "EL":
		return "GR"
	case "XI":
		return "GB"
	}
	return ""
}

// maxSubdivision is the number of characters that a subdivision has at most (SBR
// 7.1.4.2.2 d, ISO 3166-2).
const maxSubdivision = 3

func isSubdivision(text string) bool {
	return text != "" && len(text) <= maxSubdivision &&
		strings.Trim(text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// The number of letters of an authority's identifier (ETSI TS 119 495 GEN-5.2.1-3).
const (
	minAuthority = 2
	maxAuthority = 8
)

// hasAuthority says whether a PSD reference is the identifier of a national
// competent authority, a hyphen and the authority's own reference.
func hasAuthority(reference string) bool {
	authority, own, hyphen := strings.Cut(reference, "-")
	return hyphen && len(authority) >= minAuthority && len(authority) <= maxAuthority &&
		isCapitals(authority) && significant(own)
}

// organizationIDs are the organizationIdentifiers in which fault finds something
// to say.
func organizationIDs(s *Subject, fault func(id *organizationID) bool) []Place {
	return valuePlaces(s, cert.OIDOrganizationIdentifier, func(text string) string {
		if id := parseOrganizationID(text); !fault(&id) {
			return ""
		}
		return shown(text)
	})
}

// organizationIDFault are the organizationIdentifiers whose structure has that fault.
func organizationIDFault(s *Subject, fault idFault) []Place {
	return organizationIDs(s, func(id *organizationID) bool { return id.fault == fault })
}
