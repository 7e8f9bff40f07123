package main

import (
	"bytes"
	"strings"
	"testing"
)

// call runs the command as a shell would.
func call(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &err)
	return status, out.String(), err.String()
}

func TestCalls(t *testing.T) {
	tests := []struct {
		args           []string
		status         int
		stdout, stderr string // what each has to contain; empty means nothing
	}{
		{nil, 2, "", "usage:\n  sealglass inspect"},
		{[]string{"help"}, 0, "usage:\n  sealglass inspect", ""},
		{[]string{"--help"}, 0, "usage:\n  sealglass inspect", ""},
		{[]string{"lint"}, 2, "", `there is no command "lint"`},
		{[]string{"inspect", "--help"}, 0, "usage: sealglass inspect", ""},
		{[]string{"inspect"}, 2, "", "name a file, or - for standard input"},
		{[]string{"inspect", "--frob", "x"}, 2, "", "flag provided but not defined: -frob\nSee: sealglass inspect --help"},
		{[]string{"inspect", "--json", "--markdown", "x"}, 2, "", "exclude each other"},
		{[]string{"inspect", "--as-of", "2025-02-30", "x"}, 2, "", "as-of 2025-02-30 is no day"},
		{[]string{"inspect", "--profile", "tls", "x"}, 2, "", "profile tls is not known"},
		{[]string{"inspect", "x", "--fail-on", "info"}, 2, "", "--fail-on info is not known"},
		{[]string{"rules", "--help"}, 0, "usage: sealglass rules", ""},
		{[]string{"rules", "all"}, 2, "", `unexpected argument "all"`},
	}
	for _, test := range tests {
		status, stdout, stderr := call("", test.args...)
		if status != test.status || !says(stdout, test.stdout) || !says(stderr, test.stderr) {
			t.Errorf("%q: status %d\nstdout: %s\nstderr: %s\nwant %d, %q, %q",
				test.args, status, stdout, stderr, test.status, test.stdout, test.stderr)
		}
	}
}

func says(text, want string) bool {
	return want == "" && text == "" || want != "" && strings.Contains(text, want)
}
