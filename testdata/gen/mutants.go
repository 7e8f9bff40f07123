package gen

import (
	"math/rand/v2"
	"slices"
)

// mostEdits is how many places of a mutant differ at most.
const mostEdits = 4

// Mutant is a copy of one of the bases, changed in one place or a few. The same
// number and bases give the same bytes.
func Mutant(n uint64, bases [][]byte) []byte {
	r := rand.New(rand.NewPCG(n, 0x5ea1))
	data := slices.Clone(bases[r.IntN(len(bases))])
	for range 1 + r.IntN(mostEdits) {
		data = edited(r, data, bases)
	}
	return data
}

// edited changes one place: a bit, an octet, a stretch that goes, comes twice, or
// comes from another base, or the end.
func edited(r *rand.Rand, data []byte, bases [][]byte) []byte {
	if len(data) == 0 {
		return []byte{0x30}
	}
	at := r.IntN(len(data))
	end := min(len(data), at+1+r.IntN(32))
	switch r.IntN(8) {
	case 0, 1:
		data[at] ^= 1 << r.IntN(8)
	case 2, 3:
		octets := []byte{0, 1, 2, 0x30, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xff}
		data[at] = octets[r.IntN(len(octets))]
	case 4:
		return slices.Delete(data, at, end)
	case 5:
		return slices.Insert(data, end, data[at:end]...)
	case 6:
		other := bases[r.IntN(len(bases))]
		from := r.IntN(len(other) + 1)
		return slices.Concat(data[:at], other[from:min(len(other), from+end-at)], data[end:])
	case 7:
		return data[:at]
	}
	return data
}
