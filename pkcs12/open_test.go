package pkcs12

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

const (
	hmacSHA1   cert.OID = "1.2.840.113549.2.7"
	hmacSHA256 cert.OID = "1.2.840.113549.2.9"
	aes256     cert.OID = "2.16.840.1.101.3.4.1.42"
)

// iterations of the files of this test; few, for speed.
const iterations = 3

var (
	leaf    = gen.Leaf("sponsor", "strict").Encode()
	subCA   = gen.SubCA().Encode()
	leafKey = gen.RSA(2048)
)

func ecLeaf(k *gen.Key) []byte {
	c := gen.Leaf("mailbox", "multipurpose")
	c.SetKey(k)
	return c.Encode()
}

func pbes2(password string) gen.Encryption {
	return gen.PBES2([]byte(password), hmacSHA256, aes256, iterations)
}

func mac(password string) func([]byte) []byte {
	return gen.MAC(cert.OIDSHA256, gen.Wide(password), iterations)
}

// usual is a file as OpenSSL 3 writes it: certificates and key encrypted, MAC.
func usual(password string) gen.PKCS12 {
	return gen.PKCS12{
		Safes: [][]byte{
			gen.EncryptedSafe(pbes2(password), gen.CertBag(leaf), gen.CertBag(subCA)),
			gen.PlainSafe(gen.ShroudedKeyBag(pbes2(password), leafKey.PKCS8())),
		},
		MAC: mac(password),
	}
}

// edited is the usual file with a change.
func edited(edit func(p *gen.PKCS12)) []byte {
	p := usual("secret")
	edit(&p)
	return p.Encode()
}

