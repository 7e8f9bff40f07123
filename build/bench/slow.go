package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"sealglass/testdata/gen"
)

const slowDir = ".cache/slow"

// slow prints how long files that want to keep a program busy are at it in
// Chromium, and how long the page lets a person wait meanwhile.
func slow([]sample, *figures) error {
	if err := os.MkdirAll(slowDir, 0o777); err != nil {
		return fmt.Errorf("bench: %w", err)
	}
	args := []string{"web/test/slow.mjs", releaseDir}
	files := gen.Slow()
	for _, s := range files {
		file := filepath.Join(slowDir, s.Name)
		if err := os.WriteFile(file, s.Data, 0o666); err != nil {
			return fmt.Errorf("bench: %w", err)
		}
		args = append(args, file)
	}
	out, err := output("node", args...)
	if err != nil {
		return err
	}
	var measured []struct{ Answer, Second, Longest float64 }
	if err := json.Unmarshal(out, &measured); err != nil || len(measured) != len(files) {
		return fmt.Errorf("bench: web/test/slow.mjs: %d of %d files (%w)", len(measured), len(files), err)
	}
	return printTable("Files that want to keep the page busy, in Chromium\tdrop to answer\tto the end of the second opinion\tlongest task", func(row func(string, ...any)) error {
		for i, m := range measured {
			row("%s\t%.0f ms\t%.0f ms\t%.0f ms", files[i].Name, m.Answer, m.Second, m.Longest)
		}
		return nil
	})
}
