//go:build js && wasm

package main

import (
	"syscall/js"

	"honnef.co/go/js/dom/v2"

	"sealglass/inspect"
	"sealglass/view"
)

// page holds the parts of the page that stay, each wrapped once, and what is
// being shown.
type page struct {
	bridge js.Value
	workers
	batch js.Value // the table of many certificates: web/batch.js
	words view.Words

	scope  scope
	root   *dom.BasicHTMLElement
	zone   *dom.BasicHTMLElement
	files  *dom.HTMLInputElement
	paste  *dom.BasicHTMLElement
	text   *dom.HTMLTextAreaElement
	status *dom.BasicHTMLElement
	result *dom.BasicHTMLElement

	settings settings

	// request counts what was dropped: the answer to an older one is thrown away.
	request int
	// reading is the request whose answer is still being made, 0 when there is none.
	reading int
	report  *inspect.Report
	// quiet says that no person gave what was dropped: the focus stays where it is.
	quiet bool
	// kept are the files of the last drop while one of them waits for its password.
	kept []js.Value
	// opinions are what the Worker has said about it.
	opinions opinions
	// visits are what was shown before, by the number of its entry in the browser's
	// history; at is the number of this one.
	visits map[int]visit
	at     int
	// table counts the table that is shown, or whose row is: 0 for none. tables is how
	// many there were; the last one began at tableAt.
	table, tables, tableAt int
	// chaining says that a Worker is looking for the chains.
	chaining bool
	// writing says that what was left out when the report was shown is not written yet.
	writing bool
	// comparing says that the two certificates of the report stand side by side.
	comparing bool
	// shown is the kind that the findings of a certificate are limited to.
	shown map[int]string
}

// workers answer what takes more than this program.
type workers struct {
	second js.Value // what one page asks of their supervisor: web/second.js
}

func newPage(bridge js.Value) *page {
	in := scope{bridge.Get("scope")}
	return &page{
		bridge:   bridge,
		workers:  workers{bridge.Get("second")},
		batch:    bridge.Get("batch"),
		words:    view.ParseWords(bridge.Get("words").String()),
		scope:    in,
		root:     element(bridge.Get("root")),
		zone:     in.byID("zone"),
		files:    &dom.HTMLInputElement{BasicHTMLElement: in.byID("files")},
		paste:    in.byID("paste"),
		text:     &dom.HTMLTextAreaElement{BasicHTMLElement: in.byID("text")},
		status:   in.byID("status"),
		result:   in.byID("result"),
		settings: newSettings(in),
	}
}

// setState says on the root element what the page shows: loading, ready (for the
// first file) or done (an answer). The style sheet and the tests go by it.
func (p *page) setState(state string) { p.root.SetAttribute("data-state", state) }

// mount replaces the content of an element by the tree, in one call. It does
// nothing, and says so, where something is to stay that is not there.
func (p *page) mount(target *dom.BasicHTMLElement, nodes []view.Node) bool {
	return p.bridge.Call("mount", target.Underlying(), string(view.AppendJSON(nil, nodes))).Truthy()
}

// guard keeps a panic from ending the program: it says in a sentence that
// something went wrong, and the page goes on.
func (p *page) guard(name string) {
	cause := recover()
	if cause == nil {
		return
	}
	js.Global().Get("console").Call("error", "sealglass: "+name+": "+describe(cause))
	p.mount(p.result, view.Failure(p.options()))
	p.answered(p.words.Text("program.failed"))
}

func describe(cause any) string {
	switch cause := cause.(type) {
	case error:
		return cause.Error()
	case string:
		return cause
	}
	return "panic"
}

// answered ends a request: the answer stands on the page, gets the focus, and
// is said aloud. The browser's history, which keeps the browser from painting it,
// waits until that is done.
func (p *page) answered(announcement string) {
	p.reading = 0
	p.setState("done")
	p.letGo()
	if !p.quiet {
		p.focusHeading()
	}
	p.status.SetTextContent(announcement)
	mark("sealglass-answer")
	p.tell()
	afterPaint(func() {
		soon(func() { // behind the findings, which were written in this frame
			p.entered()
			mark("sealglass-painted")
		})
	})
}

// tell has the bridge told that there is an answer, or that more is known of it.
func (p *page) tell() {
	if told := p.bridge.Get("answered"); told.Truthy() {
		told.Invoke(p.complete())
	}
}

// heading is that of the answer; nil when there is none.
func (p *page) heading() *dom.BasicHTMLElement { return element(p.result.Call("querySelector", "h2")) }

func (p *page) focusHeading() {
	if heading := p.heading(); heading != nil {
		heading.Focus()
	}
}
