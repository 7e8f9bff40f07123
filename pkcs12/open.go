package pkcs12

import (
	"bytes"
	"errors"

	"sealglass/cert"
	"sealglass/cms"
)

// Contents is what was in a file.
type Contents struct {
	// Certificates are the encodings of the X.509 certificates, in their order.
	Certificates [][]byte
	Keys         []Key
	// Failed is the first reason for which a part could not be opened, nil where
	// all was.
	Failed error
}

// Key is a private key, of which only this is kept.
type Key struct {
	// Name is that of the public key: "RSA 2048"; empty where it is not known.
	Name string
	// Compared says that the public key could be computed from the private one,
	// and Certificate is the index of the certificate with the same, or -1.
	Compared    bool
	Certificate int

	public cert.PublicKey
}

// The universal tag numbers of this package (X.680 8.4).
const (
	tagInteger     = 2
	tagBitString   = 3
	tagOctetString = 4
	tagOID         = 6
	tagSequence    = 16
	tagSet         = 17
)

// Open opens a file with a password in UTF-8, which may be empty. The error is
// one of those of errors.go. A file that opens in part gives its certificates,
// and why not all of it.
//
// Open overwrites everything that it decrypted or derived. The password itself
// and the file are the caller's.
func Open(file, passwordUTF8 []byte) (*Contents, error) {
	o := opener{password: encode(passwordUTF8), left: MaxIterations}
	all := o.password // decrypt keeps those that fit
	defer all.wipe()
	safes, mac, err := readPFX(file)
	if err != nil {
		return nil, err
	}
	if mac != nil {
		err = o.checkMAC(mac, safes)
	}
	var unknown *UnknownAlgorithm
	switch {
	case err == ErrPassword:
		o.password = password{} // what is encrypted need not be tried
	case err != nil && !errors.As(err, &unknown):
		return nil, err
	}
	fits := mac != nil && err == nil
	o.failed = err
	o.readSafes(safes)
	if fits && o.failed == ErrPassword {
		o.failed = ErrPart
	}
	if len(o.contents.Certificates) == 0 {
		if o.failed == nil {
			o.failed = ErrNoCertificate
		}
		return nil, o.failed
	}
	o.contents.match()
	o.contents.Failed = o.failed
	return &o.contents, nil
}

// readPFX reads PFX (RFC 7292 4): the content of authSafe and macData, which is
// nil where there is none.
func readPFX(file []byte) (safes, mac []byte, err error) {
	in := cert.ElementsIn(file, cert.Span{Length: len(file)})
	pfx, ok := in.Take(0, tagSequence)
	if !ok || pfx.Cut {
		return nil, nil, ErrDamaged
	}
	in = in.Within(&pfx)
	in.Take(0, tagInteger) // version
	info, ok := in.Take(0, tagSequence)
	if !ok {
		return nil, nil, ErrDamaged
	}
	m := cms.Read(in.Of(&info))
	if !m.Attached || m.Type != cms.OIDData && m.Type != cms.OIDSignedData {
		return nil, nil, ErrDamaged
	}
	if data, ok := in.Take(0, tagSequence); ok {
		mac = in.Of(&data)
	}
	return m.Content(), mac, nil
}

// within reads what lies in the first element of an encoding.
func within(der []byte) cert.Elements {
	in := cert.ElementsIn(der, cert.Span{Length: len(der)})
	e, ok := in.Next()
	if !ok {
		return cert.Elements{}
	}
	return in.Within(&e)
}

// octets reads an OCTET STRING.
func octets(in *cert.Elements) ([]byte, bool) {
	e, ok := in.Take(0, tagOctetString)
	if !ok {
		return nil, false
	}
	return in.Octets(&e), true
}

// number reads an INTEGER from 0 to 2^31-1.
func number(in *cert.Elements) (int, bool) {
	e, ok := in.Take(0, tagInteger)
	if !ok {
		return 0, false
	}
	digits := bytes.TrimLeft(in.Content(&e), "\x00")
	if len(digits) > 4 || len(digits) == 4 && digits[0] >= 0x80 {
		return 1<<31 - 1, true // too many of whatever is counted
	}
	n := 0
	for _, d := range digits {
		n = n<<8 | int(d)
	}
	return n, true
}

// encodeTLV is an encoding with this identifier octet.
func encodeTLV(identifier byte, parts ...[]byte) []byte {
	n := 0
	for _, part := range parts {
		n += len(part)
	}
	der := []byte{identifier, 0x84, byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}
	for _, part := range parts {
		der = append(der, part...)
	}
	return der
}
