package lints

import (
	"strings"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// sampleLEI has check digits that fit; otherLEI too.
const sampleLEI, otherLEI = "5493001KJTIIGC8Y1R12", "506700GE1G29325QX363"

var leiCases = []testCase{
	{name: "of an organization", cert: leaf("organization", "strict", with(gen.LEI(sampleLEI)))},
	{name: "with a role", cert: leaf("sponsor", "strict", with(gen.LEI(sampleLEI), gen.LEIRole("Head of Tests")))},
	{
		name: "of a mailbox", cert: leaf("mailbox", "strict", with(gen.LEI(sampleLEI))),
		want: []string{"error lei-prohibited"},
	},
	{
		name: "of an individual", cert: leaf("individual", "strict", with(gen.LEI("no LEI"), gen.LEIRole("")), marked(cert.OIDLEI, true)),
		want: []string{"error lei-prohibited"},
	},
	{
		name: "role of an organization", cert: leaf("organization", "strict", with(gen.LEI(sampleLEI), gen.LEIRole("")), marked(cert.OIDLEIRole, true)),
		want: []string{"error lei-role-prohibited"},
	},
	{
		name: "critical", cert: leaf("organization", "strict", with(gen.LEI(sampleLEI)), marked(cert.OIDLEI, true)),
		want: []string{"error lei-critical"},
	},
	{
		name: "critical role", cert: leaf("sponsor", "strict", with(gen.LEIRole("Head of Tests")), marked(cert.OIDLEIRole, true)),
		want: []string{"error lei-critical"},
	},
	{
		name: "of 19 characters", cert: leaf("organization", "strict", with(gen.LEI(sampleLEI[:19]))),
		want: []string{"error lei-malformed"},
	},
	{
		name: "of 21 characters", cert: leaf("organization", "strict", with(gen.LEI(sampleLEI+"0"))),
		want: []string{"error lei-malformed"},
	},
	{
		name: "mistyped", cert: leaf("organization", "strict", with(gen.LEI(sampleLEI[:18]+"21"))),
		want: []string{"warning lei-checksum"},
	},
	{
		name: "as UTF8String", cert: leaf("organization", "strict", with(gen.LEI(sampleLEI)), withValue(cert.OIDLEI, gen.Text(gen.UTF8, sampleLEI))),
		want: []string{"warning lei-string-type"},
	},
	{
		name: "role as UTF8String", cert: leaf("sponsor", "strict", with(gen.LEIRole("")), withValue(cert.OIDLEIRole, gen.Text(gen.UTF8, "Head of Tests"))),
		want: []string{"warning lei-string-type"},
	},
	{
		name: "empty role", cert: leaf("sponsor", "strict", with(gen.LEIRole(""))),
		want: []string{"warning lei-string-type"},
	},
	{name: "role of 99 characters", cert: leaf("sponsor", "strict", with(gen.LEIRole(strings.Repeat("a", maxLEIRole-1))))},
	{name: "role of 100 characters", cert: leaf("sponsor", "strict", with(gen.LEIRole(strings.Repeat("a", maxLEIRole))))},
	{
		name: "role of 101 characters", cert: leaf("sponsor", "strict", with(gen.LEIRole(strings.Repeat("a", maxLEIRole+1)))),
		want: []string{"warning lei-string-type"},
	},
	{
		name: "another one in the subject",
		cert: leaf("organization", "strict", with(gen.LEI(sampleLEI)), subjectSet(cert.OIDOrganizationIdentifier, "LEIXG-"+otherLEI)),
		want: []string{"warning lei-differs"},
	},
	{
		name: "the same one in the subject",
		cert: leaf("organization", "strict", with(gen.LEI(sampleLEI)), subjectSet(cert.OIDOrganizationIdentifier, "LEIXG-"+sampleLEI)),
	},
}
