//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"sealglass/view"
)

// writeRest writes what was left out of the n-th certificate and of those after it
// when the answer was first shown, one after each frame, so that the page can
// answer in between.
func (p *page) writeRest(request, n int) {
	defer p.guard("rest")
	if request != p.request || n == len(p.opinions.certs) {
		return
	}
	p.showFindings(n)
	if section := p.scope.byID(view.FieldsID(n)); section != nil {
		p.mount(section, view.Fields(p.visible(), n, p.options()))
	}
	afterPaint(func() { p.writeRest(request, n+1) })
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
	onFrame(func() { onFrame(once) })
	time.AfterFunc(hiddenTime, once)
}

// onFrame does something before the next frame is painted.
func onFrame(do func()) {
	var callback js.Func
	callback = js.FuncOf(func(js.Value, []js.Value) any {
		callback.Release()
		do()
		return nil
	})
	js.Global().Call("requestAnimationFrame", callback)
}
