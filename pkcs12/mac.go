package pkcs12

import (
	"crypto/hmac"
	"hash"

	"sealglass/cert"
)

// checkMAC compares the message authentication code over the content with the
// one in MacData (RFC 7292 4), and keeps the encoding of the password for which
// they are the same.
func (o *opener) checkMAC(macData, content []byte) error {
	in := within(macData)
	info, ok := in.Take(0, tagSequence)
	salt, ok2 := octets(&in)
	if !ok || !ok2 {
		return ErrDamaged
	}
	iterations, ok := number(&in)
	if !ok {
		iterations = 1
	}
	digestInfo := in.Within(&info)
	scheme, ok := digestInfo.Take(0, tagSequence)
	digest, ok2 := octets(&digestInfo)
	if !ok || !ok2 {
		return ErrDamaged
	}
	a, ok := cert.ParseAlgorithm(digestInfo.Of(&scheme))
	if !ok {
		return ErrDamaged
	}
	if a.OID == oidPBMAC1 {
		return o.checkPBMAC1(a.Params.In(digestInfo.Of(&scheme)), digest, content)
	}
	newHash, known := hashes[a.OID]
	if !known {
		return &UnknownAlgorithm{a.OID}
	}
	for i, candidate := range o.password.wide {
		key, err := o.derive(newHash, forMAC, candidate, salt, iterations, newHash().Size())
		if err != nil {
			return err
		}
		fits := macFits(newHash, key, content, digest)
		clear(key)
		if fits {
			o.password.wide = o.password.wide[i : i+1]
			return nil
		}
	}
	return ErrPassword
}

// checkPBMAC1 is checkMAC for PBMAC1 (RFC 9579 3), whose parameters tell
// everything; the salt and iterations of MacData mean nothing.
func (o *opener) checkPBMAC1(parameters, digest, content []byte) error {
	in := within(parameters)
	kdf, ok := in.Take(0, tagSequence)
	scheme, ok2 := in.Take(0, tagSequence)
	if !ok || !ok2 {
		return ErrDamaged
	}
	d, err := readPBKDF2(in.Of(&kdf))
	if err != nil {
		return err
	}
	a, _ := cert.ParseAlgorithm(in.Of(&scheme))
	newHash, known := prfs[a.OID]
	if !known {
		return &UnknownAlgorithm{a.OID}
	}
	if d.keySize < 1 || d.keySize > maxMACKey {
		return ErrDamaged
	}
	for i, candidate := range o.password.octets {
		key, err := o.pbkdf2(&d, candidate, d.keySize)
		if err != nil {
			return err
		}
		fits := macFits(newHash, key, content, digest)
		clear(key)
		if fits {
			o.password.octets = o.password.octets[i : i+1]
			return nil
		}
	}
	return ErrPassword
}

// maxMACKey bounds the key of PBMAC1 in bytes; hashes use no longer ones.
const maxMACKey = 1024

func macFits(newHash func() hash.Hash, key, content, digest []byte) bool {
	mac := hmac.New(newHash, key)
	mac.Write(content)
	return hmac.Equal(mac.Sum(nil), digest)
}
