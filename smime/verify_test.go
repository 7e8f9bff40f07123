package smime

import (
	"crypto"
	"crypto/rsa"
	"math/big"
	"testing"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/testdata/gen"
)

// pssReader gives the salt of a test's signatures.
type pssReader struct{}

func (pssReader) Read(b []byte) (int, error) { clear(b); return len(b), nil }

func TestAlgorithms(t *testing.T) {
	content := "Content-Type: text/plain\r\n\r\nhello\r\n"
	null := gen.Null()
	weak := gen.RSAOf(new(big.Int).SetBit(new(big.Int).Lsh(big.NewInt(1), 1022), 0, 1), big.NewInt(65537))
	even := gen.RSAOf(new(big.Int).Lsh(big.NewInt(1), 2047), big.NewInt(65537))
	for _, test := range []struct {
		name      string
		key       *gen.Key
		digest    cert.OID
		algorithm []byte
		want      inspect.SignatureResult
		reason    string
	}{
		{"rsa", gen.RSA(2048), "", nil, inspect.SignatureHolds, ""},
		{"rsa with sha-1", gen.RSA(2048), cert.OIDSHA1, gen.AlgorithmID(cert.OIDSHA1WithRSA, null), inspect.SignatureHolds, ""},
		{"rsa with sha-384", gen.RSA(3072), cert.OIDSHA384, gen.AlgorithmID(cert.OIDSHA384WithRSA, null), inspect.SignatureHolds, ""},
		{"rsa with sha-512", gen.RSA(4096), cert.OIDSHA512, gen.AlgorithmID(cert.OIDSHA512WithRSA, null), inspect.SignatureHolds, ""},
		{"rsa of 1024 bits", gen.RSA(1024), "", nil, inspect.SignatureHolds, ""},
		{"p-256", gen.P256("x"), "", nil, inspect.SignatureHolds, ""},
		{"p-384", gen.P384("x"), cert.OIDSHA384, nil, inspect.SignatureHolds, ""},
		{"p-521", gen.P521("x"), cert.OIDSHA512, nil, inspect.SignatureHolds, ""},
		{"ecdsa with sha-1", gen.P256("x"), cert.OIDSHA1, gen.AlgorithmID(cert.OIDECDSAWithSHA1), inspect.SignatureHolds, ""},
		{"ed25519", gen.Ed25519("x"), cert.OIDSHA512, nil, inspect.SignatureHolds, ""},

		{"placeholder for ed448", gen.Ed448(), cert.OIDSHA512, nil, inspect.SignatureWrong, ""},
		{"placeholder for ml-dsa", gen.Opaque(cert.OIDMLDSA65), cert.OIDSHA512, nil, inspect.SignatureWrong, ""},
		{"brainpool", gen.BrainpoolP256(), "", gen.AlgorithmID(cert.OIDECDSAWithSHA256), inspect.SignatureNotChecked, inspect.ReasonAlgorithm},
		{"rsa of 1023 bits", weak, "", nil, inspect.SignatureNotChecked, inspect.ReasonAlgorithm},
		{"an even modulus", even, "", nil, inspect.SignatureNotChecked, inspect.ReasonAlgorithm},
		{"unknown algorithm", gen.RSA(2048), "", gen.AlgorithmID("1.2.3"), inspect.SignatureNotChecked, inspect.ReasonAlgorithm},
		{"pss without parameters", gen.RSA(2048), "", gen.AlgorithmID(cert.OIDRSASSAPSS), inspect.SignatureNotChecked, inspect.ReasonAlgorithm},

		{"placeholder for pss", gen.RSA(2048), "", gen.RSASSAPSS(cert.OIDSHA256, 32), inspect.SignatureWrong, ""},
		{"an rsa signature under an ec key", gen.P256("x"), "", gen.SHA256WithRSA(), inspect.SignatureWrong, ""},
		{"an ec signature under an rsa key", gen.RSA(2048), "", gen.AlgorithmID(cert.OIDECDSAWithSHA256), inspect.SignatureWrong, ""},
		{"an ed25519 signature under an rsa key", gen.RSA(2048), "", gen.AlgorithmID(cert.OIDEd25519), inspect.SignatureWrong, ""},
		{"pss under an ec key", gen.P256("x"), "", gen.RSASSAPSS(cert.OIDSHA256, 32), inspect.SignatureWrong, ""},
	} {
		for _, bare := range []bool{false, true} {
			c := gen.Leaf("mailbox", "multipurpose")
			c.SetKey(test.key)
			s := gen.Signer{Key: test.key, ID: gen.IssuerAndSerial(c), Digest: test.digest, Algorithm: test.algorithm, Bare: bare}
			got := ReadMail([]byte(gen.Mail(gen.SignedEntity(content, &s, c.Encode()), from))).Message.Signatures[0]
			if got.Result != test.want || got.Reason != test.reason {
				t.Errorf("%s, bare %v: %s %s", test.name, bare, got.Result, got.Reason)
			}
		}
	}
}

