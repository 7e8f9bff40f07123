package cert

import "strconv"

// The paths of the parts of a request. Its signature has those of a certificate,
// but for the value.
const (
	pathRequest           = "certificationRequest"
	pathRequestInfo       = "certificationRequestInfo"
	pathRequestVersion    = "certificationRequestInfo.version"
	pathRequestSubject    = "certificationRequestInfo.subject"
	pathRequestKey        = "certificationRequestInfo.subjectPKInfo"
	pathRequestExtensions = "certificationRequestInfo.extensionRequest"
	pathRequestSignature  = "signature"
)

// Request is a CertificationRequest (PKCS#10, RFC 2986 4), read as tolerantly as
// a certificate.
type Request struct {
	Raw  []byte
	Tree *Tree

	Info       Span    // certificationRequestInfo
	Version    Integer // value 0 for v1
	Subject    Name
	PublicKey  PublicKey
	Attributes []DirectoryAttribute
	// Extensions are those asked for by the attribute extensionRequest (RFC 2985
	// 5.4.2), and Decoded what they say.
	Extensions []Extension
	Decoded
	SignatureAlgorithm AlgorithmIdentifier
	Signature          BitString

	// Faults lists every departure found, in the order of the bytes.
	Faults []Fault
}

// ParseRequest reads one certification request. It never fails and never returns
// nil: what could not be read is named in Faults. The result refers to der, which
// must not be changed afterwards.
func ParseRequest(der []byte) *Request {
	q := &Request{Raw: der}
	q.Tree = walk(der, Span{Length: len(der)}, walking{single: true, contains: inSigned})
	r := &reader{tree: q.Tree, path: pathRequest, notes: &q.Faults}
	if fault := r.noSequence("a certification request"); fault != nil {
		q.Faults = []Fault{*fault}
		return q
	}
	signed := r.signed(0, pathRequestInfo, pathRequestSignature, "a request must begin with the SEQUENCE CertificationRequestInfo")
	if signed.tbs >= 0 {
		q.Info = r.span(signed.tbs)
		q.readInfo(r.part(pathRequestInfo), signed.tbs)
	}
	q.SignatureAlgorithm, q.Signature = signed.algorithm, signed.signature
	r.end(signed.rest, "", "a request")
	r.trailing(r.node(0), Span{Length: len(der)})
	r.addTreeFaults(q.parts)
	return q
}

// readInfo reads the fields of CertificationRequestInfo in their order.
func (q *Request) readInfo(r *reader, info int32) {
	at := r.children(info)
	if version := at.universal(tagInteger); version >= 0 {
		q.Version = r.part(pathRequestVersion).integer(version)
	} else {
		r.missing(pathRequestVersion, &at, nameShape, "the INTEGER of the version is missing")
	}
	if r.due(pathRequestSubject, &at, nameShape, keyShape, "the subject is missing") {
		var fault *Fault
		q.Subject, fault = r.part(pathRequestSubject).name(at.next(), "")
		r.fail(fault)
	}
	if r.due(pathRequestKey, &at, keyShape, extensionsShape, "the public key is missing") {
		q.PublicKey = r.part(pathRequestKey).publicKey(at.next())
	}
	if attributes := at.context(0); attributes >= 0 {
		q.readAttributes(r, attributes)
	}
	r.end(at, "", "a CertificationRequestInfo")
}

// readAttributes reads the attributes, and the extensions that one of them asks for.
func (q *Request) readAttributes(r *reader, list int32) {
	for each := r.children(list); each.at >= 0; {
		i := each.next()
		a := r.directoryAttribute(i, "attributes["+strconv.Itoa(len(q.Attributes))+"]")
		q.Attributes = append(q.Attributes, a)
		if a.Type != OIDExtensionRequest && a.Type != OIDMSExtensionRequest || q.Extensions != nil {
			continue
		}
		at := r.children(i)
		at.next()
		values := r.children(at.next())
		if extensions := values.universal(tagSequence); extensions >= 0 {
			q.Extensions = r.part(pathRequestExtensions).extensions(extensions, pathRequestExtensions, q.Decoded.decode)
		} else {
			r.fail(r.part(pathRequestExtensions).structure(values, "the extensions asked for must be a SEQUENCE"))
		}
	}
}

// parts lists the parts of the request.
func (q *Request) parts() []part {
	list := []part{
		{Span: Span{Length: len(q.Raw)}, path: pathRequest, frame: true},
		{Span: q.Info, path: pathRequestInfo, frame: true},
		{Span: q.Version.Span, path: pathRequestVersion},
		{Span: q.Subject.Span, path: pathRequestSubject},
		{Span: q.PublicKey.Span, path: pathRequestKey},
	}
	for i := range q.Attributes {
		list = append(list, part{Span: q.Attributes[i].Span, path: pathRequestInfo + ".attributes[" + strconv.Itoa(i) + "]"})
	}
	list = appendExtensions(list, q.Extensions)
	return append(list, part{Span: q.SignatureAlgorithm.Span, path: pathAlgorithm}, part{Span: q.Signature.Span, path: pathRequestSignature})
}

// Unreadable returns the fault for which the part at the path, something within
// it or something it lies in could not be read, nil when the part is readable.
func (q *Request) Unreadable(path string) *Fault { return fatalAt(q.Faults, path) }
