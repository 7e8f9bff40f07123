package smime

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"errors"
	"math/big"
	"slices"

	// The hash functions, which are found by their number.
	_ "crypto/md5"
	_ "crypto/sha1"
	_ "crypto/sha256"
	_ "crypto/sha3"
	_ "crypto/sha512"

	"sealglass/cert"
	"sealglass/cms"
	"sealglass/inspect"
)

// hashes are the hash functions, by their OID.
var hashes = map[cert.OID]crypto.Hash{
	cert.OIDMD5:     crypto.MD5,
	cert.OIDSHA1:    crypto.SHA1,
	cert.OIDSHA224:  crypto.SHA224,
	cert.OIDSHA256:  crypto.SHA256,
	cert.OIDSHA384:  crypto.SHA384,
	cert.OIDSHA512:  crypto.SHA512,
	cert.OIDSHA3256: crypto.SHA3_256,
	cert.OIDSHA3384: crypto.SHA3_384,
	cert.OIDSHA3512: crypto.SHA3_512,
}

// The outcomes of one comparison of a signature with a key.
var (
	errWrong     = errors.New("smime: the key did not make the signature")
	errAltered   = errors.New("smime: the signature is over other content")
	errAlgorithm = errors.New("smime: an algorithm that is not checked")
)

// message is something over which a signature may run; each digest of it is
// computed once.
type message struct {
	octets  []byte
	digests map[crypto.Hash][]byte
}

func (m *message) digest(hash crypto.Hash) []byte {
	if sum, known := m.digests[hash]; known {
		return sum
	}
	h := hash.New()
	h.Write(m.octets)
	if m.digests == nil {
		m.digests = map[crypto.Hash][]byte{}
	}
	m.digests[hash] = h.Sum(nil)
	return m.digests[hash]
}

// check compares content and signature (RFC 5652 5.6). The content may be given
// in several forms that differ in their line breaks only; one that fits is enough.
func check(s *cms.Signer, contentType cert.OID, key *cert.PublicKey, forms []*message) (inspect.SignatureResult, string) {
	hash, known := hashes[s.Digest.OID]
	if !known {
		return inspect.SignatureNotChecked, inspect.ReasonAlgorithm
	}
	covered := forms
	if s.SignedAttributes != nil {
		if s.MessageDigest == nil || s.ContentType != contentType && s.ContentType != "" {
			return inspect.SignatureNotChecked, inspect.ReasonUnreadable
		}
		if !slices.ContainsFunc(forms, func(m *message) bool { return bytes.Equal(m.digest(hash), s.MessageDigest) }) {
			return inspect.ContentAltered, ""
		}
		covered = []*message{{octets: s.SignedAttributes}, {octets: s.SortedAttributes}}
	}
	outcome := errWrong
	for _, m := range covered {
		err := verify(s, hash, key, m)
		switch {
		case err == nil:
			return inspect.SignatureHolds, ""
		case errors.Is(err, errAlgorithm):
			return inspect.SignatureNotChecked, inspect.ReasonAlgorithm
		}
		outcome = err
	}
	if errors.Is(outcome, errAltered) && s.SignedAttributes == nil {
		return inspect.ContentAltered, ""
	}
	return inspect.SignatureWrong, ""
}

// verify says whether the key made the signature over the message.
func verify(s *cms.Signer, hash crypto.Hash, key *cert.PublicKey, m *message) error {
	switch oid := s.Signature.OID; {
	case oid == cert.OIDRSASSAPSS:
		return verifyPSS(s, key, m)
	case oid == cert.OIDRSAEncryption:
		return verifyRSA(s, hash, key, m)
	case oid == cert.OIDECPublicKey:
		return verifyECDSA(s, hash, key, m)
	case oid == cert.OIDEd25519:
		if key.Type != cert.Ed25519Key || len(key.Bits.Bytes) != ed25519.PublicKeySize || !ed25519.Verify(key.Bits.Bytes, m.octets, s.Value) {
			return errWrong
		}
		return nil
	case ecdsaHashes[oid] != 0:
		return verifyECDSA(s, ecdsaHashes[oid], key, m)
	case rsaHashes[oid] != 0:
		return verifyRSA(s, rsaHashes[oid], key, m)
	}
	return errAlgorithm
}

