package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var keyAlgorithmCases = []testCase{
	{name: "P-256", cert: leaf("sponsor", "strict", ecHolder(gen.P256("holder"))), want: []string{"notice microsoft-ec-key"}},
	{name: "P-384", cert: leaf("sponsor", "strict", ecHolder(gen.P384("holder"))), want: []string{"notice microsoft-ec-key"}},
	{
		name: "P-521", cert: leaf("sponsor", "strict", ecHolder(gen.P521("holder"))),
		want: []string{"notice microsoft-ec-key", "notice gmail-key-algorithm"},
	},
	{name: "Ed25519", cert: leaf("sponsor", "strict", signing(gen.Ed25519("holder"))), want: edNotices()},
	{name: "Ed448", cert: leaf("sponsor", "strict", signing(gen.Ed448())), want: edNotices()},
	{name: "ML-DSA-44", cert: leaf("sponsor", "strict", signing(gen.Opaque(cert.OIDMLDSA44))), want: pqNotices()},
	{name: "ML-DSA-65", cert: leaf("sponsor", "strict", signing(gen.Opaque(cert.OIDMLDSA65))), want: pqNotices()},
	{name: "ML-DSA-87", cert: leaf("sponsor", "strict", signing(gen.Opaque(cert.OIDMLDSA87))), want: pqNotices()},
	{name: "ML-KEM-512", cert: leaf("sponsor", "strict", receiving(gen.Opaque(cert.OIDMLKEM512))), want: pqNotices()},
	{name: "ML-KEM-768", cert: leaf("sponsor", "strict", receiving(gen.Opaque(cert.OIDMLKEM768))), want: pqNotices()},
	{name: "ML-KEM-1024", cert: leaf("sponsor", "strict", receiving(gen.Opaque(cert.OIDMLKEM1024))), want: pqNotices()},
	{
		name: "X25519", cert: leaf("sponsor", "strict", withKey(gen.Opaque(cert.OIDX25519)), with(gen.KeyUsage(cert.KeyAgreement))),
		want: []string{"error key-algorithm-unlisted", "notice gmail-key-algorithm", "notice microsoft-key-algorithm"},
	},
	{
		name: "SLH-DSA", cert: leaf("sponsor", "strict", signing(gen.Opaque(cert.OIDSLHDSASHA2128s))),
		want: append(pqNotices(), "error key-algorithm-unlisted"),
	},
	{
		name: "brainpoolP256r1", cert: leaf("sponsor", "strict", ecHolder(gen.BrainpoolP256())),
		want: []string{"error key-algorithm-unlisted", "notice microsoft-ec-key", "notice gmail-key-algorithm"},
	},
	{
		name: "brainpoolP256r1 of a CA", cert: based(gen.SubCA, withKey(gen.BrainpoolP256())),
		want: []string{"error key-algorithm-unlisted", "notice gmail-key-algorithm"},
	},
	{name: "brainpoolP256r1 of a website", cert: based(gen.TLS, withKey(gen.BrainpoolP256()))},
	{
		name: "ML-DSA before its day", cert: leaf("sponsor", "strict", signing(gen.Opaque(cert.OIDMLDSA65)), dated("2025-08-01")),
		want: []string{"error key-pqc-early", "notice mozilla-key-algorithm", "notice gmail-key-algorithm", "notice microsoft-key-algorithm"},
	},
	{
		name: "ML-KEM of a wrong length before its day", cert: leaf("sponsor", "strict", receiving(gen.Opaque(cert.OIDMLKEM768)), keyCut(1), dated("2025-08-01")),
		want: []string{"error key-pqc-early", "notice mozilla-key-algorithm", "notice gmail-key-algorithm", "notice microsoft-key-algorithm"},
	},
	{
		name: "RSA for RSASSA-PSS alone", cert: leaf("sponsor", "strict", keyAlgorithm(gen.AlgorithmID(cert.OIDRSASSAPSS))),
		want: []string{"error key-rsa-other-oid", "notice gmail-key-algorithm", "notice microsoft-key-algorithm"},
	},
	{
		name: "RSA for RSAES-OAEP alone", cert: leaf("sponsor", "strict", keyAlgorithm(gen.AlgorithmID(cert.OIDRSAESOAEP, gen.Null()))),
		want: []string{"error key-rsa-other-oid"},
	},
	{
		name: "RSA without NULL", cert: leaf("sponsor", "strict", keyAlgorithm(gen.AlgorithmID(cert.OIDRSAEncryption))),
		want: []string{"error key-encoding-wrong"},
	},
	{
		name: "Ed25519 with NULL", cert: leaf("sponsor", "strict", signing(gen.Ed25519("holder")), keyAlgorithm(gen.AlgorithmID(cert.OIDEd25519, gen.Null()))),
		want: append(edNotices(), "error key-encoding-wrong"),
	},
	{
		name: "P-256 with more than its curve", cert: leaf("sponsor", "strict", ecHolder(gen.P256("holder")), keyAlgorithm(gen.AlgorithmID(cert.OIDECPublicKey, gen.OID(cert.OIDP256), gen.Null()))),
		want: []string{"error key-encoding-wrong", "error structure-wrong", "notice microsoft-ec-key"},
	},
	{
		name: "explicit parameters", cert: leaf("sponsor", "strict", ecHolder(gen.P256Explicit("holder"))),
		want: []string{"error key-ec-parameters-explicit", "notice microsoft-ec-key", "notice gmail-key-algorithm"},
	},
	{
		name: "implicit parameters", cert: leaf("sponsor", "strict", ecHolder(gen.P256("holder")), keyAlgorithm(gen.AlgorithmID(cert.OIDECPublicKey, gen.Null()))),
		want: []string{"error key-ec-parameters-explicit", "notice microsoft-ec-key", "notice gmail-key-algorithm"},
	},
	{
		name: "no parameters, of a CA", cert: based(gen.SubCA, keyAlgorithm(gen.AlgorithmID(cert.OIDECPublicKey))),
		want: []string{"error key-ec-parameters-explicit", "notice gmail-key-algorithm"},
	},
	{
		name: "ML-DSA-44, a byte too short", cert: leaf("sponsor", "strict", signing(gen.Opaque(cert.OIDMLDSA44)), keyCut(1)),
		want: append(pqNotices(), "error key-pqc-length-wrong"),
	},
	{
		name: "ML-KEM-768, a byte too long", cert: leaf("sponsor", "strict", receiving(gen.Opaque(cert.OIDMLKEM768)), keyCut(-1)),
		want: append(pqNotices(), "error key-pqc-length-wrong"),
	},
}

