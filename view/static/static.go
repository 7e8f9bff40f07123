// Package static fills the templates of a page without a browser, with
// golang.org/x/net/html: for tests that compare whole pages, and for reports
// printed as HTML. It does what web/mount.js does.
package static

import (
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sealglass/view"
)

// Page is a parsed page with its templates.
type Page struct {
	doc       *html.Node
	templates map[string]*html.Node
}

// Parse reads a page; web/index.html as a rule.
func Parse(r io.Reader) (*Page, error) {
	doc, err := html.Parse(r)
	if err != nil {
		return nil, err
	}
	p := &Page{doc: doc, templates: map[string]*html.Node{}}
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Template {
			continue
		}
		name, ok := strings.CutPrefix(attribute(n, "id"), "t-")
		element := firstElement(n)
		if !ok || element == nil {
			return nil, errors.New("a template without an id t-… or without an element")
		}
		p.templates[name] = element
	}
	return p, nil
}

// Templates lists the names of the page's templates in alphabetical order.
func (p *Page) Templates() []string {
	names := make([]string, 0, len(p.templates))
	for name := range p.templates {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Slots lists the names of a template's slots in the order of the page.
func (p *Page) Slots(template string) []string {
	var names []string
	if t := p.templates[template]; t != nil {
		for n := range t.Descendants() {
			if name := attribute(n, "data-slot"); name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}

// Render writes the tree as HTML. A template or slot that does not exist and an
// attribute that is not allowed are errors, as they are in the browser.
func (p *Page) Render(w io.Writer, nodes []view.Node) error {
	for _, node := range nodes {
		element, err := p.build(node)
		if err != nil {
			return err
		}
		if err := html.Render(w, element); err != nil {
			return err
		}
	}
	return nil
}

func (p *Page) build(node view.Node) (*html.Node, error) {
	template := p.templates[node.Template]
	if template == nil {
		return nil, errors.New("no template " + node.Template)
	}
	element := clone(template)
	slots := map[string]*html.Node{"": element}
	for n := range element.Descendants() {
		if name := attribute(n, "data-slot"); name != "" {
			slots[name] = n
		}
	}
	for _, fill := range node.Fills {
		slot := slots[fill.Slot]
		if slot == nil {
			return nil, errors.New("template " + node.Template + " has no slot " + fill.Slot)
		}
		if err := p.fill(slot, fill); err != nil {
			return nil, err
		}
	}
	return element, nil
}

func (p *Page) fill(slot *html.Node, fill view.Fill) error {
	if fill.Remove {
		slot.Parent.RemoveChild(slot)
		return nil
	}
	if fill.Text != "" {
		for slot.FirstChild != nil {
			slot.RemoveChild(slot.FirstChild)
		}
		slot.AppendChild(&html.Node{Type: html.TextNode, Data: fill.Text})
	}
	for _, a := range fill.Attrs {
		if !slices.Contains(view.AllowedAttrs[:], a.Name) {
			return errors.New("attribute " + a.Name + " is not allowed")
		}
		setAttribute(slot, a.Name, a.Value)
	}
	for _, child := range fill.Children {
		element, err := p.build(child)
		if err != nil {
			return err
		}
		slot.AppendChild(element)
	}
	return nil
}

// firstElement is the first element in a template. The parser of x/net/html
// keeps a template's content as its children.
func firstElement(n *html.Node) *html.Node {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

func clone(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
	for child := range n.ChildNodes() {
		c.AppendChild(clone(child))
	}
	return c
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func setAttribute(n *html.Node, name, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}
