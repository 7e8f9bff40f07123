package view

// Node is one clone of a <template> of web/index.html, with its slots filled:
// the template with the id "t-" and Template. Its single element is cloned;
// Fills name descendants by their data-slot attribute (or "" for the element
// itself).
type Node struct {
	Template string
	Fills    []Fill
}

// Fill says what goes into one slot. Text is set as textContent; whatever comes
// from a certificate has gone through [Escape] before. Children are appended
// after it. Attributes named in Attrs are set on the slot's element; only names
// of [AllowedAttrs] pass.
type Fill struct {
	Slot     string
	Text     string
	Attrs    []Attr
	Children []Node
	// Remove takes the slot's element out of the clone.
	Remove bool
}

// Attr is one attribute of a slot's element.
type Attr struct{ Name, Value string }

// AllowedAttrs are the attributes that a tree may set. None of them can load or
// run anything.
var AllowedAttrs = [...]string{
	"aria-pressed", "data-action", "data-cert", "data-key", "data-kind", "data-length", "data-n", "data-offset", "data-severity", "data-state", "data-verdict", "datetime", "for", "id", "lang", "open",
}

// word fills a slot with a text of the catalogue.
func word(slot, text string) Fill { return Fill{Slot: slot, Text: text} }

// value fills a slot with a text that comes from outside.
func value(slot, text string) Fill { return Fill{Slot: slot, Text: Escape(text)} }

// children fills a slot with nodes.
func children(slot string, nodes ...Node) Fill { return Fill{Slot: slot, Children: nodes} }

// attr sets one attribute of a slot's element.
func attr(slot, name, value string) Fill { return Fill{Slot: slot, Attrs: []Attr{{name, value}}} }

// remove takes a slot's element out.
func remove(slot string) Fill { return Fill{Slot: slot, Remove: true} }

func node(template string, fills ...Fill) Node { return Node{Template: template, Fills: fills} }
