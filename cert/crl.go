package cert

// The paths of the parts of a CRL. Its signature has those of a certificate.
const (
	pathCRL              = "certificateList"
	pathCRLTBS           = "tbsCertList"
	pathCRLVersion       = "tbsCertList.version"
	pathCRLSignature     = "tbsCertList.signature"
	pathCRLIssuer        = "tbsCertList.issuer"
	pathCRLThisUpdate    = "tbsCertList.thisUpdate"
	pathCRLNextUpdate    = "tbsCertList.nextUpdate"
	pathCRLEntries       = "tbsCertList.revokedCertificates"
	pathCRLExtensions    = "tbsCertList.crlExtensions"
	pathOfEntryExtension = ".crlEntryExtensions"
)

// ParseCRL reads one CRL. It never fails and never returns nil: what could not be
// read is named in Faults. Time and memory grow with the size of der; entries
// beyond [MaxRevoked] are counted in a Fault and left out. The result refers to
// der, which must not be changed afterwards.
func ParseCRL(der []byte) *CRL { return ParseCRLInSteps(der, func() {}) }

// ParseCRLInSteps is [ParseCRL] for one who has something else to do meanwhile:
// pause is called between two entries, when at least [StepSize] bytes of them have
// been read since the last time.
func ParseCRLInSteps(der []byte, pause func()) *CRL {
	c := &CRL{Raw: der}
	r := &reader{path: pathCRL, notes: &c.Faults}
	entries := &entryReader{crl: c, list: -1, reader: *r, pause: pause}
	c.Tree = walk(der, Span{Length: len(der)}, walking{
		single: true, contains: inSigned, long: entries.isList, element: entries.entry,
	})
	r.tree = c.Tree
	if fault := r.noSequence("a certificate revocation list"); fault != nil {
		c.Faults = []Fault{*fault}
		return c
	}
	signed := r.signed(0, pathCRLTBS, pathSignature, "a CRL must begin with the SEQUENCE TBSCertList")
	if signed.tbs >= 0 {
		c.TBS = r.span(signed.tbs)
		c.readTBS(r.part(pathCRLTBS), signed.tbs, entries)
	}
	c.SignatureAlgorithm, c.Signature = signed.algorithm, signed.signature
	r.end(signed.rest, "", "a CRL")
	r.trailing(r.node(0), Span{Length: len(der)})
	r.addTreeFaults(c.parts)
	return c
}

// readTBS reads the fields of TBSCertList (RFC 5280 5.1.2) in their order.
func (c *CRL) readTBS(r *reader, tbs int32, entries *entryReader) {
	at := r.children(tbs)
	if version := at.universal(tagInteger); version >= 0 {
		c.Version = r.part(pathCRLVersion).integer(version)
	}
	var fault *Fault
	if r.due(pathCRLSignature, &at, algorithmShape, followed(nameShape, timeShape), "the signature algorithm is missing") {
		c.TBSSignature, fault = r.part(pathCRLSignature).algorithm(at.next())
		r.fail(fault)
	}
	if r.due(pathCRLIssuer, &at, nameShape, timeShape, "the issuer is missing") {
		c.Issuer, fault = r.part(pathCRLIssuer).name(at.next(), "")
		r.fail(fault)
	}
	if r.due(pathCRLThisUpdate, &at, timeShape, listShape, "thisUpdate is missing") {
		c.ThisUpdate, fault = r.part(pathCRLThisUpdate).time(at.next(), "")
		r.fail(fault)
	}
	if at.at >= 0 && r.node(at.at).isTime() {
		c.NextUpdate, fault = r.part(pathCRLNextUpdate).time(at.next(), "")
		r.fail(fault)
	}
	if list := at.universal(tagSequence); list >= 0 {
		c.EntriesSpan = r.span(list)
		entries.rest(r, list)
	}
	if wrapper := at.context(0); wrapper >= 0 {
		c.ExtensionsSpan = r.span(wrapper)
		c.Extensions = r.part(pathCRLExtensions).wrapped(wrapper, c.decode)
	}
	r.end(at, "", "a TBSCertList")
	r.part(pathCRLExtensions).cutBefore(tbs, "the list ends before its extensions")
}

func timeShape(t *Tree, i int32) bool { return t.Nodes[i].isTime() }

// listShape says whether the node may be the entries or the extensions of a CRL.
func listShape(t *Tree, i int32) bool {
	return t.Nodes[i].is(classUniversal, tagSequence) || t.Nodes[i].is(classContext, 0)
}

// decode reads the value of one extension of the list into its field (RFC 5280 5.2).
func (c *CRL) decode(r *reader, octets int32) (*Fault, bool) {
	switch r.ext.OID {
	case OIDAuthorityKeyIdentifier:
		return decode(r, octets, &c.AuthorityKeyID, readAuthorityKeyID)
	case OIDIssuerAltName:
		return decode(r, octets, &c.IssuerAltName, readAltName)
	case OIDCRLNumber:
		return decode(r, octets, &c.Number, readCRLNumber)
	case OIDDeltaCRLIndicator:
		return decode(r, octets, &c.DeltaIndicator, readCRLNumber)
	case OIDIssuingDistributionPoint:
		return decode(r, octets, &c.IDP, readIssuingPoint)
	case OIDFreshestCRL:
		return decode(r, octets, &c.FreshestCRL, readDistributionPoints)
	case OIDAuthorityInfoAccess:
		return decode(r, octets, &c.AuthorityInfoAccess, readInfoAccess)
	}
	return nil, false
}

// Unreadable returns the fault for which the part at the path, something within
// it or something it lies in could not be read, nil when the part is readable.
func (c *CRL) Unreadable(path string) *Fault { return fatalAt(c.Faults, path) }

// parts lists the parts of the list but its entries, whose faults are placed
// when they are read.
func (c *CRL) parts() []part {
	list := []part{
		{Span: Span{Length: len(c.Raw)}, path: pathCRL, frame: true},
		{Span: c.TBS, path: pathCRLTBS, frame: true},
		{Span: c.Version.Span, path: pathCRLVersion},
		{Span: c.TBSSignature.Span, path: pathCRLSignature},
		{Span: c.Issuer.Span, path: pathCRLIssuer},
		{Span: c.ThisUpdate.Span, path: pathCRLThisUpdate},
		{Span: c.NextUpdate.Span, path: pathCRLNextUpdate},
		{Span: c.EntriesSpan, path: pathCRLEntries},
		{Span: c.ExtensionsSpan, path: pathCRLExtensions},
	}
	list = appendExtensions(list, c.Extensions)
	return append(list, part{Span: c.SignatureAlgorithm.Span, path: pathAlgorithm}, part{Span: c.Signature.Span, path: pathSignature})
}
