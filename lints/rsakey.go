package lints

import (
	"math/big"
	"strconv"

	"sealglass/cert"
)

const (
	newRSAKey   = "Make a new key of 3072 bits or more and ask the issuer for a new certificate."
	newKey      = "Make a new key with current software and ask the issuer for a new certificate."
	partRSAKey  = partKeyBits
	rsaCASunset = Date("2026-09-15") // SBR 1.0.15 (SMC017v2)
	rsaIssuing  = Date("2027-09-15") // the same, for the keys that issue
)

var rsaKeyRules = []Rule{{
	ID:           "rsa-modulus-short",
	Requirements: []string{"SBR-6.1.5-rsa-1", "SBR-6.1.5-rsa-3"},
	Source:       SBR, Section: "6.1.5", Severity: Error,
	Title: "The RSA key has fewer than 2048 bits",
	Explanation: "RSA keys this short can be broken with enough computers. Mail encrypted to it could then be read, " +
		"and signatures forged; mail programs refuse such keys.",
	Remedy: newRSAKey,
	Quote:  "For RSA key pairs the CA SHALL: Ensure that the modulus size, when encoded, is at least 2048 bits",
	From:   sbrStart, Roles: AnyCert,
	When:  keyRSAReadable,
	Check: rsaModulusShort,
	ZLint: []string{"e_mp_modulus_must_be_2048_bits_or_more"},
}, {
	ID:           "rsa-ca-modulus-short",
	Requirements: []string{"SBR-6.1.5-rsa-4"},
	Source:       SBR, Section: "6.1.5", Severity: Error,
	Title: "The RSA key of a new CA certificate has fewer than 4096 bits",
	Explanation: "CA certificates signed since 15 September 2026 need an RSA key of 4096 bits or more, " +
		"since they are relied on for many years.",
	Remedy: "Only the CA can change this: it needs a new key and a new certificate.",
	Quote:  "For RSA key pairs the CA SHALL: … For Keys corresponding to CA Certificates … signed on or after September 15, 2026 ensure that the modulus size, when encoded, is at least 4096 bits",
	From:   rsaCASunset, Roles: AnyCA,
	When:  keyRSAReadable,
	Check: rsaCAModulusShort,
}, {
	ID:           "rsa-issuer-modulus-short",
	Requirements: []string{"SBR-6.1.5-rsa-5"},
	Source:       SBR, Section: "6.1.5", Severity: Error,
	Title: "The issuing CA's RSA key has fewer than 3072 bits",
	Explanation: "From 15 September 2027 email certificates may no longer be issued with a CA key this short. " +
		"Your certificate stays as it is; its successor will need another issuing CA.",
	Remedy: "Ask the issuer which of its CAs will issue your next certificate.",
	Quote:  "Effective September 15, 2027 the CA SHALL NOT issue Certificates from any CA if all of the following conditions are true: … the CA Certificate's RSA Key modulus size, when encoded, is less than 3072 bits",
	From:   rsaIssuing, NeedsIssuer: true,
	When:  issuedByRSA,
	Check: rsaIssuerModulusShort,
}, {
	ID:           "rsa-modulus-uneven",
	Requirements: []string{"SBR-6.1.5-rsa-2"},
	Source:       SBR, Section: "6.1.5", Severity: Error,
	Title: "The RSA key's size is not a multiple of 8 bits",
	Explanation: "Software and smart cards count RSA keys in bytes. One of an odd size may be refused, " +
		"and hints at faulty software that made it.",
	Remedy: newKey,
	Quote:  "For RSA key pairs the CA SHALL: … Ensure that the modulus size, in bits, is evenly divisible by 8.",
	From:   sbrStart, Roles: AnyCert,
	When:  keyRSAReadable,
	Check: rsaModulusUneven,
	ZLint: []string{"e_mp_modulus_must_be_divisible_by_8"},
}, {
	ID:           "rsa-exponent-wrong",
	Requirements: []string{"SBR-6.1.6-rsa-1"},
	Source:       SBR, Section: "6.1.6", Severity: Error,
	Title: "The RSA key's public exponent is not an odd number of 3 or more",
	Explanation: "With such an exponent the key does not work as RSA: " +
		"mail encrypted to it can be read by anyone, or by nobody.",
	Remedy: newKey,
	Quote:  "the CA SHALL confirm that the value of the public exponent is an odd number equal to 3 or more",
	From:   sbrStart, Roles: AnyCert,
	When:  keyRSAReadable,
	Check: rsaExponentWrong,
	ZLint: []string{"e_mp_exponent_cannot_be_one", "e_rsa_exp_negative"},
}, {
	ID:           "rsa-exponent-unusual",
	Requirements: []string{"SBR-6.1.6-rsa-2"},
	Source:       SBR, Section: "6.1.6", Severity: Warning,
	Title: "The RSA key's public exponent is outside the recommended range",
	Explanation: "Nearly all keys use 65537. Smaller exponents have made mistakes in other software exploitable, " +
		"and larger ones are refused by some programs.",
	Remedy: newKey,
	Quote:  "the public exponent SHOULD be in the range between 2^16 + 1 and 2^256 - 1",
	From:   sbrStart, Roles: AnyCert,
	When:  keyRSAReadable,
	Check: rsaExponentUnusual,
}, {
	ID:           "rsa-modulus-even",
	Requirements: []string{"SBR-6.1.6-rsa-3", "SBR-6.1.6-rsa-5"},
	Source:       SBR, Section: "6.1.6", Severity: Warning,
	Title: "The RSA key's modulus is even",
	Explanation: "A modulus that can be divided by 2 was not made of two large primes. " +
		"Its private key can be computed by anyone.",
	Remedy: newKey,
	Quote:  "The modulus SHOULD also have the following characteristics: an odd number",
	From:   sbrStart, Roles: AnyCert,
	When:  keyRSAReadable,
	Check: rsaModulusEven,
}, {
	ID:           "rsa-small-factor",
	Requirements: []string{"SBR-6.1.6-rsa-5"},
	Source:       SBR, Section: "6.1.6", Severity: Warning,
	Title: "The RSA key's modulus can be divided by a small prime",
	Explanation: "A modulus with a factor below 752 was not made of two large primes. " +
		"Its private key may be computed by others.",
	Remedy: newKey,
	Quote:  "have no factors smaller than 752",
	From:   sbrStart, Roles: AnyCert,
	When:  keyRSACalculable,
	Check: rsaSmallFactor,
}, {
	ID:           "rsa-modulus-prime-power",
	Requirements: []string{"SBR-6.1.6-rsa-4"},
	Source:       SBR, Section: "6.1.6", Severity: Warning,
	Title: "The RSA key's modulus is the power of one number",
	Explanation: "A modulus has to be the product of two different primes. " +
		"From a power the private key can be computed by anyone.",
	Remedy: newKey,
	Quote:  "not the power of a prime",
	From:   sbrStart, Roles: AnyCert,
	When:  keyRSACalculable,
	Check: rsaModulusPower,
}, {
	ID:           "rsa-key-undecodable",
	Requirements: []string{"SBR-7.1.2.4-1"},
	Source:       RFC5280, Section: "RFC 5280 4.1.2.7", Severity: Error,
	Title: "The RSA key does not decode",
	Explanation: "The bytes of the key are no modulus and exponent. " +
		"No program can encrypt to it or check a signature with it.",
	Remedy: newKey,
	Quote:  "All fields and extensions SHALL be set in accordance with RFC 5280.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	When:  keyIsRSA,
	Check: rsaKeyUndecodable,
	ZLint: []string{"e_rsa_no_public_key"},
}}

