package gen

import (
	"bytes"
	"crypto/x509"
	"math/big"
	"testing"

	"sealglass/cert"
)

// bases are the base certificates by name.
func bases() map[string]*Cert {
	all := map[string]*Cert{
		"Root": Root(), "OldRoot": OldRoot(), "SubCA": SubCA(), "ConstrainedCA": ConstrainedCA(), "CrossCA": CrossCA(),
		"OCSPSigner": OCSPSigner(), "TLS": TLS(), "CodeSigning": CodeSigning(),
	}
	for _, p := range Profiles {
		for _, g := range Generations {
			all["Leaf "+p+" "+g] = Leaf(p, g)
		}
	}
	return all
}

func parse(t *testing.T, name string, der []byte) *x509.Certificate {
	t.Helper()
	c, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return c
}

func TestBasesAreRead(t *testing.T) {
	for name, c := range bases() {
		der := c.Encode()
		if faults := cert.Parse(der).Faults; len(faults) > 0 {
			t.Errorf("%s: %+v", name, faults)
		}
		std := parse(t, name, der)
		if !std.NotAfter.After(std.NotBefore) || std.SerialNumber.BitLen() != 127 {
			t.Errorf("%s: from %v until %v, serial of %d bits", name, std.NotBefore, std.NotAfter, std.SerialNumber.BitLen())
		}
		if again := c.Clone().Encode(); !bytes.Equal(der, again) {
			t.Errorf("%s: encoding twice gives two encodings", name)
		}
	}
}

func TestSerialsDiffer(t *testing.T) {
	seen := map[string]string{}
	for name, c := range bases() {
		if other, ok := seen[string(c.Serial)]; ok {
			t.Errorf("%s and %s share a serial number", name, other)
		}
		seen[string(c.Serial)] = name
	}
}

