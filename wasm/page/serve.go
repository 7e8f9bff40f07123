//go:build js && wasm

package main

import (
	"syscall/js"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/view"
)

// serve offers to the scripts of the page what they cannot do without the
// program (web/types/page.d.ts).
func (p *page) serve() {
	p.bridge.Set("receive", js.FuncOf(func(_ js.Value, args []js.Value) any {
		defer p.guard("receive")
		d := p.dropOf(args[0])
		d.quiet = len(args) > 1 && args[1].Truthy()
		p.receive(d)
		return nil
	}))
	p.bridge.Set("rehearse", js.FuncOf(func(_ js.Value, args []js.Value) any {
		go p.rehearse(bytesOf(args[0]), args[1])
		return nil
	}))
	p.bridge.Set("report", js.FuncOf(func(js.Value, []js.Value) any {
		defer p.guard("report")
		if p.report == nil {
			return nil
		}
		return p.json()
	}))
	p.serveBatch()
	p.bridge.Set("revisit", js.FuncOf(func(_ js.Value, args []js.Value) any {
		defer p.guard("revisit")
		return p.revisit(args[0].Int())
	}))
	p.bridge.Set("certificate", js.FuncOf(func(_ js.Value, args []js.Value) any {
		defer p.guard("certificate")
		return p.described(args[0].Int())
	}))
}

// described is what scripts need of the n-th certificate; null without one.
func (p *page) described(n int) any {
	if p.report == nil {
		return nil
	}
	c := p.certificate(n)
	if c == nil {
		return nil
	}
	return map[string]any{
		"der":       uint8Array(c.DER),
		"mailboxes": texts(inspect.Mailboxes(cert.Parse(c.DER))),
		"named":     texts(view.Named(c)),
	}
}

func texts(list []string) []any {
	all := make([]any, len(list))
	for i, text := range list {
		all[i] = text
	}
	return all
}
