package cert

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// replacement stands for octets that have no reading.
const replacement = "\uFFFD"

// string reads node i as a character string. tag is the type where the node's
// own tag is implicit, and 0 where the node's universal tag says it; where that is
// no string's, the result has tag 0 and the whole value.
func (r *reader) string(i int32, tag int) String {
	s := String{Span: r.span(i), Tag: tag}
	if n := r.node(i); tag == 0 {
		if n.Class != classUniversal || !isCharacterString(n.Tag) && !isTime(n.Tag) {
			s.Bytes = n.In(r.tree.DER)
			return s
		}
		s.Tag = n.Tag
	}
	s.Bytes = r.octets(i)
	s.Text, s.Fault = readText(s.Tag, s.Bytes)
	if s.Fault == "" && r.node(i).Fault == FaultTruncated {
		s.Fault = "the string is cut off"
	}
	return s
}

// noteString notes a string whose octets do not fit its type.
func (r *reader) noteString(i int32, s *String, suffix string) {
	if s.Fault != "" {
		r.note(i, FaultString, suffix, s.Fault)
	}
}

// readText gives the best reading of the octets of a string type (X.690 8.23)
// and says what does not fit it.
func readText(tag int, octets []byte) (text, fault string) {
	switch tag {
	case tagUTF8String:
		if utf8.Valid(octets) {
			return string(octets), ""
		}
		return strings.ToValidUTF8(string(octets), replacement), "a UTF8String that is not UTF-8"
	case tagBMPString:
		return readBMP(octets)
	case tagUniversalString:
		return readUniversal(octets)
	case tagTeletexString, tagVideotexString, tagGraphicString, tagGeneralString:
		return readLatin1(octets), ""
	}
	for _, b := range octets {
		if !inRepertoire(tag, b) {
			return readASCII(octets), "a " + TagName(tag) + " with characters outside its repertoire"
		}
	}
	return string(octets), ""
}

// inRepertoire says whether the type's characters (X.680 41) include this octet.
func inRepertoire(tag int, b byte) bool {
	switch tag {
	case tagNumericString:
		return b >= '0' && b <= '9' || b == ' '
	case tagPrintableString:
		return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' ||
			strings.IndexByte(" '()+,-./:=?", b) >= 0
	case tagVisibleString, tagUTCTime, tagGeneralizedTime:
		return b >= 0x20 && b < 0x7f
	}
	return b < 0x80 // IA5String
}

// readASCII keeps the ASCII characters.
func readASCII(octets []byte) string {
	text := string(octets)
	if isASCII(text) {
		return text
	}
	var b strings.Builder
	for _, c := range octets {
		if c < 0x80 {
			b.WriteByte(c)
		} else {
			b.WriteString(replacement)
		}
	}
	return b.String()
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// readLatin1 reads a TeletexString and its kin as issuers fill them: as ISO 8859-1.
func readLatin1(octets []byte) string {
	var b strings.Builder
	for _, c := range octets {
		b.WriteRune(rune(c))
	}
	return b.String()
}

// readBMP reads a BMPString (UCS-2); a pair of surrogates is read as UTF-16 and flagged.
func readBMP(octets []byte) (text, fault string) {
	if len(octets)%2 != 0 {
		fault = "a BMPString with an odd number of octets"
	}
	var b strings.Builder
	for i := 0; i+1 < len(octets); i += 2 {
		unit := rune(octets[i])<<8 | rune(octets[i+1])
		if utf16.IsSurrogate(unit) {
			fault = "a BMPString with surrogates, which it cannot hold"
			if i+3 < len(octets) {
				if pair := utf16.DecodeRune(unit, rune(octets[i+2])<<8|rune(octets[i+3])); pair != utf8.RuneError {
					unit = pair
					i += 2
				}
			}
		}
		b.WriteRune(unit) // a lone surrogate becomes U+FFFD
	}
	if len(octets)%2 != 0 {
		b.WriteString(replacement)
	}
	return b.String(), fault
}

// readUniversal reads a UniversalString (UCS-4).
func readUniversal(octets []byte) (text, fault string) {
	if len(octets)%4 != 0 {
		fault = "a UniversalString whose number of octets is not a multiple of 4"
	}
	var b strings.Builder
	for ; len(octets) >= 4; octets = octets[4:] {
		code := uint32(octets[0])<<24 | uint32(octets[1])<<16 | uint32(octets[2])<<8 | uint32(octets[3])
		if code > utf8.MaxRune || !utf8.ValidRune(rune(code)) {
			fault = "a UniversalString with a code that is no character"
			code = utf8.RuneError
		}
		b.WriteRune(rune(code))
	}
	if len(octets) > 0 {
		b.WriteString(replacement)
	}
	return b.String(), fault
}
