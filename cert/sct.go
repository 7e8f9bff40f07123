package cert

import "encoding/binary"

// readSCTList reads a SignedCertificateTimestampList (RFC 6962 3.3): an OCTET
// STRING that holds a list in the presentation language of TLS.
func readSCTList(r *reader, top int32) (*SCTList, *Fault) {
	if !r.node(top).is(classUniversal, tagOctetString) {
		return nil, r.fault(top, FaultStructure, "a list of certificate timestamps must be an OCTET STRING")
	}
	octets := r.octets(top)
	start := r.contentSpan(top).Offset
	v := &SCTList{Extension: r.ext}
	list, rest, ok := prefixed(octets)
	if !ok {
		return nil, r.fault(top, FaultStructure, "the list of certificate timestamps ends before its length says")
	}
	if len(rest) > 0 {
		r.note(top, FaultTrailingData, "", "bytes follow the list of certificate timestamps")
	}
	for len(list) > 0 {
		one, rest, ok := prefixed(list)
		if !ok {
			return nil, r.fault(top, FaultStructure, "a certificate timestamp ends before its length says")
		}
		at := Span{start + cap(octets) - cap(one), len(one)}
		if r.whole != (Span{}) || r.node(top).Constructed {
			at = r.span(top)
		}
		sct, ok := readSCT(one)
		if !ok {
			return nil, r.fault(top, FaultStructure, "a certificate timestamp does not decode")
		}
		sct.Span = at
		v.SCTs = append(v.SCTs, sct)
		list = rest
	}
	if len(v.SCTs) == 0 {
		r.note(top, FaultEmpty, "", "a list of certificate timestamps without one")
	}
	return v, nil
}

// prefixed splits off a vector that its two-octet length precedes.
func prefixed(octets []byte) (vector, rest []byte, ok bool) {
	if len(octets) < 2 {
		return nil, nil, false
	}
	length := int(binary.BigEndian.Uint16(octets))
	if length > len(octets)-2 {
		return nil, nil, false
	}
	return octets[2 : 2+length], octets[2+length:], true
}

// readSCT reads one SignedCertificateTimestamp (RFC 6962 3.2). Of one with a
// version that is not v1 only the version is read.
func readSCT(octets []byte) (SCT, bool) {
	const fixed = 1 + 32 + 8 // version, log id, timestamp
	if len(octets) == 0 {
		return SCT{}, false
	}
	s := SCT{Version: int(octets[0])}
	if s.Version != 0 {
		return s, true
	}
	if len(octets) < fixed {
		return s, false
	}
	s.LogID = octets[1:33]
	s.Timestamp = binary.BigEndian.Uint64(octets[33:fixed])
	_, signed, ok := prefixed(octets[fixed:])
	if !ok || len(signed) < 2 {
		return s, false
	}
	s.Hash, s.Signature = int(signed[0]), int(signed[1])
	_, rest, ok := prefixed(signed[2:])
	return s, ok && len(rest) == 0
}
