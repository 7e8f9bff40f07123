package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
)

// packages are all of the project; a wildcard leaves testdata out.
var packages = []string{"./...", "./testdata/gen/..."}

// event is a line of go test -json.
type event struct {
	Action      string
	Package     string
	ImportPath  string
	Test        string
	Output      string
	FailedBuild string
}

// goTests runs the tests of all packages. It prints one line for each package,
// and everything that a failing test printed.
func goTests() result {
	cmd := exec.Command("go", append([]string{"test", "-json"}, packages...)...)
	cmd.Stderr = os.Stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		exit("tests: %v", err)
	}
	if err := cmd.Start(); err != nil {
		exit("tests: %v", err)
	}
	r := readEvents(stdout, os.Stdout)
	if err := cmd.Wait(); err != nil && r.failed == 0 {
		fmt.Printf("FAIL go test: %v\n", err)
		r.failed++
	}
	return r
}

// readEvents counts the tests of go test -json, subtests as well.
func readEvents(from io.Reader, to io.Writer) result {
	var r result
	printed := make(map[string]string) // by package and test
	failedIn := make(map[string]int)   // by package
	for decoder := json.NewDecoder(from); ; {
		var e event
		if err := decoder.Decode(&e); err == io.EOF {
			return r
		} else if err != nil {
			fmt.Fprintf(to, "FAIL go test: %v\n", err)
			r.failed++
			return r
		}
		key := e.Package + e.ImportPath + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			printed[key] += e.Output
		case "pass":
			if e.Test != "" {
				r.passed++
			} else {
				fmt.Fprintf(to, "ok   %s\n", e.Package)
			}
		case "fail", "skip":
			if e.Test == "" && e.Action == "skip" {
				break // a package without tests
			}
			if e.Test != "" || failedIn[e.Package] == 0 {
				r.failed++ // a package counts when it did not come as far as a test
			}
			failedIn[e.Package]++
			fmt.Fprintf(to, "%s %s\n%s%s", map[string]string{"fail": "FAIL", "skip": "SKIP"}[e.Action], key, printed[e.FailedBuild+" "], printed[key])
		}
		if e.Test != "" && e.Action != "output" {
			delete(printed, key)
		}
	}
}
