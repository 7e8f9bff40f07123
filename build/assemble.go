package main

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
)

// assemble makes every file of dist/, by its path there, from the files of
// web/, the two programs and Go's support script. pack packs as packLZMA does.
func assemble(source fs.FS, programs map[string][]byte, wasmExec []byte, pack func([]byte) []byte) (map[string][]byte, error) {
	files := maps.Clone(programs)
	files["wasm_exec.js"] = wasmExec
	var pages []string
	err := fs.WalkDir(source, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(source, name)
		if err != nil {
			return err
		}
		switch path.Ext(name) {
		case ".html":
			pages = append(pages, name)
		case ".json": // the words
		default:
			if name == "element/card.css" { // a part of card.css
				return nil
			}
			files[name] = content
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	files["samples.js"] = samplesModule()
	languages, err := readLanguages(source)
	if err == nil {
		err = addCards(files, source, languages)
	}
	if err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	if files["sealglass.d.ts"], err = typesModule(source); err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	version, err := buildVersion(source, files)
	if err != nil {
		return nil, err
	}
	files["build.js"] = buildModule(version, languages, files)
	if files["sealglass.js"], err = join(files, "element/define.js"); err != nil {
		return nil, err
	}
	if files["embed.js"], err = join(files, "frame/frame.js"); err != nil {
		return nil, err
	}
	if err := addSingleFiles(files, source, version, languages, pack); err != nil {
		return nil, err
	}
	if files["sealglass.node.js"], err = join(files, "node/sealglass.js"); err != nil {
		return nil, err
	}
	if err := addManifests(files, source, languages); err != nil {
		return nil, err
	}
	if files["start.js"], err = join(files, "start.js", alone...); err != nil {
		return nil, err
	}
	maps.DeleteFunc(files, func(name string, _ []byte) bool { return path.Ext(name) == ".js" && !delivered(name) })
	for _, name := range pages {
		markup, err := fs.ReadFile(source, name)
		if err != nil {
			return nil, fmt.Errorf("build: %w", err)
		}
		for _, lang := range languages {
			translated, err := lang.translate(markup)
			if err != nil {
				return nil, fmt.Errorf("build: web/%s in %q: %w", name, lang.tag, err)
			}
			content, err := writePage(translated, name, lang, languages, files)
			if err != nil {
				return nil, fmt.Errorf("build: web/%s in %q: %w", name, lang.tag, err)
			}
			files[lang.path(name)] = content
		}
	}
	return files, addOffline(files, source, version, languages)
}

// alone are the modules that stay what they are beside start.js, which all others
// of the page are joined into (build/adr/0021-one-script.md): those that do their
// work where start.js does not come, and data.
var alone = []string{"arrival.js", "early.js", "giveup.js", "build.js", "samples.js"}

// delivered says whether a script is one of dist/, and not just a part of one.
func delivered(name string) bool {
	entries := []string{"start.js", "sealglass.js", "sealglass.node.js", "embed.js"}
	return slices.Contains(alone, name) || slices.Contains(entries, name) ||
		slices.ContainsFunc(fetched, func(file fetchedFile) bool { return file.name == name })
}

// buildVersion is the first 12 hex digits of the SHA-256 over the names and
// hashes of everything that the build is made from.
func buildVersion(source fs.FS, files map[string][]byte) (string, error) {
	all := maps.Clone(files)
	err := fs.WalkDir(source, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		all[name], err = fs.ReadFile(source, name)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("build: %w", err)
	}
	sum := sha256.Sum256(sums(all))
	return fmt.Sprintf("%x", sum[:6]), nil
}

// sums lists the SHA-256 of files as sha256sum does, sorted by name.
func sums(files map[string][]byte) []byte {
	var list []byte
	for _, name := range slices.Sorted(maps.Keys(files)) {
		list = fmt.Appendf(list, "%x  %s\n", sha256.Sum256(files[name]), name)
	}
	return list
}

// fetched are the files that the page's modules fetch themselves, by their
// names in build.js.
var fetched = []fetchedFile{
	{"page", "page.wasm"},
	{"goScript", "wasm_exec.js"},
	{"workerScript", "worker.js"},
	{"worker", "worker.wasm"},
	{"cardStyle", "card.css"},
}

type fetchedFile struct{ key, name string }

// buildModule is build.js; web/types/build.d.ts describes it.
func buildModule(version string, languages []language, files map[string][]byte) []byte {
	module := []byte("// Written by the build.\n\n")
	module = append(module, "/** @param {string} name */\nconst at = (name) => new URL(name, import.meta.url).href;\n\n"...)
	module = fmt.Appendf(module, "export const build = {\n\tversion: '%s',\n", version)
	for _, file := range fetched {
		module = fmt.Appendf(module, "\t%s: %s,\n", file.key, builtFile(file.name, files))
	}
	module = append(module, "\trules: at('rules.json'),\n\tcards: {\n"...)
	for _, lang := range languages {
		module = fmt.Appendf(module, "\t\t'%s': %s,\n", lang.tag, builtFile("card."+lang.tag+".json", files))
	}
	return append(module, "\t},\n};\n"...)
}

func builtFile(name string, files map[string][]byte) string {
	sum := sha256.Sum256(files[name])
	return fmt.Sprintf("{ url: at('%s'), integrity: 'sha256-%s' }", name, base64.StdEncoding.EncodeToString(sum[:]))
}

// integrity is the value of an integrity attribute.
func integrity(content []byte) string {
	sum := sha512.Sum384(content)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}
