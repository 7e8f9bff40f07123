package cert_test

import (
	"bytes"
	"crypto/x509"
	"testing"

	"sealglass/cert"
)

// sameAsStandardLibrary compares the parts that crypto/x509 exposes with its
// result; it says whether crypto/x509 reads the certificate at all.
func sameAsStandardLibrary(t *testing.T, name string, c *cert.Certificate) bool {
	t.Helper()
	der := c.Raw
	std, err := x509.ParseCertificate(der)
	if err != nil {
		return false
	}
	if got := c.SerialNumber.Big(); got.Cmp(std.SerialNumber) != 0 {
		t.Errorf("%s: serial %v, crypto/x509 has %v", name, got, std.SerialNumber)
	}
	same := func(what string, got, want []byte) {
		if !bytes.Equal(got, want) {
			t.Errorf("%s: %s is %x, crypto/x509 has %x", name, what, got, want)
		}
	}
	same("tbs", c.TBS.In(der), std.RawTBSCertificate)
	same("issuer", c.Issuer.In(der), std.RawIssuer)
	same("subject", c.Subject.In(der), std.RawSubject)
	same("key", c.PublicKey.In(der), std.RawSubjectPublicKeyInfo)
	if c.Signature.Unused == 0 { // crypto/x509 shifts the bits otherwise
		same("signature", c.Signature.Bytes, std.Signature)
	}
	if !c.Validity.NotBefore.Time.Equal(std.NotBefore) || !c.Validity.NotAfter.Time.Equal(std.NotAfter) {
		t.Errorf("%s: validity %v, crypto/x509 has %v to %v", name, c.Validity, std.NotBefore, std.NotAfter)
	}
	if std.Version < 3 || len(std.Extensions) == 0 {
		return true // crypto/x509 passes over extensions there, and behind a part it does not expect
	}
	if len(c.Extensions) != len(std.Extensions) {
		t.Errorf("%s: %d extensions, crypto/x509 has %d", name, len(c.Extensions), len(std.Extensions))
		return true
	}
	for i, e := range std.Extensions {
		got := &c.Extensions[i]
		if string(got.OID) != e.Id.String() || got.Critical != e.Critical {
			t.Errorf("%s: extension %d is %s, critical %v; crypto/x509 has %s, %v", name, i, got.OID, got.Critical, e.Id, e.Critical)
		}
		same("extension "+e.Id.String(), got.Value.In(der), e.Value)
	}
	return true
}
