package cms

import (
	"bytes"
	"slices"

	"sealglass/cert"
)

// setOf encodes [0] IMPLICIT SET OF Attribute as a SET OF: that is what a
// signature covers (RFC 5652 5.4). Once as the message has the attributes, but in
// DER, and once in the order that DER demands: programs are at odds which of the
// two to sign where they differ.
func setOf(in *cert.Elements, attributes *cert.Element) (asSent, sorted []byte) {
	content := in.Content(attributes)
	tree := cert.Walk(content, cert.Span{Length: len(content)})
	if tree.Truncated || len(tree.Nodes) == 0 {
		asSent = appendTLV(nil, []byte{0x31}, content)
		return asSent, asSent
	}
	var set [][]byte
	if len(tree.Faults) > 0 {
		set = reencode(tree)
	} else {
		for i := int32(0); i >= 0; i = tree.Nodes[i].Next {
			set = append(set, tree.Nodes[i].In(content))
		}
	}
	asSent = appendTLV(nil, []byte{0x31}, slices.Concat(set...))
	slices.SortFunc(set, bytes.Compare)
	return asSent, appendTLV(nil, []byte{0x31}, slices.Concat(set...))
}

// reencode writes each outermost value with definite and shortest lengths, and
// strings in one piece. A node is written when its children are, so the list of
// nodes is walked from its end.
func reencode(tree *cert.Tree) [][]byte {
	encoded := make([][]byte, len(tree.Nodes))
	for i := len(tree.Nodes) - 1; i >= 0; i-- {
		n := &tree.Nodes[i]
		if !n.Constructed {
			encoded[i] = n.In(tree.DER)
			continue
		}
		identifier := identifierOf(n.In(tree.DER))
		isString := n.Class == 0 && n.Tag != tagSequence && n.Tag != tagSet
		var body []byte
		for j := n.First; j >= 0; j = tree.Nodes[j].Next {
			if isString {
				segment := cert.ElementsIn(encoded[j], cert.Span{Length: len(encoded[j])})
				if e, ok := segment.Next(); ok {
					body = append(body, segment.Content(&e)...)
				}
			} else {
				body = append(body, encoded[j]...)
			}
			encoded[j] = nil
		}
		if isString {
			identifier = []byte{identifier[0] &^ 0x20}
		}
		encoded[i] = appendTLV(nil, identifier, body)
	}
	var set [][]byte
	for i := int32(0); i >= 0; i = tree.Nodes[i].Next {
		set = append(set, encoded[i])
	}
	return set
}

// identifierOf are the identifier octets of an encoding (X.690 8.1.2).
func identifierOf(in []byte) []byte {
	n := 1
	if in[0]&0x1f == 0x1f {
		for n < len(in) && in[n]&0x80 != 0 {
			n++
		}
		n = min(n+1, len(in))
	}
	return in[:n]
}

// appendTLV appends an encoding with the shortest length.
func appendTLV(dst, identifier, content []byte) []byte {
	dst = append(dst, identifier...)
	switch n := len(content); {
	case n < 0x80:
		dst = append(dst, byte(n))
	case n < 1<<8:
		dst = append(dst, 0x81, byte(n))
	case n < 1<<16:
		dst = append(dst, 0x82, byte(n>>8), byte(n))
	default:
		dst = append(dst, 0x84, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
	}
	return append(dst, content...)
}
