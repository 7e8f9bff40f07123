package cert

import "strconv"

// The paths of the parts of a certificate.
const (
	pathCertificate     = "certificate"
	pathTBS             = "tbsCertificate"
	pathVersion         = "tbsCertificate.version"
	pathSerial          = "tbsCertificate.serialNumber"
	pathTBSSignature    = "tbsCertificate.signature"
	pathIssuer          = "tbsCertificate.issuer"
	pathValidity        = "tbsCertificate.validity"
	pathSubject         = "tbsCertificate.subject"
	pathPublicKey       = "tbsCertificate.subjectPublicKeyInfo"
	pathIssuerUniqueID  = "tbsCertificate.issuerUniqueID"
	pathSubjectUniqueID = "tbsCertificate.subjectUniqueID"
	pathExtensions      = "tbsCertificate.extensions"
	pathAlgorithm       = "signatureAlgorithm"
	pathSignature       = "signatureValue"
)

// Parse reads one certificate. It never fails and never returns nil: what could
// not be read is named in Faults. The result refers to der, which must not be
// changed afterwards.
func Parse(der []byte) *Certificate {
	c := &Certificate{Raw: der}
	if len(der) > MaxCertificate {
		c.Tree = Walk(der, Span{Length: len(der)})
		c.Faults = []Fault{{
			Span: Span{Length: len(der)}, Path: pathCertificate, Code: FaultLimit, Fatal: true,
			Reason: "the certificate has " + strconv.Itoa(len(der)) + " bytes; above " +
				strconv.Itoa(MaxCertificate) + " only its structure is read",
		}}
		c.unlisted = &c.Faults[0]
		return c
	}
	c.Tree = walk(der, Span{Length: len(der)}, walking{single: true, contains: inCertificate})
	r := &reader{tree: c.Tree, path: pathCertificate, notes: &c.Faults}
	if fault := r.noSequence("a certificate"); fault != nil {
		c.Faults = []Fault{*fault}
		c.unlisted = &c.Faults[0]
		return c
	}
	signed := r.signed(0, pathTBS, pathSignature, "a certificate must begin with the SEQUENCE TBSCertificate")
	if signed.tbs >= 0 {
		c.TBS = r.span(signed.tbs)
		c.readTBS(r.part(pathTBS), signed.tbs)
	}
	c.SignatureAlgorithm, c.Signature = signed.algorithm, signed.signature
	r.end(signed.rest, "", "a certificate")
	r.trailing(r.node(0), Span{Length: len(der)})
	r.addTreeFaults(c.parts)
	c.unlisted = c.findUnlisted()
	return c
}

// noSequence says why the input cannot be the outer SEQUENCE of what it should be.
func (r *reader) noSequence(what string) *Fault {
	der := r.tree.DER
	at := Span{Length: len(der)}
	reason := ""
	switch {
	case len(der) == 0:
		reason = "the input is empty"
	case r.node(0).is(classUniversal, tagSequence) && r.node(0).Constructed:
		return nil
	case r.node(0).Tag < 0:
		reason = "the input ends within its first tag or length"
	case hasPrefix(der, "-----BEGIN"):
		reason = "the input is PEM text; decode the base64 between its BEGIN and END lines first"
	case hasPrefix(der, "MI"):
		reason = "the input looks like base64 text; decode it first"
	default:
		reason = what + " is a SEQUENCE and begins with the byte 30; this input begins with a " + r.node(0).TypeName()
	}
	return &Fault{Span: at, Path: r.path, Code: FaultStructure, Reason: reason, Fatal: true}
}

func hasPrefix(der []byte, text string) bool {
	return len(der) >= len(text) && string(der[:len(text)]) == text
}

// inCertificate says which strings of a certificate hold an encoding: the
// values of extensions, and public keys of the kinds that are themselves DER.
func inCertificate(t *Tree, i int32) bool {
	n := &t.Nodes[i]
	switch {
	case n.Tag == tagOctetString && n.Depth == 5:
		return inSigned(t, i)
	case n.Tag == tagBitString && n.Depth == 3:
		return t.holdsKey(i)
	}
	return false
}

// inSigned says whether an OCTET STRING is the value of an extension: it stands
// in a SEQUENCE that begins with an OBJECT IDENTIFIER, in a SEQUENCE of them, in
// an explicit tag or the SET of values of a request's attribute.
func inSigned(t *Tree, i int32) bool {
	extension := t.Nodes[i].Parent
	if t.Nodes[i].Tag != tagOctetString || t.Nodes[i].Depth < 4 {
		return false
	}
	list := t.Nodes[extension].Parent
	wrapper := &t.Nodes[t.Nodes[list].Parent]
	return t.Nodes[extension].is(classUniversal, tagSequence) &&
		t.Nodes[t.Nodes[extension].First].is(classUniversal, tagOID) &&
		t.Nodes[list].is(classUniversal, tagSequence) &&
		(wrapper.Class == classContext || wrapper.is(classUniversal, tagSet))
}

// part is a reader for the part at this path.
func (r *reader) part(path string) *reader {
	p := *r
	p.path, p.entry = path, nil
	return &p
}

// parts lists the parts of the certificate.
func (c *Certificate) parts() []part {
	list := []part{
		{Span: Span{Length: len(c.Raw)}, path: pathCertificate, frame: true},
		{Span: c.TBS, path: pathTBS, frame: true},
		{Span: c.Version.Span, path: pathVersion},
		{Span: c.SerialNumber.Span, path: pathSerial},
		{Span: c.TBSSignature.Span, path: pathTBSSignature},
		{Span: c.Issuer.Span, path: pathIssuer},
		{Span: c.Validity.Span, path: pathValidity},
		{Span: c.Validity.NotBefore.Span, path: pathValidity + ".notBefore"},
		{Span: c.Validity.NotAfter.Span, path: pathValidity + ".notAfter"},
		{Span: c.Subject.Span, path: pathSubject},
		{Span: c.PublicKey.Span, path: pathPublicKey},
		{Span: c.IssuerUniqueID.Span, path: pathIssuerUniqueID},
		{Span: c.SubjectUniqueID.Span, path: pathSubjectUniqueID},
		{Span: c.ExtensionsSpan, path: pathExtensions},
	}
	list = appendExtensions(list, c.Extensions)
	return append(list, part{Span: c.SignatureAlgorithm.Span, path: pathAlgorithm}, part{Span: c.Signature.Span, path: pathSignature})
}
