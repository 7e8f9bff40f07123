package inspect

import (
	"strconv"
	"strings"

	"sealglass/cert"
	"sealglass/cms"
)

// maxLayers bounds how deep a message may lie within others.
const maxLayers = 8

// readCMS takes out what a message of the Cryptographic Message Syntax shows
// without any key, down through the layers of messages within it.
func readCMS(der []byte, pause func()) Content {
	c := Content{Kind: PKCS7, Message: &MessageReport{}}
	layers := layersOf(der)
	for _, m := range layers {
		c.addCertificates(m.Certificates)
		c.Message.DescribeRecipients(m)
		if m.Cut && c.Error == nil {
			c.Error = containerCut(announced(der), len(der))
		}
	}
	innermost := layers[len(layers)-1]
	c.addFromContent(innermost, pause)
	c.describeSignatures(layers, pause)
	c.judgeMessage(innermost)
	return c
}

// layersOf reads a message and those within it, the outermost first.
func layersOf(der []byte) []*cms.Message {
	var layers []*cms.Message
	for m := cms.Read(der); m != nil && len(layers) < maxLayers; m = m.Nested() {
		layers = append(layers, m)
	}
	return layers
}

// addCertificates joins certificates, one more than [MaxCertificates] at most,
// which tells that there are too many.
func (c *Content) addCertificates(ders [][]byte) {
	room := MaxCertificates + 1 - len(c.Certificates)
	c.Certificates = append(c.Certificates, ders[:min(room, len(ders))]...)
}

// addFromContent takes certificates out of signed text, which may be a signed
// mail itself.
func (c *Content) addFromContent(m *cms.Message, pause func()) {
	if !m.Attached || m.ContentType != cms.OIDData || m.Type == cms.OIDCompressedData {
		return
	}
	if content := m.Content(); looksLikeText(content) && len(content) <= MaxInput {
		c.addCertificates(scan(content, pause).Certificates)
	}
}

// describeSignatures reports on the signatures of every layer.
func (c *Content) describeSignatures(layers []*cms.Message, pause func()) {
	among := parseAll(c.Certificates, pause)
	for _, m := range layers {
		for i := range m.Signers {
			report, signer := DescribeSignature(&m.Signers[i], among)
			switch {
			case signer == nil:
			case m.Attached:
				report.Reason = ReasonLater
			default:
				report.Reason = ReasonContentMissing
			}
			c.Message.Signatures = append(c.Message.Signatures, report)
		}
	}
}

// parseAll reads certificates to compare them with what names one.
func parseAll(ders [][]byte, pause func()) []*cert.Certificate {
	parsed := make([]*cert.Certificate, len(ders))
	for i, der := range ders {
		parsed[i] = cert.Parse(der)
		pause()
	}
	return parsed
}

// hasUnchecked says whether there is a signature over content that is here, or
// content that is packed.
func (c *Content) hasUnchecked() bool {
	if c.Error != nil && c.Error.Code == CodeCompressed {
		return true
	}
	if c.Message != nil {
		for i := range c.Message.Signatures {
			if c.Message.Signatures[i].Reason == ReasonLater {
				return true
			}
		}
	}
	return false
}

// judgeMessage says why a message gives no certificate.
func (c *Content) judgeMessage(innermost *cms.Message) {
	signed := len(c.Message.Signatures) > 0
	switch {
	case len(c.Certificates) > 0 || c.Error != nil:
	case innermost.Encrypted():
		c.Error = Encrypted(c.Message)
	case innermost.Type == cms.OIDCompressedData:
		c.Error = &InputError{Code: CodeCompressed, Message: "This message is compressed, and what it holds could not be unpacked here. Choose the certificate (.cer, .crt, .pem), or a message that was signed with it."}
	case signed:
		c.Error = SignerMissing(&c.Message.Signatures[0].Signer)
	case innermost.ContentType == cms.OIDTimestampInfo:
		*c = wrong(Timestamp)
	default:
		c.Error = wrong(PKCS7).Error
	}
	if !signed && !innermost.Encrypted() {
		c.Message = nil // a mere list of certificates
	}
}

// Encrypted is the error of a message that only its recipients can open.
func Encrypted(m *MessageReport) *InputError {
	var names []string
	for i := range m.Recipients {
		if name := m.Recipients[i].Recipient.String(); name != "" {
			names = append(names, name)
		}
	}
	const advice = " Nothing in it can be read without that private key, which is not here, and no certificate lies outside of the encryption." +
		" To check the sender's certificate, choose a message that was signed only; to check your own, choose its file (.cer, .crt, .pem, .p12)."
	whom := "the holder of a key that it does not name"
	switch {
	case len(names) == 1:
		whom = "the holder of the certificate with " + names[0]
	case len(names) > 1:
		whom = "the holders of " + strconv.Itoa(len(names)) + " certificates: " + strings.Join(names[:min(len(names), maxNamed)], "; ")
		if len(names) > maxNamed {
			whom += "; and " + strconv.Itoa(len(names)-maxNamed) + " more"
		}
	}
	return &InputError{Code: CodeEncrypted, Message: "This message is encrypted for " + whom + "." + advice, Args: []string{whom}}
}

// maxNamed bounds the recipients named in one sentence.
const maxNamed = 5

// String names the certificate in a sentence: "serial number 0a, issued by …".
func (r *Reference) String() string {
	switch {
	case r.SerialNumber != "":
		return "serial number " + r.SerialNumber + ", issued by " + r.Issuer
	case r.KeyID != "":
		return "key identifier " + r.KeyID
	}
	return ""
}

// SignerMissing is the error of a signature that does not bring its certificate.
func SignerMissing(signer *Reference) *InputError {
	name := signer.String()
	if name == "" {
		name = "one that it does not name"
	}
	return &InputError{
		Code: CodeNoCertificate,
		Message: "This is a signature without the certificate that belongs to it (" + name +
			"). Ask the sender to send the certificate along (a setting of the mail program), or choose its file (.cer, .crt, .pem).",
		Args: []string{name},
	}
}
