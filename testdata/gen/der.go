package gen

import (
	"bytes"
	"math/big"
	"slices"
	"strings"

	"sealglass/cert"
)

// The identifier octets of the types (X.680 8.4, X.690 8.1.2) that a [Text] or a
// [TLV] may have.
const (
	Boolean         = 0x01
	IntegerTag      = 0x02
	BitStringTag    = 0x03
	OctetStringTag  = 0x04
	NullTag         = 0x05
	OIDTag          = 0x06
	EnumeratedTag   = 0x0a
	UTF8            = 0x0c
	Numeric         = 0x12
	Printable       = 0x13
	Teletex         = 0x14
	IA5             = 0x16
	UTCTime         = 0x17
	GeneralizedTime = 0x18
	Visible         = 0x1a
	Universal       = 0x1c
	BMP             = 0x1e
	SequenceTag     = 0x30
	SetTag          = 0x31
)

// TLV is an encoding with this identifier octet; the length is the shortest.
func TLV(identifier byte, content ...[]byte) []byte {
	body := slices.Concat(content...)
	return slices.Concat([]byte{identifier}, length(len(body)), body)
}

// length are the length octets (X.690 8.1.3).
func length(n int) []byte {
	if n < 0x80 {
		return []byte{byte(n)}
	}
	octets := big.NewInt(int64(n)).Bytes()
	return append([]byte{0x80 | byte(len(octets))}, octets...)
}

// LongTLV is TLV with a length of two octets more than it needs, which BER
// allows and DER does not.
func LongTLV(identifier byte, content ...[]byte) []byte {
	body := slices.Concat(content...)
	octets := append([]byte{0, 0}, big.NewInt(int64(len(body))).Bytes()...)
	return slices.Concat([]byte{identifier, 0x80 | byte(len(octets))}, octets, body)
}

// IndefiniteTLV is TLV with an indefinite length (X.690 8.1.3.6), which BER
// allows and DER does not. The identifier must be that of a constructed type.
func IndefiniteTLV(identifier byte, content ...[]byte) []byte {
	return slices.Concat([]byte{identifier, 0x80}, slices.Concat(content...), []byte{0, 0})
}

// Sequence is a SEQUENCE of these encodings.
func Sequence(parts ...[]byte) []byte { return TLV(SequenceTag, parts...) }

// Set is a SET of these encodings in the order given, which DER asks to be
// ascending.
func Set(parts ...[]byte) []byte { return TLV(SetTag, parts...) }

// SetOf is a SET of these encodings in ascending order (X.690 11.6).
func SetOf(parts ...[]byte) []byte {
	sorted := slices.Clone(parts)
	slices.SortFunc(sorted, bytes.Compare)
	return Set(sorted...)
}

// Context is the context-specific tag [n], constructed: an explicit tag around
// one encoding, or an implicit one of a SEQUENCE whose parts these are.
func Context(n int, parts ...[]byte) []byte { return TLV(0xa0|byte(n), parts...) }

// ContextPrimitive is the context-specific tag [n], primitive: an implicit tag of
// a type whose content octets these are.
func ContextPrimitive(n int, content []byte) []byte { return TLV(0x80|byte(n), content) }

// Content are the content octets of an encoding that TLV made.
func Content(der []byte) []byte {
	if der[1] < 0x80 {
		return der[2:]
	}
	return der[2+int(der[1]&0x7f):]
}

// Retag is an encoding under another identifier octet: that of an implicit tag.
func Retag(identifier byte, der []byte) []byte {
	return append([]byte{identifier}, der[1:]...)
}

// Integer is an INTEGER.
func Integer(n int64) []byte { return BigInteger(big.NewInt(n)) }

// BigInteger is an INTEGER of any size.
func BigInteger(n *big.Int) []byte { return TLV(IntegerTag, integerOctets(n)) }

