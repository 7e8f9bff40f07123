package pkcs12

import (
	"unicode/utf16"
	"unicode/utf8"
)

// password is a password in the encodings that programs have used for it.
// Whichever of them opens a part of the file is used for the other parts.
type password struct {
	// wide are the encodings for the key derivation of PKCS#12 itself: a BMPString
	// with two zero octets behind it (RFC 7292 B.1).
	wide [][]byte
	// octets are those for PBKDF2 (RFC 8018 5.2).
	octets [][]byte
}

// encode lists the encodings, the likely ones first. An empty password and none
// at all are two different things here.
func encode(utf []byte) password {
	if len(utf) == 0 {
		return password{wide: [][]byte{{0, 0}, {}}, octets: [][]byte{{}, {0, 0}}}
	}
	wide := utf16Of(utf)
	p := password{wide: [][]byte{wide}, octets: [][]byte{clone(utf)}}
	if isASCII(utf) {
		return p
	}
	p.wide = append(p.wide, widened(utf)) // OpenSSL before 1.1.0
	if latin1, ok := latin1Of(utf); ok {
		p.octets = append(p.octets, latin1)
	}
	p.octets = append(p.octets, clone(wide), clone(wide[:len(wide)-2])) // NSS, Windows
	return p
}

// wipe overwrites all encodings.
func (p *password) wipe() {
	for _, b := range p.wide {
		clear(b)
	}
	for _, b := range p.octets {
		clear(b)
	}
}

func clone(b []byte) []byte { return append([]byte{}, b...) }

func isASCII(utf []byte) bool {
	for _, b := range utf {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// utf16Of is the text in UTF-16, the more significant byte first, and a zero.
func utf16Of(utf []byte) []byte {
	wide := make([]byte, 0, 2*len(utf)+2)
	for rest := utf; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			wide = append(wide, byte(high>>8), byte(high), byte(low>>8), byte(low))
		} else {
			wide = append(wide, byte(r>>8), byte(r))
		}
	}
	return append(wide, 0, 0)
}

// widened takes each byte for a character.
func widened(text []byte) []byte {
	wide := make([]byte, 0, 2*len(text)+2)
	for _, b := range text {
		wide = append(wide, 0, b)
	}
	return append(wide, 0, 0)
}

// latin1Of is the text in ISO 8859-1; ok is false where it has other characters.
func latin1Of(utf []byte) (latin1 []byte, ok bool) {
	latin1 = make([]byte, 0, len(utf))
	for rest := utf; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r > 0xff {
			clear(latin1)
			return nil, false
		}
		latin1 = append(latin1, byte(r))
		rest = rest[size:]
	}
	return latin1, true
}
