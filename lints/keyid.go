package lints

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"

	"sealglass/cert"
)

var keyIdentifierRules = []Rule{{
	ID:           "authority-key-id-missing",
	Requirements: []string{"SBR-7.1.2.3-g-1", "SBR-7.1.2.3-g-3", "SBR-7.1.2.2-h-1", "SBR-7.1.2.2-h-3"},
	Source:       SBR, Section: "7.1.2.3(g), 7.1.2.2(h)", Severity: Error,
	Title: "The certificate does not name the key that issued it",
	Explanation: "Where an issuer has several keys programs find the right one by this identifier. " +
		"Without it they may try the wrong one and call the certificate forged.",
	Remedy: askIssuer,
	Quote:  "authorityKeyIdentifier (SHALL be present)",
	From:   sbrStart, Roles: Subscriber | SubCA,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return absent(s, cert.OIDAuthorityKeyIdentifier) },
	ZLint: []string{"e_authority_key_identifier_correct", "e_ext_authority_key_identifier_no_key_identifier"},
}, {
	ID:           "authority-key-id-critical",
	Requirements: []string{"SBR-7.1.2.3-g-2", "SBR-7.1.2.2-h-2", "SBR-5280-23"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.1", Severity: Error,
	Title: "The issuer's key identifier is marked critical",
	Explanation: "A program that does not use the identifier has to refuse a certificate that marks it critical. " +
		"It is a help, not a condition.",
	Remedy: askIssuer,
	Quote:  "Conforming CAs MUST mark this extension as non-critical.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return critical(s, cert.OIDAuthorityKeyIdentifier) },
	ZLint: []string{"e_authority_key_identifier_correct", "e_ext_authority_key_identifier_critical"},
}, {
	ID:           "authority-key-id-empty",
	Requirements: []string{"SBR-7.1.2.3-g-3", "SBR-7.1.2.2-h-3"},
	Source:       SBR, Section: "7.1.2.3(g), 7.1.2.2(h)", Severity: Error,
	Title: "The issuer's key is not identified by its key identifier",
	Explanation: "The extension is there, but the one field that programs use is missing or empty. " +
		"They may try the wrong key and call the certificate forged.",
	Remedy: askIssuer,
	Quote:  "The keyIdentifier field SHALL be present.",
	From:   sbrStart, Roles: Subscriber | SubCA,
	Parts: []Part{PartAuthorityKeyID},
	When:  authorityKeyIDPresent,
	Check: func(s *Subject) []Place {
		if a := s.Cert.AuthorityKeyID; len(a.KeyID) == 0 {
			return atExtension(a.Extension, "keyIdentifier is absent or empty")
		}
		return nil
	},
	ZLint: []string{"e_authority_key_identifier_correct", "e_ext_authority_key_identifier_no_key_identifier"},
}, {
	ID:           "authority-key-id-issuer",
	Requirements: []string{"SBR-7.1.2.3-g-4", "SBR-7.1.2.2-h-4"},
	Source:       SBR, Section: "7.1.2.3(g), 7.1.2.2(h)", Severity: Error,
	Title: "The issuer's key is identified by a certificate as well",
	Explanation: "The extension also names one certificate of the issuer by name and number. " +
		"Once the issuer renews that certificate, programs may find no chain any more.",
	Remedy: askIssuer,
	Quote:  "authorityCertIssuer and authorityCertSerialNumber fields SHALL NOT be present.",
	From:   sbrStart, Roles: Subscriber | SubCA,
	Parts: []Part{PartAuthorityKeyID},
	When:  authorityKeyIDPresent,
	Check: func(s *Subject) []Place {
		var places []Place
		a := s.Cert.AuthorityKeyID
		if a.IssuerSpan.Length > 0 {
			places = append(places, Place{
				Path: extensionPath(a.Extension) + ".authorityCertIssuer", Span: a.IssuerSpan, Got: "present",
			})
		}
		if a.SerialNumber.Present {
			places = append(places, Place{
				Path: extensionPath(a.Extension) + ".authorityCertSerialNumber", Span: a.SerialNumber.Span, Got: "present",
			})
		}
		return places
	},
	ZLint: []string{"e_authority_key_identifier_correct", "e_mp_authority_key_identifier_correct"},
}, {
	ID:           "subject-key-id-missing",
	Requirements: []string{"SBR-7.1.2.3-n-1"},
	Source:       SBR, Section: "7.1.2.3(n)", Severity: Warning,
	Title: "The certificate does not identify its own key",
	Explanation: "Mail programs find the key a message was encrypted to by this identifier. " +
		"Without it they fall back on the issuer's name and the serial number, which works as well.",
	Remedy: "Nothing needs to be done. The issuer can add it next time.",
	Quote:  "subjectKeyIdentifier (SHOULD be present)",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return absent(s, cert.OIDSubjectKeyIdentifier) },
	ZLint:  []string{"w_ext_subject_key_identifier_missing_sub_cert"},
}, {
	ID:           "subject-key-id-critical",
	Requirements: []string{"SBR-7.1.2.3-n-2", "SBR-7.1.2.1-e-2", "SBR-7.1.2.2-i-2", "SBR-5280-23"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.2", Severity: Error,
	Title: "The identifier of the certificate's own key is marked critical",
	Explanation: "A program that does not use the identifier has to refuse a certificate that marks it critical. " +
		"It is a help, not a condition.",
	Remedy: askIssuer,
	Quote:  "Conforming CAs MUST mark this extension as non-critical.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return critical(s, cert.OIDSubjectKeyIdentifier) },
	ZLint: []string{"e_ext_subject_key_identifier_critical"},
}, {
	ID:           "subject-key-id-not-derived",
	Requirements: []string{"SBR-7.1.2.3-n-3"},
	Source:       SBR, Section: "7.1.2.3(n)", Severity: Notice,
	Title: "The key identifier is not computed in a known way",
	Explanation: "It is none of the known hashes of the key. Another way of deriving it is permitted, " +
		"so this need not be a mistake.",
	Remedy: "Nothing needs to be done.",
	Quote:  "It SHOULD contain a value that is derived from the Public Key included in the Subscriber Certificate.",
	From:   sbrStart,
	Parts:  []Part{PartSubjectKeyID},
	When:   func(s *Subject) bool { return s.Cert.SubjectKeyID != nil && s.Cert.PublicKey.Present },
	Check:  subjectKeyIDNotDerived,
}}

