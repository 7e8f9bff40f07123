package cert

// CRL is a CertificateList (RFC 5280 5), read as tolerantly as a certificate. A
// part that is missing or unreadable has its zero value and a Fault whose Path
// names it; ask [CRL.Unreadable].
type CRL struct {
	Raw []byte
	// Tree leaves out what revokedCertificates holds; see Entries.
	Tree *Tree

	TBS                Span    // tbsCertList
	Version            Integer // value 1 for v2; absent for v1
	TBSSignature       AlgorithmIdentifier
	Issuer             Name
	ThisUpdate         Time
	NextUpdate         Time                 // Span zero when absent
	Entries            []RevokedCertificate // the first MaxRevoked
	EntriesSpan        Span                 // revokedCertificates; zero when absent
	Extensions         []Extension
	ExtensionsSpan     Span // the [0] wrapper; zero when absent
	SignatureAlgorithm AlgorithmIdentifier
	Signature          BitString

	// The decoded extensions, as in [Decoded].
	AuthorityKeyID      *AuthorityKeyID
	IssuerAltName       *AltName
	Number              *CRLNumber
	DeltaIndicator      *CRLNumber
	IDP                 *IssuingDistributionPoint
	FreshestCRL         *DistributionPoints
	AuthorityInfoAccess *InfoAccess

	// Faults lists every departure found, in the order of the bytes.
	Faults []Fault
}

// RevokedCertificate is one entry of a CRL (RFC 5280 5.3).
type RevokedCertificate struct {
	Span
	SerialNumber   Integer
	RevocationDate Time
	Extensions     []Extension
	// Reason is the reasonCode (RFC 5280 5.3.1), -1 when absent or unreadable.
	Reason         int
	ReasonExt      *Extension
	InvalidityDate *Time // RFC 5280 5.3.2
	// CertificateIssuer is set on the entry that carries the extension (indirect CRLs).
	CertificateIssuer []GeneralName
	// Broken says that a part of the entry could not be read; a Fault names it.
	Broken bool
}

// CRLNumber is RFC 5280 5.2.3, and 5.2.4 for a delta CRL's base.
type CRLNumber struct {
	*Extension
	Number Integer
}

// IssuingDistributionPoint is RFC 5280 5.2.5.
type IssuingDistributionPoint struct {
	*Extension
	FullName                                                []GeneralName
	RelativeName                                            Span // zero when absent
	OnlyUserCerts, OnlyCACerts, IndirectCRL, OnlyAttributes bool
	OnlySomeReasons                                         BitString
}

// OCSPResponse is RFC 6960 4.2.1, read as tolerantly as a certificate.
type OCSPResponse struct {
	Raw  []byte
	Tree *Tree

	// Status is the OCSPResponseStatus; 0 is successful, -1 unreadable.
	Status       int
	StatusSpan   Span
	ResponseType OID
	// The rest is filled for a basic response.
	TBS                Span // tbsResponseData
	Version            Integer
	ResponderName      Name   // byName
	ResponderKeyHash   []byte // byKey
	ResponderSpan      Span   // responderID
	ProducedAt         Time
	Responses          []SingleResponse
	Extensions         []Extension
	SignatureAlgorithm AlgorithmIdentifier
	Signature          BitString
	Certificates       []Span // raw certificates in the response

	// Faults lists every departure found, in the order of the bytes.
	Faults []Fault
}

// SingleResponse is the state of one certificate.
type SingleResponse struct {
	Span
	HashAlgorithm                 AlgorithmIdentifier
	IssuerNameHash, IssuerKeyHash []byte
	SerialNumber                  Integer
	// Status is 0 good, 1 revoked, 2 unknown (the context tag), -1 when unreadable.
	Status                 int
	StatusSpan             Span
	RevocationTime         Time
	Reason                 int // -1 when absent or unreadable
	ThisUpdate, NextUpdate Time
	Extensions             []Extension
	// Broken says that a part of the response could not be read; a Fault names it.
	Broken bool
}
