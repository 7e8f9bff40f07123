package lints

import (
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var constrainedCases = []testCase{
	{
		name: "to a mailbox", cert: constrainedTo(gen.RFC822Name("erika@example.com"), gen.DirectoryName(gen.Name{})),
		want: []string{"notice not-technically-constrained"},
	},
	{
		name: "to mailboxes alone", cert: constrainedTo(gen.RFC822Name("example.com")),
		want: []string{"notice not-technically-constrained"},
	},
	{
		name: "to directory names alone", cert: constrainedTo(gen.DirectoryName(gen.Name{})),
		want: []string{"notice not-technically-constrained"},
	},
	{
		name: "by exclusion alone", cert: based(gen.ConstrainedCA, with(gen.NameConstraints(nil, [][]byte{gen.Subtree(gen.RFC822Name("example.com"))}))),
		want: []string{"notice not-technically-constrained"},
	},
	{name: "to a domain and those below", cert: constrainedTo(gen.RFC822Name(".example.com"), gen.RFC822Name("Example.COM"), gen.DirectoryName(gen.Name{}))},
	{
		name: "for any purpose", cert: based(gen.ConstrainedCA, with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDAnyExtendedKeyUsage))),
		want: []string{
			"notice not-technically-constrained", "warning subca-forbidden-purpose-without-leaf", "notice mozilla-subca-purposes",
			"coming subca-other-purpose-2027", "coming apple-subca-single-purpose",
		},
	},
}

func constrainedTo(names ...[]byte) func() *gen.Cert {
	subtrees := make([][]byte, len(names))
	for i, n := range names {
		subtrees[i] = gen.Subtree(n)
	}
	return based(gen.ConstrainedCA, with(gen.NameConstraints(subtrees, nil)))
}

func TestMailConstraintProblem(t *testing.T) {
	long := strings.Repeat("a.", (maxDomain-1)/2)
	for text, good := range map[string]bool{
		"example.com": true, ".example.com": true, "Example.COM": true, ".bmw": true, "gov": true, "_spf.example.com": true,
		"xn--bcher-kva.example": true, "xn--99999999.example": false, "-bad.com": false, "bad-.com": false, "192.0.2.1": false,
		"": false, ".": false, "..example.com": false, "a..b": false, "example.com.": false, "erika@example.com": false, "a b.example": false,
		"a.b_c": false, long: false, long + "a": true, long + "aa": false, long[2:] + "aa": true,
		strings.Repeat("a", maxLabel-1) + ".de": true, strings.Repeat("a", maxLabel) + ".de": true, strings.Repeat("a", maxLabel+1) + ".de": false,
	} {
		if problem := mailConstraintProblem(text); (problem == "") != good {
			t.Errorf("%q: %q", text, problem)
		}
	}
}
