package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// arrows says what each package may import besides the standard library: other
// packages of the project, and modules. A package that is not listed here has
// no place in the house yet.
var arrows = map[string][]string{
	"sealglass/cert":                      {"golang.org/x/crypto/cryptobyte"},
	"sealglass/lints":                     {"sealglass/cert"},
	"sealglass/lints/examples":            {},
	"sealglass/lints/book":                {"sealglass/lints", "sealglass/lints/requirements"},
	"sealglass/lints/requirements":        {"sealglass/lints"},
	"sealglass/lints/zlint":               {"sealglass/cert", "sealglass/lints", "github.com/zmap/zcrypto", "github.com/zmap/zlint/v3"},
	"sealglass/cms":                       {"sealglass/cert"},
	"sealglass/inspect":                   {"sealglass/cert", "sealglass/cms", "sealglass/lints"},
	"sealglass/pkcs12":                    {"sealglass/cert", "sealglass/cms"},
	"sealglass/signature":                 {"sealglass/cert", "github.com/cloudflare/circl"},
	"sealglass/chain":                     {"sealglass/cert", "sealglass/signature"},
	"sealglass/roots":                     {},
	"sealglass/trust":                     {"sealglass/cert", "sealglass/chain", "sealglass/inspect", "sealglass/roots"},
	"sealglass/build/roots":               {"sealglass/cert"},
	"sealglass/smime":                     {"sealglass/cert", "sealglass/cms", "sealglass/inspect", "sealglass/signature"},
	"sealglass/container":                 {"sealglass/cert", "sealglass/inspect", "sealglass/pkcs12", "sealglass/smime"},
	"sealglass/revocation":                {"sealglass/cert", "sealglass/inspect", "sealglass/signature"},
	"sealglass/view":                      {"sealglass/cert", "sealglass/lints", "sealglass/inspect"},
	"sealglass/view/static":               {"sealglass/view", "sealglass/web", "golang.org/x/net/html"},
	"sealglass/web":                       {"golang.org/x/net/html"},
	"sealglass/wasm/page":                 {"sealglass/cert", "sealglass/cms", "sealglass/lints", "sealglass/inspect", "sealglass/view", "honnef.co/go/js/dom/v2"},
	"sealglass/wasm/worker":               {"sealglass/revocation", "sealglass/cert", "sealglass/trust", "sealglass/lints", "sealglass/lints/zlint", "sealglass/inspect", "sealglass/container"},
	"sealglass/cmd/sealglass":             {"sealglass/revocation", "sealglass/cert", "sealglass/trust", "sealglass/lints", "sealglass/lints/book", "sealglass/lints/requirements", "sealglass/lints/zlint", "sealglass/inspect", "sealglass/container", "sealglass/view", "sealglass/view/static", "sealglass/web"},
	"sealglass/build":                     {"sealglass/inspect", "sealglass/lints", "sealglass/lints/book", "sealglass/lints/examples", "sealglass/testdata/gen", "sealglass/view", "sealglass/web", "github.com/andybalholm/brotli", "golang.org/x/net/html"},
	"sealglass/build/bench":               {"sealglass/revocation", "sealglass/cert", "sealglass/trust", "sealglass/testdata/gen", "sealglass/lints", "sealglass/lints/zlint", "sealglass/inspect", "sealglass/container", "github.com/andybalholm/brotli", "github.com/zmap/zcrypto", "github.com/zmap/zlint/v3"},
	"sealglass/build/docs":                {"sealglass/lints", "sealglass/lints/book", "sealglass/lints/requirements", "sealglass/testdata/gen", "sealglass/web"},
	"sealglass/build/mutate":              {},
	"sealglass/build/tests":               {},
	"sealglass/testdata/gen/inputs":       {"sealglass/cert", "sealglass/testdata/gen"},
	"sealglass/testdata/gen":              {"sealglass/cert", "golang.org/x/crypto/cryptobyte"},
	"sealglass/testdata/gen/inputs/write": {"sealglass/testdata/gen/inputs"},
}

