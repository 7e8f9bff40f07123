// Package pkcs12 opens PKCS#12 files (RFC 7292; .p12, .pfx) for the certificates
// in them.
//
// [Open] reads BER as well as DER, files with several keys and certificates,
// with certificates alone, and with or without a password, whichever way the
// password was encoded. Of a private key it says only what it is and to which
// certificate it belongs; the key itself, what was derived from the password and
// every decrypted byte but the certificates are overwritten before it returns.
//
// Deriving keys is slow by design: call it where it does no harm to wait, and
// where the memory can be thrown away.
package pkcs12
