package cert

// decode reads the value of one extension into its field.
func (c *Decoded) decode(r *reader, octets int32) (*Fault, bool) {
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
	return c.decodeOther(r, octets)
}

// decodeOther is decode for the extensions that RFC 5280 does not define.
func (c *Decoded) decodeOther(r *reader, octets int32) (*Fault, bool) {
	switch r.ext.OID {
	case OIDQCStatements:
		return decode(r, octets, &c.QCStatements, readQCStatements)
	case OIDSMIMECapabilities:
		return decode(r, octets, &c.SMIMECapabilities, readSMIMECapabilities)
	case OIDSubjectDirectoryAttributes:
		return decode(r, octets, &c.SubjectDirectoryAttrs, readDirectoryAttributes)
	case OIDLEI:
		return decode(r, octets, &c.LEI, readLEI)
	case OIDLEIRole:
		return decode(r, octets, &c.LEIRole, readLEIRole)
	case OIDCABFOrganizationIdentifier:
		return decode(r, octets, &c.OrganizationIdentifier, readOrganizationIdentifier)
	case OIDAdobeTimestamp:
		return decode(r, octets, &c.AdobeTimestamp, readAdobeTimestamp)
	case OIDAdobeArchiveRevInfo:
		return decode(r, octets, &c.AdobeArchiveRevInfo, readAdobeArchiveRevInfo)
	case OIDMSTemplate:
		return decode(r, octets, &c.MSTemplate, readMSTemplate)
	case OIDMSTemplateName:
		return decode(r, octets, &c.MSTemplateName, readMSTemplateName)
	case OIDMSApplicationPolicies:
		return decode(r, octets, &c.MSAppPolicies, readPolicies)
	case OIDMSNTDSSecurity:
		return decode(r, octets, &c.MSNTDSSecurity, readMSNTDSSecurity)
	case OIDNetscapeCertType:
		return decode(r, octets, &c.NetscapeCertType, readNetscapeCertType)
	case OIDNetscapeBaseURL, OIDNetscapeRevocationURL, OIDNetscapeCARevocationURL, OIDNetscapeRenewalURL,
		OIDNetscapeCAPolicyURL, OIDNetscapeSSLServerName, OIDNetscapeComment:
		var value *NetscapeString
		fault, known := decode(r, octets, &value, readNetscapeString)
		if value != nil {
			c.NetscapeStrings = append(c.NetscapeStrings, *value)
		}
		return fault, known
	case OIDOCSPNoCheck:
		return decode(r, octets, &c.OCSPNoCheck, readOCSPNoCheck)
	case OIDSCTList:
		return decode(r, octets, &c.SCTList, readSCTList)
	}
	return nil, false
}
