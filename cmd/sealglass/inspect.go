package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"time"

	"sealglass/container"
	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/revocation"
	"sealglass/trust"
	"sealglass/view"
	"sealglass/web"
)

const inspectUsage = `usage: sealglass inspect [flags] FILE… or -

Reads each file as the page would (a certificate in any form, a .p7b, a .p12, a
signed mail, a ZIP; - is standard input) and prints a report for people, with
the findings of each certificate.

flags:
  --json               print one JSON document instead (web/report.schema.json)
  --markdown           print a text for a ticket instead
  --lang LANG          the language of what people read: en (default) or de; JSON
                       is always in English
  --as-of DAY          judge by the rules in force on that day: issued (default,
                       the day of each certificate's notBefore), today, or a date
                       such as 2025-07-16
  --profile PROFILE    judge as that profile: auto (default, by the certificate's
                       policy), or mailbox, organization, sponsor or individual,
                       with -legacy, -multipurpose or -strict after it if you like
  --proposals          check rules that are only proposed as well
  --password-file F    the password of a .p12 is the first line of this file
  --no-second-opinion  leave zlint out
  --fail-on SEVERITY   exit with status 1 for a finding that is at least that
                       severe: error (default), warning, or never

exit status:
  0  no finding at or above --fail-on
  1  there is one
  2  an input, or a part of one, could not be read: its reason is in the report
     and on standard error, the others are still reported; or the call was wrong
`

// inspectCall is what one call of inspect asks for.
type inspectCall struct {
	files           []string
	json, markdown  bool
	lang            string
	words           view.Words
	options         inspect.Options
	passwordFile    string
	noSecondOpinion bool
	failOn          string
}

// inspectCommand reports on files and returns the exit status.
func inspectCommand(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	call := inspectCall{options: inspect.Options{Now: time.Now()}}
	flags := flag.NewFlagSet("sealglass inspect", flag.ContinueOnError)
	flags.BoolVar(&call.json, "json", false, "")
	flags.BoolVar(&call.markdown, "markdown", false, "")
	flags.StringVar(&call.lang, "lang", web.Source, "")
	flags.StringVar(&call.options.AsOf, "as-of", inspect.AsOfIssued, "")
	flags.StringVar(&call.options.Profile, "profile", inspect.ProfileAuto, "")
	flags.BoolVar(&call.options.Proposals, "proposals", false, "")
	flags.StringVar(&call.passwordFile, "password-file", "", "")
	flags.BoolVar(&call.noSecondOpinion, "no-second-opinion", false, "")
	flags.StringVar(&call.failOn, "fail-on", failOnError, "")
	flags.Usage = func() { io.WriteString(flags.Output(), inspectUsage) }
	files, status, done := parse(flags, args, stdout, stderr)
	if done {
		return status
	}
	call.files = files
	if err := call.check(); err != nil {
		fmt.Fprintf(stderr, "sealglass inspect: %v\n", err)
		return statusTrouble
	}
	password, err := readPassword(call.passwordFile)
	if err != nil {
		fmt.Fprintf(stderr, "sealglass inspect: %v\n", err)
		return statusTrouble
	}
	defer clear(password)
	call.options.Open, call.options.Chain, call.options.Revocation = container.Opener(password), trust.Find, revocation.Check
	report, second, err := examine(call.files, stdin, call.options, !call.noSecondOpinion)
	if err == nil {
		err = call.print(report, second, stdout)
	}
	if err != nil {
		fmt.Fprintf(stderr, "sealglass inspect: %v\n", err)
		return statusTrouble
	}
	return max(call.status(report), complain("inspect", report, stderr))
}

// The values of --fail-on.
const (
	failOnError   = "error"
	failOnWarning = "warning"
	failOnNever   = "never"
)

// check says whether the call makes sense.
func (c *inspectCall) check() error {
	switch {
	case len(c.files) == 0:
		return errors.New("name a file, or - for standard input; see: sealglass inspect --help")
	case c.json && c.markdown:
		return errors.New("--json and --markdown exclude each other")
	case c.failOn != failOnError && c.failOn != failOnWarning && c.failOn != failOnNever:
		return fmt.Errorf("--fail-on %s is not known: write error, warning or never", c.failOn)
	}
	var err error
	if c.words, err = words(c.lang); err != nil {
		return err
	}
	return c.options.Check()
}

// print writes the report in the form that was asked for.
func (c *inspectCall) print(r *inspect.Report, second []view.SecondOpinion, stdout io.Writer) error {
	if c.json {
		if err := inspect.WriteJSON(stdout, r); err != nil {
			return err
		}
		_, err := io.WriteString(stdout, "\n")
		return err
	}
	form := view.Text
	if c.markdown {
		form = view.Markdown
	}
	_, err := io.WriteString(stdout, form(r, view.Options{Words: c.words, Now: c.options.Now, Second: second}))
	return err
}

// status is that of the findings.
func (c *inspectCall) status(r *inspect.Report) int {
	for i := range r.Inputs {
		for j := range r.Inputs[i].Certificates {
			for k := range r.Inputs[i].Certificates[j].Findings {
				f := &r.Inputs[i].Certificates[j].Findings[k]
				if f.Status == lints.Fail && c.fails(f.Severity) {
					return statusFound
				}
			}
		}
	}
	return statusFine
}

// fails says whether a finding of the severity is at or above --fail-on.
func (c *inspectCall) fails(s lints.Severity) bool {
	return c.failOn != failOnNever && (s == lints.Error || c.failOn == failOnWarning && s == lints.Warning)
}
