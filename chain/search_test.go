package chain

import (
	"math/big"
	"slices"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// The issuer is found behind more namesakes than are tried, where key identifiers,
// the list of roots or the time speak for it.
func TestLikelyIssuersAreTriedFirst(t *testing.T) {
	const many = MaxSteps + 10
	before := gen.Time{Time: today.Add(-time.Hour)}
	expired := namesakes("A", many, cheap)
	for _, c := range expired {
		c.NotAfter = before
		c.RemoveExtension(cert.OIDSubjectKeyIdentifier)
	}
	named := namesakes("A", many, cheap) // as the leaf names its issuer's key
	for _, c := range named {
		c.SetExtension(gen.SubjectKeyID(gen.SubCAKey().ID()))
	}
	issuer := sampleCA.Clone()
	issuer.Subject.Set(cert.OIDCommonName, "A")
	root := Root{issuer.Subject.Encode(), issuer.SPKI, "A"}
	for _, test := range []struct {
		name    string
		others  []*gen.Cert
		issuers []*gen.Cert
		root    Root
	}{
		{"key identifier", namesakes("A", many, cheap), []*gen.Cert{issuer}, Root{sampleRoot.Subject.Encode(), sampleRoot.SPKI, "Root"}},
		{"validity", expired, []*gen.Cert{issuer}, Root{sampleRoot.Subject.Encode(), sampleRoot.SPKI, "Root"}},
		{"root", named, nil, root},
	} {
		leaf := by("A")
		if test.name == "validity" {
			leaf.RemoveExtension(cert.OIDAuthorityKeyIdentifier)
		}
		certs := slices.Concat([]*gen.Cert{leaf}, test.others, test.issuers)
		if p := Find(parsed(certs), Options{At: today, Roots: []Root{test.root}})[0].Paths[0]; p.End != Listed || !p.Holds() {
			t.Errorf("%s: %+v", test.name, p)
		}
	}
}

// A cross certificate for a root of the list is not that root: there is a path to
// the root itself, and one by the cross certificate.
func TestCrossCertificateOfAListedRoot(t *testing.T) {
	o := sampleOptions()
	o.Roots = append(o.Roots, Root{gen.OldRoot().Subject.Encode(), gen.OldRoot().SPKI, "Old"})
	paths := Find(parsed([]*gen.Cert{leafOf(), gen.SubCA(), gen.CrossCA()}), o)[0].Paths
	if len(paths) != 2 || len(paths[0].Links) != 3 || paths[0].Links[2].Cert != -1 || paths[0].Links[2].Root != 0 ||
		len(paths[1].Links) != 4 || paths[1].Links[2].Cert != 2 || paths[1].Links[2].Root != -1 || paths[1].Links[3].Root != 1 {
		t.Errorf("%+v", paths)
	}
}

func TestOneKeyUnderTwoNames(t *testing.T) {
	certs := under(2)
	certs[1].SetKey(gen.P256("CA 1"))
	certs[0].IssuedBy(certs[1], gen.P256("CA 1"))
	if p := Find(parsed(certs), sampleOptions())[0].Paths[0]; len(p.Links) != 4 || !p.Holds() {
		t.Errorf("%+v", p)
	}
}

// A certificate without names has no issuer that could be found, not even itself.
func TestNoNames(t *testing.T) {
	c := gen.Root()
	c.Subject, c.Issuer = gen.Name{}, gen.Name{}
	if p := asked(c, c); p.End != Missing || len(p.Links) != 1 || !p.Has(IssuerMissing) {
		t.Errorf("%+v", p)
	}
}

// What tells that a signature is wrong, and not that another key made it.
func TestWhatProvesAWrongSignature(t *testing.T) {
	turn := func(c *gen.Cert) {
		c.Signature = turned(gen.BitString(0, cert.Parse(c.Encode()).Signature.Bytes))
	}
	rsa := gen.SubCA()
	rsa.SetKey(gen.RSA(2048))
	leaf := leafOf()
	leaf.IssuedBy(rsa, gen.RSA(2048))
	leaf.RemoveExtension(cert.OIDAuthorityKeyIdentifier)
	altered := edited(leaf, func(c *gen.Cert) {
		c.Signature = gen.BitString(0, cert.Parse(c.Encode()).Signature.Bytes)
		c.Subject.Set(cert.OIDCommonName, "Mallory")
	})
	brainpool := edited(gen.SubCA(), func(c *gen.Cert) { c.SetKey(gen.BrainpoolP256()) })
	for _, test := range []struct {
		name  string
		certs []*gen.Cert
		end   End
	}{
		{"not where another may have made it", []*gen.Cert{edited(leafOf(), turn), gen.SubCA(), brainpool}, Unchecked},
		{"key identifiers that are the same", []*gen.Cert{edited(leafOf(), turn), gen.SubCA()}, Wrong},
		{"a self-issued certificate", []*gen.Cert{edited(gen.Root(), turn)}, Wrong},
		{"an RSA signature over something else", []*gen.Cert{altered, rsa}, Wrong},
		{"nothing", []*gen.Cert{edited(leaf, turn), rsa}, Missing},
	} {
		if p := Find(parsed(test.certs), Options{At: today})[0].Paths[0]; p.End != test.end {
			t.Errorf("%s: %+v", test.name, p)
		}
	}
}

// What a comparison counts, by the kind of key.
func TestEffort(t *testing.T) {
	for _, test := range []struct {
		key  *gen.Key
		want int
	}{
		{gen.P256("x"), 50},
		{gen.P384("x"), 180},
		{gen.P521("x"), 1600},
		{gen.Ed25519("x"), 250},
		{gen.RSA(1024), 10},
		{gen.RSA(2048), 34},
		{gen.RSA(4096), 130},
		{gen.RSAOf(gen.Modulus(2048), big.NewInt(3)), 18},
		{gen.KeyOf(gen.AlgorithmID(cert.OIDRSAEncryption), []byte("no key")), 1},
	} {
		if got := effort(&cert.Parse(edited(leafOf(), func(c *gen.Cert) { c.SetKey(test.key) }).Encode()).PublicKey); got != test.want {
			t.Errorf("%d, want %d", got, test.want)
		}
	}
}
