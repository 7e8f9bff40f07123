package web

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Translate writes a page, or a template of pages, in another language: each of
// its [Texts] is replaced by its translation. A text without one is an error.
func Translate(markup []byte, texts map[string]string) ([]byte, error) {
	missing := ""
	page, err := eachText(markup, func(english string) string {
		text, ok := texts[english]
		if !ok && missing == "" {
			missing = english
		}
		return text
	})
	if err == nil && missing != "" {
		err = fmt.Errorf("no translation of the text %q", missing)
	}
	return page, err
}

// Texts lists what is to be translated on a page: its text nodes, cut at the
// control actions of a template ({{if}}, {{range}}, …), and the attributes that
// people read, with white space folded. What stands in an element with
// translate="no" or a lang of its own stays as it is.
func Texts(markup []byte) ([]string, error) {
	var list []string
	_, err := eachText(markup, func(english string) string {
		list = append(list, english)
		return english
	})
	return list, err
}

// eachText copies a page and replaces each of its texts.
func eachText(markup []byte, replace func(string) string) ([]byte, error) {
	t := translator{replace: replace}
	tokens := html.NewTokenizer(bytes.NewReader(markup))
	for {
		kind := tokens.Next()
		raw := bytes.Clone(tokens.Raw())
		if kind == html.ErrorToken {
			if err := tokens.Err(); err != io.EOF {
				return nil, err
			}
			return t.Bytes(), nil
		}
		token := tokens.Token()
		if token.DataAtom == atom.Noscript {
			tokens.NextIsNotRawText()
		}
		t.token(token, raw)
	}
}

// translator copies a page, and knows which elements are open.
type translator struct {
	bytes.Buffer
	replace func(string) string
	open    []string
	// kept is how many elements were open when one began whose content stays as
	// it is, or 0.
	kept int
}

func (t *translator) token(token html.Token, raw []byte) {
	switch token.Type {
	case html.StartTagToken, html.SelfClosingTagToken:
		stays := staysAsItIs(token)
		if t.kept == 0 && !stays && t.attributes(&token) {
			raw = []byte(token.String())
		}
		if token.Type == html.StartTagToken && !slices.Contains(voidElements, token.DataAtom) {
			t.open = append(t.open, token.Data)
			if stays && t.kept == 0 {
				t.kept = len(t.open)
			}
		}
	case html.EndTagToken:
		for i := len(t.open) - 1; i >= 0; i-- {
			if t.open[i] == token.Data {
				t.open = t.open[:i]
				break
			}
		}
		if t.kept > len(t.open) {
			t.kept = 0
		}
	case html.TextToken:
		if t.kept == 0 {
			raw = []byte(t.text(string(raw)))
		}
	}
	t.Write(raw)
}

// voidElements have no end tag.
var voidElements = []atom.Atom{atom.Br, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Source, atom.Wbr}

// staysAsItIs says whether an element is in a language of its own, or holds no
// text for people.
func staysAsItIs(token html.Token) bool {
	switch token.DataAtom {
	case atom.Html:
		return false
	case atom.Script, atom.Style:
		return true
	}
	for _, a := range token.Attr {
		if a.Key == "lang" || a.Key == "translate" && a.Val == "no" {
			return true
		}
	}
	return false
}

// control finds the actions of a template that stand between texts.
var control = regexp.MustCompile(`\{\{-?\s*(?:range|if|else|end|with|template)\b[^}]*\}\}`)

// text replaces the texts of a text node.
func (t *translator) text(raw string) string {
	var b strings.Builder
	for {
		at := control.FindStringIndex(raw)
		if at == nil {
			b.WriteString(t.segment(raw))
			return b.String()
		}
		b.WriteString(t.segment(raw[:at[0]]) + raw[at[0]:at[1]])
		raw = raw[at[1]:]
	}
}

var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// segment replaces a text, but for the white space around it.
func (t *translator) segment(raw string) string {
	text := fold(html.UnescapeString(raw))
	if !hasWords(text) {
		return raw
	}
	start := raw[:len(raw)-len(strings.TrimLeftFunc(raw, unicode.IsSpace))]
	end := raw[len(strings.TrimRightFunc(raw, unicode.IsSpace)):]
	return start + escaped.Replace(t.replace(text)) + end
}

func fold(text string) string { return strings.Join(strings.Fields(text), " ") }

var action = regexp.MustCompile(`\{\{[^}]*\}\}`)

// hasWords says whether there is anything to translate in a text.
func hasWords(text string) bool {
	return strings.ContainsFunc(action.ReplaceAllString(text, ""), unicode.IsLetter)
}

// attributes replaces the attributes that people read, and says whether there was one.
func (t *translator) attributes(token *html.Token) bool {
	found := false
	for i := range token.Attr {
		a := &token.Attr[i]
		if text := fold(a.Val); isText(token, a) && hasWords(text) {
			a.Val = t.replace(text)
			found = true
		}
	}
	return found
}

// isText says whether people read an attribute. A data-… attribute is text when
// it looks like one: other values are in lower case and without spaces.
func isText(token *html.Token, a *html.Attribute) bool {
	switch a.Key {
	case "aria-label", "aria-description", "alt", "label", "placeholder", "title":
		return true
	case "content":
		return slices.Contains(token.Attr, html.Attribute{Key: "name", Val: "description"})
	}
	return strings.HasPrefix(a.Key, "data-") && a.Val != "" && (strings.Contains(a.Val, " ") || unicode.IsUpper(rune(a.Val[0])))
}
