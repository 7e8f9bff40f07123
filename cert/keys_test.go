package cert_test

import (
	"bytes"
	"crypto/ecdh"
	"fmt"
	"math/big"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// withKey is a certificate for this key.
func withKey(k *gen.Key) []byte {
	c := gen.Leaf("mailbox", "strict")
	c.SetKey(k)
	return c.Encode()
}

const keyPath = "tbsCertificate.subjectPublicKeyInfo"

// TestKeys reads keys of every kind. The key is never the reason for another
// part to be missing.
func TestKeys(t *testing.T) {
	rsa := func(parts ...[]byte) *gen.Key {
		return &gen.Key{SPKI: gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDRSAEncryption, gen.Null()), gen.Sequence(parts...))}
	}
	of := func(oid cert.OID, octets int) *gen.Key {
		return &gen.Key{SPKI: gen.SubjectPublicKeyInfo(gen.AlgorithmID(oid), make([]byte, octets))}
	}
	spki := func(parts ...[]byte) *gen.Key { return &gen.Key{SPKI: gen.Sequence(parts...)} }
	n, e := gen.BigInteger(gen.Modulus(1024)), gen.Integer(65537)
	bad := []named{{keyPath + ".subjectPublicKey", cert.FaultKey}}
	for name, c := range map[string]struct {
		key    *gen.Key
		kind   cert.KeyType
		text   string // name and size
		fault  bool   // the key did not decode, or has a wrong length
		faults []named
	}{
		"RSA":               {gen.RSA(2048), cert.RSAKey, "RSA 2048", false, nil},
		"RSA-PSS":           {&gen.Key{SPKI: gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDRSASSAPSS), gen.Sequence(n, e))}, cert.RSAPSSKey, "RSA-PSS 1024", false, nil},
		"RSA, no exponent":  {rsa(n), cert.RSAKey, "RSA 1024", true, bad},
		"RSA, more":         {rsa(n, e, e), cert.RSAKey, "RSA 1024", false, []named{{keyPath + ".subjectPublicKey", cert.FaultTrailingData}}},
		"RSA, negative":     {rsa(gen.Integer(-5), e), cert.RSAKey, "RSA 3", false, nil},
		"RSA, no SEQUENCE":  {&gen.Key{SPKI: gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDRSAEncryption, gen.Null()), []byte{1, 2, 3})}, cert.RSAKey, "RSA 0", true, nil},
		"P-256":             {gen.P256("k"), cert.ECKey, "EC P-256 256", false, nil},
		"P-384":             {gen.P384("k"), cert.ECKey, "EC P-384 384", false, nil},
		"P-521":             {gen.P521("k"), cert.ECKey, "EC P-521 521", false, nil},
		"brainpool":         {gen.BrainpoolP256(), cert.ECKey, "EC brainpoolP256r1 256", false, nil},
		"explicit":          {gen.P256Explicit("k"), cert.ECKey, "EC with explicit parameters, 256 bits 256", false, nil},
		"unknown curve":     {gen.EC("1.2.3.4", append([]byte{4}, make([]byte, 40)...)), cert.ECKey, "EC 1.2.3.4 160", false, nil},
		"off the curve":     {gen.EC(cert.OIDP256, append([]byte{4}, make([]byte, 64)...)), cert.ECKey, "EC P-256 256", true, bad},
		"short point":       {gen.EC(cert.OIDP256, append([]byte{4}, make([]byte, 63)...)), cert.ECKey, "EC P-256 256", true, bad},
		"infinity":          {gen.EC(cert.OIDP256, []byte{0}), cert.ECKey, "EC P-256 256", true, bad},
		"no point":          {gen.EC(cert.OIDP256, nil), cert.ECKey, "EC P-256 256", true, bad},
		"form 5":            {gen.EC(cert.OIDP256, []byte{5}), cert.ECKey, "EC P-256 256", true, bad},
		"implicit curve":    {&gen.Key{SPKI: gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDECPublicKey, gen.Null()), gen.P256("k").Point())}, cert.ECKey, "EC with the issuer's parameters 256", false, nil},
		"no curve":          {&gen.Key{SPKI: gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDECPublicKey), gen.P256("k").Point())}, cert.ECKey, "EC without parameters 256", false, nil},
		"curve as text":     {&gen.Key{SPKI: gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDECPublicKey, gen.Text(gen.UTF8, "P")), gen.P256("k").Point())}, cert.ECKey, "EC with unreadable parameters 256", false, structureAt(keyPath + ".subjectPublicKey")},
		"Ed25519":           {gen.Ed25519("k"), cert.Ed25519Key, "Ed25519 256", false, nil},
		"Ed25519, 31 bytes": {of(cert.OIDEd25519, 31), cert.Ed25519Key, "Ed25519 248", true, bad},
		"Ed448":             {gen.Ed448(), cert.Ed448Key, "Ed448 456", false, nil},
		"X25519":            {gen.Opaque(cert.OIDX25519), cert.X25519Key, "X25519 256", false, nil},
		"X448":              {gen.Opaque(cert.OIDX448), cert.X448Key, "X448 448", false, nil},
		"ML-DSA":            {gen.Opaque(cert.OIDMLDSA65), cert.MLDSAKey, "ML-DSA-65 15616", false, nil},
		"ML-DSA, 1 byte":    {of(cert.OIDMLDSA44, 1), cert.MLDSAKey, "ML-DSA-44 8", true, bad},
		"ML-KEM":            {gen.Opaque(cert.OIDMLKEM768), cert.MLKEMKey, "ML-KEM-768 9472", false, nil},
		"SLH-DSA":           {gen.Opaque(cert.OIDSLHDSASHAKE256f), cert.SLHDSAKey, "SLH-DSA-SHAKE-256f 512", false, nil},
		"unknown":           {of("1.2.3.4", 5), cert.UnknownKey, "1.2.3.4 40", false, nil},
		"DSA":               {&gen.Key{SPKI: gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDDSA, gen.Sequence(n, e, e)), e)}, cert.DSAKey, "DSA 1024", false, nil},
		"DSA, no number":    {&gen.Key{SPKI: gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDDSA), gen.Null())}, cert.DSAKey, "DSA 0", true, bad},
		"no algorithm":      {spki(gen.Sequence(gen.Null()), gen.BitString(0, nil)), cert.UnknownKey, " 0", false, structureAt(keyPath)},
		"no bits":           {spki(gen.AlgorithmID(cert.OIDEd25519)), cert.UnknownKey, " 0", false, structureAt(keyPath)},
		"more":              {spki(gen.AlgorithmID("1.2.3.4"), gen.BitString(0, []byte{1}), gen.Null()), cert.UnknownKey, "1.2.3.4 8", false, []named{{keyPath, cert.FaultTrailingData}}},
		"unused bits":       {spki(gen.AlgorithmID(cert.OIDEd25519), gen.BitString(1, make([]byte, 32))), cert.Ed25519Key, "Ed25519 255", true, bad},
		"constructed": {
			spki(gen.AlgorithmID(cert.OIDRSAEncryption, gen.Null()), gen.TLV(0x23, gen.BitString(0, gen.Sequence(n, e)[:20]), gen.BitString(0, gen.Sequence(n, e)[20:]))),
			cert.RSAKey, "RSA 1024", false,
			[]named{{keyPath, cert.FaultConstructedString}},
		},
	} {
		der := withKey(c.key)
		got := cert.Parse(der)
		k := &got.PublicKey
		if text := fmt.Sprint(k.Name, " ", k.Size); text != c.text || k.Type != c.kind || (k.Fault != "") != c.fault {
			t.Errorf("%s: %s of kind %d, fault %q", name, text, k.Type, k.Fault)
		}
		if name != "RSA, no SEQUENCE" {
			sameFaults(t, name, got.Faults, c.faults...)
		}
		if !k.Present || !bytes.Equal(k.In(der), c.key.SPKI) || got.SubjectAltName == nil || got.Validity.NotAfter.Text == "" || got.Signature.Bytes == nil {
			t.Errorf("%s: parts are missing", name)
		}
	}
}

