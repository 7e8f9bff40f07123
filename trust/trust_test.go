package trust

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/chain"
	"sealglass/inspect"
	"sealglass/roots"
	"sealglass/testdata/gen"
)

var now = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

// listOf is a list that holds these roots.
func listOf(certificates ...*gen.Cert) roots.List {
	list := roots.List{Version: "Firefox 1", Date: "2026-11-01"}
	for _, c := range certificates {
		list.Roots = append(list.Roots, roots.Root{Subject: c.Subject.Encode(), SPKI: c.SPKI, Name: "Listed Root"})
	}
	return list
}

func edited(c *gen.Cert, edit func(*gen.Cert)) *gen.Cert {
	c = c.Clone()
	edit(c)
	return c
}

func TestStates(t *testing.T) {
	leaf := gen.Leaf("sponsor", "multipurpose")
	expired := func(c *gen.Cert) { c.NotAfter = gen.At("2026-10-01") }
	for _, test := range []struct {
		name     string
		listed   bool
		supplied []*gen.Cert
		state    inspect.ChainState
		reason   string
		links    int
		issuer   bool
	}{
		{"to a root of the list", true, []*gen.Cert{leaf, gen.SubCA()}, inspect.ChainListed, "", 3, true},
		{"to a root of the list that was supplied", true, []*gen.Cert{leaf, gen.SubCA(), gen.Root()}, inspect.ChainListed, "", 3, true},
		{"to a root that is not in the list", false, []*gen.Cert{leaf, gen.SubCA(), gen.Root()}, inspect.ChainUnlisted, "", 3, true},
		{"nothing but the leaf", true, []*gen.Cert{leaf}, inspect.ChainIncomplete, "", 1, false},
		{"without the root", false, []*gen.Cert{leaf, gen.SubCA()}, inspect.ChainIncomplete, "", 2, true},
		{"an expired leaf alone", true, []*gen.Cert{edited(leaf, expired)}, inspect.ChainIncomplete, "", 1, false},
		{"an expired leaf", true, []*gen.Cert{edited(leaf, expired), gen.SubCA()}, inspect.ChainFaulty, "", 3, true},
		{"an expired intermediate", true, []*gen.Cert{leaf, edited(gen.SubCA(), expired)}, inspect.ChainFaulty, "", 3, true},
		{"an expired intermediate without its root", false, []*gen.Cert{leaf, edited(gen.SubCA(), expired)}, inspect.ChainFaulty, "", 2, true},
		{"a wrong signature", true, []*gen.Cert{edited(leaf, func(c *gen.Cert) { c.Signature = gen.BitString(0, []byte{1}) }), gen.SubCA()}, inspect.ChainFaulty, "", 1, false},
		{"an unknown algorithm", true, []*gen.Cert{edited(leaf, func(c *gen.Cert) { c.SetAlgorithm(gen.AlgorithmID("1.2.3")) }), gen.SubCA()}, inspect.ChainUnchecked, inspect.ChainAlgorithm, 1, false},
	} {
		list := listOf()
		if test.listed {
			list = listOf(gen.Root())
		}
		var ders [][]byte
		for _, c := range test.supplied {
			ders = append(ders, c.Encode())
		}
		r := against(list, ders, now)[0]
		if r.State != test.state || r.Reason != test.reason || len(r.Paths) != 1 || len(r.Paths[0].Links) != test.links || (r.Issuer != "") != test.issuer {
			t.Errorf("%s: %+v", test.name, r)
		}
		if r.List != (inspect.RootList{Version: "Firefox 1", Date: "2026-11-01"}) {
			t.Errorf("%s: list %+v", test.name, r.List)
		}
	}
}

// What could not be checked, and where the search ended.
func TestBoundsAreTold(t *testing.T) {
	leaf, ca := gen.Leaf("sponsor", "multipurpose"), gen.SubCA()
	ders := make([][]byte, chain.MaxTargets+1)
	for i := range ders {
		ders[i] = leaf.Encode()
	}
	r := against(listOf(gen.Root()), append(ders, ca.Encode()), now)
	if last := &r[chain.MaxTargets-1]; last.State != inspect.ChainListed || last.Stopped != 0 {
		t.Errorf("the last that is looked at: %+v", last)
	}
	if beyond := &r[chain.MaxTargets]; beyond.State != inspect.ChainUnchecked || beyond.Reason != inspect.ChainTooMany {
		t.Errorf("one more: %+v", beyond)
	}

	var mesh [][]byte
	for _, c := range gen.Mesh(40) {
		mesh = append(mesh, c.Encode())
	}
	if r := against(listOf(), mesh, now); r[0].Stopped != chain.MaxPaths || len(r[0].Paths) != chain.MaxPaths {
		t.Errorf("stopped after %d of %d paths", r[0].Stopped, len(r[0].Paths))
	}

	constrained := edited(ca, func(c *gen.Cert) {
		c.SetExtension(gen.NameConstraints([][]byte{gen.Subtree(gen.RFC822Name("example.com"), gen.Minimum(1))}, nil))
	})
	if r := against(listOf(gen.Root()), [][]byte{leaf.Encode(), constrained.Encode()}, now)[0]; r.State != inspect.ChainUnchecked || r.Reason != inspect.ChainNames {
		t.Errorf("a name that is not compared: %+v", r)
	}

	deep := [][]byte{}
	for c, key := leaf, gen.SubCAKey(); len(deep) <= chain.MaxDepth; {
		next := edited(ca, func(next *gen.Cert) { next.Subject.Set(cert.OIDCommonName, "CA "+strconv.Itoa(len(deep))) })
		next.SetExtension(gen.BasicConstraints(true, gen.NoPathLen))
		next.SetKey(key)
		c.IssuedBy(next, key)
		deep, c = append(deep, c.Encode()), next
	}
	if r := against(listOf(), deep, now)[0]; r.State != inspect.ChainUnchecked || r.Reason != inspect.ChainLimit {
		t.Errorf("too deep: %+v", r)
	}
}

