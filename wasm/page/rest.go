//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"sealglass/inspect"
	"sealglass/view"
)

// writeRest writes what was left out when the answer was first shown, and asks the
// Workers: the findings of the first certificate are to be seen before that. first is
// the report without a second opinion. It waits, and so must not be called from a
// JavaScript callback.
func (p *page) writeRest(request int, first *inspect.Report) {
	defer p.guard("rest")
	p.showFindings(0)
	breathe()
	if request != p.request {
		return
	}
	p.askSecond()
	p.askChains(first)
	pause := pauser()
	for n := range p.opinions.certs {
		if n > 0 {
			p.showFindings(n)
		}
		for id, nodes := range view.Fields(p.visible(), n, p.options()) {
			if section := p.scope.byID(id); section != nil {
				p.mount(section, nodes)
			}
			pause()
			if request != p.request {
				return
			}
		}
	}
	p.writing = false
	p.setSecondState()
	if p.complete() {
		p.tell()
	}
}

// maxTask is how long the page works without a look at what a person did.
const maxTask = 40 * time.Millisecond

// pauser makes a function that is called from time to time during long work, and
// lets the browser do what waits when the last time is long ago. It must not be
// called from a JavaScript callback.
func pauser() func() {
	last := time.Now()
	return func() {
		if time.Since(last) > maxTask {
			breathe()
			last = time.Now()
		}
	}
}

// breathe lets the browser do what waits. Like what [pauser] makes, it must not be
// called from a JavaScript callback.
func breathe() {
	rested := make(chan struct{})
	// Not time.Sleep: while garbage is collected that is over before the browser gets
	// its turn.
	soon(func() { close(rested) })
	<-rested
}

// soon does something when the browser has done what waits. Of a page that nobody
// sees nothing waits, and browsers call it back after a second or a minute only: there
// it is done at once.
func soon(do func()) {
	document := js.Global().Get("document") // Node has none
	if document.Truthy() && document.Get("hidden").Bool() {
		do()
		return
	}
	onCall("setTimeout", do)
}

// hiddenTime is how long a page that is not painted, since nobody sees it, waits
// for that.
const hiddenTime = 250 * time.Millisecond

// afterPaint does something when the page has been painted as it is now: in the
// second frame from here.
func afterPaint(do func()) {
	waiting := true
	once := func() {
		if waiting {
			waiting = false
			do()
		}
	}
	onCall("requestAnimationFrame", func() { onCall("requestAnimationFrame", once) })
	time.AfterFunc(hiddenTime, once)
}

// onCall does something when a function of the browser, as requestAnimationFrame,
// calls back, once.
func onCall(function string, do func()) {
	var callback js.Func
	callback = js.FuncOf(func(js.Value, []js.Value) any {
		callback.Release()
		do()
		return nil
	})
	js.Global().Call(function, callback)
}
