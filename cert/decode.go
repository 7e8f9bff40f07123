package cert

// decode reads the value of one extension into its field.
func (c *Certificate) decode(r *reader, octets int32) (*Fault, bool) {
	switch r.ext.OID {
	case OIDAuthorityKeyIdentifier:
		return decode(r, octets, &c.AuthorityKeyID, readAuthorityKeyID)
	case OIDSubjectKeyIdentifier:
		return decode(r, octets, &c.SubjectKeyID, readSubjectKeyID)
	case OIDKeyUsage:
		return decode(r, octets, &c.KeyUsage, readKeyUsage)
	case OIDExtKeyUsage:
		return decode(r, octets, &c.ExtKeyUsage, readExtKeyUsage)
	case OIDBasicConstraints:
		return decode(r, octets, &c.BasicConstraints, readBasicConstraints)
	case OIDSubjectAltName:
		return decode(r, octets, &c.SubjectAltName, readAltName)
	case OIDIssuerAltName:
		return decode(r, octets, &c.IssuerAltName, readAltName)
	case OIDCertificatePolicies:
		return decode(r, octets, &c.Policies, readPolicies)
	case OIDCRLDistributionPoints:
		return decode(r, octets, &c.CRLDistributionPoints, readDistributionPoints)
	case OIDFreshestCRL:
		return decode(r, octets, &c.FreshestCRL, readDistributionPoints)
	case OIDAuthorityInfoAccess:
		return decode(r, octets, &c.AuthorityInfoAccess, readInfoAccess)
	case OIDSubjectInfoAccess:
		return decode(r, octets, &c.SubjectInfoAccess, readInfoAccess)
	case OIDNameConstraints:
		return decode(r, octets, &c.NameConstraints, readNameConstraints)
	case OIDPolicyConstraints:
		return decode(r, octets, &c.PolicyConstraints, readPolicyConstraints)
	case OIDPolicyMappings:
		return decode(r, octets, &c.PolicyMappings, readPolicyMappings)
	case OIDInhibitAnyPolicy:
		return decode(r, octets, &c.InhibitAnyPolicy, readInhibitAnyPolicy)
	}
	return nil, false
}