func authorityKeyIDPresent(s *Subject) bool { return s.Cert.AuthorityKeyID != nil }

func subjectKeyIDNotDerived(s *Subject) []Place {
	id := s.Cert.SubjectKeyID
	if len(id.KeyID) > 0 && derivedKeyID(s.Cert, id.KeyID) {
		return nil
	}
	return atExtension(id.Extension, bytesText(len(id.KeyID))+", no known hash")
}

// derivedKeyID says whether the identifier is a hash of the public key: of RFC
// 5280 4.2.1.2 (1) or (2), or of RFC 7093 section 2 (1) to (4), in full or cut to 160 bits.
func derivedKeyID(c *cert.Certificate, id []byte) bool {
	key, info := c.PublicKey.Bits.Bytes, c.PublicKey.In(c.Raw)
	old := sha1.Sum(key)
	short := append([]byte(nil), old[12:]...)
	short[0] = 0x40 | short[0]&0x0f
	if bytes.Equal(id, old[:]) || bytes.Equal(id, short) {
		return true
	}
	for _, over := range [...][]byte{key, info} {
		s256, s384, s512 := sha256.Sum256(over), sha512.Sum384(over), sha512.Sum512(over)
		for _, sum := range [...][]byte{s256[:], s384[:], s512[:]} {
			if bytes.Equal(id, sum) || bytes.Equal(id, sum[:20]) {
				return true
			}
		}
	}
	of := sha1.Sum(info)
	return bytes.Equal(id, of[:])
}
