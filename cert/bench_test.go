package cert_test

import (
	"bytes"
	"runtime"
	"runtime/debug"
	"strconv"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// repeated is n times one encoding, made for each index.
func repeated(n int, one func(i int) []byte) [][]byte {
	all := make([][]byte, n)
	for i := range all {
		all[i] = one(i)
	}
	return all
}

// growing are certificates with n of something.
var growing = map[string]func(n int) *gen.Cert{
	"names": func(n int) *gen.Cert {
		c := gen.Leaf("mailbox", "strict")
		c.SetExtension(gen.SubjectAltName(repeated(n, func(int) []byte { return gen.RFC822Name("a@example.com") })...))
		return c
	},
	"directory names": func(n int) *gen.Cert {
		c := gen.Leaf("mailbox", "strict")
		c.SetExtension(gen.SubjectAltName(repeated(n, func(int) []byte { return gen.DirectoryName(gen.NewName(string(cert.OIDCountryName), "DE")) })...))
		return c
	},
	"broken names": func(n int) *gen.Cert {
		c := gen.Leaf("mailbox", "strict")
		c.SetExtension(gen.SubjectAltName(repeated(n, func(int) []byte { return gen.TLV(0x89, []byte{0}) })...))
		return c
	},
	"policies": func(n int) *gen.Cert {
		c := gen.Leaf("mailbox", "strict")
		c.SetExtension(gen.PolicyList(repeated(n, func(int) []byte { return gen.Policy("1.2.3") })...))
		return c
	},
	"extensions": func(n int) *gen.Cert {
		c := gen.Leaf("mailbox", "strict")
		for i := range n {
			c.AddExtension(raw("1.2."+cert.OID(strconv.Itoa(i)), gen.Null()))
		}
		return c
	},
	"extensions of one OID": func(n int) *gen.Cert {
		c := gen.Leaf("mailbox", "strict")
		for range n {
			c.AddExtension(raw(cert.OIDKeyUsage, gen.Integer(1)))
		}
		return c
	},
	"extensions without an OID": func(n int) *gen.Cert {
		c := gen.Leaf("mailbox", "strict")
		for range n {
			c.AddExtension(gen.Extension{Raw: gen.Sequence(gen.Null())})
		}
		return c
	},
	"RDNs": func(n int) *gen.Cert {
		c := gen.Leaf("mailbox", "strict")
		for range n {
			c.Subject.Add(cert.OIDOrganizationalUnitName, gen.UTF8, "unit")
		}
		return c
	},
	"attributes": func(n int) *gen.Cert {
		c := gen.Leaf("mailbox", "strict")
		rdn := gen.RDN{}
		for i := range n {
			rdn = append(rdn, attribute(cert.OIDOrganizationalUnitName, gen.UTF8, strconv.Itoa(i)))
		}
		c.Subject.AddRDN(rdn...)
		return c
	},
	"encoding faults": func(n int) *gen.Cert {
		c := gen.Leaf("mailbox", "strict")
		c.SetExtension(raw("1.2.3", gen.Sequence(bytes.Repeat(gen.LongTLV(gen.OctetStringTag), n))))
		return c
	},
}

// TestGrowth reads eight times as much of something. That takes about eight times
// as long where the cost is linear, more by what memory costs, and 64 times as
// long where it is quadratic.
func TestGrowth(t *testing.T) {
	const few, many, atMost = 375, 3000, 64
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // collections would be measured too
	for name, certificate := range growing {
		one, other := certificate(few).Encode(), certificate(many).Encode()
		a, b := time.Hour, time.Hour
		for try := 0; try < 5 || try < 100 && b > atMost*a; try++ { // other programs may be running
			a, b = min(a, timeFor(one)), min(b, timeFor(other))
		}
		if b > atMost*a {
			t.Errorf("%s: %v for %d, %v for %d", name, a, few, b, many)
		}
		runtime.GC()
	}
}

func timeFor(der []byte) time.Duration {
	start := time.Now()
	readAll(der)
	return time.Since(start)
}

// readAll reads a certificate and asks what rules ask most.
func readAll(der []byte) {
	c := cert.Parse(der)
	c.Unreadable("ext:" + string(cert.OIDKeyUsage))
	c.Unreadable("ext:1.2.3.4.5")
	c.Subject.Equal(&c.Subject)
}

// BenchmarkParse reads certificates that grow; the time for each of their bytes
// must not.
func BenchmarkParse(b *testing.B) {
	for name, certificate := range growing {
		for _, n := range []int{30, 300, 3000} {
			der := certificate(n).Encode()
			b.Run(name+"/"+strconv.Itoa(n), func(b *testing.B) {
				b.SetBytes(int64(len(der)))
				for b.Loop() {
					readAll(der)
				}
			})
		}
	}
}

func BenchmarkParseCRL(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		der, _ := listOf(n)
		b.Run("entries/"+strconv.Itoa(n), func(b *testing.B) {
			b.SetBytes(int64(len(der)))
			b.ReportAllocs()
			for b.Loop() {
				cert.ParseCRL(der)
			}
		})
	}
}