func TestOpen(t *testing.T) {
	p384, ed := gen.P384("x"), gen.Ed25519("x")
	two := [][]byte{leaf, subCA}
	rsa := []Key{{Name: "RSA 2048", Compared: true, Certificate: 0}}
	for _, test := range []struct {
		name     string
		file     []byte
		password string
		certs    [][]byte
		keys     []Key
		failed   error
	}{
		{"usual", edited(func(*gen.PKCS12) {}), "secret", two, rsa, nil},
		{"ber", edited(func(p *gen.PKCS12) { p.BER = true }), "secret", two, rsa, nil},
		{"without a mac", edited(func(p *gen.PKCS12) { p.MAC = nil }), "secret", two, rsa, nil},
		{"pbmac1", edited(func(p *gen.PKCS12) { p.MAC = gen.PBMAC1([]byte("secret"), hmacSHA256, iterations) }), "secret", two, rsa, nil},
		{"pbmac1 with sha-512", edited(func(p *gen.PKCS12) { p.MAC = gen.PBMAC1([]byte("secret"), "1.2.840.113549.2.11", iterations) }), "secret", two, rsa, nil},
		{"certificates alone", edited(func(p *gen.PKCS12) { p.Safes = p.Safes[:1] }), "secret", two, nil, nil},
		{"everything in the clear", edited(func(p *gen.PKCS12) {
			p.Safes = [][]byte{gen.PlainSafe(gen.KeyBag(leafKey.PKCS8()), gen.CertBag(leaf), gen.CertBag(subCA))}
			p.MAC = nil
		}), "", two, rsa, nil},
		{"bags within bags", edited(func(p *gen.PKCS12) {
			p.Safes = [][]byte{gen.EncryptedSafe(pbes2("secret"), gen.SafeContentsBag(gen.SafeContentsBag(gen.CertBag(leaf)), gen.KeyBag(leafKey.PKCS8())), gen.CertBag(subCA))}
		}), "secret", [][]byte{subCA, leaf}, []Key{{Name: "RSA 2048", Compared: true, Certificate: 1}}, nil},
		{"several keys", edited(func(p *gen.PKCS12) {
			p.Safes = [][]byte{gen.EncryptedSafe(pbes2("secret"),
				gen.CertBag(leaf), gen.CertBag(ecLeaf(p384)), gen.CertBag(ecLeaf(ed)),
				gen.KeyBag(ed.PKCS8()), gen.ShroudedKeyBag(pbes2("secret"), p384.PKCS8()), gen.KeyBag(leafKey.PKCS8()), gen.KeyBag(gen.P256("y").PKCS8()))}
		}), "secret", [][]byte{leaf, ecLeaf(p384), ecLeaf(ed)}, []Key{
			{Name: "Ed25519", Compared: true, Certificate: 2},
			{Name: "EC P-384", Compared: true, Certificate: 1},
			{Name: "RSA 2048", Compared: true, Certificate: 0},
			{Name: "EC P-256", Compared: true, Certificate: -1},
		}, nil},
		{"a key of another kind", edited(func(p *gen.PKCS12) {
			p.Safes[1] = gen.PlainSafe(gen.KeyBag(gen.Sequence(gen.Integer(0), gen.AlgorithmID(cert.OIDMLDSA44), gen.OctetString([]byte("seed")))))
		}), "secret", two, []Key{{Name: cert.OIDMLDSA44.Name(), Certificate: -1}}, nil},
		{"a key on another curve, which names its point", edited(func(p *gen.PKCS12) {
			k := gen.BrainpoolP256()
			private := gen.Sequence(gen.Integer(1), gen.OctetString([]byte{1}), gen.Context(1, gen.BitString(0, k.Point())))
			p.Safes = [][]byte{gen.PlainSafe(gen.CertBag(leaf), gen.CertBag(ecLeaf(k)),
				gen.KeyBag(gen.Sequence(gen.Integer(0), gen.AlgorithmID(cert.OIDECPublicKey, gen.OID(cert.OIDBrainpoolP256r1)), gen.OctetString(private))))}
		}), "secret", [][]byte{leaf, ecLeaf(gen.BrainpoolP256())}, []Key{{Name: "EC brainpoolP256r1", Compared: true, Certificate: 1}}, nil},
		{"a key that this program cannot compute with, which names its public half", edited(func(p *gen.PKCS12) {
			k := gen.Ed448()
			p.Safes = [][]byte{gen.PlainSafe(gen.CertBag(leaf), gen.CertBag(ecLeaf(k)),
				gen.KeyBag(gen.Sequence(gen.Integer(1), gen.AlgorithmID(cert.OIDEd448), gen.OctetString([]byte("seed")), gen.ContextPrimitive(1, append([]byte{0}, k.Point()...)))))}
		}), "secret", [][]byte{leaf, ecLeaf(gen.Ed448())}, []Key{{Name: "Ed448", Compared: true, Certificate: 1}}, nil},
		{"other bags", edited(func(p *gen.PKCS12) {
			p.Safes = append(p.Safes, gen.PlainSafe(gen.Sequence(gen.OID("1.2.840.113549.1.12.10.1.5"), gen.Context(0, gen.Null()))))
		}), "secret", two, rsa, nil},

		// Empty and missing passwords.
		{"empty password", func() []byte { p := usual(""); return p.Encode() }(), "", two, rsa, nil},
		{"no password", edited(func(p *gen.PKCS12) {
			p.Safes = [][]byte{gen.EncryptedSafe(gen.PBE(nil, 3, iterations), gen.CertBag(leaf))}
			p.MAC = gen.MAC(cert.OIDSHA1, nil, iterations)
		}), "", [][]byte{leaf}, nil, nil},
		{"no password, mac alone", edited(func(p *gen.PKCS12) {
			p.Safes = [][]byte{gen.PlainSafe(gen.CertBag(leaf))}
			p.MAC = gen.MAC(cert.OIDSHA1, nil, 1)
		}), "", [][]byte{leaf}, nil, nil},

		// What cannot be opened in part.
		{"certificates in the clear, wrong password", edited(func(p *gen.PKCS12) {
			p.Safes[0] = gen.PlainSafe(gen.CertBag(leaf), gen.CertBag(subCA))
		}), "wrong", two, []Key{{Certificate: -1}}, ErrPassword},
		{"key with another password", edited(func(p *gen.PKCS12) {
			p.Safes[1] = gen.PlainSafe(gen.ShroudedKeyBag(pbes2("another one"), leafKey.PKCS8()))
		}), "secret", two, []Key{{Certificate: -1}}, ErrPart},
		{"key under an unknown algorithm", edited(func(p *gen.PKCS12) {
			p.Safes[1] = gen.PlainSafe(gen.ShroudedKeyBag(func([]byte) ([]byte, []byte) { return gen.AlgorithmID("1.2.3"), nil }, nil))
		}), "secret", two, []Key{{Certificate: -1}}, &UnknownAlgorithm{"1.2.3"}},
		{"unknown mac", edited(func(p *gen.PKCS12) {
			p.MAC = func([]byte) []byte {
				return gen.Sequence(gen.Sequence(gen.AlgorithmID("1.2.3"), gen.OctetString(nil)), gen.OctetString(nil))
			}
		}), "secret", two, rsa, &UnknownAlgorithm{"1.2.3"}},
		{"a damaged bag", edited(func(p *gen.PKCS12) { p.Safes = append(p.Safes, gen.PlainSafe(gen.Sequence(gen.Integer(1)))) }), "secret", two, rsa, ErrDamaged},
		{"a part for a certificate", edited(func(p *gen.PKCS12) { p.Safes = append(p.Safes, gen.EnvelopedData()) }), "secret", two, rsa, ErrForCertificate},
	} {
		t.Run(test.name, func(t *testing.T) {
			before := slices.Clone(test.file)
			got, err := Open(test.file, []byte(test.password))
			if err != nil {
				t.Fatal(err)
			}
			if !slices.EqualFunc(got.Certificates, test.certs, bytes.Equal) {
				t.Errorf("%d certificates that are not the %d put in", len(got.Certificates), len(test.certs))
			}
			same := func(a, b Key) bool {
				return a.Name == b.Name && a.Compared == b.Compared && a.Certificate == b.Certificate
			}
			if !slices.EqualFunc(got.Keys, test.keys, same) {
				t.Errorf("keys %+v, want %+v", got.Keys, test.keys)
			}
			if !sameError(got.Failed, test.failed) {
				t.Errorf("failed %v, want %v", got.Failed, test.failed)
			}
			if !bytes.Equal(test.file, before) {
				t.Error("the file was changed")
			}
		})
	}
}

