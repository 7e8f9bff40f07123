package inspect

import (
	"strings"
	"unicode/utf8"

	"sealglass/cert"
)

// MaxElementText is how many bytes of an element's value a structure has.
const MaxElementText = 96

// Element is one tag-length-value of a certificate's encoding (X.690 8.1), for a
// view of its bytes. Figures are in bytes; Offset counts from the first one of
// the certificate.
type Element struct {
	Offset, Header, Length int
	Depth                  int
	Parent                 int // index of the element that it lies in, -1 at the top
	Type                   string
	Value                  string // for people; cut after [MaxElementText] bytes
	Label                  string // of the first field of the report at this place
	Fault                  string // what is wrong with the encoding here
}

// Structure lists the elements of the certificate in the order of their first
// byte. It ends where a bound of package cert stops the walk.
func (r *CertificateReport) Structure() []Element {
	c := cert.Parse(r.DER)
	labels := make(map[cert.Span]string, len(r.Fields))
	for i := range r.Fields {
		f := &r.Fields[i]
		if at := (cert.Span{Offset: f.Offset, Length: f.Length}); labels[at] == "" && f.Error == "" && !strings.HasPrefix(f.Path, "fingerprint") {
			labels[at] = f.Label
		}
	}
	faults := make(map[cert.Span]string, len(c.Faults))
	note := func(list []cert.Fault) {
		for i := range list {
			if f := &list[i]; !strings.Contains(faults[f.Span], f.Reason) {
				faults[f.Span] = joined(faults[f.Span], f.Reason)
			}
		}
	}
	note(c.Tree.Faults)
	note(c.Faults)
	elements := make([]Element, len(c.Tree.Nodes))
	for i := range elements {
		n := &c.Tree.Nodes[i]
		name := n.TypeName()
		text := strings.TrimPrefix(strings.TrimPrefix(nodeText(r.DER, n), name), " ")
		elements[i] = Element{
			Offset: n.Offset, Header: n.Header, Length: n.Length,
			Depth: n.Depth, Parent: int(n.Parent),
			Type: name, Value: shorten(text, MaxElementText),
			Label: labels[n.Span], Fault: joined(faults[cert.Span{Offset: n.Offset, Length: n.Header}], faults[n.Span]),
		}
	}
	return elements
}

// joined puts two reasons into one.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// shorten cuts a text after at most n bytes, between two characters.
func shorten(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n] + "…"
}
