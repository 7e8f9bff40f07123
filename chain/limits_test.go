package chain

import (
	"math/big"
	"slices"
	"strconv"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func parsed(certs []*gen.Cert) []*cert.Certificate {
	list := make([]*cert.Certificate, len(certs))
	for i, c := range certs {
		list[i] = cert.Parse(c.Encode())
	}
	return list
}

// sampleOptions have the sample root alone in their list.
func sampleOptions() Options {
	return Options{At: today, Roots: []Root{{sampleRoot.Subject.Encode(), sampleRoot.SPKI, "Root"}}}
}

func TestMaxTargets(t *testing.T) {
	leaf, ca := cert.Parse(leafOf().Encode()), cert.Parse(gen.SubCA().Encode())
	for _, n := range []int{MaxTargets - 1, MaxTargets, MaxTargets + 1} {
		certs := make([]*cert.Certificate, n, n+1)
		for i := range certs {
			certs[i] = leaf
		}
		results := Find(append(certs, ca), sampleOptions())
		if got := len(results[n-1].Paths) > 0; got != (n <= MaxTargets) || results[n-1].Stopped == got {
			t.Errorf("the last of %d: %+v", n, results[n-1])
		}
		if results[0].Stopped || results[0].Issuer != n || !results[0].Paths[0].Holds() {
			t.Errorf("the first of %d: %+v", n, results[0])
		}
	}
}

// under are n CAs, each below the next, and a leaf below the first. The last is
// below the sample root.
func under(n int) []*gen.Cert {
	certs := []*gen.Cert{leafOf()}
	for i := range n {
		ca := sampleCA.Clone()
		ca.Subject.Set(cert.OIDCommonName, "CA "+strconv.Itoa(i))
		ca.SetKey(gen.P256("CA " + strconv.Itoa(i)))
		ca.SetExtension(gen.BasicConstraints(true, gen.NoPathLen))
		certs[i].IssuedBy(ca, gen.P256("CA "+strconv.Itoa(i)))
		certs = append(certs, ca)
	}
	return certs
}

func TestMaxDepth(t *testing.T) {
	for _, n := range []int{MaxDepth - 1, MaxDepth, MaxDepth + 1} { // links with leaf and root
		r := Find(parsed(under(n-2)), sampleOptions())[0]
		best := &r.Paths[0]
		if n <= MaxDepth && (len(best.Links) != n || best.End != Listed || !best.Holds() || r.Stopped) {
			t.Errorf("%d links: %+v", n, r)
		}
		if n > MaxDepth && (len(best.Links) != MaxDepth || best.End != Unchecked || !best.Has(Limit) || !r.Stopped) {
			t.Errorf("%d links: %+v", n, r)
		}
	}
}

// A path length that no path can reach is no constraint, and no smaller one.
func TestPathLengthBeyondMaxDepth(t *testing.T) {
	for _, n := range []int{MaxDepth - 1, MaxDepth, MaxDepth + 1, 1 << 32} {
		certs := under(MaxDepth - 2)
		certs[len(certs)-1].SetExtension(gen.BasicConstraints(true, n))
		if p := Find(parsed(certs), sampleOptions())[0].Paths[0]; !p.Holds() {
			t.Errorf("path length %d: %+v", n, p)
		}
	}
}

func TestMaxPaths(t *testing.T) {
	for _, n := range []int{MaxPaths - 1, MaxPaths, MaxPaths + 1} {
		certs, o := []*gen.Cert{leafOf()}, Options{At: today}
		for i := range n {
			root := sampleRoot.Clone()
			root.Subject.Set(cert.OIDCommonName, "Root "+strconv.Itoa(i))
			key := gen.P256("root " + strconv.Itoa(i))
			ca := sampleCA.Clone()
			ca.IssuedBy(root, key)
			certs = append(certs, ca)
			o.Roots = append(o.Roots, Root{root.Subject.Encode(), key.SPKI, "Root"})
		}
		r := Find(parsed(certs), o)[0]
		if len(r.Paths) != min(n, MaxPaths) || r.Stopped != (n > MaxPaths) {
			t.Errorf("%d issuers: %d paths, stopped %v", n, len(r.Paths), r.Stopped)
		}
	}
}

// namesakes are n CAs of one name whose keys have signed nothing. Their kind says
// what it costs to find that out.
func namesakes(name string, n int, key func(label string) *gen.Key) []*gen.Cert {
	certs := make([]*gen.Cert, n)
	for i := range certs {
		certs[i] = sampleCA.Clone()
		certs[i].Subject.Set(cert.OIDCommonName, name)
		certs[i].SetKey(key(name + strconv.Itoa(i)))
		certs[i].Signature = gen.BitString(0, []byte{1})
	}
	return certs
}

// by is a leaf of the CA of that name.
func by(name string) *gen.Cert {
	leaf := sampleLeaf.Clone()
	leaf.Serial = gen.Serial(name)
	leaf.Issuer.Set(cert.OIDCommonName, name)
	return leaf
}

// cheap and dear are keys of kinds that made none of the signatures: to find that
// out counts 2 and 250 (effort).
func cheap(label string) *gen.Key {
	return gen.RSAOf(new(big.Int).SetBytes([]byte(label)), big.NewInt(65537))
}

func dear(label string) *gen.Key {
	return gen.KeyOf(gen.AlgorithmID(cert.OIDEd448), append([]byte(label), make([]byte, 57-len(label))...))
}

func TestMaxSteps(t *testing.T) {
	for _, n := range []int{MaxSteps - 1, MaxSteps, MaxSteps + 1} {
		r := Find(parsed(append([]*gen.Cert{by("A")}, namesakes("A", n, cheap)...)), sampleOptions())[0]
		if r.Stopped != (n > MaxSteps) || r.Paths[0].Has(Limit) != r.Stopped || r.Paths[0].Has(NotByThese) == r.Stopped {
			t.Errorf("%d namesakes: %+v", n, r)
		}
	}
}

func TestMaxTried(t *testing.T) {
	const each, leaves = MaxSteps - 10, MaxTried / (MaxSteps - 10)
	rest := MaxTried - each*leaves
	many := namesakes("A", each, cheap)
	for _, n := range []int{rest - 1, rest, rest + 1} {
		var certs []*gen.Cert
		for range leaves {
			certs = append(certs, by("A"))
		}
		certs = append(append(append(certs, by("B")), many...), namesakes("B", n, cheap)...)
		results := Find(parsed(certs), sampleOptions())
		if results[leaves-1].Stopped || results[leaves].Stopped != (n > rest) {
			t.Errorf("%d links in all: %+v", each*leaves+n, results[leaves])
		}
	}
}

func TestMaxEffort(t *testing.T) {
	const each = 250
	many := namesakes("A", MaxEffort/each-1, dear)
	// An RSA key of 5632 bits counts 244, and each 4096 bytes of what is signed 1.
	one := namesakes("B", 1, func(string) *gen.Key {
		return gen.RSAOf(new(big.Int).SetBit(big.NewInt(1), 5631, 1), big.NewInt(65537))
	})
	for _, n := range []int{each - 1, each, each + 1} {
		leaf := by("B")
		leaf.AddExtension(gen.Extension{OID: "1.2.3", Value: gen.OctetString(make([]byte, (n-244)<<12))})
		certs := parsed(append(append([]*gen.Cert{by("A"), leaf}, many...), one...))
		results := Find(certs, sampleOptions())
		if best := &results[1].Paths[0]; results[0].Stopped || results[1].Stopped != (n > each) || best.Has(Limit) != results[1].Stopped || best.Has(NotByThese) == results[1].Stopped {
			t.Errorf("%d in all: %+v", MaxEffort-each+n, results[1])
		}
	}
}

func TestMaxPairs(t *testing.T) {
	trees := func(n int) [][]byte {
		list := make([][]byte, n)
		for i := range list {
			list[i] = gen.Subtree(gen.RFC822Name("example.com"))
		}
		return list
	}
	for _, test := range []struct{ names, above, subtrees, pairs int }{
		{1022, 1, 512, MaxPairs - 1},
		{1024, 0, 512, MaxPairs},
		{1024, 1, 511, MaxPairs + 1},
	} {
		certs := under(2)
		addresses := make([][]byte, test.names-1) // and the subject
		for i := range addresses {
			addresses[i] = gen.RFC822Name("a@example.com")
		}
		certs[0].SetExtension(gen.SubjectAltName(addresses...))
		certs[1].SetExtension(gen.NameConstraints(trees(test.subtrees), nil))
		if test.above > 0 {
			certs[2].SetExtension(gen.NameConstraints(trees(test.above), nil))
		}
		if pairs := (test.names+1)*test.above + test.names*test.subtrees; pairs != test.pairs {
			t.Fatalf("%d pairs, want %d", pairs, test.pairs)
		}
		p := Find(parsed(certs), sampleOptions())[0].Paths[0]
		if p.Has(Limit) != (test.pairs > MaxPairs) || p.Holds() == p.Has(Limit) {
			t.Errorf("%d pairs: %+v", test.pairs, p)
		}
	}
}

func TestMaxPolicies(t *testing.T) {
	const each, mapped = 4096, 96
	certs := under(1)
	certs[1].SetExtension(gen.Extension{OID: cert.OIDPolicyMappings, Value: gen.PolicyMappings(numbered(2 * mapped)...).Value})
	certs[1].RemoveExtension(cert.OIDCertificatePolicies)
	with := func(n int) *cert.Certificate {
		leaf := certs[0].Clone()
		leaf.SetExtension(gen.Policies(numbered(n)...))
		return cert.Parse(leaf.Encode())
	}
	usual, ca := with(each-mapped), cert.Parse(certs[1].Encode())
	for _, n := range []int{each - 1, each, each + 1} {
		list := slices.Repeat([]*cert.Certificate{usual}, MaxPolicies/each-1)
		list = append(list, with(n-mapped), ca)
		results := Find(list, sampleOptions())
		last := &results[len(list)-2].Paths[0]
		if results[0].Paths[0].Has(Limit) || last.Has(Limit) != (n > each) || last.Holds() == last.Has(Limit) {
			t.Errorf("%d policies: %+v", MaxPolicies-each+n, last)
		}
	}
}

// numbered are n policies.
func numbered(n int) []cert.OID {
	list := make([]cert.OID, n)
	for i := range list {
		list[i] = cert.OID("1.2.3." + strconv.Itoa(i))
	}
	return list
}
