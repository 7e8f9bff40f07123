package inputs

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

const (
	password                = "Grüße 2026"
	hmacSHA256     cert.OID = "1.2.840.113549.2.9"
	aes128, aes256          = cert.OID("2.16.840.1.101.3.4.1.2"), cert.OID("2.16.840.1.101.3.4.1.42")
	// rounds of key derivation, as many as many programs take.
	rounds = 2048
)

// keyFiles are PKCS#12 files.
func keyFiles() []Case {
	modern := gen.PBES2([]byte(password), hmacSHA256, aes256, rounds)
	legacy := gen.PBE(gen.Wide(password), 3, rounds)
	mac := gen.MAC(cert.OIDSHA256, gen.Wide(password), rounds)
	key := gen.RSA(2048).PKCS8()
	usual := func(encrypt gen.Encryption) gen.PKCS12 {
		return gen.PKCS12{
			Safes: [][]byte{
				gen.EncryptedSafe(encrypt, gen.CertBag(leafDER), gen.CertBag(chain[1])),
				gen.PlainSafe(gen.ShroudedKeyBag(encrypt, key)),
			}, MAC: mac,
		}
	}
	file := func(name, secret, code string, certificates [][]byte, edit func(p *gen.PKCS12)) Case {
		p := usual(modern)
		edit(&p)
		c := row(name, string(p.Encode()), "pkcs12", code, certificates)
		c.Password = secret
		return c
	}
	whole := usual(modern)
	two := chain[:2]
	unknown := func([]byte) ([]byte, []byte) { return gen.AlgorithmID("1.2.3"), nil }
	return []Case{
		file("p12", password, "", two, func(*gen.PKCS12) {}),
		file("p12 in ber", password, "", two, func(p *gen.PKCS12) { p.BER = true }),
		file("p12, triple des", password, "", two, func(p *gen.PKCS12) { *p = usual(legacy) }),
		file("p12, rc4", password, "", two, func(p *gen.PKCS12) { *p = usual(gen.PBE(gen.Wide(password), 1, rounds)) }),
		file("p12, aes-128 and sha-1", password, "", two, func(p *gen.PKCS12) {
			*p = usual(gen.PBES2([]byte(password), "1.2.840.113549.2.7", aes128, rounds))
			p.MAC = gen.MAC(cert.OIDSHA1, gen.Wide(password), rounds)
		}),
		file("p12, pbmac1", password, "", two, func(p *gen.PKCS12) { p.MAC = gen.PBMAC1([]byte(password), hmacSHA256, rounds) }),
		file("p12 without a mac", password, "", two, func(p *gen.PKCS12) { p.MAC = nil }),
		file("p12, two keys", password, "", both, func(p *gen.PKCS12) {
			p.Safes = [][]byte{gen.EncryptedSafe(modern, gen.CertBag(leafDER), gen.CertBag(otherDER), gen.KeyBag(key), gen.KeyBag(gen.P256("x").PKCS8()))}
		}),
		file("p12, certificates alone", password, "", two, func(p *gen.PKCS12) { p.Safes = p.Safes[:1] }),
		file("p12, empty password", "", "", one, func(p *gen.PKCS12) {
			p.Safes = [][]byte{gen.EncryptedSafe(gen.PBES2(nil, hmacSHA256, aes256, rounds), gen.CertBag(leafDER))}
			p.MAC = gen.MAC(cert.OIDSHA256, gen.Wide(""), rounds)
		}),
		file("p12, no password", "", "", one, func(p *gen.PKCS12) {
			p.Safes = [][]byte{gen.PlainSafe(gen.CertBag(leafDER))}
			p.MAC = gen.MAC(cert.OIDSHA1, nil, rounds)
		}),
		file("p12, password needed", "", "password-needed", nil, func(*gen.PKCS12) {}),
		file("p12, wrong password", "Gruesse 2026", "wrong-password", nil, func(*gen.PKCS12) {}),
		file("p12, key with another password", password, "closed-part", two, func(p *gen.PKCS12) {
			p.Safes[1] = gen.PlainSafe(gen.ShroudedKeyBag(gen.PBES2([]byte("another one"), hmacSHA256, aes256, rounds), key))
		}),
		file("p12, certificates in the clear", "", "password-needed", two, func(p *gen.PKCS12) {
			p.Safes[0] = gen.PlainSafe(gen.CertBag(leafDER), gen.CertBag(chain[1]))
		}),
		file("p12, a key alone", password, "no-certificate", nil, func(p *gen.PKCS12) { p.Safes = p.Safes[1:] }),
		file("p12, unknown algorithm", password, "unknown-algorithm", nil, func(p *gen.PKCS12) {
			p.Safes = [][]byte{gen.EncryptedSafe(unknown)}
		}),
		file("p12, too many rounds", password, "too-many-iterations", nil, func(p *gen.PKCS12) {
			p.MAC = func([]byte) []byte {
				return gen.Sequence(gen.Sequence(gen.AlgorithmID(cert.OIDSHA1), gen.OctetString(make([]byte, 20))), gen.OctetString(nil), gen.Integer(10_000_001))
			}
		}),
		file("p12 for a certificate", password, "for-certificate", nil, func(p *gen.PKCS12) { p.Safes = [][]byte{forLeaf()} }),
		{Name: "p12, cut", Data: whole.Encode()[:1500], Password: password, Answers: []Answer{{"pkcs12", "damaged-container", nil}}},
		{Name: "p12 in pem", Data: []byte(pemOf("PKCS12", whole.Encode())), Password: password, Answers: []Answer{{"pkcs12", "", two}}},
		{Name: "p12 in base64", Data: []byte(b64(whole.Encode())), Password: password, Answers: []Answer{{"pkcs12", "", two}}},
	}
}
