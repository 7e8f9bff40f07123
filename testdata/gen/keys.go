package gen

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"math/big"
	"sync"

	"sealglass/cert"
)

// Key is a test key. Its private half is public knowledge, or does not exist.
type Key struct {
	SPKI []byte // the whole SubjectPublicKeyInfo
	// Algorithm is the AlgorithmIdentifier of the signatures that the key makes,
	// nil where it makes none.
	Algorithm []byte

	point           []byte // content of subjectPublicKey
	signer          crypto.Signer
	signatureLength int // of a placeholder, in bytes
}

// ID is the key identifier of RFC 5280 4.2.1.2 (1).
func (k *Key) ID() []byte {
	sum := sha1.Sum(k.point)
	return sum[:]
}

// newKey is a key of this algorithm without a private half.
func KeyOf(algorithm, point []byte) *Key {
	return &Key{SPKI: SubjectPublicKeyInfo(algorithm, point), point: point, signatureLength: 64}
}

// SubjectPublicKeyInfo is the encoding of a key whose BIT STRING holds these octets.
func SubjectPublicKeyInfo(algorithm, point []byte) []byte {
	return Sequence(algorithm, BitString(0, point))
}

var rsaKeys struct {
	sync.Mutex
	bySize map[int]*Key
}

// RSA is the test key with a modulus of 1024, 2048, 3072 or 4096 bits.
func RSA(bits int) *Key {
	rsaKeys.Lock()
	defer rsaKeys.Unlock()
	if k := rsaKeys.bySize[bits]; k != nil {
		return k
	}
	p, q := number(rsaPrimes[bits][0]), number(rsaPrimes[bits][1])
	one := big.NewInt(1)
	phi := new(big.Int).Mul(new(big.Int).Sub(p, one), new(big.Int).Sub(q, one))
	private := &rsa.PrivateKey{
		PublicKey: rsa.PublicKey{N: new(big.Int).Mul(p, q), E: 65537},
		D:         new(big.Int).ModInverse(big.NewInt(65537), phi),
		Primes:    []*big.Int{p, q},
	}
	private.Precompute()
	k := RSAOf(private.N, big.NewInt(65537))
	k.signer = private
	if rsaKeys.bySize == nil {
		rsaKeys.bySize = map[int]*Key{}
	}
	rsaKeys.bySize[bits] = k
	return k
}

// RSAOf is an RSA key of this modulus and exponent, which need not work.
func RSAOf(modulus, exponent *big.Int) *Key {
	k := KeyOf(AlgorithmID(cert.OIDRSAEncryption, Null()), Sequence(BigInteger(modulus), BigInteger(exponent)))
	k.Algorithm = SHA256WithRSA()
	k.signatureLength = (modulus.BitLen() + 7) / 8
	return k
}

// Modulus is the modulus of the test key of that size.
func Modulus(bits int) *big.Int {
	return new(big.Int).Mul(number(rsaPrimes[bits][0]), number(rsaPrimes[bits][1]))
}

// number reads a number in hexadecimal digits.
func number(digits string) *big.Int {
	n, ok := new(big.Int).SetString(digits, 16)
	if !ok {
		panic("gen: no number: " + digits)
	}
	return n
}

// P256 is a test key on P-256; each label gives another one.
func P256(label string) *Key {
	return ecKey(elliptic.P256(), cert.OIDP256, cert.OIDECDSAWithSHA256, label)
}

// P384 is a test key on P-384; each label gives another one.
func P384(label string) *Key {
	return ecKey(elliptic.P384(), cert.OIDP384, cert.OIDECDSAWithSHA384, label)
}

// P521 is a test key on P-521; each label gives another one.
func P521(label string) *Key {
	return ecKey(elliptic.P521(), cert.OIDP521, cert.OIDECDSAWithSHA512, label)
}

func ecKey(curve elliptic.Curve, name, algorithm cert.OID, label string) *Key {
	octets := (curve.Params().BitSize + 7) / 8
	scalar := stream("private key "+label, octets)
	scalar[0] = 0 // below the order of every curve
	private, err := ecdsa.ParseRawPrivateKey(curve, scalar)
	if err != nil {
		panic("gen: " + err.Error())
	}
	point, err := private.PublicKey.Bytes()
	if err != nil {
		panic("gen: " + err.Error())
	}
	k := EC(name, point)
	k.Algorithm, k.signer = AlgorithmID(algorithm), private
	return k
}

// EC is a key on a named curve with this point, which need not lie on it.
func EC(curve cert.OID, point []byte) *Key {
	return KeyOf(AlgorithmID(cert.OIDECPublicKey, OID(curve)), point)
}

// Point is the uncompressed point of an EC key, or whatever the key's octets are.
func (k *Key) Point() []byte { return k.point }

