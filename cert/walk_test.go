package cert_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func walkAll(der []byte) *cert.Tree { return cert.Walk(der, cert.Span{Length: len(der)}) }

// outline writes a tree as nested types, with the fault of a node behind it.
func outline(t *cert.Tree) string {
	text := ""
	for i := range t.Nodes {
		n := &t.Nodes[i]
		text += fmt.Sprintf("%d:%s", n.Depth, n.TypeName())
		if n.Fault != "" {
			text += "!" + string(n.Fault)
		}
		text += " "
	}
	return text
}

func TestWalk(t *testing.T) {
	for name, c := range map[string]struct {
		der  []byte
		want string
	}{
		"nested":               {gen.Sequence(gen.Integer(1), gen.Set(gen.Null())), "0:SEQUENCE 1:INTEGER 1:SET 2:NULL "},
		"two":                  {append(gen.Null(), gen.Bool(true)...), "0:NULL 0:BOOLEAN "},
		"tags":                 {append(gen.TLV(0x41), append(gen.TLV(0xa2, gen.Null()), gen.TLV(0xc3)...)...), "0:[APPLICATION 1] 0:[2] 1:NULL 0:[PRIVATE 3] "},
		"high tag":             {[]byte{0x9f, 0x81, 0x00, 0x00}, "0:[128] "},
		"high tag, padded":     {[]byte{0x9f, 0x80, 0x81, 0x00, 0x00}, "0:[128]!non_minimal_tag "},
		"high tag, needless":   {[]byte{0x9f, 0x05, 0x00}, "0:[5]!non_minimal_tag "},
		"huge tag":             {[]byte{0x9f, 0xff, 0xff, 0xff, 0xff, 0x7f, 0x00}, "0:[2147483647]!limit "},
		"tag cut":              {[]byte{0x9f, 0x81}, "0:cut!truncated "},
		"one byte":             {[]byte{0x30}, "0:cut!truncated "},
		"length cut":           {[]byte{0x30, 0x82, 0x01}, "0:cut!truncated "},
		"content cut":          {[]byte{0x04, 0x02, 0x01}, "0:OCTET STRING!truncated "},
		"beyond the parent":    {append(gen.Sequence([]byte{0x04, 0x03, 0x01}), gen.Null()...), "0:SEQUENCE 1:OCTET STRING!truncated 0:NULL "},
		"long length":          {gen.LongTLV(gen.OctetStringTag, []byte{1}), "0:OCTET STRING!non_minimal_length "},
		"81 for short":         {[]byte{0x04, 0x81, 0x01, 0x00}, "0:OCTET STRING!non_minimal_length "},
		"indefinite":           {gen.IndefiniteTLV(gen.SequenceTag, gen.IndefiniteTLV(gen.SetTag), gen.Null()), "0:SEQUENCE!indefinite_length 1:SET!indefinite_length 1:NULL "},
		"indefinite, no end":   {[]byte{0x30, 0x80, 0x05, 0x00}, "0:SEQUENCE!truncated 1:NULL "},
		"indefinite, no more":  {[]byte{0x30, 0x80}, "0:SEQUENCE!truncated "},
		"indefinite primitive": {[]byte{0x04, 0x80, 0x00, 0x00}, "0:OCTET STRING!truncated "},
		"constructed string":   {gen.TLV(0x2c, gen.Text(gen.UTF8, "a")), "0:UTF8String!constructed_string 1:UTF8String "},
		"constructed INTEGER":  {gen.TLV(0x22, gen.Integer(1)), "0:INTEGER!structure 1:INTEGER "},
		"primitive SEQUENCE":   {gen.TLV(0x10, []byte{5, 0}), "0:SEQUENCE!structure "},
		"length of 127 octets": {append([]byte{0x04, 0xff}, make([]byte, 127)...), "0:OCTET STRING!non_minimal_length "},
		"length of 5 octets":   {[]byte{0x04, 0x85, 1, 0, 0, 0, 0, 9}, "0:OCTET STRING!truncated "},
		"end of nothing":       {gen.Sequence([]byte{0, 0}), "0:SEQUENCE 1:end-of-contents!structure "},
		"nothing":              {nil, ""},
	} {
		tree := walkAll(c.der)
		if got := outline(tree); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		treeHolds(t, tree)
	}
	if nodes := cert.Walk([]byte{5, 0}, cert.Span{Offset: 1, Length: 4}).Nodes; len(nodes) != 0 {
		t.Errorf("a span beyond the input gives nodes: %v", nodes)
	}
}

