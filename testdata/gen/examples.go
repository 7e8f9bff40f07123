package gen

import (
	"strings"

	"sealglass/cert"
)

// The validity of the examples that are to be in order on any day of the next
// years: 27 months, the longest that every rule permits.
const (
	examplesFrom  = "2026-11-02"
	examplesUntil = "2029-02-01 23:59:59"
)

// Examples are the certificates that the page offers to try, in DER: one that is
// in order, one that has expired, one that is for another person's address, one
// for a website, one with findings of each kind, and one with a post-quantum key.
func Examples() []Sample {
	other := lasting("sponsor")
	other.Subject.Attribute(cert.OIDGivenName).Value = "Max"
	other.Subject.Attribute(cert.OIDCommonName).Value = "Max Mustermann"
	other.SetExtension(SubjectAltName(RFC822Name("max.mustermann@example.com")))
	quantum := lasting("mailbox")
	quantum.SetKey(Opaque(cert.OIDMLDSA65))
	quantum.SetExtension(KeyUsage(cert.DigitalSignature))
	return []Sample{
		{"good", lasting("sponsor").Encode()},
		{"expired", Leaf("sponsor", "legacy").Encode()},
		{"address", other.Encode()},
		{"website", TLS().Encode()},
		{"findings", Faulty().Encode()},
		{"quantum", quantum.Encode()},
	}
}

// lasting is a certificate of the profile that is valid for long.
func lasting(profile string) *Cert {
	c := Leaf(profile, "multipurpose")
	c.NotBefore, c.NotAfter = At(examplesFrom), At(examplesUntil)
	return c
}

// Faulty is a certificate with findings of each severity.
func Faulty() *Cert {
	c := Leaf("sponsor", "multipurpose")
	c.NotAfter = At("2028-10-01")
	c.SetCritical(cert.OIDSubjectAltName, true)
	c.RemoveExtension(cert.OIDSubjectKeyIdentifier)
	return c
}

// Lengthy is a certificate whose names and addresses are long, many, and partly
// written from right to left: what a page has to find room for.
func Lengthy() *Cert {
	c := Leaf("sponsor", "multipurpose")
	c.Subject.Attribute(cert.OIDOrganizationName).Value = "Gesellschaft zur Förderung der Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtenausbildung mbH"
	c.Subject.Attribute(cert.OIDGivenName).Value = "ليلى"
	c.Subject.Attribute(cert.OIDSurname).Value = "الخوارزمي"
	c.Subject.Attribute(cert.OIDCommonName).Value = "ليلى الخوارزمي"
	c.Issuer.Attribute(cert.OIDCommonName).Value = "Sample Issuing CA for Certificates of Organizations and of the Persons Whom They Sponsor, Multipurpose, Generation 2, 2026"
	long := strings.Repeat("a-very-long-name.", 3) + "without-any-place-to-break" + "@" + strings.Repeat("department-of-names.", 4) + "example.com"
	c.SetExtension(SubjectAltName(RFC822Name("leila@example.com"), RFC822Name(long), RFC822Name("l@example.com"), RFC822Name("office@example.com")))
	return c
}
