package inspect

import (
	"bytes"
	"strings"
	"testing"

	"sealglass/testdata/gen"
)

func TestOrder(t *testing.T) {
	leaf1, leaf2 := gen.Leaf("sponsor", "strict"), gen.Leaf("mailbox", "strict")
	ca, root, cross, oldRoot := gen.SubCA(), gen.Root(), gen.CrossCA(), gen.OldRoot()
	other := gen.SubCA() // of the same name, with another key
	other.SetKey(gen.P256("other"))
	other.SetExtension(gen.SubjectKeyID(gen.P256("other").ID()))
	website := gen.TLS()
	names := map[string]*gen.Cert{
		"leaf1": leaf1, "leaf2": leaf2, "ca": ca, "root": root, "cross": cross, "oldRoot": oldRoot, "other": other, "website": website,
	}
	ders := map[string][]byte{}
	for name, c := range names {
		ders[name] = c.Encode()
	}
	for _, test := range []struct{ in, want string }{
		{"", ""},
		{"leaf1", "leaf1"},
		{"leaf1 ca root", "leaf1 ca root"},
		{"root ca leaf1", "leaf1 ca root"},
		{"ca leaf1 root", "leaf1 ca root"},
		{"leaf2 root leaf1 ca", "leaf2 ca root leaf1"},
		{"ca root", "ca root"},
		{"root ca", "ca root"},
		{"root leaf1", "leaf1 root"},
		{"website root leaf1 ca", "website leaf1 ca root"},
		{"leaf1 leaf1 ca leaf1", "leaf1 ca"},
		{"other ca leaf1", "leaf1 ca other"},
		{"root oldRoot cross", "root cross oldRoot"},
	} {
		var in [][]byte
		for _, name := range strings.Fields(test.in) {
			in = append(in, ders[name])
		}
		var got []string
		for _, der := range InOrder(in) {
			for name := range ders {
				if bytes.Equal(ders[name], der) {
					got = append(got, name)
				}
			}
		}
		if text := strings.Join(got, " "); text != test.want {
			t.Errorf("%s: %s, want %s", test.in, text, test.want)
		}
	}
}

// Two CAs that certified each other are both shown, once.
func TestOrderOfACircle(t *testing.T) {
	a, b := gen.SubCA(), gen.SubCA()
	a.Subject, b.Subject = gen.Leaf("mailbox", "strict").Subject, gen.Leaf("sponsor", "strict").Subject
	a.IssuedBy(b, gen.SubCAKey())
	b.IssuedBy(a, gen.SubCAKey())
	if got := InOrder([][]byte{a.Encode(), b.Encode()}); len(got) != 2 || bytes.Equal(got[0], got[1]) {
		t.Errorf("%d certificates", len(got))
	}
}

// However many certificates have the issuer's name, each of them is shown; so
// many are asked whether their key identifier fits.
func TestOrderAmongMany(t *testing.T) {
	for n := maxCandidates - 1; n <= maxCandidates+1; n++ {
		var in [][]byte
		for i := range n - 1 {
			c := gen.SubCA()
			c.SetExtension(gen.SubjectKeyID([]byte{byte(i), 1}))
			in = append(in, c.Encode())
		}
		in = append(in, gen.SubCA().Encode(), leaf().Encode())
		got := InOrder(in)
		if len(got) != n+1 || !bytes.Equal(got[0], in[n]) {
			t.Fatalf("%d certificates, the leaf first: %v", len(got), bytes.Equal(got[0], in[n]))
		}
		if found := bytes.Equal(got[1], in[n-1]); found != (n <= maxCandidates) {
			t.Errorf("%d candidates: the issuer was found: %v", n, found)
		}
	}
}
