package lints

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"sealglass/cert"
)

// judgedName is a name whose attributes are judged.
type judgedName struct {
	cert.Name
	// path is that of the field in the report; a directoryName is one field.
	path    string
	subject bool
}

// judgedNames are the names that the rules about subject attributes judge: the
// subject and each directoryName of the subjectAltName that could be read (SBR
// 7.1.4.2.1).
func judgedNames(s *Subject) []judgedName {
	c := s.Cert
	names := []judgedName{{c.Subject, string(PartSubject), true}}
	if c.SubjectAltName == nil {
		return names
	}
	for i := range c.SubjectAltName.Names {
		if n := &c.SubjectAltName.Names[i]; n.Kind == cert.DirectoryName && n.Fault == "" {
			names = append(names, judgedName{n.Directory, altNamePath(c.SubjectAltName, i), false})
		}
	}
	return names
}

// altNamePath is the path of the i-th name of the subjectAltName.
func altNamePath(san *cert.AltName, i int) string {
	return extensionPath(san.Extension) + ".names[" + strconv.Itoa(i) + "]"
}

// attributes calls visit with each attribute and its place.
func (n *judgedName) attributes(visit func(a *cert.Attribute, rdn int)) {
	for i := range n.RDNs {
		for j := range n.RDNs[i].Attributes {
			visit(&n.RDNs[i].Attributes[j], i)
		}
	}
}

// place is the place of an attribute in the RDN of that number.
func (n *judgedName) place(a *cert.Attribute, rdn int, got string) Place {
	at := Place{Path: n.path, Span: a.Span, Got: got}
	if n.subject {
		at.Path += ".rdn[" + strconv.Itoa(rdn) + "]." + label(a.Type)
	}
	return at
}

// has says whether the name holds such an attribute, readable or not.
func (n *judgedName) has(types ...cert.OID) bool {
	for i := range n.RDNs {
		for j := range n.RDNs[i].Attributes {
			for _, t := range types {
				if n.RDNs[i].Attributes[j].Type == t {
					return true
				}
			}
		}
	}
	return false
}

// values are the values of such an attribute. sure is false where one of them
// could not be read for certain: then nothing follows from what is not among them.
func (n *judgedName) values(of cert.OID) (texts []string, sure bool) {
	sure = true
	n.attributes(func(a *cert.Attribute, _ int) {
		if a.Type == of {
			texts = append(texts, a.Value.Text)
			sure = sure && readable(&a.Value)
		}
	})
	return texts, sure
}

// attributePlaces are the attributes of the judged names in which fault finds
// something to say.
func attributePlaces(s *Subject, fault func(n *judgedName, a *cert.Attribute) string) []Place {
	var places []Place
	names := judgedNames(s)
	for i := range names {
		n := &names[i]
		places = append(places, n.places(func(a *cert.Attribute) string { return fault(n, a) })...)
	}
	return places
}

// places are the attributes in which fault finds something to say. A
// directoryName is one field of the report: there the place says which attribute
// it is.
func (n *judgedName) places(fault func(a *cert.Attribute) string) []Place {
	var places []Place
	n.attributes(func(a *cert.Attribute, rdn int) {
		got := fault(a)
		if got == "" {
			return
		}
		if !n.subject {
			got = label(a.Type) + ": " + got
		}
		places = append(places, n.place(a, rdn, got))
	})
	return places
}

// valuePlaces are the attributes of that type whose value says something and in
// which fault finds something to say. What is unreadable, empty or only a sign
// that nothing was to be said is another rule's.
func valuePlaces(s *Subject, of cert.OID, fault func(text string) string) []Place {
	return valuePlacesBeside(s, of, func(*judgedName) func(string) string { return fault })
}

// valuePlacesBeside is valuePlaces with what the value is compared with, which
// beside takes out of each name once; it returns nil where there is nothing to
// compare.
func valuePlacesBeside(s *Subject, of cert.OID, beside func(n *judgedName) (fault func(text string) string)) []Place {
	var places []Place
	names := judgedNames(s)
	for i := range names {
		fault := beside(&names[i])
		if fault == nil {
			continue
		}
		places = append(places, names[i].places(func(a *cert.Attribute) string {
			if a.Type != of || !readable(&a.Value) || !significant(a.Value.Text) {
				return ""
			}
			return fault(a.Value.Text)
		})...)
	}
	return places
}

// namePlaces are the judged names in which fault finds something to say as a whole.
func namePlaces(s *Subject, fault func(n *judgedName) string) []Place {
	var places []Place
	names := judgedNames(s)
	for i := range names {
		if got := fault(&names[i]); got != "" {
			places = append(places, Place{Path: names[i].path, Span: names[i].Span, Got: got})
		}
	}
	return places
}

// readable says whether the value is a character string whose octets fit its type.
func readable(v *cert.String) bool { return v.Tag != 0 && v.Fault == "" }

// significant says whether the text has a letter, a digit or a symbol: whether it
// is more than punctuation and space.
func significant(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) {
			return true
		}
	}
	return false
}

// maxShown bounds the characters of a value that a place repeats.
const maxShown = 100

// shown is a value for people, cut where it is long.
func shown(text string) string {
	if utf8.RuneCountInString(text) <= maxShown {
		return text
	}
	return string([]rune(text)[:maxShown]) + "…"
}
