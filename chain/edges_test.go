package chain

import (
	"slices"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// codes are what is said of one link.
func (l *Link) codes() []Code {
	var list []Code
	for _, r := range l.Reasons {
		list = append(list, r.Code)
	}
	return list
}

// What is said of the leaf and of its CA by one edit, and nothing besides.
func TestWhatIsSaidOfOneEdit(t *testing.T) {
	second := gen.Time{Time: today}
	for _, test := range []struct {
		name     string
		edit     func(leaf, ca *gen.Cert)
		leaf, ca []Code
	}{
		{"nothing", func(_, _ *gen.Cert) {}, nil, nil},
		{"ends this second", func(leaf, _ *gen.Cert) { leaf.NotAfter = second }, nil, nil},
		{"begins this second", func(_, ca *gen.Cert) { ca.NotBefore = second }, nil, nil},
		{"no time", func(leaf, _ *gen.Cert) { leaf.NotAfter.Raw = gen.Null() }, []Code{Unreadable}, nil},
		{"a negative path length", func(_, ca *gen.Cert) {
			ca.SetExtension(gen.Extension{OID: cert.OIDBasicConstraints, Critical: true, Value: gen.Sequence(gen.Bool(true), gen.Integer(-1))})
		}, nil, []Code{Unreadable}},
		{"a CA before version 3", func(_, ca *gen.Cert) { ca.Version, ca.Extensions = nil, nil }, nil, []Code{NoCA}},
		{"extensions that are none", func(leaf, _ *gen.Cert) { leaf.RawExtensions = gen.Context(3, gen.Null()) }, []Code{Unreadable}, nil},
		{"an extension without an OID", func(leaf, _ *gen.Cert) {
			leaf.AddExtension(gen.Extension{Raw: gen.Sequence(gen.Null(), gen.OctetString(nil))})
		}, []Code{Unreadable}, nil},
		{"a second extension that decides nothing", func(leaf, _ *gen.Cert) { leaf.AddExtension(gen.CRLDistributionPoints(gen.Point("http://x.example/"))) }, nil, nil},
		{"key identifiers that differ", func(leaf, _ *gen.Cert) { leaf.SetExtension(gen.AuthorityKeyID([]byte("another"))) }, []Code{KeyID}, nil},
		{"no key identifier", func(leaf, _ *gen.Cert) { leaf.RemoveExtension(cert.OIDAuthorityKeyIdentifier) }, nil, nil},
		{"any purpose", func(_, ca *gen.Cert) { ca.SetExtension(gen.ExtKeyUsage(cert.OIDAnyExtendedKeyUsage)) }, nil, []Code{AnyPurpose}},
		{"SHA-1", func(leaf, _ *gen.Cert) { leaf.SetAlgorithm(gen.AlgorithmID(cert.OIDECDSAWithSHA1)) }, []Code{WeakHash}, nil},
	} {
		leaf, ca := leafOf(), gen.SubCA()
		test.edit(leaf, ca)
		p := asked(leaf, ca)
		if p.End != Listed || !slices.Equal(p.Links[0].codes(), test.leaf) || !slices.Equal(p.Links[1].codes(), test.ca) || p.Links[2].Reasons != nil {
			t.Errorf("%s: %+v", test.name, p)
		}
	}
}

// A root of the list whose certificate was supplied is said to be out of date
// from the second after its end.
func TestRootThatExpired(t *testing.T) {
	for offset, want := range map[time.Duration]bool{0: true, time.Second: false} {
		root := gen.Root()
		root.NotAfter = gen.Time{Time: today.Add(offset - time.Second)}
		if p := asked(leafOf(), gen.SubCA(), root); !p.Holds() || p.Has(RootExpired) != want {
			t.Errorf("%v: %+v", offset, p)
		}
	}
}

// A root from before extensions is one; it is in no list, and is judged.
func TestRootBeforeVersion3(t *testing.T) {
	root := gen.Root()
	root.Version, root.Extensions = nil, nil
	certs := []*cert.Certificate{cert.Parse(leafOf().Encode()), cert.Parse(gen.SubCA().Encode()), cert.Parse(root.Encode())}
	if p := Find(certs, Options{At: today})[0].Paths[0]; p.End != Unlisted || !p.Holds() {
		t.Errorf("%+v", p)
	}
	root.Version = gen.V3()
	certs[2] = cert.Parse(root.Encode())
	if p := Find(certs, Options{At: today})[0].Paths[0]; p.End != Unlisted || !slices.Equal(p.Links[2].codes(), []Code{NoCA}) {
		t.Errorf("%+v", p)
	}
}

// The path that holds comes first, also where one with a fault leads further.
func TestBestPath(t *testing.T) {
	listed := edited(gen.SubCA(), func(c *gen.Cert) { c.SetExtension(gen.BasicConstraints(false, gen.NoPathLen)) })
	other := gen.OldRoot()
	unlisted := edited(gen.SubCA(), func(c *gen.Cert) { c.IssuedBy(other, gen.OldRootKey()) })
	r := Find(parsed([]*gen.Cert{leafOf(), listed, unlisted, other}), sampleOptions())[0]
	if len(r.Paths) != 2 || r.Paths[0].End != Unlisted || !r.Paths[0].Holds() || r.Paths[1].End != Listed || r.Paths[1].Holds() {
		t.Errorf("%+v", r.Paths)
	}
}

// Whom a CA has issued for is a subscriber, no other CA.
func TestLeafOfACA(t *testing.T) {
	plain := edited(leafOf(), func(c *gen.Cert) { c.AddExtension(gen.BasicConstraints(false, gen.NoPathLen)) })
	for _, leaf := range []*gen.Cert{leafOf(), plain} {
		r := Find(parsed([]*gen.Cert{gen.SubCA(), gen.Root(), leaf}), sampleOptions())
		if r[0].Leaf != 2 || r[1].Leaf != -1 {
			t.Errorf("%d and %d", r[0].Leaf, r[1].Leaf)
		}
	}
}

// Names that constraints hold for at their edges, beside those of mailboxes.
func TestNamesAtTheirEdges(t *testing.T) {
	subject := leafOf().Subject
	shorter := gen.Name{RDNs: subject.RDNs[:1]}
	longer := gen.Name{RDNs: append(slices.Clone(subject.RDNs), subject.RDNs[0])}
	one := func(base []byte, limits ...[]byte) [][]byte { return [][]byte{gen.Subtree(base, limits...)} }
	mailbox := gen.RFC822Name("a@example.com")
	for _, test := range []struct {
		name                string
		alt                 []byte
		permitted, excluded [][]byte
		want                Code // empty: the path holds
	}{
		{"a maximum", mailbox, one(gen.RFC822Name("example.com"), gen.Maximum(5)), nil, NameNotCompared},
		{"a minimum", mailbox, one(gen.RFC822Name("example.com"), gen.Minimum(1)), nil, NameNotCompared},
		{"a minimum of 0", mailbox, one(gen.RFC822Name("example.com"), gen.Minimum(0)), nil, ""},
		{"an excluded one with a maximum", mailbox, nil, one(gen.RFC822Name("example.org"), gen.Maximum(5)), NameNotCompared},
		{"no mailbox", gen.RFC822Name("nobody"), one(gen.RFC822Name("example.com")), nil, NameNotCompared},
		{"an otherName of another type", gen.UPN("a@example.com"), one(gen.OtherName("1.2.3", gen.Null())), nil, ""},
		{"the whole subject", mailbox, one(gen.DirectoryName(subject)), nil, ""},
		{"the beginning of the subject", mailbox, one(gen.DirectoryName(shorter)), nil, ""},
		{"more than the subject", mailbox, one(gen.DirectoryName(longer)), nil, NameOutside},
		{"any host", gen.DNSName("example.com"), one(gen.DNSName("")), nil, ""},
		{"the host", gen.DNSName("Example.com."), one(gen.DNSName("example.com")), nil, ""},
		{"a host below", gen.DNSName("a.example.com"), one(gen.DNSName("example.com")), nil, ""},
		{"a host that ends alike", gen.DNSName("anexample.com"), one(gen.DNSName("example.com")), nil, NameOutside},
		{"a host below a dot", gen.DNSName("a.example.com"), one(gen.DNSName(".example.com")), nil, ""},
		{"the dot alone", gen.DNSName(".example.com"), one(gen.DNSName(".example.com")), nil, ""},
		{"a dot and the host", gen.DNSName(".example.com"), one(gen.DNSName("example.com")), nil, NameOutside},
		{"the host of a dot", gen.DNSName("example.com"), one(gen.DNSName(".example.com")), nil, NameOutside},
		{"the host of a URI", gen.URI("https://Example.com:80/x"), one(gen.URI("example.com")), nil, ""},
		{"a host below in a URI", gen.URI("https://a.example.com/"), one(gen.URI("example.com")), nil, NameOutside},
		{"below a dot in a URI", gen.URI("https://a.example.com/"), one(gen.URI(".example.com")), nil, ""},
		{"the dot alone in a URI", gen.URI("https://.example.com/"), one(gen.URI(".example.com")), nil, NameOutside},
		{"any host in a URI", gen.URI("https://a.example.com/"), one(gen.URI("")), nil, ""},
		{"a URI without a host", gen.URI("urn:x"), one(gen.URI("example.com")), nil, NameNotCompared},
		{"an address", gen.IPAddress(192, 0, 2, 1), one(gen.IPAddress(192, 0, 2, 9, 255, 255, 255, 0)), nil, ""},
		{"an address of another net", gen.IPAddress(192, 0, 3, 1), one(gen.IPAddress(192, 0, 2, 0, 255, 255, 255, 0)), nil, NameOutside},
		{"an address of another version", gen.IPAddress(192, 0, 2, 1), nil, one(gen.IPAddress(make([]byte, 32)...)), ""},
		{"any address", gen.IPAddress(192, 0, 2, 1), nil, one(gen.IPAddress(make([]byte, 8)...)), NameExcluded},
	} {
		leaf, ca := leafOf(), gen.SubCA()
		leaf.SetExtension(gen.SubjectAltName(test.alt))
		ca.SetExtension(gen.NameConstraints(test.permitted, test.excluded))
		p := asked(leaf, ca)
		if test.want == "" && !p.Holds() || test.want != "" && (p.Holds() || !p.Has(test.want)) {
			t.Errorf("%s: %+v", test.name, p)
		}
	}
}
