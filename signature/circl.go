package signature

import (
	"github.com/cloudflare/circl/sign/ed448"
	"github.com/cloudflare/circl/sign/mldsa/mldsa44"
	"github.com/cloudflare/circl/sign/mldsa/mldsa65"
	"github.com/cloudflare/circl/sign/mldsa/mldsa87"

	"sealglass/cert"
)

// verifyEd448 checks a signature of RFC 8032 5.2 without a context, as RFC 8410 6
// and RFC 8419 2 have it.
func verifyEd448(key *cert.PublicKey, m *Message, signature []byte) error {
	if key.Type != cert.Ed448Key || len(key.Bits.Bytes) != ed448.PublicKeySize || !ed448.Verify(key.Bits.Bytes, m.Octets, signature, "") {
		return ErrWrong
	}
	return nil
}

// verifyMLDSA checks a signature of FIPS 204 over the message itself, with an
// empty context (RFC 9881 3). HashML-DSA is not checked.
func verifyMLDSA(oid cert.OID, key *cert.PublicKey, m *Message, signature []byte) error {
	var holds func() bool
	octets := key.Bits.Bytes
	switch oid {
	case cert.OIDMLDSA44:
		holds = func() bool {
			var k mldsa44.PublicKey
			return k.UnmarshalBinary(octets) == nil && mldsa44.Verify(&k, m.Octets, nil, signature)
		}
	case cert.OIDMLDSA65:
		holds = func() bool {
			var k mldsa65.PublicKey
			return k.UnmarshalBinary(octets) == nil && mldsa65.Verify(&k, m.Octets, nil, signature)
		}
	case cert.OIDMLDSA87:
		holds = func() bool {
			var k mldsa87.PublicKey
			return k.UnmarshalBinary(octets) == nil && mldsa87.Verify(&k, m.Octets, nil, signature)
		}
	default:
		return ErrAlgorithm
	}
	if key.Algorithm.OID != oid || !holds() {
		return ErrWrong
	}
	return nil
}
