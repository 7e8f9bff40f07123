package gen

import "sealglass/cert"

// QCStatements is a qCStatements of QCStatement (see [QCStatement]).
func QCStatements(statements ...[]byte) Extension {
	return Extension{OID: cert.OIDQCStatements, Value: Sequence(statements...)}
}

// QCStatement is a QCStatement with this information, or with none.
func QCStatement(oid cert.OID, information ...[]byte) []byte {
	return Sequence(append([][]byte{OID(oid)}, information...)...)
}

// SMIMECapabilities is an sMIMECapabilities of AlgorithmIdentifier (RFC 4262).
func SMIMECapabilities(capabilities ...[]byte) Extension {
	return Extension{OID: cert.OIDSMIMECapabilities, Value: Sequence(capabilities...)}
}

// SubjectDirectoryAttributes is a subjectDirectoryAttributes of Attribute (see
// [DirectoryAttribute]).
func SubjectDirectoryAttributes(attributes ...[]byte) Extension {
	return Extension{OID: cert.OIDSubjectDirectoryAttributes, Value: Sequence(attributes...)}
}

// DirectoryAttribute is an Attribute with these values.
func DirectoryAttribute(oid cert.OID, values ...[]byte) []byte {
	return Sequence(OID(oid), SetOf(values...))
}

// LEI is the Legal Entity Identifier (SBR 7.1.2.3 l).
func LEI(value string) Extension {
	return Extension{OID: cert.OIDLEI, Value: Text(Printable, value)}
}

// LEIRole is the role beside the Legal Entity Identifier.
func LEIRole(value string) Extension {
	return Extension{OID: cert.OIDLEIRole, Value: Text(Printable, value)}
}

// OrganizationIdentifier is the extension cabfOrganizationIdentifier; state is
// left out where empty.
func OrganizationIdentifier(scheme, country, state, reference string) Extension {
	fields := [][]byte{Text(Printable, scheme), Text(Printable, country)}
	if state != "" {
		fields = append(fields, ContextPrimitive(0, []byte(state)))
	}
	fields = append(fields, Text(UTF8, reference))
	return Extension{OID: cert.OIDCABFOrganizationIdentifier, Value: Sequence(fields...)}
}

// OCSPNoCheck is the extension id-pkix-ocsp-nocheck (RFC 6960 4.2.2.2.1).
func OCSPNoCheck() Extension { return Extension{OID: cert.OIDOCSPNoCheck, Value: Null()} }

// AdobeTimestamp is Adobe's extension with the address of a time stamp service.
func AdobeTimestamp(uri string) Extension {
	return Extension{OID: cert.OIDAdobeTimestamp, Value: Sequence(Integer(1), URI(uri))}
}

// AdobeArchiveRevInfo is Adobe's extension that asks to keep revocation data.
func AdobeArchiveRevInfo() Extension {
	return Extension{OID: cert.OIDAdobeArchiveRevInfo, Value: Sequence(Integer(1))}
}

// MSTemplate is Microsoft's certificate template.
func MSTemplate(template cert.OID, major, minor int64) Extension {
	return Extension{OID: cert.OIDMSTemplate, Value: Sequence(OID(template), Integer(major), Integer(minor))}
}
