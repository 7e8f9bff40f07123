package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"sealglass/lints/book"
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
	list := book.New()
	var err error
	if *asJSON {
		err = list.JSON(stdout)
	} else {
		err = printBook(stdout, list)
	}
	if err != nil {
		fmt.Fprintf(stderr, "sealglass rules: %v\n", err)
		return statusTrouble
	}
	return statusFine
}

// printBook prints the book for people.
func printBook(w io.Writer, c book.Book) error {
	var s strings.Builder
	for i := range c.Rules {
		printRule(&s, &c.Rules[i])
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

func printRule(s *strings.Builder, d *book.Rule) {
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
