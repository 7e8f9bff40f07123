package lints

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"io/fs"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sealglass/testdata/gen"
)

var knownKeyCases = []testCase{
	{
		name: "of net/http's tests", cert: leaf("sponsor", "strict", func(c *gen.Cert) { c.SetKey(testcertKey()) }),
		want: []string{"warning key-publicly-known"},
	},
}

// testcertKey is the public key of the certificate that net/http uses in tests.
func testcertKey() *gen.Key {
	keys, err := publishedKeys(filepath.Join(goEnv("GOROOT"), "src/net/http/internal/testcert"))
	if err != nil || len(keys) != 1 {
		panic("the test certificate of net/http is not where it was")
	}
	key, err := x509.ParsePKIXPublicKey(keys[0])
	if err != nil {
		panic(err)
	}
	k := key.(*rsa.PublicKey)
	return gen.RSAOf(k.N, big.NewInt(int64(k.E)))
}

// The hashes are those of the keys that can be read in the sources they are from.
func TestKnownKeysArePublished(t *testing.T) {
	t.Setenv("GODEBUG", "rsa1024min=0")
	if !slices.IsSorted(knownKeys[:]) {
		t.Error("the hashes are not in order")
	}
	published := make(map[string]bool)
	for _, dir := range []string{
		filepath.Join(goEnv("GOROOT"), "src/crypto"), filepath.Join(goEnv("GOROOT"), "src/net"), moduleDir(t, "golang.org/x/crypto"),
	} {
		keys, err := publishedKeys(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, spki := range keys {
			sum := sha256.Sum256(spki)
			published[hex.EncodeToString(sum[:])] = true
		}
	}
	for _, hash := range knownKeys {
		if !published[hash] {
			t.Errorf("%s is of no key in these sources", hash)
		}
	}
}

func goEnv(name string) string {
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		panic(err)
	}
	return strings.TrimSpace(string(out))
}

func moduleDir(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// publishedKeys are the public keys of the private ones that stand as PEM in the
// files of a directory, each as SubjectPublicKeyInfo.
func publishedKeys(dir string) (keys [][]byte, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, block := range pemBlocks(source) {
			key, ok := parsePrivate(block).(crypto.Signer)
			if !ok {
				continue
			}
			if spki, err := x509.MarshalPKIXPublicKey(key.Public()); err == nil {
				keys = append(keys, spki)
			}
		}
		return nil
	})
	return keys, err
}

// pemBlocks are the blocks of private keys in the text of a program.
func pemBlocks(source []byte) (blocks [][]byte) {
	// Sources call them "TESTING KEY", so that nobody takes them for secrets.
	text := strings.NewReplacer("TESTING KEY", "PRIVATE KEY", "`", "\n").Replace(string(source))
	for rest := []byte(text); ; {
		at := bytes.Index(rest, []byte("-----BEGIN "))
		if at < 0 {
			return blocks
		}
		rest = rest[at:]
		block, after := pem.Decode(rest)
		if block == nil {
			rest = rest[1:]
			continue
		}
		rest = after
		if strings.HasSuffix(block.Type, "PRIVATE KEY") {
			blocks = append(blocks, block.Bytes)
		}
	}
}

// parsePrivate reads a private key in any of its three usual forms; nil where it
// is none.
func parsePrivate(der []byte) any {
	if key, err := x509.ParsePKCS8PrivateKey(der); err == nil {
		return key
	}
	if key, err := x509.ParsePKCS1PrivateKey(der); err == nil {
		return key
	}
	if key, err := x509.ParseECPrivateKey(der); err == nil {
		return key
	}
	return nil
}
