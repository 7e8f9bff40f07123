package inspect

import (
	"bytes"
	"strconv"
)

// base64Reader decodes standard or URL-safe base64 out of a text and passes
// over what the formats around it put in between.
type base64Reader struct {
	text []byte
	at   int // the next byte of the text
	der  []byte

	bits, count uint
	digits      int
	// inLine says that the line has begun: what quotes a line can't come any more.
	inLine bool
	padded bool
	pace
}

// fill decodes until there are n bytes, or until what comes next is no base64.
// It returns all that was decoded, and where in the text that ended.
func (r *base64Reader) fill(n int) (der []byte, at int) {
	for len(r.der) < n && r.at < len(r.text) && r.next() {
		r.passed(r.at)
	}
	return r.der, r.at
}

// next passes one character; it is false before one that is no base64.
func (r *base64Reader) next() bool {
	rest := r.text[r.at:]
	b, size := rest[0], 1
	if b == '-' && bytes.HasPrefix(rest, []byte(pemDashes)) {
		return false
	}
	v := sextet(b)
	if v < 0 {
		if other, length := escaped(rest); length > 0 {
			b, size, v = other, length, sextet(other)
		}
	}
	switch {
	case v >= 0 && !r.padded:
		r.digit(v)
	case b == '\n' || b == '\r':
		r.inLine = false
	case isSpace(b), !r.inLine && isMargin(b):
	case b == '=':
		size = max(size, r.equals())
	case b == '"' || b == '\'':
		if size = stringGap(rest); size == 0 {
			return false
		}
		r.inLine = false
	default:
		return false
	}
	r.at += size
	return true
}

func (r *base64Reader) digit(v int) {
	r.inLine = true
	r.digits++
	r.bits = r.bits<<6 | uint(v)
	if r.count += 6; r.count >= 8 {
		r.count -= 8
		r.der = append(r.der, byte(r.bits>>r.count))
	}
}

// equals takes a '=' for padding, or for the soft line break of
// quoted-printable where the value goes on (RFC 2045 6.7). It returns how many
// bytes it takes: quoted-printable writes padding as "=3D".
func (r *base64Reader) equals() int {
	rest := r.text[r.at:]
	if len(rest) > 1 && (rest[1] == '\n' || rest[1] == '\r') &&
		(r.digits%4 < 2 || announced(r.der) > len(r.der)) {
		return 1
	}
	r.padded = true
	if bytes.HasPrefix(rest, []byte("=3D")) {
		return 3
	}
	return 1
}

// isMargin says whether the byte may stand before a line that is quoted in a
// mail or commented out.
func isMargin(b byte) bool { return b == '>' || b == '|' || b == '#' || b == '*' }

// maxStringGap bounds the bytes between two parts of a string.
const maxStringGap = 80

// stringGap measures what lies between two parts of one string, as in "ab" "cd"
// or "ab" + "cd", with both quotation marks; 0 where the string ends.
func stringGap(text []byte) int {
	for i := 1; i < min(len(text), maxStringGap); i++ {
		switch b := text[i]; {
		case b == text[0]:
			if i == 1 {
				return 0
			}
			return i + 1
		case !isSpace(b) && b != '+' && b != '\\':
			return 0
		}
	}
	return 0
}

// decodeBase64 decodes a text that is base64 as a whole. Foreign is the index of
// the first byte that does not belong there, -1 when there is none.
func decodeBase64(text []byte, pause func()) (der []byte, foreign int) {
	r := base64Reader{text: text, der: make([]byte, 0, len(text)/4*3+3), pace: pace{pause: pause}}
	der, at := r.fill(len(text))
	if at < len(text) {
		return der, at
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
		Code: CodeDamagedBase64,
		Message: "The text of the certificate is damaged: in line " + line + ", at character " + column +
			", stands something that does not belong there. Copy it again, or choose the file itself.",
		Args: []string{line, column},
	}
}
