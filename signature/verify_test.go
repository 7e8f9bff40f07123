package signature

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"encoding/hex"
	"errors"
	"testing"

	"github.com/cloudflare/circl/sign/ed448"
	"github.com/cloudflare/circl/sign/mldsa/mldsa44"
	"github.com/cloudflare/circl/sign/mldsa/mldsa65"
	"github.com/cloudflare/circl/sign/mldsa/mldsa87"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// The first vector of RFC 8032 7.4: an empty message.
const (
	ed448Key       = "5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180"
	ed448Signature = "533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f2b233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd3980ff0d2028d4b18a9df63e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4dbb61149f05a7363268c71d95808ff2e652600"
)

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	octets, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return octets
}

// keyIn reads a key as the reader of certificates does.
func keyIn(algorithm cert.OID, octets []byte) *cert.PublicKey {
	c := gen.Leaf("mailbox", "multipurpose")
	c.SetKey(gen.KeyOf(gen.AlgorithmID(algorithm), octets))
	return &cert.Parse(c.Encode()).PublicKey
}

func TestEd448VectorOfTheRFC(t *testing.T) {
	a := cert.AlgorithmIdentifier{OID: cert.OIDEd448}
	key := keyIn(cert.OIDEd448, unhex(t, ed448Key))
	if err := Verify(&a, 0, key, &Message{}, unhex(t, ed448Signature)); err != nil {
		t.Error(err)
	}
	if err := Verify(&a, 0, key, &Message{Octets: []byte{3}}, unhex(t, ed448Signature)); !errors.Is(err, ErrWrong) {
		t.Error(err)
	}
}

// signed is one signature that holds.
type signed struct {
	name      string
	algorithm cert.AlgorithmIdentifier
	hash      crypto.Hash
	key       *cert.PublicKey
	value     []byte
}

func everySignature(t *testing.T, message []byte) []signed {
	t.Helper()
	seed := [32]byte{1}
	public44, private44 := mldsa44.NewKeyFromSeed(&seed)
	public65, private65 := mldsa65.NewKeyFromSeed(&seed)
	public87, private87 := mldsa87.NewKeyFromSeed(&seed)
	private448 := ed448.NewKeyFromSeed(make([]byte, ed448.SeedSize))
	value44, value65, value87 := make([]byte, mldsa44.SignatureSize), make([]byte, mldsa65.SignatureSize), make([]byte, mldsa87.SignatureSize)
	if err := errors.Join(
		mldsa44.SignTo(private44, message, nil, false, value44),
		mldsa65.SignTo(private65, message, nil, false, value65),
		mldsa87.SignTo(private87, message, nil, false, value87),
	); err != nil {
		t.Fatal(err)
	}
	list := []signed{
		{"ed448", cert.AlgorithmIdentifier{OID: cert.OIDEd448}, 0, keyIn(cert.OIDEd448, private448.Public().(ed448.PublicKey)), ed448.Sign(private448, message, "")},
		{"ml-dsa-44", cert.AlgorithmIdentifier{OID: cert.OIDMLDSA44}, 0, keyIn(cert.OIDMLDSA44, public44.Bytes()), value44},
		{"ml-dsa-65", cert.AlgorithmIdentifier{OID: cert.OIDMLDSA65}, 0, keyIn(cert.OIDMLDSA65, public65.Bytes()), value65},
		{"ml-dsa-87", cert.AlgorithmIdentifier{OID: cert.OIDMLDSA87}, 0, keyIn(cert.OIDMLDSA87, public87.Bytes()), value87},
	}
	for _, test := range []struct {
		oid  cert.OID
		hash crypto.Hash
		key  *gen.Key
	}{
		{cert.OIDSHA1WithRSA, crypto.SHA1, gen.RSA(2048)},
		{cert.OIDSHA256WithRSA, crypto.SHA256, gen.RSA(2048)},
		{cert.OIDSHA384WithRSA, crypto.SHA384, gen.RSA(3072)},
		{cert.OIDSHA512WithRSA, crypto.SHA512, gen.RSA(4096)},
		{cert.OIDECDSAWithSHA1, crypto.SHA1, gen.P256("a")},
		{cert.OIDECDSAWithSHA256, crypto.SHA256, gen.P256("a")},
		{cert.OIDECDSAWithSHA384, crypto.SHA384, gen.P384("a")},
		{cert.OIDECDSAWithSHA512, crypto.SHA512, gen.P521("a")},
		{cert.OIDEd25519, 0, gen.Ed25519("a")},
	} {
		digest := message
		if test.hash != 0 {
			digest = (&Message{Octets: message}).Digest(test.hash)
		}
		value, err := test.key.Private().Sign(nil, digest, test.hash)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, signed{string(test.oid), cert.AlgorithmIdentifier{OID: test.oid}, 0, publicOf(test.key), value})
	}
	private := gen.RSA(2048).Private().(*rsa.PrivateKey)
	digest := (&Message{Octets: message}).Digest(crypto.SHA384)
	value, err := rsa.SignPSS(zeros{}, private, crypto.SHA384, digest, &rsa.PSSOptions{SaltLength: 48, Hash: crypto.SHA384})
	if err != nil {
		t.Fatal(err)
	}
	pss := cert.AlgorithmIdentifier{OID: cert.OIDRSASSAPSS, PSS: &cert.PSSParams{
		Hash: cert.OIDSHA384, MGF: cert.OIDMGF1, MGFHash: cert.OIDSHA384, SaltLength: 48, TrailerField: 1,
	}}
	return append(list, signed{"pss", pss, 0, publicOf(gen.RSA(2048)), value})
}

