package gen

import (
	"sealglass/cert"
)

// AuthorityKeyID is an authorityKeyIdentifier with keyIdentifier alone, or with
// these fields after it: the whole [1] and [2].
func AuthorityKeyID(id []byte, more ...[]byte) Extension {
	var fields [][]byte
	if id != nil {
		fields = append(fields, ContextPrimitive(0, id))
	}
	return Extension{OID: cert.OIDAuthorityKeyIdentifier, Value: Sequence(append(fields, more...)...)}
}

// SubjectKeyID is a subjectKeyIdentifier.
func SubjectKeyID(id []byte) Extension {
	return Extension{OID: cert.OIDSubjectKeyIdentifier, Value: OctetString(id)}
}

// KeyUsage is a critical keyUsage.
func KeyUsage(usage cert.Usage) Extension {
	var bits []int
	for bit := range 16 {
		if usage&(1<<bit) != 0 {
			bits = append(bits, bit)
		}
	}
	return Extension{OID: cert.OIDKeyUsage, Critical: true, Value: NamedBits(bits...)}
}

// ExtKeyUsage is an extKeyUsage.
func ExtKeyUsage(purposes ...cert.OID) Extension {
	parts := make([][]byte, len(purposes))
	for i, p := range purposes {
		parts[i] = OID(p)
	}
	return Extension{OID: cert.OIDExtKeyUsage, Value: Sequence(parts...)}
}

// NoPathLen leaves the pathLenConstraint out.
const NoPathLen = -1

// BasicConstraints is a critical basicConstraints; cA is left out where false.
func BasicConstraints(ca bool, pathLen int) Extension {
	var fields [][]byte
	if ca {
		fields = append(fields, Bool(true))
	}
	if pathLen != NoPathLen {
		fields = append(fields, Integer(int64(pathLen)))
	}
	return Extension{OID: cert.OIDBasicConstraints, Critical: true, Value: Sequence(fields...)}
}

// SubjectAltName is a subjectAltName of these GeneralNames.
func SubjectAltName(names ...[]byte) Extension {
	return Extension{OID: cert.OIDSubjectAltName, Value: Sequence(names...)}
}

// IssuerAltName is an issuerAltName of these GeneralNames.
func IssuerAltName(names ...[]byte) Extension {
	return Extension{OID: cert.OIDIssuerAltName, Value: Sequence(names...)}
}

// Policies is a certificatePolicies with these policies and no qualifiers.
func Policies(policies ...cert.OID) Extension {
	parts := make([][]byte, len(policies))
	for i, p := range policies {
		parts[i] = Policy(p)
	}
	return PolicyList(parts...)
}

// PolicyList is a certificatePolicies of PolicyInformation (see [Policy]).
func PolicyList(policies ...[]byte) Extension {
	return Extension{OID: cert.OIDCertificatePolicies, Value: Sequence(policies...)}
}

// Policy is a PolicyInformation with these qualifiers, or with none.
func Policy(oid cert.OID, qualifiers ...[]byte) []byte {
	if len(qualifiers) == 0 {
		return Sequence(OID(oid))
	}
	return Sequence(OID(oid), Sequence(qualifiers...))
}

// Qualifier is a PolicyQualifierInfo of this kind.
func Qualifier(oid cert.OID, value []byte) []byte { return Sequence(OID(oid), value) }

// CPS is the qualifier with the address of a practice statement.
func CPS(uri string) []byte { return Qualifier(cert.OIDCPS, Text(IA5, uri)) }

// UserNotice is the qualifier with a notice: its parts are explicitText as a
// [Text] and, before it, a [NoticeReference].
func UserNotice(parts ...[]byte) []byte { return Qualifier(cert.OIDUserNotice, Sequence(parts...)) }

// NoticeReference is the noticeRef of a user notice.
func NoticeReference(organization string, numbers ...int64) []byte {
	parts := make([][]byte, len(numbers))
	for i, n := range numbers {
		parts[i] = Integer(n)
	}
	return Sequence(Text(UTF8, organization), Sequence(parts...))
}

// CRLDistributionPoints is a cRLDistributionPoints of DistributionPoint (see [Point]).
func CRLDistributionPoints(points ...[]byte) Extension {
	return Extension{OID: cert.OIDCRLDistributionPoints, Value: Sequence(points...)}
}

// FreshestCRL is a freshestCRL of DistributionPoint.
func FreshestCRL(points ...[]byte) Extension {
	return Extension{OID: cert.OIDFreshestCRL, Value: Sequence(points...)}
}

// Point is a DistributionPoint whose fullName are these addresses.
func Point(uris ...string) []byte {
	names := make([][]byte, len(uris))
	for i, uri := range uris {
		names[i] = URI(uri)
	}
	return DistributionPoint(FullName(names...))
}

// DistributionPoint is a DistributionPoint of these fields: [FullName] or
// [RelativeName], [Reasons], [CRLIssuer].
func DistributionPoint(fields ...[]byte) []byte { return Sequence(fields...) }

// FullName is the distributionPoint field with a fullName.
func FullName(names ...[]byte) []byte { return Context(0, Context(0, names...)) }

// RelativeName is the distributionPoint field with a nameRelativeToCRLIssuer.
func RelativeName(attributes ...Attribute) []byte {
	return Context(0, Retag(0xa1, RDN(attributes).Encode()))
}

// Reasons is the reasons field with these bits (RFC 5280 4.2.1.13).
func Reasons(bits ...int) []byte { return ContextPrimitive(1, bitContent(bits)) }

// CRLIssuer is the cRLIssuer field.
func CRLIssuer(names ...[]byte) []byte { return Context(2, names...) }

// AuthorityInfoAccess is an authorityInfoAccess of AccessDescription (see [Access]).
func AuthorityInfoAccess(descriptions ...[]byte) Extension {
	return Extension{OID: cert.OIDAuthorityInfoAccess, Value: Sequence(descriptions...)}
}

// SubjectInfoAccess is a subjectInfoAccess of AccessDescription.
func SubjectInfoAccess(descriptions ...[]byte) Extension {
	return Extension{OID: cert.OIDSubjectInfoAccess, Value: Sequence(descriptions...)}
}

// Access is an AccessDescription.
func Access(method cert.OID, location []byte) []byte { return Sequence(OID(method), location) }
