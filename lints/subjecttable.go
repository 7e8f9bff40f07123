package lints

import (
	"strings"

	"sealglass/cert"
)

// subjectTable is the four tables of SBR 7.1.4.2.3 to 7.1.4.2.6 as one: a row for
// each attribute, the last for all others; a column for each profile, in it a
// letter for each generation: Legacy, Multipurpose, Strict. S is SHALL, N is SHALL
// NOT, m is MAY.
var subjectTable = [...]struct {
	attribute cert.OID
	name      string // as in the tables
	cells     string // Mailbox, Organization, Sponsor, Individual
	phrase    string // for people
}{
	{cert.OIDCommonName, "commonName", "mmm mmm mmm mmm", "a common name"},
	{cert.OIDOrganizationName, "organizationName", "NNN SSS SSS NNN", "an organization"},
	{cert.OIDOrganizationalUnitName, "organizationalUnitName", "NNN mmm mmm NNN", "an organizational unit"},
	{cert.OIDOrganizationIdentifier, "organizationIdentifier", "NNN SSS SSS NNN", "an organization's identifier"},
	{cert.OIDGivenName, "givenName", "NNN NNN mmm mmm", "a given name"},
	{cert.OIDSurname, "surname", "NNN NNN mmm mmm", "a surname"},
	{cert.OIDPseudonym, "pseudonym", "NNN NNN mmm mmm", "a pseudonym"},
	{cert.OIDSerialNumber, "serialNumber", "mmm mmm mmm mmm", "a serial number"},
	{cert.OIDEmailAddress, "emailAddress", "mmm mmm mmm mmm", "an email address"},
	{cert.OIDTitle, "title", "NNN NNN mmm mmm", "a title"},
	{cert.OIDStreetAddress, "streetAddress", "NNN mmN mmN mmN", "a street address"},
	{cert.OIDLocalityName, "localityName", "NNN mmm mmm mmm", "a locality"},
	{cert.OIDStateOrProvinceName, "stateOrProvinceName", "NNN mmm mmm mmm", "a state or province"},
	{cert.OIDPostalCode, "postalCode", "NNN mmN mmN mmN", "a postal code"},
	{cert.OIDCountryName, "countryName", "NNN mmm mmm mmm", "a country"},
	{"", "Other", "NNN mNN mNN mNN", "an attribute not in its table"},
}

// The letters of a cell.
const (
	shallCell    = 'S'
	shallNotCell = 'N'
)

// tableProfiles are the columns of the table.
var tableProfiles = [...]struct {
	profile Profile
	section string
	slug    string
	name    string
	// meant says what the profile is for, whence the rest follows.
	meant string
}{
	{Mailbox, "7.1.4.2.3", "mailbox", "Mailbox-validated", "For this kind of certificate only the email address is checked. Whatever else stands in it was not, and people may rely on it all the same."},
	{Organization, "7.1.4.2.4", "organization", "Organization-validated", "This kind of certificate vouches for an organization, and only for that."},
	{Sponsor, "7.1.4.2.5", "sponsor", "Sponsor-validated", "This kind of certificate vouches for a person and the organization behind them."},
	{Individual, "7.1.4.2.6", "individual", "Individual-validated", "This kind of certificate vouches for a person, and only for that."},
}

// generationLetters are those of a cell in their order, as ids of requirements
// have them.
const generationLetters = "LMS"

// subjectTableRules has a rule for each SHALL and SHALL NOT of the tables.
var subjectTableRules = tableRules()

func tableRules() []Rule {
	var rules []Rule
	for column := range tableProfiles {
		for row := range subjectTable {
			cell := tableCell(row, column)
			for _, word := range [...]byte{shallCell, shallNotCell} {
				if strings.IndexByte(cell, word) >= 0 {
					rules = append(rules, tableRule(row, column, word))
				}
			}
		}
	}
	return rules
}

