package cert

import "math/big"

// Int is the value when it fits 63 bits and is encoded at all.
func (v Integer) Int() (value int64, ok bool) {
	if len(v.Bytes) == 0 || len(v.Bytes) > 8 {
		return 0, false
	}
	value = int64(int8(v.Bytes[0]))
	for _, b := range v.Bytes[1:] {
		value = value<<8 | int64(b)
	}
	return value, true
}

// Big is the value at any size; zero where there are no content octets.
func (v Integer) Big() *big.Int {
	n := new(big.Int).SetBytes(v.Bytes)
	if len(v.Bytes) > 0 && v.Bytes[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(len(v.Bytes))*8))
	}
	return n
}

// check notes what DER does not allow in the content of an implicitly tagged
// value; the walker has seen to those with universal tags.
func (r *reader) check(i int32, tag int, content []byte) {
	if n := r.node(i); n.Class != classUniversal && n.Fault != FaultTruncated {
		if code, reason := checkPrimitive(tag, content); code != "" {
			r.note(i, code, "", reason)
		}
	}
}

// octets is the content of node i; segments of a constructed string are put together.
func (r *reader) octets(i int32) []byte {
	n := r.node(i)
	if !n.Constructed {
		return n.Content().In(r.tree.DER)
	}
	if n.Class != classUniversal {
		r.note(i, FaultConstructedString, "", "a string in constructed form where DER demands the primitive one")
	}
	joined := []byte{}
	nodes := r.tree.Nodes
	for j := i + 1; j < int32(len(nodes)) && nodes[j].Depth > n.Depth; j++ {
		if !nodes[j].Constructed {
			joined = append(joined, nodes[j].Content().In(r.tree.DER)...)
		}
	}
	return joined
}

// oid reads an OBJECT IDENTIFIER; it is empty when the octets do not decode.
func (r *reader) oid(i int32) OID {
	content := r.node(i).Content().In(r.tree.DER)
	r.check(i, tagOID, content)
	if r.entry != nil {
		return r.entry.oid(content)
	}
	oid, _ := decodeOID(content)
	return oid
}

// integer reads an INTEGER.
func (r *reader) integer(i int32) Integer {
	content := r.node(i).Content().In(r.tree.DER)
	r.check(i, tagInteger, content)
	return Integer{Span: r.span(i), Present: true, Bytes: content}
}

// boolean reads a BOOLEAN; any octet but 00 is TRUE (X.690 8.2.2).
func (r *reader) boolean(i int32) bool {
	content := r.node(i).Content().In(r.tree.DER)
	r.check(i, tagBoolean, content)
	return len(content) > 0 && content[0] != 0
}

// bits reads a BIT STRING. Of a constructed one the unused bits are those of the
// last segment.
func (r *reader) bits(i int32) BitString {
	b := BitString{Span: r.span(i), Present: true}
	n := r.node(i)
	if !n.Constructed {
		content := n.Content().In(r.tree.DER)
		r.check(i, tagBitString, content)
		if len(content) > 0 {
			b.Unused, b.Bytes = int(content[0]), content[1:]
		}
		return b
	}
	if n.Class != classUniversal {
		r.note(i, FaultConstructedString, "", "a BIT STRING in constructed form where DER demands the primitive one")
	}
	b.Bytes = []byte{}
	nodes := r.tree.Nodes
	for j := i + 1; j < int32(len(nodes)) && nodes[j].Depth > n.Depth; j++ {
		if segment := nodes[j].Content().In(r.tree.DER); !nodes[j].Constructed && len(segment) > 0 {
			b.Unused = int(segment[0])
			b.Bytes = append(b.Bytes, segment[1:]...)
		}
	}
	return b
}

// namedBits reads a BIT STRING that stands for a list of named bits, in which
// DER leaves out trailing zero bits.
func (r *reader) namedBits(i int32) BitString {
	b := r.bits(i)
	if bits := len(b.Bytes)*8 - b.Unused; bits > 0 && b.Unused < 8 && !b.Bit(bits-1) {
		r.note(i, FaultNamedBits, "", "a list of named bits that ends in zero bits")
	}
	return b
}

// Bit says whether bit n is one; bit 0 is the first. Bits beyond the end are zero.
func (b BitString) Bit(n int) bool {
	return n >= 0 && n < len(b.Bytes)*8-b.Unused && b.Bytes[n/8]&(0x80>>(n%8)) != 0
}

// algorithm reads an AlgorithmIdentifier.
func (r *reader) algorithm(i int32) (AlgorithmIdentifier, *Fault) {
	a := AlgorithmIdentifier{Span: r.span(i)}
	if !r.node(i).is(classUniversal, tagSequence) {
		return a, r.fault(i, FaultStructure, "an AlgorithmIdentifier must be a SEQUENCE")
	}
	c := r.children(i)
	id := c.universal(tagOID)
	if id < 0 {
		return a, r.structure(c, "an AlgorithmIdentifier must begin with an OBJECT IDENTIFIER")
	}
	a.OIDSpan = r.span(id)
	if a.OID = r.oid(id); a.OID == "" {
		return a, r.fault(id, FaultOID, "the algorithm's OBJECT IDENTIFIER does not decode")
	}
	if params := c.next(); params >= 0 {
		a.Params = r.span(params)
		if a.OID == OIDRSASSAPSS {
			a.PSS = r.pss(params)
		}
	}
	r.end(c, "", "an AlgorithmIdentifier")
	return a, nil
}
