//go:build js && wasm

package main

import (
	"syscall/js"

	"honnef.co/go/js/dom/v2"
)

// The parts of the page are wrapped here and not by honnef's own functions,
// which answer with an interface that seventy types of elements satisfy: a
// method called through it stays in the program seventy times, and wrapping
// looks at every one of the types each time.

// element wraps an element of any type; null gives nil.
func element(value js.Value) *dom.BasicHTMLElement {
	if !value.Truthy() {
		return nil
	}
	return &dom.BasicHTMLElement{BasicElement: &dom.BasicElement{BasicNode: &dom.BasicNode{Value: value}}}
}

// scope is what the elements of a page are looked up in: the document, or the
// shadow root of an element in somebody else's page.
type scope struct{ js.Value }

// byID is the element with this id, nil when there is none.
func (s scope) byID(id string) *dom.BasicHTMLElement {
	return element(s.Call("getElementById", id))
}

// focused is the element that has the focus, null when none of the scope's has.
func (s scope) focused() js.Value { return s.Get("activeElement") }

// on calls the listener with each such event at the target.
func (p *page) on(target *dom.BasicNode, name string, listener func(*dom.BasicEvent)) {
	target.Call("addEventListener", name, js.FuncOf(func(_ js.Value, args []js.Value) any {
		defer p.guard(name)
		listener(&dom.BasicEvent{Value: args[0]})
		return nil
	}))
}
