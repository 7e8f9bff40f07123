package cert

import "strconv"

// reader decodes parts of a tree. Decoders are straight-line reads over a
// [cursor]; what prevents a part from being decoded comes back as a *Fault, what
// does not is noted.
type reader struct {
	tree *Tree
	// path names the part being read; ext, when set, is the extension within it.
	path string
	ext  *Extension
	// entry, when set, stands in place of path: an entry of a CRL is being read.
	entry *entryMemory
	// whole is set when the bytes of the tree were put together from segments:
	// it is the span of the segments, and every span read is this one.
	whole Span
	notes *[]Fault
}

func (r *reader) node(i int32) *Node { return &r.tree.Nodes[i] }

// span is where node i stands in the input.
func (r *reader) span(i int32) Span {
	if i < 0 || r.whole != (Span{}) {
		return r.whole
	}
	return r.tree.Nodes[i].Span
}

// contentSpan is where the content of node i stands in the input.
func (r *reader) contentSpan(i int32) Span {
	if r.whole != (Span{}) {
		return r.whole
	}
	return r.tree.Nodes[i].Content()
}

// where is the path of the part being read, with the suffix of what lies within it.
func (r *reader) where(suffix string) string {
	path := r.path
	switch {
	case r.ext != nil:
		path = r.ext.Path()
	case r.entry != nil:
		path = entryPath(r.entry.found)
	}
	if suffix == "" {
		return path
	}
	return path + "." + suffix
}

// fault is the reason why the part could not be decoded, at node i.
func (r *reader) fault(i int32, code FaultCode, reason string) *Fault {
	return &Fault{Span: r.span(i), Path: r.where(""), Code: r.limited(i, code), Reason: reason, Fatal: true}
}

// limited is the code of a fault at node i: where a bound of the reader kept the
// node from being read whole, nothing is known to be wrong with it.
func (r *reader) limited(i int32, code FaultCode) FaultCode {
	if i >= 0 && (r.node(i).Fault == FaultLimit || r.tree.Truncated && r.cut(i) == FaultLimit) {
		return FaultLimit
	}
	return code
}

// structure is fault for another type than the one due at the cursor: it points
// at what stands there, or at the value that ends too early.
func (r *reader) structure(c cursor, reason string) *Fault {
	switch {
	case c.at >= 0:
		return r.fault(c.at, FaultStructure, reason)
	case r.tree.full:
		return r.fault(c.parent, FaultLimit, "what follows here was not read: the input has more than "+strconv.Itoa(MaxNodes)+" values")
	}
	return r.fault(c.parent, FaultStructure, reason)
}

// note records a departure that does not keep the part from being decoded.
func (r *reader) note(i int32, code FaultCode, suffix, reason string) {
	r.noteAt(r.span(i), r.limited(i, code), suffix, reason)
}

func (r *reader) noteAt(at Span, code FaultCode, suffix, reason string) {
	*r.notes = append(*r.notes, Fault{Span: at, Path: r.where(suffix), Code: code, Reason: reason})
}

// empty notes a SEQUENCE or SET of SIZE (1..MAX) without elements.
func (r *reader) empty(i int32, suffix, what string) {
	if r.node(i).First < 0 {
		r.note(i, FaultEmpty, suffix, what)
	}
}

// end notes values that follow where the module has none.
func (r *reader) end(c cursor, suffix, within string) {
	if c.at < 0 {
		return
	}
	start := r.span(c.at)
	parent := r.contentSpan(c.parent)
	r.noteAt(Span{start.Offset, parent.End() - start.Offset}, FaultTrailingData, suffix, "more values than "+within+" has")
}

// cut says whether node i or something within it was cut short: by a length that
// points too far (FaultTruncated), or by a bound of the reader (FaultLimit). The
// code is empty when it is whole.
func (r *reader) cut(i int32) FaultCode {
	nodes := r.tree.Nodes
	for j := i; j < int32(len(nodes)) && (j == i || nodes[j].Depth > nodes[i].Depth); j++ {
		if cuts(nodes[j].Fault) {
			return nodes[j].Fault
		}
	}
	return ""
}

// cursor walks the children of one node.
type cursor struct {
	tree   *Tree
	parent int32
	at     int32 // the child that comes next, -1 after the last
}

// children is a cursor before the first child of node i.
func (r *reader) children(i int32) cursor {
	return cursor{r.tree, i, r.tree.Nodes[i].First}
}

// next returns the next child and passes it, or -1.
func (c *cursor) next() int32 {
	i := c.at
	if i >= 0 {
		c.at = c.tree.Nodes[i].Next
	}
	return i
}

// take returns the next child and passes it when it has this class and tag, or -1.
func (c *cursor) take(class uint8, tag int) int32 {
	if c.at < 0 || !c.tree.Nodes[c.at].is(class, tag) {
		return -1
	}
	return c.next()
}

func (c *cursor) universal(tag int) int32 { return c.take(classUniversal, tag) }
func (c *cursor) context(tag int) int32   { return c.take(classContext, tag) }

// count is the number of children of node i.
func (r *reader) count(i int32) int {
	n := 0
	for j := r.node(i).First; j >= 0; j = r.node(j).Next {
		n++
	}
	return n
}

// inner reads the encoding inside node i, an OCTET STRING or BIT STRING. skip is
// the number of octets before the encoding. It returns a reader on that encoding
// and its first node, -1 when there is none.
func (r *reader) inner(i int32, skip int) (*reader, int32) {
	n := r.node(i)
	if n.First >= 0 && !n.Constructed {
		r.trailing(r.node(n.First), n.Content())
		return r, n.First
	}
	in, how := new(reader), walking{single: true}
	if r.entry != nil {
		in, how.tree = &r.entry.inner, &r.entry.value
	}
	*in = *r
	in.entry = nil
	content := n.Content()
	content.Offset += min(skip, content.Length)
	content.Length -= min(skip, content.Length)
	der := r.tree.DER
	if n.Constructed {
		if n.is(classUniversal, tagBitString) {
			der = r.bits(i).Bytes
		} else {
			der = r.octets(i)
		}
		content = Span{Length: len(der)}
		in.whole = r.span(i)
	}
	in.tree = walk(der, content, how)
	for _, f := range in.tree.Faults {
		if in.whole != (Span{}) {
			f.Span = in.whole
		}
		f.Path, f.Fatal = r.where(""), cuts(f.Code)
		*r.notes = append(*r.notes, f)
	}
	if len(in.tree.Nodes) == 0 {
		return in, -1
	}
	in.trailing(&in.tree.Nodes[0], content)
	return in, 0
}

// trailing notes bytes that follow the first encoding within a string.
func (r *reader) trailing(first *Node, content Span) {
	if first.End() >= content.End() {
		return
	}
	at := Span{first.End(), content.End() - first.End()}
	if r.whole != (Span{}) {
		at = r.whole
	}
	r.noteAt(at, FaultTrailingData, "", strconv.Itoa(content.End()-first.End())+" bytes follow the value")
}
