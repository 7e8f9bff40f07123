package pkcs12

import (
	"crypto/sha1"
	"hash"

	"sealglass/cert"
)

// opener opens one file.
type opener struct {
	password password
	left     int // iterations that may still be spent
	contents Contents
	// failed is the first reason for which a part could not be opened.
	failed error
}

// spend accounts for a key derivation, which runs once for each block of what
// it derives.
func (o *opener) spend(iterations, blocks int) error {
	if iterations < 1 {
		return ErrDamaged
	}
	if iterations*blocks > o.left {
		return &TooManyIterations{iterations}
	}
	o.left -= iterations * blocks
	return nil
}

// decrypt decrypts what a password-based scheme encrypted. The plaintext is one
// whole encoding: that tells the right password from a wrong one.
func (o *opener) decrypt(scheme, ciphertext []byte) ([]byte, error) {
	a, ok := cert.ParseAlgorithm(scheme)
	if !ok {
		return nil, ErrDamaged
	}
	parameters := a.Params.In(scheme)
	if a.OID == oidPBES2 {
		return o.decryptPBES2(parameters, ciphertext)
	}
	c, known := pkcs12Ciphers[a.OID]
	if !known {
		return nil, &UnknownAlgorithm{a.OID}
	}
	return o.decryptPKCS12(c, parameters, ciphertext)
}

// decryptPKCS12 uses a scheme of RFC 7292 C.
func (o *opener) decryptPKCS12(c pkcs12Cipher, parameters, ciphertext []byte) ([]byte, error) {
	in := within(parameters)
	salt, ok := octets(&in)
	iterations, ok2 := number(&in)
	if !ok || !ok2 {
		return nil, ErrDamaged
	}
	for i, candidate := range o.password.wide {
		plain, ok, err := o.tryPKCS12(c, candidate, salt, iterations, ciphertext)
		if err != nil {
			return nil, err
		}
		if ok && isWhole(plain) {
			o.password.wide = o.password.wide[i : i+1]
			return plain, nil
		}
		clear(plain)
	}
	return nil, ErrPassword
}

// tryPKCS12 decrypts with one encoding of the password.
func (o *opener) tryPKCS12(c pkcs12Cipher, password, salt []byte, iterations int, ciphertext []byte) (plain []byte, ok bool, err error) {
	key, err := o.derive(sha1.New, forKey, password, salt, iterations, c.keySize)
	if err != nil {
		return nil, false, err
	}
	defer clear(key)
	if c.stream {
		return decryptRC4(key, ciphertext), true, nil
	}
	iv, err := o.derive(sha1.New, forIV, password, salt, iterations, c.blockSize)
	if err != nil {
		return nil, false, err
	}
	plain, ok = c.decryptCBC(key, iv, ciphertext)
	return plain, ok, nil
}

// decryptPBES2 uses PBES2 (RFC 8018 6.2).
func (o *opener) decryptPBES2(parameters, ciphertext []byte) ([]byte, error) {
	in := within(parameters)
	kdf, ok := in.Take(0, tagSequence)
	derivation := in.Of(&kdf)
	encryption, ok2 := in.Take(0, tagSequence)
	if !ok || !ok2 {
		return nil, ErrDamaged
	}
	e, ok := cert.ParseAlgorithm(in.Of(&encryption))
	if !ok {
		return nil, ErrDamaged
	}
	c, known := blockCiphers[e.OID]
	if !known {
		return nil, &UnknownAlgorithm{e.OID}
	}
	parameters = e.Params.In(in.Of(&encryption))
	in = cert.ElementsIn(parameters, cert.Span{Length: len(parameters)})
	iv, ok := octets(&in)
	if !ok {
		return nil, ErrDamaged
	}
	d, err := readPBKDF2(derivation)
	if err != nil {
		return nil, err
	}
	for i, candidate := range o.password.octets {
		key, err := o.pbkdf2(&d, candidate, c.keySize)
		if err != nil {
			return nil, err
		}
		plain, ok := c.decryptCBC(key, iv, ciphertext)
		clear(key)
		if ok && isWhole(plain) {
			o.password.octets = o.password.octets[i : i+1]
			return plain, nil
		}
		clear(plain)
	}
	return nil, ErrPassword
}

// derivation is PBKDF2-params (RFC 8018 A.2).
type derivation struct {
	newHash    func() hash.Hash
	salt       []byte
	iterations int
	keySize    int // 0 where it is not told
}

// readPBKDF2 reads the AlgorithmIdentifier of a key derivation.
func readPBKDF2(algorithm []byte) (d derivation, err error) {
	a, ok := cert.ParseAlgorithm(algorithm)
	if !ok {
		return d, ErrDamaged
	}
	if a.OID != oidPBKDF2 {
		return d, &UnknownAlgorithm{a.OID}
	}
	in := within(a.Params.In(algorithm))
	var ok2 bool
	d.salt, ok = octets(&in)
	d.iterations, ok2 = number(&in)
	if !ok || !ok2 {
		return d, ErrDamaged
	}
	d.keySize, _ = number(&in)
	prf := oidHMACSHA1
	if e, ok := in.Take(0, tagSequence); ok {
		a, _ := cert.ParseAlgorithm(in.Of(&e))
		prf = a.OID
	}
	newHash, known := prfs[prf]
	if !known {
		return d, &UnknownAlgorithm{prf}
	}
	d.newHash = newHash
	return d, nil
}

// pbkdf2 derives a key of that many bytes.
func (o *opener) pbkdf2(d *derivation, password []byte, size int) ([]byte, error) {
	if err := o.spend(d.iterations, blocks(size, d.newHash)); err != nil {
		return nil, err
	}
	return pbkdf2(d.newHash, password, d.salt, d.iterations, size), nil
}

// derive derives a value by RFC 7292 B.2.
func (o *opener) derive(newHash func() hash.Hash, purpose byte, password, salt []byte, iterations, size int) ([]byte, error) {
	if err := o.spend(iterations, blocks(size, newHash)); err != nil {
		return nil, err
	}
	return derive(newHash, purpose, password, salt, iterations, size), nil
}

// blocks is how often a derivation runs for that many bytes.
func blocks(size int, newHash func() hash.Hash) int {
	n := newHash().Size()
	return (size + n - 1) / n
}

// isWhole says whether the bytes are one SEQUENCE and nothing else.
func isWhole(plain []byte) bool {
	in := cert.ElementsIn(plain, cert.Span{Length: len(plain)})
	e, ok := in.Take(0, tagSequence)
	return ok && !e.Cut && len(in.Bytes()) == 0
}
