package lints

import "sealglass/cert"

// The months in which these RFCs were published, to the first day of the next.
const (
	rfc8813Start Date = "2020-09-01"
	rfc9295Start Date = "2022-10-01"
	rfc9881Start Date = "2025-11-01"
	rfc9935Start Date = "2026-04-01"
)

// encryptingUsages are those that a key for signatures cannot serve.
const encryptingUsages = cert.KeyEncipherment | cert.DataEncipherment | cert.KeyAgreement | cert.EncipherOnly | cert.DecipherOnly

// rfcRules are those of RFCs that the SBR do not make binding. Where the SBR's
// table of key usages holds, for subscriber certificates, it says the same.
var rfcRules = []Rule{{
	ID:     "rfc8813-key-usage",
	Source: RFC, Section: "RFC 8813 3", Severity: Error,
	Title:       "Key usage permits what an elliptic curve key cannot do",
	Explanation: "Such a key signs or agrees on keys. keyEncipherment and dataEncipherment are for RSA keys, and programs that try them fail.",
	Remedy:      askIssuer,
	Quote:       "If the keyUsage extension is present in a certificate that indicates id-ecPublicKey in SubjectPublicKeyInfo, … MUST NOT be present: keyEncipherment; and dataEncipherment.",
	From:        rfc8813Start, Roles: AnyCA, Anywhere: true,
	Parts: []Part{PartKeyUsage, partKeyAlgorithm},
	When: func(s *Subject) bool {
		return keyUsagePresent(s) && s.Cert.PublicKey.Algorithm.OID == cert.OIDECPublicKey
	},
	Check: func(s *Subject) []Place { return atUsageAmong(s, cert.KeyEncipherment|cert.DataEncipherment) },
	ZLint: []string{"e_ecdsa_allowed_ku"},
}, {
	ID:     "rfc9295-key-usage",
	Source: RFC, Section: "RFC 9295 3", Severity: Error,
	Title:       "Key usage permits encryption with a key that only signs",
	Explanation: "An Ed25519 or Ed448 key can make signatures and nothing else. Programs that try to encrypt to it fail.",
	Remedy:      askIssuer,
	Quote:       "and any of the following MUST NOT be present: keyEncipherment, dataEncipherment, keyAgreement",
	From:        rfc9295Start, Roles: AnyCA, Anywhere: true,
	Parts: []Part{PartKeyUsage, partKeyAlgorithm},
	When: func(s *Subject) bool {
		t := s.Cert.PublicKey.Type
		return keyUsagePresent(s) && (t == cert.Ed25519Key || t == cert.Ed448Key)
	},
	Check: func(s *Subject) []Place { return atUsageAmong(s, encryptingUsages) },
}, {
	ID:     "rfc9881-key-usage",
	Source: RFC, Section: "RFC 9881 5", Severity: Notice,
	Title:       "Key usage permits encryption with an ML-DSA key",
	Explanation: "An ML-DSA key can make signatures and nothing else. Programs that try to encrypt to it fail.",
	Remedy:      askIssuer,
	From:        rfc9881Start, Roles: AnyCA, Anywhere: true,
	Parts: []Part{PartKeyUsage, partKeyAlgorithm},
	When:  func(s *Subject) bool { return keyUsagePresent(s) && s.Cert.PublicKey.Type == cert.MLDSAKey },
	Check: func(s *Subject) []Place { return atUsageAmong(s, encryptingUsages) },
}, {
	ID:     "rfc9935-key-usage",
	Source: RFC, Section: "RFC 9935 5", Severity: Error,
	Title:       "Key usage of an ML-KEM key is not keyEncipherment alone",
	Explanation: "An ML-KEM key can receive encrypted keys and nothing else. Programs that try another use fail.",
	Remedy:      askIssuer,
	Quote:       "keyEncipherment MUST be the only key usage set",
	From:        rfc9935Start, Roles: AnyCA, Anywhere: true,
	Parts: []Part{PartKeyUsage, partKeyAlgorithm},
	When:  func(s *Subject) bool { return keyUsagePresent(s) && s.Cert.PublicKey.Type == cert.MLKEMKey },
	Check: func(s *Subject) []Place { return usageOutside(s, kemUsage) },
}, {
	ID:     "weak-capability",
	Source: RFC, Section: "RFC 8551 2.7, appendix B", Severity: Notice,
	Title:       "The certificate asks for mail in a broken cipher",
	Explanation: "The list of ciphers that your mail program can read includes one that was given up long ago. A sender's program may choose it.",
	Remedy:      "Ask the issuer to leave DES and RC2 out of your next certificate.",
	Roles:       Subscriber, Anywhere: true,
	Parts: []Part{Part("ext:" + string(cert.OIDSMIMECapabilities))},
	When:  func(s *Subject) bool { return s.Cert.SMIMECapabilities != nil },
	Check: weakCapabilities,
}}

// atUsageAmong is keyUsage where one of these is set.
func atUsageAmong(s *Subject, these cert.Usage) []Place {
	k := s.Cert.KeyUsage
	if k.Usage&these == 0 {
		return nil
	}
	return atExtension(k.Extension, usageText(k.Usage&these))
}

// weakCiphers are DES in CBC mode (OIW) and RC2 (RFC 8551 appendix B).
var weakCiphers = [...]cert.OID{"1.3.14.3.2.7", "1.2.840.113549.3.2"}

func weakCapabilities(s *Subject) []Place {
	var places []Place
	c := s.Cert.SMIMECapabilities
	for i := range c.Capabilities {
		for _, weak := range weakCiphers {
			if a := &c.Capabilities[i]; a.OID == weak {
				places = append(places, Place{Path: extensionPath(c.Extension), Span: a.Span, Got: label(a.OID)})
			}
		}
	}
	return places
}
