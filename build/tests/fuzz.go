package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"time"
)

// target is one fuzz function.
type target struct{ pkg, name string }

var fuzzFunction = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)

// targets finds the fuzz functions of all packages.
func targets() []target {
	args := append([]string{"list", "-f", `{{.ImportPath}}|{{.Dir}}{{range .TestGoFiles}}|{{.}}{{end}}{{range .XTestGoFiles}}|{{.}}{{end}}`}, packages...)
	var found []target
	for _, line := range strings.Split(strings.TrimSpace(output("go", args...)), "\n") {
		parts := strings.Split(line, "|")
		for _, file := range parts[2:] {
			source, err := os.ReadFile(filepath.Join(parts[1], file))
			if err != nil {
				exit("tests: %v", err)
			}
			for _, match := range fuzzFunction.FindAllSubmatch(source, -1) {
				found = append(found, target{parts[0], string(match[1])})
			}
		}
	}
	return found
}

// fuzz runs every fuzz target for the given time, one on each core. An input
// that fails is kept below testdata/fuzz of its package, to be committed with
// the fix.
func fuzz(duration time.Duration) result {
	found := targets()
	if len(found) == 0 {
		fmt.Println("FAIL there is no fuzz target")
		return result{failed: 1}
	}
	queue := make(chan target)
	results := make(chan result)
	var running sync.WaitGroup
	for range runtime.NumCPU() {
		running.Go(func() {
			for t := range queue {
				results <- fuzzOne(t, duration)
			}
		})
	}
	go func() {
		for _, t := range found {
			queue <- t
		}
		close(queue)
		running.Wait()
		close(results)
	}()
	var total result
	for r := range results {
		total.add(r)
	}
	return total
}

// fuzzOne runs one fuzz target.
func fuzzOne(t target, duration time.Duration) result {
	start := time.Now()
	out, err := exec.Command("go", "test", "-run=^$", "-fuzz=^"+t.name+"$",
		"-fuzztime="+duration.String(), "-fuzzminimizetime=1x", "-parallel=1", "-timeout=0", t.pkg).CombinedOutput()
	if err != nil && !onlyTimeUp(string(out)) {
		fmt.Printf("FAIL %s %s: %v\n%s", t.pkg, t.name, err, out)
		return result{failed: 1}
	}
	fmt.Printf("ok   %s %s (%s)\n", t.pkg, t.name, time.Since(start).Round(time.Second))
	return result{passed: 1}
}

// onlyTimeUp says whether a run that go test calls failed has found nothing: when
// the time given is up just as a worker answers, go test reports its own deadline
// as the failure. A real one names its input.
func onlyTimeUp(out string) bool {
	_, reason, failed := strings.Cut(out, "--- FAIL: ")
	_, reason, _ = strings.Cut(reason, "\n")
	reason, _, _ = strings.Cut(reason, "\n")
	return failed && strings.TrimSpace(reason) == "context deadline exceeded" && !strings.Contains(out, "Failing input")
}
