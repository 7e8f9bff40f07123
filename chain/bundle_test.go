package chain

import (
	"strconv"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// sameNames are n certificates that all have one name as their subject and their
// issuer, and keys of their own: each may be the issuer of any.
func sameNames(n int, keyOf func(i int) *gen.Key) []*cert.Certificate {
	certs := make([]*cert.Certificate, n)
	for i := range certs {
		c := gen.SubCA()
		c.Issuer = c.Subject
		c.SetKey(keyOf(i))
		c.SetSigner(keyOf((i + 1) % n))
		c.RemoveExtension(cert.OIDAuthorityKeyIdentifier)
		c.RemoveExtension(cert.OIDSubjectKeyIdentifier)
		certs[i] = cert.Parse(c.Encode())
	}
	return certs
}

var today = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

// A bundle of certificates that all could have signed each other is answered, and
// each bound says that it was one.
func TestHostileBundles(t *testing.T) {
	for name, certs := range map[string][]*cert.Certificate{
		"each signed each":   parsed(gen.Mesh(200)),
		"one name for all":   sameNames(200, func(i int) *gen.Key { return gen.P256("same " + strconv.Itoa(i)) }),
		"large and one name": sameNames(200, func(i int) *gen.Key { return gen.RSA([]int{1024, 2048, 3072, 4096}[i%4]) }),
	} {
		results := Find(certs, Options{At: today})
		stopped := 0
		for i := range results {
			if len(results[i].Paths) > MaxPaths {
				t.Errorf("%s: %d paths", name, len(results[i].Paths))
			}
			for _, p := range results[i].Paths {
				if len(p.Links) > MaxDepth {
					t.Errorf("%s: a path of %d links", name, len(p.Links))
				}
			}
			if results[i].Stopped {
				stopped++
			}
		}
		if stopped == 0 {
			t.Errorf("%s: nothing was stopped", name)
		}
	}
}
