package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"sealglass/testdata/gen"
)

func TestUpstreamStillNeedsThePatch(t *testing.T) {
	cmd := exec.Command("go", "build", "-o", os.DevNull, zcryptoModule+"/x509")
	cmd.Dir = projectRoot(t)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.CombinedOutput()
	if err == nil {
		t.Fatal("zcrypto/x509 builds for js/wasm as it is: upstream fixed it, delete the copy and the replacement from patch.go")
	}
	if !bytes.Contains(out, []byte("undefined: certFiles")) {
		t.Errorf("zcrypto/x509 fails to build for another reason than the patch is for:\n%s", out)
	}
}

// The worker's program must be zlint as it is but for what patch.go says.
func TestPatchTouchesOnlyWhatItSays(t *testing.T) {
	root := projectRoot(t)
	p, err := preparePatch(root)
	if err != nil {
		t.Fatal(err)
	}

	original := runGo(t, nil, "list", "-m", "-f", "{{.Dir}}", zcryptoModule)[0]
	replaced := runGo(t, nil, "list", "-modfile="+p.modfile(), "-m", "-f", "{{.Dir}}", zcryptoModule)[0]
	if added := differences(t, original, replaced); len(added) != 1 || added[0] != zcryptoAdded {
		t.Errorf("the copy of zcrypto differs in %q, want only %s", added, zcryptoAdded)
	}
	if missing := differences(t, replaced, original); len(missing) != 0 {
		t.Errorf("%q of zcrypto are missing from its copy", missing)
	}

	goroot := runGo(t, nil, "env", "GOROOT")[0]
	for _, program := range programNames {
		content, err := os.ReadFile(p.overlay(program))
		if err != nil {
			t.Fatal(err)
		}
		var overlay struct{ Replace map[string]string }
		if err := json.Unmarshal(content, &overlay); err != nil {
			t.Fatal(err)
		}
		for file := range overlay.Replace {
			name, _ := filepath.Rel(filepath.Join(goroot, "src"), file)
			name = filepath.ToSlash(name)
			_, whole := stubs[program][path.Dir(name)]
			if _, alone := stubs[program][name]; !whole && !alone {
				t.Errorf("the overlay of %s replaces %s", program, file)
			}
		}
	}

	ours, _ := os.ReadFile(filepath.Join(root, "go.mod"))
	patched, _ := os.ReadFile(p.modfile())
	added, ok := strings.CutPrefix(string(patched), string(ours))
	const want = "replace github.com/zmap/zcrypto => ./.cache/wasm/zcrypto\n\nreplace github.com/pelletier/go-toml => ./.cache/wasm/github.com-pelletier-go-toml"
	if !ok || strings.TrimSpace(added) != want {
		t.Errorf("the patched go.mod adds %q, want %q", added, want)
	}
}

// What the patch leaves of zlint must judge as zlint itself does.
func TestPatchedZLintJudgesTheSame(t *testing.T) {
	printsTheSame(t, "worker", "./build/testdata/opinions")
}

// The page's program must say what the native one does: of zlint's test data, of
// certificates with hostile texts, and of mutants.
func TestPatchedPageReportsTheSame(t *testing.T) {
	folder := t.TempDir()
	add := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var bases [][]byte
	for _, s := range gen.Samples() {
		bases = append(bases, s.Data)
		add(s.Name, s.Data)
	}
	for i, text := range gen.AttackTexts() {
		if i%8 == 0 {
			add(fmt.Sprintf("attack%03d", i), gen.Carrier(text).Encode())
		}
	}
	for n := range uint64(500) {
		add(fmt.Sprintf("mutant%03d", n), gen.Mutant(n, bases))
	}
	printsTheSame(t, "page", "./build/testdata/reports", folder)
}

// printsTheSame runs a program over zlint's test data and more folders, natively and as one of the
// two programs of the browser are built, and compares the lines that it prints.
func printsTheSame(t *testing.T, like, program string, more ...string) {
	t.Helper()
	root := projectRoot(t)
	p, err := preparePatch(root)
	if err != nil {
		t.Fatal(err)
	}
	folders := append([]string{filepath.Join(runGo(t, nil, "list", "-m", "-f", "{{.Dir}}", "github.com/zmap/zlint/v3")[0], "testdata")}, more...)
	native := runGo(t, nil, append([]string{"run", program}, folders...)...)
	file := filepath.Join(t.TempDir(), "program.wasm")
	if err := link(root, p.flags(like), program, file); err != nil {
		t.Fatal(err)
	}
	linked, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	slimmed, err := slim(linked)
	if err != nil {
		t.Fatal(err)
	}
	stdout, stderr, exit := runInNode(t, slimmed, folders...)
	if exit != 0 {
		t.Fatalf("in the browser's build it ends with %d and says\n%s", exit, stderr)
	}
	patched := strings.FieldsFunc(stdout, func(r rune) bool { return r == '\n' })
	if len(native) < 1000 {
		t.Errorf("%d lines only", len(native))
	}
	for i := range min(len(native), len(patched)) {
		if native[i] != patched[i] {
			t.Fatalf("line %d:\nnative  %s\npatched %s", i+1, native[i], patched[i])
		}
	}
	if len(native) != len(patched) {
		t.Errorf("%d lines natively, %d patched", len(native), len(patched))
	}
}

// differences lists the files below b that are missing or different below a.
func differences(t *testing.T, a, b string) []string {
	t.Helper()
	var list []string
	err := fs.WalkDir(os.DirFS(b), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		there, err := os.ReadFile(filepath.Join(b, name))
		if err != nil {
			return err
		}
		if here, err := os.ReadFile(filepath.Join(a, name)); err != nil || !bytes.Equal(here, there) {
			list = append(list, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}
