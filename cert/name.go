package cert

import (
	"strconv"
	"strings"
)

// name reads a Name: a SEQUENCE of RDNs (RFC 5280 4.1.2.4). A malformed RDN or
// attribute is noted as unreadable and the others are still read.
func (r *reader) name(i int32, suffix string) (Name, *Fault) {
	n := Name{Span: r.span(i)}
	if !r.node(i).is(classUniversal, tagSequence) {
		return n, r.fault(i, FaultStructure, "a Name must be a SEQUENCE of SETs")
	}
	n.Present = true
	n.RDNs = make([]RDN, 0, r.count(i))
	list := joinPath(suffix, "rdn")
	for c := r.children(i); c.at >= 0; {
		at := c.next()
		n.RDNs = append(n.RDNs, r.rdn(at, elementPath{list: list, index: len(n.RDNs)}))
	}
	return n, nil
}

// elementPath is the path of an element of a list, and of a part of it, put together
// only where a fault needs it.
type elementPath struct {
	list  string
	index int // -1: list is the whole path
	part  string
}

func (e elementPath) String() string {
	if e.index < 0 {
		return e.list
	}
	return joinPath(e.list+"["+strconv.Itoa(e.index)+"]", e.part)
}

// joinPath joins two parts of a path of which one may be empty.
func joinPath(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "." + b
}

// rdn reads a RelativeDistinguishedName.
func (r *reader) rdn(i int32, path elementPath) RDN {
	rdn := RDN{Span: r.span(i)}
	if !r.node(i).is(classUniversal, tagSet) {
		r.noteFatal(i, path.String(), "an RDN must be a SET of attributes")
		return rdn
	}
	if r.node(i).First < 0 {
		r.note(i, FaultEmpty, path.String(), "an RDN without an attribute")
		return rdn
	}
	rdn.Attributes = make([]Attribute, 0, 1)
	for c := r.children(i); c.at >= 0; {
		rdn.Attributes = append(rdn.Attributes, r.attribute(c.next(), path))
	}
	return rdn
}

// attribute reads an AttributeTypeAndValue.
func (r *reader) attribute(i int32, path elementPath) Attribute {
	a := Attribute{Span: r.span(i)}
	c := r.children(i)
	id := c.universal(tagOID)
	value := c.next()
	if !r.node(i).is(classUniversal, tagSequence) || id < 0 || value < 0 {
		r.noteFatal(i, path.String(), "an attribute must be a SEQUENCE of an OBJECT IDENTIFIER and a value")
		return a
	}
	a.TypeSpan = r.span(id)
	if a.Type = r.oid(id); a.Type == "" {
		r.noteFatal(id, path.String(), "the OBJECT IDENTIFIER of the attribute does not decode")
	}
	a.Value = r.string(value, 0)
	if a.Value.Fault != "" {
		r.noteString(value, &a.Value, joinPath(path.String(), a.Type.label()))
	}
	if c.at >= 0 {
		r.end(c, path.String(), "an attribute")
	}
	return a
}

// noteFatal notes that one element of a part could not be read.
func (r *reader) noteFatal(i int32, suffix, reason string) {
	r.note(i, FaultStructure, suffix, reason)
	(*r.notes)[len(*r.notes)-1].Fatal = true
}

// label is the name of an OID, or its dotted form where it has none.
func (o OID) label() string {
	if name := o.Name(); name != "" {
		return name
	}
	return string(o)
}

// shortTypes are the abbreviations of RFC 4514 3 and customary ones.
var shortTypes = [...]struct {
	oid  OID
	text string
}{
	{OIDCommonName, "CN"},
	{OIDOrganizationName, "O"},
	{OIDOrganizationalUnitName, "OU"},
	{OIDCountryName, "C"},
	{OIDLocalityName, "L"},
	{OIDStateOrProvinceName, "ST"},
	{OIDStreetAddress, "STREET"},
	{OIDEmailAddress, "E"},
	{OIDDomainComponent, "DC"},
	{OIDUserID, "UID"},
}

// String is the name for people, RDNs in the order of encoding: "C=DE, O=Example, CN=Jo".
func (n Name) String() string {
	var b strings.Builder
	for i, rdn := range n.RDNs {
		if i > 0 {
			b.WriteString(", ")
		}
		for j, a := range rdn.Attributes {
			if j > 0 {
				b.WriteString(" + ")
			}
			b.WriteString(a.Type.short())
			b.WriteByte('=')
			b.WriteString(a.Value.Text)
		}
	}
	return b.String()
}

func (o OID) short() string {
	for _, s := range shortTypes {
		if s.oid == o {
			return s.text
		}
	}
	return o.label()
}
