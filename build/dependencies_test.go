package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEveryDependencyHasItsReason compares docs/dependencies.md with what go.mod,
// the module of the checkers and package.json ask for.
func TestEveryDependencyHasItsReason(t *testing.T) {
	var want []string
	for _, mod := range []string{"go.mod", "build/tools/go.mod"} {
		want = append(want, directModules(t, mod)...)
	}
	for name := range readPackage(t).DevDependencies {
		want = append(want, name)
	}
	var got []string
	for _, row := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|.*\\w.*\\|$").FindAllStringSubmatch(readFile(t, "docs/dependencies.md"), -1) {
		got = append(got, row[1])
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("docs/dependencies.md says why there are\n%s\nthe project asks for\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// directModules are the modules that a go.mod requires for the project itself. The
// one of the checkers requires none: it names programs.
func directModules(t *testing.T, mod string) []string {
	t.Helper()
	var file struct {
		Require []struct {
			Path     string
			Indirect bool
		}
		Tool []struct{ Path string }
	}
	if err := json.Unmarshal([]byte(strings.Join(runGo(t, nil, "mod", "edit", "-json", mod), "\n")), &file); err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, required := range file.Require {
		tool := slices.ContainsFunc(file.Tool, func(tool struct{ Path string }) bool {
			return tool.Path == required.Path || strings.HasPrefix(tool.Path, required.Path+"/")
		})
		if tool || !required.Indirect {
			found = append(found, required.Path)
		}
	}
	if len(found) < 2 {
		t.Errorf("%s requires %q", mod, found)
	}
	return found
}

// npmPackage is what package.json and an entry of its lock file say.
type npmPackage struct {
	Version, Integrity string
	HasInstallScript   bool
	DevDependencies    map[string]string
	Dependencies       map[string]string
}

func readPackage(t *testing.T) npmPackage {
	t.Helper()
	var p npmPackage
	if err := json.Unmarshal([]byte(readFile(t, "web/test/package.json")), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(projectRoot(t), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// idleScripts are the packages with a script for their installation that works
// without having run: esbuild's saves the start of Node at each call, fsevents is
// for macOS.
var idleScripts = map[string]bool{"esbuild": true, "fsevents": true}

// Packages of npm are the ones that were looked at, and run nothing when they are
// installed.
func TestPackagesAreLocked(t *testing.T) {
	var lock struct{ Packages map[string]npmPackage }
	if err := json.Unmarshal([]byte(readFile(t, "web/test/package-lock.json")), &lock); err != nil {
		t.Fatal(err)
	}
	asked := readPackage(t)
	if len(asked.Dependencies) != 0 {
		t.Errorf("the page itself needs %v", asked.Dependencies)
	}
	for name, version := range asked.DevDependencies {
		if locked := lock.Packages["node_modules/"+name].Version; locked != version {
			t.Errorf("%s: asked for is %s, locked is %q", name, version, locked)
		}
	}
	for name, p := range lock.Packages {
		if name != "" && !strings.HasPrefix(p.Integrity, "sha512-") {
			t.Errorf("%s has no hash", name)
		}
		if p.HasInstallScript && !idleScripts[strings.TrimPrefix(name, "node_modules/")] {
			t.Errorf("%s wants to run a script when it is installed", name)
		}
	}
	if npmrc := readFile(t, "web/test/.npmrc"); !strings.Contains(npmrc, "ignore-scripts=true\n") {
		t.Errorf("web/test/.npmrc lets packages run scripts:\n%s", npmrc)
	}
	for line := range strings.Lines(readFile(t, "build/deps.sh")) {
		command := strings.TrimSpace(line)
		if strings.HasPrefix(command, "npm ") && (!strings.HasPrefix(command, "npm ci ") || !strings.Contains(command, "--ignore-scripts")) {
			t.Errorf("build/deps.sh installs what the lock file does not say, or runs scripts: %s", command)
		}
	}
}

// circl is there for what Go's library lacks; what comes to it goes out of circl's
// hands (build/adr/0011-circl-in-the-worker.md).
func TestGoStillLacksWhatCirclIsFor(t *testing.T) {
	for _, path := range runGo(t, nil, "list", "std") {
		if slices.Contains([]string{"crypto/mldsa", "crypto/ed448"}, path) {
			t.Errorf("Go has %s: use it in signature/ in circl's place", path)
		}
	}
}
