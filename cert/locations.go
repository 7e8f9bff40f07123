package cert

import "strconv"

// readDistributionPoints reads CRLDistributionPoints (RFC 5280 4.2.1.13, 4.2.1.15).
func readDistributionPoints(r *reader, top int32) (*DistributionPoints, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the distribution points must be a SEQUENCE")
	}
	r.empty(top, "", "a list of distribution points without one")
	v := &DistributionPoints{Extension: r.ext, Points: make([]DistributionPoint, 0, r.count(top))}
	for at := r.children(top); at.at >= 0; {
		i := at.next()
		v.Points = append(v.Points, r.distributionPoint(i, "points["+strconv.Itoa(len(v.Points))+"]"))
	}
	return v, nil
}

// distributionPoint reads one DistributionPoint.
func (r *reader) distributionPoint(i int32, suffix string) DistributionPoint {
	p := DistributionPoint{Span: r.span(i)}
	if !r.node(i).is(classUniversal, tagSequence) {
		r.noteFatal(i, suffix, "a distribution point must be a SEQUENCE")
		return p
	}
	at := r.children(i)
	if name := at.context(0); name >= 0 {
		p.FullName, p.FullNameSpan, p.RelativeName = r.pointName(name, suffix)
	}
	if reasons := at.context(1); reasons >= 0 {
		p.Reasons = r.namedBits(reasons)
	}
	if issuer := at.context(2); issuer >= 0 {
		p.CRLIssuer, p.CRLIssuerSpan = r.generalNames(issuer, suffix+".cRLIssuer"), r.span(issuer)
	}
	if at.at >= 0 {
		r.noteFatal(at.at, suffix, "a distribution point has only the parts [0], [1] and [2], in this order")
	}
	return p
}

// pointName reads a DistributionPointName in its explicit tag.
func (r *reader) pointName(i int32, suffix string) (full []GeneralName, at, relative Span) {
	inside := r.children(i)
	if list := inside.context(0); list >= 0 {
		return r.generalNames(list, joinPath(suffix, "fullName")), r.span(list), Span{}
	}
	if rdn := inside.context(1); rdn >= 0 {
		return nil, Span{}, r.span(rdn)
	}
	r.noteFatal(i, suffix, "the name of a distribution point must be [0] fullName or [1] nameRelativeToCRLIssuer")
	return nil, Span{}, Span{}
}

// readIssuingPoint reads IssuingDistributionPoint (RFC 5280 5.2.5).
func readIssuingPoint(r *reader, top int32) (*IssuingDistributionPoint, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "an issuing distribution point must be a SEQUENCE")
	}
	r.empty(top, "", "an issuing distribution point that says nothing")
	v := &IssuingDistributionPoint{Extension: r.ext}
	at := r.children(top)
	if name := at.context(0); name >= 0 {
		v.FullName, _, v.RelativeName = r.pointName(name, "distributionPoint")
	}
	v.OnlyUserCerts = r.flag(&at, 1, "onlyContainsUserCerts")
	v.OnlyCACerts = r.flag(&at, 2, "onlyContainsCACerts")
	if reasons := at.context(3); reasons >= 0 {
		v.OnlySomeReasons = r.namedBits(reasons)
	}
	v.IndirectCRL = r.flag(&at, 4, "indirectCRL")
	v.OnlyAttributes = r.flag(&at, 5, "onlyContainsAttributeCerts")
	if at.at >= 0 {
		return nil, r.structure(at, "an issuing distribution point has only the parts [0] to [5], in this order")
	}
	return v, nil
}

// flag reads a BOOLEAN that is FALSE by default, in this implicit tag.
func (r *reader) flag(at *cursor, tag int, name string) bool {
	i := at.context(tag)
	if i < 0 {
		return false
	}
	value := r.boolean(i)
	r.noteDefault(i, !value, name+" is FALSE, the default, and yet encoded")
	return value
}

