package lints

import "math/big"

var weakKeyRules = []Rule{{
	ID:           "rsa-roca",
	Requirements: []string{"SBR-6.1.1.3-5"},
	Source:       SBR, Section: "6.1.1.3", Severity: Error,
	Title: "The RSA key was probably made by a faulty chip (ROCA)",
	Explanation: "The key has the fingerprint of keys made by Infineon chips before 2017 (CVE-2017-15361). " +
		"Their private keys can be computed from the public ones with enough computing time.",
	Remedy: "Stop using this key. Make a new one with other software or an updated card, ask the issuer to revoke this certificate, and get a new one.",
	Quote:  "The CA SHALL reject a Certificate Request if … There is clear evidence that the specific method used to generate the Private Key was flawed",
	From:   sbrStart,
	When:   keyRSACalculable,
	Check:  rsaROCA,
}, {
	ID:           "rsa-close-primes",
	Requirements: []string{"SBR-6.1.1.3-5"},
	Source:       SBR, Section: "6.1.1.3", Severity: Error,
	Title: "The RSA key's private half can be computed in a moment",
	Explanation: "The two primes of this key lie so close together that this page found them with Fermat's method. " +
		"Anyone can read mail encrypted to it and sign in its owner's name.",
	Remedy: "Stop using this key. Make a new one with other software, ask the issuer to revoke this certificate, and get a new one.",
	Quote:  "The CA SHALL reject a Certificate Request if … The CA is aware of a demonstrated or proven method to easily compute the Applicant's Private Key based on the Public Key",
	From:   sbrStart,
	When:   keyRSACalculable,
	Check:  rsaClosePrimes,
	ZLint:  []string{"e_rsa_fermat_factorization"},
}, {
	ID:           "ca-rsa-key-weak",
	Requirements: []string{"SBR-6.1.1.3-5"},
	Source:       SBR, Section: "6.1.1.3", Severity: Notice,
	Title: "The CA's RSA key has a known weakness",
	Explanation: "Its private key can be computed from the public one, with the method named below. Whoever does so can issue certificates in the CA's name. " +
		"The rule against such keys is written for subscribers; for a CA's key there is none.",
	Remedy: "Do not rely on certificates below this CA, and tell the CA.",
	Quote:  "a demonstrated or proven method to easily compute the Applicant's Private Key based on the Public Key",
	From:   sbrStart, Roles: AnyCA,
	When:  keyRSACalculable,
	Check: func(s *Subject) []Place { return append(rsaROCA(s), rsaClosePrimes(s)...) },
	ZLint: []string{"e_rsa_fermat_factorization"},
}}

// The greatest primes that divide the number M of the ROCA paper, by the length
// of the modulus in bits: remainders by larger primes say nothing.
const (
	rocaPrime512  = 167
	rocaPrime1024 = 353
	rocaPrime2048 = 701
	rocaBits1024  = 960
	rocaBits2048  = 1984
)

// rsaROCA tests whether the modulus is a power of 65537 modulo each of the
// primes of M, which one in 2^27 other keys is at 512 bits, and practically
// none at 2048 (Nemec et al., The Return of Coppersmith's Attack, 2017).
func rsaROCA(s *Subject) []Place {
	n := s.Cert.PublicKey.Modulus
	last := uint16(rocaPrime512)
	switch size := n.BitLen(); {
	case size >= rocaBits2048:
		last = rocaPrime2048
	case size >= rocaBits1024:
		last = rocaPrime1024
	}
	for i, r := range residues(n) {
		p := smallPrimes[i]
		if p > last {
			break
		}
		if !inSubgroup(uint32(r), uint32(p)) {
			return nil
		}
	}
	return atModulus(s, rsaBits(n)+", fingerprint of ROCA")
}

// inSubgroup says whether r is a power of 65537 modulo the prime p.
func inSubgroup(r, p uint32) bool {
	power := uint32(1)
	for {
		if power == r {
			return true
		}
		if power = power * (65537 % p) % p; power == 1 {
			return false
		}
	}
}

// fermatRounds is how many steps Fermat's method is given. Primes chosen
// independently, as they have to be, are never found within so few.
const fermatRounds = 100

func rsaClosePrimes(s *Subject) []Place {
	n := s.Cert.PublicKey.Modulus
	a := new(big.Int).Sqrt(n)
	rest := new(big.Int).Mul(a, a)
	if rest.Sub(rest, n).Sign() == 0 {
		return nil // a square, which rsa-modulus-prime-power reports
	}
	// rest = a² − n for a one above the root; each round adds 2a+1 to it.
	one := big.NewInt(1)
	step := new(big.Int).Lsh(a, 1)
	step.Add(step, one)
	root := new(big.Int)
	for range fermatRounds {
		rest.Add(rest, step)
		step.Add(step, big.NewInt(2))
		if !maybeSquare(rest) {
			continue
		}
		root.Sqrt(rest)
		if new(big.Int).Mul(root, root).Cmp(rest) == 0 {
			return atModulus(s, "two primes that differ by "+bitsText(root.BitLen()+1))
		}
	}
	return nil
}
