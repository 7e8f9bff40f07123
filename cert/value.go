package cert

// The functions of this file read single values that stand outside of a
// certificate: in a signed message, or a file of keys. Spans count from the
// first byte of the value.

// ParseAlgorithm reads an AlgorithmIdentifier (RFC 5280 4.1.1.2); ok is false
// where it is none.
func ParseAlgorithm(der []byte) (a AlgorithmIdentifier, ok bool) {
	r, top := valueReader(der)
	if top < 0 {
		return a, false
	}
	a, fault := r.algorithm(top)
	return a, fault == nil
}

// ParseName reads a Name (RFC 5280 4.1.2.4); Present is false where it is none.
func ParseName(der []byte) Name {
	r, top := valueReader(der)
	if top < 0 {
		return Name{}
	}
	n, _ := r.name(top, "")
	return n
}

// ParseTime reads a UTCTime or GeneralizedTime; OK is false where it is none.
func ParseTime(der []byte) Time {
	r, top := valueReader(der)
	if top < 0 {
		return Time{}
	}
	t, _ := r.time(top, "")
	return t
}

// ParseCapabilities reads SMIMECapabilities (RFC 8551 2.5.2) as far as they decode.
func ParseCapabilities(der []byte) []AlgorithmIdentifier {
	r, top := valueReader(der)
	if top < 0 {
		return nil
	}
	v, fault := readSMIMECapabilities(r, top)
	if fault != nil {
		return nil
	}
	return v.Capabilities
}

// ParsePublicKey reads a SubjectPublicKeyInfo (RFC 5280 4.1.2.7); Present is
// false where it is none.
func ParsePublicKey(der []byte) PublicKey {
	r, top := valueReader(der)
	if top < 0 {
		return PublicKey{}
	}
	return r.publicKey(top)
}

// DecodeOID reads the content octets of an OBJECT IDENTIFIER (X.690 8.19); it is
// empty where they do not decode.
func DecodeOID(content []byte) OID {
	oid, _ := decodeOID(content)
	return oid
}

// valueReader reads one value; top is its node, -1 where there is none. What
// departs from the rules is noted nowhere.
func valueReader(der []byte) (r *reader, top int32) {
	if len(der) > MaxCertificate {
		return nil, -1
	}
	tree := walk(der, Span{Length: len(der)}, walking{single: true})
	if len(tree.Nodes) == 0 {
		return nil, -1
	}
	return &reader{tree: tree, notes: new([]Fault)}, 0
}
