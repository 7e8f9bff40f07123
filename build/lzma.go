package main

import (
	"encoding/binary"
	"math/bits"

	"github.com/andybalholm/brotli/matchfinder"
)

// What packLZMA writes: LZMA with lc=3, lp=0, pb=0, in the format of .lzma files.
// web/single/lzma.js unpacks it.
const (
	literalContextBits = 3
	longestMatch       = 273
	dictionarySize     = 1 << 25
)

// packLZMA packs content. gzip, which browsers unpack themselves, looks back 32 KiB
// only: the two programs, which have much in common, take a third more with it
// (build/adr/0015-single-file.md).
func packLZMA(content []byte) []byte {
	e := newLZMAEncoder(len(content))
	finder := matchfinder.Bargain3{MaxDistance: dictionarySize}
	at := 0
	for _, m := range finder.FindMatches(nil, content) {
		e.unmatched(content, at, at+m.Unmatched)
		at += m.Unmatched
		e.match(m.Distance, m.Length)
		at += m.Length
	}
	e.unmatched(content, at, len(content))
	for range 5 {
		e.shift()
	}
	return e.out
}

// likely is how likely a bit is 0, in 2048ths, by what was seen before it.
type likely = uint16

func evenly(n int) []likely {
	list := make([]likely, n)
	for i := range list {
		list[i] = 1024
	}
	return list
}

// rangeEncoder writes single bits, each in as little as it is likely.
type rangeEncoder struct {
	out    []byte
	low    uint64
	width  uint32
	cache  byte
	cached int // how many bytes wait for a carry
}

func (e *rangeEncoder) shift() {
	if carry := byte(e.low >> 32); uint32(e.low) < 0xff000000 || carry != 0 {
		for ; e.cached > 0; e.cached-- {
			e.out = append(e.out, e.cache+carry)
			e.cache = 0xff
		}
		e.cache = byte(e.low >> 24)
	}
	e.cached++
	e.low = uint64(uint32(e.low) << 8)
}

func (e *rangeEncoder) normalize() {
	for e.width < 1<<24 {
		e.width <<= 8
		e.shift()
	}
}

func (e *rangeEncoder) bit(p *likely, bit int) {
	bound := e.width >> 11 * uint32(*p)
	if bit == 0 {
		e.width = bound
		*p += (2048 - *p) >> 5
	} else {
		e.low += uint64(bound)
		e.width -= bound
		*p -= *p >> 5
	}
	e.normalize()
}

// number writes n bits, the highest first.
func (e *rangeEncoder) number(p []likely, n, value int) {
	m := 1
	for i := n - 1; i >= 0; i-- {
		bit := value >> i & 1
		e.bit(&p[m], bit)
		m = m<<1 | bit
	}
}

// reversed writes n bits, the lowest first.
func (e *rangeEncoder) reversed(p []likely, n, value int) {
	m := 1
	for i := range n {
		bit := value >> i & 1
		e.bit(&p[m], bit)
		m = m<<1 | bit
	}
}

// plain writes n bits that are as often 0 as 1.
func (e *rangeEncoder) plain(n, value int) {
	for i := n - 1; i >= 0; i-- {
		e.width >>= 1
		if value>>i&1 == 1 {
			e.low += uint64(e.width)
		}
		e.normalize()
	}
}

// lengths are those of matches.
type lengths struct{ choice, low, mid, high []likely }

func newLengths() lengths { return lengths{evenly(2), evenly(8), evenly(8), evenly(256)} }

func (l *lengths) write(e *rangeEncoder, length int) {
	switch n := length - 2; {
	case n < 8:
		e.bit(&l.choice[0], 0)
		e.number(l.low, 3, n)
	case n < 16:
		e.bit(&l.choice[0], 1)
		e.bit(&l.choice[1], 0)
		e.number(l.mid, 3, n-8)
	default:
		e.bit(&l.choice[0], 1)
		e.bit(&l.choice[1], 1)
		e.number(l.high, 8, n-16)
	}
}

// lzmaEncoder knows what came before, which says how likely each bit is.
type lzmaEncoder struct {
	rangeEncoder
	state    int    // the kinds of what came last; from 7 on a match
	distance [4]int // the last four, the newest first

	isMatch, isRepeated, isLong, isOlder, isThird, isFourth []likely

	lengths, repeatedLengths lengths
	slots                    [4][]likely
	middle                   [14][]likely
	low                      []likely
	literals                 []likely
}

