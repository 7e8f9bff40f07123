package signature

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"errors"

	"sealglass/cert"
)

// The outcomes of one comparison of a signature with a key.
var (
	ErrWrong     = errors.New("signature: the key did not make the signature")
	ErrAltered   = errors.New("signature: the signature is over other content")
	ErrAlgorithm = errors.New("signature: an algorithm that is not checked")
)

// Verify says whether the key made the signature over the message: nil where it
// did, else one of the errors above. hash is that of a message in CMS, whose
// algorithm may name the key's alone (RFC 5652 10.1.2); 0 where there is none.
func Verify(a *cert.AlgorithmIdentifier, hash crypto.Hash, key *cert.PublicKey, m *Message, signature []byte) error {
	switch oid := a.OID; {
	case oid == cert.OIDRSASSAPSS:
		return verifyPSS(a.PSS, key, m, signature)
	case oid == cert.OIDRSAEncryption && hash != 0:
		return verifyRSA(hash, key, m, signature)
	case oid == cert.OIDECPublicKey && hash != 0:
		return verifyECDSA(hash, key, m, signature)
	case oid == cert.OIDEd25519:
		if key.Type != cert.Ed25519Key || len(key.Bits.Bytes) != ed25519.PublicKeySize || !ed25519.Verify(key.Bits.Bytes, m.Octets, signature) {
			return ErrWrong
		}
		return nil
	case oid == cert.OIDEd448:
		return verifyEd448(key, m, signature)
	case ecdsaHashes[oid] != 0:
		return verifyECDSA(ecdsaHashes[oid], key, m, signature)
	case rsaHashes[oid] != 0:
		return verifyRSA(rsaHashes[oid], key, m, signature)
	}
	return verifyMLDSA(a.OID, key, m, signature)
}

// curves are those of NIST.
var curves = map[cert.OID]elliptic.Curve{
	cert.OIDP224: elliptic.P224(), cert.OIDP256: elliptic.P256(), cert.OIDP384: elliptic.P384(), cert.OIDP521: elliptic.P521(),
}

func verifyECDSA(hash crypto.Hash, key *cert.PublicKey, m *Message, signature []byte) error {
	if key.Type != cert.ECKey {
		return ErrWrong
	}
	curve, known := curves[key.Curve]
	if !known || key.X == nil || !key.OnCurve {
		return ErrAlgorithm
	}
	size := (curve.Params().BitSize + 7) / 8
	point := append([]byte{4}, make([]byte, 2*size)...)
	key.X.FillBytes(point[1 : 1+size])
	key.Y.FillBytes(point[1+size:])
	public, err := ecdsa.ParseUncompressedPublicKey(curve, point)
	if err != nil {
		return ErrAlgorithm
	}
	if !ecdsa.VerifyASN1(public, m.Digest(hash), signature) {
		return ErrWrong
	}
	return nil
}

func verifyPSS(p *cert.PSSParams, key *cert.PublicKey, m *Message, signature []byte) error {
	if key.Type != cert.RSAKey && key.Type != cert.RSAPSSKey {
		return ErrWrong
	}
	public := publicRSA(key)
	if public == nil || p == nil || p.MGF != cert.OIDMGF1 || p.MGFHash != p.Hash || hashes[p.Hash] == 0 || p.TrailerField != 1 || p.SaltLength < 0 || p.SaltLength > public.Size() {
		return ErrAlgorithm
	}
	hash := hashes[p.Hash]
	if rsa.VerifyPSS(public, hash, m.Digest(hash), signature, &rsa.PSSOptions{SaltLength: p.SaltLength, Hash: hash}) != nil {
		return ErrWrong
	}
	return nil
}
