package gen

import (
	"encoding/binary"

	"sealglass/cert"
)

// Everything is a certificate with every part and every extension that the
// reader decodes, and one extension that it does not know. No issuer would make
// such a certificate; it breaks many rules.
func Everything() *Cert {
	c := Leaf("sponsor", "legacy")
	c.Serial = Serial("everything")
	c.Subject.AddRDN(
		Attribute{Type: cert.OIDTitle, Tag: Printable, Value: "Head of Tests"},
		Attribute{Type: cert.OIDOrganizationalUnitName, Tag: BMP, Value: "Prüfung"},
	)
	c.Subject.Add(cert.OIDEmailAddress, IA5, "erika@example.org")
	c.Subject.Add("1.2.3.4.5", Teletex, "an attribute nobody knows")
	c.IssuerUniqueID = ContextPrimitive(1, []byte{0, 0xca})
	c.SubjectUniqueID = ContextPrimitive(2, []byte{4, 0xe0})
	c.SetExtension(AuthorityKeyID(SubCAKey().ID(),
		Context(1, DirectoryName(Root().Subject)), Retag(0x82, Root().Serial)))
	for _, e := range everyName() {
		c.SetExtension(e)
	}
	for _, e := range everyPolicy() {
		c.SetExtension(e)
	}
	for _, e := range everyVendor() {
		c.SetExtension(e)
	}
	c.AddExtension(Extension{OID: "1.3.6.1.4.1.99999.1", Value: Sequence(Integer(5), Text(UTF8, "hello"), Bool(true), Null(), OID(cert.OIDTitle))})
	return c
}

// everyName are the extensions that hold names and addresses.
func everyName() []Extension {
	directory := DirectoryName(NewName(string(cert.OIDCommonName), "a directory", string(cert.OIDDomainComponent), "example"))
	names := [][]byte{
		RFC822Name(Mailbox), SmtpUTF8Mailbox("erika@büro.example"), UPN("erika@ad.example.com"),
		OtherName("1.2.3.4.6", Integer(7)), DNSName("example.com"), X400Address(), directory, EDIPartyName("a party"),
		URI("https://example.com/erika"), IPAddress(192, 0, 2, 1), IPAddress(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
		RegisteredID(cert.OIDTitle),
	}
	return []Extension{
		SubjectAltName(names...),
		IssuerAltName(RFC822Name("ca@example.net")),
		NameConstraints(
			[][]byte{Subtree(RFC822Name("example.com"), Minimum(1), Maximum(2)), Subtree(IPAddress(192, 0, 2, 0, 255, 255, 255, 0))},
			[][]byte{Subtree(DNSName("example.org"))}),
		CRLDistributionPoints(
			Point(CRLAddress, "ldap://ldap.example.net/cn=crl"),
			DistributionPoint(RelativeName(Attribute{Type: cert.OIDCommonName, Tag: UTF8, Value: "list 2"}), Reasons(1, 4, 8), CRLIssuer(directory)),
			DistributionPoint()),
		FreshestCRL(Point("http://crl.example.net/delta.crl")),
		SubjectInfoAccess(Access(cert.OIDCARepository, URI("http://crt.example.net/")), Access("1.2.3.4.7", URI("http://example.net/other"))),
	}
}

// everyPolicy are the extensions about policies, uses and people.
func everyPolicy() []Extension {
	return []Extension{
		KeyUsage(0x1ff),
		BasicConstraints(false, 3),
		ExtKeyUsage(cert.OIDEmailProtection, cert.OIDClientAuth, "1.2.3.4.8"),
		PolicyList(
			Policy(Reserved("sponsor", "legacy"), CPS("https://example.net/cps"),
				UserNotice(NoticeReference("Sample Trust GmbH", 1, 2), Text(UTF8, "Relying parties read the practice statement.")),
				UserNotice(), Qualifier("1.2.3.4.9", Integer(1))),
			Policy(cert.OIDAnyPolicy)),
		PolicyMappings("1.2.3.4.10", "1.2.3.4.11"),
		PolicyConstraints(RequireExplicitPolicy(0), InhibitPolicyMapping(1)),
		InhibitAnyPolicy(2),
		QCStatements(
			QCStatement(cert.OIDQcCompliance),
			QCStatement(cert.OIDQcType, Sequence(OID(cert.OIDQcTypeESign))),
			QCStatement(cert.OIDQcRetention, Integer(10)),
			QCStatement(cert.OIDQcPDS, Sequence(Sequence(Text(IA5, "https://example.net/pds"), Text(Printable, "en")))),
			QCStatement("1.2.3.4.12", Integer(3))),
		SMIMECapabilities(AlgorithmID("2.16.840.1.101.3.4.1.42"), AlgorithmID("1.2.840.113549.3.2", Integer(128))),
		SubjectDirectoryAttributes(
			DirectoryAttribute(cert.OIDDateOfBirth, TLV(GeneralizedTime, []byte("19700131120000Z"))),
			DirectoryAttribute(cert.OIDCountryOfCitizenship, Text(Printable, "DE"), Text(Printable, "AT")),
			DirectoryAttribute(cert.OIDGender)),
		LEI("529900T8BM49AURSDO55"),
		LEIRole("Head of Tests"),
		OrganizationIdentifier("NTR", "DE", "BY", "HRB 12345"),
		OCSPNoCheck(),
	}
}

// everyVendor are the extensions of makers of software, and of logs.
func everyVendor() []Extension {
	sid := OtherName(cert.OIDMSNTDSObjectSID, OctetString([]byte("S-1-5-21-1-2-3-1001")))
	sct := append([]byte{0}, stream("log", 32)...)
	sct = binary.BigEndian.AppendUint64(sct, 1767225600123) // 2026-01-01, in milliseconds
	sct = append(sct, 0, 0, 4, 3, 0, 2, 0xab, 0xcd)
	list := binary.BigEndian.AppendUint16(nil, uint16(len(sct)))
	list = append(list, sct...)
	return []Extension{
		AdobeTimestamp("http://tsa.example.net"),
		AdobeArchiveRevInfo(),
		MSTemplate("1.3.6.1.4.1.311.21.8.1.2.3", 100, 7),
		{OID: cert.OIDMSTemplateName, Value: Text(BMP, "User")},
		{OID: cert.OIDMSApplicationPolicies, Value: Sequence(Policy(cert.OIDEmailProtection))},
		{OID: cert.OIDMSNTDSSecurity, Value: Sequence(sid)},
		{OID: cert.OIDNetscapeCertType, Value: NamedBits(0, 2)},
		{OID: cert.OIDNetscapeComment, Value: Text(IA5, "made for tests")},
		{OID: cert.OIDSCTList, Value: OctetString(append(binary.BigEndian.AppendUint16(nil, uint16(len(list))), list...))},
	}
}
