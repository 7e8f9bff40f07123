package cert

// readTBS reads the fields of TBSCertificate (RFC 5280 4.1.2) in their order. A
// field that is missing is reported and the next one is read in its place.
func (c *Certificate) readTBS(r *reader, tbs int32) {
	at := r.children(tbs)
	c.readVersion(r.part(pathVersion), &at)
	if serial := at.universal(tagInteger); serial >= 0 {
		c.SerialNumber = r.part(pathSerial).integer(serial)
	} else {
		c.missing(r, pathSerial, &at, algorithmShape, "the INTEGER of the serial number is missing")
	}
	if c.due(r, pathTBSSignature, &at, algorithmShape, nameShape, "the signature algorithm is missing") {
		var fault *Fault
		c.TBSSignature, fault = r.part(pathTBSSignature).algorithm(at.next())
		c.fail(fault)
	}
	if c.due(r, pathIssuer, &at, nameShape, validityShape, "the issuer is missing") {
		var fault *Fault
		c.Issuer, fault = r.part(pathIssuer).name(at.next(), "")
		c.fail(fault)
	}
	if c.due(r, pathValidity, &at, validityShape, nameShape, "the validity is missing") {
		c.readValidity(r.part(pathValidity), at.next())
	}
	if c.due(r, pathSubject, &at, nameShape, keyShape, "the subject is missing") {
		var fault *Fault
		c.Subject, fault = r.part(pathSubject).name(at.next(), "")
		c.fail(fault)
	}
	if c.due(r, pathPublicKey, &at, keyShape, extensionsShape, "the public key is missing") {
		c.readPublicKey(r.part(pathPublicKey), at.next())
	}
	c.readOptional(r, &at)
	if r.node(tbs).Fault == FaultTruncated && c.ExtensionsSpan == (Span{}) {
		c.fail(r.part(pathExtensions).fault(tbs, FaultTruncated, "the certificate ends before its extensions"))
	}
}

// readVersion reads the version, which is absent for v1.
func (c *Certificate) readVersion(r *reader, at *cursor) {
	wrapper := at.context(0)
	if wrapper < 0 {
		return
	}
	inside := r.children(wrapper)
	version := inside.universal(tagInteger)
	if version < 0 {
		c.fail(r.structure(inside, "the version must be an INTEGER"))
		return
	}
	c.Version = r.integer(version)
	if v, ok := c.Version.Int(); ok && v == 0 {
		r.note(version, FaultExplicitDefault, "", "version v1 is the default and yet encoded")
	}
	r.end(inside, "", "the version")
}

// shape says whether a node looks like one of the fields.
type shape func(t *Tree, i int32) bool

// due says whether the next field stands at the cursor. Where something stands
// there that looks like the field after it, and not like the field itself, the
// field is missing; where nothing stands, too. The fault is recorded then.
func (c *Certificate) due(r *reader, path string, at *cursor, this, after shape, reason string) bool {
	if at.at >= 0 && (this(r.tree, at.at) || !after(r.tree, at.at)) {
		return true
	}
	c.fail(r.part(path).structure(*at, reason))
	return false
}

// missing records a missing field, and passes what stands in its place unless
// that looks like the field after it.
func (c *Certificate) missing(r *reader, path string, at *cursor, after shape, reason string) {
	c.fail(r.part(path).structure(*at, reason))
	if at.at >= 0 && !after(r.tree, at.at) {
		at.next()
	}
}

// firstChild is the first child of a SEQUENCE, -1 when i is none or is empty.
func (t *Tree) firstChild(i int32) int32 {
	if !t.Nodes[i].is(classUniversal, tagSequence) {
		return -1
	}
	return t.Nodes[i].First
}

func algorithmShape(t *Tree, i int32) bool {
	first := t.firstChild(i)
	return first >= 0 && t.Nodes[first].is(classUniversal, tagOID)
}

func nameShape(t *Tree, i int32) bool {
	first := t.firstChild(i)
	if first < 0 {
		return t.Nodes[i].is(classUniversal, tagSequence)
	}
	return t.Nodes[first].is(classUniversal, tagSet)
}

func validityShape(t *Tree, i int32) bool {
	first := t.firstChild(i)
	return first >= 0 && t.Nodes[first].Class == classUniversal && isTime(t.Nodes[first].Tag)
}

func keyShape(t *Tree, i int32) bool {
	first := t.firstChild(i)
	return first >= 0 && t.Nodes[first].is(classUniversal, tagSequence)
}

func extensionsShape(t *Tree, i int32) bool {
	return t.Nodes[i].Class == classContext
}

// readValidity reads notBefore and notAfter.
func (c *Certificate) readValidity(r *reader, i int32) {
	c.Validity.Span = r.span(i)
	if !r.node(i).is(classUniversal, tagSequence) {
		c.fail(r.fault(i, FaultStructure, "the validity must be a SEQUENCE of two times"))
		return
	}
	at := r.children(i)
	c.Validity.NotBefore = c.readBound(r.part(pathValidity+".notBefore"), &at, "notBefore is missing")
	c.Validity.NotAfter = c.readBound(r.part(pathValidity+".notAfter"), &at, "notAfter is missing")
	r.end(at, "", "the validity")
}

func (c *Certificate) readBound(r *reader, at *cursor, missing string) Time {
	if at.at < 0 {
		c.fail(r.structure(*at, missing))
		return Time{}
	}
	t, fault := r.time(at.next(), "")
	c.fail(fault)
	return t
}

// readOptional reads the unique identifiers and the extensions.
func (c *Certificate) readOptional(r *reader, at *cursor) {
	highest := -1
	for at.at >= 0 {
		i := at.next()
		n := r.node(i)
		if n.Class != classContext || n.Tag < 1 || n.Tag > 3 {
			r.note(i, FaultStructure, "", "a "+n.TypeName()+" stands where only unique identifiers and extensions may")
			continue
		}
		if n.Tag <= highest {
			r.note(i, FaultStructure, "", "a part stands a second time or out of order")
		}
		highest = max(highest, n.Tag)
		switch {
		case n.Tag == 1 && !c.IssuerUniqueID.Present:
			c.IssuerUniqueID = r.part(pathIssuerUniqueID).bits(i)
		case n.Tag == 2 && !c.SubjectUniqueID.Present:
			c.SubjectUniqueID = r.part(pathSubjectUniqueID).bits(i)
		case n.Tag == 3 && c.ExtensionsSpan == (Span{}):
			c.readExtensions(r.part(pathExtensions), i)
		}
	}
}
