package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// cardShell are the elements of index.html, by id, that an element in somebody
// else's page has around the answer, and what they lose there.
var (
	cardShell = []string{"zone", "settings", "status", "result"}
	cardLoses = []string{"examples", "loading"}
)

// cardParts are the classes whose elements the host page can style by ::part().
var cardParts = []string{
	"card", "verdict", "sentence", "facts", "fact", "meaning", "programs", "unchecked", "tabs", "part", "finding", "severity", "value", "button", "zone",
}

// addCards adds what the elements are made of: card.css, card.TAG.json with the
// markup and the words of each language, and notes.js with what they say before
// those are there.
func addCards(files map[string][]byte, source fs.FS, languages []language) error {
	markup, err := fs.ReadFile(source, "index.html")
	if err != nil {
		return err
	}
	notes := map[string]map[string]string{}
	for _, lang := range languages {
		translated, err := lang.translate(markup)
		if err != nil {
			return fmt.Errorf("web/index.html in %q: %w", lang.tag, err)
		}
		card, said, err := cardOf(translated, lang.words)
		if err != nil {
			return fmt.Errorf("web/index.html in %q: %w", lang.tag, err)
		}
		files["card."+lang.tag+".json"], notes[lang.tag] = card, said
	}
	list, err := json.Marshal(notes)
	if err != nil {
		return err
	}
	files["notes.js"] = fmt.Appendf(nil, "// Written by the build.\n\nexport const notes = %s;\n", list)
	own, err := fs.ReadFile(source, "element/card.css")
	if err != nil {
		return err
	}
	style, err := cardStyle(files["style.css"])
	files["card.css"] = append(style, own...)
	return err
}

// cardOf takes the templates and the shell out of the page, as data, and what an
// element says itself.
func cardOf(page []byte, words map[string]string) (card []byte, notes map[string]string, err error) {
	document, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, nil, err
	}
	templates, shell := map[string]any{}, map[string]any{}
	for n := range document.Descendants() {
		id := nodeAttr(n, "id")
		switch name, isTemplate := strings.CutPrefix(id, "t-"); {
		case n.Data == "template" && isTemplate:
			templates[name] = markupOf(firstElement(n))
		case id == "card-notes":
			notes = notesOf(n)
		case slices.Contains(cardShell, id):
			shell[id] = markupOf(n)
		}
	}
	around := make([]any, len(cardShell))
	for i, id := range cardShell {
		around[i] = shell[id]
	}
	if slices.Contains(around, nil) || notes == nil {
		return nil, nil, errors.New("it lacks #card-notes, or one of #" + strings.Join(cardShell, ", #"))
	}
	card, err = json.Marshal(map[string]any{"templates": templates, "shell": around, "words": words})
	return card, notes, err
}

var spaces = regexp.MustCompile(`\s+`)

// markupOf is an element as web/element/markup.js makes it again.
func markupOf(n *html.Node) []any {
	attributes := map[string]string{}
	for _, a := range n.Attr {
		attributes[a.Key] = a.Val
	}
	parts := strings.Fields(attributes["class"])
	parts = slices.DeleteFunc(parts, func(class string) bool { return !slices.Contains(cardParts, class) })
	if len(parts) > 0 {
		attributes["part"] = strings.Join(parts, " ")
	}
	element := []any{n.Data, attributes}
	for child := range n.ChildNodes() {
		switch {
		case child.Type == html.TextNode:
			element = append(element, spaces.ReplaceAllString(child.Data, " "))
		case child.Type == html.ElementNode && !slices.Contains(cardLoses, nodeAttr(child, "id")):
			element = append(element, markupOf(child))
		}
	}
	return element
}

// notesOf reads the texts of a template, each under its data-note.
func notesOf(template *html.Node) map[string]string {
	notes := map[string]string{}
	for n := range template.Descendants() {
		if name := nodeAttr(n, "data-note"); name != "" {
			notes[name] = strings.TrimSpace(spaces.ReplaceAllString(n.FirstChild.Data, " "))
		}
	}
	return notes
}

func firstElement(n *html.Node) *html.Node {
	for child := range n.ChildNodes() {
		if child.Type == html.ElementNode {
			return child
		}
	}
	return nil
}

func nodeAttr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// cardVariables are the variables of style.css that the host page can set, as
// --sealglass-NAME.
var cardVariables = []string{
	"paper", "card", "sunken", "ink", "soft", "line", "accent", "on-accent", "good", "remark", "bad", "calm", "round", "mono",
}

var (
	styleRoot     = regexp.MustCompile(`(?s):root \{\n(.*?)\n\}`)
	styleVariable = regexp.MustCompile(`(?m)^  --([\w-]+): (.*);$`)
)

// cardStyle is the style sheet of the page with its variables at the element that
// it is used in. The colour scheme is that of the host page.
func cardStyle(sheet []byte) ([]byte, error) {
	root := styleRoot.FindSubmatchIndex(sheet)
	if root == nil {
		return nil, errors.New("web/style.css: no variables at :root")
	}
	host := []byte(":host {\n")
	for _, match := range styleVariable.FindAllSubmatch(sheet[root[2]:root[3]], -1) {
		name, value := string(match[1]), string(match[2])
		if slices.Contains(cardVariables, name) {
			value = "var(--sealglass-" + name + ", " + value + ")"
		}
		host = fmt.Appendf(host, "  --%s: %s;\n", name, value)
	}
	host = append(host, '}')
	return slices.Concat(sheet[:root[0]], host, sheet[root[1]:]), nil
}
