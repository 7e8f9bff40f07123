package cert

// wrapped reads the extensions in an explicit tag (RFC 5280 4.2), each by itself.
func (r *reader) wrapped(wrapper int32, decode decoder) []Extension {
	at := r.children(wrapper)
	list := at.universal(tagSequence)
	if list < 0 {
		r.fail(r.structure(at, "the extensions must be a SEQUENCE"))
		return nil
	}
	r.end(at, "", "the wrapper of the extensions")
	return r.extensions(list, r.path, decode)
}

// extensions reads a SEQUENCE OF Extension. decode reads the value of those that
// it knows and says so.
func (r *reader) extensions(list int32, path string, decode decoder) []Extension {
	read, entry := r.room(r.count(list))
	var seen map[OID]bool
	if len(read) > 1 {
		seen = make(map[OID]bool, len(read))
	}
	r.empty(list, "", "a list of extensions without an extension")
	at := r.children(list)
	for i := range read {
		e := &read[i]
		e.Index, e.within, e.entry = i, path, entry
		r.ext = e
		e.Fault = r.extension(at.next(), decode)
		if e.Fault != nil {
			e.Fault.Fatal = true
			*r.notes = append(*r.notes, *e.Fault)
		}
		if e.OID != "" && seen[e.OID] {
			r.noteAt(e.Span, FaultDuplicateExtension, "", "an extension with this OID stands here already")
		}
		if seen != nil {
			seen[e.OID] = true
		}
	}
	r.ext = nil
	return read
}

// room is where n extensions are put, and the number of the entry of a CRL that
// has them, 0 for none.
func (r *reader) room(n int) (list []Extension, entry int) {
	if r.entry == nil {
		return make([]Extension, n), 0
	}
	return r.entry.room(n), r.entry.found
}

// decoder reads the value of the reader's extension out of its OCTET STRING.
// known is false, and nothing is read, for an OID that it does not know.
type decoder func(r *reader, octets int32) (fault *Fault, known bool)

// extension reads one Extension into r.ext.
func (r *reader) extension(i int32, decode decoder) *Fault {
	e := r.ext
	e.Span = r.span(i)
	if !r.node(i).is(classUniversal, tagSequence) {
		return r.fault(i, FaultStructure, "an extension must be a SEQUENCE")
	}
	at := r.children(i)
	id := at.universal(tagOID)
	if id < 0 {
		return r.structure(at, "an extension must begin with an OBJECT IDENTIFIER")
	}
	e.OIDSpan = r.span(id)
	if e.OID = r.oid(id); e.OID == "" {
		return r.fault(id, FaultOID, "the extension's OBJECT IDENTIFIER does not decode")
	}
	if critical := at.universal(tagBoolean); critical >= 0 {
		e.Critical, e.CriticalSpan = r.boolean(critical), r.span(critical)
		if !e.Critical {
			r.note(critical, FaultExplicitDefault, "", "critical is FALSE, the default, and yet encoded")
		}
	}
	value := at.universal(tagOctetString)
	if value < 0 {
		return r.structure(at, "the OCTET STRING of the extension's value is missing")
	}
	e.Value = r.contentSpan(value)
	r.end(at, "", "an extension")
	fault, known := decode(r, value)
	e.Known = known
	if fault == nil {
		fault = r.cutFault(i)
	}
	return fault
}

// decode reads the encoding inside the OCTET STRING into the slot, unless an
// earlier extension with this OID is there already.
func decode[P comparable](r *reader, octets int32, slot *P, read func(r *reader, top int32) (P, *Fault)) (*Fault, bool) {
	return r.decode(octets, func(in *reader, top int32) *Fault {
		value, fault := read(in, top)
		if none := *new(P); fault == nil && *slot == none {
			*slot = value
		}
		return fault
	})
}

// decode has the encoding inside the OCTET STRING read. A value that is cut is kept
// as far as it goes, and the fault says so.
func (r *reader) decode(octets int32, read func(in *reader, top int32) *Fault) (*Fault, bool) {
	in, top := r.inner(octets, 0)
	if top < 0 {
		return r.fault(octets, FaultStructure, "the value is empty where an encoding must stand"), true
	}
	if fault := read(in, top); fault != nil {
		return fault, true
	}
	return in.cutFault(top), true
}

// cutFault is the fault of a value that is cut, nil for a whole one.
func (r *reader) cutFault(i int32) *Fault {
	switch r.cut(i) {
	case FaultTruncated:
		return r.fault(i, FaultTruncated, "the bytes are cut short; what could be read before the cut is shown")
	case FaultLimit:
		return r.fault(i, FaultLimit, "a value in it is beyond what is read; what could be read is shown")
	}
	return nil
}
