// Package requirements is the list of what the S/MIME Baseline Requirements,
// and what they make binding, ask of a certificate, a CRL or an OCSP response,
// one requirement a row, in our own words; and what of it the rule book covers.
//
// The list is requirements.tsv. A row that no rule covers says why: what it
// asks cannot be seen in a certificate, or it asks for nothing. The list is
// for people and for tests; no rule reads it, and the page does not carry it.
package requirements

import (
	_ "embed"
	"strings"

	"sealglass/lints"
)

// Requirement is one row of the list.
type Requirement struct {
	// ID is what rules name it by: "SBR-7.1.2.3-e-1". Never reused.
	ID      string
	Section string
	// Strength is a word of RFC 2119, "DEF" for a definition, "PROPOSAL" for
	// what is not adopted. A question mark follows where it is derived, or its
	// wording was not seen: then no rule may make an error of it.
	Strength string
	// AppliesTo lists roles and kinds: subscriber, subCA, root, responder, CRL, OCSP.
	AppliesTo []string
	// Profiles and Generations are the initials of those it holds for ("MOSI",
	// "LMS"); empty where it does not ask for them.
	Profiles, Generations string
	// From and Until are the half-open range of days it holds, by notBefore
	// (CRL and OCSP: thisUpdate).
	From, Until lints.Date
	Statement   string
	// NotChecked says why no rule covers it, as what follows "not checked,
	// because"; empty where a rule does.
	NotChecked string
}

//go:embed requirements.tsv
var table string

// columns are those of the table, in their order.
const columns = "id\tsection\tstrength\tapplies\tprofile\tgeneration\tfrom\tuntil\tstatement\tnot checked, because"

// All returns the list in its own order, that of the sections.
func All() []Requirement {
	lines := strings.Split(strings.TrimSuffix(table, "\n"), "\n")[1:]
	all := make([]Requirement, len(lines))
	for i, line := range lines {
		f := strings.Split(line, "\t")
		all[i] = Requirement{
			ID: f[0], Section: f[1], Strength: f[2], AppliesTo: strings.Split(f[3], ","),
			Profiles: f[4], Generations: f[5], From: lints.Date(f[6]), Until: lints.Date(f[7]),
			Statement: f[8], NotChecked: f[9],
		}
	}
	return all
}

// Covered is a requirement with the ids of the rules that enforce it, in the
// order of the rules; none where nothing checks it.
type Covered struct {
	Requirement
	Rules []string
}

// Coverage pairs every requirement with those of the rules that enforce it.
func Coverage(rules []lints.Rule) []Covered {
	by := make(map[string][]string)
	for i := range rules {
		for _, id := range rules[i].Requirements {
			by[id] = append(by[id], rules[i].ID)
		}
	}
	all := All()
	coverage := make([]Covered, len(all))
	for i, r := range all {
		coverage[i] = Covered{Requirement: r, Rules: by[r.ID]}
	}
	return coverage
}