func rsaFamily(k *cert.PublicKey) bool {
	return k.Type == cert.RSAKey || k.Type == cert.RSAPSSKey
}

func keyIsRSA(s *Subject) bool { return rsaFamily(&s.Cert.PublicKey) }

// keyRSAReadable says whether there is an RSA key with its two numbers.
func keyRSAReadable(s *Subject) bool {
	k := &s.Cert.PublicKey
	return rsaFamily(k) && k.Modulus != nil && k.Exponent != nil
}

// keyRSACalculable says whether the modulus is one to calculate with: positive
// and not beyond the bound. The rules that follow its divisors look at odd
// numbers only, since an even one is a finding already.
func keyRSACalculable(s *Subject) bool {
	if !keyRSAReadable(s) {
		return false
	}
	n := s.Cert.PublicKey.Modulus
	return n.Sign() > 0 && n.BitLen() <= cert.MaxModulusBits && n.Bit(0) == 1
}

func atModulus(s *Subject, got string) []Place {
	return at(string(partRSAKey), s.Cert.PublicKey.ModulusSpan, got)
}

func rsaBits(n *big.Int) string { return "RSA " + strconv.Itoa(n.BitLen()) + " bits" }

func rsaModulusShort(s *Subject) []Place {
	if n := s.Cert.PublicKey.Modulus; n.BitLen() < 2048 {
		return atModulus(s, rsaBits(n))
	}
	return nil
}

