package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
)

// browserTests runs the tests of web/test in a browser, with node's runner.
func browserTests(browser string) result {
	if err := os.MkdirAll(".cache", 0o777); err != nil {
		exit("tests: %v", err)
	}
	summary := ".cache/" + browser + "-tests.tap"
	args := []string{
		"--test",
		"--test-reporter=spec", "--test-reporter-destination=stdout",
		"--test-reporter=tap", "--test-reporter-destination=" + summary,
		"web/test/all.mjs",
	}
	cmd := exec.Command("node", args...)
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
