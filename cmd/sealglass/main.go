// Sealglass reads email (S/MIME) certificates and says whose they are, what
// they can do, and where they break the CA/Browser Forum's S/MIME Baseline
// Requirements. It is the page's core on the command line; nothing is sent
// anywhere.
//
//	sealglass inspect [flags] FILE… or -      a report on each file
//	sealglass rules [--json]                  the rules that a report follows
//	sealglass render [flags] FILE             a report as one HTML page
//	sealglass serve [flags]                   the built page, for a browser
//
// "sealglass COMMAND --help" lists the flags of a command.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

// The exit statuses of every command.
const (
	statusFine    = 0
	statusFound   = 1 // inspect: a finding at or above --fail-on
	statusTrouble = 2 // an input could not be read, or the call was wrong
)

const usage = `Sealglass reads email (S/MIME) certificates and says where they break the rules.

usage:
  sealglass inspect [flags] FILE… or -   report on each file; - is standard input
  sealglass rules [--json]               list the rules that a report follows
  sealglass render [flags] FILE          write the report as one HTML page
  sealglass serve [flags]                serve the built page to a browser

"sealglass COMMAND --help" lists the flags of a command.
`

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run carries out one call and returns its exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		io.WriteString(stderr, usage)
		return statusTrouble
	}
	switch name, rest := args[0], args[1:]; name {
	case "inspect":
		return inspectCommand(rest, stdin, stdout, stderr)
	case "rules":
		return rulesCommand(rest, stdout, stderr)
	case "render":
		return renderCommand(rest, stdin, stdout, stderr)
	case "serve":
		return serve(rest, stdout, stderr)
	case "help", "-h", "-help", "--help":
		io.WriteString(stdout, usage)
		return statusFine
	default:
		fmt.Fprintf(stderr, "sealglass: there is no command %q\n\n%s", name, usage)
		return statusTrouble
	}
}

// parse reads flags that stand before, between or after the other arguments,
// which it returns. What follows "--" is no flag. It says true when the call
// ends here, with its exit status: help was asked for, or a flag was wrong.
func parse(flags *flag.FlagSet, args []string, stdout, stderr io.Writer) (rest []string, status int, done bool) {
	flags.SetOutput(stderr)
	help := flags.Usage
	flags.Usage = func() {}
	for len(args) > 0 {
		switch err := flags.Parse(args); {
		case errors.Is(err, flag.ErrHelp):
			flags.SetOutput(stdout)
			help()
			return nil, statusFine, true
		case err != nil:
			fmt.Fprintf(stderr, "See: %s --help\n", flags.Name())
			return nil, statusTrouble, true
		}
		read := len(args) - flags.NArg()
		if read > 0 && args[read-1] == "--" {
			return append(rest, flags.Args()...), 0, false
		}
		if flags.NArg() == 0 {
			break
		}
		rest, args = append(rest, flags.Arg(0)), flags.Args()[1:]
	}
	return rest, 0, false
}
