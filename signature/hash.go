package signature

import (
	"crypto"

	// The hash functions, which are found by their number.
	_ "crypto/md5"
	_ "crypto/sha1"
	_ "crypto/sha256"
	_ "crypto/sha3"
	_ "crypto/sha512"

	"sealglass/cert"
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

// Hash is the hash function of this OID, 0 where it is not known.
func Hash(oid cert.OID) crypto.Hash { return hashes[oid] }

// HashOf is the hash function that an algorithm of signatures names, 0 where it
// names none.
func HashOf(a *cert.AlgorithmIdentifier) crypto.Hash {
	if a.OID == cert.OIDRSASSAPSS && a.PSS != nil {
		return hashes[a.PSS.Hash]
	}
	return max(rsaHashes[a.OID], ecdsaHashes[a.OID])
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
