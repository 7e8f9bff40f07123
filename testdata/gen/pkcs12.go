package gen

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/rc4"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"hash"
	"math/big"
	"slices"
	"unicode/utf16"

	"sealglass/cert"
)

// PKCS12 describes a PKCS#12 file (RFC 7292 4).
type PKCS12 struct {
	Safes [][]byte // ContentInfos: [PlainSafe], [EncryptedSafe]
	// MAC makes MacData over the content; nil leaves it out.
	MAC func(content []byte) []byte
	// BER writes the outer layers with indefinite lengths, and the content in
	// segments of 100 bytes.
	BER bool
}

// Encode is the file.
func (p *PKCS12) Encode() []byte {
	content := Sequence(p.Safes...)
	tlv, wrapped := TLV, OctetString(content)
	if p.BER {
		content = IndefiniteTLV(SequenceTag, p.Safes...)
		tlv, wrapped = IndefiniteTLV, Segmented(content, 100)
	}
	parts := [][]byte{Integer(3), tlv(SequenceTag, OID(CMSData), tlv(0xa0, wrapped))}
	if p.MAC != nil {
		parts = append(parts, p.MAC(content))
	}
	return tlv(SequenceTag, parts...)
}

// PlainSafe holds bags in the clear.
func PlainSafe(bags ...[]byte) []byte { return ContentInfo(CMSData, OctetString(Sequence(bags...))) }

// EncryptedSafe holds encrypted bags.
func EncryptedSafe(encrypt Encryption, bags ...[]byte) []byte {
	algorithm, ciphertext := encrypt(Sequence(bags...))
	return ContentInfo("1.2.840.113549.1.7.6", Sequence(Integer(0),
		Sequence(OID(CMSData), algorithm, ContextPrimitive(0, ciphertext))))
}

func bag(id cert.OID, value []byte, attributes [][]byte) []byte {
	parts := [][]byte{OID(id), Context(0, value)}
	if attributes != nil {
		parts = append(parts, Set(attributes...))
	}
	return Sequence(parts...)
}

// CertBag holds a certificate.
func CertBag(der []byte, attributes ...[]byte) []byte {
	return bag("1.2.840.113549.1.12.10.1.3", Sequence(OID("1.2.840.113549.1.9.22.1"), Context(0, OctetString(der))), attributes)
}

// KeyBag holds a PrivateKeyInfo in the clear.
func KeyBag(info []byte, attributes ...[]byte) []byte {
	return bag("1.2.840.113549.1.12.10.1.1", info, attributes)
}

// ShroudedKeyBag holds an encrypted PrivateKeyInfo.
func ShroudedKeyBag(encrypt Encryption, info []byte, attributes ...[]byte) []byte {
	algorithm, ciphertext := encrypt(info)
	return bag("1.2.840.113549.1.12.10.1.2", Sequence(algorithm, OctetString(ciphertext)), attributes)
}

// SafeContentsBag holds bags within a bag.
func SafeContentsBag(bags ...[]byte) []byte {
	return bag("1.2.840.113549.1.12.10.1.6", Sequence(bags...), nil)
}

// PKCS8 is the PrivateKeyInfo of a key that has a private half.
func (k *Key) PKCS8() []byte {
	der, err := x509.MarshalPKCS8PrivateKey(k.signer)
	if err != nil {
		panic("gen: " + err.Error())
	}
	return der
}

// Encryption encrypts with a password-based scheme; it returns the
// AlgorithmIdentifier of the scheme.
type Encryption func(plain []byte) (algorithm, ciphertext []byte)

// prfHashes are the hashes of PBKDF2, by the OID of HMAC with them.
var prfHashes = map[cert.OID]func() hash.Hash{
	"1.2.840.113549.2.7": sha1.New, "1.2.840.113549.2.8": sha256.New224, "1.2.840.113549.2.9": sha256.New,
	"1.2.840.113549.2.10": sha512.New384, "1.2.840.113549.2.11": sha512.New,
}

// PBKDF2 is the AlgorithmIdentifier of that key derivation, and the key of n bytes.
func PBKDF2(password []byte, prf cert.OID, iterations, n int, more ...[]byte) (algorithm, key []byte) {
	salt := stream("salt", 16)
	key, err := pbkdf2.Key(prfHashes[prf], string(password), salt, iterations, n)
	if err != nil {
		panic("gen: " + err.Error())
	}
	parts := append([][]byte{OctetString(salt), Integer(int64(iterations))}, more...)
	if prf != "1.2.840.113549.2.7" { // the default
		parts = append(parts, AlgorithmID(prf, Null()))
	}
	return AlgorithmID("1.2.840.113549.1.5.12", Sequence(parts...)), key
}

