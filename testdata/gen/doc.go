// Package gen makes the certificates, revocation lists and OCSP responses that
// tests need, byte by byte, the broken ones included.
//
// A certificate is described by a [Cert], in which everything can be edited:
//
//	c := gen.Leaf("sponsor", "strict")
//	c.SetExtension(gen.KeyUsage(cert.DigitalSignature))
//	c.RemoveExtension(cert.OIDSubjectKeyIdentifier)
//	c.Subject.Add(cert.OIDTitle, gen.UTF8, "Head of Tests")
//	der := c.Encode()
//
// The base certificates ([Leaf], [SubCA], [ConstrainedCA], [CrossCA], [Root],
// [OCSPSigner], [NewCRL], [NewOCSP], …) break no rule; a test makes one edit and
// says what it expects. Their names, keys and key identifiers fit each other, and
// their signatures verify: Root signed SubCA, SubCA signed Leaf.
//
// Values of ASN.1 are made by small functions that return their encoding:
// [Sequence], [Integer], [Text], [Context]; what no function makes is a []byte.
//
// The same description gives the same bytes, always: the keys are constants or
// come from a fixed stream, and signatures that would need random numbers are
// placeholders of the right length. All keys are public knowledge and protect
// nothing.
package gen
