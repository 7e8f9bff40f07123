package cert

// signed is what the macro SIGNED of X.509 puts around a certificate, a
// revocation list, a request and a basic OCSP response: what is signed, the
// algorithm and the signature.
type signed struct {
	tbs       int32 // the SEQUENCE that is signed, -1 when it is missing
	algorithm AlgorithmIdentifier
	signature BitString
	rest      cursor // what follows the signature
}

// signed reads the parts of the SEQUENCE i; tbs and value are the paths of the
// signed part and the signature, missing says what must come first.
func (r *reader) signed(i int32, tbs, value, missing string) signed {
	at := r.children(i)
	s := signed{tbs: at.universal(tagSequence)}
	if s.tbs < 0 {
		r.fail(r.part(tbs).structure(at, missing))
		at.next()
	}
	if algorithm := at.next(); algorithm >= 0 {
		var fault *Fault
		s.algorithm, fault = r.part(pathAlgorithm).algorithm(algorithm)
		r.fail(fault)
	} else {
		r.fail(r.part(pathAlgorithm).structure(at, "the signature algorithm is missing"))
	}
	if signature := at.universal(tagBitString); signature >= 0 {
		s.signature = r.part(value).bits(signature)
	} else {
		r.fail(r.part(value).structure(at, "the BIT STRING of the signature is missing"))
		if at.at >= 0 && r.node(at.at).Class == classUniversal {
			at.next() // something else stands in its place
		}
	}
	s.rest = at
	return s
}
