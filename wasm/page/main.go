//go:build js && wasm

// Command page is the program of the page (page.wasm): it answers what is
// dropped, picked or pasted, on the main thread. web/start.js starts it. In
// Workers the same program judges what was dropped by the thousand, for a table
// (web/batch.js; build/adr/0012-many-certificates.md).
package main

import (
	"syscall/js"
	"time"

	"sealglass/inspect"
	"sealglass/view"
)

func main() {
	if worker := js.Global().Get("sealglassWorker"); worker.Truthy() {
		js.Global().Delete("sealglassWorker")
		worker.Call("judges", js.FuncOf(func(_ js.Value, args []js.Value) any { return newClerk(args[0]).serve() }))
		select {}
	}
	bridge := js.Global().Get("sealglassPage")
	js.Global().Delete("sealglassPage")
	bridge.Call("ready", js.FuncOf(func(_ js.Value, args []js.Value) any {
		open(args[0])
		return nil
	}), js.FuncOf(func(_ js.Value, args []js.Value) any {
		go examine(args[0])
		return nil
	}))
	select {}
}

// open makes a page of the parts that the bridge leads to (web/types/page.d.ts).
func open(bridge js.Value) {
	p := newPage(bridge)
	p.listen()
	p.hear()
	p.serve()
	p.setState("ready")
	mark("sealglass-ready")
	if kept := bridge.Call("take"); kept.Truthy() {
		d := p.dropOf(kept.Get("files"))
		d.text = kept.Get("text").String()
		p.receive(d)
	}
}

// mark leaves a mark for those who measure the page.
func mark(name string) { js.Global().Get("performance").Call("mark", name) }

// visible is the report as it may be shown: where the page is to name no person,
// without what says who the certificates are for.
func (p *page) visible() *inspect.Report { return p.maskedBy(p.words.Text("masked")) }

// json is the visible report as a document, which has the same words in every language.
func (p *page) json() string { return string(inspect.AppendJSON(nil, p.maskedBy("[hidden]"))) }

func (p *page) maskedBy(hidden string) *inspect.Report {
	if !p.bridge.Get("masked").Truthy() {
		return p.report
	}
	return view.Masked(p.report, hidden)
}

// options are those of a view at this moment.
func (p *page) options() view.Options {
	o := view.Options{Words: p.words, Now: time.Now(), Second: p.opinions.state, Chaining: p.chaining, Show: p.shown, Hidden: p.settings.hidden(), AskPassword: len(p.kept) > 0}
	o.Compare = p.comparing
	o.BySection = p.settings.order.Value() == "section"
	o.Readonly = p.bridge.Get("readonly").Truthy()
	if detail := p.bridge.Get("detail"); detail.Truthy() {
		o.Detail = view.Detail(detail.String())
	}
	return o
}
