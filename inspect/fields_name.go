package inspect

import (
	"strconv"
	"strings"

	"sealglass/cert"
)

// attributeLabels are the labels of the attributes of names, for people.
var attributeLabels = [...]struct {
	oid   cert.OID
	label string
}{
	{cert.OIDCommonName, "Common name"},
	{cert.OIDSurname, "Surname"},
	{cert.OIDGivenName, "Given name"},
	{cert.OIDPseudonym, "Pseudonym"},
	{cert.OIDEmailAddress, "Email address"},
	{cert.OIDSerialNumber, "Serial number of the subject"},
	{cert.OIDCountryName, "Country"},
	{cert.OIDLocalityName, "Locality"},
	{cert.OIDStateOrProvinceName, "State or province"},
	{cert.OIDStreetAddress, "Street address"},
	{cert.OIDPostalCode, "Postal code"},
	{cert.OIDOrganizationName, "Organization"},
	{cert.OIDOrganizationalUnitName, "Organizational unit"},
	{cert.OIDOrganizationIdentifier, "Organization identifier"},
	{cert.OIDTitle, "Title"},
	{cert.OIDDescription, "Description"},
	{cert.OIDBusinessCategory, "Business category"},
	{cert.OIDDomainComponent, "Domain component"},
	{cert.OIDUserID, "User ID"},
	{cert.OIDDNQualifier, "DN qualifier"},
	{cert.OIDInitials, "Initials"},
	{cert.OIDName, "Name"},
	{cert.OIDTelephoneNumber, "Telephone number"},
	{cert.OIDDateOfBirth, "Date of birth"},
	{cert.OIDPlaceOfBirth, "Place of birth"},
	{cert.OIDGender, "Gender"},
	{cert.OIDCountryOfCitizenship, "Country of citizenship"},
	{cert.OIDCountryOfResidence, "Country of residence"},
}

func attributeLabel(oid cert.OID) string {
	for i := range attributeLabels {
		if attributeLabels[i].oid == oid {
			return attributeLabels[i].label
		}
	}
	return nameOr(oid)
}

// name adds a distinguished name: each attribute with its string type.
func (b *builder) name(path, label string, n cert.Name) {
	if !n.Present {
		return
	}
	if len(n.RDNs) == 0 {
		b.add(path, label, "", n.Span)
	}
	for i := range n.RDNs {
		rdn := &n.RDNs[i]
		for j := range rdn.Attributes {
			b.attribute(path+".rdn["+strconv.Itoa(i)+"]", rdn, j)
		}
	}
}

func (b *builder) attribute(path string, rdn *cert.RDN, j int) {
	a := &rdn.Attributes[j]
	label := attributeLabel(a.Type) + " (" + stringType(a.Value.Tag)
	if len(rdn.Attributes) > 1 {
		label += ", part " + strconv.Itoa(j+1) + " of " + strconv.Itoa(len(rdn.Attributes))
	}
	b.add(path+"."+nameOr(a.Type), label+")", b.stringValue(&a.Value), a.Span)
}

// stringValue is a string's text, or the structure of a value that is no string.
func (b *builder) stringValue(s *cert.String) string {
	if s.Tag == 0 {
		return dump(s.In(b.c.Raw))
	}
	return s.Text
}

// stringType names a string type by its universal tag (X.680 8.4).
func stringType(tag int) string {
	if tag == 0 {
		return "no string"
	}
	return cert.TagName(tag)
}

// shortNames abbreviate the usual attributes where a whole name stands in one line.
var shortNames = [...]struct {
	oid  cert.OID
	name string
}{
	{cert.OIDCommonName, "CN"},
	{cert.OIDOrganizationName, "O"},
	{cert.OIDOrganizationalUnitName, "OU"},
	{cert.OIDCountryName, "C"},
	{cert.OIDLocalityName, "L"},
	{cert.OIDStateOrProvinceName, "ST"},
	{cert.OIDDomainComponent, "DC"},
}

func shortName(oid cert.OID) string {
	for i := range shortNames {
		if shortNames[i].oid == oid {
			return shortNames[i].name
		}
	}
	return nameOr(oid)
}

// nameText writes a name in one line, in the order of its encoding.
func nameText(n cert.Name) string {
	var s strings.Builder
	for i := range n.RDNs {
		for j := range n.RDNs[i].Attributes {
			a := &n.RDNs[i].Attributes[j]
			switch {
			case j > 0:
				s.WriteString(" + ")
			case i > 0:
				s.WriteString(", ")
			}
			s.WriteString(shortName(a.Type) + "=" + a.Value.Text)
		}
	}
	return s.String()
}
