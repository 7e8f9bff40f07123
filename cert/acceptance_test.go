package cert_test

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// TestOddCertificates reads certificates that other readers refuse as a whole.
// Each shows every field but the one that is odd.
func TestOddCertificates(t *testing.T) {
	short := gen.SubjectPublicKeyInfo(gen.AlgorithmID(cert.OIDEd25519), make([]byte, 31))
	for name, c := range map[string]struct {
		edit   func(*gen.Cert)
		faults []named
		read   func(c *cert.Certificate) bool // what is odd about it
	}{
		"explicit parameters": {func(c *gen.Cert) { c.SPKI = gen.P256Explicit("k").SPKI }, nil, func(c *cert.Certificate) bool {
			return c.PublicKey.Type == cert.ECKey && c.PublicKey.Size == 256 && c.PublicKey.Curve == "" && len(c.PublicKey.Point) == 65
		}},
		"brainpool": {func(c *gen.Cert) { c.SPKI = gen.BrainpoolP256().SPKI }, nil, func(c *cert.Certificate) bool {
			return c.PublicKey.Name == "EC brainpoolP256r1" && c.PublicKey.X != nil
		}},
		"ML-DSA": {func(c *gen.Cert) { c.SPKI = gen.Opaque(cert.OIDMLDSA87).SPKI }, nil, func(c *cert.Certificate) bool {
			return c.PublicKey.Name == "ML-DSA-87" && len(c.PublicKey.Bits.Bytes) == 2592
		}},
		"31 bytes of Ed25519, self-issued": {func(c *gen.Cert) { c.SPKI, c.Issuer = short, c.Subject }, []named{{keyPath + ".subjectPublicKey", cert.FaultKey}}, func(c *cert.Certificate) bool {
			return c.PublicKey.Name == "Ed25519" && len(c.PublicKey.Bits.Bytes) == 31 && c.Issuer.Equal(&c.Subject)
		}},
		"broken SAN": {func(c *gen.Cert) {
			c.SetExtension(raw(cert.OIDSubjectAltName, []byte{0x30, 0x09, 0x81, 0x01, 'a', 0x81, 0x7f, 'b', 'c', 0, 0}))
		}, nil, func(c *cert.Certificate) bool {
			e := c.Extension(cert.OIDSubjectAltName)
			return e.Fault != nil && e.Fault.Code == cert.FaultTruncated && c.SubjectAltName.Names[0].Text == "a"
		}},
		"indefinite lengths": {func(c *gen.Cert) {
			c.RawExtensions = gen.IndefiniteTLV(0xa3, gen.IndefiniteTLV(gen.SequenceTag, encoded(c.Extensions)))
			c.Subject.Raw = gen.IndefiniteTLV(gen.SequenceTag, gen.Content(c.Subject.Encode()))
		}, []named{
			{"tbsCertificate.subject", cert.FaultIndefiniteLength},
			{"tbsCertificate.extensions", cert.FaultIndefiniteLength},
			{"tbsCertificate.extensions", cert.FaultIndefiniteLength},
		}, func(c *cert.Certificate) bool { return c.Tree.Nodes[0].Length == len(c.Raw) }},
		"all faults at once": {func(c *gen.Cert) {
			c.Serial = gen.TLV(gen.IntegerTag, []byte{0, 0, 7})
			c.NotBefore.Raw = gen.Text(gen.UTCTime, "2602020000Z")
			c.SetExtension(raw(cert.OIDKeyUsage, gen.BitString(0, []byte{0xa0})))
			c.AddExtension(gen.OCSPNoCheck())
			c.AddExtension(gen.OCSPNoCheck())
			c.Trailing = []byte{0}
		}, nil, nil}, // see everyFault
	} {
		leaf := gen.Leaf("mailbox", "strict")
		leaf.Signer = nil
		c.edit(leaf)
		der := leaf.Encode()
		got := cert.Parse(der)
		faultsLieWithin(t, der, got.Faults)
		if c.read == nil {
			everyFault(t, got, cert.FaultInteger, cert.FaultTime, cert.FaultNamedBits, cert.FaultDuplicateExtension, cert.FaultTrailingData)
			continue
		}
		if c.faults != nil || got.Extension(cert.OIDSubjectAltName).Fault == nil {
			sameFaults(t, name, got.Faults, c.faults...)
		}
		if !c.read(got) {
			t.Errorf("%s: read %+v", name, got.PublicKey)
		}
		for _, f := range fields[:5] {
			if !f.read(got) && !(f.path == "tbsCertificate.issuer" && name == "31 bytes of Ed25519, self-issued") {
				t.Errorf("%s: %s is not read", name, f.path)
			}
		}
		if len(got.Extensions) != 8 || got.Policies == nil || got.CRLDistributionPoints == nil || got.AuthorityInfoAccess == nil || got.Signature.Bytes == nil {
			t.Errorf("%s: extensions are not read: %v", name, got.Faults)
		}
	}
}

// encoded are the extensions one after the other.
func encoded(list []gen.Extension) []byte {
	var all []byte
	for i := range list {
		all = append(all, list[i].Encode()...)
	}
	return all
}

// everyFault says that there is a fault of each code and of no other, and that
// all fields are read.
func everyFault(t *testing.T, c *cert.Certificate, codes ...cert.FaultCode) {
	t.Helper()
	found := map[cert.FaultCode]int{}
	for _, f := range c.Faults {
		found[f.Code]++
	}
	for _, code := range codes {
		if found[code] != 1 {
			t.Errorf("%d faults %s", found[code], code)
		}
	}
	if len(found) != len(codes) {
		t.Errorf("faults %v", found)
	}
	if c.SerialNumber.Big().Int64() != 7 || !c.Validity.NotBefore.OK || c.KeyUsage == nil || c.OCSPNoCheck == nil || len(c.Extensions) != 10 {
		t.Errorf("%+v", c)
	}
}
