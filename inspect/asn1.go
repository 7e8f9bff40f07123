package inspect

import "sealglass/cert"

// announced returns how many bytes the first ASN.1 value takes by its own
// length, header included (X.690 8.1.3); 0 where the length is indefinite or
// does not decode.
func announced(data []byte) int {
	if len(data) < 2 || data[0]&0x1f == 0x1f {
		return 0
	}
	octets := int(data[1])
	if octets < 0x80 {
		return 2 + octets
	}
	octets &= 0x7f
	if octets == 0 || octets > 7 || len(data) < 2+octets {
		return 0
	}
	length := 0
	for _, b := range data[2 : 2+octets] {
		if length > 1<<40 {
			return 0
		}
		length = length<<8 | int(b)
	}
	return 2 + octets + length
}

// shape is the outline of an ASN.1 value: one letter for each of its children,
// and for those of its first and of its second child.
type shape struct{ root, first, second string }

// maxShape bounds the letters of one outline; no format needs more.
const maxShape = 12

// outline reads the shape of the first value in the data.
func outline(data []byte) shape {
	end := len(data)
	if n := announced(data); n > 0 {
		end = min(end, n)
	}
	tree := cert.Walk(data[:end], cert.Span{Length: end})
	if len(tree.Nodes) == 0 || tree.Nodes[0].Class != 0 || tree.Nodes[0].Tag != 16 {
		return shape{}
	}
	s := shape{root: letters(tree, 0)}
	if first := tree.Nodes[0].First; first >= 0 {
		s.first = letters(tree, first)
		if second := tree.Nodes[first].Next; second >= 0 {
			s.second = letters(tree, second)
		}
	}
	return s
}

// letters names the children of a node: S SEQUENCE, T SET, I INTEGER, E
// ENUMERATED, O OBJECT IDENTIFIER, o OCTET STRING, b BIT STRING, t a time, a
// digit for a context tag, ? anything else.
func letters(tree *cert.Tree, parent int32) string {
	var text [maxShape]byte
	n := 0
	for i := tree.Nodes[parent].First; i >= 0 && n < maxShape; i = tree.Nodes[i].Next {
		text[n] = letter(&tree.Nodes[i])
		n++
	}
	return string(text[:n])
}

func letter(n *cert.Node) byte {
	switch {
	case n.Class == 2 && n.Tag < 10:
		return '0' + byte(n.Tag)
	case n.Class != 0:
		return '?'
	}
	switch n.Tag {
	case 2:
		return 'I'
	case 3:
		return 'b'
	case 4:
		return 'o'
	case 6:
		return 'O'
	case 10:
		return 'E'
	case 16:
		return 'S'
	case 17:
		return 'T'
	case 23, 24:
		return 't'
	}
	return '?'
}
