package inspect

import (
	"slices"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// unshown lists the values of a certificate, leaves of its ASN.1 tree, that no
// field shows. A type's OBJECT IDENTIFIER is shown by the label of what follows it.
func unshown(c *CertificateReport) []cert.Node {
	tree := cert.Parse(c.DER).Tree
	shown := shownBytes(c)
	isShown := func(s cert.Span) bool {
		for at := s.Offset; at < s.End(); at++ {
			if shown[at] {
				return true
			}
		}
		return false
	}
	var missing []cert.Node
	for i := range tree.Nodes {
		n := &tree.Nodes[i]
		if n.First >= 0 || isShown(n.Span) {
			continue
		}
		if n.Class == 0 && n.Tag == 6 && n.Next >= 0 && isShown(tree.Nodes[n.Next].Span) {
			continue
		}
		missing = append(missing, *n)
	}
	return missing
}

// shownBytes marks the bytes that fields show: all bytes of a field, but of one
// with others below it only those of the values directly in it.
func shownBytes(c *CertificateReport) []bool {
	shown := make([]bool, len(c.DER))
	mark := func(s cert.Span) {
		for at := s.Offset; at < s.End(); at++ {
			shown[at] = true
		}
	}
	partly := map[cert.Span]bool{}
	for i := range c.Fields {
		f := &c.Fields[i]
		switch s := (cert.Span{Offset: f.Offset, Length: f.Length}); {
		case strings.HasPrefix(f.Path, "fingerprint."):
		case hasFieldsBelow(c, f):
			partly[s] = true
		default:
			mark(s)
		}
	}
	nodes := cert.Parse(c.DER).Tree.Nodes
	for i := range nodes {
		if n := &nodes[i]; n.First < 0 && n.Parent >= 0 && partly[nodes[n.Parent].Span] {
			mark(n.Span)
		}
	}
	return shown
}

// hasFieldsBelow says whether other fields show the parts of this one.
func hasFieldsBelow(c *CertificateReport, f *Field) bool {
	return slices.ContainsFunc(c.Fields, func(g Field) bool {
		rest, below := strings.CutPrefix(g.Path, f.Path)
		return below && rest != "" && (rest[0] == '.' || rest[0] == '[') && g.Label != "Encoding fault" &&
			g.Offset >= f.Offset && g.Offset+g.Length <= f.Offset+f.Length
	})
}

// TestEveryPartHasAField: each value of a certificate lies in a field, also of
// one that holds everything that is known and something that is not.
func TestEveryPartHasAField(t *testing.T) {
	for _, sample := range gen.Samples() {
		report := Inspect([]Input{{Name: sample.Name, Data: sample.Data}}, Options{Now: now})
		for i := range report.Inputs[0].Certificates {
			c := &report.Inputs[0].Certificates[i]
			for _, n := range unshown(c) {
				t.Errorf("%s: no field shows the %s at %d: %x", sample.Name, n.TypeName(), n.Offset, n.Span.In(c.DER))
			}
		}
	}
	for name, data := range corpus(t) {
		report := Inspect([]Input{{Name: name, Data: data}}, Options{Now: now})
		for i := range report.Inputs[0].Certificates {
			c := &report.Inputs[0].Certificates[i]
			for _, n := range unshown(c) {
				t.Errorf("%s: no field shows the %s at %d: %x", name, n.TypeName(), n.Offset, n.Span.In(c.DER))
			}
		}
	}
}
