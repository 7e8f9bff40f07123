package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Two packages that worker.wasm is made from need a change to run in a browser:
//
//   - zcrypto/x509 builds root_unix.go for js/wasm, but nothing defines its
//     certFiles and certDirectories there. A copy of the module in .cache gets
//     one more file, and a go.mod beside it replaces the module with the copy.
//   - net/http/cookiejar is imported by x/net/publicsuffix for one interface,
//     and brings net/http and crypto/tls with it. An overlay leaves only that
//     interface of it. The public-suffix list stays the real one.
//
// Neither touches the module cache, GOROOT or the project's own go.mod. Native
// builds use both packages as they are.

const zcryptoModule = "github.com/zmap/zcrypto"

// zcryptoAdded is the one file that the copy of zcrypto has more.
const zcryptoAdded = "x509/root_js.go"

const zcryptoAddition = `package x509

// The browser has no system roots.
var certFiles, certDirectories []string
`

const cookiejarStub = `package cookiejar

// PublicSuffixList is the part of net/http/cookiejar that x/net/publicsuffix implements.
type PublicSuffixList interface {
	PublicSuffix(domain string) string
	String() string
}
`

// patch is where the changed packages lie.
type patch struct {
	modfile string // go.mod with the replacement
	overlay string // overlay.json
}

// flags are the go command's flags that build with the patch.
func (p patch) flags() []string {
	return []string{"-modfile=" + p.modfile, "-overlay=" + p.overlay}
}

// preparePatch writes the patch to .cache/wasm below the module root, unless it
// is there already for the same go.mod and go.sum.
func preparePatch(root string) (patch, error) {
	dir := filepath.Join(root, ".cache", "wasm")
	p := patch{filepath.Join(dir, "go.mod"), filepath.Join(dir, "overlay.json")}
	files, err := patchFiles(root, dir)
	if err != nil {
		return p, err
	}
	if upToDate(files) {
		return p, nil
	}
	if err := copyZcrypto(root, filepath.Join(dir, "zcrypto")); err != nil {
		return p, err
	}
	for name, content := range files {
		if err := os.WriteFile(name, content, 0o666); err != nil {
			return p, fmt.Errorf("build: %w", err)
		}
	}
	return p, nil
}

// patchFiles are the files of the patch but the copy of zcrypto, by their paths.
func patchFiles(root, dir string) (map[string][]byte, error) {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	overlay, err := overlayJSON(root, dir)
	if err != nil {
		return nil, err
	}
	// The path is taken from the module's root, also with -modfile.
	mod = fmt.Appendf(mod, "\nreplace %s => ./.cache/wasm/zcrypto\n", zcryptoModule)
	return map[string][]byte{
		filepath.Join(dir, "go.mod"):                mod,
		filepath.Join(dir, "go.sum"):                sum,
		filepath.Join(dir, "overlay.json"):          overlay,
		filepath.Join(dir, "cookiejar.go"):          []byte(cookiejarStub),
		filepath.Join(dir, "zcrypto", zcryptoAdded): []byte(zcryptoAddition),
	}, nil
}

// overlayJSON replaces the files of net/http/cookiejar by the stub.
func overlayJSON(root, dir string) ([]byte, error) {
	line, err := goOutput(root, "list", "-f", "{{.Dir}} {{join .GoFiles \" \"}}", "net/http/cookiejar")
	if err != nil {
		return nil, err
	}
	fields := strings.Fields(line)
	replace := make(map[string]string)
	for i, file := range fields[1:] {
		with := "" // no such file
		if i == 0 {
			with = filepath.Join(dir, "cookiejar.go")
		}
		replace[filepath.Join(fields[0], file)] = with
	}
	return json.MarshalIndent(map[string]any{"Replace": replace}, "", "\t")
}

func copyZcrypto(root, to string) error {
	from, err := goOutput(root, "mod", "download", "-json", zcryptoModule)
	if err != nil {
		return err
	}
	var module struct{ Dir string }
	if err := json.Unmarshal([]byte(from), &module); err != nil {
		return fmt.Errorf("build: go mod download %s: %w", zcryptoModule, err)
	}
	if err := os.RemoveAll(to); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	if err := os.CopyFS(to, os.DirFS(module.Dir)); err != nil {
		return fmt.Errorf("build: a copy of %s: %w", zcryptoModule, err)
	}
	return nil
}

func upToDate(files map[string][]byte) bool {
	for name, content := range files {
		there, err := os.ReadFile(name)
		if err != nil || !bytes.Equal(there, content) {
			return false
		}
	}
	return true
}
