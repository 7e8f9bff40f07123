package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestMutants(t *testing.T) {
	const source = `package p

const day = "2024-02-29"

func f(a, b int, c bool) bool {
	return a < b && !c || a == 0x0f
}
`
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "p_test.go"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	mutants, err := mutantsOf(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`p.go:3:13: "2024-02-29" becomes "2024-02-28"`,
		`p.go:3:13: "2024-02-29" becomes "2024-03-01"`,
		"p.go:6:11: < becomes <=",
		"p.go:6:15: && becomes ||",
		"p.go:6:18: ! becomes nothing",
		"p.go:6:21: || becomes &&",
		"p.go:6:26: == becomes !=",
		"p.go:6:29: 0x0f becomes 14",
		"p.go:6:29: 0x0f becomes 16",
	}
	var got []string
	for _, m := range mutants {
		got = append(got, m.String())
		changed := string(m.source())
		if changed == source || len(changed)-len(source) != len(m.text)-len(m.old) || !strings.HasPrefix(changed, source[:m.at.Offset]+m.text) {
			t.Errorf("%s: %s", m, changed)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if _, err := mutantsOf(dir, "other.go"); err == nil {
		t.Error("a file that is not there has changes")
	}
}
