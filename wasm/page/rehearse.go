//go:build js && wasm

package main

import (
	"syscall/js"

	"sealglass/inspect"
	"sealglass/view"
)

// rehearse answers a certificate that nobody gave, has the elements built, and shows
// nothing of it. A browser compiles what runs for the first time: the first answer is
// spared that. It stops when somebody gives one. It waits, and so must not be called
// from a JavaScript callback.
func (p *page) rehearse(der []byte, build js.Value) {
	// What fails here fails again when somebody gives a certificate, and is told then.
	defer func() { _ = recover() }()
	options := p.settings.judging()
	options.Pause = pauser()
	report := inspect.Inspect([]inspect.Input{{Data: der}}, options)
	if p.request > 0 {
		return
	}
	o := p.options()
	o.Stage = view.First
	build.Invoke(string(view.AppendJSON(nil, view.Result(report, o))))
	breathe()
	if p.request > 0 {
		return
	}
	o.Stage = view.Whole
	build.Invoke(string(view.AppendJSON(nil, view.Findings(report, 0, o))))
	mark("sealglass-rehearsed")
}
