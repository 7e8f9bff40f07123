package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"

	"sealglass/lints"
	"sealglass/lints/requirements"
)

const rulesUsage = `usage: sealglass rules [--json]

Lists every rule that a report follows, with its requirements, its section, the
dates it holds and what it judges; then every requirement that no rule covers,
with the reason.

flags:
  --json  print one JSON document with all that is known of each rule
`

// rulesCommand prints the catalogue and returns the exit status.
func rulesCommand(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("sealglass rules", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	flags.Usage = func() { io.WriteString(flags.Output(), rulesUsage) }
	rest, status, done := parse(flags, args, stdout, stderr)
	if done {
		return status
	}
	if len(rest) > 0 {
		fmt.Fprintf(stderr, "sealglass rules: unexpected argument %q\n", rest[0])
		return statusTrouble
	}
	list := newCatalogue()
	form := list.text
	if *asJSON {
		form = list.json
	}
	if err := form(stdout); err != nil {
		fmt.Fprintf(stderr, "sealglass rules: %v\n", err)
		return statusTrouble
	}
	return statusFine
}

// catalogue is every rule, and every requirement that none covers, as data.
type catalogue struct {
	Schema     int               `json:"schema"`
	Rules      []ruleData        `json:"rules"`
	NotChecked []requirementData `json:"notChecked"`
}

// requirementData is a requirement that no rule covers.
type requirementData struct {
	Requirement string `json:"requirement"`
	Section     string `json:"section"`
	Strength    string `json:"strength"`
	Statement   string `json:"statement"`
	Reason      string `json:"reason"` // "not checked, because …"
}

func newCatalogue() catalogue {
	list := catalogue{Schema: 1, NotChecked: []requirementData{}}
	rules := lints.Catalogue()
	for i := range rules {
		list.Rules = append(list.Rules, dataOf(&rules[i]))
	}
	for _, r := range requirements.Coverage(rules) {
		if len(r.Rules) == 0 {
			list.NotChecked = append(list.NotChecked, requirementData{r.ID, r.Section, r.Strength, r.Statement, r.NotChecked})
		}
	}
	return list
}

// ruleData is everything about a rule but its check, in the names of the report.
type ruleData struct {
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

func dataOf(r *lints.Rule) ruleData {
	d := ruleData{
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
func (d *ruleData) scope(r *lints.Rule) {
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

func (c catalogue) json(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(c)
}

func (c catalogue) text(w io.Writer) error {
	var s strings.Builder
	for i := range c.Rules {
		c.Rules[i].text(&s)
	}
	for _, r := range c.NotChecked {
		fmt.Fprintf(&s, "%s: not checked\n  %s\n  section %s, %s\n", r.Requirement, r.Statement, r.Section, r.Strength)
		if r.Reason != "" {
			fmt.Fprintf(&s, "  because %s\n", r.Reason)
		}
		s.WriteByte('\n')
	}
	fmt.Fprintf(&s, "%d rules; %d requirements not checked.\n", len(c.Rules), len(c.NotChecked))
	_, err := io.WriteString(w, s.String())
	return err
}

func (d *ruleData) text(s *strings.Builder) {
	fmt.Fprintf(s, "%s: %s\n  %s\n  %s %s", d.Rule, d.Severity, d.Title, d.Source, d.Section)
	switch {
	case d.From != "" && d.Until != "":
		fmt.Fprintf(s, ", from %s until before %s", d.From, d.Until)
	case d.From != "":
		fmt.Fprintf(s, ", from %s", d.From)
	case d.Until != "":
		fmt.Fprintf(s, ", until before %s", d.Until)
	}
	s.WriteString("\n  judges ")
	if d.Judges != "certificate" {
		s.WriteString(d.Judges)
	} else {
		s.WriteString(strings.Join(d.Roles, ", "))
		if len(d.Profiles) < 5 {
			s.WriteString("; " + strings.Join(d.Profiles, ", "))
		}
		if len(d.Generations) < 4 {
			s.WriteString("; " + strings.Join(d.Generations, ", "))
		}
	}
	if len(d.Requirements) > 0 {
		s.WriteString("\n  requirements " + strings.Join(d.Requirements, ", "))
	}
	if len(d.ZLint) > 0 {
		s.WriteString("\n  zlint " + strings.Join(d.ZLint, ", "))
	}
	s.WriteString("\n\n")
}
