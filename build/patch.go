package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// The programs are made from a few packages that differ in the browser:
//
//   - zcrypto/x509 builds root_unix.go for js/wasm, but nothing defines its
//     certFiles and certDirectories there. A copy of the module in .cache gets
//     one more file, and a go.mod beside it replaces the module with the copy.
//   - An overlay for each program puts the stubs of stubs.go in the place of
//     packages of the standard library. What stands for a module lies in .cache as
//     well, and the go.mod names it: the go command replaces no file of a module.
//
// Neither touches the module cache, GOROOT or the project's own go.mod. Native
// builds use all packages as they are.

const zcryptoModule = "github.com/zmap/zcrypto"

// zcryptoAdded is the one file that the copy of zcrypto has more.
const zcryptoAdded = "x509/root_js.go"

const zcryptoAddition = `package x509

// The browser has no system roots.
var certFiles, certDirectories []string
`

// patch is the folder in which the changed packages lie.
type patch struct{ dir string }

func (p patch) modfile() string { return filepath.Join(p.dir, "go.mod") }

// workspace replaces zcrypto as the modfile does, for programs that know neither
// -modfile nor an overlay: go vet and staticcheck.
func (p patch) workspace() string { return filepath.Join(p.dir, "go.work") }

func (p patch) overlay(program string) string { return filepath.Join(p.dir, program+".json") }

// flags are the go command's flags that build one of the programs with the patch.
func (p patch) flags(program string) []string {
	return []string{"-modfile=" + p.modfile(), "-overlay=" + p.overlay(program)}
}

// preparePatch writes the patch to .cache/wasm below the module root, unless it
// is there already for the same go.mod and go.sum.
func preparePatch(root string) (patch, error) {
	p := patch{filepath.Join(root, ".cache", "wasm")}
	files, err := patchFiles(root, p)
	if err != nil {
		return p, err
	}
	if upToDate(files) {
		return p, nil
	}
	if err := copyZcrypto(root, filepath.Join(p.dir, "zcrypto")); err != nil {
		return p, err
	}
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return p, fmt.Errorf("build: %w", err)
		}
		if err := os.WriteFile(name, content, 0o666); err != nil {
			return p, fmt.Errorf("build: %w", err)
		}
	}
	return p, nil
}

// patchFiles are the files of the patch but the copy of zcrypto, by their paths.
func patchFiles(root string, p patch) (map[string][]byte, error) {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	files := map[string][]byte{
		filepath.Join(p.dir, "go.sum"):                sum,
		p.workspace():                                 workspace(mod),
		filepath.Join(p.dir, "zcrypto", zcryptoAdded): []byte(zcryptoAddition),
	}
	// The path is taken from the module's root, also with -modfile.
	patched := fmt.Appendf(mod, "\nreplace %s => ./.cache/wasm/zcrypto\n", zcryptoModule)
	for program, list := range stubs {
		overlay := make(map[string]string)
		for stub, source := range list {
			name := strings.ReplaceAll(stub, "/", "-")
			if isModule(stub) {
				files[filepath.Join(p.dir, name, "go.mod")] = fmt.Appendf(nil, "module %s\n\n%s", stub, goLine(mod))
				files[filepath.Join(p.dir, name, "stub.go")] = []byte(source)
				patched = fmt.Appendf(patched, "\nreplace %s => ./.cache/wasm/%s\n", stub, name)
				continue
			}
			file := filepath.Join(p.dir, strings.TrimSuffix(name, ".go")+".go")
			files[file] = []byte(source)
			if err := replacePackage(root, overlay, stub, file); err != nil {
				return nil, err
			}
		}
		files[p.overlay(program)], err = json.MarshalIndent(map[string]any{"Replace": overlay}, "", "\t")
		if err != nil {
			return nil, fmt.Errorf("build: %w", err)
		}
	}
	files[p.modfile()] = patched
	return files, nil
}

// isModule says whether the package at this path is a module, not of the standard
// library.
func isModule(pkg string) bool {
	host, _, _ := strings.Cut(pkg, "/")
	return strings.Contains(host, ".")
}

// workspace is the text of go.work, with the go line of go.mod.
func workspace(mod []byte) []byte {
	return fmt.Appendf(nil, "%s\nuse ../..\n\nreplace %s => ./zcrypto\n", goLine(mod), zcryptoModule)
}

// goLine is the line of a go.mod that names Go's version.
func goLine(mod []byte) string {
	for line := range strings.Lines(string(mod)) {
		if strings.HasPrefix(line, "go ") {
			return line
		}
	}
	return ""
}

// replacePackage puts one file in the place of those that a package is made from
// for the browser, or of that one of them which is named behind the package's path.
func replacePackage(root string, overlay map[string]string, stub, with string) error {
	path, only := stubbed(stub)
	line, err := goOutput(root, "list", "-f", "{{.Dir}} {{join .GoFiles \" \"}}", path)
	if err != nil {
		return err
	}
	fields := strings.Fields(line)
	for _, file := range fields[1:] {
		if only == "" || file == only {
			overlay[filepath.Join(fields[0], file)] = with
			with = "" // no such file
		}
	}
	return nil
}

// stubbed takes the path of a stub apart: the package, and the file where it stands
// for one alone.
func stubbed(stub string) (pkg, file string) {
	if !strings.HasSuffix(stub, ".go") {
		return stub, ""
	}
	folder, file := path.Split(stub)
	return path.Clean(folder), file
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
