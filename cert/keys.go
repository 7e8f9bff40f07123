package cert

import (
	"math/big"
	"strconv"
)

// publicKey reads SubjectPublicKeyInfo (RFC 5280 4.1.2.7).
func (r *reader) publicKey(i int32) PublicKey {
	k := PublicKey{Span: r.span(i)}
	if !r.node(i).is(classUniversal, tagSequence) {
		r.fail(r.fault(i, FaultStructure, "the public key must be a SEQUENCE"))
		return k
	}
	k.Present = true
	at := r.children(i)
	algorithm := at.next()
	if algorithm < 0 {
		r.fail(r.structure(at, "the algorithm of the public key is missing"))
		return k
	}
	var fault *Fault
	if k.Algorithm, fault = r.algorithm(algorithm); fault != nil {
		r.fail(fault)
		return k
	}
	bits := at.universal(tagBitString)
	if bits < 0 {
		r.fail(r.structure(at, "the BIT STRING of the public key is missing"))
		return k
	}
	k.Bits = r.bits(bits)
	r.end(at, "", "a SubjectPublicKeyInfo")
	if fault = r.part(r.path+".subjectPublicKey").key(&k, algorithm, bits); fault != nil {
		k.Fault = fault.Reason
		r.fail(fault)
	}
	return k
}

// holdsKey says whether the BIT STRING i is a subjectPublicKey that is DER itself.
func (t *Tree) holdsKey(i int32) bool {
	info := t.Nodes[i].Parent
	algorithm := t.firstChild(info)
	if algorithm < 0 || t.Nodes[algorithm].Next != i {
		return false
	}
	id := t.firstChild(algorithm)
	if id < 0 || !t.Nodes[id].is(classUniversal, tagOID) {
		return false
	}
	oid, _ := decodeOID(t.Nodes[id].Content().In(t.DER))
	return oid == OIDRSAEncryption || oid == OIDRSASSAPSS || oid == OIDRSAESOAEP || oid == OIDDSA
}

// key reads the key itself. A key of the wrong length is read and noted; what
// comes back is a key that does not decode.
func (r *reader) key(k *PublicKey, algorithm, bits int32) *Fault {
	k.Size = len(k.Bits.Bytes)*8 - k.Bits.Unused
	k.Name = k.Algorithm.OID.label()
	switch k.Algorithm.OID {
	case OIDRSAEncryption, OIDRSAESOAEP:
		k.Type, k.Name = RSAKey, "RSA"
		return r.rsa(k, bits)
	case OIDRSASSAPSS:
		k.Type, k.Name = RSAPSSKey, "RSA-PSS"
		return r.rsa(k, bits)
	case OIDECPublicKey, OIDECDH, OIDECMQV:
		k.Type, k.Name = ECKey, "EC"
		return r.ec(k, algorithm, bits)
	case OIDDSA:
		k.Type, k.Name = DSAKey, "DSA"
		return r.dsa(k, algorithm, bits)
	}
	for i := range rawKeys {
		if raw := &rawKeys[i]; raw.oid == k.Algorithm.OID {
			k.Type, k.Name = raw.kind, raw.name
			r.rawKey(k, raw.octets, bits)
		}
	}
	return nil
}

// rawKeys are the algorithms whose keys are octets of a fixed number and no DER
// (RFC 8410, FIPS 203, 204 and 205).
var rawKeys = [...]struct {
	oid    OID
	kind   KeyType
	name   string
	octets int
}{
	{OIDEd25519, Ed25519Key, "Ed25519", 32},
	{OIDEd448, Ed448Key, "Ed448", 57},
	{OIDX25519, X25519Key, "X25519", 32},
	{OIDX448, X448Key, "X448", 56},
	{OIDMLKEM512, MLKEMKey, "ML-KEM-512", 800},
	{OIDMLKEM768, MLKEMKey, "ML-KEM-768", 1184},
	{OIDMLKEM1024, MLKEMKey, "ML-KEM-1024", 1568},
	{OIDMLDSA44, MLDSAKey, "ML-DSA-44", 1312},
	{OIDMLDSA65, MLDSAKey, "ML-DSA-65", 1952},
	{OIDMLDSA87, MLDSAKey, "ML-DSA-87", 2592},
	{OIDHashMLDSA44SHA512, MLDSAKey, "HashML-DSA-44 with SHA-512", 1312},
	{OIDHashMLDSA65SHA512, MLDSAKey, "HashML-DSA-65 with SHA-512", 1952},
	{OIDHashMLDSA87SHA512, MLDSAKey, "HashML-DSA-87 with SHA-512", 2592},
	{OIDSLHDSASHA2128s, SLHDSAKey, "SLH-DSA-SHA2-128s", 32},
	{OIDSLHDSASHA2128f, SLHDSAKey, "SLH-DSA-SHA2-128f", 32},
	{OIDSLHDSASHA2192s, SLHDSAKey, "SLH-DSA-SHA2-192s", 48},
	{OIDSLHDSASHA2192f, SLHDSAKey, "SLH-DSA-SHA2-192f", 48},
	{OIDSLHDSASHA2256s, SLHDSAKey, "SLH-DSA-SHA2-256s", 64},
	{OIDSLHDSASHA2256f, SLHDSAKey, "SLH-DSA-SHA2-256f", 64},
	{OIDSLHDSASHAKE128s, SLHDSAKey, "SLH-DSA-SHAKE-128s", 32},
	{OIDSLHDSASHAKE128f, SLHDSAKey, "SLH-DSA-SHAKE-128f", 32},
	{OIDSLHDSASHAKE192s, SLHDSAKey, "SLH-DSA-SHAKE-192s", 48},
	{OIDSLHDSASHAKE192f, SLHDSAKey, "SLH-DSA-SHAKE-192f", 48},
	{OIDSLHDSASHAKE256s, SLHDSAKey, "SLH-DSA-SHAKE-256s", 64},
	{OIDSLHDSASHAKE256f, SLHDSAKey, "SLH-DSA-SHAKE-256f", 64},
	{OIDHashSLHDSASHA2128sSHA256, SLHDSAKey, "HashSLH-DSA-SHA2-128s with SHA-256", 32},
	{OIDHashSLHDSASHA2128fSHA256, SLHDSAKey, "HashSLH-DSA-SHA2-128f with SHA-256", 32},
	{OIDHashSLHDSASHA2192sSHA512, SLHDSAKey, "HashSLH-DSA-SHA2-192s with SHA-512", 48},
	{OIDHashSLHDSASHA2192fSHA512, SLHDSAKey, "HashSLH-DSA-SHA2-192f with SHA-512", 48},
	{OIDHashSLHDSASHA2256sSHA512, SLHDSAKey, "HashSLH-DSA-SHA2-256s with SHA-512", 64},
	{OIDHashSLHDSASHA2256fSHA512, SLHDSAKey, "HashSLH-DSA-SHA2-256f with SHA-512", 64},
	{OIDHashSLHDSASHAKE128s, SLHDSAKey, "HashSLH-DSA-SHAKE-128s with SHAKE128", 32},
	{OIDHashSLHDSASHAKE128f, SLHDSAKey, "HashSLH-DSA-SHAKE-128f with SHAKE128", 32},
	{OIDHashSLHDSASHAKE192s, SLHDSAKey, "HashSLH-DSA-SHAKE-192s with SHAKE256", 48},
	{OIDHashSLHDSASHAKE192f, SLHDSAKey, "HashSLH-DSA-SHAKE-192f with SHAKE256", 48},
	{OIDHashSLHDSASHAKE256s, SLHDSAKey, "HashSLH-DSA-SHAKE-256s with SHAKE256", 64},
	{OIDHashSLHDSASHAKE256f, SLHDSAKey, "HashSLH-DSA-SHAKE-256f with SHAKE256", 64},
}

