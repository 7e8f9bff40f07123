package gen

import (
	"bytes"
	"crypto"

	// The hashes that crypto.Hash finds by their number.
	_ "crypto/sha1"
	_ "crypto/sha256"
	_ "crypto/sha512"

	"sealglass/cert"
)

// SHA256WithRSA is the AlgorithmIdentifier of RSA PKCS #1 v1.5 with SHA-256.
func SHA256WithRSA() []byte { return AlgorithmID(cert.OIDSHA256WithRSA, Null()) }

// RSASSAPSS is the AlgorithmIdentifier of RSASSA-PSS with this hash, also for its
// mask, and a salt of this length (RFC 4055 3.1).
func RSASSAPSS(hash cert.OID, salt int64) []byte {
	algorithm := AlgorithmID(hash, Null())
	return AlgorithmID(cert.OIDRSASSAPSS, Sequence(
		Context(0, algorithm),
		Context(1, AlgorithmID(cert.OIDMGF1, algorithm)),
		Context(2, Integer(salt)),
	))
}

// hashes are those of the signatures that are really computed. RSASSA-PSS is not
// among them, since its salt is random.
var hashes = map[cert.OID]crypto.Hash{
	cert.OIDSHA1WithRSA:     crypto.SHA1,
	cert.OIDSHA256WithRSA:   crypto.SHA256,
	cert.OIDSHA384WithRSA:   crypto.SHA384,
	cert.OIDSHA512WithRSA:   crypto.SHA512,
	cert.OIDECDSAWithSHA1:   crypto.SHA1,
	cert.OIDECDSAWithSHA256: crypto.SHA256,
	cert.OIDECDSAWithSHA384: crypto.SHA384,
	cert.OIDECDSAWithSHA512: crypto.SHA512,
	cert.OIDEd25519:         0,
}

// sign is the signature over the message, or a placeholder where the key or the
// algorithm allows none. The same call gives the same octets: ECDSA signs by RFC
// 6979, RSA PKCS #1 v1.5 and Ed25519 use no random numbers.
func (k *Key) sign(algorithm, message []byte) []byte {
	if k == nil {
		return stream("signature by nobody", 64)
	}
	for oid, hash := range hashes {
		if k.signer == nil || !bytes.HasPrefix(Content(algorithm), OID(oid)) {
			continue
		}
		digest := message
		if hash != 0 {
			h := hash.New()
			h.Write(message)
			digest = h.Sum(nil)
		}
		if signature, err := k.signer.Sign(nil, digest, hash); err == nil {
			return signature
		}
	}
	return stream("signature placeholder", k.signatureLength)
}
