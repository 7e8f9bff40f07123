package lints

import (
	"math/bits"
	"strconv"

	"sealglass/cert"
)

// The lengths of a serial number, in bits, below which too little chance is
// left that 64 random bits are in it: a CA that follows the rule meets the
// first by accident once in 2^16 certificates, the second once in 2^32.
const (
	fewSerialBits     = 48
	hardlySerialBits  = 32
	maxSerialBits     = 159
	serialChanceQuote = "containing at least 64 bits of output from a CSPRNG"
)

var serialRules = []Rule{{
	ID:           "serial-not-positive",
	Requirements: []string{"SBR-7.1-serial-1"},
	Source:       SBR, Section: "7.1", Severity: Error,
	Title: "The serial number is not greater than zero",
	Explanation: "The serial number is how a certificate is named when it is revoked. " +
		"Some programs refuse a zero or negative one, or look up another certificate by mistake.",
	Remedy: askIssuer,
	Quote:  "CAs SHALL generate non-sequential Certificate serial numbers greater than zero (0) and less than 2^159",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{PartSerial},
	Check: serialNotPositive,
	ZLint: []string{"e_serial_number_not_positive"},
}, {
	ID:           "serial-too-large",
	Requirements: []string{"SBR-7.1-serial-2"},
	Source:       SBR, Section: "7.1", Severity: Error,
	Title: "The serial number is 2^159 or more",
	Explanation: "Programs reserve at most 20 bytes for a serial number. " +
		"A longer one may not be found in lists of revoked certificates, or the certificate may be refused.",
	Remedy: askIssuer,
	Quote:  "CAs SHALL generate non-sequential Certificate serial numbers greater than zero (0) and less than 2^159",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{PartSerial},
	Check: serialTooLarge,
	ZLint: []string{"e_serial_number_longer_than_20_octets"},
}, {
	ID:           "serial-hardly-random",
	Requirements: []string{"SBR-7.1-serial-3"},
	Source:       SBR, Section: "7.1", Severity: Warning,
	Title: "The serial number is too small to be random",
	Explanation: "Random serial numbers keep an attacker from preparing a forged certificate in advance. " +
		"One this short comes out of 64 random bits less than once in four billion times.",
	Remedy: "Ask the issuer how its serial numbers are made; a new certificate will carry a new one.",
	Quote:  serialChanceQuote,
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{PartSerial},
	Check: serialHardlyRandom,
}, {
	ID:           "serial-little-random",
	Requirements: []string{"SBR-7.1-serial-3"},
	Source:       SBR, Section: "7.1", Severity: Notice,
	Title: "The serial number is unusually small",
	Explanation: "Random serial numbers keep an attacker from preparing a forged certificate in advance. " +
		"One this short is rare where 64 random bits go into it, though not impossible.",
	Remedy: "Nothing needs to be done for this certificate alone. If others of this issuer look alike, ask the issuer about it.",
	Quote:  serialChanceQuote,
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{PartSerial},
	Check: serialLittleRandom,
}}

func serialNotPositive(s *Subject) []Place {
	if n, negative := integerBits(s.Cert.SerialNumber); negative {
		return atSerial(s, "negative")
	} else if n == 0 {
		return atSerial(s, "0")
	}
	return nil
}

func serialTooLarge(s *Subject) []Place {
	if n, negative := integerBits(s.Cert.SerialNumber); !negative && n > maxSerialBits {
		return atSerial(s, bitsText(n))
	}
	return nil
}

func serialHardlyRandom(s *Subject) []Place {
	if n, negative := integerBits(s.Cert.SerialNumber); !negative && n > 0 && n < hardlySerialBits {
		return atSerial(s, bitsText(n))
	}
	return nil
}

func serialLittleRandom(s *Subject) []Place {
	if n, negative := integerBits(s.Cert.SerialNumber); !negative && n >= hardlySerialBits && n < fewSerialBits {
		return atSerial(s, bitsText(n))
	}
	return nil
}

func atSerial(s *Subject, got string) []Place {
	return at(string(PartSerial), s.Cert.SerialNumber.Span, got)
}

func bitsText(n int) string { return strconv.Itoa(n) + " bits" }

func charactersText(n int) string { return strconv.Itoa(n) + " characters" }

func bytesText(n int) string { return strconv.Itoa(n) + " bytes" }

// integerBits is the length in bits of an integer that is not negative.
func integerBits(i cert.Integer) (n int, negative bool) {
	b := i.Bytes
	if len(b) > 0 && b[0] >= 0x80 {
		return 0, true
	}
	for len(b) > 0 && b[0] == 0 {
		b = b[1:]
	}
	if len(b) == 0 {
		return 0, false
	}
	return 8*(len(b)-1) + bits.Len8(b[0]), false
}