// rawKey notes a key that has not the number of octets of its algorithm.
func (r *reader) rawKey(k *PublicKey, octets int, bits int32) {
	if len(k.Bits.Bytes) == octets && k.Bits.Unused == 0 {
		return
	}
	k.Fault = "a key for " + k.Name + " has " + strconv.Itoa(octets) + " bytes; this one has " + strconv.Itoa(len(k.Bits.Bytes))
	if k.Bits.Unused != 0 {
		k.Fault += " and " + strconv.Itoa(k.Bits.Unused) + " unused bits"
	}
	r.note(bits, FaultKey, "", k.Fault)
}

// rsa reads RSAPublicKey (RFC 8017 A.1.1).
func (r *reader) rsa(k *PublicKey, bits int32) *Fault {
	k.Size = 0
	in, top := r.inner(bits, 1)
	if top < 0 || !in.node(top).is(classUniversal, tagSequence) {
		return r.fault(bits, FaultKey, "an RSA key must be a SEQUENCE of modulus and exponent")
	}
	at := in.children(top)
	modulus := at.universal(tagInteger)
	if modulus < 0 {
		return in.fault(top, FaultKey, "the INTEGER of an RSA key's modulus is missing")
	}
	n := in.integer(modulus)
	k.ModulusSpan, k.Size = n.Span, n.bits()
	if k.Size <= MaxModulusBits {
		k.Modulus = n.Big()
	} else {
		in.note(modulus, FaultLimit, "", "the modulus has "+strconv.Itoa(k.Size)+" bits; above "+strconv.Itoa(MaxModulusBits)+" nothing is calculated with it")
	}
	exponent := at.universal(tagInteger)
	if exponent < 0 {
		return in.fault(top, FaultKey, "the INTEGER of an RSA key's exponent is missing")
	}
	e := in.integer(exponent)
	k.ExponentSpan, k.Exponent = e.Span, e.Big()
	in.end(at, "", "an RSA key")
	if in.cut(top) != "" {
		return in.fault(top, FaultKey, "the RSA key is cut short")
	}
	return nil
}

// bits is the bit length of the value's magnitude.
func (v Integer) bits() int {
	if len(v.Bytes) > 0 && v.Bytes[0] >= 0x80 {
		return v.Big().BitLen()
	}
	for i, b := range v.Bytes {
		if b != 0 {
			bits := (len(v.Bytes) - i - 1) * 8
			for ; b != 0; b >>= 1 {
				bits++
			}
			return bits
		}
	}
	return 0
}

// dsa reads Dss-Parms and DSAPublicKey (RFC 3279 2.3.2).
func (r *reader) dsa(k *PublicKey, algorithm, bits int32) *Fault {
	k.Size = 0
	in, top := r.inner(bits, 1)
	if top < 0 || !in.node(top).is(classUniversal, tagInteger) {
		return r.fault(bits, FaultKey, "a DSA key must be an INTEGER")
	}
	k.Size = in.integer(top).bits()
	at := r.children(algorithm)
	at.next()
	if params := at.universal(tagSequence); params >= 0 {
		parts := r.children(params)
		if p := parts.universal(tagInteger); p >= 0 {
			k.Size = r.integer(p).bits()
		}
	}
	return nil
}

// unsigned reads octets as an unsigned number.
func unsigned(octets []byte) *big.Int { return new(big.Int).SetBytes(octets) }
