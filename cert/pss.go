package cert

// pss reads RSASSA-PSS-params (RFC 4055 3.1), nil when they do not decode.
func (r *reader) pss(i int32) *PSSParams {
	p := &PSSParams{Hash: OIDSHA1, MGF: OIDMGF1, MGFHash: OIDSHA1, SaltLength: 20, TrailerField: 1}
	if !r.node(i).is(classUniversal, tagSequence) {
		r.note(i, FaultStructure, "", "RSASSA-PSS-params must be a SEQUENCE")
		return nil
	}
	c := r.children(i)
	if hash := c.context(0); hash >= 0 {
		a, ok := r.explicitAlgorithm(hash)
		if !ok {
			return nil
		}
		p.Hash = a.OID
		r.noteDefault(hash, r.isSHA1(&a), "the hash function of RSASSA-PSS is the default (SHA-1) and yet encoded")
	}
	if mgf := c.context(1); mgf >= 0 {
		if !r.maskGeneration(mgf, p) {
			return nil
		}
	}
	salt, ok := r.explicitInt(c.context(2), 20)
	if !ok {
		return nil
	}
	p.SaltLength = salt
	trailer, ok := r.explicitInt(c.context(3), 1)
	if !ok {
		return nil
	}
	p.TrailerField = trailer
	r.end(c, "", "RSASSA-PSS-params")
	return p
}

// maskGeneration reads the mask generation function and its hash function.
func (r *reader) maskGeneration(i int32, p *PSSParams) bool {
	a, ok := r.explicitAlgorithm(i)
	if !ok {
		return false
	}
	p.MGF = a.OID
	outer := r.node(i).First
	c := r.children(outer)
	c.next()
	hash := c.next()
	if hash < 0 {
		return true
	}
	h, fault := r.algorithm(hash)
	if fault != nil {
		r.note(hash, fault.Code, "", fault.Reason)
		return false
	}
	p.MGFHash = h.OID
	r.noteDefault(i, p.MGF == OIDMGF1 && r.isSHA1(&h), "the mask generation function of RSASSA-PSS is the default (MGF1 with SHA-1) and yet encoded")
	return true
}

// isSHA1 says whether the algorithm is sha1Identifier (RFC 4055 2.1), which has
// the parameters NULL.
func (r *reader) isSHA1(a *AlgorithmIdentifier) bool {
	return a.OID == OIDSHA1 && string(a.Params.In(r.tree.DER)) == "\x05\x00"
}

// explicitAlgorithm reads an AlgorithmIdentifier inside the explicit tag i.
func (r *reader) explicitAlgorithm(i int32) (AlgorithmIdentifier, bool) {
	inside := r.node(i).First
	if inside < 0 {
		r.note(i, FaultStructure, "", "an AlgorithmIdentifier is missing")
		return AlgorithmIdentifier{}, false
	}
	a, fault := r.algorithm(inside)
	if fault != nil {
		r.note(inside, fault.Code, "", fault.Reason)
	}
	return a, fault == nil
}

// explicitInt reads an INTEGER inside the explicit tag i, the default when i is -1.
func (r *reader) explicitInt(i int32, byDefault int) (int, bool) {
	if i < 0 {
		return byDefault, true
	}
	c := r.children(i)
	inside := c.universal(tagInteger)
	if inside < 0 {
		r.note(i, FaultStructure, "", "an INTEGER must stand here")
		return 0, false
	}
	value, ok := r.integer(inside).Int()
	if !ok || value < 0 || value > 1<<31-1 {
		r.note(inside, FaultStructure, "", "an INTEGER out of every sensible range")
		return 0, false
	}
	r.noteDefault(i, int(value) == byDefault, "a value that is the default and yet encoded")
	return int(value), true
}

// noteDefault notes an encoded value that equals its DEFAULT.
func (r *reader) noteDefault(i int32, equal bool, reason string) {
	if equal {
		r.note(i, FaultExplicitDefault, "", reason)
	}
}
