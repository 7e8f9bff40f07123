package lints

import (
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var attributeStringCases = []testCase{
	{
		name: "country as UTF8String", cert: leaf("sponsor", "strict", subjectTyped(cert.OIDCountryName, gen.UTF8, "DE")),
		want: []string{"error attribute-string-type"},
	},
	{
		name: "serial number as UTF8String", cert: leaf("sponsor", "strict", subjectAdd(cert.OIDSerialNumber, gen.UTF8, "1")),
		want: []string{"error attribute-string-type"},
	},
	{
		name: "email address as UTF8String", cert: leaf("mailbox", "strict", subjectAdd(cert.OIDEmailAddress, gen.UTF8, gen.Mailbox)),
		want: []string{"error attribute-string-type"},
	},
	{
		name: "common name as IA5String", cert: leaf("mailbox", "strict", subjectTyped(cert.OIDCommonName, gen.IA5, gen.Mailbox)),
		want: []string{"error attribute-string-type"},
	},
	{
		name: "every right type", cert: leaf(
			"sponsor", "legacy", subjectAdd(cert.OIDDomainComponent, gen.IA5, "example"), subjectAdd(cert.OIDDNQualifier, gen.Printable, "q"),
			subjectAdd(cert.OIDSerialNumber, gen.Printable, "1"), subjectAdd(cert.OIDTitle, gen.Printable, "Dr."),
			subjectAdd(cert.OIDEmailAddress, gen.IA5, gen.Mailbox), subjectAdd("1.2.3.4", gen.Numeric, "1"),
		),
	},
	{
		name: "domain component of a website as UTF8String", cert: based(gen.TLS, subjectAdd(cert.OIDDomainComponent, gen.UTF8, "example")),
		want: []string{"error attribute-string-type"},
	},
	{
		name: "wrong type within a directory name", cert: leaf("sponsor", "strict", besideName("sponsor", "strict", subjectTyped(cert.OIDCountryName, gen.UTF8, "DE"))),
		want: []string{"error attribute-string-type"},
	},
	{
		name: "surname as TeletexString", cert: leaf("sponsor", "strict", subjectTyped(cert.OIDSurname, gen.Teletex, "Mustermann")),
		want: []string{"warning attribute-string-type-old"},
	},
	{
		name: "organization as BMPString", cert: leaf("sponsor", "strict", subjectTyped(cert.OIDOrganizationName, gen.BMP, gen.Organization)),
		want: []string{"warning attribute-string-type-old"},
	},
	{
		name: "street as UniversalString", cert: leaf("individual", "multipurpose", subjectSet(cert.OIDLocalityName, "Köln"), subjectAdd(cert.OIDStreetAddress, gen.Universal, "Ring 1")),
		want: []string{"warning attribute-string-type-old"},
	},
	{
		name: "CA with a TeletexString", cert: based(gen.SubCA, subjectTyped(cert.OIDOrganizationName, gen.Teletex, "Sample Trust GmbH")),
		want: []string{"notice ca-name-string-type"},
	},
	{
		name: "CA with a country as UTF8String", cert: based(gen.SubCA, subjectTyped(cert.OIDCountryName, gen.UTF8, "DE")),
		want: []string{"error attribute-string-type"},
	},
	{
		name: "root with a TeletexString", cert: based(gen.Root, func(c *gen.Cert) {
			c.Subject.Attribute(cert.OIDOrganizationName).Tag = gen.Teletex
			c.Issuer.Attribute(cert.OIDOrganizationName).Tag = gen.Teletex
		}),
		want: []string{"notice ca-name-string-type"},
	},
	{
		name: "issuer with a country as UTF8String", cert: leaf("sponsor", "strict", func(c *gen.Cert) { c.Issuer.Attribute(cert.OIDCountryName).Tag = gen.UTF8 }),
		want: []string{"notice ca-name-string-type"},
	},
	{
		name: "issuer with an ampersand in a PrintableString", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			a := c.Issuer.Attribute(cert.OIDOrganizationName)
			a.Tag, a.Value = gen.Printable, "Sample & Trust"
		}),
		want: []string{"notice ca-name-string-type"},
	},
	{
		name: "organization with an ampersand in a PrintableString", cert: leaf("organization", "strict", subjectTyped(cert.OIDOrganizationName, gen.Printable, "Beispiel & Co")),
		want: []string{"error attribute-characters"},
	},
	{
		name: "given name that is not UTF-8", cert: leaf("sponsor", "strict", subjectSet(cert.OIDGivenName, "Erik\xff")),
		want: []string{"error attribute-characters"},
	},
	{
		name: "empty surname", cert: leaf("sponsor", "strict", subjectSet(cert.OIDSurname, "")),
		want: []string{"error attribute-empty"},
	},
	{
		name: "empty unit of a CA", cert: based(gen.SubCA, subjectAdd(cert.OIDOrganizationalUnitName, gen.UTF8, "")),
		want: []string{"error attribute-empty"},
	},
	{
		name: "common name of 64 characters", cert: leaf("individual", "strict", subjectSet(cert.OIDCommonName, "Erika "+strings.Repeat("ü", 58))),
	},
	{
		name: "common name of 65 characters", cert: leaf("individual", "strict", subjectSet(cert.OIDCommonName, "Erika "+strings.Repeat("ü", 59))),
		want: []string{"error common-name-or-email-too-long"},
	},
	{
		name: "common name of 65 characters of a website", cert: based(gen.TLS, subjectSet(cert.OIDCommonName, strings.Repeat("ü", 65))),
		want: []string{"error attribute-too-long"},
	},
	{
		name: "email address of 255 characters", cert: leaf("mailbox", "strict", longAddress(255)),
	},
	{
		name: "email address of 256 characters", cert: leaf("mailbox", "strict", longAddress(256)),
		want: []string{"error common-name-or-email-too-long"},
	},
	{
		name: "title of 64 characters", cert: leaf("individual", "strict", subjectSet(cert.OIDTitle, strings.Repeat("x", 64))),
	},
	{
		name: "title of 65 characters", cert: leaf("individual", "strict", subjectSet(cert.OIDTitle, strings.Repeat("x", 65))),
		want: []string{"error attribute-too-long"},
	},
	{
		name: "country of three letters", cert: leaf("sponsor", "strict", subjectSet(cert.OIDCountryName, "DEU")),
		want: []string{"error country-length"},
	},
	{
		name: "empty country", cert: leaf("sponsor", "strict", subjectSet(cert.OIDCountryName, "")),
		want: []string{"error country-length"},
	},
}

// longAddress puts an address of so many characters into the subject and among
// the alternative names.
func longAddress(n int) edit {
	address := strings.Repeat("a", n-len("@example.com")) + "@example.com"
	return func(c *gen.Cert) {
		c.Subject.Set(cert.OIDEmailAddress, address)
		c.SetExtension(sanWith(gen.RFC822Name(address)))
	}
}

func TestUpperBounds(t *testing.T) {
	for _, syntax := range attributeSyntaxes {
		if syntax.max == 0 || syntax.attribute == cert.OIDCountryName {
			continue
		}
		for n, want := range map[int]bool{syntax.max - 1: false, syntax.max: false, syntax.max + 1: true} {
			tag := byte(syntax.tag)
			if tag == 0 {
				tag = gen.UTF8
			}
			s := &Subject{Cert: parsed(leaf("mailbox", "strict", subjectWithout(cert.OIDCommonName), subjectAdd(syntax.attribute, tag, strings.Repeat("a", n)))), Role: OtherRole}
			if got := len(tooLong(s, false)) > 0; got != want {
				t.Errorf("%s of %d characters: too long is %t", label(syntax.attribute), n, got)
			}
		}
	}
}
