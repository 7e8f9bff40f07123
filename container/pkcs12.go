package container

import (
	"errors"
	"strconv"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/pkcs12"
)

// openPKCS12 opens a file without a password and, where that is not enough, with
// this one.
func openPKCS12(file, password []byte) inspect.Content {
	contents, err := pkcs12.Open(file, nil)
	needed := errors.Is(err, pkcs12.ErrPassword) || err == nil && errors.Is(contents.Failed, pkcs12.ErrPassword)
	if needed && len(password) > 0 {
		contents, err = pkcs12.Open(file, password)
	}
	found := inspect.Content{Kind: inspect.PKCS12}
	if err != nil {
		found.Error = explain(err, len(password) > 0)
		return found
	}
	found.Certificates = contents.Certificates
	if contents.Failed != nil {
		found.Error = explain(contents.Failed, len(password) > 0)
	}
	for _, k := range contents.Keys {
		report := inspect.KeyReport{Key: k.Name, Compared: k.Compared}
		if k.Certificate >= 0 {
			report.Certificate = inspect.Fingerprint(contents.Certificates[k.Certificate])
		}
		found.Keys = append(found.Keys, report)
	}
	return found
}

// kept is what is said of every file that may hold a key.
const kept = " The password and the key stay in memory only while the file is opened."

// explain says what a file could not be opened for, and what to do next.
func explain(err error, withPassword bool) *inspect.InputError {
	var unknown *pkcs12.UnknownAlgorithm
	var many *pkcs12.TooManyIterations
	switch {
	case errors.As(err, &unknown):
		name := nameOf(unknown.Algorithm)
		return &inspect.InputError{
			Code: inspect.CodeUnknownAlgorithm,
			Message: "A part of this file is encrypted with an algorithm that this page does not have (" + name +
				"). Export the certificate without its key as .cer or .pem, and choose that file.",
			Args: []string{name},
		}
	case errors.As(err, &many):
		n := strconv.Itoa(many.Iterations)
		return &inspect.InputError{
			Code: inspect.CodeTooManyIterations,
			Message: "To open this file takes " + n + " rounds of computing, and this page makes at most " + strconv.Itoa(pkcs12.MaxIterations) +
				". Export the certificate without its key as .cer or .pem, and choose that file.",
			Args: []string{n},
		}
	case errors.Is(err, pkcs12.ErrPassword) && !withPassword:
		return &inspect.InputError{Code: inspect.CodePasswordNeeded, Message: "A password protects this file (.p12, .pfx). Type the one that was set when it was exported; it is not the password of your mailbox." + kept}
	case errors.Is(err, pkcs12.ErrPassword):
		return &inspect.InputError{Code: inspect.CodeWrongPassword, Message: "The password does not open this file. Check capital letters and the layout of the keyboard; the password of the file is not that of your mailbox." + kept}
	case errors.Is(err, pkcs12.ErrPart):
		return &inspect.InputError{Code: inspect.CodeClosedPart, Message: "The password of this file is right, but a part of it, most likely the private key, does not open with it: that part has another password, or it is damaged. If the file has to hold the key, export it again." + kept}
	case errors.Is(err, pkcs12.ErrForCertificate):
		return &inspect.InputError{Code: inspect.CodeForCertificate, Message: "This file is encrypted to somebody's certificate instead of with a password, so only its owner can open it. Export the certificate as .cer or .pem, and choose that file."}
	case errors.Is(err, pkcs12.ErrNoCertificate):
		return &inspect.InputError{Code: inspect.CodeNoCertificate, Message: "This file (.p12, .pfx) holds no certificate, at most a private key. Nothing of it was kept. Choose the certificate (.cer, .crt, .pem)."}
	}
	return &inspect.InputError{Code: inspect.CodeDamagedContainer, Message: "This file (.p12, .pfx) is damaged. Export it again, or fetch it again from where you have it."}
}

// nameOf names an algorithm for people, with its OID.
func nameOf(algorithm cert.OID) string {
	if name := algorithm.Name(); name != "" {
		return name + ", " + string(algorithm)
	}
	return string(algorithm)
}
