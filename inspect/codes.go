package inspect

// The codes of errors that are not a kind.
const (
	CodeTruncated      = "truncated"       // a certificate or a container that stops early
	CodeDamagedBase64  = "damaged-base64"  // a byte that is no base64
	CodeEncrypted      = "encrypted"       // a message that only its recipients can open
	CodeCompressed     = "compressed"      // a message that is packed
	CodeNoCertificate  = "no-certificate"  // a container without any
	CodeUnsigned       = "unsigned"        // a mail without a signature
	CodeOpenPGPMessage = "openpgp-message" // a mail with OpenPGP only
	CodeUnreadableFile = "unreadable-file" // the file could not be read at all
)
