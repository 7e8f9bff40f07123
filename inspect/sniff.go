package inspect

// The kinds of input. A kind of wrong input is also the code of its error.
const (
	PEM    Kind = "pem"    // text with -----BEGIN CERTIFICATE-----
	DER    Kind = "der"    // the bytes of a certificate, or several in a row; BER as well
	Base64 Kind = "base64" // a certificate as base64, bare or within any text
	Hex    Kind = "hex"    // a certificate as hexadecimal digits

	Empty          Kind = "empty"
	TooLarge       Kind = "too-large"
	PrivateKey     Kind = "private-key"
	PublicKey      Kind = "public-key"
	Request        Kind = "request" // PKCS#10
	CRL            Kind = "crl"
	OCSP           Kind = "ocsp"
	Timestamp      Kind = "timestamp"
	AttributeCert  Kind = "attribute-certificate"
	PKCS7          Kind = "pkcs7"
	PKCS12         Kind = "pkcs12"
	Keystore       Kind = "keystore" // JKS, JCEKS
	OpenPGP        Kind = "openpgp"
	SSH            Kind = "ssh"
	MailMessage    Kind = "message"
	OutlookMessage Kind = "outlook-message"
	Winmail        Kind = "winmail"
	PDF            Kind = "pdf"
	Image          Kind = "image"
	HTML           Kind = "html"
	Archive        Kind = "archive"
	DKIM           Kind = "dkim"
	OtherASN1      Kind = "other-asn1"
	OtherText      Kind = "other-text"
	OtherBytes     Kind = "other-bytes"
)

// content is what a recogniser found in an input. Certificates and an error go
// together where one part of an input is good and another is not.
type content struct {
	kind         Kind
	certificates [][]byte
	err          *InputError
}

// A recogniser says what the bytes are, or that they are nothing it knows. It
// goes by the content alone.
type recogniser func(data []byte) (content, bool)

// recognisers are asked in this order; the first that knows the bytes answers.
var recognisers = [...]recogniser{
	sniffSize,
	sniffMagic,
	sniffDER,
	sniffText,
}

// sniff says what the bytes of an input are and takes the certificates out.
func sniff(data []byte) content {
	text := plainText(data)
	for _, recognise := range recognisers {
		if c, ok := recognise(text); ok {
			return c
		}
	}
	return sniffRest(text)
}

// sniffSize refuses what holds nothing, or too much to be looked at.
func sniffSize(data []byte) (content, bool) {
	switch {
	case len(data) > MaxInput:
		return wrong(TooLarge), true
	case len(trimSpace(data)) == 0:
		return wrong(Empty), true
	}
	return content{}, false
}

// sniffRest answers for bytes that nobody recognised.
func sniffRest(data []byte) content {
	switch {
	case looksLikeText(data):
		return wrong(OtherText)
	case len(data) > 1 && data[0] == 0x30 && announced(data) > 0:
		return wrong(OtherASN1)
	}
	return wrong(OtherBytes)
}
