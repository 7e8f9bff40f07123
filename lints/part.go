package lints

import "sealglass/cert"

// The parts of a certificate that are extensions, by their names in RFC 5280
// and the SBR.
const (
	PartAuthorityKeyID    = Part("ext:" + string(cert.OIDAuthorityKeyIdentifier))
	PartSubjectKeyID      = Part("ext:" + string(cert.OIDSubjectKeyIdentifier))
	PartKeyUsage          = Part("ext:" + string(cert.OIDKeyUsage))
	PartExtKeyUsage       = Part("ext:" + string(cert.OIDExtKeyUsage))
	PartBasicConstraints  = Part("ext:" + string(cert.OIDBasicConstraints))
	PartSubjectAltName    = Part("ext:" + string(cert.OIDSubjectAltName))
	PartPolicies          = Part("ext:" + string(cert.OIDCertificatePolicies))
	PartCRLDP             = Part("ext:" + string(cert.OIDCRLDistributionPoints))
	PartFreshestCRL       = Part("ext:" + string(cert.OIDFreshestCRL))
	PartAIA               = Part("ext:" + string(cert.OIDAuthorityInfoAccess))
	PartSIA               = Part("ext:" + string(cert.OIDSubjectInfoAccess))
	PartNameConstraints   = Part("ext:" + string(cert.OIDNameConstraints))
	PartPolicyConstraints = Part("ext:" + string(cert.OIDPolicyConstraints))
	PartPolicyMappings    = Part("ext:" + string(cert.OIDPolicyMappings))
	PartQCStatements      = Part("ext:" + string(cert.OIDQCStatements))
	PartLEI               = Part("ext:" + string(cert.OIDLEI))
	PartLEIRole           = Part("ext:" + string(cert.OIDLEIRole))

	// PartTBSSignature is the statement of the algorithm inside the signed part,
	// PartSignature the one beside it; PartListSignature that in a CRL.
	PartTBSSignature   Part = "tbsCertificate.signature"
	PartListSignature  Part = "tbsCertList.signature"
	PartSignatureValue Part = "signatureValue"
)
