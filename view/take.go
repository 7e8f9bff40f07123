package view

import (
	"slices"
	"strings"

	"sealglass/inspect"
)

// maxNamed bounds the list of what a link with a certificate tells.
const maxNamed = 100

// Named lists the names and addresses of a certificate's subject, each once: what
// whoever is given the certificate learns of a person.
func Named(c *inspect.CertificateReport) []string {
	var list []string
	for i := range c.Fields {
		f := &c.Fields[i]
		if len(list) < maxNamed && f.Value != "" && tellsOfSubject(f.Path) && !slices.Contains(list, Escape(f.Value)) {
			list = append(list, Escape(f.Value))
		}
	}
	return list
}

// tellsOfSubject says whether a field is a name or an address; an extension as a
// whole is none.
func tellsOfSubject(path string) bool {
	if g := groupOf(path); g != groupSubject && g != groupMailboxes {
		return false
	}
	extension, ok := strings.CutPrefix(path, "tbsCertificate.extensions.")
	return !ok || strings.Contains(extension, ".")
}

// linkable says whether a link may hold the certificate: never one that came out
// of a message, or lay beside a private key.
func (e entry) linkable() bool {
	if e.cert == nil || e.input.Error != nil || e.input.Message != nil || len(e.input.Keys) > 0 {
		return false
	}
	switch e.input.Kind {
	case inspect.PEM, inspect.DER, inspect.Base64, inspect.Hex:
		return true
	}
	return false
}

// linkFill fills the button that makes a link, or removes it.
func (e entry) linkFill() Fill {
	if !e.linkable() {
		return remove("link")
	}
	return attr("link", "data-cert", itoa(e.index))
}

// actions are the buttons under a report on one certificate.
func (e entry) actions(o Options) Fill {
	if o.Static || o.Readonly {
		return remove("actions")
	}
	return children("actions", node("actions", e.linkFill()))
}

// ownActions are the buttons of a certificate among several.
func (e entry) ownActions(o Options) Fill {
	if o.Static || o.Readonly || !e.linkable() {
		return remove("actions")
	}
	return children("actions", node("own-actions", e.linkFill()))
}
