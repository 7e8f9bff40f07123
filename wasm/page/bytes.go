//go:build js && wasm

package main

import (
	"strconv"
	"syscall/js"

	"honnef.co/go/js/dom/v2"

	"sealglass/inspect"
	"sealglass/view"
)

// showBytes shows the bytes of the certificate that the button names, and selects
// those that it names.
func (p *page) showBytes(button *dom.BasicHTMLElement) {
	n := number(button, "data-cert")
	certificate := p.certificate(n)
	section := p.scope.byID(view.BytesID(n))
	if certificate == nil || section == nil {
		return
	}
	contents := js.FuncOf(func(js.Value, []js.Value) any {
		bytes := js.Global().Get("Uint8Array").New(len(certificate.DER))
		js.CopyBytesToJS(bytes, certificate.DER)
		return []any{string(view.AppendElements(nil, certificate.Structure(), p.words)), bytes}
	})
	defer contents.Release()
	p.bridge.Call("showBytes", section.Underlying(), contents, number(button, "data-offset"), number(button, "data-length"))
}

// number is the value of an attribute that the view wrote, 0 where there is none.
func number(e *dom.BasicHTMLElement, attribute string) int {
	n, _ := strconv.Atoi(e.GetAttribute(attribute))
	return n
}

// certificate is the n-th certificate of the report, counted from 0.
func (p *page) certificate(n int) *inspect.CertificateReport {
	for i := range p.report.Inputs {
		certificates := p.report.Inputs[i].Certificates
		if n < len(certificates) {
			return &certificates[n]
		}
		n -= len(certificates)
	}
	return nil
}
