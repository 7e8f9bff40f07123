package main

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"

	"sealglass/lints"
	"sealglass/lints/book"
)

//go:embed rules/*.html
var ruleTemplates embed.FS

// sourceNames are the sources of rules in the order of their list.
var sourceNames = []struct {
	source lints.Source
	name   string
}{
	{lints.SBR, "S/MIME Baseline Requirements"},
	{lints.RFC5280, "RFC 5280"},
	{lints.RFC, "Other RFCs"},
	{lints.ETSI, "ETSI EN 319 412"},
	{lints.Mozilla, "Mozilla Root Store Policy"},
	{lints.Apple, "Apple Root Program Policy"},
	{lints.Gmail, "Gmail's S/MIME certificate profile"},
	{lints.Microsoft, "Microsoft Trusted Root Program"},
	{lints.CCADB, "CCADB Policy"},
	{lints.Draft, "Proposals, which are not rules yet"},
}

// rulePages are the pages of the rule book: a list, one page for each rule, and
// all of it as data.
func rulePages(files map[string][]byte) (map[string][]byte, error) {
	templates, err := template.ParseFS(ruleTemplates, "rules/*.html")
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	all := book.New()
	pages := make(map[string][]byte)
	var data bytes.Buffer
	if err := all.JSON(&data); err != nil {
		return nil, fmt.Errorf("build: rules.json: %w", err)
	}
	pages["rules.json"] = data.Bytes()
	fill := func(name, template string, with any) error {
		var markup bytes.Buffer
		if err := templates.ExecuteTemplate(&markup, template, with); err != nil {
			return fmt.Errorf("build: rules/%s: %w", name, err)
		}
		content, err := pageBelow(markup.Bytes(), files)
		if err != nil {
			return fmt.Errorf("build: rules/%s: %w", name, err)
		}
		pages["rules/"+name] = content
		return nil
	}
	if err := fill("index.html", "index.html", indexOf(all)); err != nil {
		return nil, err
	}
	for _, r := range all.Rules {
		if err := fill(r.Rule+".html", "rule.html", rulePage{r}); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// ruleIndex is what the list of rules shows.
type ruleIndex struct {
	Book     book.Book
	Sources  []sourceRules
	Versions []lints.Version
}

// sourceRules are the rules of one source.
type sourceRules struct {
	Name  string
	Rules []book.Rule
}

func indexOf(all book.Book) ruleIndex {
	index := ruleIndex{Book: all, Versions: lints.Versions[:]}
	for _, s := range sourceNames {
		list := sourceRules{Name: s.name}
		for _, r := range all.Rules {
			if r.Source == string(s.source) {
				list.Rules = append(list.Rules, r)
			}
		}
		index.Sources = append(index.Sources, list)
	}
	return index
}

// rulePage is what the page of a rule shows.
type rulePage struct{ book.Rule }

// SourceName is whose rule it is.
func (p rulePage) SourceName() string {
	for _, s := range sourceNames {
		if p.Source == string(s.source) {
			return s.name
		}
	}
	return p.Source
}

// Scope says what the rule judges.
func (p rulePage) Scope() string {
	switch p.Judges {
	case "crl":
		return "Lists of revoked certificates (CRL)."
	case "ocsp":
		return "Answers about the state of a certificate (OCSP)."
	}
	text := "Certificates of these roles: " + strings.Join(p.Roles, ", ") + "."
	if len(p.Profiles) < 5 {
		text += " Profiles: " + strings.Join(p.Profiles, ", ") + "."
	}
	if len(p.Generations) < 4 {
		text += " Generations: " + strings.Join(p.Generations, ", ") + "."
	}
	if p.NeedsIssuer {
		text += " The issuer's certificate is needed."
	}
	return text
}

// Dates says when the rule holds, by the day of issue.
func (p rulePage) Dates() string {
	switch {
	case p.From != "" && p.Until != "":
		return "For certificates issued from " + p.From + " until before " + p.Until + "."
	case p.From != "":
		return "For certificates issued from " + p.From + "."
	case p.Until != "":
		return "For certificates issued before " + p.Until + "."
	}
	return "Always."
}
