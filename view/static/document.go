package static

import (
	"crypto/sha256"
	"encoding/base64"
	"io"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sealglass/view"
)

// Document is a page that stands alone: one file without a script, which asks
// for no other.
type Document struct {
	Lang  string // "en"
	Title string // shown as it is
	Style string // the style sheet, web/style.css as a rule
	Tool  string // what made it: "Sealglass 0.1.0"
	Nodes []view.Node
}

// WriteDocument writes a report as a page of its own.
func (p *Page) WriteDocument(w io.Writer, d Document) error {
	result := element(atom.Div, "id", "result")
	for _, node := range d.Nodes {
		child, err := p.build(node)
		if err != nil {
			return err
		}
		result.AppendChild(child)
	}
	sum := sha256.Sum256([]byte(d.Style))
	policy := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	head := with(element(atom.Head),
		element(atom.Meta, "charset", "utf-8"),
		element(atom.Meta, "http-equiv", "Content-Security-Policy", "content", policy),
		element(atom.Meta, "name", "viewport", "content", "width=device-width, initial-scale=1"),
		element(atom.Meta, "name", "color-scheme", "content", "light dark"),
		element(atom.Meta, "name", "generator", "content", d.Tool),
		with(element(atom.Title), textNode(d.Title)),
		with(element(atom.Style), textNode(d.Style)))
	body := with(element(atom.Body), with(element(atom.Main), result))
	page := with(&html.Node{Type: html.DocumentNode},
		&html.Node{Type: html.DoctypeNode, Data: "html"},
		with(element(atom.Html, "lang", d.Lang, "data-state", "done"), head, body))
	return html.Render(w, page)
}

// element makes an element with attributes, given as names and values.
func element(name atom.Atom, attrs ...string) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: name, Data: name.String()}
	for i := 0; i+1 < len(attrs); i += 2 {
		n.Attr = append(n.Attr, html.Attribute{Key: attrs[i], Val: attrs[i+1]})
	}
	return n
}

func textNode(text string) *html.Node { return &html.Node{Type: html.TextNode, Data: text} }

func with(parent *html.Node, children ...*html.Node) *html.Node {
	for _, c := range children {
		parent.AppendChild(c)
	}
	return parent
}
