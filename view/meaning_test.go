package view_test

import (
	"slices"
	"testing"

	"sealglass/inspect"
	"sealglass/view"
)

func TestMeaningOfAPostQuantumKey(t *testing.T) {
	words := catalogue(t, "en")
	for _, c := range []struct {
		key     string
		verdict inspect.Verdict
		reason  string
		want    []string
	}{
		{"RSA 3072", inspect.Ready, inspect.NothingFound, []string{"nothing-found"}},
		{"ML-DSA-65", inspect.Ready, inspect.NothingFound, []string{"post-quantum"}},
		{"HashML-DSA-65 with SHA-512", inspect.Remarks, inspect.IssuerErrors, []string{"issuer-errors", "post-quantum"}},
		{"ML-KEM-768", inspect.Trouble, inspect.Expired, []string{"expired"}},
	} {
		nodes := view.Result(reportWith(inspect.CertificateReport{
			Verdict: c.verdict, Summary: inspect.Summary{Reason: c.reason, Key: c.key},
		}), view.Options{Words: words})
		var want []string
		for _, key := range c.want {
			want = append(want, words.Text("meaning."+key))
		}
		got := texts(nodes, "paragraph", "")
		got = got[:len(got)-1] // what stands there in place of findings
		if !slices.Equal(got, want) {
			t.Errorf("%s, %s: %q, want %q", c.key, c.verdict, got, want)
		}
	}
}
