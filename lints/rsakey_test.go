package lints

import (
	"math/big"
	"sync"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var rsaKeyCases = []testCase{
	{
		name: "1024 bits", cert: leaf("sponsor", "strict", withKey(gen.RSA(1024))),
		want: []string{"error rsa-modulus-short", "notice gmail-rsa-size"},
	},
	{name: "3072 bits", cert: leaf("sponsor", "strict", withKey(gen.RSA(3072)))},
	{name: "4096 bits", cert: leaf("sponsor", "strict", withKey(gen.RSA(4096)))},
	{name: "2048 bits, the least", cert: leaf("sponsor", "strict", modulus(semiprime(2048)))},
	{
		name: "2047 bits", cert: leaf("sponsor", "strict", modulus(semiprime(2047))),
		want: []string{"error rsa-modulus-short", "error rsa-modulus-uneven", "notice gmail-rsa-size"},
	},
	{
		name: "2040 bits", cert: leaf("sponsor", "strict", modulus(semiprime(2040))),
		want: []string{"error rsa-modulus-short", "notice gmail-rsa-size"},
	},
	{
		name: "2049 bits", cert: leaf("sponsor", "strict", modulus(semiprime(2049))),
		want: []string{"error rsa-modulus-uneven", "notice gmail-rsa-size"},
	},
	{
		name: "2056 bits", cert: leaf("sponsor", "strict", modulus(semiprime(2056))),
		want: []string{"notice gmail-rsa-size"},
	},
	{
		name: "1024 bits of a website", cert: based(gen.TLS, withKey(gen.RSA(1024))),
	},
	{
		name: "a new CA with 3072 bits", cert: based(gen.SubCA, withKey(gen.RSA(3072)), dated("2026-10-01")),
		want: []string{"error rsa-ca-modulus-short"},
	},
	{
		name: "a new CA with 4088 bits", cert: based(gen.SubCA, modulus(semiprime(4088)), dated("2026-10-01")),
		want: []string{"error rsa-ca-modulus-short", "notice gmail-rsa-size"},
	},
	{
		name: "a new CA with 4095 bits", cert: based(gen.SubCA, modulus(semiprime(4095)), dated("2026-10-01")),
		want: []string{"error rsa-ca-modulus-short", "error rsa-modulus-uneven", "notice gmail-rsa-size"},
	},
	{
		name: "a new root with 2048 bits", cert: based(gen.Root, withKey(gen.RSA(2048)), dated("2026-10-01")),
		want: []string{"error rsa-ca-modulus-short", "notice apple-root-key", "notice microsoft-root-validity"},
	},
	{name: "a new CA with 4096 bits", cert: based(gen.SubCA, withKey(gen.RSA(4096)), dated("2026-10-01"))},
	{
		name: "a new CA with 1024 bits", cert: based(gen.SubCA, withKey(gen.RSA(1024)), dated("2026-10-01")),
		want: []string{"error rsa-modulus-short", "notice gmail-rsa-size"},
	},
	{name: "an older CA with 2048 bits", cert: based(gen.SubCA, withKey(gen.RSA(2048)))},
	{
		name: "a CA to come with 2048 bits", cert: based(gen.SubCA, withKey(gen.RSA(2048))), now: "2026-09-01",
		want: []string{"coming rsa-ca-modulus-short"},
	},
	{
		name: "issued with 2048 bits", cert: leaf("sponsor", "strict", signedBy(gen.RSA(2048))),
		issuer: based(gen.SubCA, withKey(gen.RSA(2048))),
		want:   []string{"coming rsa-issuer-modulus-short"},
	},
	{
		name: "issued with 3064 bits", cert: leaf("sponsor", "strict", signedByModulus(semiprime(3064))),
		issuer: based(gen.SubCA, modulus(semiprime(3064))), now: "2028-01-01", asOf: "2027-10-01",
		want: []string{"error rsa-issuer-modulus-short"},
	},
	{
		name: "issued with 3072 bits", cert: leaf("sponsor", "strict", signedBy(gen.RSA(3072))),
		issuer: based(gen.SubCA, withKey(gen.RSA(3072))), now: "2028-01-01", asOf: "2027-10-01",
	},
	{
		name: "issued with 2048 bits, but not for email", cert: leaf("sponsor", "strict", signedBy(gen.RSA(2048)), with(gen.ExtKeyUsage(cert.OIDClientAuth))),
		issuer: based(gen.SubCA, withKey(gen.RSA(2048))),
		want:   []string{"error email-protection-missing", "error ext-key-usage-strict"},
	},
	{
		name: "exponent 1", cert: leaf("sponsor", "strict", exponent(big.NewInt(1))),
		want: []string{"error rsa-exponent-wrong"},
	},
	{
		name: "exponent 2", cert: leaf("sponsor", "strict", exponent(big.NewInt(2))),
		want: []string{"error rsa-exponent-wrong"},
	},
	{
		name: "exponent -3", cert: leaf("sponsor", "strict", exponent(big.NewInt(-3))),
		want: []string{"error rsa-exponent-wrong"},
	},
	{
		name: "exponent 65536", cert: leaf("sponsor", "strict", exponent(big.NewInt(65536))),
		want: []string{"error rsa-exponent-wrong"},
	},
	{
		name: "exponent 3", cert: leaf("sponsor", "strict", exponent(big.NewInt(3))),
		want: []string{"warning rsa-exponent-unusual"},
	},
	{
		name: "exponent 65535", cert: leaf("sponsor", "strict", exponent(big.NewInt(65535))),
		want: []string{"warning rsa-exponent-unusual"},
	},
	{name: "exponent 2^256-1", cert: leaf("sponsor", "strict", exponent(below(256)))},
	{
		name: "exponent 2^256+1", cert: leaf("sponsor", "strict", exponent(new(big.Int).Add(bit(256), big.NewInt(1)))),
		want: []string{"warning rsa-exponent-unusual"},
	},
	{
		name: "even modulus", cert: leaf("sponsor", "strict", modulus(func() *big.Int { return new(big.Int).Add(gen.Modulus(2048), big.NewInt(1)) })),
		want: []string{"warning rsa-modulus-even"},
	},
	{
		name: "divisible by 3", cert: leaf("sponsor", "strict", modulus(multipleOf(3))),
		want: []string{"warning rsa-small-factor"},
	},
	{
		name: "divisible by 751", cert: leaf("sponsor", "strict", modulus(multipleOf(751))),
		want: []string{"warning rsa-small-factor"},
	},
	{name: "divisible by 757", cert: leaf("sponsor", "strict", modulus(multipleOf(757)))},
	{
		name: "a power of 3", cert: leaf("sponsor", "strict", modulus(power(number("3"), 1292))),
		want: []string{"warning rsa-small-factor"},
	},
	{
		name: "the square of a prime", cert: leaf("sponsor", "strict", modulus(power(prime1024, 2))),
		want: []string{"warning rsa-modulus-prime-power"},
	},
	{
		name: "the fourth power of a prime", cert: leaf("sponsor", "strict", modulus(power(prime512, 4))),
		want: []string{"warning rsa-modulus-prime-power"},
	},
	{
		name: "the 31st power of a prime of 66 bits", cert: leaf("sponsor", "strict", modulus(power(number("36893488147419103363"), 31))),
		want: []string{"warning rsa-modulus-prime-power", "error rsa-modulus-short", "notice gmail-rsa-size"},
	},
	{
		name: "a modulus beyond what is calculated with", cert: leaf("sponsor", "strict", modulus(semiprime(cert.MaxModulusBits+8))),
		want: []string{"notice gmail-rsa-size"},
	},
	{
		name: "no SEQUENCE", cert: leaf("sponsor", "strict", rsaOctets(gen.Integer(5))),
		unreadable: []Part{PartPublicKey},
		want:       []string{"error rsa-key-undecodable"},
	},
	{
		name: "no exponent", cert: leaf("sponsor", "strict", rsaOctets(gen.Sequence(gen.BigInteger(gen.Modulus(2048))))),
		unreadable: []Part{PartPublicKey},
		want:       []string{"error rsa-key-undecodable"},
	},
}

// modulus gives the certificate an RSA key with this modulus and exponent 65537.
func modulus(n func() *big.Int) edit {
	return func(c *gen.Cert) { c.SetKey(rsaOf(n())) }
}

// signedByModulus has a key with this modulus sign the certificate.
func signedByModulus(n func() *big.Int) edit {
	return func(c *gen.Cert) { c.SetSigner(rsaOf(n())) }
}

func rsaOf(n *big.Int) *gen.Key { return gen.RSAOf(n, big.NewInt(65537)) }

// exponent gives the certificate an RSA key with this exponent.
func exponent(e *big.Int) edit { return withKey(gen.RSAOf(gen.Modulus(2048), e)) }

// rsaOctets gives the certificate an RSA key of these octets.
func rsaOctets(octets []byte) edit {
	return withKey(gen.KeyOf(gen.AlgorithmID(cert.OIDRSAEncryption, gen.Null()), octets))
}

// semiprime is a product of two numbers without small factors that lie far apart,
// with exactly that many bits.
func semiprime(bits uint) func() *big.Int {
	return func() *big.Int {
		half := prime1024()
		rest := new(big.Int).Div(below(bits), half)
		rest.Sub(rest, big.NewInt(1))
		for rest.SetBit(rest, 0, 1); smallFactor(rest) != 0; {
			rest.Sub(rest, big.NewInt(2))
		}
		return rest.Mul(rest, half)
	}
}

// multipleOf is a modulus of 2048 bits that this prime divides, and no smaller one.
func multipleOf(prime int64) func() *big.Int {
	return func() *big.Int {
		n := new(big.Int).Div(gen.Modulus(2048), big.NewInt(prime))
		for n.SetBit(n, 0, 1); smallFactor(n) != 0; {
			n.Add(n, big.NewInt(2))
		}
		return n.Mul(n, big.NewInt(prime))
	}
}

var (
	// prime512 is one whose fourth power has 2048 bits.
	prime512  = sync.OnceValue(func() *big.Int { return nextPrime(new(big.Int).Sub(bit(512), bit(506))) })
	prime1024 = sync.OnceValue(func() *big.Int { return nextPrime(new(big.Int).Add(bit(1023), bit(1022))) })
)

// nextPrime is the least prime above an even number.
func nextPrime(n *big.Int) *big.Int {
	p := new(big.Int).SetBit(n, 0, 1)
	for smallFactor(p) != 0 || !p.ProbablyPrime(0) {
		p.Add(p, big.NewInt(2))
	}
	return p
}

// power is the k-th power of a number.
func power(n func() *big.Int, k int64) func() *big.Int {
	return func() *big.Int { return new(big.Int).Exp(n(), big.NewInt(k), nil) }
}

// number is a number in decimal digits.
func number(digits string) func() *big.Int {
	return func() *big.Int {
		n, _ := new(big.Int).SetString(digits, 10)
		return n
	}
}
