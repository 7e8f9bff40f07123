package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/net/html"

	"sealglass/web"
)

// singleName is the file that holds the whole page, one for each language.
const singleName = "sealglass.html"

// inlined is what the single file has in itself.
type inlined struct{ check, script, style, icon, notices []byte }

// addSingleFiles adds the whole page as one file, in each language.
func addSingleFiles(files map[string][]byte, source fs.FS, version string, languages []language, pack func([]byte) []byte) error {
	markup, err := fs.ReadFile(source, "index.html")
	if err != nil {
		return fmt.Errorf("build: %w", err)
	}
	check, script, err := singleScripts(source, version, files, pack)
	if err != nil {
		return err
	}
	single := inlined{check, script, files["style.css"], files["icon.svg"], files["NOTICES.txt"]}
	for _, lang := range languages {
		translated, err := lang.translate(markup)
		if err != nil {
			return fmt.Errorf("build: web/index.html in %q: %w", lang.tag, err)
		}
		w := pageWriter{lang: lang, single: &single}
		if files[lang.path(singleName)], err = w.page(translated); err != nil {
			return fmt.Errorf("build: %s in %q: %w", singleName, lang.tag, err)
		}
	}
	return nil
}

// singleScripts joins all modules of the page, with the programs in one of them,
// and the script that checks whether they are there.
func singleScripts(source fs.FS, version string, files map[string][]byte, pack func([]byte) []byte) (check, script []byte, err error) {
	modules := maps.Clone(files)
	for _, name := range []string{"single/check.js", "single/get.js", "single/lzma.js"} {
		content, err := fs.ReadFile(source, name)
		if err != nil {
			return nil, nil, fmt.Errorf("build: %w", err)
		}
		modules[name] = content
	}
	var together []byte
	list := fmt.Appendf(nil, "export const build = {\n\tversion: '%s',\n", version)
	for _, file := range fetched {
		if file.key == "cardStyle" { // of elements
			continue
		}
		list = fmt.Appendf(list, "\t%s: { at: %d, bytes: %d },\n", file.key, len(together), len(files[file.name]))
		together = append(together, files[file.name]...)
	}
	modules["build.js"] = append(list, "};\n"...)
	modules["single/packed.js"] = fmt.Appendf(nil, "export const packed = '%s';\n", base64.StdEncoding.EncodeToString(pack(together)))
	modules["offline.js"] = []byte("export const keepOffline = async () => {};\n")
	modules["get.js"] = []byte("import { get as unpack, compiled as compile } from './single/get.js';\nexport const get = unpack;\nexport const compiled = compile;\n")
	if check, err = join(modules, "single/check.js"); err != nil {
		return nil, nil, err
	}
	if script, err = join(modules, "start.js"); err != nil {
		return nil, nil, err
	}
	for _, end := range []string{"</script", "<!--"} {
		if bytes.Contains(script, []byte(end)) || bytes.Contains(check, []byte(end)) {
			return nil, nil, fmt.Errorf("build: the script of the single file holds %s, which HTML does not have within a script", end)
		}
	}
	return check, script, nil
}

// policy permits what the file has in itself.
func (i *inlined) policy() string {
	return web.SingleCSP([]string{hashSource(i.check), hashSource(i.script)}, hashSource(i.style))
}

// inline writes a tag that names a file of the page with that file inside. It
// reports whether the tag is one.
func (i *inlined) inline(w *bytes.Buffer, token html.Token) bool {
	switch {
	case attr(token, "src") == "start.js": // its end tag follows
		fmt.Fprintf(w, "<script type=\"module\">%s", i.check)
	case attr(token, "rel") == "stylesheet":
		fmt.Fprintf(w, "<style>%s</style>", i.style)
	case attr(token, "rel") == "manifest": // a file is not installed
	case hasAttr(token, "data-notices"):
		w.WriteString(token.String() + html.EscapeString(string(i.notices)))
	case attr(token, "rel") == "icon":
		fmt.Fprintf(w, "<link rel=\"icon\" href=\"data:image/svg+xml;base64,%s\">", base64.StdEncoding.EncodeToString(i.icon))
	default:
		return false
	}
	return true
}

// leftOut leaves out the elements of the other of the two: the page of a site and
// the single file.
type leftOut struct {
	name  string // of the element that is being left out
	depth int    // how many of that name are open
}

// out reports whether a token is within an element that is left out.
func (l *leftOut) out(token html.Token, single bool) bool {
	if l.depth == 0 {
		in := attr(token, "data-in")
		if in == "" || (in == "file") == single || token.Type != html.StartTagToken {
			return false
		}
		l.name = token.Data
	}
	if token.Data == l.name {
		switch token.Type {
		case html.StartTagToken:
			l.depth++
		case html.EndTagToken:
			l.depth--
		}
	}
	return true
}

// hashSource names an inline script or style sheet in a policy.
func hashSource(content []byte) string {
	sum := sha256.Sum256(content)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// packOnce is packLZMA, which takes seconds: what it made last is kept in a file,
// behind the SHA-256 of what it made it from.
func packOnce(file string) func([]byte) []byte {
	return func(content []byte) []byte {
		sum := sha256.Sum256(content)
		if kept, err := os.ReadFile(file); err == nil && bytes.HasPrefix(kept, sum[:]) {
			return kept[len(sum):]
		}
		packed := packLZMA(content)
		err := os.MkdirAll(filepath.Dir(file), 0o777)
		if err == nil {
			err = writeWhole(file, slices.Concat(sum[:], packed))
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "build: the next build packs the programs again: %v\n", err)
		}
		return packed
	}
}
