package pkcs12

import (
	"encoding/base64"

	"sealglass/cert"
	"sealglass/cms"
)

// The bags (RFC 7292 4.2) and what a certBag holds.
const (
	oidKeyBag             cert.OID = "1.2.840.113549.1.12.10.1.1"
	oidShroudedKeyBag     cert.OID = "1.2.840.113549.1.12.10.1.2"
	oidCertBag            cert.OID = "1.2.840.113549.1.12.10.1.3"
	oidSafeContentsBag    cert.OID = "1.2.840.113549.1.12.10.1.6"
	oidX509Certificate    cert.OID = "1.2.840.113549.1.9.22.1"
	oidSDSICertificateBag cert.OID = "1.2.840.113549.1.9.22.2"
)

// fail notes why a part could not be opened.
func (o *opener) fail(err error) {
	if o.failed == nil && err != nil {
		o.failed = err
	}
}

// readSafes reads AuthenticatedSafe (RFC 7292 4.1): the SafeContents in it, in
// the clear or encrypted.
func (o *opener) readSafes(authSafe []byte) {
	if !isWhole(authSafe) {
		o.fail(ErrDamaged)
		return
	}
	var secrets [][]byte
	defer func() {
		for _, s := range secrets {
			clear(s)
		}
	}()
	bags := 0
	for each, n := within(authSafe), 0; n < maxSafes; n++ {
		info, ok := each.Take(0, tagSequence)
		if !ok {
			return
		}
		contents, secret, err := o.safe(each.Of(&info))
		o.fail(err)
		if secret {
			secrets = append(secrets, contents)
		}
		waiting := [][]byte{contents}
		for len(waiting) > 0 && n < maxSafes && bags < MaxBags {
			contents, waiting = waiting[0], waiting[1:]
			waiting = append(waiting, o.readBags(contents, &bags)...)
			n++
		}
	}
}

// safe opens one ContentInfo of the AuthenticatedSafe; secret says that it was
// encrypted.
func (o *opener) safe(info []byte) (contents []byte, secret bool, err error) {
	m := cms.Read(info)
	switch m.Type {
	case cms.OIDData:
		return m.Content(), false, nil
	case cms.OIDEncryptedData:
		contents, err = o.decrypt(m.Ciphertext())
		return contents, true, err
	case cms.OIDEnvelopedData:
		return nil, false, ErrForCertificate
	}
	return nil, false, ErrDamaged
}

// readBags reads SafeContents (RFC 7292 4.2) and returns those within it.
func (o *opener) readBags(contents []byte, bags *int) (inner [][]byte) {
	for each := within(contents); *bags < MaxBags; *bags++ {
		bag, ok := each.Take(0, tagSequence)
		if !ok {
			return inner
		}
		in := each.Within(&bag)
		id, ok := in.Take(0, tagOID)
		value, ok2 := in.Take(2, 0)
		if !ok || !ok2 {
			o.fail(ErrDamaged)
			continue
		}
		encoding := in.Content(&value)
		switch cert.DecodeOID(in.Content(&id)) {
		case oidCertBag:
			o.certificate(encoding)
		case oidKeyBag:
			o.key(encoding)
		case oidShroudedKeyBag:
			o.shroudedKey(encoding)
		case oidSafeContentsBag:
			inner = append(inner, encoding)
		}
	}
	return inner
}

// certificate keeps a copy of the certificate in a CertBag (RFC 7292 4.2.3).
func (o *opener) certificate(bag []byte) {
	in := within(bag)
	id, ok := in.Take(0, tagOID)
	wrapper, ok2 := in.Take(2, 0)
	if !ok || !ok2 {
		o.fail(ErrDamaged)
		return
	}
	value := in.Within(&wrapper)
	switch cert.DecodeOID(in.Content(&id)) {
	case oidX509Certificate:
		if der, ok := octets(&value); ok {
			o.contents.Certificates = append(o.contents.Certificates, clone(der))
		}
	case oidSDSICertificateBag:
		if text, ok := value.Next(); ok {
			if der, err := base64.StdEncoding.DecodeString(string(value.Octets(&text))); err == nil {
				o.contents.Certificates = append(o.contents.Certificates, der)
			}
		}
	}
}

// shroudedKey decrypts an EncryptedPrivateKeyInfo (RFC 5958 3) for long enough to
// see what key it is.
func (o *opener) shroudedKey(encoding []byte) {
	in := within(encoding)
	scheme, ok := in.Take(0, tagSequence)
	ciphertext, ok2 := octets(&in)
	if !ok || !ok2 {
		o.fail(ErrDamaged)
		return
	}
	plain, err := o.decrypt(in.Of(&scheme), ciphertext)
	if err != nil {
		o.fail(err)
		o.contents.Keys = append(o.contents.Keys, Key{Certificate: -1})
		return
	}
	o.key(plain)
	clear(plain)
}
