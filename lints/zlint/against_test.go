package zlint

import (
	"bytes"
	"slices"
	"testing"

	"sealglass/cert"
)

// zlint judges what zcrypto reads, and we what our own reader reads: where both
// read a certificate they have to read the same.
func TestAgainstZcrypto(t *testing.T) {
	compared := 0
	for name, der := range corpus(t) {
		if sameAsZcrypto(t, name, der) {
			compared++
		}
	}
	if compared < 1400 {
		t.Errorf("%d certificates compared", compared)
	}
}

func FuzzAgainstZcrypto(f *testing.F) {
	seeds := corpus(f)
	names := make([]string, 0, len(seeds))
	for name, der := range seeds {
		if len(der) < 1500 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for i := 0; i < len(names); i += 20 {
		f.Add(seeds[names[i]])
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		der = slices.Clone(der)
		if len(cert.Parse(der).Faults) == 0 { // zcrypto passes over what DER forbids
			sameAsZcrypto(t, "input", der)
		}
	})
}

// sameAsZcrypto compares the parts of a certificate that both read; false where
// zcrypto does not read it, or is not asked.
func sameAsZcrypto(t *testing.T, name string, der []byte) bool {
	t.Helper()
	if beyondBounds(der) != "" {
		return false
	}
	theirs, reason := parse(der)
	if reason != "" {
		return false
	}
	ours := cert.Parse(der)
	if got := ours.SerialNumber.Big(); got.Cmp(theirs.SerialNumber) != 0 {
		t.Errorf("%s: serial %v, zcrypto has %v", name, got, theirs.SerialNumber)
	}
	if v := ours.Validity; !v.NotBefore.Time.Equal(theirs.NotBefore) || !v.NotAfter.Time.Equal(theirs.NotAfter) {
		t.Errorf("%s: validity %v, zcrypto has %v to %v", name, v, theirs.NotBefore, theirs.NotAfter)
	}
	for _, part := range []struct {
		what      string
		got, want []byte
	}{
		{"TBSCertificate", ours.TBS.In(der), theirs.RawTBSCertificate},
		{"issuer", ours.Issuer.In(der), theirs.RawIssuer},
		{"subject", ours.Subject.In(der), theirs.RawSubject},
		{"key", ours.PublicKey.In(der), theirs.RawSubjectPublicKeyInfo},
	} {
		if !bytes.Equal(part.got, part.want) {
			t.Errorf("%s: %s is %x, zcrypto has %x", name, part.what, part.got, part.want)
		}
	}
	if len(ours.Extensions) != len(theirs.Extensions) {
		t.Errorf("%s: %d extensions, zcrypto has %d", name, len(ours.Extensions), len(theirs.Extensions))
		return true
	}
	for i, e := range theirs.Extensions {
		got := &ours.Extensions[i]
		if string(got.OID) != e.Id.String() || got.Critical != e.Critical || !bytes.Equal(got.Value.In(der), e.Value) {
			t.Errorf("%s: extension %d is %s, critical %v, %x; zcrypto has %s, %v, %x", name, i, got.OID, got.Critical, got.Value.In(der), e.Id, e.Critical, e.Value)
		}
	}
	return true
}
