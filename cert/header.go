package cert

import "math"

// header is a decoded identifier and length (X.690 8.1.2, 8.1.3).
type header struct {
	class       uint8
	constructed bool
	indefinite  bool
	longTag     bool // the tag number uses more octets than it needs
	hugeTag     bool // the tag number passes the largest that is read
	longLength  bool // the length uses more octets than it needs
	tooLong     bool // the length passes every possible input
	tag         int
	size        int // octets of identifier and length
	length      int // octets of content
}

// readHeader reads the identifier and length octets at the start of the input;
// ok is false where the input ends within them.
func readHeader(in []byte) (h header, ok bool) {
	if len(in) < 2 {
		return h, false
	}
	h.class, h.constructed, h.tag = in[0]>>6, in[0]&0x20 != 0, int(in[0]&0x1f)
	h.size = 1
	if h.tag == 0x1f && !h.readTag(in) {
		return h, false
	}
	if h.size >= len(in) {
		return h, false
	}
	first := in[h.size]
	h.size++
	switch {
	case first < 0x80:
		h.length = int(first)
		return h, true
	case first == 0x80:
		h.indefinite = true
		return h, true
	}
	return h, h.readLength(in, int(first&0x7f))
}

// readTag reads a tag number in the high form (X.690 8.1.2.4).
func (h *header) readTag(in []byte) bool {
	h.tag = 0
	for h.size < len(in) {
		b := in[h.size]
		if h.size == 1 && b == 0x80 {
			h.longTag = true
		}
		h.size++
		if h.tag > math.MaxInt32>>7 {
			h.hugeTag = true
			h.tag = math.MaxInt32
		} else {
			h.tag = h.tag<<7 | int(b&0x7f)
		}
		if b < 0x80 {
			h.longTag = h.longTag || h.tag < 0x1f
			return true
		}
	}
	return false
}

// readLength reads a length in the long form (X.690 8.1.3.5).
func (h *header) readLength(in []byte, octets int) bool {
	if octets > len(in)-h.size {
		return false
	}
	h.longLength = in[h.size] == 0
	for _, b := range in[h.size : h.size+octets] {
		if h.length > math.MaxInt32>>8 {
			h.tooLong = true
			break
		}
		h.length = h.length<<8 | int(b)
	}
	h.longLength = h.longLength || !h.tooLong && h.length < 0x80
	h.size += octets
	return true
}
