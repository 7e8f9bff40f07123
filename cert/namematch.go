package cert

import (
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
	for i := range base.RDNs {
		if !n.RDNs[i].equal(&base.RDNs[i]) {
			return false
		}
	}
	return true
}

// equal compares two RDNs as sets of attributes.
func (r *RDN) equal(s *RDN) bool {
	if len(r.Attributes) != len(s.Attributes) {
		return false
	}
	for i := range r.Attributes {
		if !s.has(&r.Attributes[i]) {
			return false
		}
	}
	return true
}

func (r *RDN) has(a *Attribute) bool {
	for i := range r.Attributes {
		b := &r.Attributes[i]
		if a.Type == b.Type && foldSpace(a.Value.Text) == foldSpace(b.Value.Text) {
			return true
		}
	}
	return false
}

// foldSpace is the part of the preparation of RFC 4518 that RFC 5280 7.1 needs
// in practice: lower case, one space for a run of them, none at the ends.
func foldSpace(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "))
}
