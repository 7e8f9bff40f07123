package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/testdata/gen"
	"sealglass/trust"
	"sealglass/view"
	"sealglass/view/static"
	"sealglass/web"
)

// rendered is what the page in a language shows for a sample, without a style sheet.
func rendered(t *testing.T, lang string, sample gen.Sample, show map[int]string) string {
	t.Helper()
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	report, second, err := examine([]string{standardInput}, bytes.NewReader(sample.Data), inspect.Options{Now: now, Chain: trust.Find}, true)
	if err != nil {
		t.Fatal(err)
	}
	report.Inputs[0].Name = sample.Name
	markup, err := web.Page(web.Files, "index.html", lang)
	if err != nil {
		t.Fatal(err)
	}
	page, err := static.Parse(bytes.NewReader(markup))
	if err != nil {
		t.Fatal(err)
	}
	said, err := words(lang)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	options := view.Options{Words: said, Now: now, Second: second, Static: true, Show: show}
	if err := page.Render(&b, view.Result(report, options)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestPages compares the pages of twelve certificates in English, of which each
// has another answer or another kind of key, and of three in German with
// testdata/pages.
func TestPages(t *testing.T) {
	samples := gen.Samples()
	for _, page := range []string{
		"mailbox-strict.cer.en", "organization-multipurpose.cer.en", "sponsor-strict.pem.en", "individual-ec.cer.en",
		"expired.cer.en", "ml-dsa.cer.en", "tls.pem.en", "code-signing.cer.en",
		"hostile.cer.en", "explicit-curve.cer.en", "short-ed25519.cer.en", "indefinite.cer.en",
		"mailbox-strict.cer.de", "remarks.cer.de", "broken-names.cer.de",
	} {
		name, lang := page[:len(page)-3], page[len(page)-2:]
		i := slices.IndexFunc(samples, func(s gen.Sample) bool { return s.Name == name })
		got := rendered(t, lang, samples[i], nil) + "\n"
		path := filepath.Join("../../testdata/pages", strings.ReplaceAll(name, ".", "-")+"."+lang+".html")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(path); err != nil || got != string(want) {
			t.Errorf("%s differs (%v); look at what make golden changes", path, err)
		}
	}
}

// TestNoEnglishInGerman: on the pages of every sample nothing that is ours to say
// stands in English, but for what is marked so.
func TestNoEnglishInGerman(t *testing.T) {
	english := englishSentences(t)
	for _, sample := range gen.Samples() {
		for _, kind := range []string{"", "passed", "not-applicable", "not-in-force"} {
			doc, err := html.Parse(strings.NewReader(rendered(t, "de", sample, map[int]string{0: kind})))
			if err != nil {
				t.Fatal(err)
			}
			for n := range doc.Descendants() {
				if n.Type != html.TextNode || keptAsItIs(n) {
					continue
				}
				for _, sentence := range english {
					if n.Data == sentence || len(sentence) >= longSentence && strings.Contains(n.Data, sentence) {
						t.Errorf("%s: %q is English", sample.Name, n.Data)
						break
					}
				}
			}
		}
	}
}

// longSentence is from how many bytes on a text is looked for within others:
// shorter ones occur in certificates.
const longSentence = 16

// keptAsItIs says whether a text is marked as English, or is a value.
func keptAsItIs(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == atom.Code {
			return true
		}
		for _, a := range p.Attr {
			if a.Key == "lang" {
				return true
			}
		}
	}
	return false
}

// englishSentences are the texts that have a German form: of the program, of the
// page and of the rules. What is one word is left out: it may be German too.
func englishSentences(t *testing.T) []string {
	t.Helper()
	source, err := web.Words(web.Files, web.Source)
	if err != nil {
		t.Fatal(err)
	}
	german, err := web.Words(web.Files, "de")
	if err != nil {
		t.Fatal(err)
	}
	texts, err := web.PageTexts(web.Files, "de")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	add := func(text, translation string) {
		for part := range strings.SplitSeq(strings.ReplaceAll(text, "{", "}"), "}") {
			if part = strings.TrimSpace(part); strings.Contains(part, " ") && !strings.Contains(translation, part) {
				list = append(list, part)
			}
		}
	}
	for key, text := range source {
		add(text, german[key])
	}
	for key, text := range german {
		if english, ok := strings.CutPrefix(key, "="); ok {
			add(english, text)
		}
	}
	for text, translation := range texts {
		add(text, translation)
	}
	for _, r := range lints.Catalogue() {
		for part, text := range map[string]string{"title": r.Title, "explanation": r.Explanation, "remedy": r.Remedy} {
			add(text, german["rule."+r.ID+"."+part])
		}
	}
	return list
}

// TestLang: what people read is in the language that was asked for, JSON is not.
func TestLang(t *testing.T) {
	file := zlintFile(t, faulty)
	for _, test := range []struct {
		args  []string
		wants string
	}{
		{[]string{"inspect", "--lang", "de"}, "Fehler: "},
		{[]string{"inspect", "--lang", "de", "--markdown"}, "# Bericht über ein Zertifikat"},
		{[]string{"inspect", "--lang", "de", "--json"}, `"label":"Serial number"`},
		{[]string{"inspect", "--markdown"}, "# Certificate report"},
		{[]string{"render", "--lang", "de"}, `<html lang="de"`},
		{[]string{"render", "--lang", "de"}, "Was das für Sie bedeutet"},
	} {
		_, stdout, stderr := call("", append(test.args, file)...)
		if !strings.Contains(stdout, test.wants) || stderr != "" {
			t.Errorf("%q: nothing like %q in %.300q, %q", test.args, test.wants, stdout, stderr)
		}
	}
	if status, stdout, stderr := call("", "inspect", "--lang", "xx", file); status != 2 || stdout != "" || !strings.Contains(stderr, "no words in the language") {
		t.Errorf("an unknown language: status %d, %q, %q", status, stdout, stderr)
	}
}
