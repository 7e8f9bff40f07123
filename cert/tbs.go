package cert

// readTBS reads the fields of TBSCertificate (RFC 5280 4.1.2) in their order. A
// field that is missing is reported and the next one is read in its place.
func (c *Certificate) readTBS(r *reader, tbs int32) {
	at := r.children(tbs)
	c.Version = r.part(pathVersion).version(at.context(0))
	if serial := at.universal(tagInteger); serial >= 0 {
		c.SerialNumber = r.part(pathSerial).integer(serial)
	} else {
		r.missing(pathSerial, &at, algorithmShape, "the INTEGER of the serial number is missing")
	}
	if r.due(pathTBSSignature, &at, algorithmShape, followed(nameShape, validityShape), "the signature algorithm is missing") {
		var fault *Fault
		c.TBSSignature, fault = r.part(pathTBSSignature).algorithm(at.next())
		r.fail(fault)
	}
	if r.due(pathIssuer, &at, nameShape, followed(validityShape, nameShape), "the issuer is missing") {
		var fault *Fault
		c.Issuer, fault = r.part(pathIssuer).name(at.next(), "")
		r.fail(fault)
	}
	if r.due(pathValidity, &at, validityShape, followed(nameShape, keyShape), "the validity is missing") {
		c.readValidity(r.part(pathValidity), at.next())
	}
	if r.due(pathSubject, &at, nameShape, keyShape, "the subject is missing") {
		var fault *Fault
		c.Subject, fault = r.part(pathSubject).name(at.next(), "")
		r.fail(fault)
	}
	if r.due(pathPublicKey, &at, keyShape, extensionsShape, "the public key is missing") {
		c.PublicKey = r.part(pathPublicKey).publicKey(at.next())
	}
	c.readOptional(r, &at)
	if c.ExtensionsSpan == (Span{}) || r.tree.full {
		r.part(pathExtensions).cutBefore(tbs, "the certificate ends before its extensions")
	}
}

// version reads the INTEGER in the explicit tag i, which is absent (-1) for v1.
func (r *reader) version(i int32) Integer {
	if i < 0 {
		return Integer{}
	}
	inside := r.children(i)
	version := inside.universal(tagInteger)
	if version < 0 {
		r.fail(r.structure(inside, "the version must be an INTEGER"))
		return Integer{}
	}
	value := r.integer(version)
	if v, ok := value.Int(); ok && v == 0 {
		r.note(version, FaultExplicitDefault, "", "version v1 is the default and yet encoded")
	}
	r.end(inside, "", "the version")
	return value
}

// shape says whether a node looks like one of the fields.
type shape func(t *Tree, i int32) bool

// due says whether the next field stands at the cursor. Where something stands
// there that looks like the field after it, and not like the field itself, the
// field is missing; where nothing stands, too. The fault is recorded then.
func (r *reader) due(path string, at *cursor, this, after shape, reason string) bool {
	if at.at >= 0 && (this(r.tree, at.at) || !after(r.tree, at.at)) {
		return true
	}
	r.fail(r.part(path).structure(*at, reason))
	return false
}

// missing records a missing field, and passes what stands in its place unless
// that looks like the field after it.
func (r *reader) missing(path string, at *cursor, after shape, reason string) {
	r.fail(r.part(path).structure(*at, reason))
	if at.at >= 0 && !after(r.tree, at.at) {
		at.next()
	}
}

// followed is the shape of a field behind which one of the other shape stands: an
// empty SEQUENCE alone may be any field.
func followed(this, after shape) shape {
	return func(t *Tree, i int32) bool {
		next := t.Nodes[i].Next
		return this(t, i) && next >= 0 && after(t, next)
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
	return first >= 0 && t.Nodes[first].isTime()
}

func keyShape(t *Tree, i int32) bool {
	first := t.firstChild(i)
	if first < 0 || !t.Nodes[first].is(classUniversal, tagSequence) {
		return false
	}
	bits := t.Nodes[first].Next
	return bits >= 0 && t.Nodes[bits].is(classUniversal, tagBitString)
}

func extensionsShape(t *Tree, i int32) bool {
	return t.Nodes[i].Class == classContext
}

// readValidity reads notBefore and notAfter.
func (c *Certificate) readValidity(r *reader, i int32) {
	c.Validity.Span = r.span(i)
	if !r.node(i).is(classUniversal, tagSequence) {
		r.fail(r.fault(i, FaultStructure, "the validity must be a SEQUENCE of two times"))
		return
	}
	at := r.children(i)
	c.Validity.NotBefore = r.part(pathValidity+".notBefore").bound(&at, "notBefore is missing")
	c.Validity.NotAfter = r.part(pathValidity+".notAfter").bound(&at, "notAfter is missing")
	r.end(at, "", "the validity")
}

func (r *reader) bound(at *cursor, missing string) Time {
	if at.at < 0 {
		r.fail(r.structure(*at, missing))
		return Time{}
	}
	t, fault := r.time(at.next(), "")
	r.fail(fault)
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
			c.ExtensionsSpan = r.span(i)
			c.Extensions = r.part(pathExtensions).wrapped(i, c.decode)
		}
	}
}
