package cert

import (
	"math/big"
	"strconv"
)

// decodeOID renders the content octets of an OBJECT IDENTIFIER (X.690 8.19) in
// dotted decimal. Superfluous leading octets of an arc are tolerated; ok is
// false where the octets are none, end within an arc or pass MaxOIDBytes.
func decodeOID(content []byte) (oid OID, ok bool) {
	if len(content) == 0 || len(content) > MaxOIDBytes || content[len(content)-1] >= 0x80 {
		return "", false
	}
	var buffer [64]byte
	text := buffer[:0]
	for start, i := 0, 0; i < len(content); i++ {
		if content[i] >= 0x80 {
			continue
		}
		text = appendArc(text, content[start:i+1])
		start = i + 1
	}
	return OID(text), true
}

// appendArc appends one subidentifier, and for the first of an OID the two arcs
// that it stands for.
func appendArc(text, arc []byte) []byte {
	const fits = 9 // octets of 7 bits that a uint64 holds for certain
	first := len(text) == 0
	if !first {
		text = append(text, '.')
	}
	if len(arc) > fits {
		return appendHugeArc(text, arc, first)
	}
	var value uint64
	for _, b := range arc {
		value = value<<7 | uint64(b&0x7f)
	}
	if first {
		root := min(value/40, 2)
		text = append(text, '0'+byte(root), '.')
		value -= root * 40
	}
	return strconv.AppendUint(text, value, 10)
}

// appendHugeArc is appendArc for an arc beyond 63 bits.
func appendHugeArc(text, arc []byte, first bool) []byte {
	// Seven bits an octet, gathered from the right into whole octets.
	packed := make([]byte, len(arc))
	var pending, bits uint
	at := len(packed)
	for i := len(arc) - 1; i >= 0; i-- {
		pending |= uint(arc[i]&0x7f) << bits
		bits += 7
		if bits >= 8 {
			at--
			packed[at] = byte(pending)
			pending >>= 8
			bits -= 8
		}
	}
	if bits > 0 {
		at--
		packed[at] = byte(pending)
	}
	value := new(big.Int).SetBytes(packed[at:])
	if first {
		root := new(big.Int).Div(value, big.NewInt(40))
		if root.Cmp(big.NewInt(2)) > 0 {
			root.SetInt64(2)
		}
		text = root.Append(text, 10)
		text = append(text, '.')
		value.Sub(value, root.Mul(root, big.NewInt(40)))
	}
	return value.Append(text, 10)
}
