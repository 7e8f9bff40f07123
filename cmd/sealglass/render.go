package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sealglass/container"
	"sealglass/inspect"
	"sealglass/revocation"
	"sealglass/trust"
	"sealglass/view"
	"sealglass/view/static"
	"sealglass/web"
)

const renderUsage = `usage: sealglass render [flags] FILE

Writes the report on a file (- is standard input) to standard output as one HTML
page for a documentation: without scripts, and with its style sheet inside.

flags:
  --lang LANG  the language of the page: en (default) or de
  --view VIEW  how much is shown: summary, findings, or full (default)
  --no-pii     hide what the certificate says of its subject, and every address

exit status:
  0  the page shows the certificates of the file
  2  the file, or a part of it, could not be read, which the page shows as well;
     or the call was wrong
`

// renderCommand writes a report as HTML and returns the exit status.
func renderCommand(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("sealglass render", flag.ContinueOnError)
	lang := flags.String("lang", "en", "")
	detail := flags.String("view", string(view.DetailFull), "")
	noPII := flags.Bool("no-pii", false, "")
	flags.Usage = func() { io.WriteString(flags.Output(), renderUsage) }
	files, status, done := parse(flags, args, stdout, stderr)
	if done {
		return status
	}
	fail := func(err error) int {
		fmt.Fprintf(stderr, "sealglass render: %v\n", err)
		return statusTrouble
	}
	known := []view.Detail{view.DetailSummary, view.DetailFindings, view.DetailFull}
	switch {
	case len(files) != 1:
		return fail(errors.New("name one file, or - for standard input; see: sealglass render --help"))
	case !slices.Contains(known, view.Detail(*detail)):
		return fail(fmt.Errorf("--view %s is not known: write summary, findings or full", *detail))
	}
	words, err := words(*lang)
	if err != nil {
		return fail(err)
	}
	options := view.Options{Words: words, Now: time.Now(), Detail: view.Detail(*detail), Static: true}
	report, second, err := examine(files, stdin, inspect.Options{Now: options.Now, Open: container.Opener(nil), Chain: trust.Find, Revocation: revocation.Check}, true)
	if err != nil {
		return fail(err)
	}
	options.Second = second
	report.Inputs[0].Name = filepath.Base(files[0]) // as a browser names a file
	status = complain("render", report, stderr)
	if *noPII {
		report = view.Masked(report, words.Text("masked"))
	}
	if err := writePage(stdout, report, *lang, options); err != nil {
		return fail(err)
	}
	return status
}

// writePage writes the report as a page that stands alone.
func writePage(w io.Writer, r *inspect.Report, lang string, o view.Options) error {
	markup, err := web.Page(web.Files, "index.html", lang)
	if err != nil {
		return err
	}
	page, err := static.Parse(bytes.NewReader(markup))
	if err != nil {
		return err
	}
	style, err := web.Files.ReadFile("style.css")
	if err != nil {
		return err
	}
	var b strings.Builder
	err = page.WriteDocument(&b, static.Document{
		Lang: lang, Title: view.Escape(r.Inputs[0].Name), Style: string(style), Tool: "Sealglass " + r.Tool.Version,
		Nodes: view.Result(r, o),
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, b.String())
	return err
}
