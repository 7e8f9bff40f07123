package inspect

import (
	"strconv"

	"sealglass/cert"
)

// extensionLabels are the labels of extensions, for people.
var extensionLabels = [...]struct {
	oid   cert.OID
	label string
}{
	{cert.OIDAuthorityKeyIdentifier, "Authority key identifier"},
	{cert.OIDSubjectKeyIdentifier, "Subject key identifier"},
	{cert.OIDKeyUsage, "Key usage"},
	{cert.OIDExtKeyUsage, "Extended key usage"},
	{cert.OIDBasicConstraints, "Basic constraints"},
	{cert.OIDSubjectAltName, "Subject alternative name"},
	{cert.OIDIssuerAltName, "Issuer alternative name"},
	{cert.OIDCertificatePolicies, "Certificate policies"},
	{cert.OIDPolicyMappings, "Policy mappings"},
	{cert.OIDPolicyConstraints, "Policy constraints"},
	{cert.OIDInhibitAnyPolicy, "Inhibit any policy"},
	{cert.OIDNameConstraints, "Name constraints"},
	{cert.OIDCRLDistributionPoints, "CRL distribution points"},
	{cert.OIDFreshestCRL, "Freshest CRL"},
	{cert.OIDAuthorityInfoAccess, "Authority information access"},
	{cert.OIDSubjectInfoAccess, "Subject information access"},
	{cert.OIDQCStatements, "Qualified certificate statements"},
	{cert.OIDSMIMECapabilities, "S/MIME capabilities"},
	{cert.OIDSubjectDirectoryAttributes, "Subject directory attributes"},
	{cert.OIDLEI, "Legal entity identifier (LEI)"},
	{cert.OIDLEIRole, "Role in the legal entity"},
	{cert.OIDCABFOrganizationIdentifier, "Organization identifier"},
	{cert.OIDAdobeTimestamp, "Adobe timestamp"},
	{cert.OIDAdobeArchiveRevInfo, "Adobe revocation archive"},
	{cert.OIDMSTemplate, "Microsoft certificate template"},
	{cert.OIDMSTemplateName, "Microsoft certificate template name"},
	{cert.OIDMSApplicationPolicies, "Microsoft application policies"},
	{cert.OIDMSNTDSSecurity, "Microsoft NTDS CA security"},
	{cert.OIDNetscapeCertType, "Netscape certificate type"},
	{cert.OIDNetscapeComment, "Netscape comment"},
	{cert.OIDOCSPNoCheck, "OCSP no check"},
	{cert.OIDSCTList, "Certificate transparency timestamps"},
}

func extensionLabel(oid cert.OID) string {
	for i := range extensionLabels {
		if extensionLabels[i].oid == oid {
			return extensionLabels[i].label
		}
	}
	if name := oid.Name(); name != "" {
		return "Extension " + name
	}
	return "Extension " + string(oid)
}

// extension adds an extension: its OID and criticality, then its parts, or the
// structure of a value that was not decoded.
func (b *builder) extension(e *cert.Extension) {
	path := e.Path()
	value := string(e.OID) + ", not critical"
	if e.Critical {
		value = string(e.OID) + ", critical"
	}
	b.words(path, extensionLabel(e.OID), value, e.Span)
	if e.Fault == nil && (b.constraintParts(e, path) || b.nameParts(e, path) || b.policyParts(e, path) || b.otherParts(e, path)) {
		return
	}
	if e.Fault != nil && e.Value.Length == 0 {
		return // nothing stands there, which the fault says
	}
	label := "Value"
	if e.Known {
		label = "Value, not decoded"
	}
	b.add(path+".extnValue", label, dump(e.Value.In(b.c.Raw)), e.Value)
}

// is says whether a decoded extension was read from e, and not from another
// extension with the same OID.
func is(decoded, e *cert.Extension) bool { return decoded.Index == e.Index }

// index appends an index to a path.
func index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }
