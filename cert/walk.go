package cert

import "bytes"

// Walk reads the encodings that stand one after the other in the span of der.
// Node offsets count from the first byte of der. It never fails: what is cut or
// malformed is a node with a fault, and reading goes on behind it. The result
// has no nodes when the span does not lie within der.
func Walk(der []byte, at Span) *Tree {
	return walk(der, at, walking{})
}

// contains says something about node i by its place in the structure: whether an
// OCTET STRING or BIT STRING holds an encoding, or a list is a long one.
type contains func(t *Tree, i int32) bool

// walking says how to walk.
type walking struct {
	// tree, where it is set, is filled anew.
	tree *Tree
	// single stops the walk after the first value.
	single bool
	// contains, where it is set, lets the walk enter strings.
	contains contains
	// long, where it is set, names constructed values of so many elements that
	// they do not stay in the tree: element gets each when it has been read whole,
	// with the faults of its encoding, and its nodes are dropped.
	long    contains
	element func(t *Tree, i int32, faults []Fault)
}

// walker is the state of one walk: a stack of the open constructed values.
type walker struct {
	*Tree
	walking
	pos   int
	depth int // of the nodes being read; stack[depth] holds them
	stack [MaxDepth]frame
}

// frame is a value whose children are being read.
type frame struct {
	node       int32 // -1 at the outermost level
	last       int32 // the child read last, -1 when none
	end        int   // children end here at the latest
	indefinite bool  // they end with end-of-contents octets
	// trial marks the content of an OCTET STRING or BIT STRING: nodes and
	// faults from these counts on are dropped when it is no whole encoding.
	trial         bool
	long          bool // the children are dropped one by one
	nodes, faults int
}

func walk(der []byte, at Span, how walking) *Tree {
	t := how.tree
	if t == nil {
		// A value takes two bytes at least.
		t = &Tree{Nodes: make([]Node, 0, min(at.Length/8+8, at.Length/2+1, MaxNodes))}
	}
	*t = Tree{DER: der, Nodes: t.Nodes[:0], Faults: t.Faults[:0]}
	if len(at.In(der)) == 0 {
		return t
	}
	w := walker{Tree: t, walking: how, pos: at.Offset}
	w.stack[0] = frame{node: -1, last: -1, end: at.End()}
	for {
		f := &w.stack[w.depth]
		if f.long && f.last >= 0 {
			w.hand(f)
		}
		switch {
		case w.pos >= f.end || f.indefinite && w.atEndOfContents(f.end):
			if w.depth == 0 {
				return t
			}
			w.close(f)
		case w.single && w.depth == 0 && f.last >= 0:
			return t
		case len(t.Nodes) >= MaxNodes && w.abandon():
		case len(t.Nodes) >= MaxNodes:
			t.Truncated, t.full = true, true
			w.fault(int32(len(t.Nodes)-1), FaultLimit, "more values than are read; the rest is not shown")
			return t
		default:
			w.read(f)
		}
	}
}

// atEndOfContents says whether the two octets 00 00 come next (X.690 8.1.5).
func (w *walker) atEndOfContents(end int) bool {
	return end-w.pos >= 2 && w.DER[w.pos] == 0 && w.DER[w.pos+1] == 0
}

// read reads one tag and length, appends the node and enters or passes its content.
func (w *walker) read(f *frame) {
	i := int32(len(w.Nodes))
	if f.last >= 0 {
		w.Nodes[f.last].Next = i
	} else if f.node >= 0 {
		w.Nodes[f.node].First = i
	}
	f.last = i
	w.Nodes = append(w.Nodes, Node{
		Span:   Span{w.pos, f.end - w.pos},
		Header: f.end - w.pos, Tag: -1, Depth: w.depth, Parent: f.node, First: -1, Next: -1,
		Encapsulated: f.trial || f.node >= 0 && w.Nodes[f.node].Encapsulated,
	})
	h, ok := readHeader(w.DER[w.pos:f.end])
	if !ok {
		w.fault(i, FaultTruncated, "the bytes end within a tag or length")
		w.pos = f.end
		return
	}
	n := &w.Nodes[i]
	n.Class, n.Constructed, n.Tag, n.Header = h.class, h.constructed, h.tag, h.size
	cut := h.tooLong || h.length > n.Length-n.Header
	if !h.indefinite && !cut {
		n.Length = n.Header + h.length
	}
	w.checkHeader(i, &h)
	switch {
	case h.indefinite && !h.constructed:
		w.fault(i, FaultTruncated, "a primitive value has an indefinite length; its end is unknown")
	case h.indefinite:
		w.fault(i, FaultIndefiniteLength, "an indefinite length where DER demands a definite one")
	case cut:
		w.fault(i, FaultTruncated, "a length points past the end of what it lies in")
	}
	w.enter(i, h.indefinite && h.constructed)
}

