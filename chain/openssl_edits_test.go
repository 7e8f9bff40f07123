package chain

import (
	"strconv"
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// edit is one change of a good chain.
type edit struct {
	name string
	of   func(b *bundle)
}

func at(offset time.Duration) gen.Time { return gen.Time{Time: today.Add(offset)} }

// supplies change what is given beside the leaf, or what is trusted.
var supplies = []edit{
	{"nothing", func(*bundle) {}},
	{"the root is given too", func(b *bundle) { b.withRoot = true }},
	{"a CA is given twice", func(b *bundle) { b.beside = append(b.beside, b.ca()) }},
	{"the CA is missing", func(b *bundle) { b.cas = b.cas[1:] }},
	{"another root is trusted", func(b *bundle) {
		b.anchors = []*gen.Cert{b.another("Other Root", "other root")}
	}},
	{"another key under the root's name is trusted", func(b *bundle) {
		c := b.root().Clone()
		c.SetKey(gen.P256("other root"))
		c.SetSigner(gen.P256("other root"))
		b.anchors = []*gen.Cert{c}
	}},
	{"the root is given and not trusted", func(b *bundle) {
		b.withRoot = true
		b.anchors = []*gen.Cert{b.another("Other Root", "other root")}
	}},
	{"the CA is trusted", func(b *bundle) { b.anchors, b.cas = b.cas[:1], b.cas[len(b.cas)-1:] }},
	{"the leaf itself is trusted", func(b *bundle) { b.anchors, b.cas = []*gen.Cert{b.leaf}, b.cas[len(b.cas)-1:] }},
	{"five CAs of one name, without key identifiers", func(b *bundle) {
		b.leaf.RemoveExtension(cert.OIDAuthorityKeyIdentifier)
		for i := range 4 {
			c := b.ca().Clone()
			c.SetKey(gen.P256("namesake " + strconv.Itoa(i)))
			b.beside = append(b.beside, c)
		}
		b.cas[0], b.beside[0] = b.beside[0], b.cas[0]
	}},
	{"five CAs of one name, with key identifiers", func(b *bundle) {
		for i := range 4 {
			c := b.ca().Clone()
			c.SetKey(gen.P256("namesake " + strconv.Itoa(i)))
			b.beside = append(b.beside, c)
		}
		b.cas[0], b.beside[0] = b.beside[0], b.cas[0]
	}},
	{"a cross certificate by a root that is not trusted", func(b *bundle) {
		c := b.ca().Clone()
		c.Issuer = b.name("Other Root")
		c.SetSigner(gen.P256("other root"))
		b.cas[0], b.beside = c, append(b.beside, b.ca())
	}},
	{"cross certificates, the first expired", func(b *bundle) {
		c := b.ca().Clone()
		c.NotAfter = at(-time.Hour)
		b.cas[0], b.beside = c, append(b.beside, b.ca())
	}},
	{"cross certificates, the first no CA's", func(b *bundle) {
		c := b.ca().Clone()
		c.SetExtension(gen.BasicConstraints(false, gen.NoPathLen))
		b.cas[0], b.beside = c, append(b.beside, b.ca())
	}},
	{"two CAs that signed each other", func(b *bundle) {
		other := b.another("Other CA", "other CA")
		other.IssuedBy(b.ca(), b.key())
		b.ca().IssuedBy(other, gen.P256("other CA"))
		b.beside = append(b.beside, other)
	}},
}

// fields change fields of certificates and signatures.
var fields = []edit{
	{"the leaf expired a second ago", func(b *bundle) { b.leaf.NotAfter = at(-time.Second) }},
	{"the leaf expires this second", func(b *bundle) { b.leaf.NotAfter = at(0) }},
	{"the leaf begins this second", func(b *bundle) { b.leaf.NotBefore = at(0) }},
	{"the leaf begins in a second", func(b *bundle) { b.leaf.NotBefore = at(time.Second) }},
	{"the CA expired", func(b *bundle) { b.ca().NotAfter = at(-time.Second) }},
	{"the CA begins in a second", func(b *bundle) { b.ca().NotBefore = at(time.Second) }},
	{"the root expired", func(b *bundle) { b.root().NotAfter = at(-time.Second) }},
	{"the CA's validity is no time", func(b *bundle) { b.ca().NotAfter.Raw = gen.Text(gen.UTCTime, "271301000000Z") }},
	{"the leaf's signature is altered", func(b *bundle) { b.sign(b.leaf); b.leaf.Signature = turned(b.leaf.Signature) }},
	{"the CA's signature is altered", func(b *bundle) { b.sign(b.ca()); b.ca().Signature = turned(b.ca().Signature) }},
	{"the leaf's subject changed after the signature", func(b *bundle) { b.sign(b.leaf); b.leaf.Subject.Set(cert.OIDCommonName, "Mallory") }},
	{"the leaf is signed by another key", func(b *bundle) {
		b.leaf.SetSigner(gen.P256("mallory"))
		b.leaf.SetExtension(gen.AuthorityKeyID(b.key().ID()))
	}},
	{"the leaf's signature has unused bits", func(b *bundle) {
		b.sign(b.leaf)
		b.leaf.Signature = gen.BitString(1, append([]byte(nil), gen.Content(b.leaf.Signature)[1:]...))
	}},
	{"the leaf names two algorithms", func(b *bundle) {
		b.sign(b.leaf)
		b.leaf.TBSAlgorithm, b.leaf.Signature = gen.AlgorithmID(cert.OIDSHA512WithRSA, gen.Null()), nil
		b.leaf.Signature = b.value(b.leaf)
	}},
	{"the CA is from before version 3", func(b *bundle) { b.ca().Version, b.ca().Extensions = nil, nil }},
	{"the leaf is from before version 3", func(b *bundle) { b.leaf.Version, b.leaf.Extensions = nil, nil }},
	{"the leaf names another issuer", func(b *bundle) { b.leaf.Issuer = b.name("Nobody") }},
	{"the leaf names its issuer in other letters", func(b *bundle) { b.leaf.Issuer.Set(cert.OIDOrganizationName, "SAMPLE trust gmbh") }},
	{"the leaf names its issuer with more spaces", func(b *bundle) { b.leaf.Issuer.Set(cert.OIDOrganizationName, " Sample   Trust GmbH ") }},
	{"the leaf names its issuer as a PrintableString", func(b *bundle) { b.leaf.Issuer.Attribute(cert.OIDOrganizationName).Tag = gen.Printable }},
	{"the leaf names its issuer's parts in another order", func(b *bundle) {
		r := b.leaf.Issuer.RDNs
		r[0], r[1] = r[1], r[0]
	}},
	{"the key identifier of the issuer differs", func(b *bundle) { b.leaf.SetExtension(gen.AuthorityKeyID([]byte("another"))) }},
	{"the issuer's serial number differs", func(b *bundle) {
		b.leaf.SetExtension(gen.AuthorityKeyID(nil, gen.Context(1, gen.DirectoryName(b.ca().Issuer)), gen.Retag(0x82, gen.Serial("other"))))
	}},
	{"there are no key identifiers", func(b *bundle) {
		b.leaf.RemoveExtension(cert.OIDAuthorityKeyIdentifier)
		b.ca().RemoveExtension(cert.OIDSubjectKeyIdentifier)
	}},
}

// turned is a BIT STRING with one bit of its middle turned.
func turned(bits []byte) []byte {
	bits = append([]byte(nil), bits...)
	bits[len(bits)/2] ^= 1
	return bits
}
