package cert

import "strconv"

// readDirectoryAttributes reads SubjectDirectoryAttributes (RFC 5280 4.2.1.8).
func readDirectoryAttributes(r *reader, top int32) (*SubjectDirectoryAttributes, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the directory attributes must be a SEQUENCE")
	}
	r.empty(top, "", "a list of directory attributes without an attribute")
	v := &SubjectDirectoryAttributes{Extension: r.ext}
	for each := r.children(top); each.at >= 0; {
		i := each.next()
		v.Attributes = append(v.Attributes, r.directoryAttribute(i, "attributes["+strconv.Itoa(len(v.Attributes))+"]"))
	}
	return v, nil
}

// directoryAttribute reads one Attribute: a type and a SET of values.
func (r *reader) directoryAttribute(i int32, suffix string) DirectoryAttribute {
	a := DirectoryAttribute{Span: r.span(i)}
	at := r.children(i)
	id := at.universal(tagOID)
	values := at.universal(tagSet)
	if !r.node(i).is(classUniversal, tagSequence) || id < 0 || values < 0 || at.at >= 0 {
		r.noteFatal(i, suffix, "an attribute must be a SEQUENCE of an OBJECT IDENTIFIER and a SET of values")
		return a
	}
	if a.Type = r.oid(id); a.Type == "" {
		r.noteFatal(id, suffix, "the OBJECT IDENTIFIER of the attribute does not decode")
	}
	r.empty(values, suffix, "an attribute without a value")
	for each := r.children(values); each.at >= 0; {
		value := each.next()
		s := r.string(value, 0)
		r.noteString(value, &s, suffix)
		a.Values = append(a.Values, s)
	}
	return a
}

// readSMIMECapabilities reads SMIMECapabilities (RFC 8551 2.5.2).
func readSMIMECapabilities(r *reader, top int32) (*SMIMECapabilities, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the capabilities must be a SEQUENCE")
	}
	v := &SMIMECapabilities{Extension: r.ext, Capabilities: make([]AlgorithmIdentifier, 0, r.count(top))}
	for each := r.children(top); each.at >= 0; {
		i := each.next()
		capability, fault := r.algorithm(i)
		if fault != nil {
			r.noteFatal(i, "capabilities["+strconv.Itoa(len(v.Capabilities))+"]", "a capability must be a SEQUENCE that begins with an OBJECT IDENTIFIER")
		}
		v.Capabilities = append(v.Capabilities, capability)
	}
	return v, nil
}
