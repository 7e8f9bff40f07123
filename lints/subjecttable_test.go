package lints

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// subjectTableCases makes every cell of the table fire that is no MAY.
var subjectTableCases = tableCases()

func tableCases() []testCase {
	var cases []testCase
	for column := range tableProfiles {
		for row := range subjectTable {
			for i, generation := range gen.Generations {
				profile, attribute := gen.Profiles[column], &subjectTable[row]
				c := testCase{name: attribute.name + " in " + profile + " " + generation}
				switch rule := profile + "-" + slug(attribute.name); tableCell(row, column)[i] {
				case shallCell:
					c.cert = leaf(profile, generation, subjectWithout(attribute.attribute))
					c.want = []string{"error " + rule + "-missing"}
				case shallNotCell:
					c.cert = leaf(profile, generation, subjectWith(attribute.attribute))
					c.want = []string{"error " + rule + "-forbidden"}
				default:
					continue
				}
				cases = append(cases, c)
			}
		}
	}
	return cases
}

// subjectWith adds a sound value of the attribute, or, where it is empty, of
// attributes that are in no table.
func subjectWith(attribute cert.OID) edit {
	switch attribute {
	case "":
		return func(c *gen.Cert) {
			c.Subject.Add(cert.OIDDomainComponent, gen.IA5, "example")
			c.Subject.Add(cert.OIDInitials, gen.UTF8, "E. M.")
		}
	case cert.OIDCountryName:
		return subjectSet(attribute, "DE")
	case cert.OIDOrganizationIdentifier:
		return subjectSet(attribute, gen.Registration)
	}
	return subjectSet(attribute, "Beispiel")
}

func TestSubjectTable(t *testing.T) {
	for row := range subjectTable {
		columns := strings.Fields(subjectTable[row].cells)
		if len(columns) != len(tableProfiles) {
			t.Fatalf("%s has %d columns", subjectTable[row].name, len(columns))
		}
		for column, cell := range columns {
			if len(cell) != len(generationLetters) || strings.Trim(cell, "mSN") != "" || tableCell(row, column) != cell {
				t.Errorf("%s: cell %q, read as %q", subjectTable[row].name, cell, tableCell(row, column))
			}
		}
	}
	if len(subjectTable) != 16 {
		t.Errorf("%d rows", len(subjectTable))
	}
}

func TestTableRule(t *testing.T) {
	rules := map[string]*Rule{}
	for i := range subjectTableRules {
		rules[subjectTableRules[i].ID] = &subjectTableRules[i]
	}
	if len(rules) != 33 {
		t.Errorf("%d rules", len(rules))
	}
	r := rules["sponsor-other-forbidden"]
	if r == nil || !slices.Equal(r.Requirements, []string{"SBR-7.1.4.2.5-Other-MS"}) || r.Profiles != Sponsor ||
		r.Generations != Multipurpose|Strict || r.Quote != "Other | MAY | SHALL NOT | SHALL NOT" || r.Section != "7.1.4.2.5" {
		t.Errorf("%+v", r)
	}
	r = rules["mailbox-street-address-forbidden"]
	if r == nil || !slices.Equal(r.Requirements, []string{"SBR-7.1.4.2.3-streetAddress-LMS"}) || r.Generations != AnyGeneration {
		t.Errorf("%+v", r)
	}
	for _, r := range subjectTableRules {
		if n := utf8.RuneCountInString(r.Title); n > 70 {
			t.Errorf("%s: a title of %d characters", r.ID, n)
		}
	}
}

// One finding for each kind of attribute, with a place for each attribute.
func TestTableForbiddenPlaces(t *testing.T) {
	s := &Subject{Cert: parsed(leaf("mailbox", "strict", subjectWith(""), subjectSet(cert.OIDTitle, "")))}
	places := tableForbidden(s, "")
	if len(places) != 2 || places[0].Path != "tbsCertificate.subject.rdn[1].domainComponent" || places[0].Got != "example" || places[1].Got != "E. M." {
		t.Errorf("%+v", places)
	}
	if places := tableForbidden(s, cert.OIDTitle); len(places) != 1 || places[0].Got != "title is present" {
		t.Errorf("%+v", places)
	}
}