// tableCell is the cell of a row in the column of a profile.
func tableCell(row, column int) string {
	return subjectTable[row].cells[4*column:][:len(generationLetters)]
}

// tableRule is the rule for those generations of a cell that have the word.
func tableRule(row, column int, word byte) Rule {
	attribute, profile, cell := &subjectTable[row], &tableProfiles[column], tableCell(row, column)
	letters, generations := "", Generation(0)
	for i := range generationLetters {
		if cell[i] == word {
			letters += generationLetters[i : i+1]
			generations |= Legacy << i
		}
	}
	if letters == generationLetters {
		generations = AnyGeneration
	}
	r := Rule{
		Requirements: []string{"SBR-" + profile.section + "-" + attribute.name + "-" + letters},
		Source:       SBR, Section: profile.section, Severity: Error, From: sbrStart,
		Remedy:   askIssuer,
		Quote:    tableQuote(row, column),
		Profiles: profile.profile, Generations: generations,
		Parts: []Part{PartSubject},
	}
	if word == shallCell {
		r.ID = profile.slug + "-" + slug(attribute.name) + "-missing"
		r.Title = profile.name + ", but without " + attribute.phrase
		r.Explanation = profile.meant + " Here " + attribute.phrase + " is missing, so nobody can see for whom it vouches."
		r.Check = func(s *Subject) []Place { return tableMissing(s, attribute.attribute) }
		return r
	}
	r.ID = profile.slug + "-" + slug(attribute.name) + "-forbidden"
	r.Title = profile.name + ", but with " + attribute.phrase
	r.Explanation = profile.meant
	switch {
	case attribute.attribute == "":
		r.Explanation += " Its table lists the attributes that the subject may have; the Requirements say of no other how it is to be checked."
	case letters == "S":
		r.Title = "Strict, but with " + attribute.phrase
		r.Explanation += " In the Strict generation " + attribute.phrase + " is not permitted: everyone who gets signed mail could read it."
	case profile.profile != Mailbox:
		r.Explanation += " With " + attribute.phrase + " it says more than was checked."
	}
	if profile.profile == Mailbox {
		r.ZLint = []string{"e_mailbox_validated_enforce_subject_field_restrictions", "e_mailbox_validated_allowed_subjectdn_attributes"}
	}
	r.Check = func(s *Subject) []Place { return tableForbidden(s, attribute.attribute) }
	return r
}

// tableQuote is a row of a table as it stands there.
func tableQuote(row, column int) string {
	quote := subjectTable[row].name
	for _, word := range []byte(tableCell(row, column)) {
		switch word {
		case shallCell:
			quote += " | SHALL"
		case shallNotCell:
			quote += " | SHALL NOT"
		default:
			quote += " | MAY"
		}
	}
	return quote
}

// slug is the name of an attribute as ids of rules have it: "given-name".
func slug(name string) string {
	var b strings.Builder
	for i, r := range name {
		if r >= 'A' && r <= 'Z' {
			if i > 0 {
				b.WriteByte('-')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// tableRow is the row of the attribute: its own, or the last.
func tableRow(attribute cert.OID) int {
	for row := range subjectTable {
		if subjectTable[row].attribute == attribute {
			return row
		}
	}
	return len(subjectTable) - 1
}

// tableMissing is the fault of a subject without the attribute.
func tableMissing(s *Subject, attribute cert.OID) []Place {
	return subjectLacks(s, label(attribute)+" is absent", attribute)
}

// tableForbidden are the attributes of the subject in the row of that attribute.
func tableForbidden(s *Subject, attribute cert.OID) []Place {
	return attributePlaces(s, func(n *judgedName, a *cert.Attribute) string {
		if !n.subject || subjectTable[tableRow(a.Type)].attribute != attribute {
			return ""
		}
		return presence(a)
	})
}

// presence is an attribute that may not be there, for people.
func presence(a *cert.Attribute) string {
	if a.Value.Text == "" {
		return label(a.Type) + " is present"
	}
	return shown(a.Value.Text)
}