// A certificate without a subject is named by its address.
func TestNameOfALeafWithoutSubject(t *testing.T) {
	leaf := edited(gen.Leaf("mailbox", "strict"), func(c *gen.Cert) { c.Subject = gen.Name{} })
	if name := against(listOf(), [][]byte{leaf.Encode()}, now)[0].Paths[0].Links[0].Name; name != gen.Mailbox {
		t.Errorf("%q", name)
	}
}

// A root of the list is named as the list names it, and leads to its certificate
// where that was supplied.
func TestNamesOfLinks(t *testing.T) {
	leaf, ca, root := gen.Leaf("mailbox", "strict").Encode(), gen.SubCA().Encode(), gen.Root().Encode()
	links := against(listOf(gen.Root()), [][]byte{leaf, ca}, now)[0].Paths[0].Links
	if links[0].Name != "erika.mustermann@example.com" || links[1].Name != "Sample S/MIME Issuing CA 1, Sample Trust GmbH" || links[2].Name != "Listed Root" || links[2].Certificate != "" {
		t.Errorf("%+v", links)
	}
	links = against(listOf(gen.Root()), [][]byte{leaf, ca, root}, now)[0].Paths[0].Links
	if links[2].Certificate != inspect.Fingerprint(root) {
		t.Errorf("%+v", links)
	}
}

// What rules need to know about an issuer.
func TestRelations(t *testing.T) {
	leaf, ca, root, cross, old := gen.Leaf("mailbox", "strict").Encode(), gen.SubCA().Encode(), gen.Root().Encode(), gen.CrossCA().Encode(), gen.OldRoot().Encode()
	r := against(listOf(gen.OldRoot()), [][]byte{leaf, ca, root, cross, old}, now)
	if r[0].Issuer != inspect.Fingerprint(ca) || r[0].IssuerListed || r[1].Leaf != inspect.Fingerprint(leaf) {
		t.Errorf("leaf %+v, CA %+v", r[0], r[1])
	}
	if r[1].Issuer != inspect.Fingerprint(cross) || r[1].State != inspect.ChainListed {
		t.Errorf("the path to the root of the list is not the best: %+v", r[1])
	}
	if !r[3].Cross || r[2].Cross || r[1].Cross || !r[3].IssuerListed {
		t.Errorf("cross certificate %+v", r[3])
	}
}

// What the package chain says is known to the report and to its schema.
func TestEveryCodeIsKnown(t *testing.T) {
	read := func(name string) string {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	codes := regexp.MustCompile(`Code = "([a-z-]+)"`).FindAllStringSubmatch(read("../chain/result.go"), -1)
	if len(codes) < 20 {
		t.Fatalf("%d codes", len(codes))
	}
	for _, code := range codes {
		for _, file := range []string{"../inspect/chain.go", "../web/report.schema.json"} {
			if !strings.Contains(read(file), `"`+code[1]+`"`) {
				t.Errorf("%s does not know %s", file, code[1])
			}
		}
	}
}

func TestFindAsksMozillasList(t *testing.T) {
	r := Find([][]byte{gen.Leaf("mailbox", "strict").Encode()}, now)
	list := roots.Mozilla()
	if len(r) != 1 || r[0].State != inspect.ChainIncomplete || r[0].List.Version != list.Version || r[0].List.Date != list.Date {
		t.Errorf("%+v", r)
	}
	// A certificate that says that a root of the list has issued it, and hasn't.
	c := gen.Leaf("mailbox", "strict")
	c.Issuer = gen.Name{Raw: list.Roots[0].Subject}
	if r := Find([][]byte{c.Encode()}, now); r[0].State == inspect.ChainListed {
		t.Errorf("%+v", r[0])
	}
}
