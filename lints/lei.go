package lints

import "strings"

// leiLength is the number of characters of a Legal Entity Identifier (ISO 17442).
const leiLength = 20

// isLEI says whether the text has the form of a Legal Entity Identifier: 18
// digits or capital letters, then two digits (ISO 17442).
func isLEI(text string) bool {
	if len(text) != leiLength || !isDigits(text[leiLength-2:]) {
		return false
	}
	return strings.Trim(text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// leiChecksum says whether the check digits of a text that isLEI are right: as a
// number with the letters as 10 to 35 it leaves 1 when divided by 97 (ISO 7064
// MOD 97-10).
func leiChecksum(lei string) bool {
	rest := 0
	for i := 0; i < len(lei); i++ {
		if c := lei[i]; c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest == 1
}

// isDigits says whether the text is one decimal digit or more, and nothing else.
func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