func sameError(a, b error) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Error() == b.Error()
}

func TestSchemes(t *testing.T) {
	password := "Geheimnis 1"
	schemes := map[string]gen.Encryption{}
	for _, prf := range []cert.OID{hmacSHA1, "1.2.840.113549.2.8", hmacSHA256, "1.2.840.113549.2.10", "1.2.840.113549.2.11"} {
		for _, c := range []cert.OID{"2.16.840.1.101.3.4.1.2", "2.16.840.1.101.3.4.1.22", aes256, "1.2.840.113549.3.7"} {
			schemes[string(prf+" "+c)] = gen.PBES2([]byte(password), prf, c, iterations)
		}
	}
	for scheme := range byte(4) {
		schemes[string(rune('1'+scheme))] = gen.PBE(gen.Wide(password), scheme+1, iterations)
	}
	for name, encrypt := range schemes {
		for _, hash := range []cert.OID{cert.OIDSHA1, cert.OIDSHA224, cert.OIDSHA256, cert.OIDSHA384, cert.OIDSHA512} {
			p := gen.PKCS12{
				Safes: [][]byte{gen.EncryptedSafe(encrypt, gen.CertBag(leaf)), gen.PlainSafe(gen.ShroudedKeyBag(encrypt, leafKey.PKCS8()))},
				MAC:   gen.MAC(hash, gen.Wide(password), 1),
			}
			got, err := Open(p.Encode(), []byte(password))
			if err != nil || len(got.Certificates) != 1 || len(got.Keys) != 1 || got.Keys[0].Certificate != 0 {
				t.Errorf("%s, MAC %s: %v", name, hash, err)
			}
			if _, err := Open(p.Encode(), []byte("Geheimnis 2")); err != ErrPassword {
				t.Errorf("%s, MAC %s: %v for a wrong password", name, hash, err)
			}
		}
		noMAC := gen.PKCS12{Safes: [][]byte{gen.EncryptedSafe(encrypt, gen.CertBag(leaf))}}
		if _, err := Open(noMAC.Encode(), []byte("Geheimnis 2")); err != ErrPassword {
			t.Errorf("%s without a MAC: %v for a wrong password", name, err)
		}
	}
}

