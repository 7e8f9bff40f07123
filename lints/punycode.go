package lints

import (
	"strings"
	"unicode/utf8"
)

// aceprefix begins every A-label (RFC 5890 2.3.2.1).
const aceprefix = "xn--"

// The parameters of Punycode (RFC 3492 5).
const (
	punyBase, punyTMin, punyTMax       = 36, 1, 26
	punySkew, punyDamp                 = 38, 700
	punyInitialBias, punyInitialN rune = 72, 128
)

// maxPunycode bounds the characters of a label that is encoded or decoded: the
// work grows with their square. A label of the DNS has at most 63 octets.
const maxPunycode = 255

const punyDigits = "abcdefghijklmnopqrstuvwxyz0123456789"

// punycode encodes a label without the prefix of A-labels (RFC 3492 6.3). ok is
// false for one that is too long.
func punycode(label string) (encoded string, ok bool) {
	runes := []rune(label)
	if len(runes) > maxPunycode {
		return "", false
	}
	var out strings.Builder
	for _, r := range runes {
		if r < utf8.RuneSelf {
			out.WriteRune(r)
		}
	}
	basic := out.Len()
	if basic > 0 {
		out.WriteByte('-')
	}
	n, delta, bias := punyInitialN, rune(0), punyInitialBias
	for done := basic; done < len(runes); {
		next := rune(utf8.MaxRune)
		for _, r := range runes {
			if r >= n {
				next = min(next, r)
			}
		}
		delta += (next - n) * rune(done+1)
		n = next
		for _, r := range runes {
			if r < n {
				delta++
			}
			if r == n {
				writePunyInteger(&out, delta, bias)
				bias = adaptPunyBias(delta, rune(done+1), done == basic)
				delta = 0
				done++
			}
		}
		delta++
		n++
	}
	return out.String(), true
}

// writePunyInteger writes a generalized variable-length integer (RFC 3492 3.3).
func writePunyInteger(out *strings.Builder, q, bias rune) {
	for k := rune(punyBase); ; k += punyBase {
		t := punyThreshold(k, bias)
		if q < t {
			out.WriteByte(punyDigits[q])
			return
		}
		out.WriteByte(punyDigits[t+(q-t)%(punyBase-t)])
		q = (q - t) / (punyBase - t)
	}
}

func punyThreshold(k, bias rune) rune {
	return min(max(k-bias, punyTMin), punyTMax)
}

// adaptPunyBias is RFC 3492 6.1.
func adaptPunyBias(delta, points rune, first bool) rune {
	if first {
		delta /= punyDamp
	} else {
		delta /= 2
	}
	delta += delta / points
	k := rune(0)
	for ; delta > (punyBase-punyTMin)*punyTMax/2; k += punyBase {
		delta /= punyBase - punyTMin
	}
	return k + (punyBase-punyTMin+1)*delta/(delta+punySkew)
}

// unpunycode decodes what follows the prefix of an A-label (RFC 3492 6.2). ok is
// false where it does not decode.
func unpunycode(encoded string) (label string, ok bool) {
	if len(encoded) > maxPunycode || !isASCII(encoded) {
		return "", false
	}
	var runes []rune
	at := strings.LastIndexByte(encoded, '-')
	if at == 0 {
		return "", false
	}
	if at > 0 {
		runes = []rune(encoded[:at])
	}
	n, i, bias := punyInitialN, rune(0), punyInitialBias
	for rest := strings.ToLower(encoded[at+1:]); rest != ""; {
		before := i
		var step rune
		if step, rest, ok = readPunyInteger(rest, bias); !ok || step > utf8.MaxRune*maxPunycode {
			return "", false
		}
		i += step
		points := rune(len(runes) + 1)
		bias = adaptPunyBias(i-before, points, before == 0)
		n += i / points
		i %= points
		if !utf8.ValidRune(n) {
			return "", false
		}
		runes = append(runes, 0)
		copy(runes[i+1:], runes[i:])
		runes[i] = n
		i++
	}
	return string(runes), len(runes) > 0
}

// readPunyInteger reads a generalized variable-length integer (RFC 3492 3.3).
func readPunyInteger(text string, bias rune) (value rune, rest string, ok bool) {
	sum, weight := int64(0), int64(1)
	for k := rune(punyBase); text != ""; k += punyBase {
		digit := strings.IndexByte(punyDigits, text[0])
		text = text[1:]
		t := punyThreshold(k, bias)
		if digit < 0 {
			return 0, "", false
		}
		if sum += int64(digit) * weight; sum > utf8.MaxRune*maxPunycode {
			return 0, "", false
		}
		if digit < int(t) {
			return rune(sum), text, true
		}
		weight *= int64(punyBase - t)
	}
	return 0, "", false
}
