package cert_test

import (
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sealglass/cert"
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

// TestCorpusAgainstStandardLibrary compares every certificate that crypto/x509
// reads with its result.
func TestCorpusAgainstStandardLibrary(t *testing.T) {
	compared := 0
	for name, der := range corpus(t) {
		if sameAsStandardLibrary(t, name, cert.Parse(der)) {
			compared++
		}
	}
	if compared < 1000 {
		t.Errorf("only %d certificates compared", compared)
	}
	t.Logf("%d certificates compared", compared)
}
