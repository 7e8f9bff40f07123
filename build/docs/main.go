// Command docs writes the tables of README.md that follow from the code: the
// rules by their source, what of the requirements they cover, and the versions
// of the SBR.
//
//	go run ./build/docs                 writes them
//	go run ./build/docs -sample faulty  prints a certificate of the screenshots
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"sealglass/lints"
	"sealglass/lints/book"
	"sealglass/lints/requirements"
	"sealglass/testdata/gen"
	"sealglass/web"
)

const readme = "README.md"

func main() {
	sample := flag.String("sample", "", "print this certificate of the screenshots (faulty, lengthy, everything), and stop")
	flag.Parse()
	if make := samples[*sample]; make != nil {
		os.Stdout.Write(make().Encode())
		return
	}
	before, err := os.ReadFile(readme)
	if err == nil {
		var after string
		if after, err = filled(string(before)); err == nil {
			err = os.WriteFile(readme, []byte(after), 0o666)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "docs:", err)
		os.Exit(1)
	}
}

// samples are the certificates of the screenshots.
var samples = map[string]func() *gen.Cert{"faulty": gen.Faulty, "lengthy": gen.Lengthy, "everything": gen.Everything}

// tables are the made parts by the name in their first mark. They are handed the
// page's English words.
var tables = map[string]func(words map[string]string) string{
	"rules":    ruleTable,
	"versions": versionTable,
}

// filled writes every made part of a text anew.
func filled(text string) (string, error) {
	words, err := web.Words(web.Files, web.Source)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "<!-- made by make docs: ")
		b.WriteString(before)
		if !ok {
			return b.String(), nil
		}
		name, rest, _ := strings.Cut(rest, " -->\n")
		_, after, ok := strings.Cut(rest, "<!-- end -->")
		table := tables[name]
		if !ok || table == nil {
			return "", errors.New("no end of the part " + name + ", or no such part")
		}
		b.WriteString("<!-- made by make docs: " + name + " -->\n" + table(words) + "<!-- end -->")
		text = after
	}
}

// sourceName is what the page calls a source; the SBR with their versions.
func sourceName(words map[string]string, source lints.Source) string {
	name := words["book.source."+string(source)]
	if source == lints.SBR {
		name += " 1.0.0 to " + lints.Versions[len(lints.Versions)-1].Number
	}
	return name
}

// ruleTable counts the rules by source and severity, and the requirements.
func ruleTable(words map[string]string) string {
	rules := lints.Catalogue()
	severities := []lints.Severity{lints.Error, lints.Warning, lints.Notice, lints.Info}
	var b strings.Builder
	b.WriteString("| rules of | error | warning | notice | fact |\n|---|--:|--:|--:|--:|\n")
	for _, source := range book.Sources {
		fmt.Fprintf(&b, "| %s |", sourceName(words, source))
		for _, severity := range severities {
			n := 0
			for i := range rules {
				if rules[i].Source == source && rules[i].Severity == severity {
					n++
				}
			}
			fmt.Fprintf(&b, " %d |", n)
		}
		b.WriteByte('\n')
	}
	covered, all := 0, requirements.Coverage(rules)
	for _, c := range all {
		if len(c.Rules) > 0 {
			covered++
		}
	}
	fmt.Fprintf(&b, "\n%d rules in all. Of the %d requirements that a certificate, a CRL or an OCSP response can show, %d are held by a rule; the other %d are listed with the reason why not.\n",
		len(rules), len(all), covered, len(all)-covered)
	return b.String()
}

// versionTable lists the versions of the SBR that changed something.
func versionTable(map[string]string) string {
	var b strings.Builder
	b.WriteString("| SBR | ballot | published | what it changed for certificates |\n|---|---|---|---|\n")
	for _, v := range lints.Versions {
		what := v.Certificates
		if what == "" {
			what = "nothing"
		}
		for _, d := range v.Dates {
			what += " " + string(d.Date) + ": " + d.What
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", v.Number, v.Ballot, v.Published, what)
	}
	return b.String()
}
