package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// figures are what the README shows of a run.
type figures struct {
	Day             time.Time
	Cores           int
	Processor       string // empty where the system does not tell
	Go, Chromium    string // versions
	ZLint           string
	Page, Worker    int64              // bytes in brotli
	Painted         map[string]float64 // milliseconds from drop to painted answer, by reader
	ManyPerSecond   float64            // files of one drop
	LongestTask     float64            // milliseconds, meanwhile
	LongestRecovery float64            // milliseconds
	Rules, Lints    int
	Judged, Linted  time.Duration // per certificate, by ourselves and by zlint
	// Certificates a second of one core by the command, without and with the second
	// opinion, and by zlint's command.
	Inspected, WithSecond, ByZLint float64
	Growth                         float64 // the most for ten times as much
}

// kept is where the figures of the last run are.
const kept = ".cache/figures.json"

// ofThisMachine are figures that hold without a measurement.
func ofThisMachine() *figures {
	return &figures{Day: time.Now(), Cores: runtime.NumCPU(), Processor: processor(), Go: strings.TrimPrefix(runtime.Version(), "go")}
}

// processor is what Linux calls the processor; empty elsewhere.
func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	_, name, _ := strings.Cut(string(text), "model name\t: ")
	name, _, _ = strings.Cut(name, "\n")
	return name
}

func (f *figures) keep() error {
	text, err := json.MarshalIndent(f, "", "\t")
	if err == nil {
		err = os.WriteFile(kept, text, 0o666)
	}
	if err != nil {
		return fmt.Errorf("bench: %w", err)
	}
	return nil
}

// The figures stand between these in the README.
const (
	readme      = "README.md"
	beginFigure = "<!-- made by make figures -->\n"
	endFigure   = "<!-- end -->"
)

// writeReadme puts the figures of the last run into the README.
func writeReadme() error {
	text, err := os.ReadFile(kept)
	if err != nil {
		return fmt.Errorf("bench: there are no figures yet, run make bench: %w", err)
	}
	var f figures
	if err := json.Unmarshal(text, &f); err != nil {
		return fmt.Errorf("bench: %s: %w", kept, err)
	}
	page, err := os.ReadFile(readme)
	if err != nil {
		return fmt.Errorf("bench: %w", err)
	}
	before, _, after, ok := around(string(page))
	if !ok {
		return errors.New("bench: README.md has no place for figures")
	}
	if err := os.WriteFile(readme, []byte(before+f.markdown()+after), 0o666); err != nil {
		return fmt.Errorf("bench: %w", err)
	}
	return nil
}

// around takes the README apart at its figures; before and after hold the marks.
func around(page string) (before, block, after string, ok bool) {
	before, rest, begins := strings.Cut(page, beginFigure)
	block, after, ends := strings.Cut(rest, endFigure)
	return before + beginFigure, block, endFigure + after, begins && ends
}

// markdown is what stands in the README.
func (f *figures) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Measured on %s in one run of `make bench`, on %s, with Chromium %s, Go %s and zlint %s.\n\n| | |\n|---|--:|\n",
		f.Day.Format("2 January 2006"), f.machine(), f.Chromium, f.Go, f.ZLint)
	row := func(what, format string, values ...any) {
		fmt.Fprintf(&b, "| %s | "+format+" |\n", slices.Insert(values, 0, any(what))...)
	}
	row("page.wasm, worker.wasm (brotli)", "%s kB, %s kB", thousands(f.Page/1000), thousands(f.Worker/1000))
	row("drop to painted answer, warm, median of 20", "%.1f ms", f.Painted["Sealglass"])
	row(strings.Join(readers, ", ")+" and a table of theirs, the same", "%.1f, %.1f, %.1f ms", f.Painted[readers[0]], f.Painted[readers[1]], f.Painted[readers[2]])
	row(thousands(manyFiles)+" files in one drop", "%s a second", thousands(int64(f.ManyPerSecond)))
	row("longest task of the page meanwhile", "%s", f.longestTask())
	row(fmt.Sprintf("a Worker that was killed: to the next whole answer, the longest of %d", deaths), "%.0f ms", f.LongestRecovery)
	row(fmt.Sprintf("natively, read and judged by %d rules", f.Rules), "%.0f µs a certificate", micro(f.Judged))
	row(fmt.Sprintf("natively, zcrypto and zlint's %d S/MIME lints", f.Lints), "%.0f µs a certificate", micro(f.Linted))
	row(fmt.Sprintf("`sealglass inspect --json` on %s files; with zlint as second opinion", thousands(manyFiles)), "%s; %s a second of one core", thousands(int64(f.Inspected)), thousands(int64(f.WithSecond)))
	row("`zlint` on the same files", "%s a second of one core", thousands(int64(f.ByZLint)))
	row("ten times as many names, policies, extensions, files or bytes of a message", "at most %.1f times as long", f.Growth)
	return b.String()
}

func (f *figures) machine() string {
	cores := strconv.Itoa(f.Cores) + " cores"
	if f.Processor != "" {
		cores += " (" + f.Processor + ")"
	}
	return cores
}

// longestTask tells the longest task of the page; Chromium names none up to 50 ms.
func (f *figures) longestTask() string {
	if f.LongestTask == 0 {
		return "under 50 ms"
	}
	return fmt.Sprintf("%.0f ms", f.LongestTask)
}

func micro(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }

// thousands writes a number below a million with a comma, as English does.
func thousands(n int64) string {
	if n < 1000 {
		return strconv.FormatInt(n, 10)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}