func TestChainsVerify(t *testing.T) {
	root := parse(t, "Root", Root().Encode())
	sub := parse(t, "SubCA", SubCA().Encode())
	roots, between := x509.NewCertPool(), x509.NewCertPool()
	roots.AddCert(root)
	between.AddCert(sub)
	for _, p := range Profiles {
		for _, g := range Generations {
			leaf := parse(t, p, Leaf(p, g).Encode())
			_, err := leaf.Verify(x509.VerifyOptions{
				Roots: roots, Intermediates: between, CurrentTime: leaf.NotBefore,
				KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageEmailProtection},
			})
			if err != nil {
				t.Errorf("%s %s: %v", p, g, err)
			}
		}
	}
	for name, pair := range map[string][2]*Cert{
		"Root by itself":      {Root(), Root()},
		"OldRoot by itself":   {OldRoot(), OldRoot()},
		"ConstrainedCA":       {ConstrainedCA(), Root()},
		"CrossCA":             {CrossCA(), OldRoot()},
		"SubCA under CrossCA": {SubCA(), CrossCA()},
		"OCSPSigner":          {OCSPSigner(), SubCA()},
	} {
		if err := parse(t, name, pair[0].Encode()).CheckSignatureFrom(parse(t, name, pair[1].Encode())); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestListAndResponse(t *testing.T) {
	list, err := x509.ParseRevocationList(CRL().Encode())
	if err != nil {
		t.Fatal(err)
	}
	if err := list.CheckSignatureFrom(parse(t, "SubCA", SubCA().Encode())); err != nil {
		t.Error(err)
	}
	if n := len(list.RevokedCertificateEntries); n != 1 || list.RevokedCertificateEntries[0].ReasonCode != 1 {
		t.Errorf("%d entries: %+v", n, list.RevokedCertificateEntries)
	}
	if list.Number.Cmp(big.NewInt(1042)) != 0 {
		t.Errorf("number %v", list.Number)
	}
	response := OCSP(Leaf("sponsor", "strict"))
	if again := OCSP(Leaf("sponsor", "strict")); !bytes.Equal(response.Encode(), again.Encode()) {
		t.Error("encoding twice gives two responses")
	}
	signer := parse(t, "OCSPSigner", OCSPSigner().Encode())
	if err := signer.CheckSignature(x509.ECDSAWithSHA256, response.TBS(), response.Signer.sign(response.Algorithm, response.TBS())); err != nil {
		t.Error(err)
	}
}

func TestKeys(t *testing.T) {
	message := []byte("message")
	for name, k := range map[string]*Key{
		"RSA 1024": RSA(1024), "RSA 2048": RSA(2048), "RSA 3072": RSA(3072), "RSA 4096": RSA(4096),
		"P-256": P256("a"), "P-384": P384("a"), "P-521": P521("a"), "Ed25519": Ed25519("a"),
	} {
		if _, err := x509.ParsePKIXPublicKey(k.SPKI); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if one, other := k.sign(k.Algorithm, message), k.sign(k.Algorithm, message); !bytes.Equal(one, other) {
			t.Errorf("%s signs the same message twice with different signatures", name)
		}
		if bytes.Equal(k.sign(k.Algorithm, message), k.sign(k.Algorithm, []byte("other"))) {
			t.Errorf("%s does not sign", name)
		}
	}
	for _, bits := range []int{1024, 2048, 3072, 4096} {
		if n := Modulus(bits).BitLen(); n != bits {
			t.Errorf("the key of %d bits has %d", bits, n)
		}
	}
	for oid, sizes := range opaqueSizes {
		c := Leaf("mailbox", "strict")
		c.SetKey(Opaque(oid))
		if k := cert.Parse(c.Encode()).PublicKey; k.Fault != "" || len(k.Bits.Bytes) != sizes[0] {
			t.Errorf("%s: %d bytes, %s", oid, len(k.Bits.Bytes), k.Fault)
		}
	}
	c := Leaf("mailbox", "strict")
	for _, k := range []*Key{BrainpoolP256(), P256Explicit("a"), Ed448()} {
		c.SetKey(k)
		if k := cert.Parse(c.Encode()).PublicKey; k.Fault != "" {
			t.Errorf("%s: %s", k.Name, k.Fault)
		}
	}
	if curve := cert.Parse(c.Encode()).PublicKey.Size; curve != 57*8 {
		t.Errorf("Ed448 has %d bits", curve)
	}
}

func TestIntegers(t *testing.T) {
	for n, want := range map[int64]string{
		0: "\x00", 1: "\x01", 127: "\x7f", 128: "\x00\x80", 256: "\x01\x00",
		-1: "\xff", -128: "\x80", -129: "\xff\x7f", -256: "\xff\x00",
	} {
		if got := integerOctets(big.NewInt(n)); string(got) != want {
			t.Errorf("%d: %x, not %x", n, got, want)
		}
	}
}

func TestEdits(t *testing.T) {
	c := Leaf("sponsor", "strict")
	c.RemoveExtension(cert.OIDSubjectKeyIdentifier)
	c.SetExtension(KeyUsage(cert.DigitalSignature))
	c.AddExtension(LEI("969500A4WHNVN7TMKY91"))
	c.Subject.Add(cert.OIDTitle, Printable, "Head of Tests")
	c.Subject.Set(cert.OIDCountryName, "FR")
	c.Subject.Remove(cert.OIDSurname)
	c.Dated(At("2026-03-01"))
	got := cert.Parse(c.Encode())
	if len(got.Faults) > 0 {
		t.Errorf("%+v", got.Faults)
	}
	if got.SubjectKeyID != nil || got.KeyUsage.Usage != cert.DigitalSignature || got.LEI == nil {
		t.Errorf("extensions %+v", got.Extensions)
	}
	if text := got.Subject.String(); text != "C=FR, O=Beispiel Handels GmbH, organizationIdentifier=NTRDE-DER3306.HRB12345, givenName=Erika, CN=Erika Mustermann, title=Head of Tests" {
		t.Error(text)
	}
	if span := got.Validity.NotAfter.Time.Sub(got.Validity.NotBefore.Time); span.Hours() > 365*24 || got.Validity.NotBefore.Text != "260301000000Z" {
		t.Errorf("%s, %v", got.Validity.NotBefore.Text, span)
	}
}
