package pkcs12

import (
	"crypto/hmac"
	"hash"
)

// The purposes of a derived key (RFC 7292 B.3).
const (
	forKey = 1
	forIV  = 2
	forMAC = 3
)

// derive is the key derivation of PKCS#12 (RFC 7292 B.2).
func derive(newHash func() hash.Hash, purpose byte, password, salt []byte, iterations, size int) []byte {
	h := newHash()
	v := h.BlockSize()
	d := make([]byte, v)
	for i := range d {
		d[i] = purpose
	}
	in := append(filled(salt, v), filled(password, v)...)
	defer clear(in)
	var out []byte
	for {
		h.Reset()
		h.Write(d)
		h.Write(in)
		a := h.Sum(nil)
		for range iterations - 1 {
			h.Reset()
			h.Write(a)
			a = h.Sum(a[:0])
		}
		out = append(out, a...)
		if len(out) >= size {
			clear(out[size:])
			return out[:size]
		}
		b := filled(a, v)[:v]
		for block := in; len(block) > 0; block = block[v:] {
			addOne(block[:v], b)
		}
	}
}

// filled repeats the bytes up to a multiple of v.
func filled(b []byte, v int) []byte {
	out := make([]byte, (len(b)+v-1)/v*v)
	for i := range out {
		out[i] = b[i%len(b)]
	}
	return out
}

// addOne adds the number b and one to the number in the block.
func addOne(block, b []byte) {
	carry := 1
	for i := len(block) - 1; i >= 0; i-- {
		carry += int(block[i]) + int(b[i])
		block[i] = byte(carry)
		carry >>= 8
	}
}

// pbkdf2 is the key derivation of PKCS#5 (RFC 8018 5.2).
func pbkdf2(newHash func() hash.Hash, password, salt []byte, iterations, size int) []byte {
	prf := hmac.New(newHash, password)
	var out, u []byte
	for block := uint32(1); len(out) < size; block++ {
		prf.Reset()
		prf.Write(salt)
		prf.Write([]byte{byte(block >> 24), byte(block >> 16), byte(block >> 8), byte(block)})
		u = prf.Sum(u[:0])
		start := len(out)
		out = append(out, u...)
		t := out[start:]
		for range iterations - 1 {
			prf.Reset()
			prf.Write(u)
			u = prf.Sum(u[:0])
			for i := range u {
				t[i] ^= u[i]
			}
		}
	}
	clear(u)
	clear(out[size:])
	return out[:size]
}
