// Package zlint is the second opinion: it runs zlint's lints about S/MIME
// certificates and turns what they find into findings of package lints.
//
// zlint (https://github.com/zmap/zlint) judges what zcrypto's parser lets it
// see, so it says nothing about a certificate that zcrypto refuses. Each lint
// runs alone: one that panics or answers that it could not be evaluated is
// reported as broken, never as a fault of the certificate. Which lints are left
// out, and why, stands in [Opinion.LeftOut].
package zlint
