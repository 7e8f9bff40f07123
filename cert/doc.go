// Package cert reads X.509 certificates tolerantly.
//
// [Parse] never fails as a whole. What decodes is decoded; what does not keeps
// its raw bytes, its offset and a reason ([Fault]), and reading goes on with
// the next part. Every value knows the bytes it was read from ([Span]), counted
// from the first byte of the certificate's encoding, so that a finding can be
// shown in a hex view.
//
// [ParseCRL], [ParseOCSP] and [ParseRequest] read revocation lists (RFC 5280 5),
// OCSP responses (RFC 6960) and certification requests (RFC 2986) in the same way.
// Whether a part was read is asked of the result's Unreadable method.
//
// The package accepts BER where RFC 5280 demands DER (X.690) and reports each
// departure as a Fault. It does not recurse on input, starts no goroutine and
// reads no clock. Bounds are the constants of limits.go.
package cert
