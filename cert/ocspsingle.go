package cert

// single reads one SingleResponse (RFC 6960 4.2.1).
func (r *reader) single(s *SingleResponse, i int32) {
	s.Span, s.Status, s.Reason = r.span(i), -1, -1
	before := len(*r.notes)
	r.singleParts(s, i)
	s.Broken = r.cut(i) != ""
	for _, f := range (*r.notes)[before:] {
		s.Broken = s.Broken || f.Fatal
	}
}

func (r *reader) singleParts(s *SingleResponse, i int32) {
	if !r.node(i).is(classUniversal, tagSequence) {
		r.fail(r.fault(i, FaultStructure, "a single response must be a SEQUENCE"))
		return
	}
	at := r.children(i)
	if id := at.universal(tagSequence); id >= 0 {
		r.certID(s, id)
	} else {
		r.fail(r.structure(at, "the identifier of the certificate is missing"))
	}
	if at.at >= 0 && r.node(at.at).Class == classContext {
		r.certStatus(s, at.next())
	} else {
		r.fail(r.structure(at, "the status of the certificate must be [0], [1] or [2]"))
	}
	if at.at >= 0 && r.node(at.at).isTime() {
		s.ThisUpdate, _ = r.generalizedTime(at.next(), "thisUpdate")
	} else {
		r.fail(r.structure(at, "thisUpdate is missing"))
	}
	if next := at.context(0); next >= 0 {
		s.NextUpdate = r.explicitTime(next, "nextUpdate")
	}
	if wrapper := at.context(1); wrapper >= 0 {
		s.Extensions = r.part(r.path+".singleExtensions").wrapped(wrapper, noDecoder)
	}
	r.end(at, "", "a single response")
}

// explicitTime reads the GeneralizedTime in the explicit tag i.
func (r *reader) explicitTime(i int32, suffix string) Time {
	inside := r.children(i)
	first := inside.next()
	if first < 0 {
		r.noteFatal(i, suffix, "a GeneralizedTime is missing")
		return Time{Span: r.span(i)}
	}
	t, fault := r.generalizedTime(first, suffix)
	r.fail(fault)
	r.end(inside, suffix, "an explicit tag")
	return t
}

// certID reads CertID (RFC 6960 4.1.1).
func (r *reader) certID(s *SingleResponse, i int32) {
	at := r.children(i)
	algorithm := at.universal(tagSequence)
	name := at.universal(tagOctetString)
	key := at.universal(tagOctetString)
	serial := at.universal(tagInteger)
	if algorithm < 0 || name < 0 || key < 0 || serial < 0 {
		r.fail(r.structure(at, "the identifier of a certificate must be a SEQUENCE of hash algorithm, two hashes and serial number"))
	}
	if algorithm >= 0 {
		var fault *Fault
		s.HashAlgorithm, fault = r.algorithm(algorithm)
		r.fail(fault)
	}
	if name >= 0 {
		s.IssuerNameHash = r.octets(name)
	}
	if key >= 0 {
		s.IssuerKeyHash = r.octets(key)
	}
	if serial >= 0 {
		s.SerialNumber = r.integer(serial)
	}
	r.end(at, "certID", "the identifier of a certificate")
}

// certStatus reads CertStatus, and RevokedInfo where it is revoked.
func (r *reader) certStatus(s *SingleResponse, i int32) {
	const revoked, unknown = 1, 2
	s.StatusSpan = r.span(i)
	n := r.node(i)
	if n.Tag < 0 || n.Tag > unknown {
		r.fail(r.fault(i, FaultStructure, "the status of a certificate must be [0], [1] or [2]"))
		return
	}
	s.Status = n.Tag
	if n.Tag != revoked {
		if n.Length != n.Header {
			r.note(i, FaultStructure, "certStatus", "a status that says nothing more has content octets")
		}
		return
	}
	at := r.children(i)
	if at.at >= 0 && r.node(at.at).isTime() {
		s.RevocationTime, _ = r.generalizedTime(at.next(), "certStatus.revocationTime")
	} else {
		r.fail(r.structure(at, "the time of revocation is missing"))
	}
	if wrapper := at.context(0); wrapper >= 0 {
		inside := r.children(wrapper)
		if reason := inside.next(); reason < 0 {
			r.noteFatal(wrapper, "certStatus.revocationReason", "the reason is missing")
		} else if value, fault := readReason(r, reason); fault != nil {
			r.fail(fault)
		} else {
			s.Reason = *value
		}
		r.end(inside, "certStatus.revocationReason", "the reason")
	}
	r.end(at, "certStatus", "the status of a certificate")
}
