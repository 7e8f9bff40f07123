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
	o := p.options()
	for _, write := range []func() []view.Node{
		func() []view.Node { o.Stage = view.First; return view.Result(report, o) },
		func() []view.Node { o.Stage = view.Whole; return view.Findings(report, 0, o) },
		func() []view.Node {
			for _, nodes := range view.Fields(report, 0, o) {
				return nodes
			}
			return nil
		},
	} {
		if p.request > 0 {
			return
		}
		build.Invoke(string(view.AppendJSON(nil, write())))
		breathe()
	}
	mark("sealglass-rehearsed")
}