// zeros gives the salt of the test's signatures.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

func publicOf(k *gen.Key) *cert.PublicKey {
	c := gen.Leaf("mailbox", "multipurpose")
	c.SetKey(k)
	return &cert.Parse(c.Encode()).PublicKey
}

// Each signature holds over its message under its key, and over and under
// nothing else.
func TestEverySignatureHoldsAlone(t *testing.T) {
	message := []byte("to be signed")
	all := everySignature(t, message)
	for _, s := range all {
		check := func(key *cert.PublicKey, octets, value []byte) error {
			return Verify(&s.algorithm, s.hash, key, &Message{Octets: octets}, value)
		}
		if err := check(s.key, message, s.value); err != nil {
			t.Errorf("%s: %v", s.name, err)
		}
		if err := check(s.key, []byte("to be sighed"), s.value); err == nil {
			t.Errorf("%s holds over other content", s.name)
		}
		for _, at := range []int{0, len(s.value) / 2, len(s.value) - 1} {
			broken := bytes.Clone(s.value)
			broken[at] ^= 1
			if err := check(s.key, message, broken); err == nil {
				t.Errorf("%s holds with bit 0 of byte %d turned", s.name, at)
			}
		}
		for _, value := range [][]byte{nil, s.value[:len(s.value)-1], append(bytes.Clone(s.value), 0)} {
			if err := check(s.key, message, value); err == nil {
				t.Errorf("%s holds with %d bytes", s.name, len(value))
			}
		}
		for _, other := range all {
			if !bytes.Equal(other.key.Bits.Bytes, s.key.Bits.Bytes) {
				if err := check(other.key, message, s.value); err == nil {
					t.Errorf("%s holds under the key of %s", s.name, other.name)
				}
			}
		}
	}
}

func TestAlgorithmsThatAreNotChecked(t *testing.T) {
	for _, test := range []struct {
		name      string
		algorithm cert.AlgorithmIdentifier
		key       *gen.Key
	}{
		{"a key's algorithm without a hash", cert.AlgorithmIdentifier{OID: cert.OIDRSAEncryption}, gen.RSA(2048)},
		{"an ec key's algorithm without a hash", cert.AlgorithmIdentifier{OID: cert.OIDECPublicKey}, gen.P256("a")},
		{"unknown", cert.AlgorithmIdentifier{OID: "1.2.3"}, gen.RSA(2048)},
		{"dsa", cert.AlgorithmIdentifier{OID: cert.OIDDSAWithSHA256}, gen.RSA(2048)},
		{"brainpool", cert.AlgorithmIdentifier{OID: cert.OIDECDSAWithSHA256}, gen.BrainpoolP256()},
		{"hash-ml-dsa", cert.AlgorithmIdentifier{OID: cert.OIDHashMLDSA65SHA512}, gen.Opaque(cert.OIDHashMLDSA65SHA512)},
		{"slh-dsa", cert.AlgorithmIdentifier{OID: cert.OIDSLHDSASHA2128s}, gen.Opaque(cert.OIDSLHDSASHA2128s)},
		{"pss without parameters", cert.AlgorithmIdentifier{OID: cert.OIDRSASSAPSS}, gen.RSA(2048)},
	} {
		if err := Verify(&test.algorithm, 0, publicOf(test.key), &Message{}, make([]byte, 256)); !errors.Is(err, ErrAlgorithm) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func TestHashOf(t *testing.T) {
	for oid, want := range map[cert.OID]crypto.Hash{
		cert.OIDSHA1WithRSA: crypto.SHA1, cert.OIDECDSAWithSHA384: crypto.SHA384, cert.OIDEd25519: 0, cert.OIDRSASSAPSS: 0, "1.2.3": 0,
	} {
		if got := HashOf(&cert.AlgorithmIdentifier{OID: oid}); got != want {
			t.Errorf("%s: %v, want %v", oid, got, want)
		}
	}
	if got := HashOf(&cert.AlgorithmIdentifier{OID: cert.OIDRSASSAPSS, PSS: &cert.PSSParams{Hash: cert.OIDSHA512}}); got != crypto.SHA512 {
		t.Errorf("pss: %v", got)
	}
}
