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

// Content is what was found in an input before any certificate is read.
// Certificates and an error go together where one part of an input is good and
// another is not.
type Content struct {
	Kind         Kind
	Certificates [][]byte
	Error        *InputError
	Message      *MessageReport // what a signed or encrypted message shows
	Keys         []KeyReport    // the private keys that lay beside the certificates
	Lists        []RevocationList
	// Container is what an [Opener] opens, where the input is a text around it.
	Container []byte
	// Members are the files of an archive, which are inputs of their own.
	Members []Input
}

// ToOpen is what an [Opener] can see more of than stands here, of an input with
// these bytes; nil where there is nothing more to see.
func (c *Content) ToOpen(data []byte) []byte {
	switch c.Kind {
	case MailMessage, OutlookMessage, Archive:
		return data
	case PKCS7:
		if !c.hasUnchecked() {
			return nil
		}
	case PKCS12:
	default:
		return nil
	}
	if c.Container == nil && len(data) > 0 && data[0] == 0x30 {
		return data
	}
	return c.Container
}

// A recogniser says what the bytes are, or that they are nothing it knows. It
// goes by the content alone, and calls pause between two steps.
type recogniser func(data []byte, pause func()) (Content, bool)

// recognisers are asked in this order; the first that knows the bytes answers.
var recognisers = [...]recogniser{
	sniffSize,
	sniffMagic,
	sniffDER,
	sniffText,
}

// Sniff says what the bytes of an input are, by the content alone, and takes the
// certificates out.
func Sniff(data []byte) Content { return SniffInSteps(data, func() {}) }

// SniffInSteps is [Sniff] for one who has something else to do meanwhile: pause is
// called when at least [StepSize] bytes have been read since the last time.
func SniffInSteps(data []byte, pause func()) Content {
	text := plainText(data)
	for _, recognise := range recognisers {
		if c, ok := recognise(text, pause); ok {
			return c
		}
	}
	return sniffRest(text)
}

// Limit is how many bytes an input may have that begins so: more for a message,
// which may have large attachments. HeadSize bytes are enough to tell.
func Limit(head []byte) int {
	head = head[:min(len(head), HeadSize)]
	if c, ok := sniffMagic(head, nil); ok && c.Kind == OutlookMessage || kindOfText(plainText(head)) == MailMessage {
		return MaxMessage
	}
	if len(head) > 1 && head[0] == 0x30 && kindOf(outline(head)) == PKCS7 {
		return MaxMessage
	}
	return MaxInput
}

// sniffSize refuses what holds nothing, or too much to be looked at.
func sniffSize(data []byte, _ func()) (Content, bool) {
	switch {
	case len(data) > MaxInput && len(data) > Limit(data[:HeadSize]):
		return wrong(TooLarge), true
	case len(trimSpace(data)) == 0:
		return wrong(Empty), true
	}
	return Content{}, false
}

// sniffRest answers for bytes that nobody recognised.
func sniffRest(data []byte) Content {
	switch {
	case looksLikeText(data):
		return wrong(OtherText)
	case len(data) > 1 && data[0] == 0x30 && announced(data) > 0:
		return wrong(OtherASN1)
	}
	return wrong(OtherBytes)
}