// rsaCAModulusShort leaves what is too short for any certificate to
// rsa-modulus-short.
func rsaCAModulusShort(s *Subject) []Place {
	if n := s.Cert.PublicKey.Modulus; n.BitLen() >= 2048 && n.BitLen() < 4096 {
		return atModulus(s, rsaBits(n))
	}
	return nil
}

// issuedByRSA is the precondition of SBR 6.1.5: an email certificate whose
// issuer has an RSA key.
func issuedByRSA(s *Subject) bool {
	k := &s.Issuer.PublicKey
	return rsaFamily(k) && k.Modulus != nil && s.Cert.ExtKeyUsage.Has(cert.OIDEmailProtection) && hasMailbox(s.Cert)
}

func rsaIssuerModulusShort(s *Subject) []Place {
	if n := s.Issuer.PublicKey.Modulus; n.BitLen() < 3072 {
		return at(string(PartIssuer), s.Cert.Issuer.Span, "issuer with "+rsaBits(n))
	}
	return nil
}

func rsaModulusUneven(s *Subject) []Place {
	if n := s.Cert.PublicKey.Modulus; n.BitLen()%8 != 0 {
		return atModulus(s, rsaBits(n))
	}
	return nil
}

func exponentWrong(e *big.Int) bool { return e.Cmp(big.NewInt(3)) < 0 || e.Bit(0) == 0 }

func rsaExponentWrong(s *Subject) []Place {
	if e := s.Cert.PublicKey.Exponent; exponentWrong(e) {
		return atExponent(s)
	}
	return nil
}

func rsaExponentUnusual(s *Subject) []Place {
	e := s.Cert.PublicKey.Exponent
	if exponentWrong(e) || e.Cmp(big.NewInt(1<<16+1)) >= 0 && e.BitLen() <= 256 {
		return nil
	}
	return atExponent(s)
}

func atExponent(s *Subject) []Place {
	e := s.Cert.PublicKey.Exponent
	got := strconv.Itoa(e.BitLen()) + " bits"
	if e.IsInt64() {
		got = strconv.FormatInt(e.Int64(), 10)
	}
	return at(string(partRSAKey), s.Cert.PublicKey.ExponentSpan, got)
}

func rsaModulusEven(s *Subject) []Place {
	if s.Cert.PublicKey.Modulus.Bit(0) == 0 {
		return atModulus(s, "even")
	}
	return nil
}

func rsaSmallFactor(s *Subject) []Place {
	if f := smallFactor(s.Cert.PublicKey.Modulus); f != 0 {
		return atModulus(s, "divisible by "+strconv.Itoa(int(f)))
	}
	return nil
}

func rsaModulusPower(s *Subject) []Place {
	n := s.Cert.PublicKey.Modulus
	if smallFactor(n) != 0 {
		return nil
	}
	if k := powerOf(n); k != 0 {
		return atModulus(s, "a number to the power of "+strconv.Itoa(k))
	}
	return nil
}

func rsaKeyUndecodable(s *Subject) []Place {
	k := &s.Cert.PublicKey
	if k.Fault == "" {
		return nil
	}
	return at(string(partRSAKey), k.Bits.Span, k.Fault)
}
