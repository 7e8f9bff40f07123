package inspect

import (
	"encoding/hex"
	"strconv"
	"strings"

	"sealglass/cert"
)

// The bounds of a dump, beyond which it ends in "…".
const (
	maxDumpNodes  = 500
	maxDumpOctets = 256 // octets of one value
)

// dump writes an encoded value in one line: "SEQUENCE { INTEGER 5, OCTET STRING
// 04ab }". What is no ASN.1 is written in hexadecimal.
func dump(der []byte) string {
	tree := cert.Walk(der, cert.Span{Length: len(der)})
	if len(tree.Nodes) == 0 || tree.Nodes[0].Fault == cert.FaultTruncated {
		return octets(der)
	}
	var s strings.Builder
	open := 0 // braces
	for i := range tree.Nodes {
		n := &tree.Nodes[i]
		if i == maxDumpNodes {
			s.WriteString(" …")
			break
		}
		for ; open > n.Depth-tree.Nodes[0].Depth; open-- {
			s.WriteString(" }")
		}
		if i > 0 {
			if n.Parent >= 0 && tree.Nodes[n.Parent].First == int32(i) {
				s.WriteString(" { ")
				open++
			} else {
				s.WriteString(", ")
			}
		}
		s.WriteString(nodeText(der, n))
	}
	s.WriteString(strings.Repeat(" }", open))
	return s.String()
}

// nodeText writes one node without its children.
func nodeText(der []byte, n *cert.Node) string {
	name := n.TypeName()
	if n.Constructed || n.First >= 0 {
		return name
	}
	content := n.Content().In(der)
	if n.Class == 0 {
		switch n.Tag {
		case 1:
			if len(content) == 1 {
				return name + " " + strconv.FormatBool(content[0] != 0)
			}
		case 2, 10:
			return name + " " + integer(cert.Integer{Bytes: content})
		case 5:
			return name
		case 6:
			return strings.TrimSuffix(name+" "+oidText(content), " ")
		case 12, 18, 19, 22, 23, 24, 26:
			return name + " " + strconv.Quote(string(content[:min(len(content), maxDumpOctets)]))
		}
	}
	return strings.TrimSuffix(name+" "+octets(content), " ")
}

// octets writes bytes in hexadecimal, the first of many.
func octets(b []byte) string {
	if len(b) > maxDumpOctets {
		return hex.EncodeToString(b[:maxDumpOctets]) + "… (" + strconv.Itoa(len(b)) + " bytes)"
	}
	return hex.EncodeToString(b)
}

// oidText decodes the content octets of an OBJECT IDENTIFIER (X.690 8.19) for
// people; what does not decode is written in hexadecimal.
func oidText(content []byte) string {
	if len(content) == 0 || len(content) > maxDumpOctets || content[len(content)-1]&0x80 != 0 {
		return octets(content)
	}
	var s strings.Builder
	var arc uint64
	first := true
	for _, b := range content {
		if arc > 1<<56 {
			return octets(content)
		}
		arc = arc<<7 | uint64(b&0x7f)
		if b&0x80 != 0 {
			continue
		}
		if first {
			top := min(arc/40, 2)
			s.WriteString(strconv.FormatUint(top, 10))
			arc -= top * 40
			first = false
		}
		s.WriteString("." + strconv.FormatUint(arc, 10))
		arc = 0
	}
	return named(cert.OID(s.String()))
}