func structureAt(path string) []named { return []named{{path, cert.FaultStructure}} }

func TestRSANumbers(t *testing.T) {
	der := withKey(gen.RSA(2048))
	k := cert.Parse(der).PublicKey
	if k.Modulus.Cmp(gen.Modulus(2048)) != 0 || k.Exponent.Int64() != 65537 {
		t.Errorf("modulus %v, exponent %v", k.Modulus, k.Exponent)
	}
	if !bytes.Equal(k.ModulusSpan.In(der), gen.BigInteger(k.Modulus)) || !bytes.Equal(k.ExponentSpan.In(der), gen.Integer(65537)) {
		t.Errorf("modulus at %v, exponent at %v", k.ModulusSpan, k.ExponentSpan)
	}
}

// TestMaxModulusBits reads moduli of MaxModulusBits, one less and one more.
func TestMaxModulusBits(t *testing.T) {
	for _, bits := range []int{cert.MaxModulusBits - 1, cert.MaxModulusBits, cert.MaxModulusBits + 1} {
		n := new(big.Int).Lsh(big.NewInt(1), uint(bits-1))
		c := cert.Parse(withKey(gen.RSAOf(n, big.NewInt(3))))
		over := bits > cert.MaxModulusBits
		if c.PublicKey.Size != bits || (c.PublicKey.Modulus == nil) != over || c.PublicKey.Exponent.Int64() != 3 || c.PublicKey.ModulusSpan.Length == 0 {
			t.Errorf("%d bits: %+v", bits, c.PublicKey)
		}
		if over {
			sameFaults(t, "over", c.Faults, named{keyPath + ".subjectPublicKey", cert.FaultLimit})
		} else {
			sameFaults(t, "within", c.Faults)
		}
	}
}

