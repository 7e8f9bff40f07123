package cert

import (
	"encoding/hex"
	"math/big"
)

// curves are the named curves whose field size is known (SEC 2, RFC 5639, X9.62).
var curves = [...]struct {
	oid  OID
	bits int
}{
	{OIDP256, 256},
	{OIDP384, 384},
	{OIDP521, 521},
	{OIDP192, 192},
	{OIDP224, 224},
	{OIDSecp256k1, 256},
	{"1.2.840.10045.3.1.2", 192}, // prime192v2
	{"1.2.840.10045.3.1.3", 192}, // prime192v3
	{"1.2.840.10045.3.1.4", 239}, // prime239v1
	{"1.2.840.10045.3.1.5", 239}, // prime239v2
	{"1.2.840.10045.3.1.6", 239}, // prime239v3
	{"1.3.132.0.8", 160},         // secp160r1
	{"1.3.132.0.9", 160},         // secp160k1
	{"1.3.132.0.30", 160},        // secp160r2
	{"1.3.132.0.31", 192},        // secp192k1
	{"1.3.132.0.32", 224},        // secp224k1
	{"1.3.132.0.1", 163},         // sect163k1
	{"1.3.132.0.2", 163},         // sect163r1
	{"1.3.132.0.15", 163},        // sect163r2
	{"1.3.132.0.26", 233},        // sect233k1
	{"1.3.132.0.27", 233},        // sect233r1
	{"1.3.132.0.3", 239},         // sect239k1
	{"1.3.132.0.16", 283},        // sect283k1
	{"1.3.132.0.17", 283},        // sect283r1
	{"1.3.132.0.36", 409},        // sect409k1
	{"1.3.132.0.37", 409},        // sect409r1
	{"1.3.132.0.38", 571},        // sect571k1
	{"1.3.132.0.39", 571},        // sect571r1
	{"1.3.36.3.3.2.8.1.1.1", 160},
	{"1.3.36.3.3.2.8.1.1.2", 160},
	{"1.3.36.3.3.2.8.1.1.3", 192},
	{"1.3.36.3.3.2.8.1.1.4", 192},
	{"1.3.36.3.3.2.8.1.1.5", 224},
	{"1.3.36.3.3.2.8.1.1.6", 224},
	{OIDBrainpoolP256r1, 256},
	{"1.3.36.3.3.2.8.1.1.8", 256},
	{"1.3.36.3.3.2.8.1.1.9", 320},
	{"1.3.36.3.3.2.8.1.1.10", 320},
	{OIDBrainpoolP384r1, 384},
	{"1.3.36.3.3.2.8.1.1.12", 384},
	{OIDBrainpoolP512r1, 512},
	{"1.3.36.3.3.2.8.1.1.14", 512},
	{"1.2.156.10197.1.301", 256},     // sm2p256v1
	{"1.2.250.1.223.101.256.1", 256}, // FRP256v1
}

// fieldBits is the field size of a named curve, 0 for an unknown one.
func fieldBits(curve OID) int {
	for i := range curves {
		if curves[i].oid == curve {
			return curves[i].bits
		}
	}
	return 0
}

// equation is y² = x³ - 3x + b over the field of p elements (FIPS 186-4 D.1.2).
type equation struct{ p, b *big.Int }

// equationOf is the equation of P-256, P-384 or P-521; ok is false for another curve.
func equationOf(curve OID) (e equation, ok bool) {
	one := big.NewInt(1)
	power := func(n uint) *big.Int { return new(big.Int).Lsh(one, n) }
	p := new(big.Int)
	var b string
	switch curve {
	case OIDP256: // 2^256 - 2^224 + 2^192 + 2^96 - 1
		p.Sub(power(256), power(224)).Add(p, power(192)).Add(p, power(96))
		b = "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"
	case OIDP384: // 2^384 - 2^128 - 2^96 + 2^32 - 1
		p.Sub(power(384), power(128)).Sub(p, power(96)).Add(p, power(32))
		b = "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef"
	case OIDP521: // 2^521 - 1
		p.Set(power(521))
		b = "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00"
	default:
		return e, false
	}
	e.p = p.Sub(p, one)
	octets, err := hex.DecodeString(b)
	e.b = unsigned(octets)
	return e, err == nil
}

// right is x³ - 3x + b modulo p.
func (e equation) right(x *big.Int) *big.Int {
	value := new(big.Int).Mul(x, x)
	value.Sub(value, big.NewInt(3)).Mul(value, x).Add(value, e.b)
	return value.Mod(value, e.p)
}

// holds says whether the point with these coordinates lies on the curve.
func (e equation) holds(x, y *big.Int) bool {
	if x.Cmp(e.p) >= 0 || y.Cmp(e.p) >= 0 {
		return false
	}
	left := new(big.Int).Mul(y, y)
	return left.Mod(left, e.p).Cmp(e.right(x)) == 0
}

// lift finds the y with this last bit, nil when no point has this x.
func (e equation) lift(x *big.Int, odd bool) *big.Int {
	if x.Cmp(e.p) >= 0 {
		return nil
	}
	y := e.root(e.right(x))
	if y != nil && y.Bit(0) != 0 != odd {
		y.Sub(e.p, y)
	}
	return y
}

// root is a square root of n modulo p, nil when there is none. All three p are 3
// modulo 4: when n has a root, n^((p+1)/4) is one. big.Int.ModSqrt does this for
// any p, and half of math/big comes with it.
func (e equation) root(n *big.Int) *big.Int {
	exponent := new(big.Int).Add(e.p, big.NewInt(1))
	exponent.Rsh(exponent, 2)
	square := new(big.Int)
	root := big.NewInt(1)
	for i := exponent.BitLen() - 1; i >= 0; i-- {
		root.Mod(square.Mul(root, root), e.p)
		if exponent.Bit(i) == 1 {
			root.Mod(square.Mul(root, n), e.p)
		}
	}
	if square.Mul(root, root).Mod(square, e.p).Cmp(n) != 0 {
		return nil
	}
	return root
}
