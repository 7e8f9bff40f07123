package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

func filesIn(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	for _, pattern := range []string{"*", "*/*"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range found {
			if info, err := os.Stat(file); err == nil && !info.IsDir() {
				name, _ := filepath.Rel(dir, file)
				names = append(names, filepath.ToSlash(name))
			}
		}
	}
	slices.Sort(names)
	return names
}

func writeDist(t *testing.T, dir string, release bool, files map[string]string) {
	t.Helper()
	content := make(map[string][]byte)
	for name, text := range files {
		content[name] = []byte(text)
	}
	if err := write(dir, content, release); err != nil {
		t.Fatal(err)
	}
}

func TestRelease(t *testing.T) {
	dir := t.TempDir()
	text := strings.Repeat("the program ", 100)
	writeDist(t, dir, true, map[string]string{"page.wasm": text, "de/index.html": "<html>"})
	want := []string{"SHA256SUMS", "de/index.html", "de/index.html.br", "de/index.html.gz", "page.wasm", "page.wasm.br", "page.wasm.gz"}
	if got := filesIn(t, dir); !slices.Equal(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}

	packed, _ := os.ReadFile(filepath.Join(dir, "page.wasm.br"))
	if got, err := io.ReadAll(brotli.NewReader(bytes.NewReader(packed))); err != nil || string(got) != text {
		t.Errorf("page.wasm.br unpacks to %d bytes (%v), want page.wasm", len(got), err)
	}
	packed, _ = os.ReadFile(filepath.Join(dir, "page.wasm.gz"))
	unzip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(unzip); err != nil || string(got) != text {
		t.Errorf("page.wasm.gz unpacks to %d bytes (%v), want page.wasm", len(got), err)
	}
	if unzip.Name != "" || !unzip.ModTime.IsZero() {
		t.Errorf("page.wasm.gz names a file (%q) or a time (%v): it would differ from build to build", unzip.Name, unzip.ModTime)
	}
	list, _ := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
	if line := fmt.Sprintf("%x  page.wasm\n", sha256.Sum256([]byte(text))); !strings.Contains(string(list), line) {
		t.Errorf("SHA256SUMS lacks %q:\n%s", line, list)
	}
}

// A file that did not change is left alone: the browser has it cached, and
// compressing it takes half a minute.
func TestWriteLeavesTheUnchangedAlone(t *testing.T) {
	dir := t.TempDir()
	writeDist(t, dir, true, map[string]string{"page.wasm": "one", "style.css": "p {}", "old.js": ""})
	long := time.Unix(1e9, 0)
	for _, name := range filesIn(t, dir) {
		if err := os.Chtimes(filepath.Join(dir, name), long, long); err != nil {
			t.Fatal(err)
		}
	}
	writeDist(t, dir, false, map[string]string{"page.wasm": "two", "style.css": "p {}"})
	want := []string{"page.wasm", "style.css", "style.css.br", "style.css.gz"}
	if got := filesIn(t, dir); !slices.Equal(got, want) {
		t.Errorf("files %q, want %q: copies of a changed file and files of an older build go", got, want)
	}
	for name, changed := range map[string]bool{"page.wasm": true, "style.css": false, "style.css.br": false} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := !info.ModTime().Equal(long); got != changed {
			t.Errorf("%s written anew: %v, want %v", name, got, changed)
		}
	}
}
