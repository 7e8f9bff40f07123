// Command mutate asks whether tests would notice a mistake: it changes one token
// of a package at a time, runs the package's tests on the result, and lists the
// changes that no test noticed.
//
//	go run ./build/mutate -first 'TestRules/(?i)^{file}$' -for 2h ./lints
//	go run ./build/mutate -for 5m -file validity.go -seed 2 ./lints
//
// The files themselves stay as they are: changed copies take their place by the
// -overlay of the go command. Most changes are compiled into one test binary, which
// is told by its environment which of them to make (schema.go); those that only a
// compiler can make, such as of a constant, are compiled one by one. Changes are
// tried in a random order, which the seed fixes, until the time is over. The exit
// status is 1 when one survives.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	limit := flag.Duration("for", 10*time.Minute, "how long to try changes")
	file := flag.String("file", "", "change this file of the package only")
	first := flag.String("first", "", "tests to run first, as for go test -run; {file} stands for the changed file's name without .go and _")
	seed := flag.Uint64("seed", 1, "order of the changes")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "mutate: name one package's directory")
		os.Exit(2)
	}
	survived, err := run(flag.Arg(0), *file, *first, *seed, *limit)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
	if survived > 0 {
		os.Exit(1)
	}
}

// run tries the changes of a package and says how many of them survived.
func run(dir, only, first string, seed uint64, limit time.Duration) (survived int, err error) {
	mutants, err := mutantsOf(dir, only)
	if err != nil {
		return 0, err
	}
	scratch, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(scratch)
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	b, err := newBench(ctx, dir, scratch, mutants)
	if err != nil {
		return 0, err
	}
	b.first = first
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(mutants), func(i, j int) {
		mutants[i], mutants[j] = mutants[j], mutants[i]
	})
	counts := b.try(ctx, mutants)
	counts.print(len(mutants))
	return counts.total().survived, nil
}

// verdict is what became of a change.
type verdict uint8

const (
	noticed verdict = iota
	unnoticed
	uncompiled
)

// compiled runs the tests on the package with one change, compiled anew.
func (m *mutant) compiled(ctx context.Context, dir, scratch string) (verdict, error) {
	own, err := os.MkdirTemp(scratch, "one")
	if err != nil {
		return noticed, err
	}
	changed := filepath.Join(own, "changed.go")
	if err := os.WriteFile(changed, m.source(), 0o600); err != nil {
		return noticed, err
	}
	output, err := test(ctx, dir, filepath.Join(own, "overlay.json"), map[string]string{m.file: changed})
	switch {
	case err == nil:
		return unnoticed, nil
	case strings.Contains(output, "[build failed]") || strings.Contains(output, "[setup failed]"):
		return uncompiled, nil
	}
	return noticed, nil
}

// testLimit ends tests that a change sent into an endless loop.
const testLimit = "120s"

// test runs the tests of a package with these files replaced.
func test(ctx context.Context, dir, overlay string, replace map[string]string) (output string, err error) {
	text, err := json.Marshal(map[string]map[string]string{"Replace": replace})
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(overlay, text, 0o600); err != nil {
		return "", err
	}
	cmd := exec.CommandContext(ctx, "go", "test", "-vet=off", "-failfast", "-count=1", "-p=1",
		"-timeout="+testLimit, "-overlay="+overlay, ".")
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	return string(out), err
}
