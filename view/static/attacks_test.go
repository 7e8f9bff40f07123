package static_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"sealglass/inspect"
	"sealglass/testdata/gen"
	"sealglass/view"
	"sealglass/view/static"
)

// TestTextAttacks looks at certificates with a hostile text in every place that
// holds text: the page has its own elements only and no address, every character
// can be seen, and Markdown holds no markup.
func TestTextAttacks(t *testing.T) {
	texts := gen.AttackTexts()
	if slices.Sort(texts); len(slices.Compact(texts)) < 200 {
		t.Fatalf("only %d different texts", len(slices.Compact(texts)))
	}
	p, o := page(t), options(t, sample{second: []view.SecondOpinion{{State: view.SecondDone}}})
	harmless := analysed(t, shown(t, p, looked("Erika"), o))
	for _, text := range texts {
		report := looked(text)
		if c := report.Inputs[0].Certificates; len(c) != 1 || len(c[0].Fields) < 200 {
			t.Fatalf("%q: no certificate with all its fields", text)
		}
		got := analysed(t, shown(t, p, report, o))
		if extra := got.without(harmless); len(extra) > 0 {
			t.Errorf("%q: the page has %q, which it has not for a harmless text", text, extra)
		}
		if utf8.ValidString(text) && strings.Count(got.text, view.Escape(text)) < 90 {
			t.Errorf("%q: only %d times on the page as %q", text, strings.Count(got.text, view.Escape(text)), view.Escape(text))
		}
		markdown := view.Markdown(report, o)
		for name, s := range map[string]string{"page": got.text, "Markdown": markdown, "text": view.Text(report, o), "announcement": view.Announcement(report, o)} {
			if r, found := unseen(s); found {
				t.Errorf("%q: %U stands raw in the %s", text, r, name)
			}
		}
		if outside := outsideCode(markdown); strings.Contains(outside, "<") || strings.Contains(outside, "](") {
			t.Errorf("%q: Markdown outside of code spans holds markup", text)
		}
		if document := inspect.AppendJSON(nil, report); !utf8.Valid(document) || !json.Valid(document) {
			t.Errorf("%q: the report is no JSON", text)
		}
	}
}

// looked is the report on such a certificate, in a file that is named by the text.
func looked(text string) *inspect.Report {
	return inspect.Inspect([]inspect.Input{{Name: text, Data: gen.Carrier(text).Encode()}}, inspect.Options{Now: now, Proposals: true})
}

// shown is the page on a report.
func shown(t *testing.T, p *static.Page, report *inspect.Report, o view.Options) string {
	t.Helper()
	var b strings.Builder
	if err := p.Render(&b, view.Result(report, o)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// markup is what a browser makes of a page: the names of its elements, and those of
// their attributes with "=" behind them, and its text.
type markup struct {
	names map[string]bool
	text  string
}

func (m markup) without(other markup) []string {
	var extra []string
	for name := range m.names {
		if !other.names[name] {
			extra = append(extra, name)
		}
	}
	return extra
}

// analysed reads a page as a browser does. Every value of an attribute is plain.
func analysed(t *testing.T, page string) markup {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	m := markup{names: map[string]bool{}}
	var text strings.Builder
	for n := range doc.Descendants() {
		switch n.Type {
		case html.TextNode:
			text.WriteString(n.Data + "\n")
		case html.ElementNode:
			m.names[n.Data] = true
			for _, a := range n.Attr {
				m.names[a.Key+"="] = true
				if strings.ContainsFunc(a.Val, func(r rune) bool { return r < 0x20 || r > 0x7e }) && a.Key != "aria-label" {
					t.Errorf("attribute %s is %q", a.Key, a.Val)
				}
				if slices.Contains([]string{"src", "action", "style", "srcdoc", "formaction"}, a.Key) || strings.HasPrefix(a.Key, "on") {
					t.Errorf("attribute %s", a.Key)
				}
			}
		default:
			m.names[n.Data] = true
		}
	}
	m.text = text.String()
	return m
}

// unseen finds a character that leaves no mark of its own.
func unseen(text string) (rune, bool) {
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd") {
			return r, true
		}
		if r != '\n' && !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S) && r != ' ' && r != '\u3000' {
			return r, true
		}
	}
	return 0, false
}
