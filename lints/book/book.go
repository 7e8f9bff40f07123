// Package book is the rule book as data for people and programs: every rule with
// all that is known of it, and every requirement that no rule covers, with the
// reason. The command prints it, the build makes pages of it.
package book

import (
	"encoding/json"
	"io"

	"sealglass/lints"
	"sealglass/lints/requirements"
)

// Sources are the sources of rules in the order in which lists show them.
var Sources = []lints.Source{
	lints.SBR, lints.RFC5280, lints.RFC, lints.ETSI, lints.Mozilla, lints.Apple, lints.Gmail, lints.Microsoft, lints.CCADB, lints.Draft,
}

// Book is every rule, and every requirement that none covers, as data.
type Book struct {
	Schema     int           `json:"schema"`
	Rules      []Rule        `json:"rules"`
	NotChecked []Requirement `json:"notChecked"`
}

// Requirement is a requirement that no rule covers.
type Requirement struct {
	Requirement string `json:"requirement"`
	Section     string `json:"section"`
	Strength    string `json:"strength"`
	Statement   string `json:"statement"`
	Reason      string `json:"reason"` // "not checked, because …"
}

// New reads the rule book.
func New() Book {
	list := Book{Schema: 1, NotChecked: []Requirement{}}
	rules := lints.Catalogue()
	for i := range rules {
		list.Rules = append(list.Rules, dataOf(&rules[i]))
	}
	for _, r := range requirements.Coverage(rules) {
		if len(r.Rules) == 0 {
			list.NotChecked = append(list.NotChecked, Requirement{r.ID, r.Section, r.Strength, r.Statement, r.NotChecked})
		}
	}
	return list
}

// Rule is everything about a rule but its check, in the names of the report.
type Rule struct {
	Rule         string   `json:"rule"`
	Requirements []string `json:"requirements"`
	Source       string   `json:"source"`
	Section      string   `json:"section"`
	Severity     string   `json:"severity"`
	Title        string   `json:"title"`
	Explanation  string   `json:"explanation"`
	Remedy       string   `json:"remedy"`
	Quote        string   `json:"quote"`
	From         string   `json:"from"`
	Until        string   `json:"until"`
	Judges       string   `json:"judges"` // certificate, crl, ocsp
	Roles        []string `json:"roles"`
	Profiles     []string `json:"profiles"`
	Generations  []string `json:"generations"`
	Parts        []string `json:"parts"` // that must be readable
	NeedsIssuer  bool     `json:"needsIssuer"`
	ZLint        []string `json:"zlint"` // zlint's names for the same fault
}

func dataOf(r *lints.Rule) Rule {
	d := Rule{
		Rule: r.ID, Requirements: orEmpty(r.Requirements), Source: string(r.Source), Section: r.Section,
		Severity: string(r.Severity), Title: r.Title, Explanation: r.Explanation, Remedy: r.Remedy, Quote: r.Quote,
		From: string(r.From), Until: string(r.Until), Parts: []string{}, NeedsIssuer: r.NeedsIssuer, ZLint: orEmpty(r.ZLint),
		Roles: []string{}, Profiles: []string{}, Generations: []string{},
	}
	for _, p := range r.Parts {
		d.Parts = append(d.Parts, string(p))
	}
	switch r.Kind {
	case lints.CRLKind:
		d.Judges = "crl"
	case lints.OCSPKind:
		d.Judges = "ocsp"
	default:
		d.Judges = "certificate"
		d.scope(r)
	}
	return d
}

// scope names the certificates that a rule judges, defaults filled in.
func (d *Rule) scope(r *lints.Rule) {
	roles, profiles, generations := r.Roles, r.Profiles, r.Generations
	if roles == 0 {
		roles = lints.Subscriber
	}
	if r.Anywhere {
		roles |= lints.OCSPResponder | lints.OtherRole
	}
	if profiles == 0 {
		profiles = lints.AnyProfile
	}
	if generations == 0 {
		generations = lints.AnyGeneration
	}
	d.Roles = bits(roles, "subscriber", "subCA", "root", "ocspResponder", "other")
	d.Profiles = bits(profiles, "mailbox", "organization", "sponsor", "individual", "none")
	d.Generations = bits(generations, "legacy", "multipurpose", "strict", "none")
}

// bits names the bits of a set, the lowest first.
func bits[T ~uint8](set T, names ...string) []string {
	var members []string
	for i, name := range names {
		if set&(1<<i) != 0 {
			members = append(members, name)
		}
	}
	return members
}

// orEmpty is the list, never null in JSON.
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// JSON writes the book as one document.
func (c Book) JSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(c)
}
