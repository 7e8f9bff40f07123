package cert

import "strconv"

// readKeyUsage reads KeyUsage (RFC 5280 4.2.1.3).
func readKeyUsage(r *reader, top int32) (*KeyUsage, *Fault) {
	if !r.node(top).is(classUniversal, tagBitString) {
		return nil, r.fault(top, FaultStructure, "a KeyUsage must be a BIT STRING")
	}
	v := &KeyUsage{Extension: r.ext, Bits: r.namedBits(top)}
	const last = 8 // decipherOnly
	for bit := range len(v.Bits.Bytes) * 8 {
		switch {
		case !v.Bits.Bit(bit):
		case bit <= last:
			v.Usage |= 1 << bit
		default:
			v.Unknown = append(v.Unknown, bit)
		}
	}
	return v, nil
}

// readExtKeyUsage reads ExtKeyUsageSyntax (RFC 5280 4.2.1.12).
func readExtKeyUsage(r *reader, top int32) (*ExtKeyUsage, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "an ExtKeyUsage must be a SEQUENCE of OBJECT IDENTIFIERs")
	}
	r.empty(top, "", "an ExtKeyUsage without a purpose")
	v := &ExtKeyUsage{Extension: r.ext, Purposes: make([]OIDValue, 0, r.count(top))}
	for at := r.children(top); at.at >= 0; {
		i := at.next()
		purpose := OIDValue{Span: r.span(i)}
		if r.node(i).is(classUniversal, tagOID) {
			purpose.OID = r.oid(i)
		}
		if purpose.OID == "" {
			r.noteFatal(i, "purposes["+strconv.Itoa(len(v.Purposes))+"]", "a purpose must be an OBJECT IDENTIFIER")
		}
		v.Purposes = append(v.Purposes, purpose)
	}
	return v, nil
}

// readBasicConstraints reads BasicConstraints (RFC 5280 4.2.1.9).
func readBasicConstraints(r *reader, top int32) (*BasicConstraints, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "a BasicConstraints must be a SEQUENCE")
	}
	v := &BasicConstraints{Extension: r.ext}
	at := r.children(top)
	if ca := at.universal(tagBoolean); ca >= 0 {
		if v.CA = r.boolean(ca); !v.CA {
			r.note(ca, FaultExplicitDefault, "cA", "cA is FALSE, the default, and yet encoded")
		}
	}
	if length := at.universal(tagInteger); length >= 0 {
		v.PathLen = r.integer(length)
	}
	if at.at >= 0 {
		return nil, r.structure(at, "a BasicConstraints has only the parts cA and pathLenConstraint, in this order")
	}
	return v, nil
}
