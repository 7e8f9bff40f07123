package cert

// readAuthorityKeyID reads AuthorityKeyIdentifier (RFC 5280 4.2.1.1).
func readAuthorityKeyID(r *reader, top int32) (*AuthorityKeyID, *Fault) {
	v := &AuthorityKeyID{Extension: r.ext}
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "an AuthorityKeyIdentifier must be a SEQUENCE")
	}
	at := r.children(top)
	if id := at.context(0); id >= 0 {
		v.KeyID, v.KeyIDSpan = r.octets(id), r.span(id)
	}
	if issuer := at.context(1); issuer >= 0 {
		v.Issuer, v.IssuerSpan = r.generalNames(issuer, "authorityCertIssuer"), r.span(issuer)
	}
	if serial := at.context(2); serial >= 0 {
		v.SerialNumber = r.integer(serial)
	}
	if at.at >= 0 {
		return nil, r.structure(at, "an AuthorityKeyIdentifier has only the parts [0], [1] and [2], in this order")
	}
	return v, nil
}

// readSubjectKeyID reads SubjectKeyIdentifier (RFC 5280 4.2.1.2).
func readSubjectKeyID(r *reader, top int32) (*SubjectKeyID, *Fault) {
	if !r.node(top).is(classUniversal, tagOctetString) {
		return nil, r.fault(top, FaultStructure, "a SubjectKeyIdentifier must be an OCTET STRING")
	}
	return &SubjectKeyID{Extension: r.ext, KeyID: r.octets(top)}, nil
}
