//go:build js && wasm

package main

import (
	"syscall/js"

	"honnef.co/go/js/dom/v2"
)

// passwordGiven opens the files of the last drop again, with the password of the
// form that was sent. The password goes to the Worker as bytes, which are
// overwritten when the files are open; the field is cleared at once.
func (p *page) passwordGiven(e *dom.BasicEvent) {
	e.PreventDefault()
	form := e.Get("target")
	if !form.Call("matches", "form.password").Bool() || len(p.kept) == 0 {
		return
	}
	field := form.Call("querySelector", "input")
	password := js.Global().Get("TextEncoder").New().Call("encode", field.Get("value"))
	field.Set("value", "")
	p.receive(drop{files: p.kept, password: password})
}

// showPassword shows what was typed, or hides it again.
func showPassword(button *dom.BasicHTMLElement) {
	field := button.Underlying().Call("closest", "form").Call("querySelector", "input")
	shown := field.Get("type").String() == "text"
	kind, pressed := "text", "true"
	if shown {
		kind, pressed = "password", "false"
	}
	field.Set("type", kind)
	button.SetAttribute("aria-pressed", pressed)
}

// keepingPasswords runs what mounts the answer anew, and puts the forms back in
// which somebody may be typing a password.
func (p *page) keepingPasswords(mount func()) {
	const forms = "form.password"
	old := p.result.Call("querySelectorAll", forms)
	focused := p.scope.focused()
	mount()
	fresh := p.result.Call("querySelectorAll", forms)
	for i := range min(old.Length(), fresh.Length()) {
		fresh.Index(i).Call("replaceWith", old.Index(i))
		if focused.Truthy() && old.Index(i).Call("contains", focused).Bool() {
			focused.Call("focus")
		}
	}
}
