package cert

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// corpus returns the certificates of zlint's test data by file name.
func corpus(t testing.TB) map[string][]byte {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/zmap/zlint/v3").Output()
	if err != nil {
		t.Fatalf("zlint's module is not there: %v", err)
	}
	root := filepath.Join(strings.TrimSpace(string(out)), "testdata")
	found := map[string][]byte{}
	err = filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".pem") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if block, _ := pem.Decode(text); block != nil && block.Type == "CERTIFICATE" {
			name, _ := filepath.Rel(root, path)
			found[name] = block.Bytes
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestCorpusAgainstStandardLibrary compares the parts that crypto/x509 exposes
// with its result, for every certificate that it reads.
func TestCorpusAgainstStandardLibrary(t *testing.T) {
	compared := 0
	for name, der := range corpus(t) {
		c := Parse(der)
		checkSpans(t, name, c)
		std, err := x509.ParseCertificate(der)
		if err != nil {
			continue
		}
		compared++
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
		same("signature", c.Signature.Bytes, std.Signature)
		if !c.Validity.NotBefore.Time.Equal(std.NotBefore) || !c.Validity.NotAfter.Time.Equal(std.NotAfter) {
			t.Errorf("%s: validity %v, crypto/x509 has %v to %v", name, c.Validity, std.NotBefore, std.NotAfter)
		}
		if std.Version < 3 {
			continue // crypto/x509 reads no extensions there
		}
		if len(c.Extensions) != len(std.Extensions) {
			t.Errorf("%s: %d extensions, crypto/x509 has %d", name, len(c.Extensions), len(std.Extensions))
			continue
		}
		for i, e := range std.Extensions {
			got := &c.Extensions[i]
			if string(got.OID) != e.Id.String() || got.Critical != e.Critical {
				t.Errorf("%s: extension %d is %s, critical %v; crypto/x509 has %s, %v", name, i, got.OID, got.Critical, e.Id, e.Critical)
			}
			same("extension "+e.Id.String(), got.Value.In(der), e.Value)
		}
		for _, f := range c.Faults {
			if f.Fatal {
				t.Logf("%s: %s: %s", name, f.Path, f.Reason)
			}
		}
	}
	if compared < 1000 {
		t.Errorf("only %d certificates compared", compared)
	}
	t.Logf("%d certificates compared", compared)
}

// checkSpans says that every span of tree and model lies within the input.
func checkSpans(t *testing.T, name string, c *Certificate) {
	t.Helper()
	for i := range c.Tree.Nodes {
		if s := c.Tree.Nodes[i].Span; s.In(c.Raw) == nil {
			t.Errorf("%s: node %d spans %v of %d bytes", name, i, s, len(c.Raw))
		}
	}
	for _, f := range c.Faults {
		if f.In(c.Raw) == nil && len(c.Raw) > 0 {
			t.Errorf("%s: fault %q spans %v of %d bytes", name, f.Path, f.Span, len(c.Raw))
		}
	}
}
