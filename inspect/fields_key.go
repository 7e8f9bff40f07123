package inspect

import (
	"encoding/hex"
	"math/big"
	"strconv"

	"sealglass/cert"
)

const keyPath = "tbsCertificate.subjectPublicKeyInfo"

// publicKey adds the key: what it is, its numbers, or its bytes.
func (b *builder) publicKey() {
	k := &b.c.PublicKey
	if !k.Present {
		return
	}
	b.words(keyPath, "Public key", keyName(k), k.Span)
	b.algorithm(keyPath+".algorithm", "Public key algorithm", &k.Algorithm)
	if k.Size > 0 {
		b.words(keyPath+".size", "Key size", strconv.Itoa(k.Size)+" bits", k.Bits.Span)
	}
	switch {
	case k.Modulus != nil:
		b.hex(keyPath+".modulus", "Modulus", k.Modulus.Bytes(), k.ModulusSpan)
		if k.Exponent != nil {
			b.add(keyPath+".exponent", "Exponent", exponentText(k.Exponent), k.ExponentSpan)
		}
	case k.Type == cert.ECKey:
		b.ecKey(k)
	case k.Bits.Present:
		b.bits(keyPath+".subjectPublicKey", "Key bytes", k.Bits)
	}
}

// ecKey adds curve and point.
func (b *builder) ecKey(k *cert.PublicKey) {
	if k.Curve != "" {
		b.add(keyPath+".curve", "Curve", named(k.Curve), k.Algorithm.Params)
	}
	point := k.Point
	if point == nil {
		point = k.Bits.Bytes
	}
	b.hex(keyPath+".point", "Point", point, k.Bits.Span)
}

// exponentText writes an RSA exponent in decimal, a large one in hexadecimal.
func exponentText(e *big.Int) string {
	if e.BitLen() > 8*maxDecimal {
		return "0x" + hex.EncodeToString(e.Bytes())
	}
	return e.String()
}
