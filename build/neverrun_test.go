package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// What neverRun names has to be there, or its line has to go; and what sets the
// tracer going must not be.
func TestNeverRunNamesWhatIsThere(t *testing.T) {
	start, image, err := memory(dataOf(t, linked(t)))
	if err != nil {
		t.Fatal(err)
	}
	table, err := findPclntab(start, image)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(neverRun, asksFirst) {
		if !bytes.Contains(table.names, []byte("\x00"+name)) {
			t.Errorf("no function begins with %s", name)
		}
	}
	places, err := table.neverRuns()
	if err != nil || len(places) < 80 || !slices.IsSorted(places) || len(slices.Compact(slices.Clone(places))) != len(places) {
		t.Errorf("%d functions never run, at %v (%v)", len(places), places, err)
	}
	for _, program := range programNames {
		deps := goList(t, program, "-deps", "-f", "{{.ImportPath}}", "./wasm/"+program)
		if slices.Contains(deps, "runtime/trace") || slices.ContainsFunc(deps, func(path string) bool { return strings.HasSuffix(path, "/pprof") }) {
			t.Errorf("%s.wasm can trace itself", program)
		}
	}
}

// dataOf is the data section of a program.
func dataOf(t *testing.T, program []byte) []byte {
	t.Helper()
	list, err := sections(program)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		if s.id == dataSection {
			return s.content
		}
	}
	t.Fatal("no data")
	return nil
}

func TestCut(t *testing.T) {
	code := []byte{3, 2, 0, 0x0b, 4, 0, 1, 1, 0x0b, 2, 0, 0x0b}
	for _, test := range []struct {
		places []int
		want   []byte
	}{
		{nil, code},
		{[]int{1}, []byte{3, 2, 0, 0x0b, 3, 0, 0, 0x0b, 2, 0, 0x0b}},
		{[]int{2}, []byte{3, 2, 0, 0x0b, 4, 0, 1, 1, 0x0b, 3, 0, 0, 0x0b}},
	} {
		if got, err := cut(code, test.places); err != nil || !bytes.Equal(got, test.want) {
			t.Errorf("%v: %v (%v)", test.places, got, err)
		}
	}
	for name, bad := range map[string][]byte{"cut short": code[:8], "more behind it": append(slices.Clone(code), 0), "nothing": nil} {
		if _, err := cut(bad, []int{1}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := cut(code, []int{3}); err == nil {
		t.Error("a function that is not there: no error")
	}
}
