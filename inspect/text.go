package inspect

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// plainText returns UTF-16 text as UTF-8 and drops a byte order mark. Anything
// else is returned as it is, without a copy.
func plainText(data []byte) []byte {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return data[3:]
	case len(data) > MaxInput || len(data) < 4:
		return data
	case data[0] == 0xff && data[1] == 0xfe:
		return fromUTF16(data[2:], 0)
	case data[0] == 0xfe && data[1] == 0xff:
		return fromUTF16(data[2:], 1)
	case halfIsZero(data, 1):
		return fromUTF16(data, 0)
	case halfIsZero(data, 0):
		return fromUTF16(data, 1)
	}
	return data
}

// halfIsZero says whether the data begins as UTF-16 of ASCII text does: every
// other byte, from this one on, is zero, and those between are not.
func halfIsZero(data []byte, zero int) bool {
	const enough = 16
	if len(data) < enough {
		return false
	}
	for i, b := range data[:enough] {
		if (i%2 == zero) != (b == 0) || b >= 0x80 {
			return false
		}
	}
	return true
}

// fromUTF16 decodes code units whose less significant byte stands at low.
func fromUTF16(data []byte, low int) []byte {
	unit := func(i int) rune { return rune(data[i+low]) | rune(data[i+1-low])<<8 }
	text := make([]byte, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			second := rune(-1)
			if i+3 < len(data) {
				second = unit(i + 2)
			}
			if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
				i += 2
			}
		}
		text = utf8.AppendRune(text, r)
	}
	return text
}

// looksLikeText says whether the start of the data reads as text: no control
// characters but line breaks and tabs.
func looksLikeText(data []byte) bool {
	for _, b := range data[:min(len(data), 4096)] {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			return false
		}
	}
	return true
}

func isSpace(b byte) bool {
	return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == '\v'
}

// trimSpace is bytes.TrimSpace for ASCII, which no byte of DER is mistaken for.
func trimSpace(data []byte) []byte {
	for len(data) > 0 && isSpace(data[0]) {
		data = data[1:]
	}
	for len(data) > 0 && isSpace(data[len(data)-1]) {
		data = data[:len(data)-1]
	}
	return data
}

// hasPrefixFold says whether the text starts with the prefix, which is in lower
// case, whatever the case of its ASCII letters.
func hasPrefixFold(text []byte, prefix string) bool {
	if len(text) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if lower(text[i]) != prefix[i] {
			return false
		}
	}
	return true
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}
