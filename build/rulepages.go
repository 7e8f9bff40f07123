package main

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"sealglass/lints"
	"sealglass/lints/book"
	"sealglass/lints/examples"
	"sealglass/view"
	"sealglass/web"
)

//go:embed rules/*.html
var ruleTemplates embed.FS

// rulePages are the pages of the rule book in every language (a list, and one
// page for each rule), and all of it as data.
func rulePages(languages []language, files map[string][]byte) (map[string][]byte, error) {
	all := book.New()
	shown, err := examples.Read()
	if err != nil {
		return nil, fmt.Errorf("build: the rules' examples: %w", err)
	}
	pages := make(map[string][]byte)
	var data bytes.Buffer
	if err := all.JSON(&data); err != nil {
		return nil, fmt.Errorf("build: rules.json: %w", err)
	}
	pages["rules.json"] = data.Bytes()
	for i := range languages {
		w := ruleWriter{lang: &languages[i], languages: languages, files: files, pages: pages, examples: shown}
		w.words = view.ParseWords(web.Lines(w.lang.words))
		if err := w.write(all); err != nil {
			return nil, fmt.Errorf("build: rules in %q: %w", w.lang.tag, err)
		}
	}
	return pages, nil
}

// ruleWriter writes the pages of the rule book in one language.
type ruleWriter struct {
	lang      *language
	words     view.Words
	languages []language
	files     map[string][]byte
	pages     map[string][]byte
	templates *template.Template
	examples  *examples.Examples
}

func (w *ruleWriter) write(all book.Book) error {
	w.templates = template.New("").Funcs(template.FuncMap{
		"day": func(d lints.Date) string { return w.words.Day(string(d)) },
	})
	for _, name := range []string{"index.html", "rule.html"} {
		markup, err := ruleTemplates.ReadFile("rules/" + name)
		if err != nil {
			return err
		}
		if markup, err = w.lang.translate(markup); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if _, err := w.templates.New(name).Parse(string(markup)); err != nil {
			return err
		}
	}
	if err := w.fill("index.html", "index.html", w.index(all)); err != nil {
		return err
	}
	for _, r := range all.Rules {
		if err := w.fill(r.Rule+".html", "rule.html", rulePage{w.translated(r), w.words, w.examples}); err != nil {
			return err
		}
	}
	return nil
}

func (w *ruleWriter) fill(name, template string, with any) error {
	var markup bytes.Buffer
	if err := w.templates.ExecuteTemplate(&markup, template, with); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	name = "rules/" + name
	content, err := writePage(markup.Bytes(), name, *w.lang, w.languages, w.files)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	w.pages[w.lang.path(name)] = content
	return nil
}

// translated is a rule with its words in the language; the quote stays English.
func (w *ruleWriter) translated(r book.Rule) book.Rule {
	r.Title, _ = w.words.RuleText(r.Rule, "title", r.Title)
	r.Explanation, _ = w.words.RuleText(r.Rule, "explanation", r.Explanation)
	r.Remedy, _ = w.words.RuleText(r.Rule, "remedy", r.Remedy)
	return r
}

// ruleIndex is what the list of rules shows.
type ruleIndex struct {
	Rules      int
	NotChecked []book.Requirement
	Sources    []sourceRules
	Versions   []lints.Version
}

// sourceRules are the rules of one source.
type sourceRules struct {
	Name  string
	Rules []rulePage
}

func (w *ruleWriter) index(all book.Book) ruleIndex {
	index := ruleIndex{Rules: len(all.Rules), Versions: w.versions()}
	for _, r := range all.NotChecked {
		if reason, ok := w.lang.reasons[r.Requirement]; ok {
			r.Reason = reason
		}
		index.NotChecked = append(index.NotChecked, r)
	}
	for _, s := range book.Sources {
		list := sourceRules{Name: w.words.Text("book.source." + string(s))}
		for _, r := range all.Rules {
			if r.Source == string(s) {
				list.Rules = append(list.Rules, rulePage{w.translated(r), w.words, w.examples})
			}
		}
		index.Sources = append(index.Sources, list)
	}
	return index
}

// versions are those of the Requirements, with their words in the language.
func (w *ruleWriter) versions() []lints.Version {
	versions := slices.Clone(lints.Versions[:])
	for i := range versions {
		v := &versions[i]
		v.Certificates, _ = w.words.Phrase(v.Certificates)
		v.Dates = slices.Clone(v.Dates)
		for j := range v.Dates {
			v.Dates[j].What, _ = w.words.Phrase(v.Dates[j].What)
		}
	}
	return versions
}

// rulePage is what the page of a rule shows.
type rulePage struct {
	book.Rule
	words    view.Words
	examples *examples.Examples
}

// Fails is an example that the rule finds fault with.
func (p rulePage) Fails() *shownExample {
	e := p.examples.Rules[p.Rule.Rule].Fails
	return p.shown(e, p.words.Text("book.fails", "case", e.Input))
}

// Passes is an example that passes the rule; nil where it is not in force yet.
func (p rulePage) Passes() *shownExample {
	e := p.examples.Rules[p.Rule.Rule].Passes
	if e == nil {
		return nil
	}
	return p.shown(e, p.words.Text("book.passes", "case", e.Input))
}

// SourceName is whose rule it is.
func (p rulePage) SourceName() string { return p.words.Text("book.source." + p.Source) }

// Strength is the severity in words.
func (p rulePage) Strength() string { return p.words.Text("severity." + p.Severity) }

// Scope says what the rule judges.
func (p rulePage) Scope() string {
	w := p.words
	switch p.Judges {
	case "crl":
		return w.Text("book.crls")
	case "ocsp":
		return w.Text("book.answers")
	}
	text := w.Text("book.roles", "roles", p.named("book.role.", p.Roles))
	if len(p.Profiles) < 5 {
		text += " " + w.Text("book.profiles", "profiles", p.named("profile.", p.Profiles))
	}
	if len(p.Generations) < 4 {
		text += " " + w.Text("book.generations", "generations", p.named("generation.", p.Generations))
	}
	if p.NeedsIssuer {
		text += " " + w.Text("book.needs-issuer")
	}
	return text
}

// named lists the words for names that follow a prefix in the catalogue.
func (p rulePage) named(prefix string, names []string) string {
	texts := make([]string, len(names))
	for i, name := range names {
		texts[i] = p.words.Text(prefix + name)
	}
	return strings.Join(texts, ", ")
}

// Dates says when the rule holds, by the day of issue.
func (p rulePage) Dates() string {
	switch {
	case p.From != "" && p.Until != "":
		return p.words.Text("book.between", "from", p.words.Day(p.From), "until", p.words.Day(p.Until))
	case p.From != "":
		return p.words.Text("book.from", "from", p.words.Day(p.From))
	case p.Until != "":
		return p.words.Text("book.until", "until", p.words.Day(p.Until))
	}
	return p.words.Text("book.always")
}