// PBES2 encrypts with AES in CBC mode, whose OID tells the size of the key, or
// with triple DES.
func PBES2(password []byte, prf, algorithm cert.OID, iterations int) Encryption {
	return func(plain []byte) ([]byte, []byte) {
		size := map[cert.OID]int{
			"2.16.840.1.101.3.4.1.2": 16, "2.16.840.1.101.3.4.1.22": 24, "2.16.840.1.101.3.4.1.42": 32, "1.2.840.113549.3.7": 24,
		}[algorithm]
		kdf, key := PBKDF2(password, prf, iterations, size)
		var block cipher.Block
		var err error
		if algorithm == "1.2.840.113549.3.7" {
			block, err = des.NewTripleDESCipher(key)
		} else {
			block, err = aes.NewCipher(key)
		}
		if err != nil {
			panic("gen: " + err.Error())
		}
		iv := stream("iv", block.BlockSize())
		scheme := AlgorithmID("1.2.840.113549.1.5.13", Sequence(kdf, AlgorithmID(algorithm, OctetString(iv))))
		return scheme, cbc(block, iv, plain)
	}
}

// cbc pads and encrypts.
func cbc(block cipher.Block, iv, plain []byte) []byte {
	n := block.BlockSize() - len(plain)%block.BlockSize()
	padded := slices.Concat(plain, bytes.Repeat([]byte{byte(n)}, n))
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(padded, padded)
	return padded
}

// PBE encrypts with a scheme of PKCS#12 itself (RFC 7292 C) under a password as
// [Wide] encodes it: 1 and 2 are RC4, 3 and 4 triple DES.
func PBE(password []byte, scheme byte, iterations int) Encryption {
	return func(plain []byte) ([]byte, []byte) {
		salt := stream("salt", 8)
		oid := cert.OID("1.2.840.113549.1.12.1." + string('0'+scheme))
		algorithm := AlgorithmID(oid, Sequence(OctetString(salt), Integer(int64(iterations))))
		size := map[byte]int{1: 16, 2: 5, 3: 24, 4: 16}[scheme]
		key := PKCS12Key(sha1.New, 1, password, salt, iterations, size)
		if scheme < 3 {
			c, err := rc4.NewCipher(key)
			if err != nil {
				panic("gen: " + err.Error())
			}
			out := slices.Clone(plain)
			c.XORKeyStream(out, out)
			return algorithm, out
		}
		block, err := des.NewTripleDESCipher(append(key, key[:24-size]...))
		if err != nil {
			panic("gen: " + err.Error())
		}
		return algorithm, cbc(block, PKCS12Key(sha1.New, 2, password, salt, iterations, 8), plain)
	}
}

// Wide is a password as the key derivation of PKCS#12 takes it (RFC 7292 B.1).
func Wide(password string) []byte {
	var out []byte
	for _, unit := range append(utf16.Encode([]rune(password)), 0) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return out
}

// PKCS12Key derives n bytes for a purpose: 1 a key, 2 an IV, 3 a MAC (RFC 7292 B.2).
func PKCS12Key(newHash func() hash.Hash, purpose byte, password, salt []byte, iterations, n int) []byte {
	u, v := newHash().Size(), newHash().BlockSize()
	repeat := func(b []byte) []byte {
		if len(b) == 0 {
			return nil
		}
		size := v * ((len(b) + v - 1) / v)
		return bytes.Repeat(b, size/len(b)+1)[:size]
	}
	in := slices.Concat(repeat(salt), repeat(password))
	modulus := new(big.Int).Lsh(big.NewInt(1), uint(8*v))
	var out []byte
	for len(out) < n {
		sum := slices.Concat(bytes.Repeat([]byte{purpose}, v), in)
		for range iterations {
			h := newHash()
			h.Write(sum)
			sum = h.Sum(nil)
		}
		out = append(out, sum[:u]...)
		add := new(big.Int).Add(new(big.Int).SetBytes(repeat(sum)[:v]), big.NewInt(1))
		for i := 0; i < len(in); i += v {
			block := new(big.Int).SetBytes(in[i : i+v])
			block.Add(block, add).Mod(block, modulus).FillBytes(in[i : i+v])
		}
	}
	return out[:n]
}

// MAC is MacData with HMAC under a password as [Wide] encodes it (RFC 7292 4).
func MAC(hashOID cert.OID, password []byte, iterations int) func(content []byte) []byte {
	return func(content []byte) []byte {
		salt, newHash := stream("salt", 8), digests[hashOID].New
		mac := hmac.New(newHash, PKCS12Key(newHash, 3, password, salt, iterations, newHash().Size()))
		mac.Write(content)
		parts := [][]byte{Sequence(AlgorithmID(hashOID, Null()), OctetString(mac.Sum(nil))), OctetString(salt)}
		if iterations != 1 { // the default
			parts = append(parts, Integer(int64(iterations)))
		}
		return Sequence(parts...)
	}
}

// PBMAC1 is MacData with PBMAC1 (RFC 9579 3).
func PBMAC1(password []byte, prf cert.OID, iterations int) func(content []byte) []byte {
	return func(content []byte) []byte {
		kdf, key := PBKDF2(password, prf, iterations, 32, Integer(32))
		mac := hmac.New(prfHashes[prf], key)
		mac.Write(content)
		scheme := AlgorithmID("1.2.840.113549.1.5.14", Sequence(kdf, AlgorithmID(prf, Null())))
		return Sequence(Sequence(scheme, OctetString(mac.Sum(nil))), OctetString([]byte("unused")), Integer(1))
	}
}