func TestPasswordsThatAreNotASCII(t *testing.T) {
	const password = "Grüße €\U0001f511"
	const latin = "Grüße"
	widened := func(text string) []byte {
		var b []byte
		for _, c := range []byte(text) {
			b = append(b, 0, c)
		}
		return append(b, 0, 0)
	}
	wide := gen.Wide(password)
	for name, test := range map[string]struct {
		password    string
		mac, octets []byte
	}{
		"bmp and utf-8":         {password, wide, []byte(password)},
		"utf-8 made wide":       {password, widened(password), []byte(password)},
		"utf-16 for pbes2":      {password, wide, wide},
		"utf-16 without a zero": {password, wide, wide[:len(wide)-2]},
		"latin 1":               {latin, gen.Wide(latin), []byte("Gr\xfc\xdfe")},
	} {
		p := gen.PKCS12{
			Safes: [][]byte{gen.EncryptedSafe(gen.PBES2(test.octets, hmacSHA256, aes256, iterations), gen.CertBag(leaf))},
			MAC:   gen.MAC(cert.OIDSHA256, test.mac, iterations),
		}
		if got, err := Open(p.Encode(), []byte(test.password)); err != nil || len(got.Certificates) != 1 || got.Failed != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestErrors(t *testing.T) {
	whole := edited(func(*gen.PKCS12) {})
	flip := func(at int) []byte {
		b := slices.Clone(whole)
		b[at] ^= 1
		return b
	}
	unknown := func([]byte) ([]byte, []byte) { return gen.AlgorithmID("1.2.3"), []byte{1} }
	scrypt := func([]byte) ([]byte, []byte) {
		return gen.AlgorithmID(oidPBES2, gen.Sequence(gen.AlgorithmID("1.3.6.1.4.1.11591.4.11", gen.Null()), gen.AlgorithmID(aes256, gen.OctetString(make([]byte, 16))))), []byte{1}
	}
	gcm := func([]byte) ([]byte, []byte) {
		return gen.AlgorithmID(oidPBES2, gen.Sequence(gen.AlgorithmID(oidPBKDF2), gen.AlgorithmID("2.16.840.1.101.3.4.1.46"))), []byte{1}
	}
	only := func(safe []byte) []byte {
		return edited(func(p *gen.PKCS12) { p.Safes = [][]byte{safe} })
	}
	for _, test := range []struct {
		name string
		file []byte
		want error
	}{
		{"wrong password", edited(func(p *gen.PKCS12) { p.MAC = mac("other") }), ErrPassword},
		{"changed content", flip(len(whole) / 2), ErrPassword},
		{"nothing", nil, ErrDamaged},
		{"no pfx", gen.Integer(3), ErrDamaged},
		{"cut", whole[:len(whole)-1], ErrDamaged},
		{"no content", gen.Sequence(gen.Integer(3), gen.ContentInfo(gen.CMSData, gen.Null())), ErrDamaged},
		{"content that is no sequence", gen.Sequence(gen.Integer(3), gen.ContentInfo(gen.CMSData, gen.OctetString([]byte("x")))), ErrDamaged},
		{"no mac in mac data", edited(func(p *gen.PKCS12) { p.MAC = func([]byte) []byte { return gen.Sequence(gen.Integer(1)) } }), ErrDamaged},
		{"a pbmac1 key of no length", edited(func(p *gen.PKCS12) {
			p.MAC = func([]byte) []byte {
				kdf, _ := gen.PBKDF2(nil, hmacSHA256, 1, 32)
				scheme := gen.AlgorithmID(oidPBMAC1, gen.Sequence(kdf, gen.AlgorithmID(hmacSHA256)))
				return gen.Sequence(gen.Sequence(scheme, gen.OctetString(nil)), gen.OctetString(nil))
			}
		}), ErrDamaged},
		{"no bags", only(gen.PlainSafe()), ErrNoCertificate},
		{"a key alone", only(gen.PlainSafe(gen.KeyBag(leafKey.PKCS8()))), ErrNoCertificate},
		{"unknown algorithm", only(gen.EncryptedSafe(unknown)), &UnknownAlgorithm{"1.2.3"}},
		{"unknown key derivation", only(gen.EncryptedSafe(scrypt)), &UnknownAlgorithm{"1.3.6.1.4.1.11591.4.11"}},
		{"unknown cipher", only(gen.EncryptedSafe(gcm)), &UnknownAlgorithm{"2.16.840.1.101.3.4.1.46"}},
		{"for a certificate", only(gen.EnvelopedData()), ErrForCertificate},
	} {
		if got, err := Open(test.file, []byte("secret")); got != nil || !sameError(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
}

func TestMaxMACKey(t *testing.T) {
	for n, want := range map[int]error{maxMACKey - 1: ErrPassword, maxMACKey: ErrPassword, maxMACKey + 1: ErrDamaged} {
		p := usual("secret")
		p.MAC = func([]byte) []byte {
			kdf, _ := gen.PBKDF2(nil, hmacSHA256, 1, n, gen.Integer(int64(n)))
			scheme := gen.AlgorithmID(oidPBMAC1, gen.Sequence(kdf, gen.AlgorithmID(hmacSHA256)))
			return gen.Sequence(gen.Sequence(scheme, gen.OctetString(nil)), gen.OctetString(nil))
		}
		if _, err := Open(p.Encode(), []byte("secret")); !sameError(err, want) {
			t.Errorf("a key of %d bytes: %v, want %v", n, err, want)
		}
	}
}

// The bound holds for all derivations of a file together.
func TestIterations(t *testing.T) {
	announces := func(n int) []byte {
		return edited(func(p *gen.PKCS12) {
			p.MAC = func([]byte) []byte {
				return gen.Sequence(gen.Sequence(gen.AlgorithmID(cert.OIDSHA1), gen.OctetString(make([]byte, 20))), gen.OctetString([]byte("salt")), gen.Integer(int64(n)))
			}
		})
	}
	for n, want := range map[int]error{
		MaxIterations + 1: &TooManyIterations{MaxIterations + 1},
		1<<31 - 1:         &TooManyIterations{1<<31 - 1},
		1 << 40:           &TooManyIterations{1<<31 - 1},
		0:                 ErrDamaged,
	} {
		if _, err := Open(announces(n), []byte("secret")); !sameError(err, want) {
			t.Errorf("%d iterations: %v, want %v", n, err, want)
		}
	}
	o := opener{left: MaxIterations}
	for _, step := range []struct {
		iterations, blocks int
		ok                 bool
	}{{MaxIterations / 2, 1, true}, {MaxIterations / 4, 2, true}, {1, 1, false}} {
		if err := o.spend(step.iterations, step.blocks); (err == nil) != step.ok {
			t.Errorf("%+v: %v", step, err)
		}
	}
	for n, ok := range map[int]bool{MaxIterations - 1: true, MaxIterations: true, MaxIterations + 1: false} {
		o := opener{left: MaxIterations}
		if err := o.spend(n, 1); (err == nil) != ok {
			t.Errorf("%d: %v", n, err)
		}
	}
}

func TestBags(t *testing.T) {
	for _, n := range []int{MaxBags - 1, MaxBags, MaxBags + 1} {
		p := gen.PKCS12{Safes: [][]byte{gen.PlainSafe(slices.Repeat([][]byte{gen.CertBag([]byte{0x30, 0})}, n)...)}}
		if got, err := Open(p.Encode(), nil); err != nil || len(got.Certificates) != min(n, MaxBags) {
			t.Errorf("%d bags: %v", n, err)
		}
	}
	inner := gen.CertBag(leaf)
	for _, depth := range []int{maxSafes - 2, maxSafes - 1, maxSafes} {
		nested := inner
		for range depth {
			nested = gen.SafeContentsBag(nested)
		}
		p := gen.PKCS12{Safes: [][]byte{gen.PlainSafe(nested)}}
		if _, err := Open(p.Encode(), nil); (err == nil) != (depth < maxSafes) {
			t.Errorf("%d safes within each other: %v", depth, err)
		}
	}
}

// Test vectors of RFC 2268 5: key, effective bits, plaintext, ciphertext.
func TestRC2(t *testing.T) {
	for _, v := range []struct {
		key           string
		bits          int
		plain, cipher string
	}{
		{"0000000000000000", 63, "0000000000000000", "ebb773f993278eff"},
		{"ffffffffffffffff", 64, "ffffffffffffffff", "278b27e42e2f0d49"},
		{"3000000000000000", 64, "1000000000000001", "30649edf9be7d2c2"},
		{"88", 64, "0000000000000000", "61a8a244adacccf0"},
		{"88bca90e90875a", 64, "0000000000000000", "6ccf4308974c267f"},
		{"88bca90e90875a7f0f79c384627bafb2", 64, "0000000000000000", "1a807d272bbe5db1"},
		{"88bca90e90875a7f0f79c384627bafb2", 128, "0000000000000000", "2269552ab0f85ca6"},
	} {
		got := make([]byte, 8)
		newRC2(unhex(t, v.key), v.bits).Decrypt(got, unhex(t, v.cipher))
		if !bytes.Equal(got, unhex(t, v.plain)) {
			t.Errorf("%s: %x, want %s", v.key, got, v.plain)
		}
	}
}

// What a file holds of a key, or a password, is in no error and no key name.
func TestErrorsTellNoSecret(t *testing.T) {
	var unknown *UnknownAlgorithm
	_, err := Open(edited(func(p *gen.PKCS12) { p.MAC = mac("other") }), []byte("secret"))
	if err == nil || strings.Contains(err.Error(), "secret") || errors.As(err, &unknown) {
		t.Errorf("%v", err)
	}
}

func FuzzOpen(f *testing.F) {
	for _, file := range [][]byte{
		edited(func(*gen.PKCS12) {}),
		edited(func(p *gen.PKCS12) { p.BER, p.MAC = true, nil }),
		edited(func(p *gen.PKCS12) {
			p.Safes = [][]byte{gen.PlainSafe(gen.KeyBag(leafKey.PKCS8()), gen.CertBag(leaf), gen.KeyBag(gen.P384("x").PKCS8()), gen.KeyBag(gen.Ed25519("x").PKCS8()))}
			p.MAC = nil
		}),
		edited(func(p *gen.PKCS12) { p.MAC = gen.PBMAC1([]byte("secret"), hmacSHA256, iterations) }),
	} {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		o := opener{password: encode([]byte("secret")), left: 1000} // as Open, but quick
		safes, mac, err := readPFX(file)
		if err != nil {
			return
		}
		if mac != nil {
			o.failed = o.checkMAC(mac, safes)
		}
		o.readSafes(safes)
		o.contents.match()
		for _, k := range o.contents.Keys {
			if k.Certificate >= len(o.contents.Certificates) {
				t.Fatalf("key %+v of %d certificates", k, len(o.contents.Certificates))
			}
		}
	})
}
