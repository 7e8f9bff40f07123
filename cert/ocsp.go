package cert

import "strconv"

// The paths of the parts of an OCSP response.
const (
	pathOCSP           = "ocspResponse"
	pathOCSPStatus     = "responseStatus"
	pathOCSPBytes      = "responseBytes"
	pathOCSPType       = "responseBytes.responseType"
	pathOCSPBasic      = "responseBytes.response"
	pathOCSPTBS        = "tbsResponseData"
	pathOCSPVersion    = "tbsResponseData.version"
	pathOCSPResponder  = "tbsResponseData.responderID"
	pathOCSPProducedAt = "tbsResponseData.producedAt"
	pathOCSPResponses  = "tbsResponseData.responses"
	pathOCSPExtensions = "tbsResponseData.responseExtensions"
	pathOCSPSignature  = "signature"
	pathOCSPCerts      = "certs"
)

// ParseOCSP reads one OCSP response. It never fails and never returns nil: what
// could not be read is named in Faults. The result refers to der, which must not
// be changed afterwards.
func ParseOCSP(der []byte) *OCSPResponse {
	o := &OCSPResponse{Raw: der, Status: -1}
	o.Tree = walk(der, Span{Length: len(der)}, walking{single: true, contains: inOCSP})
	r := &reader{tree: o.Tree, path: pathOCSP, notes: &o.Faults}
	if fault := r.noSequence("an OCSP response"); fault != nil {
		o.Faults = []Fault{*fault}
		return o
	}
	at := r.children(0)
	if status := at.universal(tagEnumerated); status >= 0 {
		o.readStatus(r.part(pathOCSPStatus), status)
	} else {
		r.fail(r.part(pathOCSPStatus).structure(at, "the ENUMERATED of the response status is missing"))
	}
	switch wrapper := at.context(0); {
	case wrapper >= 0:
		o.readBytes(r.part(pathOCSPBytes), wrapper)
	case o.Status == 0:
		r.fail(r.part(pathOCSPBytes).structure(at, "the response says that it is successful, and yet nothing follows"))
	default:
		r.part(pathOCSPBytes).cutBefore(0, "the response ends before its bytes")
	}
	r.end(at, "", "an OCSP response")
	r.trailing(r.node(0), Span{Length: len(der)})
	r.addTreeFaults(o.parts)
	return o
}

// readStatus reads OCSPResponseStatus (RFC 6960 4.2.1).
func (o *OCSPResponse) readStatus(r *reader, i int32) {
	const unused, last = 4, 6
	o.StatusSpan = r.span(i)
	status, ok := r.integer(i).Int()
	if !ok || status < 0 || status > last || status == unused {
		r.fail(r.fault(i, FaultStructure, "a response status that does not exist"))
		return
	}
	o.Status = int(status)
}

// readBytes reads ResponseBytes in its explicit tag, and the basic response that
// it holds.
func (o *OCSPResponse) readBytes(r *reader, wrapper int32) {
	inside := r.children(wrapper)
	bytes := inside.universal(tagSequence)
	if bytes < 0 {
		r.fail(r.structure(inside, "the bytes of the response must be a SEQUENCE of type and value"))
		return
	}
	r.end(inside, "", "the wrapper of the response")
	at := r.children(bytes)
	id := at.universal(tagOID)
	if id < 0 {
		r.fail(r.part(pathOCSPType).structure(at, "the type of the response must be an OBJECT IDENTIFIER"))
		return
	}
	if o.ResponseType = r.oid(id); o.ResponseType == "" {
		r.fail(r.part(pathOCSPType).fault(id, FaultOID, "the OBJECT IDENTIFIER of the response's type does not decode"))
	}
	value := at.universal(tagOctetString)
	if value < 0 {
		r.fail(r.part(pathOCSPBasic).structure(at, "the OCTET STRING of the response is missing"))
		return
	}
	r.end(at, "", "a response")
	if o.ResponseType == OIDOCSPBasic {
		o.readBasic(r.part(pathOCSPBasic), value)
	}
}

// readBasic reads the BasicOCSPResponse in the OCTET STRING i.
func (o *OCSPResponse) readBasic(r *reader, i int32) {
	in, top := r.inner(i, 0)
	if top < 0 || !in.node(top).is(classUniversal, tagSequence) {
		r.fail(r.fault(i, FaultStructure, "a basic response must be a SEQUENCE"))
		return
	}
	signed := in.signed(top, pathOCSPTBS, pathOCSPSignature, "a basic response must begin with the SEQUENCE ResponseData")
	if signed.tbs >= 0 {
		o.TBS = in.span(signed.tbs)
		o.readTBS(in.part(pathOCSPTBS), signed.tbs)
	}
	o.SignatureAlgorithm, o.Signature = signed.algorithm, signed.signature
	if wrapper := signed.rest.context(0); wrapper >= 0 {
		o.readCertificates(in.part(pathOCSPCerts), wrapper)
	} else {
		in.part(pathOCSPCerts).cutBefore(top, "the response ends before its certificates")
	}
	in.end(signed.rest, "", "a basic response")
}

