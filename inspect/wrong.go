package inspect

import (
	"strconv"
	"strings"

	"sealglass/cert"
)

// wrongInput is what a person reads about an input that is no certificate: what
// it is, and what to do next.
type wrongInput struct {
	kind    Kind
	message string
}

// wrongInputs says it for each kind that is recognised by itself. Messages that
// need figures are made where the figures are.
var wrongInputs = [...]wrongInput{
	{Empty, "This file is empty. Choose the certificate file again, or ask for it once more."},
	{TooLarge, "This file is too large for a certificate: more than 4 MiB. Nothing of it was read. Choose the certificate (.cer, .crt, .pem) alone."},
	{PrivateKey, "This is a private key. Keep it secret. It was not displayed and not kept. Choose the certificate (.cer, .crt, .pem) instead."},
	{PublicKey, "This is a bare public key: it says nothing about whose it is. Choose the certificate (.cer, .crt, .pem) that holds it."},
	{OCSP, "This is an answer about the state of a certificate (OCSP). To see what it says, choose that certificate, its issuer's and this answer together."},
	{Timestamp, "This is a timestamp. Choose the certificate (.cer, .crt, .pem) instead."},
	{AttributeCert, "This is an attribute certificate: it holds rights, but no key. Choose the certificate (.cer, .crt, .pem) it belongs to."},
	{PKCS7, "This is a PKCS#7 container (.p7b, .p7c, .p7s, .p7m) that holds no certificate. Choose the certificate (.cer, .crt, .pem), or a message that was signed with it."},
	{PKCS12, "This is a PKCS#12 file (.p12, .pfx), which usually holds a private key. Keep it to yourself. It could not be opened here: export the certificate without the key as .cer or .pem, and choose that file."},
	{Keystore, "This is a Java keystore. Export the certificate from it (keytool -exportcert), and choose that file."},
	{OpenPGP, "This is an OpenPGP key or message. This page reads S/MIME certificates, which are another kind. Choose a certificate (.cer, .crt, .pem)."},
	{SSH, "This is an SSH key. It has nothing to do with email. Choose the certificate (.cer, .crt, .pem) instead."},
	{MailMessage, "This is an email message, and no certificate was found in it. Choose a signed message, or save the sender's certificate as .cer or .pem, and choose that file."},
	{OutlookMessage, "This is an Outlook message or an older Office document. It could not be opened here: save the sender's certificate as .cer or .pem, and choose that file."},
	{Winmail, "This is a winmail.dat, an attachment in Outlook's own format. Ask the sender to send the certificate as a plain attachment (.cer, .crt, .pem)."},
	{PDF, "This is a PDF, a document and not the certificate. Choose the certificate file (.cer, .crt, .pem)."},
	{Image, "This is a picture. A picture of a certificate cannot be read. Choose the certificate file (.cer, .crt, .pem)."},
	{HTML, "This is a web page, perhaps an error message or a login page that was saved instead of the certificate. Download the certificate again."},
	{Archive, "This is a packed file (such as ZIP) that was not unpacked here. Unpack it, and choose the certificates (.cer, .crt, .pem) in it."},
	{DKIM, "This is a DKIM record, with which a mail server signs. It is no certificate of a person. Choose the certificate file (.cer, .crt, .pem)."},
	{OtherASN1, "This file has the form of a certificate file (ASN.1), but holds something else. Choose the certificate (.cer, .crt, .pem)."},
	{OtherText, "This text holds no certificate. Copy the whole certificate, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, or choose its file (.cer, .crt, .pem)."},
	{OtherBytes, "This file is nothing that this page knows. Choose the certificate (.cer, .crt, .pem)."},
}

// requestError says whose certificate a request asks for.
func requestError(der []byte) *InputError {
	q := cert.ParseRequest(der)
	who, key := "nobody that it names", "that this page does not know"
	if addresses := mailboxes(q.SubjectAltName, &q.Subject); len(addresses) > 0 {
		who = strings.Join(addresses[:min(len(addresses), maxNamed)], ", ")
	} else if name := displayName(q.Subject); name != "" {
		who = name
	}
	if name := keyName(&q.PublicKey); name != "" {
		key = name
	}
	return &InputError{
		Code: string(Request),
		Message: "This is a request for a certificate, not yet the certificate. It asks for one for " + who + ", with a key " + key +
			". Choose the file that your issuer sent back.",
		Args: []string{who, key},
	}
}

// crlError says whose list of revoked certificates this is, and of when.
func crlError(list *cert.CRL) *InputError {
	issuer := displayName(list.Issuer)
	if issuer == "" {
		issuer = "an issuer that it does not name"
	}
	from, next, entries := dayOf(list.ThisUpdate), dayOf(list.NextUpdate), strconv.Itoa(len(list.Entries))
	return &InputError{
		Code: string(CRL),
		Message: "This is a list of revoked certificates of " + issuer + " of " + from + " (the next: " + next + ") with " + entries +
			" entries. To see whether a certificate is in it, choose that certificate, its issuer's and this list together.",
		Args: []string{issuer, from, next, entries},
	}
}

// dayOf writes the day of a time, as 2006-01-02.
func dayOf(t cert.Time) string {
	if !t.OK {
		return "an unknown day"
	}
	return cert.DateOnly(t.Time)
}

// wrong is the content of an input that is of a wrong kind.
func wrong(kind Kind) Content {
	for i := range wrongInputs {
		if w := &wrongInputs[i]; w.kind == kind {
			return Content{Kind: kind, Error: &InputError{Code: string(kind), Message: w.message}}
		}
	}
	return Content{Kind: kind, Error: &InputError{Code: string(kind), Message: "This input cannot be read."}}
}

// tooMany is the error of an input with more certificates than are read.
func tooMany() *InputError {
	n := strconv.Itoa(MaxCertificates)
	return &InputError{
		Code:    CodeTooMany,
		Message: "This file holds more than " + n + " certificates. The first " + n + " are shown. Put the others into files of their own.",
		Args:    []string{n},
	}
}
