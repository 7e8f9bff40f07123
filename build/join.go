package main

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

// The forms of import and export that the modules of web/ have. A name that is
// exported never changes its value.
var (
	importForm = regexp.MustCompile(`(?ms)^import (?:\{([^}]*)\} from )?'(\.[^']+)';\n`)
	exportForm = regexp.MustCompile(`(?m)^export (?:async )?(?:function\*?|class|const) (\w+)|^export \{ ([^}]*) \};\n`)
	renaming   = regexp.MustCompile(`(\w+) as (\w+)`)
)

// join writes a module and all that it imports as one module, without the
// comments. What each module declares stays within a function of its own. The
// modules alone, which lie beside the first, are imported as before.
func join(files map[string][]byte, entry string, alone ...string) ([]byte, error) {
	j := joiner{files: files, alone: alone, names: map[string]string{}}
	if _, err := j.module(entry, nil); err != nil {
		return nil, fmt.Errorf("build: %w", err)
	}
	exports, err := exported(files[entry])
	if err != nil {
		return nil, fmt.Errorf("build: web/%s: %w", entry, err)
	}
	if len(exports) > 0 {
		fmt.Fprintf(&j.out, "export const { %s } = %s;\n", strings.Join(exports, ", "), j.names[entry])
	}
	return j.out.Bytes(), nil
}

// joiner writes modules, each after those that it imports.
type joiner struct {
	files map[string][]byte
	alone []string
	names map[string]string // of the constants that hold what the modules export
	out   bytes.Buffer
}

// module writes a module once, and returns the name of what it exports.
func (j *joiner) module(name string, importers []string) (string, error) {
	if as, ok := j.names[name]; ok {
		return as, nil
	}
	source, ok := j.files[name]
	if !ok || slices.Contains(importers, name) {
		return "", fmt.Errorf("cannot join %s, which %s import: there is no such file, or it imports itself", name, strings.Join(importers, ", "))
	}
	exports, err := exported(source)
	if err != nil {
		return "", fmt.Errorf("web/%s: %w", name, err)
	}
	if slices.Contains(j.alone, name) {
		as := j.name(name)
		fmt.Fprintf(&j.out, "import * as %s from './%s';\n", as, name)
		return as, nil
	}
	var head strings.Builder
	for _, match := range importForm.FindAllSubmatch(source, -1) {
		imported, err := j.module(path.Join(path.Dir(name), string(match[2])), append(importers, name))
		if err != nil {
			return "", err
		}
		if len(match[1]) > 0 {
			fmt.Fprintf(&head, "const {%s} = %s;\n", renaming.ReplaceAll(match[1], []byte("$1: $2")), imported)
		}
	}
	body := importForm.ReplaceAll(source, nil)
	body = exportForm.ReplaceAllFunc(body, func(found []byte) []byte {
		declaration := bytes.TrimPrefix(found, []byte("export "))
		if declaration[0] == '{' {
			return nil
		}
		return declaration
	})
	if bytes.Contains(body, []byte("\nimport ")) || bytes.Contains(body, []byte("\nexport ")) {
		return "", fmt.Errorf("web/%s: an import or export in a form that cannot be joined", name)
	}
	if body, err = withoutComments(body); err != nil {
		return "", fmt.Errorf("web/%s: %w", name, err)
	}
	as := j.name(name)
	fmt.Fprintf(&j.out, "const %s = (() => {\n%s%sreturn { %s };\n})();\n", as, head.String(), body, strings.Join(exports, ", "))
	return as, nil
}

// name is what a module is called from now on.
func (j *joiner) name(module string) string {
	as := fmt.Sprintf("m%d", len(j.names))
	j.names[module] = as
	return as
}

// exported lists what a module exports.
func exported(source []byte) ([]string, error) {
	var names []string
	for _, match := range exportForm.FindAllSubmatch(source, -1) {
		for _, name := range strings.Split(string(match[1])+string(match[2]), ",") {
			if strings.Contains(name, " as ") {
				return nil, fmt.Errorf("it exports a name as another: %s", name)
			}
			names = append(names, strings.TrimSpace(name))
		}
	}
	return names, nil
}

// withoutComments leaves out the lines that hold nothing but a comment, comments
// with a type, and what lines begin with. The licence of what is not ours stays,
// and what is said to bundlers.
func withoutComments(source []byte) ([]byte, error) {
	var out bytes.Buffer
	inside := false
	for _, line := range strings.Split(string(source), "\n") {
		if strings.Count(line, "`")%2 != 0 {
			return nil, fmt.Errorf("a text goes over the end of the line: %q", line)
		}
		line = strings.TrimSpace(line)
		switch {
		case inside:
			inside = !strings.HasSuffix(line, "*/")
		case strings.HasPrefix(line, "/*") && !strings.Contains(line, "*/"):
			inside = true
		case strings.HasPrefix(line, "//") && !strings.Contains(line, "Copyright"), line == "":
		default:
			if line = strings.TrimSpace(typeComment.ReplaceAllString(line, "")); line != "" {
				out.WriteString(line + "\n")
			}
		}
	}
	return out.Bytes(), nil
}

var typeComment = regexp.MustCompile(`/\*\* .*? \*/ ?`)
