package lints

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var metadataCases = []testCase{
	{
		name: "title of a full stop", cert: leaf("sponsor", "strict", subjectSet(cert.OIDTitle, ".")),
		want: []string{"error attribute-metadata-only"},
	},
	{
		name: "locality of a wide space", cert: leaf("sponsor", "strict", subjectSet(cert.OIDLocalityName, "\u3000")),
		want: []string{"error attribute-metadata-only"},
	},
	{
		name: "common name of a hyphen", cert: leaf("mailbox", "strict", subjectSet(cert.OIDCommonName, " - ")),
		want: []string{"error attribute-metadata-only"},
	},
	{
		name: "identifier of a hyphen", cert: leaf("organization", "strict", subjectSet(cert.OIDOrganizationIdentifier, "-")),
		want: []string{"error attribute-metadata-only"},
	},
	{
		name: "email address of a hyphen", cert: leaf("mailbox", "strict", subjectSet(cert.OIDEmailAddress, "-")),
		want: []string{"error attribute-metadata-only"},
	},
	{
		name: "title of a plus sign", cert: leaf("sponsor", "strict", subjectSet(cert.OIDTitle, "+")),
	},
	{
		name: "empty street", cert: leaf("sponsor", "multipurpose", subjectSet(cert.OIDLocalityName, "Köln"), subjectSet(cert.OIDStreetAddress, "")),
		want: []string{"error attribute-metadata-only"},
	},
	{
		name: "directory name with a title of a full stop", cert: leaf("sponsor", "strict", besideName("sponsor", "strict", subjectSet(cert.OIDTitle, "."))),
	},
	{
		name: "title N/A", cert: leaf("sponsor", "strict", subjectSet(cert.OIDTitle, "N/A")),
		want: []string{"warning attribute-placeholder"},
	},
	{
		name: "serial number not available", cert: leaf("sponsor", "strict", subjectSet(cert.OIDSerialNumber, "not  Available")),
		want: []string{"warning attribute-placeholder"},
	},
	{
		name: "surname Null", cert: leaf("sponsor", "strict", subjectSet(cert.OIDSurname, "Null"), subjectSet(cert.OIDCommonName, "Erika Null")),
		want: []string{"notice name-placeholder"},
	},
	{
		name: "locality None", cert: leaf("sponsor", "strict", subjectSet(cert.OIDCountryName, "DE"), subjectSet(cert.OIDLocalityName, "None")),
		want: []string{"notice name-placeholder"},
	},
	{
		name: "country of Namibia", cert: leaf("individual", "strict", subjectSet(cert.OIDCountryName, "NA")),
	},
	{
		name: "word within a title", cert: leaf("sponsor", "strict", subjectSet(cert.OIDTitle, "Head of Unknown Territories")),
	},
}

func TestPlaceholderWordsAreWhole(t *testing.T) {
	for text, want := range map[string]bool{"N/A": true, "n.a.": true, "Not Applicable": true, "null": true, "n": false, "a": false, "none null": false, "": false} {
		s := &Subject{Cert: parsed(leaf("sponsor", "strict", subjectAdd(cert.OIDTitle, gen.UTF8, text)))}
		if got := len(placeholders(s, false)) > 0; got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
