package lints

import (
	"math/big"

	"sealglass/cert"
)

var ecKeyRules = []Rule{{
	ID:           "ec-point-invalid",
	Requirements: []string{"SBR-6.1.5-ec-1", "SBR-6.1.6-ec-1"},
	Source:       SBR, Section: "6.1.5", Severity: Error,
	Title: "The key is not a point on its elliptic curve",
	Explanation: "The numbers in this key do not satisfy the equation of its curve, or are not encoded as a point. " +
		"Programs refuse it, and using it could give away secrets.",
	Remedy: "Make a new key and ask the issuer for a new certificate.",
	Quote:  "For ECDSA key pairs, the CA SHALL: Ensure that the key represents a valid point on the NIST P-256, NIST P-384, or NIST P-521 elliptic curve.",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{partKeyAlgorithm},
	When:  keyOnNISTCurve,
	Check: ecPointInvalid,
}, {
	ID:           "eddsa-point-invalid",
	Requirements: []string{"SBR-6.1.5-ed-1"},
	Source:       SBR, Section: "6.1.5", Severity: Error,
	Title: "The key is not a point on its Edwards curve",
	Explanation: "The bytes of this key have the wrong length, or stand for no point of the curve. " +
		"No program can check a signature with it.",
	Remedy: "Make a new key and ask the issuer for a new certificate.",
	Quote:  "For EdDSA key pairs, the CA SHALL: Ensure that the key represents a valid point on the curve25519 or curve448 elliptic curve.",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{partKeyAlgorithm},
	When:  keyEdwards,
	Check: eddsaPointInvalid,
}}

func keyOnNISTCurve(s *Subject) bool {
	switch s.Cert.PublicKey.Curve {
	case cert.OIDP256, cert.OIDP384, cert.OIDP521:
		return s.Cert.PublicKey.Algorithm.OID == cert.OIDECPublicKey
	}
	return false
}

// ecPointInvalid accepts uncompressed and compressed points; the hybrid form
// must be refused (RFC 5480 2.2), and the point at infinity is no key.
func ecPointInvalid(s *Subject) []Place {
	k := &s.Cert.PublicKey
	got := "not on the curve"
	switch {
	case len(k.Bits.Bytes) == 0:
		got = "empty"
	case k.Bits.Bytes[0] < 2 || k.Bits.Bytes[0] > 4:
		got = "first octet " + hexByte(k.Bits.Bytes[0])
	case k.OnCurve:
		return nil
	case k.Fault != "":
		got = k.Fault
	}
	return at(string(partKeyBits), k.Bits.Span, got)
}

func hexByte(b byte) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[b>>4], digits[b&15]})
}

func keyEdwards(s *Subject) bool {
	oid := s.Cert.PublicKey.Algorithm.OID
	return oid == cert.OIDEd25519 || oid == cert.OIDEd448
}

func eddsaPointInvalid(s *Subject) []Place {
	k := &s.Cert.PublicKey
	curve := ed25519Curve
	if k.Algorithm.OID == cert.OIDEd448 {
		curve = ed448Curve
	}
	if b := k.Bits.Bytes; len(b) != curve.bytes {
		return at(string(partKeyBits), k.Bits.Span, bytesText(len(b))+" instead of "+bytesText(curve.bytes))
	}
	if !curve.hasPoint(k.Bits.Bytes) {
		return at(string(partKeyBits), k.Bits.Span, "no point of the curve")
	}
	return nil
}

// edwardsCurve is a curve a·x² + y² = 1 + d·x²·y² over the integers modulo
// 2^bits − c1·2^shift − c0 (RFC 8032 5.1, 5.2), as small numbers: a and d are
// negative or small, d is dNum/dDen.
type edwardsCurve struct {
	bytes            int // of an encoded point
	bits, shift      uint
	c0, c1           int64
	a                int64
	dNumber, dDivide int64
}

var (
	ed25519Curve = edwardsCurve{bytes: 32, bits: 255, c0: 19, a: -1, dNumber: -121665, dDivide: 121666}
	ed448Curve   = edwardsCurve{bytes: 57, bits: 448, c0: 1, c1: 1, shift: 224, a: 1, dNumber: -39081, dDivide: 1}
)

// hasPoint says whether the bytes encode a point of the curve (RFC 8032 5.1.3,
// 5.2.3): y in little-endian order below the field's size, with the lowest bit
// of x on top, and an x that goes with it.
func (c edwardsCurve) hasPoint(encoded []byte) bool {
	one := big.NewInt(1)
	p := new(big.Int).Lsh(one, c.bits)
	p.Sub(p, big.NewInt(c.c0))
	if c.c1 != 0 {
		p.Sub(p, new(big.Int).Lsh(big.NewInt(c.c1), c.shift))
	}
	reversed := make([]byte, len(encoded))
	for i, b := range encoded {
		reversed[len(encoded)-1-i] = b
	}
	odd := reversed[0]&0x80 != 0
	reversed[0] &= 0x7f
	y := new(big.Int).SetBytes(reversed)
	if y.Cmp(p) >= 0 {
		return false
	}
	// x² = (1 − y²) / (a − d·y²), with d = dNumber/dDivide:
	// x² = dDivide·(1 − y²) / (dDivide·a − dNumber·y²).
	y2 := new(big.Int).Mul(y, y)
	number := new(big.Int).Sub(one, y2)
	number.Mul(number, big.NewInt(c.dDivide)).Mod(number, p)
	divide := big.NewInt(c.dDivide * c.a)
	divide.Sub(divide, y2.Mul(y2, big.NewInt(c.dNumber))).Mod(divide, p)
	if number.Sign() == 0 {
		return !odd // x is 0, and 0 has no odd form
	}
	if divide.Sign() == 0 {
		return false
	}
	// number/divide is a square exactly where number·divide is one.
	return big.Jacobi(number.Mul(number, divide).Mod(number, p), p) == 1
}
