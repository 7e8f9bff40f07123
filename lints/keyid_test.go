package lints

import (
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var keyIDCases = []testCase{
	{
		name: "no authorityKeyIdentifier", cert: leaf("sponsor", "strict", without(cert.OIDAuthorityKeyIdentifier)),
		want: []string{"error authority-key-id-missing"},
	},
	{
		name: "no authorityKeyIdentifier of a CA", cert: based(gen.SubCA, without(cert.OIDAuthorityKeyIdentifier)),
		want: []string{"error authority-key-id-missing"},
	},
	{name: "no authorityKeyIdentifier of a root", cert: gen.Root},
	{
		name: "an empty keyIdentifier of a CA", cert: based(gen.SubCA, with(gen.AuthorityKeyID([]byte{}))),
		want: []string{"error authority-key-id-empty"},
	},
	{
		name: "issuer and serial number of a CA", cert: based(gen.SubCA, with(gen.AuthorityKeyID(gen.RootKey().ID(), issuerAndSerial()...))),
		want: []string{"error authority-key-id-issuer"},
	},
	{
		name: "a critical authorityKeyIdentifier", cert: leaf("sponsor", "strict", marked(cert.OIDAuthorityKeyIdentifier, true)),
		want: []string{"error authority-key-id-critical"},
	},
	{
		name: "a critical authorityKeyIdentifier of a website", cert: based(gen.TLS, marked(cert.OIDAuthorityKeyIdentifier, true)),
		want: []string{"error authority-key-id-critical"},
	},
	{
		name: "an authorityKeyIdentifier without keyIdentifier", cert: leaf("sponsor", "strict", with(gen.AuthorityKeyID(nil))),
		want: []string{"error authority-key-id-empty"},
	},
	{
		name: "an empty keyIdentifier", cert: leaf("sponsor", "strict", with(gen.AuthorityKeyID([]byte{}))),
		want: []string{"error authority-key-id-empty"},
	},
	{
		name: "issuer and serial number", cert: leaf("sponsor", "strict", with(gen.AuthorityKeyID(gen.SubCAKey().ID(), issuerAndSerial()...))),
		want: []string{"error authority-key-id-issuer"},
	},
	{
		name: "issuer and serial number alone", cert: leaf("sponsor", "strict", with(gen.AuthorityKeyID(nil, issuerAndSerial()...))),
		want: []string{"error authority-key-id-empty", "error authority-key-id-issuer"},
	},
	{
		name: "issuer alone", cert: leaf("sponsor", "strict", with(gen.AuthorityKeyID(gen.SubCAKey().ID(), issuerAndSerial()[0]))),
		want: []string{"error authority-key-id-issuer"},
	},
	{
		name: "no subjectKeyIdentifier", cert: leaf("sponsor", "strict", without(cert.OIDSubjectKeyIdentifier)),
		want: []string{"warning subject-key-id-missing"},
	},
	{
		name: "a critical subjectKeyIdentifier", cert: leaf("sponsor", "strict", marked(cert.OIDSubjectKeyIdentifier, true)),
		want: []string{"error subject-key-id-critical"},
	},
	{
		name: "a critical subjectKeyIdentifier of a root", cert: based(gen.Root, marked(cert.OIDSubjectKeyIdentifier, true)),
		want: []string{"error subject-key-id-critical"},
	},
	{
		name: "an identifier from elsewhere", cert: leaf("sponsor", "strict", with(gen.SubjectKeyID([]byte("12345678901234567890")))),
		want: []string{"notice subject-key-id-not-derived"},
	},
	{
		name: "an empty identifier", cert: leaf("sponsor", "strict", with(gen.SubjectKeyID(nil))),
		want: []string{"notice subject-key-id-not-derived"},
	},
	{
		name: "the last 64 bits of SHA-1, with another lead", cert: leaf("sponsor", "strict", keyIdentifiedBy(func(k, _ []byte) []byte {
			sum := sha1.Sum(k)
			return append([]byte{0x50 | sum[12]&0x0f}, sum[13:]...)
		})),
		want: []string{"notice subject-key-id-not-derived"},
	},
	{name: "0100 and the last 60 bits of SHA-1", cert: leaf("sponsor", "strict", keyIdentifiedBy(func(k, _ []byte) []byte {
		sum := sha1.Sum(k)
		return append([]byte{0x40 | sum[12]&0x0f}, sum[13:]...)
	}))},
	{name: "SHA-1 of the whole info", cert: leaf("sponsor", "strict", keyIdentifiedBy(func(_, info []byte) []byte { s := sha1.Sum(info); return s[:] }))},
	{name: "SHA-256", cert: leaf("sponsor", "strict", keyIdentifiedBy(func(k, _ []byte) []byte { s := sha256.Sum256(k); return s[:] }))},
	{name: "160 bits of SHA-256", cert: leaf("sponsor", "strict", keyIdentifiedBy(func(k, _ []byte) []byte { s := sha256.Sum256(k); return s[:20] }))},
	{name: "160 bits of SHA-256 of the whole info", cert: leaf("sponsor", "strict", keyIdentifiedBy(func(_, info []byte) []byte { s := sha256.Sum256(info); return s[:20] }))},
	{name: "160 bits of SHA-384", cert: leaf("sponsor", "strict", keyIdentifiedBy(func(k, _ []byte) []byte { s := sha512.Sum384(k); return s[:20] }))},
	{name: "SHA-512 of the whole info", cert: leaf("sponsor", "strict", keyIdentifiedBy(func(_, info []byte) []byte { s := sha512.Sum512(info); return s[:] }))},
}

// issuerAndSerial are the fields authorityCertIssuer and authorityCertSerialNumber.
func issuerAndSerial() [][]byte {
	ca := gen.SubCA()
	return [][]byte{
		gen.Context(1, gen.DirectoryName(ca.Issuer)),
		gen.ContextPrimitive(2, gen.Content(ca.Serial)),
	}
}

// keyIdentifiedBy puts an identifier computed of the key's octets, or of the whole
// SubjectPublicKeyInfo.
func keyIdentifiedBy(by func(key, info []byte) []byte) edit {
	return func(c *gen.Cert) { c.SetExtension(gen.SubjectKeyID(by(gen.RSA(2048).Point(), c.SPKI))) }
}
