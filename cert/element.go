package cert

// Element is one tag-length-value that was read without what lies within it:
// for messages and containers, whose content is too large for a [Tree].
type Element struct {
	Span              // the whole TLV, header included
	Header      int   // length of the identifier and length octets, in bytes
	Class       uint8 // 0 universal, 1 application, 2 context-specific, 3 private
	Constructed bool
	Indefinite  bool // the length is indefinite; Span includes the end-of-contents octets
	Tag         int
	// Cut says that the element announces more bytes than there are; Span ends
	// where they do.
	Cut bool
}

// Is says whether the element has this class and tag number.
func (e *Element) Is(class uint8, tag int) bool { return e.Class == class && e.Tag == tag }

// Content is the span of the content octets (without end-of-contents octets).
func (e *Element) Content() Span {
	c := Span{e.Offset + e.Header, e.Length - e.Header}
	if e.Indefinite && !e.Cut {
		c.Length -= 2
	}
	return c
}

// Elements reads the elements that stand one after the other in a span of an
// encoding. Each costs a look at its header, and where its length is indefinite
// a walk over its content.
type Elements struct {
	der []byte
	at  Span // what is left
}

// ElementsIn starts at the first byte of the span.
func ElementsIn(der []byte, at Span) Elements {
	if at.In(der) == nil {
		return Elements{}
	}
	return Elements{der, at}
}

// Within starts at the first byte of the element's content.
func (e *Elements) Within(outer *Element) Elements { return ElementsIn(e.der, outer.Content()) }

// Bytes is what has not been passed yet.
func (e Elements) Bytes() []byte { return e.at.In(e.der) }

// Next returns the next element and passes it; ok is false at the end, and where
// the bytes end within a tag or length.
func (e *Elements) Next() (element Element, ok bool) {
	h, ok := readHeader(e.Bytes())
	if !ok {
		return Element{}, false
	}
	return e.pass(&h), true
}

// Take is Next where the next element has this class and tag number, and passes
// nothing otherwise.
func (e *Elements) Take(class uint8, tag int) (element Element, ok bool) {
	h, ok := readHeader(e.Bytes())
	if !ok || h.class != class || h.tag != tag {
		return Element{}, false
	}
	return e.pass(&h), true
}

// pass measures the element with this header, once, and passes it.
func (e *Elements) pass(h *header) Element {
	element := Element{
		Span: e.at, Header: h.size,
		Class: h.class, Constructed: h.constructed, Indefinite: h.indefinite, Tag: h.tag,
	}
	content := element.Header + h.length
	switch {
	case h.indefinite && h.constructed:
		content, element.Cut = indefinite(e.Bytes()[h.size:])
		element.Length = element.Header + content
	case h.indefinite, h.tooLong, content > e.at.Length:
		element.Cut = true
	default:
		element.Length = content
	}
	e.at = Span{element.End(), e.at.End() - element.End()}
	return element
}

// indefinite measures content of indefinite length with the end-of-contents
// octets (X.690 8.1.3.6); cut says that these are missing.
func indefinite(in []byte) (length int, cut bool) {
	at := 0
	for open := 1; open > 0; {
		rest := in[at:]
		if len(rest) >= 2 && rest[0] == 0 && rest[1] == 0 {
			open--
			at += 2
			continue
		}
		// A header of two octets that opens another one: of these there may be millions.
		if len(rest) >= 2 && rest[0]&0x20 != 0 && rest[0]&0x1f != 0x1f && rest[1] == 0x80 {
			open++
			at += 2
			continue
		}
		h, ok := readHeader(rest)
		switch {
		case !ok, h.tooLong, h.length > len(rest)-h.size, h.indefinite && !h.constructed:
			return len(in), true
		case h.indefinite:
			open++
		}
		at += h.size + h.length
	}
	return at, false
}

// Octets are the content octets of a string. Where it is in constructed form
// those of its segments are joined, whatever their nesting; only then they are a
// copy.
func (e *Elements) Octets(s *Element) []byte {
	content := e.Content(s)
	if !s.Constructed {
		return content
	}
	joined := make([]byte, 0, len(content))
	for len(content) > 0 {
		h, ok := readHeader(content)
		if !ok {
			break
		}
		content = content[h.size:]
		if h.constructed {
			continue
		}
		n := min(h.length, len(content))
		joined = append(joined, content[:n]...)
		content = content[n:]
	}
	return joined
}

// Of are the bytes of the whole element, its header included.
func (e *Elements) Of(s *Element) []byte { return s.In(e.der) }

// Content are the content octets of the element as they stand.
func (e *Elements) Content(s *Element) []byte { return s.Content().In(e.der) }

// From starts anew at another span of the same encoding.
func (e Elements) From(at Span) Elements { return ElementsIn(e.der, at) }