// signPSS signs with the test key of 2048 bits.
func signPSS(t *testing.T, message []byte, hash crypto.Hash, salt int) []byte {
	t.Helper()
	h := hash.New()
	h.Write(message)
	signature, err := rsa.SignPSS(pssReader{}, gen.RSA(2048).Private().(*rsa.PrivateKey), hash, h.Sum(nil), &rsa.PSSOptions{SaltLength: salt, Hash: hash})
	if err != nil {
		t.Fatal(err)
	}
	return signature
}

func TestPSS(t *testing.T) {
	content := "Content-Type: text/plain\r\n\r\nhello\r\n"
	for _, test := range []struct {
		name      string
		algorithm []byte
		hash      crypto.Hash
		salt      int
		want      inspect.SignatureResult
	}{
		{"sha-256", gen.RSASSAPSS(cert.OIDSHA256, 32), crypto.SHA256, 32, inspect.SignatureHolds},
		{"sha-512, another salt", gen.RSASSAPSS(cert.OIDSHA512, 20), crypto.SHA512, 20, inspect.SignatureHolds},
		{"defaults", gen.AlgorithmID(cert.OIDRSASSAPSS, gen.Sequence()), crypto.SHA1, 20, inspect.SignatureHolds},
		{"a salt that is not the one named", gen.RSASSAPSS(cert.OIDSHA256, 32), crypto.SHA256, 20, inspect.SignatureWrong},
		{"a hash that is not the one named", gen.RSASSAPSS(cert.OIDSHA256, 32), crypto.SHA512, 32, inspect.SignatureWrong},
	} {
		s := gen.Signer{Key: gen.RSA(2048), ID: gen.IssuerAndSerial(leafCert), Algorithm: test.algorithm, Bare: true, Signature: signPSS(t, []byte(content), test.hash, test.salt)}
		got := ReadMail([]byte(gen.Mail(gen.SignedEntity(content, &s, chain...), from))).Message.Signatures[0]
		if got.Result != test.want {
			t.Errorf("%s: %s %s", test.name, got.Result, got.Reason)
		}
	}
}

// Altered is said where the digest differs, and only there.
func TestAlteredOrWrong(t *testing.T) {
	content, other := "Content-Type: text/plain\r\n\r\nhello\r\n", "Content-Type: text/plain\r\n\r\nhallo\r\n"
	ec := gen.Leaf("mailbox", "multipurpose")
	ec.SetKey(gen.P256("x"))
	stranger := gen.RSA(3072)
	for _, test := range []struct {
		name string
		s    gen.Signer
		over string
		cert *gen.Cert
		want inspect.SignatureResult
	}{
		{"attributes, other content", gen.Signer{Key: gen.RSA(2048)}, other, leafCert, inspect.ContentAltered},
		{"attributes, other key", gen.Signer{Key: stranger}, content, leafCert, inspect.SignatureWrong},
		{"attributes, other key and content", gen.Signer{Key: stranger}, other, leafCert, inspect.ContentAltered},
		{"bare rsa, other content", gen.Signer{Key: gen.RSA(2048), Bare: true}, other, leafCert, inspect.ContentAltered},
		{"bare rsa, other key", gen.Signer{Key: stranger, Bare: true}, content, leafCert, inspect.SignatureWrong},
		{"bare ecdsa, other content", gen.Signer{Key: gen.P256("x"), Bare: true}, other, ec, inspect.SignatureWrong},
		{"no signature", gen.Signer{Key: gen.RSA(2048), Signature: []byte{}}, content, leafCert, inspect.SignatureWrong},
		{"attributes in ber", gen.Signer{Key: gen.RSA(2048), BERAttributes: true}, content, leafCert, inspect.SignatureHolds},
		{"content type of something else", gen.Signer{Key: gen.RSA(2048), ContentType: "1.2.3"}, content, leafCert, inspect.SignatureNotChecked},
	} {
		s := test.s
		s.ID, s.Content = gen.IssuerAndSerial(test.cert), []byte(test.over)
		d := gen.SignedData{Certificates: [][]byte{test.cert.Encode()}, Signers: [][]byte{s.Encode()}}
		mail := gen.Mail(gen.Multipart("multipart/signed", "b", content, gen.Base64Entity("application/pkcs7-signature", d.Encode())), from)
		if got := ReadMail([]byte(mail)).Message.Signatures[0]; got.Result != test.want {
			t.Errorf("%s: %s %s, want %s", test.name, got.Result, got.Reason, test.want)
		}
	}
}
