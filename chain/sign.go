package chain

import (
	"errors"

	"sealglass/cert"
	"sealglass/signature"
)

// outcome is what the comparison of a certificate's signature with a key came to.
type outcome int

const (
	signed    outcome = iota + 1
	wrong             // the key did not make the signature
	altered           // the key made it, over another certificate
	noAlgo            // by an algorithm that is not checked
	exhausted         // the effort is spent
)

// compare says whether the issuer's key made the signature of the child.
func (p *pool) compare(child, issuer int) outcome {
	c, key := &p.nodes[child], &p.nodes[issuer]
	pair := [2]int{child, key.keyNumber}
	if known, ok := p.compared[pair]; ok {
		return known
	}
	cost := effort(key.key) + len(c.message.Octets)>>12
	if cost > p.left.effort {
		return exhausted
	}
	p.left.effort -= cost
	o := verify(c, key.key)
	p.compared[pair] = o
	return o
}

func verify(c *node, key *cert.PublicKey) outcome {
	if len(c.message.Octets) == 0 || !c.cert.Signature.Present || c.cert.Signature.Unused != 0 {
		return wrong
	}
	err := signature.Verify(&c.cert.SignatureAlgorithm, 0, key, c.message, c.cert.Signature.Bytes)
	switch {
	case err == nil:
		return signed
	case errors.Is(err, signature.ErrAltered):
		return altered
	case errors.Is(err, signature.ErrAlgorithm):
		return noAlgo
	}
	return wrong
}

// effort is what a comparison with the key costs at most, in units of about 20
// microseconds of the Worker's time.
func effort(k *cert.PublicKey) int {
	switch k.Type {
	case cert.RSAKey, cert.RSAPSSKey:
		if k.Modulus == nil || k.Exponent == nil {
			return 1
		}
		words := k.Modulus.BitLen() / 512
		return 2 + words*words*(1+k.Exponent.BitLen()/16)
	case cert.ECKey:
		switch {
		case k.Size <= 256:
			return 50
		case k.Size <= 384:
			return 180
		}
		return 1600
	}
	return 250
}
