package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// dropped is an ordinary certificate of a person.
const dropped = "individual_validated_with_matching_country.pem"

// emptyFiles are those of the near-empty page that lie in testdata.
var emptyFiles = []string{"index.html", "start.js"}

// measured is what web/test/bench.mjs prints: medians in milliseconds.
type measured struct {
	Empty, Page struct{ Cold, Warm float64 } // navigation to ready
	Drop        struct{ Cold, Warm float64 } // drop to rendered findings
}

// browser prints what Chromium takes for the page and for the near-empty one.
func browser(samples []sample) error {
	if err := buildEmpty(); err != nil {
		return err
	}
	out, err := output("node", "web/test/bench.mjs", releaseDir, emptyDir, filepath.Join(filepath.Dir(samples[0].file), dropped))
	if err != nil {
		return err
	}
	var m measured
	if err := json.Unmarshal(out, &m); err != nil {
		return fmt.Errorf("bench: web/test/bench.mjs: %w", err)
	}
	return printTable("In Chromium, median of 5\tcold\twarm", func(row func(string, ...any)) error {
		row("near-empty Go page: navigation to ready\t%.0f ms\t%.0f ms", m.Empty.Cold, m.Empty.Warm)
		row("Sealglass: navigation to ready\t%.0f ms\t%.0f ms", m.Page.Cold, m.Page.Warm)
		row("Sealglass: drop to rendered findings\t%.0f ms\t%.0f ms", m.Drop.Cold, m.Drop.Warm)
		return nil
	})
}

// buildEmpty builds the near-empty page, with the support script and the icon
// of the release.
func buildEmpty() error {
	if err := os.MkdirAll(emptyDir, 0o777); err != nil {
		return fmt.Errorf("bench: %w", err)
	}
	from := map[string]string{"wasm_exec.js": releaseDir, "icon.svg": releaseDir}
	for _, name := range emptyFiles {
		from[name] = "build/bench/testdata/empty"
	}
	for name, dir := range from {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			err = os.WriteFile(filepath.Join(emptyDir, name), content, 0o666)
		}
		if err != nil {
			return fmt.Errorf("bench: %w", err)
		}
	}
	return run("env", "GOOS=js", "GOARCH=wasm", "go", "build", "-trimpath", "-ldflags=-s -w", "-buildvcs=false",
		"-o", filepath.Join(emptyDir, "page.wasm"), "./build/bench/testdata/empty")
}
