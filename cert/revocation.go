package cert

// CRL is a CertificateList (RFC 5280 5), read as tolerantly as a certificate.
type CRL struct {
	Raw  []byte
	Tree *Tree

	TBS                Span
	Version            Integer
	TBSSignature       AlgorithmIdentifier
	Issuer             Name
	ThisUpdate         Time
	NextUpdate         Time // Span zero when absent
	Entries            []RevokedCertificate
	Extensions         []Extension
	SignatureAlgorithm AlgorithmIdentifier
	Signature          BitString

	AuthorityKeyID *AuthorityKeyID
	Number         *CRLNumber
	DeltaIndicator *CRLNumber
	IDP            *IssuingDistributionPoint

	Faults []Fault
}

// RevokedCertificate is one entry of a CRL (RFC 5280 5.3).
type RevokedCertificate struct {
	Span
	SerialNumber   Integer
	RevocationDate Time
	Extensions     []Extension
	// Reason is the reasonCode (RFC 5280 5.3.1), -1 when absent.
	Reason         int
	ReasonExt      *Extension
	InvalidityDate Time
	// CertificateIssuer is set on the entry that carries the extension (indirect CRLs).
	CertificateIssuer []GeneralName
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
	OnlyUserCerts, OnlyCACerts, IndirectCRL, OnlyAttributes bool
	OnlySomeReasons                                         BitString
}

// OCSPResponse is RFC 6960 4.2.1.
type OCSPResponse struct {
	Raw  []byte
	Tree *Tree

	Status       int // OCSPResponseStatus; 0 successful
	ResponseType OID
	// The rest is filled for a basic response.
	TBS                Span
	Version            Integer
	ResponderName      Name   // byName
	ResponderKeyHash   []byte // byKey
	ProducedAt         Time
	Responses          []SingleResponse
	Extensions         []Extension
	SignatureAlgorithm AlgorithmIdentifier
	Signature          BitString
	Certificates       []Span // raw certificates in the response

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
	RevocationTime         Time
	Reason                 int // -1 when absent
	ThisUpdate, NextUpdate Time
	Extensions             []Extension
}
