package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var encodingCases = []testCase{
	{
		name: "a length with more bytes than it needs", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			c.Serial = gen.LongTLV(gen.IntegerTag, gen.Content(c.Serial))
		}),
		want: []string{"error not-der"},
	},
	{
		name: "an indefinite length", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			c.Subject.Raw = gen.IndefiniteTLV(gen.SequenceTag, gen.Content(c.Subject.Encode()))
		}),
		want: []string{"error not-der"},
	},
	{
		name: "a serial number with a superfluous zero", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			c.Serial = gen.TLV(gen.IntegerTag, []byte{0}, gen.Content(c.Serial))
		}),
		want: []string{"error not-der"},
	},
	{
		name: "TRUE as 01", cert: leaf("sponsor", "strict", rawExtension(cert.OIDKeyUsage, func(e *gen.Extension) []byte {
			return gen.Sequence(gen.OID(e.OID), gen.TLV(gen.Boolean, []byte{1}), gen.OctetString(e.Value))
		})),
		want: []string{"error not-der"},
	},
	{
		name: "critical FALSE in so many words", cert: leaf("sponsor", "strict", rawExtension(cert.OIDSubjectAltName, func(e *gen.Extension) []byte {
			return gen.Sequence(gen.OID(e.OID), gen.Bool(false), gen.OctetString(e.Value))
		})),
		want: []string{"error not-der"},
	},
	{
		name: "key usage with trailing zero bits", cert: leaf("sponsor", "strict", withValue(cert.OIDKeyUsage, gen.BitString(0, []byte{0xa0}))),
		want: []string{"error not-der"},
	},
	{
		name: "attributes out of order", cert: leaf("sponsor", "legacy", func(c *gen.Cert) {
			c.Subject.Remove(cert.OIDGivenName)
			c.Subject.Remove(cert.OIDSurname)
			given := gen.Attribute{Type: cert.OIDGivenName, Tag: gen.UTF8, Value: "Erika"}
			surname := gen.Attribute{Type: cert.OIDSurname, Tag: gen.UTF8, Value: "Mustermann"}
			list := gen.Content(c.Subject.Encode())
			c.Subject.Raw = gen.Sequence(list, gen.Set(surname.Encode(), given.Encode()), nil)
		}),
		want: []string{"error not-der"},
	},
	{
		name: "attributes of one RDN in order", cert: leaf("sponsor", "legacy", func(c *gen.Cert) {
			c.Subject.Remove(cert.OIDGivenName)
			c.Subject.Remove(cert.OIDSurname)
			c.Subject.AddRDN(
				gen.Attribute{Type: cert.OIDGivenName, Tag: gen.UTF8, Value: "Erika"},
				gen.Attribute{Type: cert.OIDSurname, Tag: gen.UTF8, Value: "Mustermann"},
			)
		}),
	},
	{
		name: "bytes after the certificate", cert: leaf("sponsor", "strict", func(c *gen.Cert) { c.Trailing = []byte{0} }),
		want: []string{"error structure-wrong"},
	},
	{
		name: "a fourth part beside the signature", cert: leaf("sponsor", "strict", func(c *gen.Cert) { c.OuterTrailing = gen.Null() }),
		want: []string{"error structure-wrong"},
	},
	{
		name: "something after the extensions", cert: leaf("sponsor", "strict", func(c *gen.Cert) { c.TBSTrailing = gen.Null() }),
		want: []string{"error structure-wrong"},
	},
	{
		name: "an unreadable subjectKeyIdentifier", cert: leaf("sponsor", "strict", withValue(cert.OIDSubjectKeyIdentifier, gen.Null())),
		unreadable: []Part{PartSubjectKeyID},
		want:       []string{"error structure-wrong"},
	},
	{
		name: "a broken OID in the purposes of a website", cert: based(gen.TLS, withValue(cert.OIDExtKeyUsage, gen.Sequence(gen.TLV(gen.OIDTag, []byte{0x80})))),
		unreadable: []Part{PartExtKeyUsage},
		want:       []string{"error structure-wrong"},
	},
	{
		name: "bytes after the value of an extension", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			e := c.Extension(cert.OIDSubjectKeyIdentifier)
			e.Value = append(e.Value, 0)
		}),
		want: []string{"error structure-wrong"},
	},
	{
		name: "bytes after the value of an extension of Adobe's", cert: leaf("sponsor", "multipurpose", func(c *gen.Cert) {
			e := gen.AdobeArchiveRevInfo()
			e.Value = append(e.Value, gen.Null()...)
			c.AddExtension(e)
		}),
		want: []string{"notice extension-undecodable"},
	},
	{
		name: "no access description", cert: leaf("sponsor", "strict", with(gen.AuthorityInfoAccess())),
		want: []string{"error sequence-empty", "notice gmail-ca-issuers"},
	},
	{
		name: "no name of the issuer", cert: leaf("sponsor", "strict", with(gen.IssuerAltName())),
		want: []string{"error sequence-empty"},
	},
	{
		name: "one name of the issuer", cert: leaf("sponsor", "strict", with(gen.IssuerAltName(gen.URI("http://example.net")))),
	},
	{
		name: "two issuerAltNames", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			c.AddExtension(gen.IssuerAltName(gen.URI("http://example.net")))
			c.AddExtension(gen.IssuerAltName(gen.URI("http://example.net")))
		}),
		want: []string{"error extension-duplicate"},
	},
	{
		name: "an unreadable OCSPNoCheck", cert: based(gen.OCSPSigner, withValue(cert.OIDOCSPNoCheck, gen.Integer(1))),
		want: []string{"notice extension-undecodable"},
	},
	{
		name: "an unreadable qCStatements", cert: leaf("sponsor", "strict", with(gen.Extension{OID: cert.OIDQCStatements, Value: gen.Null()})),
		unreadable: []Part{PartQCStatements},
		want:       []string{"notice extension-undecodable"},
	},
	{
		name: "issuerUniqueID", cert: leaf("sponsor", "strict", func(c *gen.Cert) {
			c.IssuerUniqueID = gen.ContextPrimitive(1, []byte{0, 1})
		}),
		want: []string{"error unique-id-present"},
	},
	{
		name: "subjectUniqueID of a CA", cert: based(gen.SubCA, func(c *gen.Cert) {
			c.SubjectUniqueID = gen.ContextPrimitive(2, []byte{0, 1})
		}),
		want: []string{"error unique-id-present"},
	},
}

// rawExtension writes an extension in another way.
func rawExtension(oid cert.OID, raw func(*gen.Extension) []byte) edit {
	return func(c *gen.Cert) {
		e := c.Extension(oid)
		e.Raw = raw(e)
	}
}