// checkHeader notes what DER does not allow in a tag and length.
func (w *walker) checkHeader(i int32, h *header) {
	if h.longTag {
		w.fault(i, FaultNonMinimalTag, "a tag number in more octets than it needs")
	}
	if h.hugeTag {
		w.fault(i, FaultLimit, "a tag number larger than is read")
	}
	if h.longLength {
		w.fault(i, FaultNonMinimalLength, "a length in more octets than it needs")
	}
	switch {
	case h.class != classUniversal:
	case h.tag == 0:
		w.fault(i, FaultStructure, "end-of-contents octets where none are due")
	case !h.constructed:
	case isString(h.tag):
		w.fault(i, FaultConstructedString, "a string in constructed form where DER demands the primitive one")
	case h.tag < tagUTF8String && h.tag != 8 && h.tag != 11 || h.tag == 13 || h.tag == 14:
		w.fault(i, FaultStructure, "a "+TagName(h.tag)+" in constructed form")
	}
}

// enter goes into the content of node i, or past it where there is none to read.
func (w *walker) enter(i int32, indefinite bool) {
	n := &w.Nodes[i]
	content := n.Content()
	end := content.End()
	w.pos = content.Offset
	trial := false
	if !n.Constructed {
		w.pos = end
		if n.Class != classUniversal {
			return
		}
		octets := content.In(w.DER)
		if code, reason := checkPrimitive(n.Tag, octets); code != "" && n.Fault != FaultTruncated {
			w.fault(i, code, reason)
		}
		if w.contains == nil || n.Tag != tagOctetString && n.Tag != tagBitString || !w.contains(w.Tree, i) {
			return
		}
		trial = true
		w.pos = content.Offset
		if n.Tag == tagBitString {
			w.pos = min(w.pos+1, end)
		}
	}
	if w.pos >= end {
		if indefinite {
			w.endless(i)
		}
		return
	}
	if w.depth+1 >= MaxDepth {
		w.Truncated = true
		w.fault(i, FaultLimit, "values nested deeper than is read")
		w.pos = end
		return
	}
	w.depth++
	w.stack[w.depth] = frame{
		node: i, last: -1, end: end, indefinite: indefinite,
		trial: trial, nodes: len(w.Nodes), faults: len(w.Faults),
		long: !trial && w.long != nil && w.long(w.Tree, i),
	}
}

// hand gives the element of a long list that was read last away and drops it.
func (w *walker) hand(f *frame) {
	w.element(w.Tree, f.last, w.Faults[f.faults:])
	w.Nodes, w.Faults = w.Nodes[:f.last], w.Faults[:f.faults]
	w.Nodes[f.node].First = -1
	f.last = -1
}

// abandon gives up entering the innermost string that is being tried and passes
// it, so that what is behind it can still be read; it says false when there is none.
func (w *walker) abandon() bool {
	for depth := w.depth; depth > 0; depth-- {
		if f := &w.stack[depth]; f.trial {
			w.drop(f)
			w.Truncated = true
			w.pos, w.depth = f.end, depth-1
			return true
		}
	}
	return false
}

// drop takes what was read within a string out of the tree.
func (w *walker) drop(f *frame) {
	w.Nodes[f.node].First = -1
	w.Nodes, w.Faults = w.Nodes[:f.nodes], w.Faults[:f.faults]
}

// close ends the innermost open value.
func (w *walker) close(f *frame) {
	n := &w.Nodes[f.node]
	switch {
	case f.indefinite && w.atEndOfContents(f.end):
		w.pos += 2
		n.Length = w.pos - n.Offset
		n.Indefinite = true
	case f.indefinite:
		w.endless(f.node)
	case f.trial && w.brokenFrom(f.faults):
		w.drop(f)
	}
	if n.is(classUniversal, tagSet) && !w.sorted(f.node) {
		w.fault(f.node, FaultSetOrder, "the elements of a SET OF are not in ascending order of their encodings")
	}
	w.depth--
}

// endless notes that nothing ends the indefinite length of node i.
func (w *walker) endless(i int32) {
	w.fault(i, FaultTruncated, "the end-of-contents octets of an indefinite length are missing")
}

// brokenFrom says whether one of the faults from this count on means that the
// bytes are no whole encoding.
func (w *walker) brokenFrom(fault int) bool {
	for _, f := range w.Faults[fault:] {
		if f.Code == FaultTruncated {
			return true
		}
	}
	return false
}

// sorted says whether the children of a SET OF are in order (X.690 11.6). Those
// of a SET are by their tags (10.3), and nothing tells the two apart here.
func (w *walker) sorted(set int32) bool {
	before := w.Nodes[set].First
	if before < 0 {
		return true
	}
	for at := w.Nodes[before].Next; at >= 0; before, at = at, w.Nodes[at].Next {
		a, b := &w.Nodes[before], &w.Nodes[at]
		if bytes.Compare(a.In(w.DER), b.In(w.DER)) > 0 && (a.Class > b.Class || a.Class == b.Class && a.Tag >= b.Tag) {
			return false
		}
	}
	return true
}

// fault records an encoding fault of node i.
func (w *walker) fault(i int32, code FaultCode, reason string) {
	n := &w.Nodes[i]
	if n.Fault == "" || code == FaultTruncated || code == FaultLimit {
		n.Fault = code
	}
	at := n.Span
	switch code {
	case FaultIndefiniteLength, FaultNonMinimalLength, FaultNonMinimalTag, FaultConstructedString:
		at.Length = n.Header
	}
	w.Faults = append(w.Faults, Fault{Span: at, Code: code, Reason: reason})
}
