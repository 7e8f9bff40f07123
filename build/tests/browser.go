package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
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
		return result{failed: 1}
	}
	r := readTAP(tap)
	if runErr != nil && r.failed == 0 {
		fmt.Printf("FAIL node --test: %v\n", runErr)
		r.failed++
	}
	return r
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
