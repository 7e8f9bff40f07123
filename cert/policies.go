package cert

import "strconv"

// readPolicies reads CertificatePolicies (RFC 5280 4.2.1.4), and Microsoft's
// application policies, which have the same syntax.
func readPolicies(r *reader, top int32) (*CertificatePolicies, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the policies must be a SEQUENCE")
	}
	r.empty(top, "", "a list of policies without a policy")
	v := &CertificatePolicies{Extension: r.ext, Policies: make([]PolicyInformation, 0, r.count(top))}
	for at := r.children(top); at.at >= 0; {
		i := at.next()
		v.Policies = append(v.Policies, r.policy(i, len(v.Policies)))
	}
	return v, nil
}

// policy reads one PolicyInformation.
func (r *reader) policy(i int32, index int) PolicyInformation {
	p := PolicyInformation{Span: r.span(i)}
	at := r.children(i)
	id := at.universal(tagOID)
	if !r.node(i).is(classUniversal, tagSequence) || id < 0 {
		r.noteFatal(i, policyPath(index), "a policy must be a SEQUENCE that begins with an OBJECT IDENTIFIER")
		return p
	}
	p.IDSpan = r.span(id)
	if p.ID = r.oid(id); p.ID == "" {
		r.noteFatal(id, policyPath(index), "the OBJECT IDENTIFIER of the policy does not decode")
	}
	if list := at.universal(tagSequence); list >= 0 {
		p.QualifiersSpan = r.span(list)
		if r.node(list).First < 0 {
			r.note(list, FaultEmpty, policyPath(index), "a list of policy qualifiers without a qualifier")
		}
		for each := r.children(list); each.at >= 0; {
			child := each.next()
			q := r.qualifier(child)
			if q.Fault != "" {
				r.note(child, FaultStructure, policyPath(index)+".qualifiers["+strconv.Itoa(len(p.Qualifiers))+"]", q.Fault)
			}
			p.Qualifiers = append(p.Qualifiers, q)
		}
	}
	if at.at >= 0 {
		r.end(at, policyPath(index), "a policy")
	}
	return p
}

func policyPath(index int) string { return "policies[" + strconv.Itoa(index) + "]" }

// qualifier reads one PolicyQualifierInfo.
func (r *reader) qualifier(i int32) PolicyQualifier {
	q := PolicyQualifier{Span: r.span(i)}
	at := r.children(i)
	id := at.universal(tagOID)
	value := at.next()
	if !r.node(i).is(classUniversal, tagSequence) || id < 0 || value < 0 {
		q.Fault = "a policy qualifier must be a SEQUENCE of an OBJECT IDENTIFIER and a value"
		return q
	}
	q.Raw = r.span(value)
	switch q.ID = r.oid(id); q.ID {
	case "":
		q.Fault = "the OBJECT IDENTIFIER of the policy qualifier does not decode"
	case OIDCPS:
		q.CPS = r.string(value, 0)
		q.Fault = q.CPS.Fault
		if q.CPS.Tag != tagIA5String {
			q.Fault = "the URI of a CPS must be an IA5String"
		}
	case OIDUserNotice:
		r.userNotice(&q, value)
	}
	if q.Fault == "" && (at.at >= 0 || r.cut(i) != "") {
		q.Fault = "the policy qualifier is cut off or holds more than it may"
	}
	return q
}

// userNotice reads a UserNotice: noticeRef and explicitText, both optional.
func (r *reader) userNotice(q *PolicyQualifier, i int32) {
	if !r.node(i).is(classUniversal, tagSequence) {
		q.Fault = "a user notice must be a SEQUENCE"
		return
	}
	at := r.children(i)
	if reference := at.universal(tagSequence); reference >= 0 {
		q.NoticeRef = r.span(reference)
	}
	if text := at.next(); text >= 0 {
		q.ExplicitText = r.string(text, 0)
		q.Fault = q.ExplicitText.Fault
		if q.ExplicitText.Tag == 0 {
			q.Fault = "the explicitText of a user notice must be a character string"
		}
	}
	if at.at >= 0 {
		q.Fault = "a user notice holds more than a reference and a text"
	}
}

// readPolicyConstraints reads PolicyConstraints (RFC 5280 4.2.1.11).
func readPolicyConstraints(r *reader, top int32) (*PolicyConstraints, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the policy constraints must be a SEQUENCE")
	}
	r.empty(top, "", "policy constraints that constrain nothing")
	v := &PolicyConstraints{Extension: r.ext}
	at := r.children(top)
	if explicit := at.context(0); explicit >= 0 {
		v.RequireExplicitPolicy = r.integer(explicit)
	}
	if inhibit := at.context(1); inhibit >= 0 {
		v.InhibitPolicyMapping = r.integer(inhibit)
	}
	if at.at >= 0 {
		return nil, r.structure(at, "policy constraints have only the parts [0] and [1], in this order")
	}
	return v, nil
}

// readPolicyMappings reads PolicyMappings (RFC 5280 4.2.1.5).
func readPolicyMappings(r *reader, top int32) (*PolicyMappings, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the policy mappings must be a SEQUENCE")
	}
	r.empty(top, "", "a list of policy mappings without a mapping")
	v := &PolicyMappings{Extension: r.ext}
	for each := r.children(top); each.at >= 0; {
		i := each.next()
		m := PolicyMapping{Span: r.span(i)}
		at := r.children(i)
		if issuer := at.universal(tagOID); issuer >= 0 {
			m.Issuer = r.oid(issuer)
		}
		if subject := at.universal(tagOID); subject >= 0 {
			m.Subject = r.oid(subject)
		}
		if m.Issuer == "" || m.Subject == "" || at.at >= 0 {
			r.noteFatal(i, "mappings["+strconv.Itoa(len(v.Mappings))+"]", "a policy mapping must be two OBJECT IDENTIFIERs")
		}
		v.Mappings = append(v.Mappings, m)
	}
	return v, nil
}

// readInhibitAnyPolicy reads InhibitAnyPolicy (RFC 5280 4.2.1.14).
func readInhibitAnyPolicy(r *reader, top int32) (*InhibitAnyPolicy, *Fault) {
	if !r.node(top).is(classUniversal, tagInteger) {
		return nil, r.fault(top, FaultStructure, "an InhibitAnyPolicy must be an INTEGER")
	}
	return &InhibitAnyPolicy{Extension: r.ext, SkipCerts: r.integer(top)}, nil
}
