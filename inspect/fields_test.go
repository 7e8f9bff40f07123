package inspect

import (
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// everything is a certificate in which each part holds a value of its own.
func everything() []byte {
	c := gen.Leaf("sponsor", "multipurpose")
	attribute := func(oid cert.OID, text string) gen.Attribute {
		return gen.Attribute{Type: oid, Tag: gen.UTF8, Value: text}
	}
	directory := func(text string) []byte { return gen.DirectoryName(gen.NewName(string(cert.OIDCommonName), text)) }
	c.Subject.AddRDN(attribute(cert.OIDTitle, "title-1"), attribute("1.2.3.77", "private-1"))
	c.IssuerUniqueID, c.SubjectUniqueID = gen.ContextPrimitive(1, []byte{0, 0xc1}), gen.ContextPrimitive(2, []byte{4, 0xd0})
	c.Algorithm = gen.RSASSAPSS(cert.OIDSHA384, 48)
	for _, e := range []gen.Extension{
		gen.AuthorityKeyID([]byte{0xa1, 0xa2}, gen.Context(1, directory("aki-issuer")), gen.ContextPrimitive(2, []byte{0x5a})),
		gen.SubjectKeyID([]byte{0xb1, 0xb2}), gen.BasicConstraints(false, -1),
		gen.SubjectAltName(gen.RFC822Name("rfc822@example.com"), gen.SmtpUTF8Mailbox("smtp@example.com"), gen.UPN("upn@example.com"),
			gen.OtherName("1.2.3.78", gen.Text(gen.UTF8, "other-text")), gen.OtherName("1.2.3.79", gen.Integer(4711)), gen.DNSName("dns.example.com"),
			directory("san-directory"), gen.URI("uri:san"), gen.IPAddress(192, 0, 2, 7), gen.RegisteredID("1.2.3.80"), gen.EDIPartyName("edi-party"), gen.X400Address()),
		gen.IssuerAltName(gen.URI("uri:ian")),
		gen.PolicyList(gen.Policy("1.2.3.81", gen.CPS("uri:cps"), gen.UserNotice(gen.NoticeReference("notice-org", 42), gen.Text(gen.UTF8, "notice-text")), gen.Qualifier("1.2.3.82", gen.Integer(815)))),
		gen.CRLDistributionPoints(gen.DistributionPoint(gen.FullName(gen.URI("uri:crl")), gen.Reasons(1), gen.CRLIssuer(directory("crl-issuer")))),
		gen.FreshestCRL(gen.DistributionPoint(gen.RelativeName(attribute(cert.OIDCommonName, "relative-name")))),
		gen.AuthorityInfoAccess(gen.Access(cert.OIDOCSP, gen.URI("uri:ocsp")), gen.Access("1.2.3.83", gen.URI("uri:aia"))),
		gen.SubjectInfoAccess(gen.Access(cert.OIDCARepository, gen.URI("uri:sia"))),
		gen.NameConstraints([][]byte{gen.Subtree(gen.RFC822Name("permitted.example"), gen.Minimum(61), gen.Maximum(62))}, [][]byte{gen.Subtree(gen.IPAddress(10, 0, 0, 0, 255, 0, 0, 0))}),
		gen.PolicyConstraints(gen.RequireExplicitPolicy(63), gen.InhibitPolicyMapping(64)), gen.PolicyMappings("1.2.3.84", "1.2.3.85"), gen.InhibitAnyPolicy(65),
		gen.QCStatements(gen.QCStatement(cert.OIDQcLimitValue, gen.Sequence(gen.Text(gen.Printable, "EUR"), gen.Integer(66), gen.Integer(3))),
			gen.QCStatement(cert.OIDQcPDS, gen.Sequence(gen.Sequence(gen.Text(gen.IA5, "uri:pds"), gen.Text(gen.Printable, "en")))), gen.QCStatement("1.2.3.86", gen.Integer(67))),
		gen.SMIMECapabilities(gen.AlgorithmID("1.2.3.87", gen.Integer(68))),
		gen.SubjectDirectoryAttributes(gen.DirectoryAttribute(cert.OIDDateOfBirth, gen.Text(gen.GeneralizedTime, "19710203120000Z")), gen.DirectoryAttribute("1.2.3.88", gen.Integer(69))),
		gen.LEI("LEI-VALUE"), gen.LEIRole("LEI-ROLE"), gen.OrganizationIdentifier("SCHEME", "XY", "STATE", "REFERENCE"),
		gen.AdobeTimestamp("uri:adobe"), gen.AdobeArchiveRevInfo(), gen.OCSPNoCheck(), gen.MSTemplate("1.2.3.89", 70, 71),
		{OID: cert.OIDMSTemplateName, Value: gen.Text(gen.BMP, "TemplateName")},
		{OID: cert.OIDMSApplicationPolicies, Value: gen.Policies("1.2.3.90").Value},
		{OID: cert.OIDMSNTDSSecurity, Value: gen.Sequence(gen.OtherName(cert.OIDMSNTDSObjectSID, gen.OctetString([]byte("S-1-5-72"))))},
		{OID: cert.OIDNetscapeCertType, Value: gen.NamedBits(2)},
		{OID: cert.OIDNetscapeComment, Value: gen.Text(gen.IA5, "netscape-comment")},
		{OID: cert.OIDSCTList, Value: gen.OctetString(timestamps())},
		{OID: "1.2.3.91", Critical: true, Value: gen.Sequence(gen.Text(gen.UTF8, "unknown-extension"))},
	} {
		c.SetExtension(e)
	}
	return c.Encode()
}

// timestamps is a list of one certificate timestamp (RFC 6962 3.3).
func timestamps() []byte {
	one := append([]byte{0}, strings.Repeat("\xee", 32)...)
	one = append(one, 0, 0, 0, 0, 0, 0, 0x03, 0xe8, 0, 0, 4, 3, 0, 1, 9)
	return append([]byte{0, byte(len(one) + 2), 0, byte(len(one))}, one...)
}

// TestEveryValueHasAField looks for each value of a certificate in the field of
// its path.
func TestEveryValueHasAField(t *testing.T) {
	der := everything()
	c := cert.Parse(der)
	if len(c.Faults) > 0 {
		t.Fatalf("%+v", c.Faults)
	}
	list := fields(c)
	const tbs, ext = "tbsCertificate.", "tbsCertificate.extensions."
	for _, want := range [][2]string{
		{tbs + "version", "3"},
		{tbs + "serialNumber", ""},
		{tbs + "signature", "ecdsa"},
		{tbs + "issuer.rdn[0].countryName", "DE"},
		{tbs + "validity.notBefore", "260202000000Z"},
		{tbs + "validity.notAfter", "270201235959Z"},
		{tbs + "subject.rdn[6].title", "title-1"},
		{tbs + "subject.rdn[6].1.2.3.77", "private-1"},
		{keyPath, "RSA 2048"},
		{keyPath + ".algorithm", "1.2.840.113549.1.1.1"},
		{keyPath + ".modulus", ""},
		{keyPath + ".exponent", "65537"},
		{tbs + "issuerUniqueID", "c1"},
		{tbs + "subjectUniqueID", "d0"},
		{"signatureAlgorithm", "1.2.840.113549.1.1.10"},
		{"signatureAlgorithm.parameters", "sha384"},
		{"signatureAlgorithm.parameters", "salt 48"},
		{"signatureValue", ""},
		{ext + "authorityKeyIdentifier.keyIdentifier", "a1a2"},
		{ext + "authorityKeyIdentifier.authorityCertIssuer[0]", "aki-issuer"},
		{ext + "authorityKeyIdentifier.authorityCertSerialNumber", "5a"},
		{ext + "subjectKeyIdentifier.keyIdentifier", "b1b2"},
		{ext + "keyUsage.bits", "digitalSignature"},
		{ext + "extKeyUsage.purposes[0]", "emailProtection"},
		{ext + "basicConstraints.cA", "no"},
		{ext + "subjectAltName.names[0]", "rfc822@example.com"},
		{ext + "subjectAltName.names[1]", "smtp@example.com"},
		{ext + "subjectAltName.names[2]", "upn@example.com"},
		{ext + "subjectAltName.names[3]", "other-text"},
		{ext + "subjectAltName.names[4]", "4711"},
		{ext + "subjectAltName.names[5]", "dns.example.com"},
		{ext + "subjectAltName.names[6]", "san-directory"},
		{ext + "subjectAltName.names[7]", "uri:san"},
		{ext + "subjectAltName.names[8]", "192.0.2.7"},
		{ext + "subjectAltName.names[9]", "1.2.3.80"},
		{ext + "subjectAltName.names[10]", "edi-party"},
		{ext + "subjectAltName.names[11]", ""},
		{ext + "issuerAltName.names[0]", "uri:ian"},
		{ext + "certificatePolicies.policies[0]", "1.2.3.81"},
		{ext + "certificatePolicies.policies[0].qualifiers[0]", "uri:cps"},
		{ext + "certificatePolicies.policies[0].qualifiers[1].explicitText", "notice-text"},
		{ext + "certificatePolicies.policies[0].qualifiers[1].noticeRef", "notice-org"},
		{ext + "certificatePolicies.policies[0].qualifiers[1].noticeRef", "42"},
		{ext + "certificatePolicies.policies[0].qualifiers[2]", "815"},
		{ext + "cRLDistributionPoints.points[0].fullName[0]", "uri:crl"},
		{ext + "cRLDistributionPoints.points[0].reasons", "keyCompromise"},
		{ext + "cRLDistributionPoints.points[0].cRLIssuer[0]", "crl-issuer"},
		{ext + "freshestCRL.points[0].nameRelativeToCRLIssuer", "relative-name"},
		{ext + "authorityInfoAccess.descriptions[0]", "uri:ocsp"},
		{ext + "authorityInfoAccess.descriptions[1]", "uri:aia"},
		{ext + "subjectInfoAccess.descriptions[0]", "uri:sia"},
		{ext + "nameConstraints.permittedSubtrees[0].base", "permitted.example"},
		{ext + "nameConstraints.permittedSubtrees[0].minimum", "61"},
		{ext + "nameConstraints.permittedSubtrees[0].maximum", "62"},
		{ext + "nameConstraints.excludedSubtrees[0].base", "10.0.0.0/255.0.0.0"},
		{ext + "policyConstraints.requireExplicitPolicy", "63"},
		{ext + "policyConstraints.inhibitPolicyMapping", "64"},
		{ext + "policyMappings.mappings[0]", "1.2.3.85"},
		{ext + "inhibitAnyPolicy.skipCerts", "65"},
		{ext + "qcStatements.statements[0]", "66000 EUR"},
		{ext + "qcStatements.statements[1]", "uri:pds"},
		{ext + "qcStatements.statements[2]", "67"},
		{ext + "smimeCapabilities.capabilities[0]", "1.2.3.87"},
		{ext + "smimeCapabilities.capabilities[0].parameters", "68"},
		{ext + "subjectDirectoryAttributes.attributes[0].values[0]", "19710203120000Z"},
		{ext + "subjectDirectoryAttributes.attributes[1].values[0]", "69"},
		{ext + "lei.value", "LEI-VALUE"},
		{ext + "leiRole.value", "LEI-ROLE"},
		{ext + "cabfOrganizationIdentifier.registrationSchemeIdentifier", "SCHEME"},
		{ext + "cabfOrganizationIdentifier.registrationCountry", "XY"},
		{ext + "cabfOrganizationIdentifier.registrationStateOrProvince", "STATE"},
		{ext + "cabfOrganizationIdentifier.registrationReference", "REFERENCE"},
		{ext + "adobeTimestamp.location", "uri:adobe"},
		{ext + "adobeTimestamp.version", "1"},
		{ext + "adobeArchiveRevInfo.version", "1"},
		{ext + "ocspNoCheck", "1.3.6.1.5.5.7.48.1.5"},
		{ext + "msCertificateTemplate.templateID", "1.2.3.89"},
		{ext + "msCertificateTemplate.majorVersion", "70"},
		{ext + "msCertificateTemplate.minorVersion", "71"},
		{ext + "msCertificateTemplateName.value", "TemplateName"},
		{ext + "msApplicationPolicies.policies[0]", "1.2.3.90"},
		{ext + "msNTDSCASecurity.objectSID", "S-1-5-72"},
		{ext + "nsCertType.bits", "smime"},
		{ext + "nsComment.value", "netscape-comment"},
		{ext + "signedCertificateTimestampList.scts[0]", "1970-01-01T00:00:01.000Z"},
		{tbs + "extensions[32]", "critical"},
		{tbs + "extensions[32].extnValue", "unknown-extension"},
	} {
		found := false
		for _, f := range list {
			if f.Path == want[0] && strings.Contains(f.Value, want[1]) {
				found = true
				if f.Length == 0 || f.Offset+f.Length > len(der) || f.Error != "" {
					t.Errorf("%s: bytes %d+%d of %d, error %q", f.Path, f.Offset, f.Length, len(der), f.Error)
				}
			}
		}
		if !found {
			t.Errorf("no field %s with %q", want[0], want[1])
		}
	}
	if t.Failed() {
		for _, f := range list {
			t.Logf("%s | %s | %.60s", f.Path, f.Label, f.Value)
		}
	}
}
