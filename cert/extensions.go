package cert

// AuthorityKeyID is RFC 5280 4.2.1.1.
type AuthorityKeyID struct {
	*Extension
	KeyID        []byte // nil when absent
	KeyIDSpan    Span
	Issuer       []GeneralName
	IssuerSpan   Span    // zero when authorityCertIssuer is absent
	SerialNumber Integer // authorityCertSerialNumber
}

// SubjectKeyID is RFC 5280 4.2.1.2.
type SubjectKeyID struct {
	*Extension
	KeyID []byte
}

// Usage is a set of key usage bits (RFC 5280 4.2.1.3); bit n of the BIT STRING is 1<<n.
type Usage uint16

// The key usage bits.
const (
	DigitalSignature Usage = 1 << iota
	NonRepudiation
	KeyEncipherment
	DataEncipherment
	KeyAgreement
	KeyCertSign
	CRLSign
	EncipherOnly
	DecipherOnly
)

// KeyUsage is RFC 5280 4.2.1.3. Bits beyond decipherOnly are in Unknown.
type KeyUsage struct {
	*Extension
	Bits    BitString
	Usage   Usage
	Unknown []int
}

// OIDValue is an OBJECT IDENTIFIER with its bytes.
type OIDValue struct {
	Span
	OID OID
}

// ExtKeyUsage is RFC 5280 4.2.1.12.
type ExtKeyUsage struct {
	*Extension
	Purposes []OIDValue
}

// Has says whether the purpose is listed.
func (e *ExtKeyUsage) Has(purpose OID) bool {
	if e == nil {
		return false
	}
	for _, p := range e.Purposes {
		if p.OID == purpose {
			return true
		}
	}
	return false
}

// BasicConstraints is RFC 5280 4.2.1.9. PathLen.Present tells whether it is there.
type BasicConstraints struct {
	*Extension
	CA      bool
	PathLen Integer
}

// NameKind is the context tag of a GeneralName (RFC 5280 4.2.1.6).
type NameKind int

// The forms of a GeneralName.
const (
	OtherName NameKind = iota
	RFC822Name
	DNSName
	X400Address
	DirectoryName
	EDIPartyName
	URIName
	IPAddress
	RegisteredID
)

// GeneralName is RFC 5280 4.2.1.6.
type GeneralName struct {
	Span
	Kind NameKind
	// Text is the value of rfc822Name, dNSName and URI (IA5String), of an
	// otherName whose value is a character string, and a reading for people of
	// iPAddress and registeredID. Str holds the string itself where there is one.
	Text string
	Str  String
	// Type and Value are those of an otherName; Value covers the TLV inside [0].
	Type       OID
	Value      Span
	Directory  Name   // of a directoryName
	IP         []byte // content octets of an iPAddress
	Registered OID
	Fault      string // what did not decode, empty when nothing
}

// AltName is RFC 5280 4.2.1.6 and 4.2.1.7.
type AltName struct {
	*Extension
	Names []GeneralName
}

// CertificatePolicies is RFC 5280 4.2.1.4.
type CertificatePolicies struct {
	*Extension
	Policies []PolicyInformation
}

// PolicyInformation is one policy with its qualifiers.
type PolicyInformation struct {
	Span
	ID         OID
	IDSpan     Span
	Qualifiers []PolicyQualifier
	// QualifiersSpan is zero when the SEQUENCE of qualifiers is absent.
	QualifiersSpan Span
}

// PolicyQualifier is a CPS pointer, a user notice, or another kind (Raw only).
type PolicyQualifier struct {
	Span
	ID           OID
	CPS          String // of id-qt-cps
	ExplicitText String // of id-qt-unotice; Span zero when absent
	NoticeRef    Span   // of id-qt-unotice; zero when absent
	Raw          Span   // the qualifier's value
	Fault        string
}

// DistributionPoints is RFC 5280 4.2.1.13 and 4.2.1.15.
type DistributionPoints struct {
	*Extension
	Points []DistributionPoint
}

// DistributionPoint is one DistributionPoint.
type DistributionPoint struct {
	Span
	FullName      []GeneralName
	FullNameSpan  Span
	RelativeName  Span
	Reasons       BitString
	CRLIssuer     []GeneralName
	CRLIssuerSpan Span
}

// InfoAccess is RFC 5280 4.2.2.1 and 4.2.2.2.
type InfoAccess struct {
	*Extension
	Descriptions []AccessDescription
}

