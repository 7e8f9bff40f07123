package static_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/view"
	"sealglass/view/static"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func page(t *testing.T) *static.Page {
	t.Helper()
	f, err := os.Open("../../web/index.html")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, err := static.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func options(t *testing.T, s sample) view.Options {
	t.Helper()
	data, err := os.ReadFile("../../web/words/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]string
	if err := json.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for key, text := range words {
		lines.WriteString(key + "\t" + text + "\n")
	}
	return view.Options{Words: view.ParseWords(lines.String()), Now: now, Second: s.second, AskPassword: true}
}

// TestGolden compares the whole answer, as HTML, Markdown and plain text, with files.
func TestGolden(t *testing.T) {
	p := page(t)
	for _, s := range samples() {
		o := options(t, s)
		var html bytes.Buffer
		if err := p.Render(&html, view.Result(s.report, o)); err != nil {
			t.Errorf("%s: %v", s.name, err)
			continue
		}
		if s.name == "many" {
			checkMany(t, html.String())
			continue
		}
		html.WriteString("\n")
		golden(t, s.name+".html", html.Bytes())
		golden(t, s.name+".md", []byte(view.Markdown(s.report, o)))
		golden(t, s.name+".txt", []byte(view.Text(s.report, o)))
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at it and run: go test ./view/static -update\n%s", path, got)
	}
}

// checkMany: the certificates beyond the bound have one line each.
func checkMany(t *testing.T, html string) {
	t.Helper()
	if n := strings.Count(html, `<article class="certificate"`); n != view.MaxInFull {
		t.Errorf("%d certificates in full, want %d", n, view.MaxInFull)
	}
	if n := strings.Count(html, `<p class="row"`); n != 2 {
		t.Errorf("%d rows, want 2", n)
	}
	if !strings.Contains(html, "The first 64 are shown in full") {
		t.Error("the page does not say that the others are shortened")
	}
}

var details = []view.Detail{view.DetailSummary, view.DetailFindings, view.DetailFull}

// TestDetail: each detail shows one part more than the one before it.
func TestDetail(t *testing.T) {
	parts := []string{`<dl class="facts"`, `<section class="findings `, `<section class="fields `}
	everything := []string{`<section class="bytes `, `data-action="bytes"`}
	for i, detail := range details {
		s := samples()[1]
		o := options(t, s)
		o.Detail = detail
		got := render(t, view.Result(s.report, o))
		for j, part := range parts {
			if strings.Contains(got, part) != (j <= i) {
				t.Errorf("%s: holds %s: %v", detail, part, j > i)
			}
		}
		for _, part := range everything {
			if strings.Contains(got, part) != (detail == view.DetailFull) {
				t.Errorf("%s: holds %s: %v", detail, part, detail != view.DetailFull)
			}
		}
	}
}

// TestReadonly: there is nothing to take along and nothing to fill in, but the
// findings can be chosen by their kind.
func TestReadonly(t *testing.T) {
	for _, s := range samples() {
		o := options(t, s)
		o.Readonly = true
		got := render(t, view.Result(s.report, o))
		for _, part := range []string{`class="actions"`, `class="address"`, `data-action="link"`} {
			if strings.Contains(got, part) {
				t.Errorf("%s: holds %s", s.name, part)
			}
		}
		if len(s.report.Inputs[0].Certificates) > 0 && !strings.Contains(got, `data-action="show"`) {
			t.Errorf("%s: the counters are no buttons", s.name)
		}
	}
}

// TestStatic: a page without scripts has no buttons.
func TestStatic(t *testing.T) {
	for _, s := range samples() {
		o := options(t, s)
		for _, o.Static = range []bool{false, true} {
			got := strings.Contains(render(t, view.Result(s.report, o)), "<button")
			alone := len(s.report.Inputs) == 1 && len(s.report.Inputs[0].Certificates) == 0
			if want := !o.Static && !alone; got != want {
				t.Errorf("%s: static %v, has buttons: %v", s.name, o.Static, got)
			}
		}
	}
}

func render(t *testing.T, nodes []view.Node) string {
	t.Helper()
	var b strings.Builder
	if err := page(t).Render(&b, nodes); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestEveryTemplateIsUsed: a template or a slot that no report fills is dead.
func TestEveryTemplateIsUsed(t *testing.T) {
	p := page(t)
	used := map[string]bool{}
	var walk func(nodes []view.Node)
	walk = func(nodes []view.Node) {
		for _, n := range nodes {
			used[n.Template] = true
			for _, f := range n.Fills {
				used[n.Template+"/"+f.Slot] = true
				walk(f.Children)
			}
		}
	}
	for _, s := range samples() {
		for _, detail := range details {
			o := options(t, s)
			o.Detail = detail
			walk(view.Result(s.report, o))
			o.Static = true
			walk(view.Result(s.report, o))
			o.Static, o.Stage = false, view.First
			walk(view.Result(s.report, o))
		}
		for _, kind := range []string{"passed", "not-applicable", "not-in-force"} {
			o := options(t, s)
			o.Show = map[int]string{0: kind}
			walk(view.Findings(s.report, 0, o))
		}
	}
	o := options(t, sample{})
	for _, o.Static = range []bool{false, true} {
		o.Compare = true
		walk(view.Result(renewed(), o))
	}
	for _, template := range p.Templates() {
		if script := filledBy(template); script != "" {
			filledByScript(t, p, template, script)
			continue
		}
		if !used[template] {
			t.Errorf("no report uses the template %s", template)
		}
		for _, slot := range p.Slots(template) {
			if !used[template+"/"+slot] {
				t.Errorf("no report fills the slot %s of template %s", slot, template)
			}
		}
	}
}

// filledBy names the script that fills a template in the browser; none for those
// that view fills.
func filledBy(template string) string {
	switch {
	case strings.HasPrefix(template, "bytes-"):
		return "bytes.js"
	case template == "tab" || template == "tabs":
		return "parts.js"
	case template == "batch":
		return "batch.js"
	case template == "batch-row":
		return "table.js"
	}
	return ""
}

func filledByScript(t *testing.T, p *static.Page, template, name string) {
	t.Helper()
	script, err := os.ReadFile("../../web/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for _, slot := range append(p.Slots(template), template) {
		if !strings.Contains(string(script), "'"+slot+"'") {
			t.Errorf("web/%s does not use %s of template %s", name, slot, template)
		}
	}
}

// TestMountAgrees: the browser allows the same attributes.
func TestMountAgrees(t *testing.T) {
	source, err := os.ReadFile("../../web/mount.js")
	if err != nil {
		t.Fatal(err)
	}
	list := regexp.MustCompile(`(?s)allowedAttributes = new Set\(\[(.*?)\]\)`).FindSubmatch(source)
	if list == nil {
		t.Fatal("no list of allowed attributes in mount.js")
	}
	var names []string
	for _, m := range regexp.MustCompile(`'([^']+)'`).FindAllSubmatch(list[1], -1) {
		names = append(names, string(m[1]))
	}
	if !slices.Equal(names, view.AllowedAttrs[:]) {
		t.Errorf("mount.js allows %v, view %v", names, view.AllowedAttrs)
	}
}

// TestHostileValues puts a hostile text into every part of a report that can
// come from a certificate or from the second opinion.
func TestHostileValues(t *testing.T) {
	const evil = "\u202e<script>alert(1)</script>\x00\u200b`[x](javascript:y)"
	c := remarksCertificate()
	s := &c.Summary
	s.Mailboxes, s.Name, s.Organization, s.Issuer = []string{evil, evil}, evil, evil, evil
	s.NotBefore, s.NotAfter, s.SerialNumber, s.Key, c.SHA256 = evil, evil, evil, evil, evil
	for i := range c.Fields {
		c.Fields[i].Label, c.Fields[i].Value, c.Fields[i].Path, c.Fields[i].Error = evil, evil, evil, evil
	}
	for i := range c.Findings {
		f := &c.Findings[i]
		f.Rule, f.Title, f.Explanation, f.Remedy, f.Quote, f.Section = evil, evil, evil, evil, evil, evil
		f.From, f.Until, f.Also = evil, evil, []string{evil}
		f.At = []lints.Place{{Path: evil, Got: evil}}
	}
	in := withError(file(evil, c))
	in.Error.Message = evil
	report := reportOf(in, file(evil, c, c))
	report.Tool = inspect.Tool{Version: evil, Rules: evil, ZLint: evil}

	o := options(t, sample{second: []view.SecondOpinion{
		{State: view.SecondStopped, Check: evil},
		{State: view.SecondOff, Off: evil},
		{State: view.SecondDone, LeftOut: []view.LeftOut{{Lint: evil, Reason: evil}}},
	}})
	var html bytes.Buffer
	if err := page(t).Render(&html, view.Result(report, o)); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(html.String(), "<script") {
		t.Error("a value became an element")
	}
	for name, text := range map[string]string{
		"html": html.String(), "markdown": view.Markdown(report, o), "text": view.Text(report, o), "announcement": view.Announcement(report, o),
	} {
		for _, r := range text {
			if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) {
				t.Errorf("%s: %U stands raw in the answer", name, r)
				break
			}
		}
	}
	if markup := outsideCode(view.Markdown(report, o)); strings.Contains(markup, "<script") || strings.Contains(markup, "](") {
		t.Errorf("markdown outside of code spans holds markup:\n%s", markup)
	}
}

// outsideCode leaves out the code spans and the escaped characters of a
// Markdown text (CommonMark 2.4 and 6.1).
func outsideCode(text string) string {
	var b strings.Builder
	for len(text) > 0 {
		run := len(text) - len(strings.TrimLeft(text, "`"))
		switch {
		case text[0] == '\\' && len(text) > 1:
			text = text[2:]
		case run > 0:
			rest := text[run:]
			for len(rest) > 0 {
				i := strings.IndexByte(rest, '`')
				if i < 0 {
					break
				}
				closing := len(rest[i:]) - len(strings.TrimLeft(rest[i:], "`"))
				rest = rest[i+closing:]
				if closing == run {
					break
				}
			}
			text = rest
		default:
			b.WriteByte(text[0])
			text = text[1:]
		}
	}
	return b.String()
}

// TestRenderRefuses: what the page has not, or does not allow, is an error.
func TestRenderRefuses(t *testing.T) {
	p := page(t)
	for name, node := range map[string]view.Node{
		"no template nothing":               {Template: "nothing"},
		"template item has no slot nowhere": {Template: "item", Fills: []view.Fill{{Slot: "nowhere"}}},
		"attribute onclick is not allowed":  {Template: "item", Fills: []view.Fill{{Attrs: []view.Attr{{Name: "onclick", Value: "x"}}}}},
	} {
		err := p.Render(&bytes.Buffer{}, []view.Node{node})
		if err == nil || err.Error() != name {
			t.Errorf("got %v, want %s", err, name)
		}
	}
}
