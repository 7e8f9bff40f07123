package signature

import "crypto"

// Message is something over which a signature may run; each digest of it is
// computed once.
type Message struct {
	Octets  []byte
	digests map[crypto.Hash][]byte
}

// Digest is the digest of the octets by this hash function.
func (m *Message) Digest(hash crypto.Hash) []byte {
	if sum, known := m.digests[hash]; known {
		return sum
	}
	h := hash.New()
	h.Write(m.Octets)
	if m.digests == nil {
		m.digests = map[crypto.Hash][]byte{}
	}
	m.digests[hash] = h.Sum(nil)
	return m.digests[hash]
}