// readInfoAccess reads AuthorityInfoAccessSyntax and SubjectInfoAccessSyntax
// (RFC 5280 4.2.2.1, 4.2.2.2).
func readInfoAccess(r *reader, top int32) (*InfoAccess, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the information access must be a SEQUENCE")
	}
	r.empty(top, "", "an information access without a description")
	v := &InfoAccess{Extension: r.ext, Descriptions: make([]AccessDescription, 0, r.count(top))}
	for each := r.children(top); each.at >= 0; {
		i := each.next()
		v.Descriptions = append(v.Descriptions, r.accessDescription(i, len(v.Descriptions)))
	}
	return v, nil
}

// accessDescription reads one AccessDescription.
func (r *reader) accessDescription(i int32, index int) AccessDescription {
	d := AccessDescription{Span: r.span(i), Location: GeneralName{Kind: UnknownName}}
	at := r.children(i)
	method := at.universal(tagOID)
	location := at.next()
	if !r.node(i).is(classUniversal, tagSequence) || method < 0 || location < 0 {
		r.noteFatal(i, "descriptions["+strconv.Itoa(index)+"]", "an access description must be a SEQUENCE of an OBJECT IDENTIFIER and a name")
		return d
	}
	if d.Method = r.oid(method); d.Method == "" {
		r.noteFatal(method, "descriptions["+strconv.Itoa(index)+"]", "the OBJECT IDENTIFIER of the access method does not decode")
	}
	d.Location = r.generalName(location, addressLengths, elementPath{list: "descriptions", index: index, part: "location"})
	if at.at >= 0 {
		r.end(at, "descriptions["+strconv.Itoa(index)+"]", "an access description")
	}
	return d
}

// readNameConstraints reads NameConstraints (RFC 5280 4.2.1.10).
func readNameConstraints(r *reader, top int32) (*NameConstraints, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the name constraints must be a SEQUENCE")
	}
	r.empty(top, "", "name constraints that constrain nothing")
	v := &NameConstraints{Extension: r.ext}
	at := r.children(top)
	if permitted := at.context(0); permitted >= 0 {
		v.Permitted, v.PermittedSpan = r.subtrees(permitted, "permittedSubtrees"), r.span(permitted)
	}
	if excluded := at.context(1); excluded >= 0 {
		v.Excluded, v.ExcludedSpan = r.subtrees(excluded, "excludedSubtrees"), r.span(excluded)
	}
	if at.at >= 0 {
		return nil, r.structure(at, "name constraints have only the parts [0] and [1], in this order")
	}
	return v, nil
}

// subtrees reads GeneralSubtrees.
func (r *reader) subtrees(list int32, suffix string) []GeneralSubtree {
	r.empty(list, suffix, "a list of subtrees without a subtree")
	trees := make([]GeneralSubtree, 0, r.count(list))
	for each := r.children(list); each.at >= 0; {
		i := each.next()
		trees = append(trees, r.subtree(i, suffix+"["+strconv.Itoa(len(trees))+"]"))
	}
	return trees
}

// subtree reads one GeneralSubtree.
func (r *reader) subtree(i int32, suffix string) GeneralSubtree {
	s := GeneralSubtree{Span: r.span(i), Base: GeneralName{Kind: UnknownName}}
	at := r.children(i)
	base := at.next()
	if !r.node(i).is(classUniversal, tagSequence) || base < 0 {
		r.noteFatal(i, suffix, "a subtree must be a SEQUENCE that begins with a name")
		return s
	}
	s.Base = r.generalName(base, subnetLengths, elementPath{list: suffix + ".base", index: -1})
	if minimum := at.context(0); minimum >= 0 {
		s.Minimum = r.integer(minimum)
		if v, ok := s.Minimum.Int(); ok && v == 0 {
			r.note(minimum, FaultExplicitDefault, suffix+".minimum", "minimum is 0, the default, and yet encoded")
		}
	}
	if maximum := at.context(1); maximum >= 0 {
		s.Maximum = r.integer(maximum)
	}
	if at.at >= 0 {
		r.end(at, suffix, "a subtree")
	}
	return s
}
