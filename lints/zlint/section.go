package zlint

import (
	"strings"

	"github.com/zmap/zlint/v3/lint"
)

// sections are the places of lints whose citation says them in a form that
// [section] does not read, or says a wrong one.
var sections = map[string]string{
	"e_incorrect_ku_encoding":                     "X.690 11.2.2",
	"e_legacy_generation_deprecated":              "S/MIME BR, ballot SMC08",
	"e_subject_street_address_max_length":         "ITU-T X.520 (02/2001), upper bounds",
	"e_superfluous_ku_encoding":                   "X.690 11.2.2",
	"w_ext_cert_policy_explicit_text_not_nfc":     "RFC 6818 3",
	"w_subject_given_name_recommended_max_length": "ITU-T X.411 (11/1988), Annex B",
	"w_subject_surname_recommended_max_length":    "ITU-T X.411 (11/1988), Annex B",
}

// section is the citation of a lint in the form that the rule book uses. It is
// empty where a lint cites no requirement.
func section(l *lint.CertificateLint) string {
	if s, ok := sections[l.Name]; ok {
		return s
	}
	citation := tidy(l.Citation)
	switch l.Source {
	case lint.Community:
		return ""
	case lint.CABFSMIMEBaselineRequirements:
		return "S/MIME BR " + numbers(citation)
	case lint.MozillaRootStorePolicy:
		return "Mozilla Root Store Policy " + numbers(citation)
	case lint.EtsiEsi:
		return etsiSection(citation)
	}
	_, rest, _ := strings.Cut(citation, "RFC")
	rest = strings.TrimLeft(rest, " ")
	end := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		return "RFC " + rest
	}
	return strings.TrimRight("RFC "+rest[:end]+" "+numbers(rest[end:]), " ")
}

// numbers takes the first numbers of sections out of a citation: "§7.1.2.3" is
// 7.1.2.3, "7.1.2.3.m" and "7.1.2.3m" are 7.1.2.3(m).
func numbers(citation string) string {
	var found []string
	appendix := ""
	for _, word := range strings.Fields(citation) {
		word = strings.Trim(word, "§$:,.;")
		switch {
		case word == "Appendix":
			appendix = "Appendix "
			continue
		case appendix != "" || isNumber(word):
			found = append(found, appendix+withLetter(word))
			appendix = ""
		case len(word) == 3 && word[1] == '.': // A.1
			found = append(found, "Appendix "+word)
		case len(found) > 0 && word != "and" && word != "&":
			return strings.Join(found, ", ")
		}
	}
	return strings.Join(found, ", ")
}

func isNumber(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

// withLetter writes the letter at the end of a section's number in brackets.
func withLetter(number string) string {
	last := number[len(number)-1]
	if !isNumber(number) || last < 'a' || last > 'z' {
		return number
	}
	return strings.TrimRight(number[:len(number)-1], ".") + "(" + string(last) + ")"
}

// etsiSection leaves out the version of the document: the rules have stayed.
func etsiSection(citation string) string {
	citation = strings.ReplaceAll(citation, " - ", "-")
	document := citation
	for _, version := range []string{" V", " v"} {
		document, _, _ = strings.Cut(document, version)
	}
	for _, before := range []string{"Section ", "clause ", "Annex "} {
		if _, place, ok := strings.Cut(citation, before); ok {
			place, _, _ = strings.Cut(place, ",")
			place, _, _ = strings.Cut(place, ";")
			if before == "Annex " {
				place = before + place
			}
			return document + " " + place
		}
	}
	return document
}