var rsaHashes = map[cert.OID]crypto.Hash{
	cert.OIDMD5WithRSA:     crypto.MD5,
	cert.OIDSHA1WithRSA:    crypto.SHA1,
	cert.OIDSHA1WithRSAOIW: crypto.SHA1,
	cert.OIDSHA224WithRSA:  crypto.SHA224,
	cert.OIDSHA256WithRSA:  crypto.SHA256,
	cert.OIDSHA384WithRSA:  crypto.SHA384,
	cert.OIDSHA512WithRSA:  crypto.SHA512,
}

var ecdsaHashes = map[cert.OID]crypto.Hash{
	cert.OIDECDSAWithSHA1:   crypto.SHA1,
	cert.OIDECDSAWithSHA224: crypto.SHA224,
	cert.OIDECDSAWithSHA256: crypto.SHA256,
	cert.OIDECDSAWithSHA384: crypto.SHA384,
	cert.OIDECDSAWithSHA512: crypto.SHA512,
}

// publicRSA is the key for crypto/rsa, nil where that does not compute with it.
func publicRSA(key *cert.PublicKey) *rsa.PublicKey {
	if key.Modulus == nil || key.Modulus.BitLen() < 1024 || key.Modulus.BitLen() > cert.MaxModulusBits || key.Modulus.Bit(0) == 0 ||
		key.Exponent == nil || !key.Exponent.IsInt64() || key.Exponent.Int64() < 3 || key.Exponent.Int64() > 1<<31-1 || key.Exponent.Bit(0) == 0 {
		return nil
	}
	return &rsa.PublicKey{N: key.Modulus, E: int(key.Exponent.Int64())}
}

func verifyRSA(s *cms.Signer, hash crypto.Hash, key *cert.PublicKey, m *message) error {
	if key.Type != cert.RSAKey {
		return errWrong
	}
	public := publicRSA(key)
	if public == nil {
		return errAlgorithm
	}
	if rsa.VerifyPKCS1v15(public, hash, m.digest(hash), s.Value) == nil {
		return nil
	}
	if isSigned(public, s.Value) {
		return errAltered
	}
	return errWrong
}

// isSigned says whether the key made the signature over anything: what it
// recovers then has the padding of PKCS#1 v1.5 (RFC 8017 9.2).
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

func verifyPSS(s *cms.Signer, key *cert.PublicKey, m *message) error {
	if key.Type != cert.RSAKey && key.Type != cert.RSAPSSKey {
		return errWrong
	}
	p, public := s.Signature.PSS, publicRSA(key)
	if public == nil || p == nil || p.MGFHash != p.Hash || hashes[p.Hash] == 0 || p.TrailerField != 1 || p.SaltLength < 0 || p.SaltLength > public.Size() {
		return errAlgorithm
	}
	hash := hashes[p.Hash]
	if rsa.VerifyPSS(public, hash, m.digest(hash), s.Value, &rsa.PSSOptions{SaltLength: p.SaltLength, Hash: hash}) != nil {
		return errWrong
	}
	return nil
}

// curves are those of NIST.
var curves = map[cert.OID]elliptic.Curve{
	cert.OIDP224: elliptic.P224(), cert.OIDP256: elliptic.P256(), cert.OIDP384: elliptic.P384(), cert.OIDP521: elliptic.P521(),
}

func verifyECDSA(s *cms.Signer, hash crypto.Hash, key *cert.PublicKey, m *message) error {
	if key.Type != cert.ECKey {
		return errWrong
	}
	curve, known := curves[key.Curve]
	if !known || key.X == nil || !key.OnCurve {
		return errAlgorithm
	}
	size := (curve.Params().BitSize + 7) / 8
	point := append([]byte{4}, make([]byte, 2*size)...)
	key.X.FillBytes(point[1 : 1+size])
	key.Y.FillBytes(point[1+size:])
	public, err := ecdsa.ParseUncompressedPublicKey(curve, point)
	if err != nil {
		return errAlgorithm
	}
	if !ecdsa.VerifyASN1(public, m.digest(hash), s.Value) {
		return errWrong
	}
	return nil
}
