// Package cms reads messages of the Cryptographic Message Syntax (RFC 5652),
// which PKCS#7 was before: lists of certificates (.p7b, .p7c), signatures
// (.p7s), signed and encrypted messages (.p7m).
//
// [Read] never fails as a whole. It takes the certificates out as the bytes they
// are, so that an odd one hides no other, and says who signed and for whom a
// message was encrypted. It decrypts nothing and checks no signature.
//
// BER is read as well as DER. The content of a message is passed, not read: a
// message of many megabytes costs no more than its certificates, and where its
// lengths are indefinite a walk over its segments. Nothing recurses on input,
// and no bound but those of limits.go holds.
package cms
