package view

import "strconv"

// pluralForms are the forms that a language has for numbers of things, by the
// names of Unicode's plural rules (CLDR).
func pluralForms(lang string) []string {
	if lang == "ja" {
		return []string{"other"}
	}
	return []string{"one", "other"}
}

// pluralForm is the form for the whole number n, which is not negative. What is
// said here holds for German, English, Italian and Spanish; French says "one"
// for 0 too, Japanese has one form only.
func pluralForm(lang string, n int) string {
	switch {
	case lang == "ja":
		return "other"
	case n == 1, lang == "fr" && n == 0:
		return "one"
	}
	return "other"
}

// number writes a whole number that is not negative, from five digits on in
// groups of three.
func (w Words) number(n int) string {
	digits := strconv.Itoa(n)
	if len(digits) < 5 {
		return digits
	}
	group := w.Text("number.group")
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + group + digits[at:]
	}
	return digits
}
