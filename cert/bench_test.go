package cert_test

import (
	"bytes"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func BenchmarkCRL(b *testing.B) {
	entry := gen.Sequence(gen.Integer(5), gen.At("2026-09-01 12:00:00").Encode(), gen.Sequence(extension(cert.OIDReasonCode, gen.Enumerated(1))))
	for _, n := range []int{1000, 10_000, 100_000} {
		list := gen.CRL()
		list.RawEntries = gen.Sequence(bytes.Repeat(entry, n))
		der := list.Encode()
		b.Run("entries", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				cert.ParseCRL(der)
			}
		})
	}
}