// treeHolds checks what is true of every tree: nodes lie in the input and in
// their parents, stand in order, and link to each other.
func treeHolds(t *testing.T, tree *cert.Tree) {
	t.Helper()
	for i := range tree.Nodes {
		n := &tree.Nodes[i]
		if n.In(tree.DER) == nil || n.Content().In(tree.DER) == nil || n.Length < 1 || n.Header > n.Length {
			t.Fatalf("node %d spans %v (header %d) of %d bytes", i, n.Span, n.Header, len(tree.DER))
		}
		if i > 0 && tree.Nodes[i-1].Offset > n.Offset {
			t.Fatalf("node %d stands before its predecessor", i)
		}
		if n.Parent >= 0 {
			p := &tree.Nodes[n.Parent]
			if n.Depth != p.Depth+1 || n.Offset < p.Offset+p.Header || n.End() > p.End() || int(n.Parent) >= i {
				t.Fatalf("node %d does not lie in its parent %d", i, n.Parent)
			}
		} else if n.Depth != 0 {
			t.Fatalf("node %d has no parent", i)
		}
		if n.First >= 0 && tree.Nodes[n.First].Parent != int32(i) {
			t.Fatalf("node %d has a foreign child", i)
		}
		if n.Next >= 0 && (tree.Nodes[n.Next].Parent != n.Parent || tree.Nodes[n.Next].Offset < n.End()) {
			t.Fatalf("node %d has a foreign sibling", i)
		}
	}
	for _, f := range tree.Faults {
		if f.In(tree.DER) == nil || f.Reason == "" {
			t.Fatalf("fault %+v of %d bytes", f, len(tree.DER))
		}
	}
}

// TestSetOrder compares the elements of a SET OF by their encodings, and those of
// a SET by their tags.
func TestSetOrder(t *testing.T) {
	a, b := gen.Text(gen.UTF8, "a"), gen.Text(gen.UTF8, "b")
	for name, c := range map[string]struct {
		set    []byte
		sorted bool
	}{
		"sorted":           {gen.Set(a, b), true},
		"unsorted":         {gen.Set(b, a), false},
		"same twice":       {gen.Set(a, a), true},
		"empty":            {gen.Set(), true},
		"by tag":           {gen.Set(gen.Context(0, gen.Null()), gen.ContextPrimitive(1, nil)), true},
		"not even by tag":  {gen.Set(gen.ContextPrimitive(1, nil), gen.ContextPrimitive(0, nil)), false},
		"indefinite, last": {gen.IndefiniteTLV(gen.SetTag, b, a), false},
	} {
		found := false
		for _, f := range walkAll(c.set).Faults {
			found = found || f.Code == cert.FaultSetOrder
		}
		if found == c.sorted {
			t.Errorf("%s: fault %v", name, found)
		}
	}
}