func TestArrows(t *testing.T) {
	imports := projectImports(t)
	for name, imported := range imports {
		allowed, listed := arrows[name]
		if !listed {
			t.Errorf("%s: say in arrows what it may import", name)
			continue
		}
		for _, path := range imported {
			if !strings.Contains(strings.SplitN(path, "/", 2)[0], ".") && !strings.HasPrefix(path, "sealglass/") {
				continue // the standard library
			}
			if !slices.ContainsFunc(allowed, func(a string) bool {
				return path == a || strings.HasPrefix(path, a+"/") && !strings.HasPrefix(path, "sealglass/")
			}) {
				t.Errorf("%s imports %s, which is against the arrows", name, path)
			}
		}
	}
	for _, name := range []string{"sealglass/cert", "sealglass/wasm/page", "sealglass/wasm/worker", "sealglass/cmd/sealglass"} {
		if imports[name] == nil {
			t.Errorf("go list does not name %s", name)
		}
	}
}

func TestOnlyWasmSpeaksToJavaScript(t *testing.T) {
	for name, imported := range projectImports(t) {
		for _, path := range imported {
			if (path == "syscall/js" || strings.HasPrefix(path, "honnef.co/go/js/")) && !strings.HasPrefix(name, "sealglass/wasm/") {
				t.Errorf("%s imports %s", name, path)
			}
		}
	}
}

// The page's program is light, and holds only our own bounded code.
func TestPageProgramLeavesOut(t *testing.T) {
	heavy := []string{
		"crypto/cipher", "crypto/tls", "crypto/x509", "embed", "encoding/json", "html/template", "internal/bisect",
		"net", "net/http", "net/url", "os", "regexp", "text/template",
		"github.com/pelletier", "github.com/weppos", "github.com/zmap", "golang.org/x/net", "golang.org/x/text",
		"sealglass/lints/requirements", "sealglass/lints/zlint", "sealglass/view/static", "sealglass/web",
	}
	deps := goList(t, "page", "-deps", "-f", "{{.ImportPath}}", "./wasm/page")
	for _, dep := range deps {
		for _, path := range heavy {
			if dep == path || strings.HasPrefix(dep, path+"/") {
				t.Errorf("page.wasm contains %s", dep)
			}
		}
	}
	if !slices.Contains(deps, "sealglass/cert") {
		t.Error("page.wasm does not contain the reader")
	}
}

// The overlay keeps everything that could speak to the network out of the
// Worker's program.
func TestWorkerProgramLeavesOut(t *testing.T) {
	for _, dep := range goList(t, "worker", "-deps", "-f", "{{.ImportPath}}", "./wasm/worker") {
		if dep == "net/http" || dep == "crypto/tls" {
			t.Errorf("worker.wasm contains %s", dep)
		}
	}
}

// projectImports lists what each package of the project imports, natively or in
// the browser. testdata/gen must be named: a wildcard leaves testdata out.
func projectImports(t *testing.T) map[string][]string {
	t.Helper()
	imports := make(map[string][]string)
	lines := goList(t, "worker", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "./...")
	for _, line := range append(lines, runGo(t, nil, "list", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "./...", "./testdata/gen")...) {
		fields := strings.Fields(line)
		imports[fields[0]] = append(imports[fields[0]], fields[1:]...)
	}
	return imports
}

// goList runs go list for the browser, with the patch of one of the programs.
func goList(t *testing.T, program string, args ...string) []string {
	t.Helper()
	patch, err := preparePatch(projectRoot(t))
	if err != nil {
		t.Fatal(err)
	}
	args = append(append([]string{"list", "-e"}, patch.flags(program)...), args...)
	return runGo(t, []string{"GOOS=js", "GOARCH=wasm"}, args...)
}

// runGo runs the go command in the module's root and returns its lines.
func runGo(t *testing.T, env []string, args ...string) []string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = projectRoot(t)
	cmd.Env = append(os.Environ(), env...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, &stderr)
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' })
}

func projectRoot(t *testing.T) string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	return root
}
