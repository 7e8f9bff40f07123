package inspect

import "sealglass/cert"

// The states of an [Ability].
const (
	Yes       = "yes"
	No        = "no"
	Uncertain = "unknown"
)

// The reasons why a certificate cannot sign mail, or cannot be used to encrypt
// mail to its owner, or why it is not known. The cause nearest to the person
// comes first: what the certificate is for, then the key, then its permissions.
const (
	ForIssuer        = "ca-certificate"             // it belongs to an issuer
	NoEmailPurpose   = "eku-lacks-email-protection" // extKeyUsage has other purposes only
	KeyCannotSign    = "key-cannot-sign"            // X25519, X448, ML-KEM
	KeyCannotEncrypt = "key-cannot-encrypt"         // Ed25519, Ed448, ML-DSA, SLH-DSA, DSA, RSASSA-PSS
	KeyUnusable      = "key-unusable"               // the key does not decode, or is no key
	KeyUnknown       = "key-unknown"                // an algorithm that is not known here
	LacksSigning     = "ku-lacks-digital-signature" // keyUsage has neither digitalSignature nor nonRepudiation
	LacksKeyEncipher = "ku-lacks-key-encipherment"  // RSA, ML-KEM
	LacksAgreement   = "ku-lacks-key-agreement"     // EC, X25519, X448
	DecipherOnly     = "ku-decipher-only"           // keyAgreement, limited to deciphering
	PartUnreadable   = "unreadable"                 // the key, keyUsage or extKeyUsage could not be read
)

// canSign says whether the certificate's key may sign mail (RFC 8550 4.4.2 and 4.4.4).
func canSign(c *cert.Certificate) Ability {
	if a, known := forMail(c); !known {
		return a
	}
	switch c.PublicKey.Type {
	case cert.UnknownKey:
		return Ability{Uncertain, KeyUnknown}
	case cert.X25519Key, cert.X448Key, cert.MLKEMKey:
		return Ability{No, KeyCannotSign}
	}
	return permitted(c, cert.DigitalSignature|cert.NonRepudiation, LacksSigning)
}

// canEncrypt says whether others may encrypt mail with the certificate's key
// (RFC 8550 4.4.2; RFC 5753, RFC 8418 and RFC 9936 for what a key type needs).
func canEncrypt(c *cert.Certificate) Ability {
	if a, known := forMail(c); !known {
		return a
	}
	switch c.PublicKey.Type {
	case cert.UnknownKey:
		return Ability{Uncertain, KeyUnknown}
	case cert.RSAKey, cert.MLKEMKey:
		return permitted(c, cert.KeyEncipherment, LacksKeyEncipher)
	case cert.ECKey, cert.X25519Key, cert.X448Key:
		if c.KeyUsage != nil && c.KeyUsage.Usage&(cert.DecipherOnly|cert.EncipherOnly) == cert.DecipherOnly {
			return Ability{No, DecipherOnly}
		}
		return permitted(c, cert.KeyAgreement, LacksAgreement)
	}
	return Ability{No, KeyCannotEncrypt}
}

// forMail answers where purpose or key already decide; known is true when
// they leave the question to the key's type and keyUsage.
func forMail(c *cert.Certificate) (a Ability, known bool) {
	switch {
	case isIssuer(c):
		return Ability{No, ForIssuer}, false
	case unreadable(c, "ext:"+string(cert.OIDExtKeyUsage)):
		return Ability{Uncertain, PartUnreadable}, false
	case c.ExtKeyUsage != nil && !permitsMail(c):
		return Ability{No, NoEmailPurpose}, false
	case !c.PublicKey.Present:
		return Ability{Uncertain, PartUnreadable}, false
	case c.PublicKey.Type != cert.UnknownKey && c.PublicKey.Fault != "":
		return Ability{No, KeyUnusable}, false
	}
	return Ability{}, true
}

// permitted says whether keyUsage has one of the bits. Without keyUsage the key
// may be used for all its algorithm can do (RFC 8550 4.4.2).
func permitted(c *cert.Certificate, usage cert.Usage, lacking string) Ability {
	switch {
	case unreadable(c, "ext:"+string(cert.OIDKeyUsage)):
		return Ability{Uncertain, PartUnreadable}
	case c.KeyUsage != nil && c.KeyUsage.Usage&usage == 0:
		return Ability{No, lacking}
	}
	return Ability{State: Yes}
}

// permitsMail says whether extKeyUsage lets the key protect mail: it has
// emailProtection or anyExtendedKeyUsage (RFC 8550 4.4.4).
func permitsMail(c *cert.Certificate) bool {
	return c.ExtKeyUsage.Has(cert.OIDEmailProtection) || c.ExtKeyUsage.Has(cert.OIDAnyExtendedKeyUsage)
}

// isIssuer says whether the certificate belongs to an issuer of certificates.
// One that claims so by mistake, with a key that may not sign certificates and a
// mailbox, is an end entity's.
func isIssuer(c *cert.Certificate) bool {
	if c.BasicConstraints == nil || !c.BasicConstraints.CA {
		return false
	}
	return c.KeyUsage == nil || c.KeyUsage.Usage&cert.KeyCertSign != 0 || len(Mailboxes(c)) == 0
}

// unreadable says whether the part is there and was not decoded.
func unreadable(c *cert.Certificate, part string) bool { return c.Unreadable(part) != nil }
