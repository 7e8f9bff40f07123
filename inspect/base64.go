package inspect

import (
	"bytes"
	"strconv"
)

// sniffBase64 recognises a text that is nothing but base64 of an ASN.1 value.
func sniffBase64(data []byte) (content, bool) {
	text := trimSpace(data)
	if !startsAsASN1(text) {
		return content{}, false
	}
	der, foreign := decodeBase64(text)
	if foreign >= 0 {
		return content{kind: Base64, err: foreignByte(text, foreign)}, true
	}
	c, ok := readASN1(der, Base64)
	if c.kind == PrivateKey {
		clear(der)
	}
	if ok || announced(der) == 0 {
		return c, ok
	}
	return wrong(OtherASN1), true
}

// startsAsASN1 says whether the text is base64 whose first bytes are those of a
// SEQUENCE of 128 bytes or more, or of indefinite length, and at least goes on
// as base64 for a line.
func startsAsASN1(text []byte) bool {
	if len(text) < 16 {
		return false
	}
	head, foreign := decodeBase64(text[:min(len(text), 48)])
	return foreign < 0 && len(head) > 2 && head[0] == 0x30 && head[1] >= 0x80 && head[1] <= 0x84
}

// decodeBase64 decodes standard or URL-safe base64. White space, and the '>' of
// a quoted mail at the start of a line, are passed over; padding may be
// missing. Foreign is the index of the first byte that does not belong there,
// -1 when there is none.
func decodeBase64(text []byte) (der []byte, foreign int) {
	der = make([]byte, 0, len(text)/4*3+3)
	var bits, count uint
	lineStart, padded := true, false
	for i, b := range text {
		switch v := sextet(b); {
		case b == '\n' || b == '\r':
			lineStart = true
			continue
		case isSpace(b), b == '>' && lineStart:
			continue
		case b == '=':
			padded = true
		case v < 0 || padded:
			return der, i
		default:
			bits = bits<<6 | uint(v)
			if count += 6; count >= 8 {
				count -= 8
				der = append(der, byte(bits>>count))
			}
		}
		lineStart = false
	}
	return der, -1
}

// sextet is the value of a base64 digit (RFC 4648 4 and 5), -1 for another byte.
func sextet(b byte) int {
	switch {
	case 'A' <= b && b <= 'Z':
		return int(b - 'A')
	case 'a' <= b && b <= 'z':
		return int(b-'a') + 26
	case '0' <= b && b <= '9':
		return int(b-'0') + 52
	case b == '+' || b == '-':
		return 62
	case b == '/' || b == '_':
		return 63
	}
	return -1
}

// foreignByte is the error of a byte that is no base64; it says where, not what.
func foreignByte(text []byte, at int) *InputError {
	line := strconv.Itoa(1 + bytes.Count(text[:at], []byte("\n")))
	column := strconv.Itoa(at - bytes.LastIndexByte(text[:at], '\n'))
	return &InputError{
		Code: codeDamagedBase64,
		Message: "The text of the certificate is damaged: in line " + line + ", at character " + column +
			", stands something that does not belong there. Copy it again, or choose the file itself.",
		Args: []string{line, column},
	}
}
