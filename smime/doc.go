// Package smime reads signed and encrypted mail (RFC 8551): it takes the
// certificates out, checks the signatures, and says for whom a message was
// encrypted.
//
// A signature that holds says that the content is the one that was signed, and
// that the key of the named certificate signed it. It says nothing about whose
// certificate that is, or whether anybody vouches for it: this package never
// looks for an issuer.
//
// Messages are read as they are met, not as the standards would have them. What
// lies within what is kept in a list of parts to read; nothing recurses on input.
package smime
