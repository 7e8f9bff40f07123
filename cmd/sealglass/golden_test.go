package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sealglass/inspect"
	"sealglass/revocation"
	"sealglass/testdata/gen"
	"sealglass/trust"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden compares the JSON of whole reports, as the command prints them on a
// fixed day but with line breaks, with testdata/golden.
func TestGolden(t *testing.T) {
	const folder = "../../testdata/golden"
	options := inspect.Options{Now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), Chain: trust.Find, Revocation: revocation.Check}
	known := map[string]bool{}
	for _, sample := range gen.Samples() {
		report, _, err := examine([]string{standardInput}, bytes.NewReader(sample.Data), options, true)
		if err != nil {
			t.Fatal(err)
		}
		report.Inputs[0].Name = sample.Name
		var got bytes.Buffer
		if err := json.Indent(&got, inspect.AppendJSON(nil, report), "", "\t"); err != nil {
			t.Errorf("%s: %v", sample.Name, err)
			continue
		}
		got.WriteByte('\n')
		name := strings.ReplaceAll(sample.Name, ".", "-") + ".json"
		known[name] = true
		if path := filepath.Join(folder, name); *update {
			if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if want, err := os.ReadFile(path); err != nil || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s differs (%v); look at what make golden changes", name, err)
		}
	}
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !known[file.Name()] {
			t.Errorf("%s is the golden file of no sample", file.Name())
		}
	}
}
