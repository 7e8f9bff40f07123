package lints

import (
	"math/big"
	"math/bits"
)

// smallPrimes are the odd primes below 752 (SBR 6.1.6).
var smallPrimes = [...]uint16{
	3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
	101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199,
	211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293,
	307, 311, 313, 317, 331, 337, 347, 349, 353, 359, 367, 373, 379, 383, 389, 397,
	401, 409, 419, 421, 431, 433, 439, 443, 449, 457, 461, 463, 467, 479, 487, 491, 499,
	503, 509, 521, 523, 541, 547, 557, 563, 569, 571, 577, 587, 593, 599,
	601, 607, 613, 617, 619, 631, 641, 643, 647, 653, 659, 661, 673, 677, 683, 691,
	701, 709, 719, 727, 733, 739, 743, 751,
}

// residues are the remainders of n by each of the small primes: of n by a
// product of primes that fits a word first, then of that.
func residues(n *big.Int) [len(smallPrimes)]uint16 {
	var of [len(smallPrimes)]uint16
	for from := 0; from < len(smallPrimes); {
		product, to := uint64(1), from
		for to < len(smallPrimes) {
			high, low := bits.Mul64(product, uint64(smallPrimes[to]))
			if high != 0 {
				break
			}
			product, to = low, to+1
		}
		r := modWord(n, product)
		for ; from < to; from++ {
			of[from] = uint16(r % uint64(smallPrimes[from]))
		}
	}
	return of
}

// modWord is n modulo m.
func modWord(n *big.Int, m uint64) uint64 {
	words := n.Bits()
	var r uint64
	for i := len(words) - 1; i >= 0; i-- {
		if w := uint64(words[i]); bits.UintSize == 64 {
			_, r = bits.Div64(r, w, m)
		} else {
			_, r = bits.Div64(r>>32, r<<32|w, m)
		}
	}
	return r
}

// smallFactor is the smallest odd prime below 752 that divides n, 0 for none.
func smallFactor(n *big.Int) uint16 {
	for i, r := range residues(n) {
		if r == 0 {
			return smallPrimes[i]
		}
	}
	return 0
}

// leastFactorBits is the bit length of the least factor that is left once those
// below 752 are ruled out.
const leastFactorBits = 10

// powerOf returns the least k for which n is the k-th power of a whole number,
// 0 when there is none; that k is prime. n is odd and has no factor below 752,
// so that k is bounded.
func powerOf(n *big.Int) int {
	of := residues(n)
	for k := 2; k <= n.BitLen()/(leastFactorBits-1); k++ {
		if prime(k) && maybePowerBy(&of, k) && kthRoot(n, k) != nil {
			return k
		}
	}
	return 0
}

// kthRoot is the whole k-th root of n, nil when there is none.
func kthRoot(n *big.Int, k int) *big.Int {
	if !maybePower(n, k) {
		return nil
	}
	// Newton's iteration from above: x' = ((k−1)·x + n/x^(k−1)) / k.
	exponent, less := big.NewInt(int64(k)), big.NewInt(int64(k-1))
	x := new(big.Int).Lsh(big.NewInt(1), uint((n.BitLen()+k-1)/k))
	for {
		next := new(big.Int).Exp(x, less, nil)
		next.Div(n, next)
		next.Add(next, new(big.Int).Mul(x, less)).Div(next, exponent)
		if next.Cmp(x) >= 0 {
			break
		}
		x = next
	}
	if new(big.Int).Exp(x, exponent, nil).Cmp(n) != 0 {
		return nil
	}
	return x
}

// squares has a bit for each remainder by 64 that a square may leave.
const squares uint64 = 1<<0 | 1<<1 | 1<<4 | 1<<9 | 1<<16 | 1<<17 | 1<<25 | 1<<33 | 1<<36 | 1<<41 | 1<<49 | 1<<57

// maybeSquare rules out most numbers that are no square: by their last bits,
// which cost nothing, before the others.
func maybeSquare(n *big.Int) bool {
	var last uint64
	if words := n.Bits(); len(words) > 0 {
		last = uint64(words[0])
	}
	return squares>>(last%64)&1 == 1 && maybePower(n, 2)
}

// maybePower rules out most numbers that are no k-th power by their remainders:
// modulo a prime q of the form j·k+1 only one in k of them is one.
func maybePower(n *big.Int, k int) bool {
	tests := 0
	for q := k + 1; tests < 4; q += k {
		if !prime(q) {
			continue
		}
		tests++
		m := uint64(q)
		r := modWord(n, m)
		if r == 0 {
			continue
		}
		if powMod(r, uint64(q-1)/uint64(k), m) != 1 {
			return false
		}
	}
	return true
}

// maybePowerBy is what the remainders by the small primes say of it.
func maybePowerBy(of *[len(smallPrimes)]uint16, k int) bool {
	for i, q := range smallPrimes {
		if of[i] != 0 && int(q)%k == 1 && powMod(uint64(of[i]), uint64(q-1)/uint64(k), uint64(q)) != 1 {
			return false
		}
	}
	return true
}

// prime says whether a small number is a prime.
func prime(q int) bool {
	for d := 2; d*d <= q; d++ {
		if q%d == 0 {
			return false
		}
	}
	return q > 1
}

// powMod is b^e modulo m, for m below 2^32.
func powMod(b, e, m uint64) uint64 {
	r := uint64(1)
	for b %= m; e > 0; e >>= 1 {
		if e&1 == 1 {
			r = r * b % m
		}
		b = b * b % m
	}
	return r
}
