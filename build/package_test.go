package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sealglass/web"
)

// The package registers nothing until it is asked to, and names its files in their
// folder through the function at, which bundlers leave alone.
func TestPackageFiles(t *testing.T) {
	dist := realFiles(t)
	dist["rules.json"], dist["NOTICES.txt"] = []byte("{}"), []byte("notices")
	files, err := packageFiles(projectRoot(t), web.Files, dist)
	if err != nil {
		t.Fatal(err)
	}
	index := string(files["index.js"])
	if strings.Contains(index, "customElements.define") || !strings.Contains(string(files["define.js"]), "customElements.define") {
		t.Error("index.js registers, or define.js does not")
	}
	if found := regexp.MustCompile("new URL\\(['\"`][^)]*import\\.meta").FindString(index); found != "" {
		t.Errorf("index.js has %s, which a bundler rewrites", found)
	}
	var beside []string
	for name := range files {
		if file, ok := strings.CutPrefix(name, filesFolder); ok {
			beside = append(beside, file)
			if !strings.Contains(index, "at('"+name+"')") {
				t.Errorf("nothing asks for %s", name)
			}
		}
	}
	slices.Sort(beside)
	want := []string{"card.css", "card.de.json", "card.en.json", "page.wasm", "rules.json", "wasm_exec.js", "worker.js", "worker.wasm"}
	if !slices.Equal(beside, want) || strings.Count(index, "at('") != len(want) {
		t.Errorf("beside the modules lie %q, and index.js asks for %d files", beside, strings.Count(index, "at('"))
	}
}

func TestTarball(t *testing.T) {
	files := map[string][]byte{"b/c.js": []byte("c"), "a.js": []byte("aa"), "package.json": []byte("{}")}
	packed, err := tarball(files)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := tarball(maps.Clone(files)); err != nil || !bytes.Equal(packed, again) {
		t.Errorf("the same files give other bytes (%v)", err)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for r := tar.NewReader(unpacked); ; {
		header, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		name := strings.TrimPrefix(header.Name, "package/")
		if err != nil || !bytes.Equal(content, files[name]) {
			t.Errorf("%s: %q, %v", header.Name, content, err)
		}
		names = append(names, name)
	}
	if !slices.Equal(names, []string{"a.js", "b/c.js", "package.json"}) {
		t.Errorf("it holds %q", names)
	}
}
