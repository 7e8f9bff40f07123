package pkcs12

import (
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"math/big"
	"slices"
	"strconv"

	"sealglass/cert"
)

// key says what a PrivateKeyInfo (RFC 5958 2) is: it computes the public key.
func (o *opener) key(info []byte) {
	k := Key{Certificate: -1}
	defer func() { o.contents.Keys = append(o.contents.Keys, k) }()
	in := within(info)
	in.Take(0, tagInteger) // version
	e, ok := in.Take(0, tagSequence)
	private, ok2 := octets(&in)
	if !ok || !ok2 {
		return
	}
	algorithm := in.Of(&e)
	a, ok := cert.ParseAlgorithm(algorithm)
	if !ok {
		return
	}
	k.Name = a.OID.Name()
	in.Take(2, 0) // attributes
	public := computePublic(&a, algorithm, private)
	if bits, ok := in.Take(2, 1); ok && public == nil {
		public = bitString(in.Content(&bits))
	}
	if public == nil {
		return
	}
	k.public = cert.ParsePublicKey(encodeTLV(0x30, algorithm, encodeTLV(tagBitString, []byte{0}, public)))
	if k.Name = k.public.Name; k.public.Size > 0 && k.public.Modulus != nil {
		k.Name += " " + strconv.Itoa(k.public.Size)
	}
	k.Compared = true
}

// computePublic is the content of subjectPublicKey that belongs to a private key,
// nil where it is of a kind with which this program does not compute.
func computePublic(a *cert.AlgorithmIdentifier, algorithm, private []byte) []byte {
	switch a.OID {
	case cert.OIDRSAEncryption, cert.OIDRSASSAPSS:
		return publicRSA(private)
	case cert.OIDECPublicKey, cert.OIDECDH:
		return publicEC(a.Params.In(algorithm), private)
	case cert.OIDEd25519:
		if seed, ok := innerOctets(private); ok && len(seed) == ed25519.SeedSize {
			return ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey)
		}
	case cert.OIDX25519:
		if scalar, ok := innerOctets(private); ok {
			return publicECDH(ecdh.X25519(), scalar)
		}
	}
	return nil
}

// bitString is a BIT STRING of whole octets.
func bitString(content []byte) []byte {
	if len(content) < 2 || content[0] != 0 {
		return nil
	}
	return content[1:]
}

// publicRSA is the RSAPublicKey of an RSAPrivateKey (RFC 8017 A.1).
func publicRSA(private []byte) []byte {
	in := within(private)
	in.Take(0, tagInteger) // version
	modulus, ok := in.Take(0, tagInteger)
	exponent, ok2 := in.Take(0, tagInteger)
	if !ok || !ok2 {
		return nil
	}
	return encodeTLV(0x30, in.Of(&modulus), in.Of(&exponent))
}

// curves are those on which this program computes.
var curves = map[cert.OID]elliptic.Curve{
	cert.OIDP224: elliptic.P224(), cert.OIDP256: elliptic.P256(), cert.OIDP384: elliptic.P384(), cert.OIDP521: elliptic.P521(),
}

// publicEC is the point of an ECPrivateKey (RFC 5915 3), whose curve stands in
// the parameters of the algorithm. On other curves than those of NIST it is the
// one that the key itself names.
func publicEC(parameters, private []byte) []byte {
	p := cert.ElementsIn(parameters, cert.Span{Length: len(parameters)})
	name, _ := p.Take(0, tagOID)
	in := within(private)
	in.Take(0, tagInteger) // version
	scalar, ok := octets(&in)
	if !ok {
		return nil
	}
	if curve, known := curves[cert.DecodeOID(p.Content(&name))]; known {
		return pointOf(curve, scalar)
	}
	in.Take(2, 0) // parameters
	wrapper, ok := in.Take(2, 1)
	if !ok {
		return nil
	}
	in = in.Within(&wrapper)
	bits, ok := in.Take(0, tagBitString)
	if !ok {
		return nil
	}
	return bitString(in.Content(&bits))
}

// pointOf computes the public point of a private scalar.
func pointOf(curve elliptic.Curve, scalar []byte) []byte {
	size := (curve.Params().BitSize + 7) / 8
	for len(scalar) > size && scalar[0] == 0 {
		scalar = scalar[1:]
	}
	if len(scalar) > size {
		return nil
	}
	full := make([]byte, size)
	defer clear(full)
	copy(full[size-len(scalar):], scalar)
	key, err := ecdsa.ParseRawPrivateKey(curve, full)
	if err != nil {
		return nil
	}
	point, err := key.PublicKey.Bytes()
	if err != nil {
		return nil
	}
	return point
}

func publicECDH(curve ecdh.Curve, scalar []byte) []byte {
	key, err := curve.NewPrivateKey(scalar)
	if err != nil {
		return nil
	}
	return key.PublicKey().Bytes()
}

// innerOctets reads CurvePrivateKey (RFC 8410 7).
func innerOctets(private []byte) ([]byte, bool) {
	in := cert.ElementsIn(private, cert.Span{Length: len(private)})
	return octets(&in)
}

// match finds the certificate of each key by its public key.
func (c *Contents) match() {
	public := make([]cert.PublicKey, len(c.Certificates))
	for i, der := range c.Certificates {
		public[i] = cert.Parse(der).PublicKey
	}
	for i := range c.Keys {
		k := &c.Keys[i]
		if !k.Compared {
			continue
		}
		k.Certificate = slices.IndexFunc(public, func(p cert.PublicKey) bool { return samePublicKey(&k.public, &p) })
	}
}

// samePublicKey compares the keys themselves: an RSA key for PSS alone is the
// same key, and a compressed point the same point.
func samePublicKey(a, b *cert.PublicKey) bool {
	switch {
	case a.Modulus != nil && b.Modulus != nil:
		return a.Modulus.Cmp(b.Modulus) == 0 && sameInteger(a.Exponent, b.Exponent)
	case a.X != nil && b.X != nil:
		return a.Curve == b.Curve && a.X.Cmp(b.X) == 0 && sameInteger(a.Y, b.Y)
	case a.Type != b.Type || a.Modulus != nil || b.Modulus != nil || a.X != nil || b.X != nil:
		return false
	}
	return len(a.Bits.Bytes) > 0 && string(a.Bits.Bytes) == string(b.Bits.Bytes)
}

// sameInteger compares numbers of which either may not have been readable.
func sameInteger(a, b *big.Int) bool {
	return a != nil && b != nil && a.Cmp(b) == 0
}
