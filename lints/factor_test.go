package lints

import (
	"math/big"
	"testing"
)

// The table holds the odd primes below 752, every one and nothing else.
func TestSmallPrimes(t *testing.T) {
	at := 0
	for n := int64(3); n < 752; n += 2 {
		if !big.NewInt(n).ProbablyPrime(0) {
			continue
		}
		if at >= len(smallPrimes) || int64(smallPrimes[at]) != n {
			t.Fatalf("the prime %d is missing at %d", n, at)
		}
		at++
	}
	if at != len(smallPrimes) {
		t.Errorf("%d primes, and %d in the table", at, len(smallPrimes))
	}
}

func TestResidues(t *testing.T) {
	n := new(big.Int).Sub(bit(521), big.NewInt(1))
	for i, r := range residues(n) {
		p := big.NewInt(int64(smallPrimes[i]))
		if want := new(big.Int).Mod(n, p).Uint64(); uint64(r) != want {
			t.Errorf("modulo %d: %d, not %d", smallPrimes[i], r, want)
		}
	}
}

func TestSmallFactor(t *testing.T) {
	large := new(big.Int).Sub(bit(521), big.NewInt(1)) // a prime
	if f := smallFactor(large); f != 0 {
		t.Errorf("a prime has the factor %d", f)
	}
	for _, p := range smallPrimes {
		if f := smallFactor(new(big.Int).Mul(large, big.NewInt(int64(p)))); f != p {
			t.Errorf("the multiple of %d has the factor %d", p, f)
		}
	}
}

// Exactly the remainders by 64 that squares leave have their bit.
func TestSquares(t *testing.T) {
	var want uint64
	for root := range uint64(64) {
		want |= 1 << (root * root % 64)
	}
	if squares != want {
		t.Errorf("%#x, want %#x", squares, want)
	}
}

// A power of a number without small factors is found with the least exponent, and
// its neighbours are no powers.
func TestPowerOf(t *testing.T) {
	base := big.NewInt(757)
	for k := 1; k <= 64; k++ {
		want := 0
		for p := 2; p <= k; p++ {
			if k%p == 0 {
				want = p
				break
			}
		}
		n := new(big.Int).Exp(base, big.NewInt(int64(k)), nil)
		if got := powerOf(n); got != want {
			t.Errorf("757^%d: power of %d, not %d", k, got, want)
		}
		if got := powerOf(n.Mul(n, big.NewInt(761))); got != 0 {
			t.Errorf("757^%d·761: power of %d", k, got)
		}
	}
}

func TestPrime(t *testing.T) {
	for n := range 2000 {
		if got, want := prime(n), big.NewInt(int64(n)).ProbablyPrime(0); got != want {
			t.Errorf("%d: %v", n, got)
		}
	}
}

func TestPowMod(t *testing.T) {
	for _, c := range [][3]int64{{2, 10, 1000}, {7, 0, 13}, {0, 5, 13}, {1 << 33, 3, 4294967291}, {4294967290, 4294967290, 4294967291}} {
		want := new(big.Int).Exp(big.NewInt(c[0]), big.NewInt(c[1]), big.NewInt(c[2])).Uint64()
		if got := powMod(uint64(c[0]), uint64(c[1]), uint64(c[2])); got != want {
			t.Errorf("%d^%d modulo %d: %d, not %d", c[0], c[1], c[2], got, want)
		}
	}
}
