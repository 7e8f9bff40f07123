package main

import (
	"archive/tar"
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"sealglass/inspect"
)

// npmFiles are the files of the npm package that nothing is made into.
//
//go:embed npm
var npmFiles embed.FS

// filesFolder holds in the npm package what its modules fetch. Whoever bundles the
// modules copies it beside the bundle (build/adr/0017-package.md).
const filesFolder = "sealglass-files/"

// writePackage writes the npm package into a folder, as npm pack does, and says where.
func writePackage(folder, root string, source fs.FS, dist map[string][]byte) error {
	files, err := packageFiles(root, source, dist)
	if err != nil {
		return fmt.Errorf("build: the npm package: %w", err)
	}
	packed, err := tarball(files)
	if err != nil {
		return fmt.Errorf("build: the npm package: %w", err)
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	name := filepath.Join(folder, "sealglass-"+inspect.Version+".tgz")
	fmt.Println(name)
	return writeWhole(name, packed)
}

// packageFiles are the files of the npm package, by their paths in it.
func packageFiles(root string, source fs.FS, dist map[string][]byte) (map[string][]byte, error) {
	modules, err := packageModules(source, dist)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{
		"define.js":   modules["element/define.js"],
		"index.d.ts":  dist["sealglass.d.ts"],
		"NOTICES.txt": dist["NOTICES.txt"],
	}
	if files["index.js"], err = join(modules, "element/index.js"); err != nil {
		return nil, err
	}
	if files["node.js"], err = join(modules, "node/sealglass.js"); err != nil {
		return nil, err
	}
	if files["custom-elements.json"], err = fs.ReadFile(source, "custom-elements.json"); err != nil {
		return nil, err
	}
	for name, at := range map[string]string{"LICENSE": "LICENSE", "embedding.md": "docs/embedding.md"} {
		if files[name], err = os.ReadFile(filepath.Join(root, at)); err != nil {
			return nil, err
		}
	}
	files["embedding.md"] = bytes.ReplaceAll(files["embedding.md"], []byte("../web/"), nil)
	for _, name := range []string{"package.json", "README.md", "define.d.ts"} {
		content, err := npmFiles.ReadFile("npm/" + name)
		if err != nil {
			return nil, err
		}
		files[name] = bytes.Replace(content, []byte("VERSION"), []byte(inspect.Version), 1)
	}
	for name, content := range dist {
		if bytes.Contains(dist["build.js"], []byte("at('"+name+"')")) {
			files[filesFolder+name] = content
		}
	}
	return files, nil
}

// packageModules are the modules of web/, and those that the build writes; they
// look for their files in their folder.
func packageModules(source fs.FS, dist map[string][]byte) (map[string][]byte, error) {
	modules := map[string][]byte{"style.css": dist["style.css"]} // addCards needs it
	err := fs.WalkDir(source, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".js" {
			return err
		}
		modules[name], err = fs.ReadFile(source, name)
		return err
	})
	if err != nil {
		return nil, err
	}
	languages, err := readLanguages(source)
	if err != nil {
		return nil, err
	}
	modules["wasm_exec.js"] = dist["wasm_exec.js"]
	modules["build.js"] = bytes.ReplaceAll(dist["build.js"], []byte("at('"), []byte("at('"+filesFolder))
	return modules, addCards(modules, source, languages) // notes.js
}

// tarball packs files as npm expects them: below package/. The same files give the
// same bytes.
func tarball(files map[string][]byte) ([]byte, error) {
	var archive bytes.Buffer
	w := tar.NewWriter(&archive)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		header := tar.Header{Name: "package/" + name, Mode: 0o644, Size: int64(len(files[name])), ModTime: time.Unix(0, 0), Format: tar.FormatUSTAR}
		if err := w.WriteHeader(&header); err != nil {
			return nil, err
		}
		if _, err := w.Write(files[name]); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return compressGzip(archive.Bytes())
}
