package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
)

// manyFiles is how many files are dropped at once.
const manyFiles = 10_000

// many prints what Chromium takes for many files in one drop.
func many(samples []sample, f *figures) error {
	out, err := output("node", "web/test/many.mjs", releaseDir, filepath.Dir(samples[0].file), strconv.Itoa(manyFiles))
	if err != nil {
		return err
	}
	var m struct {
		PerSecond, Processor, LongestTask float64
		Over50                            int
		Early, Late                       struct{ Heap, Resident float64 }
	}
	if err := json.Unmarshal(out, &m); err != nil {
		return fmt.Errorf("bench: web/test/many.mjs: %w", err)
	}
	f.ManyPerSecond, f.LongestTask = m.PerSecond, m.LongestTask
	return printTable(fmt.Sprintf("%d files in one drop, in Chromium\t", manyFiles), func(row func(string, ...any)) error {
		row("certificates a second, from the drop to the last row\t%.0f", m.PerSecond)
		row("processor time of a certificate, all processes\t%.1f ms", m.Processor)
		row("longest task of the main thread; tasks over 50 ms\t%.0f ms; %d", m.LongestTask, m.Over50)
		row("heap of the page with a tenth of the rows, and with all\t%.1f MB; %.1f MB", m.Early.Heap/1e6, m.Late.Heap/1e6)
		row("memory of the page with Workers and programs, with a tenth of the rows, and with all\t%.0f MB; %.0f MB", m.Early.Resident/1e6, m.Late.Resident/1e6)
		return nil
	})
}
