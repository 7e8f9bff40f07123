package inspect

// hexReader decodes hexadecimal digits out of a text: "3082", "30:82",
// "30 82", "30-82", "0x30, 0x82", "\x30\x82".
type hexReader struct {
	text []byte
	at   int // the next byte of the text
	der  []byte
	pace
}

// fill decodes until there are n bytes, or until what comes next is no pair of
// digits. It returns all that was decoded, and where in the text that ended.
func (r *hexReader) fill(n int) (der []byte, at int) {
	for len(r.der) < n {
		start := r.at + hexGap(r.text[r.at:])
		if start+2 > len(r.text) {
			break
		}
		high, low := nibble(r.text[start]), nibble(r.text[start+1])
		if high < 0 || low < 0 {
			break
		}
		r.der = append(r.der, byte(high<<4|low))
		r.at = start + 2
		r.passed(r.at)
	}
	return r.der, r.at
}

// hexGap measures what stands between two pairs of digits.
func hexGap(text []byte) int {
	for i, b := range text {
		switch {
		case isSpace(b), b == ':', b == ',', b == '-', b == '\\', b == 'x', b == 'X':
		case b == '0' && i+1 < len(text) && lower(text[i+1]) == 'x':
		default:
			return i
		}
	}
	return len(text)
}
