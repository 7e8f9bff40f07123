package signature

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"math/big"

	"sealglass/cert"
)

// publicRSA is the key for crypto/rsa, nil where that does not compute with it.
func publicRSA(key *cert.PublicKey) *rsa.PublicKey {
	if key.Modulus == nil || key.Modulus.BitLen() < 1024 || key.Modulus.BitLen() > cert.MaxModulusBits || key.Modulus.Bit(0) == 0 ||
		key.Exponent == nil || !key.Exponent.IsInt64() || key.Exponent.Int64() < 3 || key.Exponent.Int64() > 1<<31-1 || key.Exponent.Bit(0) == 0 {
		return nil
	}
	return &rsa.PublicKey{N: key.Modulus, E: int(key.Exponent.Int64())}
}

func verifyRSA(hash crypto.Hash, key *cert.PublicKey, m *Message, signature []byte) error {
	if key.Type != cert.RSAKey {
		return ErrWrong
	}
	public := publicRSA(key)
	if public == nil {
		return ErrAlgorithm
	}
	if rsa.VerifyPKCS1v15(public, hash, m.Digest(hash), signature) == nil {
		return nil
	}
	if isSigned(public, signature) {
		return ErrAltered
	}
	return ErrWrong
}

// isSigned says whether the key made the signature over anything: what it
// recovers then has the padding of PKCS #1 v1.5 (RFC 8017 9.2).
func isSigned(key *rsa.PublicKey, signature []byte) bool {
	n := new(big.Int).Exp(new(big.Int).SetBytes(signature), big.NewInt(int64(key.E)), key.N)
	if n.BitLen() > 8*key.Size() {
		return false
	}
	padded := n.FillBytes(make([]byte, key.Size()))
	if padded[0] != 0 || padded[1] != 1 {
		return false
	}
	rest := bytes.TrimLeft(padded[2:], "\xff")
	return len(padded)-2-len(rest) >= 8 && len(rest) > 2 && rest[0] == 0 && rest[1] == 0x30
}
