package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/andybalholm/brotli"

	"sealglass/web"
)

// The bytes that a browser may have to load for each program, in brotli. They
// only go down.
const (
	pageCeiling   = 850_000
	workerCeiling = 1_900_000
	// elementCeiling is that of sealglass.js, all that an element costs a page
	// before it is seen.
	elementCeiling = 12_000
	// singleCeiling is that of sealglass.html in each language, as it is written.
	singleCeiling = 4_500_000
)

// Quality 9 takes a second where the release's 11 takes twenty, and gives a
// tenth more: a program that passes with 9 passes with 11 as well.
func TestProgramsStayUnderTheirCeilings(t *testing.T) {
	root := projectRoot(t)
	patch, err := preparePatch(root)
	if err != nil {
		t.Fatal(err)
	}
	programs, err := compile(root, patch, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, layouts := range []string{"time.Time.appendFormat", "time.parse"} {
		if bytes.Contains(programs["page.wasm"], []byte("\x00"+layouts+"\x00")) {
			t.Errorf("page.wasm has %s, with all layouts of times: build/adr/0010-small-page-program.md says how that comes", layouts)
		}
	}
	for name, ceiling := range map[string]int{"page.wasm": pageCeiling, "worker.wasm": workerCeiling} {
		for _, quality := range []int{9, brotli.BestCompression} {
			packed, err := compressBrotli(programs[name], quality)
			if err != nil {
				t.Fatal(err)
			}
			if len(packed) <= ceiling {
				t.Logf("%s: %d bytes, %d with brotli %d", name, len(programs[name]), len(packed), quality)
				break
			}
			if quality == brotli.BestCompression {
				t.Errorf("%s: %d bytes with brotli, over its ceiling of %d", name, len(packed), ceiling)
			}
		}
	}
}

func TestElementStaysUnderItsCeiling(t *testing.T) {
	packed, err := compressBrotli(realFiles(t)["sealglass.js"], brotli.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("sealglass.js: %d bytes with brotli", len(packed))
	if len(packed) > elementCeiling {
		t.Errorf("sealglass.js: %d bytes with brotli, over its ceiling of %d", len(packed), elementCeiling)
	}
}

func TestSingleFileStaysUnderItsCeiling(t *testing.T) {
	root := projectRoot(t)
	patch, err := preparePatch(root)
	if err != nil {
		t.Fatal(err)
	}
	programs, err := compile(root, patch, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := addNotices(root, patch, programs); err != nil {
		t.Fatal(err)
	}
	exec, err := os.ReadFile(filepath.Join(runGo(t, nil, "env", "GOROOT")[0], "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := assemble(web.Files, programs, exec, packOnce(filepath.Join(t.TempDir(), "programs")))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"sealglass.html", "de/sealglass.html"} {
		t.Logf("%s: %d bytes", name, len(files[name]))
		if n := len(files[name]); n == 0 || n > singleCeiling {
			t.Errorf("%s: %d bytes, over its ceiling of %d", name, n, singleCeiling)
		}
	}
}

// realFiles are those of dist/, but for the two programs and Go's support script.
func realFiles(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := assemble(web.Files, map[string][]byte{"page.wasm": nil, "worker.wasm": nil}, nil, packLZMA)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// styleCeiling is how many bytes web/style.css may have as it is written.
const styleCeiling = 20_000

func TestStyleStaysUnderItsCeiling(t *testing.T) {
	style, err := os.ReadFile(filepath.Join(projectRoot(t), "web", "style.css"))
	if err != nil {
		t.Fatal(err)
	}
	if len(style) > styleCeiling {
		t.Errorf("web/style.css: %d bytes, over its ceiling of %d", len(style), styleCeiling)
	}
}

// corpusCeiling bounds the bytes of all inputs that are kept for fuzz targets: each
// clone has them for good, and every run of the tests reads them.
const corpusCeiling = 5_000_000

// Kept are small inputs found by fuzzing that reach code which the target's own
// seeds don't. All come from these seeds, which testdata/gen makes; FuzzAgainstZcrypto
// has none, because its seeds are zlint's.
func TestFuzzCorporaStayUnderTheirCeiling(t *testing.T) {
	total, files := 0, 0
	for _, packages := range []string{"*", "*/*", "*/*/*"} {
		inputs, err := filepath.Glob(filepath.Join(projectRoot(t), packages, "testdata/fuzz/*/*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, input := range inputs {
			info, err := os.Stat(input)
			if err != nil {
				t.Fatal(err)
			}
			total += int(info.Size())
			files++
		}
	}
	t.Logf("%d inputs, %d bytes", files, total)
	if total > corpusCeiling || files == 0 {
		t.Errorf("%d inputs with %d bytes, and at most %d are kept", files, total, corpusCeiling)
	}
}
