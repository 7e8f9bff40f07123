//go:build js && wasm

package main

import (
	"syscall/js"

	"honnef.co/go/js/dom/v2"

	"sealglass/view"
)

// clicked does what the button says that was clicked in the result.
func (p *page) clicked(e *dom.BasicEvent) {
	button := element(e.Get("target").Call("closest", "[data-action]"))
	if button == nil || p.report == nil {
		return
	}
	switch button.GetAttribute("data-action") {
	case "show":
		p.limit(button.GetAttribute("data-cert"), button.GetAttribute("data-kind"))
	case "open":
		p.openEntry(number(button, "data-cert"))
	case "compare", "apart":
		p.compare(button.GetAttribute("data-action") == "compare")
	case "bytes":
		p.showBytes(button)
	case "show-password":
		showPassword(button)
	case "copy-markdown":
		p.copy(button, view.Markdown(p.visible(), p.options()))
	case "copy-text":
		p.copy(button, view.Text(p.visible(), p.options()))
	case "download-html":
		p.saveReport()
	case "download-json":
		download("sealglass-report.json", "application/json", p.json())
	case "print":
		js.Global().Call("print")
	}
}

// saveReport offers the report as a page that stands alone.
func (p *page) saveReport() {
	o := p.options()
	o.Static, o.Show, o.Chaining = true, nil, false
	p.bridge.Call("saveReport", string(view.AppendJSON(nil, view.Result(p.visible(), o))), p.words.Text("markdown.title"), view.Colophon(p.visible(), p.words))
}

// openEntry opens the n-th certificate of the report and goes there.
func (p *page) openEntry(n int) {
	entry := p.scope.byID(view.EntryID(n))
	if entry == nil {
		return
	}
	entry.Underlying().Set("open", true)
	heading := element(entry.Underlying().Call("querySelector", "h2"))
	if heading == nil {
		return
	}
	heading.Focus()
	entry.Underlying().Call("scrollIntoView")
}

// copy writes a text to the clipboard and says whether that went well.
func (p *page) copy(button *dom.BasicHTMLElement, text string) {
	clipboard := js.Global().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		p.status.SetTextContent(p.words.Text("program.copy-failed"))
		return
	}
	written := clipboard.Call("writeText", text)
	go func() {
		defer p.guard("copy")
		if _, err := await(written); err != nil {
			p.say("program.copy-failed")
			return
		}
		button.SetAttribute("data-state", "copied")
		p.say("program.copied")
	}()
}

// say shows a sentence for a moment, and speaks it.
func (p *page) say(key string) { p.status.SetTextContent(p.words.Text(key)) }

// download offers a text as a file.
func download(name, mediaType, text string) {
	blob := js.Global().Get("Blob").New([]any{text}, map[string]any{"type": mediaType})
	url := js.Global().Get("URL")
	address := url.Call("createObjectURL", blob)
	link := js.Global().Get("document").Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	url.Call("revokeObjectURL", address)
}
