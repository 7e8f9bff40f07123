package zlint

import (
	"bytes"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// many is a list of n parts.
func many(n int, part func(i int) []byte) [][]byte {
	parts := make([][]byte, n)
	for i := range parts {
		parts[i] = part(i)
	}
	return parts
}

func leafWith(extensions ...gen.Extension) *gen.Cert {
	c := gen.Leaf("sponsor", "multipurpose")
	for _, e := range extensions {
		c.SetExtension(e)
	}
	return c
}

// TestBounds tries each bound at one less, at itself and at one more.
func TestBounds(t *testing.T) {
	tests := []struct {
		name  string
		bound int
		make  func(n int) *gen.Cert
		says  string
	}{
		{"names", MaxNames, func(n int) *gen.Cert {
			return leafWith(gen.SubjectAltName(many(n, func(int) []byte { return gen.RFC822Name("a@b.de") })...))
		}, "alternative names of the subject are 1001 names"},
		{"issuer's names", MaxNames, func(n int) *gen.Cert {
			return leafWith(gen.IssuerAltName(many(n, func(int) []byte { return gen.RFC822Name("a@b.de") })...))
		}, "alternative names of the issuer are 1001 names"},
		{"policies", MaxPolicies, func(n int) *gen.Cert {
			return leafWith(gen.PolicyList(many(n, func(i int) []byte { return gen.Policy(cert.OID("1.2.3." + strconv.Itoa(i))) })...))
		}, "101 policies"},
		{"extensions", MaxExtensions, func(n int) *gen.Cert {
			c := leafWith()
			for i := len(c.Extensions); i < n; i++ {
				c.AddExtension(gen.Extension{OID: cert.OID("1.2.3." + strconv.Itoa(i)), Value: gen.Null()})
			}
			return c
		}, "101 extensions"},
		{"RDNs of the subject", MaxRDNs, func(n int) *gen.Cert {
			c := leafWith()
			c.Subject = ous(n)
			return c
		}, "the subject has 201 parts"},
		{"RDNs of the issuer", MaxRDNs, func(n int) *gen.Cert {
			c := leafWith()
			c.Issuer = ous(n)
			return c
		}, "the issuer's name has 201 parts"},
		{"text", MaxString, func(n int) *gen.Cert {
			c := leafWith()
			c.Subject.Set(cert.OIDCommonName, strings.Repeat("a", n))
			return c
		}, "one of its texts has 4097 bytes"},
		{"domain name", MaxString, func(n int) *gen.Cert {
			return leafWith(gen.SubjectAltName(gen.DNSName(strings.Repeat("a", n))))
		}, "one of its texts has 4097 bytes"},
		{"RSA modulus", cert.MaxModulusBits, func(n int) *gen.Cert {
			c := leafWith()
			c.SetKey(gen.RSAOf(new(big.Int).Lsh(big.NewInt(1), uint(n-1)), big.NewInt(65537)))
			return c
		}, "16385 bits"},
		{"RSA exponent", cert.MaxExponent, func(n int) *gen.Cert {
			c := leafWith()
			c.SetKey(gen.RSAOf(gen.Modulus(2048), new(big.Int).Lsh(big.NewInt(1), uint(n-1))))
			return c
		}, "33 bits"},
		{"DSA key", MaxKey, func(n int) *gen.Cert {
			c := leafWith()
			c.SPKI = dsaKey(n)
			return c
		}, "the public key has 8193 bytes"},
		{"certificate", cert.MaxCertificate, func(n int) *gen.Cert {
			const filling = 100_000
			filled := func(n int) gen.Extension {
				return gen.Extension{OID: "1.2.3", Value: bytes.Repeat([]byte{0xff}, n)}
			}
			c := leafWith(filled(filling))
			c.Signature = gen.BitString(0, make([]byte, 64))
			c.SetExtension(filled(filling + n - len(c.Encode())))
			return c
		}, "the certificate has 131073 bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, n := range []int{test.bound - 1, test.bound} {
				if off := beyondBounds(test.make(n).Encode()); off != "" {
					t.Errorf("%d: %s", n, off)
				}
			}
			if off := beyondBounds(test.make(test.bound + 1).Encode()); !strings.Contains(off, test.says) {
				t.Errorf("%d: %q does not say %q", test.bound+1, off, test.says)
			}
		})
	}
}

func ous(n int) gen.Name {
	var name gen.Name
	for range n {
		name.Add(cert.OIDOrganizationalUnitName, gen.UTF8, "a")
	}
	return name
}

// dsaKey is a SubjectPublicKeyInfo of n bytes with a DSA key.
func dsaKey(n int) []byte {
	key := func(size int) []byte {
		p := gen.BigInteger(new(big.Int).Lsh(big.NewInt(1), uint(8*size-2)))
		return gen.KeyOf(gen.AlgorithmID(cert.OIDDSA, gen.Sequence(p, gen.Integer(1), gen.Integer(1))), gen.Integer(1)).SPKI
	}
	return key(n - (len(key(n)) - n))
}

func TestNestedTooDeep(t *testing.T) {
	value := gen.Null()
	for range 100 {
		value = gen.Sequence(value)
	}
	c := leafWith(gen.SubjectAltName(gen.OtherName("1.2.3", value)))
	if off := Run(c.Encode(), Options{}).Off; !strings.Contains(off, "nested deeper") {
		t.Errorf("%q", off)
	}
}

// zcrypto checks the signature of a certificate that names itself as its issuer,
// and its Ed25519 panics at a key of another length.
func TestShortEd25519Key(t *testing.T) {
	c := leafWith()
	c.SetKey(gen.KeyOf(gen.AlgorithmID(cert.OIDEd25519), make([]byte, 31)))
	c.Issuer = c.Subject
	c.SetAlgorithm(gen.AlgorithmID(cert.OIDEd25519))
	c.Signature = gen.BitString(0, make([]byte, 64))
	if off := Run(c.Encode(), Options{}).Off; !strings.Contains(off, "Ed25519") {
		t.Errorf("%q", off)
	}
	if _, reason := parse(c.Encode()); !strings.Contains(reason, "fails at this certificate") {
		t.Errorf("zcrypto reads it now (%q): the bound is not needed any more", reason)
	}
}

func TestWhatZcryptoRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		der  []byte
	}{
		{"nothing", nil},
		{"no certificate", gen.Sequence(gen.Integer(1))},
		{"data after it", slices.Concat(leafWith().Encode(), []byte{0})},
	} {
		opinion := Run(c.der, Options{})
		if opinion.Off == "" || opinion.Findings != nil || opinion.LeftOut != nil {
			t.Errorf("%s: %+v", c.name, opinion)
		}
		if !strings.HasSuffix(opinion.Off, ".") {
			t.Errorf("%s: %q is no sentence", c.name, opinion.Off)
		}
	}
}
