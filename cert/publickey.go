package cert

import "math/big"

// KeyType is the family of a public key.
type KeyType int

// The families that the reader knows.
const (
	UnknownKey KeyType = iota
	RSAKey
	RSAPSSKey // id-RSASSA-PSS
	ECKey
	DSAKey
	Ed25519Key
	Ed448Key
	X25519Key
	X448Key
	MLDSAKey
	MLKEMKey
	SLHDSAKey
)

// PublicKey is a SubjectPublicKeyInfo (RFC 5280 4.1.2.7).
type PublicKey struct {
	Span
	Present   bool
	Algorithm AlgorithmIdentifier
	Bits      BitString // subjectPublicKey
	Type      KeyType
	// Name is for people: "RSA", "EC P-256", "ML-DSA-65", or the OID.
	Name string
	// Size is the modulus or field size in bits, 0 where it could not be read; for
	// other keys the length in bits.
	Size int
	// RSA
	Modulus, Exponent         *big.Int
	ModulusSpan, ExponentSpan Span
	// EC
	Curve   OID    // namedCurve; empty for explicit or implicit parameters
	Point   []byte // the encoded point
	X, Y    *big.Int
	OnCurve bool // X, Y were decoded (compressed too) and satisfy the curve's equation
	// Fault says why the key did not decode, empty when it did.
	Fault string
}