// nested is a value in that many SEQUENCEs, of definite length or not.
func nested(depth int, indefinite bool) []byte {
	if indefinite {
		return append(bytes.Repeat([]byte{0x30, 0x80}, depth), make([]byte, 2*depth)...)
	}
	// Written from the inside out, back to front.
	var reversed []byte
	for range depth {
		n := len(reversed)
		switch {
		case n < 0x80:
			reversed = append(reversed, byte(n))
		case n <= math.MaxUint16:
			reversed = append(reversed, byte(n), byte(n>>8), 0x82)
		default:
			reversed = append(reversed, byte(n), byte(n>>8), byte(n>>16), 0x83)
		}
		reversed = append(reversed, 0x30)
	}
	for i, j := 0, len(reversed)-1; i < j; i, j = i+1, j-1 {
		reversed[i], reversed[j] = reversed[j], reversed[i]
	}
	return reversed
}

// TestMaxDepth nests values as deep as is read, one less and one more.
func TestMaxDepth(t *testing.T) {
	for _, depth := range []int{cert.MaxDepth - 1, cert.MaxDepth, cert.MaxDepth + 1} {
		for _, indefinite := range []bool{false, true} {
			tree := walkAll(nested(depth, indefinite))
			over := depth > cert.MaxDepth || indefinite && depth == cert.MaxDepth // end-of-contents octets are content
			limits := 0
			for _, f := range tree.Faults {
				if f.Code == cert.FaultLimit {
					limits++
				}
			}
			if tree.Truncated != over || (limits > 0) != over || len(tree.Nodes) != min(depth, cert.MaxDepth) && !indefinite {
				t.Errorf("depth %d, indefinite %v: %d nodes, truncated %v, %d limits", depth, indefinite, len(tree.Nodes), tree.Truncated, limits)
			}
			treeHolds(t, tree)
		}
	}
}

// TestDeepNesting answers at once whatever the depth, and reads what stands
// behind what is too deep.
func TestDeepNesting(t *testing.T) {
	for depth := 100; depth <= 1_000_000; depth *= 10 {
		for _, indefinite := range []bool{false, true} {
			der := nested(depth, indefinite)
			start := time.Now()
			tree := walkAll(append(der, gen.Null()...))
			treeHolds(t, tree)
			if !indefinite && tree.Nodes[len(tree.Nodes)-1].TypeName() != "NULL" {
				t.Errorf("depth %d: what stands behind is not read", depth)
			}
			c, l, o, q := cert.Parse(der), cert.ParseCRL(der), cert.ParseOCSP(der), cert.ParseRequest(der)
			if len(c.Faults) == 0 || len(l.Faults) == 0 || len(o.Faults) == 0 || len(q.Faults) == 0 {
				t.Errorf("depth %d: no fault", depth)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("depth %d, indefinite %v took %v", depth, indefinite, took)
			}
		}
	}
	deep := with(raw("1.2.3.4", nested(5000, false)))
	c := cert.Parse(deep)
	if c.SubjectAltName == nil || c.Extension("1.2.3.4") == nil || c.Signature.Bytes == nil {
		t.Error("a deep value hides other parts")
	}
	sameFaults(t, "deep value", c.Faults, named{"tbsCertificate.extensions[8]", cert.FaultLimit}, named{"tbsCertificate.extensions[8]", cert.FaultLimit})
}

// TestMaxNodes reads as many values as are kept, one less and one more.
func TestMaxNodes(t *testing.T) {
	for _, n := range []int{cert.MaxNodes - 1, cert.MaxNodes, cert.MaxNodes + 1} {
		tree := walkAll(bytes.Repeat(gen.Null(), n))
		over := n > cert.MaxNodes
		if len(tree.Nodes) != min(n, cert.MaxNodes) || tree.Truncated != over || (len(tree.Faults) > 0) != over {
			t.Errorf("%d values: %d nodes, truncated %v, %v", n, len(tree.Nodes), tree.Truncated, tree.Faults)
		}
		if over && tree.Faults[0].Code != cert.FaultLimit {
			t.Errorf("%d values: %v", n, tree.Faults)
		}
	}
}

