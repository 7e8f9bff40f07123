package lints

import (
	"strconv"
	"strings"

	"sealglass/cert"
)

const keyUsageQuote = "Other bit positions SHALL NOT be set."

var keyUsageRules = []Rule{{
	ID:           "key-usage-missing",
	Requirements: []string{"SBR-7.1.2.3-e-1"},
	Source:       SBR, Section: "7.1.2.3(e)", Severity: Error,
	Title: "The certificate does not say what its key may do",
	Explanation: "Key usage tells mail programs whether the key is for signing, for encryption or for both. " +
		"Without it some use it for everything and others refuse it.",
	Remedy: askIssuer,
	Quote:  "keyUsage (SHALL be present)",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return absent(s, cert.OIDKeyUsage) },
	ZLint:  []string{"e_key_usage_presence", "e_etsi_natural_person_key_usage_mandatory"},
}, {
	ID:           "key-usage-not-critical",
	Requirements: []string{"SBR-7.1.2.3-e-2"},
	Source:       SBR, Section: "7.1.2.3(e)", Severity: Warning,
	Title: "Key usage is not marked critical",
	Explanation: "Marked critical, no program may pass over what the key is for. " +
		"Mail works without the mark as well.",
	Remedy: askIssuer,
	Quote:  "This extension SHOULD be marked critical.",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return notCritical(s, cert.OIDKeyUsage) },
	ZLint:  []string{"w_key_usage_criticality", "w_ext_key_usage_not_critical"},
}, {
	ID:           "key-usage-empty",
	Requirements: []string{"SBR-5280-09"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.3", Severity: Error,
	Title: "Key usage permits nothing",
	Explanation: "None of the uses is set, so the key may be used for nothing. " +
		"Programs will neither accept its signatures nor encrypt to it.",
	Remedy: askIssuer,
	Quote:  "When the keyUsage extension appears in a certificate, at least one of the bits MUST be set to 1.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartKeyUsage},
	When:  keyUsagePresent,
	Check: func(s *Subject) []Place {
		if k := s.Cert.KeyUsage; k.Usage == 0 && len(k.Unknown) == 0 {
			return atExtension(k.Extension, "no bit is set")
		}
		return nil
	},
	ZLint: []string{"e_ext_key_usage_without_bits"},
}, {
	ID:           "key-usage-unknown-bit",
	Requirements: []string{"SBR-7.1.2.4-1", "SBR-7.1.2.3-e-other"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.3", Severity: Error,
	Title:       "Key usage has a bit that means nothing",
	Explanation: "Nine uses are defined. This certificate sets a further bit, which no program can understand.",
	Remedy:      askIssuer,
	Quote:       "decipherOnly (8)",
	From:        rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartKeyUsage},
	When:  keyUsagePresent,
	Check: func(s *Subject) []Place {
		if k := s.Cert.KeyUsage; len(k.Unknown) > 0 {
			return atExtension(k.Extension, "bit "+strconv.Itoa(k.Unknown[0]))
		}
		return nil
	},
	ZLint: []string{"e_key_usage_incorrect_length"},
}, {
	ID:           "key-usage-cert-sign",
	Requirements: []string{"SBR-5280-10", "SBR-7.1.2.3-e-other"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.9", Severity: Error,
	Title: "The key may sign certificates, but this is no CA",
	Explanation: "Key usage permits the signing of certificates, basicConstraints does not. " +
		"Programs that look only at the first would take this for a CA.",
	Remedy: askIssuer,
	Quote:  "If the cA boolean is not asserted, then the keyCertSign bit in the key usage extension MUST NOT be asserted.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartKeyUsage, PartBasicConstraints},
	// A CA's certificate breaks ca-basic-constraints-missing or -not-ca instead.
	When:  func(s *Subject) bool { return keyUsagePresent(s) && s.Role&AnyCA == 0 },
	Check: keyUsageCertSign,
	ZLint: []string{
		"e_ext_key_usage_cert_sign_without_ca", "e_ec_other_key_usages", "e_ecpublickey_key_usages", "e_edwardspublickey_key_usages",
		"e_rsa_allowed_ku_ee", "e_rsa_key_usage_legacy_multipurpose", "e_rsa_key_usage_strict", "e_rsa_other_key_usages",
	},
}, {
	ID:           "key-usage-rsa-strict",
	Requirements: []string{"SBR-7.1.2.3-e-rsa-1", "SBR-7.1.2.3-e-other", "SBR-7.1.2.3-e-nr"},
	Source:       SBR, Section: "7.1.2.3(e)", Severity: Error,
	Title: "These key usages may not stand together for a Strict RSA key",
	Explanation: "A Strict certificate with an RSA key is for signing (digitalSignature), for encryption (keyEncipherment) or for both; " +
		"nonRepudiation may be added for signing. Programs may refuse other combinations.",
	Remedy: askIssuer,
	Quote:  keyUsageQuote,
	From:   sbrStart, Generations: Strict,
	Parts: []Part{PartKeyUsage, partKeyAlgorithm},
	When:  func(s *Subject) bool { return usageOf(s, cert.RSAKey) },
	Check: func(s *Subject) []Place { return usageOutside(s, rsaStrictUsage) },
	ZLint: []string{"e_rsa_key_usage_strict", "e_rsa_other_key_usages", "e_rsa_allowed_ku_ee"},
}, {
	ID:           "key-usage-rsa",
	Requirements: []string{"SBR-7.1.2.3-e-rsa-2", "SBR-7.1.2.3-e-other", "SBR-7.1.2.3-e-nr"},
	Source:       SBR, Section: "7.1.2.3(e)", Severity: Error,
	Title: "These key usages may not stand together for an RSA key",
	Explanation: "A certificate with an RSA key is for signing (digitalSignature), for encryption (keyEncipherment) or for both; " +
		"nonRepudiation may be added for signing, dataEncipherment for encryption. Programs may refuse other combinations.",
	Remedy: askIssuer,
	Quote:  keyUsageQuote,
	From:   sbrStart, Generations: Legacy | Multipurpose | NoGeneration,
	Parts: []Part{PartKeyUsage, partKeyAlgorithm},
	When:  func(s *Subject) bool { return usageOf(s, cert.RSAKey) },
	Check: func(s *Subject) []Place { return usageOutside(s, rsaUsage) },
	ZLint: []string{"e_rsa_key_usage_legacy_multipurpose", "e_rsa_other_key_usages", "e_rsa_allowed_ku_ee"},
}, {
	ID: "key-usage-ec",
	Requirements: []string{
		"SBR-7.1.2.3-e-ec-1", "SBR-7.1.2.3-e-ec-2", "SBR-7.1.2.3-e-other", "SBR-7.1.2.3-e-nr",
	},
	Source: SBR, Section: "7.1.2.3(e)", Severity: Error,
	Title: "These key usages may not stand together for an EC key",
	Explanation: "A certificate with an elliptic curve key is for signing (digitalSignature), for encryption (keyAgreement) or for both; " +
		"nonRepudiation may be added for signing, encipherOnly or decipherOnly for encryption. Programs may refuse other combinations.",
	Remedy: askIssuer,
	Quote:  keyUsageQuote,
	From:   sbrStart,
	Parts:  []Part{PartKeyUsage, partKeyAlgorithm},
	When:   func(s *Subject) bool { return usageOf(s, cert.ECKey) },
	Check:  func(s *Subject) []Place { return usageOutside(s, ecUsage) },
	ZLint: []string{
		"e_ecpublickey_key_usages", "e_ec_other_key_usages", "e_ecdsa_allowed_ku", "n_ecdsa_ee_invalid_ku",
	},
}, {
	ID:           "key-usage-ec-both-only",
	Requirements: []string{"SBR-7.1.2.3-e-ec-2", "SBR-7.1.2.3-e-ec-1"},
	Source:       SBR, Section: "7.1.2.3(e)", Severity: Warning,
	Title: "The key is for encrypting only and for decrypting only at once",
	Explanation: "encipherOnly and decipherOnly each take away what the other leaves. " +
		"Programs that heed both cannot encrypt to this key.",
	Remedy: askIssuer,
	Quote:  "MAY be set for encipherOnly or decipherOnly (only if keyAgreement is set)",
	From:   sbrStart,
	Parts:  []Part{PartKeyUsage, partKeyAlgorithm},
	When:   func(s *Subject) bool { return usageOf(s, cert.ECKey) },
	Check: func(s *Subject) []Place {
		const both = cert.EncipherOnly | cert.DecipherOnly
		if u := s.Cert.KeyUsage.Usage; u&both == both && ecUsage(u) {
			return atUsage(s)
		}
		return nil
	},
}, {
	ID:           "key-usage-eddsa",
	Requirements: []string{"SBR-7.1.2.3-e-ed-1", "SBR-7.1.2.3-e-other", "SBR-7.1.2.3-e-nr"},
	Source:       SBR, Section: "7.1.2.3(e)", Severity: Error,
	Title:       "The key usages do not fit an Ed25519 or Ed448 key",
	Explanation: "Such a key can sign and nothing else: digitalSignature has to be set, and only nonRepudiation may be added.",
	Remedy:      askIssuer,
	Quote:       "Bit positions SHALL be set for digitalSignature and MAY be set for nonRepudiation.",
	From:        sbrStart,
	Parts:       []Part{PartKeyUsage, partKeyAlgorithm},
	When:        func(s *Subject) bool { return usageOf(s, cert.Ed25519Key) || usageOf(s, cert.Ed448Key) },
	Check:       func(s *Subject) []Place { return usageOutside(s, signingUsage) },
	ZLint:       []string{"e_edwardspublickey_key_usages"},
}, {
	ID:           "key-usage-mldsa",
	Requirements: []string{"SBR-7.1.2.3-e-mldsa-1", "SBR-7.1.2.3-e-other", "SBR-7.1.2.3-e-nr"},
	Source:       SBR, Section: "7.1.2.3(e)", Severity: Error,
	Title:       "The key usages do not fit an ML-DSA key",
	Explanation: "Such a key can sign and nothing else: digitalSignature has to be set, and only nonRepudiation may be added.",
	Remedy:      askIssuer,
	Quote:       "Bit positions SHALL be set for digitalSignature and MAY be set for nonRepudiation.",
	From:        pqcStart,
	Parts:       []Part{PartKeyUsage, partKeyAlgorithm},
	When:        func(s *Subject) bool { return usageOf(s, cert.MLDSAKey) },
	Check:       func(s *Subject) []Place { return usageOutside(s, signingUsage) },
}, {
	ID:           "key-usage-mlkem",
	Requirements: []string{"SBR-7.1.2.3-e-mlkem-1", "SBR-7.1.2.3-e-other"},
	Source:       SBR, Section: "7.1.2.3(e)", Severity: Error,
	Title:       "The key usages do not fit an ML-KEM key",
	Explanation: "Such a key can receive encrypted mail and nothing else: keyEncipherment has to be the only use.",
	Remedy:      askIssuer,
	Quote:       "keyEncipherment SHALL be the only key usage set",
	From:        pqcStart,
	Parts:       []Part{PartKeyUsage, partKeyAlgorithm},
	When:        func(s *Subject) bool { return usageOf(s, cert.MLKEMKey) },
	Check:       func(s *Subject) []Place { return usageOutside(s, kemUsage) },
}}

func keyUsagePresent(s *Subject) bool { return s.Cert.KeyUsage != nil }

func keyUsageCertSign(s *Subject) []Place {
	b := s.Cert.BasicConstraints
	if s.Cert.KeyUsage.Usage&cert.KeyCertSign == 0 || b != nil && b.CA {
		return nil
	}
	return atUsage(s)
}

// usageOf says whether the key is of that type and what it may do can be judged
// by the table of its type: not where nothing is set, or nothing but what
// key-usage-cert-sign reports.
func usageOf(s *Subject, t cert.KeyType) bool {
	return s.Cert.PublicKey.Type == t && keyUsagePresent(s) && judgedUsage(s) != 0
}

// judgedUsage leaves keyCertSign to key-usage-cert-sign.
func judgedUsage(s *Subject) cert.Usage { return s.Cert.KeyUsage.Usage &^ cert.KeyCertSign }

func usageOutside(s *Subject, fits func(cert.Usage) bool) []Place {
	if fits(judgedUsage(s)) {
		return nil
	}
	return atUsage(s)
}

func atUsage(s *Subject) []Place {
	return atExtension(s.Cert.KeyUsage.Extension, usageText(s.Cert.KeyUsage.Usage))
}

// implies says whether one usage stands only together with another.
func implies(u, one, other cert.Usage) bool { return u&one == 0 || u&other != 0 }

func rsaStrictUsage(u cert.Usage) bool {
	return u&^(cert.DigitalSignature|cert.KeyEncipherment|cert.NonRepudiation) == 0 &&
		implies(u, cert.NonRepudiation, cert.DigitalSignature)
}

func rsaUsage(u cert.Usage) bool {
	return rsaStrictUsage(u&^cert.DataEncipherment) && implies(u, cert.DataEncipherment, cert.KeyEncipherment)
}

func ecUsage(u cert.Usage) bool {
	const only = cert.EncipherOnly | cert.DecipherOnly
	return u&^(cert.DigitalSignature|cert.KeyAgreement|cert.NonRepudiation|only) == 0 &&
		implies(u, cert.NonRepudiation, cert.DigitalSignature) && implies(u, only, cert.KeyAgreement)
}

func signingUsage(u cert.Usage) bool { return u&^cert.NonRepudiation == cert.DigitalSignature }

func kemUsage(u cert.Usage) bool { return u == cert.KeyEncipherment }

// usageNames are the names of the bits in their order (RFC 5280 4.2.1.3).
var usageNames = [...]string{
	"digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement",
	"keyCertSign", "cRLSign", "encipherOnly", "decipherOnly",
}

// usageText lists the usages for people.
func usageText(u cert.Usage) string {
	var names []string
	for i, name := range usageNames {
		if u&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
