package cert

import "strconv"

// UnknownName is the kind of an element of GeneralNames that has none of the
// tags of a GeneralName.
const UnknownName NameKind = -1

// readAltName reads GeneralNames (RFC 5280 4.2.1.6, 4.2.1.7).
func readAltName(r *reader, top int32) (*AltName, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the alternative names must be a SEQUENCE of GeneralNames")
	}
	return &AltName{Extension: r.ext, Names: r.generalNames(top, "")}, nil
}

// generalNames reads the children of node i as GeneralNames; suffix is the path
// of the list within the part.
func (r *reader) generalNames(i int32, suffix string) []GeneralName {
	r.empty(i, suffix, "a list of names without a name")
	names := make([]GeneralName, 0, r.count(i))
	list := joinPath(suffix, "names")
	for at := r.children(i); at.at >= 0; {
		names = append(names, r.generalName(at.next(), addressLengths, elementPath{list: list, index: len(names)}))
	}
	return names
}

// generalName reads one GeneralName and notes what did not decode of it. Where
// not even its kind is known, the list it stands in is not whole.
func (r *reader) generalName(i int32, lengths [2]int, path elementPath) GeneralName {
	before := len(*r.notes)
	name := r.readName(i, lengths, path)
	if name.Fault == "" || len(*r.notes) > before && name.Kind == DirectoryName {
		return name // what is wrong with a directoryName is noted where it stands
	}
	code := FaultStructure
	if name.Str.Fault != "" {
		code = FaultString
	}
	r.note(i, code, path.String(), name.Fault)
	(*r.notes)[len(*r.notes)-1].Fatal = name.Kind == UnknownName
	return name
}

// The numbers of octets of an iPAddress (RFC 5280 4.2.1.6), and of one with its
// mask in a name constraint (4.2.1.10).
var (
	addressLengths = [2]int{4, 16}
	subnetLengths  = [2]int{8, 32}
)

// readName reads one GeneralName.
func (r *reader) readName(i int32, lengths [2]int, path elementPath) GeneralName {
	node := r.node(i)
	g := GeneralName{Span: r.span(i), Kind: NameKind(node.Tag)}
	switch {
	case node.Class != classContext || node.Tag < 0 || node.Tag > int(RegisteredID):
		g.Kind = UnknownName
		g.Fault = "a name must have one of the tags [0] to [8]; this is a " + node.TypeName()
	case g.Kind == OtherName:
		r.otherName(&g, i)
	case g.Kind == RFC822Name || g.Kind == DNSName || g.Kind == URIName:
		g.Str = r.string(i, tagIA5String)
		g.Text, g.Fault = g.Str.Text, g.Str.Fault
	case g.Kind == DirectoryName:
		r.directoryName(&g, i, path)
	case g.Kind == IPAddress:
		g.IP = r.octets(i)
		g.Text = addressText(g.IP)
		if len(g.IP) != lengths[0] && len(g.IP) != lengths[1] {
			g.Fault = "an iPAddress here has " + strconv.Itoa(lengths[0]) + " or " + strconv.Itoa(lengths[1]) +
				" octets, not " + strconv.Itoa(len(g.IP))
		}
	case g.Kind == RegisteredID:
		if g.Registered = r.oid(i); g.Registered == "" {
			g.Fault = "the OBJECT IDENTIFIER of a registeredID does not decode"
		}
		g.Text = string(g.Registered)
	case !node.Constructed:
		g.Fault = "an x400Address or ediPartyName must be constructed"
	}
	if g.Fault == "" && r.cut(i) != "" {
		g.Fault = "the name is cut off"
	}
	return g
}

// otherName reads an OtherName: type-id and [0] value.
func (r *reader) otherName(g *GeneralName, i int32) {
	at := r.children(i)
	id := at.universal(tagOID)
	if id < 0 {
		g.Fault = "an otherName must begin with an OBJECT IDENTIFIER"
		return
	}
	if g.Type = r.oid(id); g.Type == "" {
		g.Fault = "the OBJECT IDENTIFIER of an otherName does not decode"
		return
	}
	wrapper := at.context(0)
	if wrapper < 0 || r.node(wrapper).First < 0 {
		g.Fault = "an otherName must hold a value in [0]"
		return
	}
	inside := r.children(wrapper)
	value := inside.next()
	g.Value = r.span(value)
	g.Str = r.string(value, 0)
	g.Text, g.Fault = g.Str.Text, g.Str.Fault
	if g.Type == OIDMSNTDSObjectSID && r.node(value).is(classUniversal, tagOctetString) {
		g.Text = readASCII(r.octets(value))
	}
	if at.at >= 0 || inside.at >= 0 {
		g.Fault = "an otherName holds more than a type and one value"
	}
}

// directoryName reads a Name in [4]. The tag is explicit, Name being a CHOICE. A
// broken attribute does not make the list unreadable that the name stands in.
func (r *reader) directoryName(g *GeneralName, i int32, path elementPath) {
	first := r.node(i).First
	if first < 0 {
		g.Fault = "a directoryName without a Name"
		return
	}
	before := len(*r.notes)
	name, fault := r.name(first, joinPath(path.String(), "directoryName"))
	if fault != nil {
		g.Fault = fault.Reason
		return
	}
	notes := (*r.notes)[before:]
	for j := range notes {
		if notes[j].Fatal {
			notes[j].Fatal, g.Fault = false, notes[j].Reason
		}
	}
	g.Directory = name
	g.Text = name.String()
	if r.node(first).Next >= 0 {
		r.note(i, FaultStructure, path.String(), "a directoryName holds more than one Name")
		g.Fault = "a directoryName holds more than one Name"
	}
}
