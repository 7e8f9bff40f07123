package pkcs12

import (
	"errors"
	"strconv"

	"sealglass/cert"
)

// What can be wrong with a file.
var (
	ErrPassword      = errors.New("pkcs12: the password does not open the file")
	ErrDamaged       = errors.New("pkcs12: the file is damaged")
	ErrNoCertificate = errors.New("pkcs12: the file holds no certificate")
	// ErrPart: the password fits the MAC of the file, but a part of it does not
	// open: it has a password of its own, as keytool can set for a key, or is damaged.
	ErrPart = errors.New("pkcs12: the password opens the file, but not a part of it")
	// ErrForCertificate: the file was encrypted to a certificate instead of a
	// password (RFC 7292 3.1, public-key privacy mode).
	ErrForCertificate = errors.New("pkcs12: the file is encrypted to a certificate, not with a password")
)

// UnknownAlgorithm is the error of an algorithm that this package does not have.
type UnknownAlgorithm struct{ Algorithm cert.OID }

func (e *UnknownAlgorithm) Error() string {
	return "pkcs12: unknown algorithm " + string(e.Algorithm)
}

// TooManyIterations is the error of a key derivation that would take too long.
type TooManyIterations struct{ Iterations int }

func (e *TooManyIterations) Error() string {
	return "pkcs12: " + strconv.Itoa(e.Iterations) + " iterations of key derivation, more than " + strconv.Itoa(MaxIterations)
}