// integerOctets are the fewest octets in two's complement (X.690 8.3).
func integerOctets(n *big.Int) []byte {
	octets := n.Bytes()
	if n.Sign() >= 0 {
		if len(octets) == 0 || octets[0] >= 0x80 {
			octets = append([]byte{0}, octets...)
		}
		return octets
	}
	size := n.BitLen()/8 + 1
	octets = new(big.Int).Add(new(big.Int).Lsh(big.NewInt(1), uint(size)*8), n).Bytes()
	if len(octets) > 1 && octets[0] == 0xff && octets[1] >= 0x80 {
		octets = octets[1:]
	}
	return octets
}

// Bool is a BOOLEAN as DER has it.
func Bool(v bool) []byte {
	if v {
		return TLV(Boolean, []byte{0xff})
	}
	return TLV(Boolean, []byte{0})
}

// Null is a NULL.
func Null() []byte { return TLV(NullTag) }

// OctetString is an OCTET STRING.
func OctetString(octets []byte) []byte { return TLV(OctetStringTag, octets) }

// BitString is a BIT STRING whose last octet leaves that many bits unused.
func BitString(unused int, octets []byte) []byte {
	return TLV(BitStringTag, []byte{byte(unused)}, octets)
}

// NamedBits is a BIT STRING with these bits set and no trailing zero bits (X.690
// 11.2.2); bit 0 is the first.
func NamedBits(set ...int) []byte { return TLV(BitStringTag, bitContent(set)) }

func bitContent(set []int) []byte {
	if len(set) == 0 {
		return []byte{0}
	}
	last := slices.Max(set)
	octets := make([]byte, last/8+1)
	for _, bit := range set {
		octets[bit/8] |= 0x80 >> (bit % 8)
	}
	return append([]byte{byte(7 - last%8)}, octets...)
}

// Enumerated is an ENUMERATED.
func Enumerated(n int) []byte { return TLV(EnumeratedTag, integerOctets(big.NewInt(int64(n)))) }

// Text is a character string of this type. For BMP and Universal the text is
// encoded in two or four octets a character; for the others its own octets stand.
func Text(identifier byte, text string) []byte { return TLV(identifier, textOctets(identifier, text)) }

func textOctets(identifier byte, text string) []byte {
	width := 0
	switch identifier {
	case BMP:
		width = 2
	case Universal:
		width = 4
	default:
		return []byte(text)
	}
	var octets []byte
	for _, r := range text {
		wide := []byte{byte(r >> 24), byte(r >> 16), byte(r >> 8), byte(r)}
		octets = append(octets, wide[4-width:]...)
	}
	return octets
}

// OID is an OBJECT IDENTIFIER.
func OID(oid cert.OID) []byte { return TLV(OIDTag, oidOctets(oid)) }

// oidOctets are the subidentifiers (X.690 8.19) of an OID in dotted decimal.
func oidOctets(oid cert.OID) []byte {
	var arcs []*big.Int
	for _, text := range strings.Split(string(oid), ".") {
		arc, ok := new(big.Int).SetString(text, 10)
		if !ok {
			panic("gen: no OID: " + string(oid))
		}
		arcs = append(arcs, arc)
	}
	if len(arcs) < 2 {
		panic("gen: an OID has two arcs at least: " + string(oid))
	}
	first := new(big.Int).Mul(arcs[0], big.NewInt(40))
	octets := base128(first.Add(first, arcs[1]))
	for _, arc := range arcs[2:] {
		octets = append(octets, base128(arc)...)
	}
	return octets
}

// base128 are seven bits an octet, the highest bit set in all but the last.
func base128(n *big.Int) []byte {
	last := byte(new(big.Int).And(n, big.NewInt(0x7f)).Int64())
	octets := []byte{last}
	for n = new(big.Int).Rsh(n, 7); n.Sign() > 0; n = new(big.Int).Rsh(n, 7) {
		octets = append(octets, 0x80|byte(new(big.Int).And(n, big.NewInt(0x7f)).Int64()))
	}
	slices.Reverse(octets)
	return octets
}

// AlgorithmID is an AlgorithmIdentifier with these parameters, or with none.
func AlgorithmID(oid cert.OID, parameters ...[]byte) []byte {
	return Sequence(append([][]byte{OID(oid)}, parameters...)...)
}
