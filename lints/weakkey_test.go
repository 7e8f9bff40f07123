package lints

import (
	"math/big"

	"sealglass/testdata/gen"
)

var weakKeyCases = []testCase{
	{
		name: "fingerprint of ROCA, 2048 bits", cert: leaf("sponsor", "strict", modulus(roca(2048, 701))),
		want: []string{"error rsa-roca"},
	},
	{
		name: "fingerprint of ROCA, 4096 bits, of a root", cert: based(gen.Root, modulus(roca(4096, 701))),
		want: []string{"notice ca-rsa-key-weak"},
	},
	{
		name: "fingerprint of ROCA, 1024 bits", cert: leaf("sponsor", "strict", modulus(roca(1024, 353))),
		want: []string{"error rsa-roca", "error rsa-modulus-short", "notice gmail-rsa-size"},
	},
	{
		name: "fingerprint of ROCA, 512 bits", cert: leaf("sponsor", "strict", modulus(roca(512, 167))),
		want: []string{"error rsa-roca", "error rsa-modulus-short", "notice gmail-rsa-size"},
	},
	{
		name: "2048 bits, a power of 65537 modulo all primes but 691", cert: leaf("sponsor", "strict", modulus(nearlyROCA(2048, 683, 691))),
	},
	{
		name: "1024 bits, a power of 65537 modulo all primes but 353", cert: leaf("sponsor", "strict", modulus(nearlyROCA(1024, 349, 353))),
		want: []string{"error rsa-modulus-short", "notice gmail-rsa-size"},
	},
	{
		name: "primes that differ by 2^100", cert: leaf("sponsor", "strict", modulus(closePrimes(100))),
		want: []string{"error rsa-close-primes"},
	},
	{
		name: "primes that differ by 2^500", cert: leaf("sponsor", "strict", modulus(closePrimes(500))),
		want: []string{"error rsa-close-primes"},
	},
	{name: "primes that differ by 2^1000", cert: leaf("sponsor", "strict", modulus(closePrimes(1000)))},
	{
		name: "primes of a CA that differ by 2^100", cert: based(gen.SubCA, modulus(closePrimes(100))),
		want: []string{"notice ca-rsa-key-weak"},
	},
	{name: "ROCA for a website", cert: based(gen.TLS, modulus(roca(2048, 701)))},
}

// roca is a modulus of that many bits with the fingerprint of ROCA: a power of
// 65537 modulo each of the odd primes through last.
func roca(bits uint, last uint16) func() *big.Int {
	return func() *big.Int {
		product := primesThrough(last)
		// n = k·product + 65537^7 mod product, odd and without small factors.
		n := new(big.Int).Exp(big.NewInt(65537), big.NewInt(7), product)
		k := new(big.Int).Div(below(bits), product)
		n.Add(n, k.Sub(k, big.NewInt(1000)).Mul(k, product))
		for n.Bit(0) == 0 || smallFactor(n) != 0 {
			n.Add(n, product)
		}
		return n
	}
}

// nearlyROCA is roca through the prime before last, and no power of 65537 modulo
// last.
func nearlyROCA(bits uint, before, last uint16) func() *big.Int {
	return func() *big.Int {
		n, product := roca(bits, before)(), primesThrough(before)
		for n.Bit(0) == 0 || smallFactor(n) != 0 || inSubgroup(uint32(modWord(n, uint64(last))), uint32(last)) {
			n.Add(n, product)
		}
		return n
	}
}

// primesThrough is the product of the odd primes through last.
func primesThrough(last uint16) *big.Int {
	product := big.NewInt(1)
	for _, p := range smallPrimes {
		if p <= last {
			product.Mul(product, big.NewInt(int64(p)))
		}
	}
	return product
}

// closePrimes is a modulus of 2048 bits of two primes that differ by about 2^bits.
func closePrimes(bits uint) func() *big.Int {
	return func() *big.Int {
		p := prime1024()
		q := new(big.Int).Add(p, bit(bits))
		return q.Mul(nextPrime(q), p)
	}
}
