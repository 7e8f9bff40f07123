// Command bench prints, in one run, what the two programs weigh, how long the
// page takes in Chromium beside a near-empty Go page and beside other readers, how
// soon its Worker is back after it died, how long files that want to keep it busy
// do so, how long a certificate takes natively beside zcrypto and zlint and many
// take the command beside that of zlint, and how that grows with the size.
//
//	go run ./build/bench           measures, and keeps what the README shows
//	go run ./build/bench -readme   writes the figures of the last run into README.md
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"text/tabwriter"
)

// Where the release, the near-empty page and the page of other readers are built.
const (
	releaseDir = ".cache/dist-release"
	emptyDir   = ".cache/dist-empty"
	peersDir   = ".cache/dist-peers"
)

func main() {
	readme := flag.Bool("readme", false, "write the figures of the last run into README.md, and stop")
	flag.Parse()
	do := measure
	if *readme {
		do = writeReadme
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// measure prints all tables, and keeps the figures of the README.
func measure() error {
	samples, err := readSamples()
	if err != nil {
		return err
	}
	if err := run("go", "run", "./build", "-release", "-o", releaseDir); err != nil {
		return err
	}
	f := ofThisMachine()
	for _, table := range []func([]sample, *figures) error{sizes, browser, many, recovery, slow, native, command, growth} {
		if err := table(samples, f); err != nil {
			return err
		}
	}
	if err := f.keep(); err != nil {
		return err
	}
	return f.growsEvenly()
}

// sizes prints the bytes of the two programs.
func sizes(_ []sample, f *figures) error {
	return printTable("Bytes\traw\tgzip\tbrotli", func(row func(string, ...any)) error {
		for _, program := range []struct {
			name   string
			brotli *int64
		}{{"page.wasm", &f.Page}, {"worker.wasm", &f.Worker}} {
			cells := []any{program.name}
			for _, suffix := range []string{"", ".gz", ".br"} {
				info, err := os.Stat(filepath.Join(releaseDir, program.name+suffix))
				if err != nil {
					return fmt.Errorf("bench: %w", err)
				}
				cells = append(cells, info.Size())
				*program.brotli = info.Size()
			}
			row("%s\t%d\t%d\t%d", cells...)
		}
		return nil
	})
}

// printTable prints a heading and rows whose cells are parted by tabs.
func printTable(heading string, rows func(row func(string, ...any)) error) error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, heading)
	err := rows(func(format string, cells ...any) { fmt.Fprintf(w, format+"\n", cells...) })
	if err != nil {
		return err
	}
	fmt.Fprintln(w)
	return w.Flush()
}

// run runs a command and shows what it prints.
func run(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return failed(cmd, cmd.Run())
}

// output is what a command prints.
func output(name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	return out, failed(cmd, err)
}

func failed(cmd *exec.Cmd, err error) error {
	if err != nil {
		return fmt.Errorf("bench: %s: %w", strings.Join(cmd.Args, " "), err)
	}
	return nil
}
