package lints

import (
	"bytes"
	"encoding/hex"
	"math/big"

	"sealglass/cert"
)

// severalRules are those that compare a certificate with others at hand (SBR 7.1,
// 7.1.4.1).
var severalRules = []Rule{{
	ID:           "ca-name-bytes-differ",
	Requirements: []string{"SBR-7.1.4.1-2"},
	Source:       SBR, Section: "7.1.4.1", Severity: Error,
	Title: "The CA's name is written differently in another certificate",
	Explanation: "Two CA certificates read alike, but differ in the bytes of their names. " +
		"Programs that compare bytes take them for two CAs, and may not find the one they need.",
	Remedy: caRemedy,
	Quote:  "SHALL be byte-for-byte identical among all Certificates whose Subject Distinguished Names can be compared as equal",
	From:   sbrStart, Roles: AnyCA,
	Parts: []Part{PartSubject},
	When:  func(s *Subject) bool { return named(s) && len(s.Beside) > 0 },
	Check: func(s *Subject) []Place {
		c := s.Cert
		for _, other := range s.Beside {
			if isCA(other) && c.Subject.Equal(&other.Subject) && !bytes.Equal(c.Subject.In(c.Raw), other.Subject.In(other.Raw)) {
				return at(string(PartSubject), c.Subject.Span, "other bytes than in the certificate with the serial number "+serialText(other))
			}
		}
		return nil
	},
}, {
	ID:           "serial-sequential",
	Requirements: []string{"SBR-7.1-serial-4"},
	Source:       SBR, Section: "7.1", Severity: Error,
	Title: "The serial number is the next one after another's",
	Explanation: "Two certificates of this issuer have numbers that follow each other. " +
		"Random ones, which keep an attacker from preparing a forged certificate in advance, hardly ever do.",
	Remedy: "Ask the issuer how its serial numbers are made; a new certificate will carry a new one.",
	Quote:  "CAs SHALL generate non-sequential Certificate serial numbers",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{PartSerial, PartIssuer},
	When:  func(s *Subject) bool { return s.Cert.SerialNumber.Present && len(s.Beside) > 0 },
	Check: func(s *Subject) []Place {
		c := s.Cert
		for _, other := range s.Beside {
			if bytes.Equal(c.Issuer.In(c.Raw), other.Issuer.In(other.Raw)) && neighbours(c.SerialNumber, other.SerialNumber) {
				return at(string(PartSerial), c.SerialNumber.Span, serialText(c)+", another has "+serialText(other))
			}
		}
		return nil
	},
}}

// maxComparedSerial is the number of octets up to which serial numbers are
// compared; longer ones are a fault in themselves.
const maxComparedSerial = 21

// neighbours says whether two numbers differ by one.
func neighbours(a, b cert.Integer) bool {
	if !b.Present || len(a.Bytes) > maxComparedSerial || len(b.Bytes) > maxComparedSerial {
		return false
	}
	difference := new(big.Int).Sub(a.Big(), b.Big())
	return difference.CmpAbs(big.NewInt(1)) == 0
}

// serialText is a serial number in hex, for people.
func serialText(c *cert.Certificate) string {
	octets := c.SerialNumber.Bytes
	if len(octets) > maxComparedSerial {
		return hex.EncodeToString(octets[:maxComparedSerial]) + "…"
	}
	return hex.EncodeToString(octets)
}
