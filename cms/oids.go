package cms

import "sealglass/cert"

// The content types (RFC 5652 4 to 9, RFC 3274 1.1, RFC 5083 2, RFC 3161 2.4.2).
const (
	OIDData                  cert.OID = "1.2.840.113549.1.7.1"
	OIDSignedData            cert.OID = "1.2.840.113549.1.7.2"
	OIDEnvelopedData         cert.OID = "1.2.840.113549.1.7.3"
	OIDSignedAndEnveloped    cert.OID = "1.2.840.113549.1.7.4" // PKCS#7 only (RFC 2315 11)
	OIDDigestedData          cert.OID = "1.2.840.113549.1.7.5"
	OIDEncryptedData         cert.OID = "1.2.840.113549.1.7.6"
	OIDAuthenticatedData     cert.OID = "1.2.840.113549.1.9.16.1.2"
	OIDTimestampInfo         cert.OID = "1.2.840.113549.1.9.16.1.4"
	OIDCompressedData        cert.OID = "1.2.840.113549.1.9.16.1.9"
	OIDAuthEnvelopedData     cert.OID = "1.2.840.113549.1.9.16.1.23"
	OIDZlib                  cert.OID = "1.2.840.113549.1.9.16.3.8" // RFC 3274 1.2
	oidContentTypeAttribute  cert.OID = "1.2.840.113549.1.9.3"
	oidMessageDigest         cert.OID = "1.2.840.113549.1.9.4"
	oidSigningTime           cert.OID = "1.2.840.113549.1.9.5"
	oidCapabilitiesAttribute cert.OID = "1.2.840.113549.1.9.15"
	oidKEMRecipient          cert.OID = "1.2.840.113549.1.9.16.13.3" // RFC 9629 3
)
