// Command tests runs every test of the project and ends with how many passed
// and failed. A test that is skipped has failed: nothing here is optional.
//
//	go run ./build/tests            everything
//	go run ./build/tests fuzz 20m   only the fuzz targets, each for that long
package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// fuzzTime is how long each fuzz target runs among the other tests.
const fuzzTime = 20 * time.Second

// result counts tests.
type result struct {
	passed, failed int
	// said is what is to be read about some of them at the end, a line each: fuzzing
	// alone prints more than what many a log keeps of its end.
	said string
}

func (r *result) add(other result) {
	r.passed += other.passed
	r.failed += other.failed
	r.said += other.said
}

func main() {
	var total result
	switch args := os.Args[1:]; {
	case len(args) == 0:
		total = all()
	case len(args) == 2 && args[0] == "fuzz":
		duration, err := time.ParseDuration(args[1])
		if err != nil {
			exit("tests: how long to fuzz: %v", err)
		}
		total = fuzz(duration)
	default:
		exit("tests: unexpected arguments %q; say nothing, or fuzz and a time", args)
	}
	fmt.Printf("%s%d passed, %d failed\n", total.said, total.passed, total.failed)
	if total.failed > 0 || total.passed == 0 {
		os.Exit(1)
	}
}

// all runs every kind of test, the quick ones first.
func all() result {
	var total result
	for _, kind := range []struct {
		name string
		run  func() result
	}{
		{"Go", goTests},
		{"go vet for the browser", vetBrowser},
		{"the page in Chromium", func() result { return browserTests("chromium") }},
		{"the page in Firefox", func() result { return browserTests("firefox") }},
		{"fuzz targets", func() result { return fuzz(fuzzTime) }},
	} {
		fmt.Printf("== %s\n", kind.name)
		start := time.Now()
		r := kind.run()
		fmt.Printf("== %s: %d passed, %d failed in %s\n\n", kind.name, r.passed, r.failed, time.Since(start).Round(time.Second))
		total.add(r)
	}
	return total
}

// vetBrowser checks the code that native vet does not see.
func vetBrowser() result {
	workspace := strings.TrimSpace(output("go", "run", "./build", "-wasm-workspace"))
	cmd := exec.Command("go", "vet", "./wasm/...")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK="+workspace)
	return single("go vet ./wasm/...", cmd)
}

// single runs a command that is one test.
func single(name string, cmd *exec.Cmd) result {
	start := time.Now()
	out, err := cmd.CombinedOutput()
	if err != nil {
		fmt.Printf("FAIL %s: %v\n%s", name, err, out)
		return result{failed: 1}
	}
	fmt.Printf("ok   %s (%s)\n", name, time.Since(start).Round(time.Second))
	return result{passed: 1}
}

// output is what a command printed; without it nothing can go on.
func output(name string, args ...string) string {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		exit("tests: %s %s: %v", name, strings.Join(args, " "), err)
	}
	return string(out)
}

func exit(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(2)
}
