//go:build js && wasm

package main

import (
	"strconv"

	"sealglass/view"
)

// limit limits the findings of a certificate to one kind, or shows all again
// when they are limited to it already.
func (p *page) limit(certificate, kind string) {
	n, err := strconv.Atoi(certificate)
	if err != nil {
		return
	}
	if p.shown[n] == kind {
		delete(p.shown, n)
	} else {
		p.shown[n] = kind
	}
	p.showFindings(n)
}

// showFindings mounts the findings of the n-th certificate anew.
func (p *page) showFindings(n int) {
	if section := p.scope.byID(view.FindingsID(n)); section != nil {
		p.mount(section, view.Findings(p.visible(), n, p.options()))
	}
}