// TestCompressedPoints finds y for each curve whose equation is known.
func TestCompressedPoints(t *testing.T) {
	for _, test := range []struct {
		oid   cert.OID
		curve ecdh.Curve
		size  int // octets of a coordinate
	}{
		{cert.OIDP256, ecdh.P256(), 32},
		{cert.OIDP384, ecdh.P384(), 48},
		{cert.OIDP521, ecdh.P521(), 66},
	} {
		oid, size := test.oid, test.size
		for factor := range byte(8) {
			private, err := test.curve.NewPrivateKey(append(make([]byte, size-1), factor+1))
			if err != nil {
				t.Fatal(err)
			}
			point := private.PublicKey().Bytes()
			x, y := point[1:1+size], point[1+size:]
			key := cert.Parse(withKey(gen.EC(oid, append([]byte{2 + y[size-1]&1}, x...)))).PublicKey
			if !key.OnCurve || key.Y.Cmp(new(big.Int).SetBytes(y)) != 0 {
				t.Errorf("%s, %d times the generator: on the curve %v, y %x, want %x", oid.Name(), factor+1, key.OnCurve, key.Y, y)
			}
		}
	}
}

// TestPoints reads compressed and hybrid points.
func TestPoints(t *testing.T) {
	point := gen.P256("k").Point()
	x, y := point[1:33], point[33:]
	odd := y[31] & 1
	for name, c := range map[string]struct {
		point   []byte
		onCurve bool
	}{
		"uncompressed":       {point, true},
		"compressed":         {append([]byte{2 + odd}, x...), true},
		"hybrid":             {append([]byte{6 + odd}, point[1:]...), true},
		"hybrid, other bit":  {append([]byte{7 - odd}, point[1:]...), false},
		"x beyond the field": {append([]byte{2}, bytes.Repeat([]byte{0xff}, 32)...), false},
		"x of no point":      {append([]byte{2}, append(make([]byte, 31), 2)...), false},
	} {
		k := cert.Parse(withKey(gen.EC(cert.OIDP256, c.point))).PublicKey
		if k.OnCurve != c.onCurve || (k.Fault == "") != c.onCurve {
			t.Errorf("%s: on the curve %v, fault %q", name, k.OnCurve, k.Fault)
		}
		if c.onCurve && (!bytes.Equal(k.X.Bytes(), x) || !bytes.Equal(k.Y.Bytes(), y)) {
			t.Errorf("%s: %v, %v", name, k.X, k.Y)
		}
	}
}
