// Command build assembles the page in dist/ from web/ and the two programs of
// wasm/.
//
//	go run ./build            what is needed to serve the page from here
//	go run ./build -release   with compressed copies and SHA256SUMS as well
//	go run ./build -package . the npm package, made of the same files
//
// The same sources and the same Go give the same bytes, wherever and whenever
// they are built. A file that is already there with the same content is left as
// it is, so a second build takes a second.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"sealglass/web"
)

func main() {
	release := flag.Bool("release", false, "write compressed copies and SHA256SUMS")
	out := flag.String("o", "dist", "`folder` to write to; files that the build did not make are removed from it")
	tags := flag.String("tags", "", "build `tags` of the two programs")
	npm := flag.String("package", "", "write the npm package into this `folder`, and nothing else")
	workspace := flag.Bool("wasm-workspace", false, "print the file for GOWORK with which the code that runs in the browser can be analysed, and stop")
	flag.Parse()
	err := fmt.Errorf("build: unexpected argument %q", flag.Arg(0))
	switch {
	case flag.NArg() > 0:
	case *workspace:
		err = printWorkspace()
	default:
		err = build(*out, *tags, *release, *npm)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// build writes the page to the folder out, or the npm package to the folder npm.
func build(out, tags string, release bool, npm string) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	patch, err := preparePatch(root)
	if err != nil {
		return err
	}
	programs, err := compile(root, patch, tags)
	if err != nil {
		return err
	}
	runtime, err := goOutput(root, "env", "GOROOT")
	if err != nil {
		return err
	}
	exec, err := os.ReadFile(filepath.Join(runtime, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return fmt.Errorf("build: the support script of Go's WebAssembly programs: %w", err)
	}
	list, err := addNotices(root, patch, programs)
	if err != nil {
		return err
	}
	files, err := assemble(web.Files, programs, exec, packOnce(filepath.Join(root, ".cache", "packed", "programs"+tags)))
	if err != nil {
		return err
	}
	languages, err := readLanguages(web.Files)
	if err != nil {
		return fmt.Errorf("build: %w", err)
	}
	rules, err := rulePages(languages, files)
	if err != nil {
		return err
	}
	maps.Copy(files, rules)
	addHosting(files, languages)
	if files["sbom.cdx.json"], err = sbom(files, list); err != nil {
		return err
	}
	if npm != "" {
		return writePackage(npm, root, web.Files, files)
	}
	return write(out, files, release)
}

func printWorkspace() error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	patch, err := preparePatch(root)
	if err != nil {
		return err
	}
	fmt.Println(patch.workspace())
	return nil
}

// moduleRoot is the folder of go.mod.
func moduleRoot() (string, error) {
	mod, err := goOutput(".", "env", "GOMOD")
	if err != nil {
		return "", err
	}
	if filepath.Base(mod) != "go.mod" {
		return "", fmt.Errorf("build: no go.mod here or above; run it inside the project")
	}
	return filepath.Dir(mod), nil
}

// goOutput runs the go command in dir, for the browser, and returns what it printed.
func goOutput(dir string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("build: go %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
