package lints

import (
	"math/big"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var serialCases = []testCase{
	{name: "-1", cert: leaf("sponsor", "strict", serial(big.NewInt(-1))), want: []string{"error serial-not-positive"}},
	{name: "0", cert: leaf("sponsor", "strict", serial(big.NewInt(0))), want: []string{"error serial-not-positive"}},
	{name: "1", cert: leaf("sponsor", "strict", serial(big.NewInt(1))), want: []string{"warning serial-hardly-random"}},
	{name: "2^31-1", cert: leaf("sponsor", "strict", serial(below(31))), want: []string{"warning serial-hardly-random"}},
	{name: "2^31-1 of a root", cert: based(gen.Root, serial(below(31))), want: []string{"warning serial-hardly-random"}},
	{name: "2^31", cert: leaf("sponsor", "strict", serial(bit(31))), want: []string{"notice serial-little-random"}},
	{name: "2^47-1", cert: leaf("sponsor", "strict", serial(below(47))), want: []string{"notice serial-little-random"}},
	{name: "2^47", cert: leaf("sponsor", "strict", serial(bit(47)))},
	{name: "2^159-1", cert: leaf("sponsor", "strict", serial(below(159)))},
	{name: "2^159", cert: leaf("sponsor", "strict", serial(bit(159))), want: []string{"error serial-too-large"}},
	{name: "0 of a website", cert: based(gen.TLS, serial(big.NewInt(0)))},
}

func serial(n *big.Int) edit { return func(c *gen.Cert) { c.Serial = gen.BigInteger(n) } }

// bit is 2^n.
func bit(n uint) *big.Int { return new(big.Int).Lsh(big.NewInt(1), n) }

// below is 2^n-1, the greatest number of n bits.
func below(n uint) *big.Int { return new(big.Int).Sub(bit(n), big.NewInt(1)) }

func TestIntegerBits(t *testing.T) {
	for _, c := range []struct {
		octets   []byte
		n        int
		negative bool
	}{
		{nil, 0, false},
		{[]byte{0}, 0, false},
		{[]byte{1}, 1, false},
		{[]byte{0x7f}, 7, false},
		{[]byte{0x80}, 0, true},
		{[]byte{0, 0x80}, 8, false},
		{[]byte{1, 0}, 9, false},
	} {
		if n, negative := integerBits(cert.Integer{Bytes: c.octets}); n != c.n || negative != c.negative {
			t.Errorf("%x: %d, %t", c.octets, n, negative)
		}
	}
}
