package smime

import "bytes"

// decodeBase64 decodes a body (RFC 2045 6.8) and passes over what is no base64.
// Behind padding it begins anew.
func decodeBase64(body []byte) []byte {
	out := make([]byte, 0, len(body)/4*3+3)
	var bits, count uint
	for _, b := range body {
		v := sextet(b)
		switch {
		case b == '=':
			count = 0
			continue
		case v < 0:
			continue
		}
		bits = bits<<6 | uint(v)
		if count += 6; count >= 8 {
			count -= 8
			out = append(out, byte(bits>>count))
		}
	}
	return out
}

// sextet is the value of a base64 digit (RFC 4648 4), -1 for another byte.
func sextet(b byte) int {
	switch {
	case 'A' <= b && b <= 'Z':
		return int(b - 'A')
	case 'a' <= b && b <= 'z':
		return int(b-'a') + 26
	case '0' <= b && b <= '9':
		return int(b-'0') + 52
	case b == '+':
		return 62
	case b == '/':
		return 63
	}
	return -1
}

// decodeQuotedPrintable decodes a body (RFC 2045 6.7). What is no encoding stands
// for itself.
func decodeQuotedPrintable(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for len(body) > 0 {
		i := bytes.IndexByte(body, '=')
		if i < 0 {
			return append(out, body...)
		}
		out = append(out, body[:i]...)
		body = body[i+1:]
		line, rest := cutLine(body)
		switch {
		case len(bytes.TrimRight(line, " \t")) == 0: // a soft line break
			body = rest
		case len(body) >= 2 && unhex(body[0]) >= 0 && unhex(body[1]) >= 0:
			out = append(out, byte(unhex(body[0])<<4|unhex(body[1])))
			body = body[2:]
		default:
			out = append(out, '=')
		}
	}
	return out
}

func unhex(b byte) int {
	switch {
	case '0' <= b && b <= '9':
		return int(b - '0')
	case 'a' <= b && b <= 'f':
		return int(b-'a') + 10
	case 'A' <= b && b <= 'F':
		return int(b-'A') + 10
	}
	return -1
}
