package pkcs12

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"

	"sealglass/cert"
)

// hashes are those of MACs and of key derivation, by the OID of the hash.
var hashes = map[cert.OID]func() hash.Hash{
	cert.OIDMD5:    md5.New,
	cert.OIDSHA1:   sha1.New,
	cert.OIDSHA224: sha256.New224,
	cert.OIDSHA256: sha256.New,
	cert.OIDSHA384: sha512.New384,
	cert.OIDSHA512: sha512.New,
}

// prfs are the pseudorandom functions of PBKDF2 and the MACs of PBMAC1 (RFC 8018
// B.1.2), by the OID of HMAC with the hash.
var prfs = map[cert.OID]func() hash.Hash{
	"1.2.840.113549.2.7":  sha1.New,
	"1.2.840.113549.2.8":  sha256.New224,
	"1.2.840.113549.2.9":  sha256.New,
	"1.2.840.113549.2.10": sha512.New384,
	"1.2.840.113549.2.11": sha512.New,
	"1.2.840.113549.2.12": sha512.New512_224,
	"1.2.840.113549.2.13": sha512.New512_256,
}

const (
	oidPBES2      cert.OID = "1.2.840.113549.1.5.13"
	oidPBMAC1     cert.OID = "1.2.840.113549.1.5.14"
	oidPBKDF2     cert.OID = "1.2.840.113549.1.5.12"
	oidHMACSHA1   cert.OID = "1.2.840.113549.2.7"
	oidDESEDE3CBC cert.OID = "1.2.840.113549.3.7"
)

// blockCipher is a cipher in CBC mode.
type blockCipher struct {
	keySize, blockSize int // bytes
	block              func(key []byte) (cipher.Block, error)
}

// blockCiphers are those of PBES2 (RFC 8018 B.2), by their OID.
var blockCiphers = map[cert.OID]blockCipher{
	"2.16.840.1.101.3.4.1.2":  {16, aes.BlockSize, aes.NewCipher},
	"2.16.840.1.101.3.4.1.22": {24, aes.BlockSize, aes.NewCipher},
	"2.16.840.1.101.3.4.1.42": {32, aes.BlockSize, aes.NewCipher},
	oidDESEDE3CBC:             {24, des.BlockSize, des.NewTripleDESCipher},
}

// pkcs12Cipher is an encryption scheme of PKCS#12 itself (RFC 7292 C). A stream
// cipher has no block.
type pkcs12Cipher struct {
	blockCipher
	stream bool
}

// pkcs12Ciphers are these schemes, by their OID.
var pkcs12Ciphers = map[cert.OID]pkcs12Cipher{
	"1.2.840.113549.1.12.1.1": {blockCipher{keySize: 16}, true}, // RC4
	"1.2.840.113549.1.12.1.2": {blockCipher{keySize: 5}, true},
	"1.2.840.113549.1.12.1.3": {blockCipher{24, des.BlockSize, des.NewTripleDESCipher}, false},
	"1.2.840.113549.1.12.1.4": {blockCipher{16, des.BlockSize, twoKeyTripleDES}, false},
	"1.2.840.113549.1.12.1.5": {blockCipher{16, rc2BlockSize, wholeRC2}, false},
	"1.2.840.113549.1.12.1.6": {blockCipher{5, rc2BlockSize, wholeRC2}, false},
}

func twoKeyTripleDES(key []byte) (cipher.Block, error) {
	three := append(clone(key), key[:8]...)
	defer clear(three)
	return des.NewTripleDESCipher(three)
}

// wholeRC2 is RC2 with as many effective bits as the key has.
func wholeRC2(key []byte) (cipher.Block, error) { return newRC2(key, 8*len(key)), nil }

// decryptCBC decrypts and takes the padding off (RFC 8018 6.1.1 (4)); ok is
// false where there is none, as after a wrong password.
func (b *blockCipher) decryptCBC(key, iv, ciphertext []byte) (plain []byte, ok bool) {
	if len(ciphertext) == 0 || len(ciphertext)%b.blockSize != 0 || len(iv) != b.blockSize {
		return nil, false
	}
	block, err := b.block(key)
	if err != nil {
		return nil, false
	}
	plain = make([]byte, len(ciphertext))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(plain, ciphertext)
	n := int(plain[len(plain)-1])
	if n == 0 || n > b.blockSize {
		clear(plain)
		return nil, false
	}
	for _, p := range plain[len(plain)-n:] {
		if int(p) != n {
			clear(plain)
			return nil, false
		}
	}
	return plain[:len(plain)-n], true
}

// decryptRC4 never fails; what is no encoding comes of a wrong password.
func decryptRC4(key, ciphertext []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return nil
	}
	plain := make([]byte, len(ciphertext))
	c.XORKeyStream(plain, ciphertext)
	return plain
}