// edNotices are what programs have to say of any Ed25519 or Ed448 key.
func edNotices() []string {
	return []string{"notice mozilla-eddsa", "notice gmail-key-algorithm", "notice microsoft-key-algorithm"}
}

// pqNotices are what programs have to say of any post-quantum key.
func pqNotices() []string {
	return []string{
		"notice mozilla-key-algorithm", "notice apple-pqc", "notice gmail-key-algorithm", "notice microsoft-key-algorithm",
	}
}

// ecHolder gives the certificate an EC key and the uses of one.
func ecHolder(k *gen.Key) edit {
	return func(c *gen.Cert) {
		c.SetKey(k)
		c.SetExtension(gen.KeyUsage(cert.DigitalSignature | cert.KeyAgreement))
	}
}

// signing gives the certificate a key that signs and nothing else.
func signing(k *gen.Key) edit {
	return func(c *gen.Cert) {
		c.SetKey(k)
		c.SetExtension(gen.KeyUsage(cert.DigitalSignature))
	}
}

// receiving gives the certificate a key to encrypt to and nothing else.
func receiving(k *gen.Key) edit {
	return func(c *gen.Cert) {
		c.SetKey(k)
		c.SetExtension(gen.KeyUsage(cert.KeyEncipherment))
	}
}

// keyAlgorithm puts another algorithm before the octets of the key.
func keyAlgorithm(algorithm []byte) edit {
	return func(c *gen.Cert) { c.SPKI = gen.SubjectPublicKeyInfo(algorithm, keyOctets(c)) }
}

// keyOctets are the octets of the certificate's key.
func keyOctets(c *gen.Cert) []byte { return cert.Parse(c.Encode()).PublicKey.Bits.Bytes }

// keyCut takes octets from the end of the key, or adds some where n is negative,
// and leaves the key's identifier that of what results.
func keyCut(n int) edit {
	return func(c *gen.Cert) {
		octets := append(keyOctets(c), 0, 0)
		k := cert.Parse(c.Encode()).PublicKey
		c.SetKey(gen.KeyOf(k.Algorithm.In(c.Encode()), octets[:len(octets)-2-n]))
	}
}
