package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestBench tries every change of a small package, whose test does not notice
// three of them: those of a bound that no case reaches.
func TestBench(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module p\n\ngo 1.26\n",
		"p.go": `package p

const small = 3

type days int

var last = days(365)

func fits(n days, open bool) bool {
	return n >= small && (n < last && !open || n == 1024)
}
`,
		"p_test.go": `package p

import "testing"

func TestFits(t *testing.T) {
	for n, want := range map[days]bool{2: false, 3: true, 4: true, 100: true, 1024: true, 1025: false, 512: false, 2048: false} {
		if fits(n, false) != want {
			t.Errorf("%d", n)
		}
	}
	if fits(4, true) {
		t.Error("open")
	}
}
`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	mutants, err := mutantsOf(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	b, err := newBench(context.Background(), dir, t.TempDir(), mutants)
	if err != nil {
		t.Fatal(err)
	}
	compiled := 0
	for _, m := range mutants {
		if m.id == 0 {
			compiled++
		}
	}
	got := b.try(context.Background(), mutants).total()
	// The number of days and the bound below it are not tried: 366, 364, <=.
	if want := (count{killed: len(mutants) - 3, survived: 3}); got != want {
		t.Errorf("%+v of %d, want %+v", got, len(mutants), want)
	}
	if compiled != 2 { // those of the constant small
		t.Errorf("%d changes are compiled one by one", compiled)
	}
}
