package view

// Node is one clone of a <template> of web/index.html, with its slots filled.
// The template's single element is cloned; Fills name descendants by their
// data-slot attribute (or "" for the element itself).
type Node struct {
	Template string
	Fills    []Fill
}

// Fill says what goes into one slot. Text is set as textContent, after
// [Escape]; Children are appended after it. Attributes named in Attrs are set
// on the slot's element; only names of allowedAttrs pass.
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