// AccessDescription is one method with its location.
type AccessDescription struct {
	Span
	Method   OID
	Location GeneralName
}

// NameConstraints is RFC 5280 4.2.1.10.
type NameConstraints struct {
	*Extension
	Permitted, Excluded         []GeneralSubtree
	PermittedSpan, ExcludedSpan Span // zero when absent
}

// GeneralSubtree is one permitted or excluded name space.
type GeneralSubtree struct {
	Span
	Base             GeneralName
	Minimum, Maximum Integer
}

// PolicyConstraints is RFC 5280 4.2.1.11.
type PolicyConstraints struct {
	*Extension
	RequireExplicitPolicy, InhibitPolicyMapping Integer
}

// PolicyMappings is RFC 5280 4.2.1.5.
type PolicyMappings struct {
	*Extension
	Mappings []PolicyMapping
}

// PolicyMapping is one pair.
type PolicyMapping struct {
	Span
	Issuer, Subject OID
}

// InhibitAnyPolicy is RFC 5280 4.2.1.14.
type InhibitAnyPolicy struct {
	*Extension
	SkipCerts Integer
}

// QCStatements is RFC 3739 3.2.6 with the statements of ETSI EN 319 412-5.
type QCStatements struct {
	*Extension
	Statements []QCStatement
}

// QCStatement is one statement. The fields after Info are those of the
// statements known by OID; a statement that is not known has only Info.
type QCStatement struct {
	Span
	ID   OID
	Info Span // statementInfo; zero when absent
	// Lines are the statement's content for people, in order ("amount: 100000 EUR").
	Lines []string
	// Types are the OIDs of id-etsi-qcs-QcType; Countries the codes of QcCClegislation.
	Types     []OID
	Countries []string
	// URIs are the locations of QcPDS, with their languages in Languages.
	URIs, Languages []string
	Fault           string
}

// SMIMECapabilities is RFC 8551 2.5.2 as an extension (RFC 4262).
type SMIMECapabilities struct {
	*Extension
	Capabilities []AlgorithmIdentifier
}

// SubjectDirectoryAttributes is RFC 5280 4.2.1.8.
type SubjectDirectoryAttributes struct {
	*Extension
	Attributes []DirectoryAttribute
}

// DirectoryAttribute is one Attribute with its values.
type DirectoryAttribute struct {
	Span
	Type   OID
	Values []String // Tag 24 (GeneralizedTime) included, e.g. dateOfBirth
}

// LEI is the Legal Entity Identifier extension (SBR 7.1.2.3 l).
type LEI struct {
	*Extension
	Value String
}

// LEIRole is the role extension beside the LEI.
type LEIRole struct {
	*Extension
	Value String
}

// OrganizationIdentifier is the CA/Browser Forum's extension 2.23.140.3.1.
type OrganizationIdentifier struct {
	*Extension
	Scheme, Country, State, Reference String
}

// AdobeTimestamp is 1.2.840.113583.1.1.9.1.
type AdobeTimestamp struct {
	*Extension
	Version      Integer
	Location     GeneralName
	RequiresAuth bool
}

// AdobeArchiveRevInfo is 1.2.840.113583.1.1.9.2.
type AdobeArchiveRevInfo struct {
	*Extension
	Version Integer
}

// MSTemplate is Microsoft's certificate template (v2).
type MSTemplate struct {
	*Extension
	Template     OID
	Major, Minor Integer
}

// MSTemplateName is Microsoft's enroll certificate type (v1).
type MSTemplateName struct {
	*Extension
	Value String
}

// MSNTDSSecurity is Microsoft's NTDS CA security extension with the account's SID.
type MSNTDSSecurity struct {
	*Extension
	SID string
}

// NetscapeCertType is 2.16.840.1.113730.1.1.
type NetscapeCertType struct {
	*Extension
	Bits  BitString
	Types []string
}

// NetscapeString is one of the Netscape extensions that hold an IA5String.
type NetscapeString struct {
	*Extension
	Value String
}

// OCSPNoCheck is RFC 6960 4.2.2.2.1.
type OCSPNoCheck struct {
	*Extension
}

// SCTList is RFC 6962 3.3.
type SCTList struct {
	*Extension
	SCTs []SCT
}

// SCT is one signed certificate timestamp.
type SCT struct {
	Span
	Version         int
	LogID           []byte
	Timestamp       uint64 // milliseconds since 1970-01-01 UTC
	Hash, Signature int    // TLS HashAlgorithm and SignatureAlgorithm codes
}
