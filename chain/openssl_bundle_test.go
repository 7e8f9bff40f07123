package chain

import (
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"slices"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// shape is what the chains without an edit differ in.
type shape struct {
	name string
	keys []*gen.Key // of the root, and of the CAs downwards
	pss  bool       // RSA keys sign with RSASSA-PSS
}

var shapes = []shape{
	{"p256", []*gen.Key{gen.P256("1"), gen.P256("2")}, false},
	{"p256 twice", []*gen.Key{gen.P256("1"), gen.P256("2"), gen.P256("3")}, false},
	{"p384 over p256", []*gen.Key{gen.P384("1"), gen.P256("2")}, false},
	{"ed25519", []*gen.Key{gen.Ed25519("1"), gen.Ed25519("2")}, false},
	{"ed25519 twice", []*gen.Key{gen.Ed25519("1"), gen.Ed25519("2"), gen.Ed25519("3")}, false},
	{"rsa over p256", []*gen.Key{gen.RSA(2048), gen.P256("2")}, false},
	{"p256 over pss", []*gen.Key{gen.P256("1"), gen.RSA(2048)}, true},
}

// The certificates that the chains are made from.
var sampleLeaf, sampleCA, sampleRoot = gen.Leaf("sponsor", "multipurpose"), gen.SubCA(), gen.Root()

// bundle is a chain as it is given to both: a leaf, the CAs above it, and what is
// trusted.
type bundle struct {
	shape shape
	leaf  *gen.Cert
	// cas are those from the leaf's issuer to the root, which is the last; beside
	// are other certificates that are given with them.
	cas, beside []*gen.Cert
	anchors     []*gen.Cert
	withRoot    bool // the root is given among the other certificates as well
}

// newBundle is a chain that nothing is wrong with.
func newBundle(s shape) *bundle {
	b := &bundle{shape: s}
	for i, key := range s.keys {
		c := sampleRoot.Clone()
		c.Issuer = b.name("Root")
		if i > 0 {
			c = sampleCA.Clone()
			c.SetExtension(gen.BasicConstraints(true, len(s.keys)-1-i))
			c.IssuedBy(b.cas[0], s.keys[i-1])
		}
		c.Subject = b.name([]string{"Root", "CA 1", "CA 2"}[i])
		c.SetKey(key)
		c.SetSigner(s.keys[max(i-1, 0)])
		b.cas = slices.Insert(b.cas, 0, c)
	}
	b.leaf = sampleLeaf.Clone()
	b.leaf.IssuedBy(b.ca(), b.key())
	b.anchors = []*gen.Cert{b.root()}
	return b
}

// name is that of a CA, which no other shape has.
func (b *bundle) name(name string) gen.Name {
	return gen.NewName(string(cert.OIDOrganizationName), "Sample Trust GmbH", string(cert.OIDCommonName), name+" "+b.shape.name)
}

// ca is the issuer of the leaf, and key its key.
func (b *bundle) ca() *gen.Cert   { return b.cas[0] }
func (b *bundle) root() *gen.Cert { return b.cas[len(b.cas)-1] }
func (b *bundle) key() *gen.Key   { return b.shape.keys[len(b.shape.keys)-1] }

// supplied are the certificates that are given beside the leaf.
func (b *bundle) supplied() []*gen.Cert {
	cas := b.cas
	if !b.withRoot {
		cas = cas[:len(cas)-1]
	}
	return slices.Concat(cas, b.beside)
}

// another is a CA beside the one of the leaf: its copy with other keys.
func (b *bundle) another(name, key string) *gen.Cert {
	c := b.ca().Clone()
	c.Serial = gen.Serial(key)
	c.Subject = b.name(name)
	c.SetKey(gen.P256(key))
	return c
}

// seal signs what gen cannot: with RSASSA-PSS.
func (b *bundle) seal() {
	for _, c := range slices.Concat([]*gen.Cert{b.leaf}, b.cas, b.beside, b.anchors) {
		b.sign(c)
	}
}

// sign signs a certificate, if that was not done.
func (b *bundle) sign(c *gen.Cert) {
	if c.Signature != nil {
		return
	}
	if b.byPSS(c) {
		c.SetAlgorithm(gen.RSASSAPSS(cert.OIDSHA256, 32))
	}
	c.Signature = b.value(c)
}

func (b *bundle) byPSS(c *gen.Cert) bool {
	_, isRSA := c.Signer.Private().(*rsa.PrivateKey)
	return isRSA && b.shape.pss
}

// value is the signature over the certificate as it is.
func (b *bundle) value(c *gen.Cert) []byte {
	if !b.byPSS(c) {
		return gen.BitString(0, cert.Parse(c.Encode()).Signature.Bytes)
	}
	digest := sha256.Sum256(c.TBS())
	value, err := rsa.SignPSS(zeros{}, c.Signer.Private().(*rsa.PrivateKey), crypto.SHA256, digest[:], &rsa.PSSOptions{SaltLength: 32})
	if err != nil {
		panic(err)
	}
	return gen.BitString(0, value)
}

// zeros gives the salt.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }
