// Package signature says whether the key of a certificate made a signature: over
// another certificate, a revocation list, an OCSP response or a message.
//
// It checks RSA (PKCS #1 v1.5 and PSS), ECDSA on the curves of NIST, Ed25519,
// Ed448 and ML-DSA. A signature with a hash function that is broken is checked as
// any other: that it holds is a fact, and what it is worth is for others to say.
package signature
