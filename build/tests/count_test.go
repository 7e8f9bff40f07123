package main

import (
	"io"
	"slices"
	"strings"
	"testing"
)

func TestReadEvents(t *testing.T) {
	tests := []struct {
		name, lines string
		want        result
		says        string
	}{
		{"passed, with a subtest", `
{"Action":"run","Package":"p","Test":"TestA"}
{"Action":"pass","Package":"p","Test":"TestA/x"}
{"Action":"pass","Package":"p","Test":"TestA"}
{"Action":"pass","Package":"p"}`, result{passed: 2}, "ok   p"},
		{"failed: the package's own line is not one more", `
{"Action":"output","Package":"p","Test":"TestA","Output":"got 1, want 2\n"}
{"Action":"fail","Package":"p","Test":"TestA"}
{"Action":"fail","Package":"p"}`, result{failed: 1}, "got 1, want 2"},
		{"skipped counts as failed", `
{"Action":"skip","Package":"p","Test":"TestA"}
{"Action":"pass","Package":"p"}`, result{failed: 1}, "SKIP p TestA"},
		{"a package without tests", `
{"Action":"skip","Package":"p"}`, result{}, ""},
		{"did not build", `
{"ImportPath":"p [p.test]","Action":"build-output","Output":"undefined: x\n"}
{"ImportPath":"p [p.test]","Action":"build-fail"}
{"Action":"fail","Package":"p","FailedBuild":"p [p.test]"}`, result{failed: 1}, "undefined: x"},
		{"panicked outside of a test", `
{"Action":"output","Package":"p","Output":"panic: no\n"}
{"Action":"fail","Package":"p"}`, result{failed: 1}, "panic: no"},
		{"no JSON", `what`, result{failed: 1}, "FAIL go test"},
	}
	for _, test := range tests {
		var out strings.Builder
		if got := readEvents(strings.NewReader(test.lines), &out); got != test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
		if !strings.Contains(out.String(), test.says) {
			t.Errorf("%s: printed %q, which does not say %q", test.name, out.String(), test.says)
		}
	}
	if got := readEvents(strings.NewReader(""), io.Discard); got != (result{}) {
		t.Errorf("no events: %+v", got)
	}
}

func TestReadTAP(t *testing.T) {
	const tap = "ok 1 - # pass 7 in a name\n1..4\n# tests 6\n# suites 0\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n# duration_ms 12.5\n"
	if got, want := readTAP([]byte(tap)), (result{passed: 2, failed: 4}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestReadFailures(t *testing.T) {
	const tap = `ok 1 - fine
  ---
  duration_ms: 1
  ...
not ok 2 - two lines
  ---
  location: '/somewhere/web/test/a.test.mjs:116:1'
  error: |-
    what was wanted
    + actual
  ...
    not ok 1 - within another
not ok 3 - one line
  ---
  location: '/somewhere/web/test/b.test.mjs:1:1'
  error: 'Timeout 30000ms exceeded.'
  ...
1..3
`
	got := readFailures([]byte(tap))
	want := []failure{{"web/test/a.test.mjs", "two lines", "what was wanted"}, {"web/test/b.test.mjs", "one line", "'Timeout 30000ms exceeded.'"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFilesAgain(t *testing.T) {
	late := failure{"web/test/a.test.mjs", "late", "'page.waitForFunction: Timeout 30000ms exceeded.'"}
	other := failure{"web/test/b.test.mjs", "late too", "locator.click: Timeout 30000ms exceeded."}
	wrong := failure{"web/test/a.test.mjs", "wrong", "Expected values to be strictly equal:"}
	for _, test := range []struct {
		name     string
		failures []failure
		want     []string
	}{
		{"none", nil, nil},
		{"two that waited in vain, in one file", []failure{late, late}, []string{late.file}},
		{"in two files", []failure{late, other}, []string{late.file, other.file}},
		{"three", []failure{late, late, other}, nil},
		{"one found something wrong", []failure{late, wrong}, nil},
		{"no file", []failure{{reason: late.reason}}, nil},
	} {
		if got := filesAgain(test.failures); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestFuzzFunction(t *testing.T) {
	const source = "// func FuzzNot(f\nfunc FuzzOne(f *testing.F) {\n\tfunc FuzzNor(\n}\nfunc FuzzTwo(f *testing.F) {}\n"
	var names []string
	for _, match := range fuzzFunction.FindAllStringSubmatch(source, -1) {
		names = append(names, match[1])
	}
	if got := strings.Join(names, " "); got != "FuzzOne FuzzTwo" {
		t.Errorf("found %s", got)
	}
}

func TestOnlyTimeUp(t *testing.T) {
	const time = "fuzz: elapsed: 20s, execs: 135431\n--- FAIL: FuzzX (20.13s)\n    context deadline exceeded\nFAIL\n"
	for out, want := range map[string]bool{
		time: true,
		"--- FAIL: FuzzX (1s)\n    --- FAIL: FuzzX (0.00s)\n        x_test.go:3: got 1\n    Failing input written to testdata/fuzz/FuzzX/1\n": false,
		time + "    Failing input written to testdata/fuzz/FuzzX/1\n":                                                                         false,
		"p [build failed]\n": false,
		"":                   false,
	} {
		if got := onlyTimeUp(out); got != want {
			t.Errorf("%q: %v, want %v", out, got, want)
		}
	}
}
