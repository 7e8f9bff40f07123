package cert

// Tree is the ASN.1 structure of an encoding as a flat list of nodes in the
// order of their first byte. It is read without recursion; see limits.go for
// its bounds.
type Tree struct {
	DER   []byte
	Nodes []Node
	// Truncated says that a bound stopped the walk.
	Truncated bool
	// Faults are the encoding faults of the nodes, as they were met; Path is empty.
	Faults []Fault

	full bool // MaxNodes stopped the walk
}

// Node is one tag-length-value. Indexes point into Tree.Nodes; -1 means none.
type Node struct {
	Span              // the whole TLV, header included
	Header      int   // length of the identifier and length octets, in bytes
	Class       uint8 // 0 universal, 1 application, 2 context-specific, 3 private
	Constructed bool
	Indefinite  bool // the length is indefinite; Span includes the end-of-contents octets
	Tag         int  // tag number; -1 where the input ends within the header
	Depth       int
	Parent      int32
	First       int32 // first child
	Next        int32 // next sibling
	// Encapsulated marks nodes read out of an OCTET STRING or BIT STRING.
	Encapsulated bool
	// Fault is the encoding fault of this node itself, empty when none.
	Fault FaultCode
}

// Content is the span of the content octets (without end-of-contents octets).
func (n Node) Content() Span {
	c := Span{n.Offset + n.Header, n.Length - n.Header}
	if n.Indefinite {
		c.Length -= 2
	}
	return c
}
