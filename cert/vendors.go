package cert

// readAdobeTimestamp reads Adobe's Timestamp: version, location, requiresAuth.
func readAdobeTimestamp(r *reader, top int32) (*AdobeTimestamp, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "Adobe's timestamp must be a SEQUENCE")
	}
	v := &AdobeTimestamp{Extension: r.ext}
	at := r.children(top)
	version := at.universal(tagInteger)
	if version < 0 {
		return nil, r.structure(at, "the version of Adobe's timestamp is missing")
	}
	v.Version = r.integer(version)
	location := at.next()
	if location < 0 {
		return nil, r.structure(at, "the location of Adobe's timestamp server is missing")
	}
	v.Location = r.generalName(location, addressLengths, elementPath{list: "location", index: -1})
	if auth := at.universal(tagBoolean); auth >= 0 {
		v.RequiresAuth = r.boolean(auth)
	}
	r.end(at, "", "Adobe's timestamp")
	return v, nil
}

// readAdobeArchiveRevInfo reads Adobe's ArchiveRevInfo: a version.
func readAdobeArchiveRevInfo(r *reader, top int32) (*AdobeArchiveRevInfo, *Fault) {
	at := r.children(top)
	version := at.universal(tagInteger)
	if !r.node(top).is(classUniversal, tagSequence) || version < 0 {
		return nil, r.fault(top, FaultStructure, "Adobe's archiveRevInfo must be a SEQUENCE with a version")
	}
	v := &AdobeArchiveRevInfo{Extension: r.ext, Version: r.integer(version)}
	r.end(at, "", "Adobe's archiveRevInfo")
	return v, nil
}

// readMSTemplate reads Microsoft's CertificateTemplate: OID and versions.
func readMSTemplate(r *reader, top int32) (*MSTemplate, *Fault) {
	at := r.children(top)
	id := at.universal(tagOID)
	if !r.node(top).is(classUniversal, tagSequence) || id < 0 {
		return nil, r.fault(top, FaultStructure, "a certificate template must be a SEQUENCE that begins with an OBJECT IDENTIFIER")
	}
	v := &MSTemplate{Extension: r.ext, Template: r.oid(id)}
	if v.Template == "" {
		return nil, r.fault(id, FaultOID, "the OBJECT IDENTIFIER of the certificate template does not decode")
	}
	if major := at.universal(tagInteger); major >= 0 {
		v.Major = r.integer(major)
	}
	if minor := at.universal(tagInteger); minor >= 0 {
		v.Minor = r.integer(minor)
	}
	r.end(at, "", "a certificate template")
	return v, nil
}

// readMSTemplateName reads Microsoft's enroll certificate type, a BMPString.
func readMSTemplateName(r *reader, top int32) (*MSTemplateName, *Fault) {
	s, fault := r.alone(top, "the name of a certificate template")
	if fault != nil {
		return nil, fault
	}
	return &MSTemplateName{Extension: r.ext, Value: s}, nil
}

// readMSNTDSSecurity reads Microsoft's NTDS CA security extension: GeneralNames
// of which an otherName holds the account's security identifier.
func readMSNTDSSecurity(r *reader, top int32) (*MSNTDSSecurity, *Fault) {
	if !r.node(top).is(classUniversal, tagSequence) {
		return nil, r.fault(top, FaultStructure, "the NTDS CA security extension must be a SEQUENCE")
	}
	v := &MSNTDSSecurity{Extension: r.ext}
	for _, name := range r.generalNames(top, "") {
		if name.Kind == OtherName && name.Type == OIDMSNTDSObjectSID && v.SID == "" {
			v.SID = name.Text
		}
	}
	if v.SID == "" {
		return nil, r.fault(top, FaultStructure, "the NTDS CA security extension holds no security identifier")
	}
	return v, nil
}

// netscapeTypes are the bits of Netscape's certificate type, from bit 0.
var netscapeTypes = [...]string{
	"sslClient", "sslServer", "smime", "objectSigning", "reserved", "sslCA", "smimeCA", "objectSigningCA",
}

// readNetscapeCertType reads Netscape's certificate type.
func readNetscapeCertType(r *reader, top int32) (*NetscapeCertType, *Fault) {
	if !r.node(top).is(classUniversal, tagBitString) {
		return nil, r.fault(top, FaultStructure, "Netscape's certificate type must be a BIT STRING")
	}
	v := &NetscapeCertType{Extension: r.ext, Bits: r.namedBits(top)}
	for bit, name := range netscapeTypes {
		if v.Bits.Bit(bit) {
			v.Types = append(v.Types, name)
		}
	}
	return v, nil
}

// readNetscapeString reads a Netscape extension that is an IA5String.
func readNetscapeString(r *reader, top int32) (*NetscapeString, *Fault) {
	s, fault := r.alone(top, "this extension of Netscape's")
	if fault != nil {
		return nil, fault
	}
	return &NetscapeString{Extension: r.ext, Value: s}, nil
}

// readOCSPNoCheck reads id-pkix-ocsp-nocheck, a NULL (RFC 6960 4.2.2.2.1).
func readOCSPNoCheck(r *reader, top int32) (*OCSPNoCheck, *Fault) {
	if !r.node(top).is(classUniversal, tagNull) {
		return nil, r.fault(top, FaultStructure, "the value of ocsp-nocheck must be a NULL")
	}
	return &OCSPNoCheck{Extension: r.ext}, nil
}
