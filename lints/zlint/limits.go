package zlint

import (
	"strconv"

	"sealglass/cert"
)

// The bounds within which zlint is asked at all (design: budgets). Its parser
// and lints have none of their own, and some are quadratic. The bounds of
// package cert on the certificate, the RSA modulus and the exponent hold too.
const (
	MaxNames      = 1000    // names in one of subjectAltName and issuerAltName
	MaxPolicies   = 100     // certificate policies
	MaxExtensions = 100     // extensions
	MaxRDNs       = 200     // RDNs of one of subject and issuer
	MaxString     = 4 << 10 // content octets of one string or name
	MaxKey        = 8 << 10 // bytes of a subjectPublicKeyInfo that is calculated with
)

// ed25519KeySize is the size of an Ed25519 key (RFC 8032 5.1.5), in bytes.
const ed25519KeySize = 32

// beyondBounds says in a sentence which bound the encoding exceeds, or nothing.
// It reads with package cert alone: zcrypto's parser already checks the
// signature of a certificate that names itself as its issuer.
func beyondBounds(der []byte) string {
	if len(der) > cert.MaxCertificate {
		return beyond("the certificate has", len(der), "bytes", cert.MaxCertificate)
	}
	c := cert.Parse(der)
	if c.Tree.Truncated {
		return "zlint was not asked: the certificate holds more values, or nested deeper, than any certificate should."
	}
	for _, bound := range []struct {
		what string
		n    int
		unit string
		max  int
	}{
		{"the alternative names of the subject are", names(c.SubjectAltName), "names", MaxNames},
		{"the alternative names of the issuer are", names(c.IssuerAltName), "names", MaxNames},
		{"the certificate has", policies(c), "policies", MaxPolicies},
		{"the certificate has", len(c.Extensions), "extensions", MaxExtensions},
		{"the subject has", len(c.Subject.RDNs), "parts", MaxRDNs},
		{"the issuer's name has", len(c.Issuer.RDNs), "parts", MaxRDNs},
		{"one of its texts has", longestString(c.Tree), "bytes", MaxString},
	} {
		if bound.n > bound.max {
			return beyond(bound.what, bound.n, bound.unit, bound.max)
		}
	}
	return keyBeyondBounds(&c.PublicKey)
}

// keyBeyondBounds is [beyondBounds] of the public key.
func keyBeyondBounds(k *cert.PublicKey) string {
	switch k.Type {
	case cert.RSAKey, cert.RSAPSSKey:
		if k.Size > cert.MaxModulusBits {
			return beyond("the RSA modulus has", k.Size, "bits", cert.MaxModulusBits)
		}
		if k.Exponent != nil && k.Exponent.BitLen() > cert.MaxExponent {
			return beyond("the RSA exponent has", k.Exponent.BitLen(), "bits", cert.MaxExponent)
		}
	case cert.Ed25519Key:
		if len(k.Bits.Bytes) != ed25519KeySize {
			return "zlint was not asked: its reader fails at an Ed25519 key that does not have 32 bytes."
		}
		return ""
	case cert.DSAKey:
	default:
		return ""
	}
	if k.Length > MaxKey {
		return beyond("the public key has", k.Length, "bytes", MaxKey)
	}
	return ""
}

func beyond(what string, n int, unit string, bound int) string {
	return "zlint was not asked: " + what + " " + strconv.Itoa(n) + " " + unit +
		", and beyond " + strconv.Itoa(bound) + " it takes too long."
}

func names(n *cert.AltName) int {
	if n == nil {
		return 0
	}
	return len(n.Names)
}

func policies(c *cert.Certificate) int {
	if c.Policies == nil {
		return 0
	}
	return len(c.Policies.Policies)
}

// longestString is the number of content octets of the longest text: any
// primitive value but numbers and those that hold keys, signatures and
// extensions.
func longestString(t *cert.Tree) int {
	longest := 0
	for i := range t.Nodes {
		n := &t.Nodes[i]
		if n.Constructed || n.Class == 0 && (n.Tag == tagInteger || n.Tag == tagBitString || n.Tag == tagOctetString) {
			continue
		}
		longest = max(longest, n.Content().Length)
	}
	return longest
}

// The universal tags that are no text (X.680 8.4).
const (
	tagInteger     = 2
	tagBitString   = 3
	tagOctetString = 4
)
