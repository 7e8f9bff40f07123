package cert

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Equal compares two names as RFC 5280 7.1 does: attribute by attribute, with
// letter case and runs of white space set aside. Names that differ only in
// string type or case are equal here though their bytes differ.
func (n *Name) Equal(m *Name) bool {
	return len(n.RDNs) == len(m.RDNs) && n.Within(m)
}

// Within says whether n lies in the subtree of base: base's RDNs are the first
// of n (RFC 5280 4.2.1.10, directoryName). Every name lies in the empty one.
func (n *Name) Within(base *Name) bool {
	if len(n.RDNs) < len(base.RDNs) {
		return false
	}
	return startsWith(n.Folded(), base.Folded())
}

// Folded is one string for each RDN, the same for RDNs that are equal as sets of
// attributes.
func (n *Name) Folded() []string {
	folded := make([]string, len(n.RDNs))
	for i := range n.RDNs {
		folded[i] = n.RDNs[i].Folded()
	}
	return folded
}

func (r *RDN) Folded() string {
	attributes := make([]string, len(r.Attributes))
	for i := range r.Attributes {
		a := &r.Attributes[i]
		text := foldSpace(a.Value.Text)
		if a.Value.Tag == 0 {
			text = string(a.Value.Bytes)
		}
		attributes[i] = string(a.Type) + "=" + strconv.Itoa(len(text)) + ":" + text
	}
	slices.Sort(attributes)
	return strings.Join(attributes, "")
}

// startsWith says whether the list begins with the other one.
func startsWith(list, start []string) bool {
	return len(list) >= len(start) && slices.Equal(list[:len(start)], start)
}

// foldSpace is the part of the preparation of RFC 4518 that RFC 5280 7.1 needs
// in practice: lower case, one space for a run of them, none at the ends.
func foldSpace(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "))
}
