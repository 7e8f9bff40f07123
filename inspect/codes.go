package inspect

// The codes of errors that are not a kind.
const (
	CodeTruncated         = "truncated"       // a certificate or a container that stops early
	CodeDamagedBase64     = "damaged-base64"  // a byte that is no base64
	CodeEncrypted         = "encrypted"       // a message that only its recipients can open
	CodeCompressed        = "compressed"      // a message that is packed
	CodeNoCertificate     = "no-certificate"  // a container without any
	CodeUnsigned          = "unsigned"        // a mail without a signature
	CodeOpenPGPMessage    = "openpgp-message" // a mail with OpenPGP only
	CodePasswordNeeded    = "password-needed"
	CodeWrongPassword     = "wrong-password"
	CodeClosedPart        = "closed-part"       // a PKCS#12 file of which a part does not open with its password
	CodeDamagedContainer  = "damaged-container" // a PKCS#12 file that does not decode
	CodeUnknownAlgorithm  = "unknown-algorithm"
	CodeTooManyIterations = "too-many-iterations" // of key derivation
	CodeForCertificate    = "for-certificate"     // a PKCS#12 file that is encrypted to a certificate
	CodeUnreadableArchive = "unreadable-archive"
	CodeLargeArchive      = "large-archive"
	CodeClosedArchive     = "closed-archive" // some of its files cannot be unpacked
	CodeEmptyArchive      = "empty-archive"
	CodeTooMany           = "too-many"        // more than MaxCertificates certificates
	CodeUnreadableFile    = "unreadable-file" // the file could not be read at all
)
