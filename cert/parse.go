package cert

import (
	"slices"
	"strconv"
)

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
		return c
	}
	c.Tree = walk(der, Span{Length: len(der)}, true, inCertificate)
	r := &reader{tree: c.Tree, path: pathCertificate, notes: &c.Faults}
	if fault := r.noSequence("a certificate"); fault != nil {
		c.Faults = []Fault{*fault}
		return c
	}
	c.readCertificate(r)
	r.trailing(r.node(0), Span{Length: len(der)})
	c.addTreeFaults()
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
		return t.isExtensionValue(i) && t.Nodes[t.ancestor(i, 3)].is(classContext, 3)
	case n.Tag == tagBitString && n.Depth == 3:
		return t.holdsKey(i)
	}
	return false
}

// ancestor is the node that many levels above i.
func (t *Tree) ancestor(i int32, levels int) int32 {
	for ; levels > 0; levels-- {
		i = t.Nodes[i].Parent
	}
	return i
}

// isExtensionValue says whether the OCTET STRING i stands in a SEQUENCE that
// begins with an OBJECT IDENTIFIER, which stands in a SEQUENCE.
func (t *Tree) isExtensionValue(i int32) bool {
	extension := t.Nodes[i].Parent
	if !t.Nodes[extension].is(classUniversal, tagSequence) || !t.Nodes[t.Nodes[extension].First].is(classUniversal, tagOID) {
		return false
	}
	return t.Nodes[t.Nodes[extension].Parent].is(classUniversal, tagSequence)
}

// readCertificate reads the three parts of the outer SEQUENCE.
func (c *Certificate) readCertificate(r *reader) {
	at := r.children(0)
	if tbs := at.universal(tagSequence); tbs >= 0 {
		c.TBS = r.span(tbs)
		c.readTBS(r.part(pathTBS), tbs)
	} else {
		c.fail(r.part(pathTBS).structure(at, "a certificate must begin with the SEQUENCE TBSCertificate"))
		at.next()
	}
	if algorithm := at.next(); algorithm >= 0 {
		var fault *Fault
		c.SignatureAlgorithm, fault = r.part(pathAlgorithm).algorithm(algorithm)
		c.fail(fault)
	} else {
		c.fail(r.part(pathAlgorithm).structure(at, "the signature algorithm is missing"))
	}
	if signature := at.universal(tagBitString); signature >= 0 {
		c.Signature = r.part(pathSignature).bits(signature)
	} else {
		c.fail(r.part(pathSignature).structure(at, "the BIT STRING of the signature is missing"))
	}
	r.end(at, "", "a certificate")
}

// part is a reader for the part at this path.
func (r *reader) part(path string) *reader {
	p := *r
	p.path = path
	return &p
}

// fail records why a part was not decoded; nil is passed over.
func (c *Certificate) fail(fault *Fault) {
	if fault != nil {
		c.Faults = append(c.Faults, *fault)
	}
}

// addTreeFaults adds the faults of the encoding to those of the parts, each with
// the path of the part it lies in, and sorts all by their first byte. A part
// that is cut is not whole, so the fault is fatal to it; the outer two SEQUENCEs
// are no parts of their own: what they lack is reported where it is missing.
func (c *Certificate) addTreeFaults() {
	var parts []part
	if len(c.Tree.Faults) > 0 {
		parts = c.parts()
	}
	for _, f := range c.Tree.Faults {
		f.Path = enclosing(parts, f.Span)
		f.Fatal = cuts(f.Code) && f.Path != pathCertificate && f.Path != pathTBS
		c.Faults = append(c.Faults, f)
	}
	sortFaults(c.Faults)
}

// cuts says whether the fault leaves a value incomplete.
func cuts(code FaultCode) bool { return code == FaultTruncated || code == FaultLimit }

func sortFaults(faults []Fault) {
	slices.SortStableFunc(faults, func(a, b Fault) int { return a.Offset - b.Offset })
}

// part is a path with the bytes it names.
type part struct {
	Span
	path string
}

// enclosing is the path of the last part in the list that holds the span; parts
// stand behind those that they lie in.
func enclosing(parts []part, at Span) string {
	path := ""
	for _, p := range parts {
		if p.Offset <= at.Offset && at.End() <= p.End() && p.Length > 0 {
			path = p.path
		}
	}
	return path
}

// parts lists the parts of the certificate.
func (c *Certificate) parts() []part {
	list := []part{
		{Span{Length: len(c.Raw)}, pathCertificate},
		{c.TBS, pathTBS},
		{c.Version.Span, pathVersion},
		{c.SerialNumber.Span, pathSerial},
		{c.TBSSignature.Span, pathTBSSignature},
		{c.Issuer.Span, pathIssuer},
		{c.Validity.Span, pathValidity},
		{c.Validity.NotBefore.Span, pathValidity + ".notBefore"},
		{c.Validity.NotAfter.Span, pathValidity + ".notAfter"},
		{c.Subject.Span, pathSubject},
		{c.PublicKey.Span, pathPublicKey},
		{c.IssuerUniqueID.Span, pathIssuerUniqueID},
		{c.SubjectUniqueID.Span, pathSubjectUniqueID},
		{c.ExtensionsSpan, pathExtensions},
	}
	for i := range c.Extensions {
		e := &c.Extensions[i]
		list = append(list, part{e.Span, e.Path()})
	}
	return append(list, part{c.SignatureAlgorithm.Span, pathAlgorithm}, part{c.Signature.Span, pathSignature})
}
