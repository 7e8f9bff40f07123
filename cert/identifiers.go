package cert

// readLEI reads the Legal Entity Identifier (ISO 17442-2, SBR 7.1.2.3 l).
func readLEI(r *reader, top int32) (*LEI, *Fault) {
	s, fault := r.alone(top, "a Legal Entity Identifier")
	if fault != nil {
		return nil, fault
	}
	return &LEI{Extension: r.ext, Value: s}, nil
}

// readLEIRole reads the role beside a Legal Entity Identifier.
func readLEIRole(r *reader, top int32) (*LEIRole, *Fault) {
	s, fault := r.alone(top, "the role of a Legal Entity Identifier")
	if fault != nil {
		return nil, fault
	}
	return &LEIRole{Extension: r.ext, Value: s}, nil
}

// alone reads an extension whose value is one character string.
func (r *reader) alone(top int32, what string) (String, *Fault) {
	s := r.string(top, 0)
	if s.Tag == 0 || isTime(s.Tag) {
		return s, r.fault(top, FaultStructure, what+" must be a character string")
	}
	r.noteString(top, &s, "")
	return s, nil
}

// readOrganizationIdentifier reads CABFOrganizationIdentifier (EV Guidelines 9.8.2).
func readOrganizationIdentifier(r *reader, top int32) (*OrganizationIdentifier, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "an organization identifier must be a SEQUENCE")
	}
	v := &OrganizationIdentifier{Extension: r.ext}
	at := r.children(top)
	var fault *Fault
	if v.Scheme, fault = r.component(&at, "the registration scheme is missing"); fault != nil {
		return nil, fault
	}
	if v.Country, fault = r.component(&at, "the registration country is missing"); fault != nil {
		return nil, fault
	}
	if state := at.context(0); state >= 0 {
		s := r.string(state, tagPrintableString)
		r.noteString(state, &s, "")
		v.State = s
	}
	if v.Reference, fault = r.component(&at, "the registration reference is missing"); fault != nil {
		return nil, fault
	}
	r.end(at, "", "an organization identifier")
	return v, nil
}

// component reads the character string at the cursor.
func (r *reader) component(at *cursor, missing string) (String, *Fault) {
	if at.at < 0 || r.node(at.at).Class != classUniversal || !isCharacterString(r.node(at.at).Tag) {
		return String{}, r.structure(*at, missing)
	}
	i := at.next()
	s := r.string(i, 0)
	r.noteString(i, &s, "")
	return s, nil
}
