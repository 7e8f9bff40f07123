package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// chromiumOnly are the tests that run in Chromium alone, and why.
var chromiumOnly = map[string]string{
	"attacks.test.mjs":    "what becomes of a text does not depend on the browser; what a policy forbids is tried in both (policy.test.mjs)",
	"axe.test.mjs":        "emulates colour schemes",
	"chain.test.mjs":      "the driver of Firefox 153 crashes it when it looks for lists by their role",
	"containers.test.mjs": "what is in a file does not depend on the browser",
	"hostaxe.test.mjs":    "emulates colour schemes",
	"html.test.mjs":       "needs none",
	"package.test.mjs":    "what bundlers write does not depend on the browser",
	"pool.test.mjs":       "needs none",
	"recipes.test.mjs":    "what other programs write does not depend on the browser",
	"rows.test.mjs":       "needs none",
	"same.test.mjs":       "what a report says does not depend on the browser",
	"webkit.test.mjs":     "drives a browser of its own",
}

// browserTests runs the tests of web/test in a browser, with node's runner.
func browserTests(browser string) result {
	files, err := filepath.Glob("web/test/*.test.mjs")
	if err != nil || len(files) == 0 {
		fmt.Println("FAIL there is no browser test")
		return result{failed: 1}
	}
	if browser != "chromium" {
		files = slices.DeleteFunc(files, func(file string) bool { return chromiumOnly[filepath.Base(file)] != "" })
	}
	if err := os.MkdirAll(".cache", 0o777); err != nil {
		exit("tests: %v", err)
	}
	r, failures := runNode(browser, files)
	if again := filesAgain(failures); len(again) > 0 && len(failures) == r.failed {
		fmt.Printf("== once more in %s: %s\n", browser, strings.Join(again, " "))
		if second, _ := runNode(browser, again); second.failed == 0 {
			r.passed, r.failed = r.passed+r.failed, 0
		}
	}
	verdict := "FAIL"
	if r.failed == 0 {
		verdict = "passed only when run again:"
	}
	for _, f := range failures {
		r.said += fmt.Sprintf("%s %s: %s: %s: %s\n", verdict, browser, f.file, f.name, f.reason)
	}
	return r
}

// maxAgain is how many tests may have failed for their files to run once more.
const maxAgain = 2

// filesAgain are the files that run once more: those of a few tests that waited in
// vain, as now and then on a busy machine when an event is lost
// (build/adr/0022-once-more.md). None where one found something wrong.
func filesAgain(failures []failure) []string {
	var files []string
	for _, f := range failures {
		if len(failures) > maxAgain || f.file == "" || !strings.Contains(f.reason, ": Timeout ") {
			return nil
		}
		if !slices.Contains(files, f.file) {
			files = append(files, f.file)
		}
	}
	return files
}

// runNode runs these files with node's runner.
func runNode(browser string, files []string) (result, []failure) {
	summary := ".cache/" + browser + "-tests.tap"
	args := []string{
		"--test", "--test-concurrency=1",
		"--test-reporter=spec", "--test-reporter-destination=stdout",
		"--test-reporter=tap", "--test-reporter-destination=" + summary,
	}
	cmd := exec.Command("node", append(args, files...)...)
	cmd.Env = append(os.Environ(), "BROWSER="+browser)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	runErr := cmd.Run()
	tap, err := os.ReadFile(summary)
	if err != nil {
		fmt.Printf("FAIL node --test: %v\n", err)
		return result{failed: 1}, nil
	}
	r := readTAP(tap)
	if runErr != nil && r.failed == 0 {
		fmt.Printf("FAIL node --test: %v\n", runErr)
		r.failed++
	}
	return r, readFailures(tap)
}

var tapCount = regexp.MustCompile(`(?m)^# (pass|fail|cancelled|skipped|todo) (\d+)$`)

// readTAP takes the counts from the end of node's report.
func readTAP(tap []byte) result {
	var r result
	for _, match := range tapCount.FindAllSubmatch(tap, -1) {
		n, _ := strconv.Atoi(string(match[2])) // \d+
		if string(match[1]) == "pass" {
			r.passed += n
		} else {
			r.failed += n
		}
	}
	return r
}

// failure is a test that failed, and the first line of why.
type failure struct{ file, name, reason string }

var (
	tapFailure = regexp.MustCompile(`(?m)^not ok \d+ - (.*)\n((?:  .*\n)*)`)
	location   = regexp.MustCompile(`(?m)^  location: '.*/(web/test/[^:]+)`)
	reason     = regexp.MustCompile(`(?m)^  error: (?:\|-\n)?\s*(.+)$`)
)

// readFailures takes the failed tests from node's report.
func readFailures(tap []byte) []failure {
	var failures []failure
	for _, match := range tapFailure.FindAllSubmatch(tap, -1) {
		f := failure{name: string(match[1])}
		if at := location.FindSubmatch(match[2]); at != nil {
			f.file = string(at[1])
		}
		if why := reason.FindSubmatch(match[2]); why != nil {
			f.reason = string(why[1])
		}
		failures = append(failures, f)
	}
	return failures
}
