package smime

import (
	"strings"
	"testing"

	"sealglass/testdata/gen"
)

// A text in which certificates are looked for, and a header field.
func TestTextBounds(t *testing.T) {
	block := string(gen.PEM("CERTIFICATE", leafCert.Encode()))
	for _, n := range []int{maxText - 1, maxText, maxText + 1} {
		r := reader{}
		r.leaf([]byte(block+strings.Repeat(" ", n-len(block))), part{})
		if got := len(r.found.Certificates); (got == 1) != (n <= maxText) {
			t.Errorf("a text of %d bytes: %d certificates", n, got)
		}
	}
	for _, n := range []int{maxValue - 1, maxValue, maxValue + 1} {
		e := readEntity([]byte("X: " + strings.Repeat("y", n) + "\r\n more\r\n\r\nbody"))
		want := n
		if n < maxValue {
			want += len(" more")
		}
		if got := len(e.get("x")); got != want {
			t.Errorf("a field of %d bytes that goes on: %d", n, got)
		}
	}
}