// readTBS reads the fields of ResponseData (RFC 6960 4.2.1) in their order.
func (o *OCSPResponse) readTBS(r *reader, tbs int32) {
	at := r.children(tbs)
	o.Version = r.part(pathOCSPVersion).version(at.context(0))
	if at.at >= 0 && r.node(at.at).Class == classContext {
		o.readResponder(r.part(pathOCSPResponder), at.next())
	} else {
		r.fail(r.part(pathOCSPResponder).structure(at, "the responder must be named in [1] or [2]"))
	}
	var fault *Fault
	if r.due(pathOCSPProducedAt, &at, timeShape, listShape, "producedAt is missing") {
		o.ProducedAt, fault = r.part(pathOCSPProducedAt).generalizedTime(at.next(), "")
		r.fail(fault)
	}
	if list := at.universal(tagSequence); list >= 0 {
		o.readResponses(r.part(pathOCSPResponses), list)
	} else {
		r.fail(r.part(pathOCSPResponses).structure(at, "the list of responses is missing"))
	}
	if wrapper := at.context(1); wrapper >= 0 {
		o.Extensions = r.part(pathOCSPExtensions).wrapped(wrapper, noDecoder)
	}
	r.end(at, "", "a ResponseData")
}

// noDecoder leaves the values of all extensions alone.
func noDecoder(*reader, int32) (*Fault, bool) { return nil, false }

// readResponder reads ResponderID.
func (o *OCSPResponse) readResponder(r *reader, i int32) {
	o.ResponderSpan = r.span(i)
	inside := r.children(i)
	first := inside.next()
	switch tag := r.node(i).Tag; {
	case first < 0:
		r.fail(r.fault(i, FaultStructure, "the responder's name or key hash is missing"))
	case tag == 1:
		var fault *Fault
		o.ResponderName, fault = r.name(first, "")
		r.fail(fault)
	case tag == 2 && r.node(first).is(classUniversal, tagOctetString):
		o.ResponderKeyHash = r.octets(first)
	default:
		r.fail(r.fault(i, FaultStructure, "the responder must be a Name in [1] or an OCTET STRING in [2]"))
	}
	r.end(inside, "", "the responder")
}

// readResponses reads each SingleResponse by itself.
func (o *OCSPResponse) readResponses(r *reader, list int32) {
	r.empty(list, "", "a list of responses without a response")
	o.Responses = make([]SingleResponse, r.count(list))
	at := r.children(list)
	for i := range o.Responses {
		single := r.part(pathOCSPResponses + "[" + strconv.Itoa(i) + "]")
		single.single(&o.Responses[i], at.next())
	}
}

// readCertificates notes where the certificates in certs stand.
func (o *OCSPResponse) readCertificates(r *reader, wrapper int32) {
	inside := r.children(wrapper)
	list := inside.universal(tagSequence)
	if list < 0 {
		r.fail(r.structure(inside, "the certificates must be a SEQUENCE"))
		return
	}
	for at := r.children(list); at.at >= 0; {
		o.Certificates = append(o.Certificates, r.span(at.next()))
	}
	r.end(inside, "", "the wrapper of the certificates")
}

// Unreadable returns the fault for which the part at the path, something within
// it or something it lies in could not be read, nil when the part is readable.
// Every part but the status lies in responseBytes.
func (o *OCSPResponse) Unreadable(path string) *Fault {
	if f := fatalAt(o.Faults, path); f != nil || within(path, pathOCSPStatus) {
		return f
	}
	return fatalAt(o.Faults, pathOCSPBytes)
}

// parts lists the parts of the response.
func (o *OCSPResponse) parts() []part {
	list := []part{
		{Span: Span{Length: len(o.Raw)}, path: pathOCSP, frame: true},
		{Span: o.StatusSpan, path: pathOCSPStatus},
		{Span: o.TBS, path: pathOCSPTBS, frame: true},
		{Span: o.Version.Span, path: pathOCSPVersion},
		{Span: o.ResponderSpan, path: pathOCSPResponder},
		{Span: o.ProducedAt.Span, path: pathOCSPProducedAt},
	}
	for i := range o.Responses {
		list = append(list, part{Span: o.Responses[i].Span, path: pathOCSPResponses + "[" + strconv.Itoa(i) + "]"})
	}
	list = appendExtensions(list, o.Extensions)
	list = append(list, part{Span: o.SignatureAlgorithm.Span, path: pathAlgorithm}, part{Span: o.Signature.Span, path: pathOCSPSignature})
	for _, at := range o.Certificates {
		list = append(list, part{Span: at, path: pathOCSPCerts})
	}
	return list
}

// inOCSP says whether an OCTET STRING holds the basic response or the value of
// an extension.
func inOCSP(t *Tree, i int32) bool {
	n := &t.Nodes[i]
	if n.Tag == tagOctetString && n.Depth == 3 {
		first := t.Nodes[n.Parent].First
		id, _ := decodeOID(t.Nodes[first].Content().In(t.DER))
		return id == OIDOCSPBasic
	}
	return inSigned(t, i)
}
