package cert

import "time"

// Certificate is one X.509 certificate (RFC 5280 4.1) as far as it could be
// read. A part that is missing or unreadable has its zero value and a Fault
// whose Path names it; ask [Certificate.Unreadable].
type Certificate struct {
	// Raw is the whole encoding. Spans index into it. Bytes after the outer
	// SEQUENCE belong to Raw too and are flagged as trailing data.
	Raw  []byte
	Tree *Tree

	TBS                Span
	Version            Integer // value 0, 1 or 2 as encoded; Present is false for the default v1
	SerialNumber       Integer
	TBSSignature       AlgorithmIdentifier // tbsCertificate.signature
	Issuer             Name
	Validity           Validity
	Subject            Name
	PublicKey          PublicKey // subjectPublicKeyInfo
	IssuerUniqueID     BitString
	SubjectUniqueID    BitString
	Extensions         []Extension // in order, duplicates included
	ExtensionsSpan     Span        // the [3] wrapper; zero when absent
	SignatureAlgorithm AlgorithmIdentifier
	Signature          BitString

	Decoded

	// Faults lists every departure found, in the order of the bytes.
	Faults []Fault

	unlisted *Fault // see findUnlisted
}

// Decoded holds the extensions that were decoded. Nil: absent, or present and
// unreadable (see Extension.Fault). Of duplicates the first that decodes is here.
type Decoded struct {
	AuthorityKeyID         *AuthorityKeyID
	SubjectKeyID           *SubjectKeyID
	KeyUsage               *KeyUsage
	ExtKeyUsage            *ExtKeyUsage
	BasicConstraints       *BasicConstraints
	SubjectAltName         *AltName
	IssuerAltName          *AltName
	Policies               *CertificatePolicies
	CRLDistributionPoints  *DistributionPoints
	FreshestCRL            *DistributionPoints
	AuthorityInfoAccess    *InfoAccess
	SubjectInfoAccess      *InfoAccess
	NameConstraints        *NameConstraints
	PolicyConstraints      *PolicyConstraints
	PolicyMappings         *PolicyMappings
	InhibitAnyPolicy       *InhibitAnyPolicy
	QCStatements           *QCStatements
	SMIMECapabilities      *SMIMECapabilities
	SubjectDirectoryAttrs  *SubjectDirectoryAttributes
	LEI                    *LEI     // 1.3.6.1.4.1.52266.1
	LEIRole                *LEIRole // 1.3.6.1.4.1.52266.2
	OrganizationIdentifier *OrganizationIdentifier
	AdobeTimestamp         *AdobeTimestamp
	AdobeArchiveRevInfo    *AdobeArchiveRevInfo
	MSTemplate             *MSTemplate     // 1.3.6.1.4.1.311.21.7
	MSTemplateName         *MSTemplateName // 1.3.6.1.4.1.311.20.2
	MSAppPolicies          *CertificatePolicies
	MSNTDSSecurity         *MSNTDSSecurity // 1.3.6.1.4.1.311.25.2
	NetscapeCertType       *NetscapeCertType
	NetscapeStrings        []NetscapeString // nsComment, nsBaseUrl, nsRevocationUrl, …
	OCSPNoCheck            *OCSPNoCheck
	SCTList                *SCTList
}

// Integer is an ASN.1 INTEGER (X.690 8.3): Bytes are its content octets, two's complement.
type Integer struct {
	Span
	Present bool
	Bytes   []byte
}

// BitString is an ASN.1 BIT STRING; Bytes leave out the leading count of unused bits.
type BitString struct {
	Span
	Present bool
	Unused  int
	Bytes   []byte
}

// OID is an OBJECT IDENTIFIER in dotted decimal. Arcs may be of any size.
type OID string

// AlgorithmIdentifier is RFC 5280 4.1.1.2. Span covers the whole SEQUENCE, for
// byte-exact comparison; Params is the zero Span when the parameters are absent.
type AlgorithmIdentifier struct {
	Span
	OID     OID
	OIDSpan Span
	Params  Span
	// PSS holds RSASSA-PSS-params (RFC 4055 3.1) when OID is id-RSASSA-PSS and they decode.
	PSS *PSSParams
}

// PSSParams is RSASSA-PSS-params with the defaults filled in.
type PSSParams struct {
	Hash, MGF, MGFHash OID
	SaltLength         int
	TrailerField       int
}

// Name is a distinguished name (RFC 5280 4.1.2.4): RDNs in order of encoding.
type Name struct {
	Span
	Present bool // false when the part is missing or no Name at all
	RDNs    []RDN
}

// RDN is a RelativeDistinguishedName: one attribute, or several in a multi-valued one.
type RDN struct {
	Span
	Attributes []Attribute
}

// Attribute is an AttributeTypeAndValue. Value.Tag is 0 when the value is no
// string type; Value.Span then still covers it, and Value.Bytes is all of it.
type Attribute struct {
	Span
	Type     OID
	TypeSpan Span
	Value    String
}

// String is an ASN.1 character string. Text is its best reading as UTF-8; where
// octets do not fit the type, Fault says so and Text shows them as U+FFFD.
type String struct {
	Span      // the whole TLV
	Tag   int // universal tag number (X.680 8.4): 12 UTF8String, 19 PrintableString, 22 IA5String, …
	Bytes []byte
	Text  string
	Fault string // empty when the octets fit the type
}

// Validity is RFC 5280 4.1.2.5.
type Validity struct {
	Span
	NotBefore, NotAfter Time
}

// Time is a UTCTime or GeneralizedTime with its exact text.
type Time struct {
	Span
	Tag   int // 23 UTCTime, 24 GeneralizedTime
	Text  string
	Time  time.Time // zero when it could not be read
	OK    bool      // Time is meaningful
	Fault string    // departure from RFC 5280 4.1.2.5, empty when none
}

// Extension is one extension as it stands (RFC 5280 4.2).
type Extension struct {
	Span
	Index        int // position in tbsCertificate.extensions, from 0
	OID          OID
	OIDSpan      Span
	Critical     bool
	CriticalSpan Span // zero when the BOOLEAN is absent
	Value        Span // the content of extnValue, without the OCTET STRING header
	Known        bool // a decoder exists for this OID
	// Fault is set when the extension, or its value where a decoder exists, did
	// not decode, or only in part because it is cut.
	Fault  *Fault
	within string // path of the list of extensions; empty for that of an entry
	entry  int    // number of the entry of a CRL that has the extension, from 1
}
