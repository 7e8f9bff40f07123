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
	Chromium    string                       // its version
	Empty, Page struct{ Cold, Warm float64 } // navigation to ready
	Drop        struct{ Cold, Warm float64 } // drop to written answer
	Painted     map[string]float64           // drop to painted answer, by reader
	Findings    float64                      // drop to painted findings, which come after the card
}

// readers of JavaScript, which Sealglass is measured beside.
var readers = []string{"@peculiar/x509", "pkijs", "@lapo/asn1js"}

// browser prints what Chromium takes for the page and for the near-empty one.
func browser(samples []sample, f *figures) error {
	if err := buildEmpty(); err != nil {
		return err
	}
	if err := buildPeers(); err != nil {
		return err
	}
	out, err := output("node", "web/test/bench.mjs", releaseDir, emptyDir, peersDir, filepath.Join(filepath.Dir(samples[0].file), dropped))
	if err != nil {
		return err
	}
	var m measured
	if err := json.Unmarshal(out, &m); err != nil {
		return fmt.Errorf("bench: web/test/bench.mjs: %w", err)
	}
	f.Chromium, f.Painted = m.Chromium, m.Painted
	err = printTable("In Chromium, median of 5\tcold\twarm", func(row func(string, ...any)) error {
		row("near-empty Go page: navigation to ready\t%.0f ms\t%.0f ms", m.Empty.Cold, m.Empty.Warm)
		row("Sealglass: navigation to ready\t%.0f ms\t%.0f ms", m.Page.Cold, m.Page.Warm)
		row("Sealglass: drop to written answer\t%.0f ms\t%.0f ms", m.Drop.Cold, m.Drop.Warm)
		return nil
	})
	if err != nil {
		return err
	}
	return printTable("In Chromium, warm, drop to painted answer, median of 20\tms\tSealglass takes", func(row func(string, ...any)) error {
		ours := m.Painted["Sealglass"]
		row("Sealglass\t%.1f\t", ours)
		row("Sealglass, its findings\t%.1f\t", m.Findings)
		for _, reader := range readers {
			row("%s and a table\t%.1f\t%.1f times as long", reader, m.Painted[reader], ours/m.Painted[reader])
		}
		return nil
	})
}

// buildPeers builds the page that shows a certificate with other readers.
func buildPeers() error {
	for name, from := range map[string]string{"index.html": "web/test/peers", "icon.svg": releaseDir} {
		if err := copyFile(filepath.Join(peersDir, name), filepath.Join(from, name)); err != nil {
			return err
		}
	}
	_, err := output("web/test/node_modules/.bin/esbuild", "web/test/peers/peers.js", "--bundle", "--format=esm", "--minify",
		"--log-level=error", "--outfile="+filepath.Join(peersDir, "peers.js"))
	return err
}

// copyFile writes a copy of a file, in a folder that is made where it is not there.
func copyFile(to, from string) error {
	content, err := os.ReadFile(from)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(to), 0o777)
	}
	if err == nil {
		err = os.WriteFile(to, content, 0o666)
	}
	if err != nil {
		return fmt.Errorf("bench: %w", err)
	}
	return nil
}

// buildEmpty builds the near-empty page, with the support script and the icon
// of the release.
func buildEmpty() error {
	from := map[string]string{"wasm_exec.js": releaseDir, "icon.svg": releaseDir}
	for _, name := range emptyFiles {
		from[name] = "build/bench/testdata/empty"
	}
	for name, dir := range from {
		if err := copyFile(filepath.Join(emptyDir, name), filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return run("env", "GOOS=js", "GOARCH=wasm", "go", "build", "-trimpath", "-ldflags=-s -w", "-buildvcs=false",
		"-o", filepath.Join(emptyDir, "page.wasm"), "./build/bench/testdata/empty")
}