// BrainpoolP256 is a key on brainpoolP256r1: its generator (RFC 5639 3.4).
func BrainpoolP256() *Key {
	return EC(cert.OIDBrainpoolP256r1, unhex("04"+
		"8bd2aeb9cb7e57cb2c4b482ffc81b7afb9de27e1e3bd23c23a4453bd9ace3262"+
		"547ef835c3dac4fd97f8461a14611dc9c27745132ded8e545c1d54c72f046997"))
}

// P256Explicit is a key on P-256 whose parameters are spelled out (X9.62 C.2).
func P256Explicit(label string) *Key {
	c := elliptic.P256().Params()
	a := new(big.Int).Sub(c.P, big.NewInt(3))
	parameters := Sequence(
		Integer(1),
		Sequence(OID("1.2.840.10045.1.1"), BigInteger(c.P)),
		Sequence(OctetString(a.Bytes()), OctetString(c.B.Bytes())),
		OctetString(append(append([]byte{4}, c.Gx.Bytes()...), c.Gy.Bytes()...)),
		BigInteger(c.N), Integer(1),
	)
	return KeyOf(AlgorithmID(cert.OIDECPublicKey, parameters), P256(label).point)
}

// Ed25519 is a test key; each label gives another one.
func Ed25519(label string) *Key {
	private := ed25519.NewKeyFromSeed(stream("private key "+label, ed25519.SeedSize))
	k := KeyOf(AlgorithmID(cert.OIDEd25519), private.Public().(ed25519.PublicKey))
	k.Algorithm, k.signer = AlgorithmID(cert.OIDEd25519), private
	return k
}

// Ed448 is a key without a private half: the generator of the curve (RFC 8032 5.2).
func Ed448() *Key {
	k := KeyOf(AlgorithmID(cert.OIDEd448), unhex(""+
		"14fa30f25b790898adc8d74e2c13bdfdc4397ce61cffd33ad7c2a0051e9c78874098a36c7373ea4b62c7c9563720768824bcb66e71463f6900"))
	k.Algorithm, k.signatureLength = AlgorithmID(cert.OIDEd448), 114
	return k
}

// Opaque is a key of this algorithm whose octets mean nothing, of the length that
// keys of the algorithm have: X25519, X448, ML-DSA, ML-KEM and SLH-DSA.
func Opaque(algorithm cert.OID) *Key {
	sizes, known := opaqueSizes[algorithm]
	if !known {
		panic("gen: no key of " + string(algorithm))
	}
	k := KeyOf(AlgorithmID(algorithm), stream("public key "+string(algorithm), sizes[0]))
	if sizes[1] > 0 {
		k.Algorithm, k.signatureLength = AlgorithmID(algorithm), sizes[1]
	}
	return k
}

// opaqueSizes are the bytes of a key and of a signature, 0 where the algorithm
// makes none (RFC 7748; FIPS 203, 204, 205).
var opaqueSizes = map[cert.OID][2]int{
	cert.OIDX25519:            {32, 0},
	cert.OIDX448:              {56, 0},
	cert.OIDMLKEM512:          {800, 0},
	cert.OIDMLKEM768:          {1184, 0},
	cert.OIDMLKEM1024:         {1568, 0},
	cert.OIDMLDSA44:           {1312, 2420},
	cert.OIDMLDSA65:           {1952, 3309},
	cert.OIDMLDSA87:           {2592, 4627},
	cert.OIDHashMLDSA44SHA512: {1312, 2420},
	cert.OIDHashMLDSA65SHA512: {1952, 3309},
	cert.OIDHashMLDSA87SHA512: {2592, 4627},
	cert.OIDSLHDSASHA2128s:    {32, 7856},
	cert.OIDSLHDSASHA2128f:    {32, 17088},
	cert.OIDSLHDSASHA2192s:    {48, 16224},
	cert.OIDSLHDSASHA2256s:    {64, 29792},
	cert.OIDSLHDSASHAKE128s:   {32, 7856},
	cert.OIDSLHDSASHAKE256f:   {64, 49856},
}

func unhex(digits string) []byte {
	octets, err := hex.DecodeString(digits)
	if err != nil {
		panic("gen: " + err.Error())
	}
	return octets
}

// stream are n octets that look random and are the same for the same label.
func stream(label string, n int) []byte {
	var octets []byte
	for i := 0; len(octets) < n; i++ {
		sum := sha256.Sum256(append([]byte{byte(i >> 8), byte(i)}, label...))
		octets = append(octets, sum[:]...)
	}
	return octets[:n]
}

// Private is the private half, nil where there is none.
func (k *Key) Private() crypto.Signer { return k.signer }
