package inspect

// escaped reads one character that the format around it writes in a longer way:
// a backslash escape of JSON or a programming language, a percent escape, a
// numeric character reference of XML, or a space that is not ASCII. It returns
// the character and how many bytes it takes, 0 where the text starts with none.
func escaped(text []byte) (b byte, size int) {
	switch text[0] {
	case '\\':
		return backslashed(text)
	case '%':
		if len(text) > 2 && nibble(text[1]) >= 0 && nibble(text[2]) >= 0 {
			return byte(nibble(text[1])<<4 | nibble(text[2])), 3
		}
	case '&':
		return characterReference(text)
	case 0xc2:
		if len(text) > 1 && text[1] == 0xa0 { // no-break space
			return ' ', 2
		}
	case 0xe2:
		if len(text) > 2 && text[1] == 0x80 && text[2] == 0x8b { // zero width space
			return ' ', 3
		}
	case 0xef:
		if len(text) > 2 && text[1] == 0xbb && text[2] == 0xbf { // byte order mark
			return ' ', 3
		}
	}
	return 0, 0
}

// maxBackslashes bounds how often a text may have been quoted; each time
// doubles the backslashes.
const maxBackslashes = 16

// backslashed reads a backslash escape. A text that was quoted more than once
// has more than one backslash.
func backslashed(text []byte) (b byte, size int) {
	n := 0
	for n < len(text) && n < maxBackslashes && text[n] == '\\' {
		n++
	}
	if n == len(text) {
		return 0, 0
	}
	switch text[n] {
	case 'n':
		return '\n', n + 1
	case 'r':
		return '\r', n + 1
	case 't':
		return '\t', n + 1
	case '/', '"', '\'':
		return text[n], n + 1
	case '\n', '\r': // the line goes on
		return ' ', n
	case 'u':
		value := 0
		for _, digit := range text[n+1 : min(n+5, len(text))] {
			if nibble(digit) < 0 {
				return 0, 0
			}
			value = value<<4 | nibble(digit)
		}
		if value > 0 && value < 0x80 {
			return byte(value), n + 5
		}
	}
	return 0, 0
}

// characterReference reads a numeric character reference (XML 1.0 4.1) to an
// ASCII character.
func characterReference(text []byte) (b byte, size int) {
	const longest = len("&#x0000d;")
	if len(text) < 4 || text[1] != '#' {
		return 0, 0
	}
	i, base := 2, 10
	if lower(text[2]) == 'x' {
		i, base = 3, 16
	}
	value, digits := 0, i
	for ; i < min(len(text), longest); i++ {
		if text[i] == ';' {
			if i == digits || value == 0 || value >= 0x80 {
				return 0, 0
			}
			return byte(value), i + 1
		}
		digit := nibble(text[i])
		if digit < 0 || digit >= base {
			return 0, 0
		}
		value = value*base + digit
	}
	return 0, 0
}

// nibble is the value of a hexadecimal digit, -1 for another byte.
func nibble(b byte) int {
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