func newLZMAEncoder(length int) *lzmaEncoder {
	e := &lzmaEncoder{
		rangeEncoder: rangeEncoder{width: 0xffffffff, cached: 1},
		distance:     [4]int{1, 1, 1, 1},
		isMatch:      evenly(12), isRepeated: evenly(12), isLong: evenly(12), isOlder: evenly(12), isThird: evenly(12), isFourth: evenly(12),
		lengths: newLengths(), repeatedLengths: newLengths(),
		low:      evenly(16),
		literals: evenly(0x300 << literalContextBits),
	}
	for i := range e.slots {
		e.slots[i] = evenly(64)
	}
	for slot := range e.middle {
		e.middle[slot] = evenly(1 << max(slot>>1-1, 0))
	}
	e.out = append(e.out, literalContextBits)
	e.out = binary.LittleEndian.AppendUint32(e.out, dictionarySize)
	e.out = binary.LittleEndian.AppendUint64(e.out, uint64(length))
	return e
}

// unmatched writes the bytes between two matches. What repeats at the last
// distance is a match after all.
func (e *lzmaEncoder) unmatched(content []byte, at, end int) {
	for at < end {
		n, d := 0, e.distance[0]
		for at >= d && at+n < end && content[at+n] == content[at+n-d] {
			n++
		}
		if n >= 2 || n == 1 && e.state >= 7 {
			e.match(d, n)
			at += n
			continue
		}
		e.literal(content, at)
		at++
	}
}

func (e *lzmaEncoder) literal(content []byte, at int) {
	e.bit(&e.isMatch[e.state], 0)
	before := 0
	if at > 0 {
		before = int(content[at-1])
	}
	p := e.literals[0x300*(before>>(8-literalContextBits)):]
	value, m, i := int(content[at]), 1, 7
	if e.state >= 7 {
		// The match before it ended here, so this is not the byte that would
		// have gone on with it.
		for other, same := int(content[at-e.distance[0]]), true; same && i >= 0; i-- {
			expected, bit := other>>i&1, value>>i&1
			e.bit(&p[0x100+expected<<8+m], bit)
			m = m<<1 | bit
			same = bit == expected
		}
	}
	for ; i >= 0; i-- {
		bit := value >> i & 1
		e.bit(&p[m], bit)
		m = m<<1 | bit
	}
	switch {
	case e.state < 4:
		e.state = 0
	case e.state < 10:
		e.state -= 3
	default:
		e.state -= 6
	}
}

// match writes a match of any length; of length 1 only at the last distance.
func (e *lzmaEncoder) match(distance, length int) {
	for length > 0 {
		n := min(length, longestMatch)
		if length-n == 1 {
			n-- // a rest of 1 would be more to write than one of 2
		}
		e.oneMatch(distance, n)
		length -= n
	}
}

func (e *lzmaEncoder) oneMatch(distance, length int) {
	e.bit(&e.isMatch[e.state], 1)
	before := e.state
	e.state = 7
	if before >= 7 {
		e.state = 10
	}
	for nth, known := range e.distance {
		if known == distance {
			e.repeated(before, nth, length)
			return
		}
	}
	e.bit(&e.isRepeated[before], 0)
	e.lengths.write(&e.rangeEncoder, length)
	e.newDistance(distance, length)
	copy(e.distance[1:], e.distance[:3])
	e.distance[0] = distance
}

// repeated writes a match at the nth of the last distances.
func (e *lzmaEncoder) repeated(before, nth, length int) {
	e.bit(&e.isRepeated[before], 1)
	e.state = 8
	if before >= 7 {
		e.state = 11
	}
	if nth == 0 {
		e.bit(&e.isOlder[before], 0)
		if length == 1 {
			e.bit(&e.isLong[before], 0)
			e.state = max(e.state, 9)
			return
		}
		e.bit(&e.isLong[before], 1)
	} else {
		e.bit(&e.isOlder[before], 1)
		e.bit(&e.isThird[before], min(nth-1, 1))
		if nth > 1 {
			e.bit(&e.isFourth[before], nth-2)
		}
	}
	distance := e.distance[nth]
	copy(e.distance[1:nth+1], e.distance[:nth])
	e.distance[0] = distance
	e.repeatedLengths.write(&e.rangeEncoder, length)
}

func (e *lzmaEncoder) newDistance(distance, length int) {
	d := distance - 1
	slot := d
	if d >= 4 {
		high := bits.Len(uint(d)) - 1
		slot = high<<1 | d>>(high-1)&1
	}
	e.number(e.slots[min(length-2, 3)], 6, slot)
	if slot < 4 {
		return
	}
	n := slot>>1 - 1
	rest := d - (2|slot&1)<<n
	if slot < 14 {
		e.reversed(e.middle[slot], n, rest)
		return
	}
	e.plain(n-4, rest>>4)
	e.reversed(e.low, 4, rest&15)
}