// TestNodesOfACertificate lets the bound on nodes cut a certificate off: what is
// behind is unreadable, and nothing is said to be missing.
func TestNodesOfACertificate(t *testing.T) {
	inSubject := gen.Leaf("mailbox", "strict")
	inSubject.Subject.Raw = gen.Sequence(bytes.Repeat(gen.Null(), cert.MaxNodes))
	inExtensions := gen.Leaf("mailbox", "strict")
	inExtensions.RawExtensions = gen.Context(3, gen.Sequence(bytes.Repeat(extension("1.2.3.4", gen.Null()), cert.MaxNodes/3)))
	for name, c := range map[string]*gen.Cert{"subject": inSubject, "extensions": inExtensions} {
		got := cert.Parse(c.Encode())
		for _, part := range []string{"signatureAlgorithm", "signatureValue", "ext:" + string(cert.OIDOCSPNoCheck), "ext:" + string(cert.OIDPolicyMappings)} {
			if f := got.Unreadable(part); f == nil || f.Code != cert.FaultLimit {
				t.Errorf("%s: %s: %+v", name, part, f)
			}
		}
		if f := got.Unreadable("tbsCertificate.issuer"); f != nil || !got.Tree.Truncated {
			t.Errorf("%s: issuer: %+v", name, f)
		}
	}
}

// TestNodesOfAnExtension fills the value of one extension with more values than
// a tree holds. Only a decoder of this extension has to do without them.
func TestNodesOfAnExtension(t *testing.T) {
	unknown := cert.Parse(with(raw("1.2.3.4", gen.Sequence(bytes.Repeat(gen.Null(), cert.MaxNodes)))))
	sameFaults(t, "unknown", unknown.Faults)
	known := gen.Leaf("mailbox", "strict")
	known.SetExtension(gen.SubjectAltName(bytes.Repeat(gen.RFC822Name("a"), cert.MaxNodes)))
	known.AddExtension(gen.OCSPNoCheck())
	c := cert.Parse(known.Encode())
	for _, f := range c.Faults {
		if f.Code != cert.FaultLimit || !strings.HasPrefix(f.Path, "tbsCertificate.extensions.subjectAltName") {
			t.Errorf("known: %+v", f)
		}
	}
	if f := c.Unreadable("ext:" + string(cert.OIDSubjectAltName)); f == nil || f.Code != cert.FaultLimit || len(c.SubjectAltName.Names) != cert.MaxNodes-1 {
		t.Errorf("known: %+v", f)
	}
	for name, c := range map[string]*cert.Certificate{"unknown": unknown, "known": c} {
		if !c.Tree.Truncated || len(c.Tree.Nodes) > 1000 || c.Signature.Bytes == nil || c.CRLDistributionPoints == nil {
			t.Errorf("%s: %d nodes, %+v", name, len(c.Tree.Nodes), c.Faults)
		}
		for _, part := range []string{"signatureValue", "ext:" + string(cert.OIDOCSPNoCheck), "ext:" + string(cert.OIDPolicyMappings)} {
			if f := c.Unreadable(part); f != nil {
				t.Errorf("%s: %s: %+v", name, part, f)
			}
		}
	}
}

func TestMaxCertificate(t *testing.T) {
	for _, size := range []int{cert.MaxCertificate - 1, cert.MaxCertificate, cert.MaxCertificate + 1} {
		const lengths = 20 // octets more that the lengths of a long value take at most
		der := with(raw("1.2.3.4", make([]byte, size-lengths-len(with(raw("1.2.3.4", nil))))))
		for len(der) < size {
			der = append(der, 0)
		}
		c := cert.Parse(der)
		over := size > cert.MaxCertificate
		if len(der) != size || (c.Subject.RDNs == nil) != over || len(c.Tree.Nodes) == 0 {
			t.Errorf("%d bytes: %d, subject %v", size, len(der), c.Subject)
		}
		if f := c.Unreadable("ext:" + string(cert.OIDKeyUsage)); (f != nil) != over {
			t.Errorf("%d bytes: %+v", size, f)
		}
	}
}
