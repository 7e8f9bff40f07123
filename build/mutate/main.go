// Command mutate asks whether tests would notice a mistake: it changes one token
// of a package at a time, runs the package's tests on the result, and lists the
// changes that no test noticed.
//
//	go run ./build/mutate -for 10m ./lints
//	go run ./build/mutate -for 5m -file validity.go -seed 2 ./lints
//
// The files themselves stay as they are: a changed copy takes the place of one by
// the -overlay of the go command. Changes are tried in a random order, which the
// seed fixes, until the time is over. The exit status is 1 when one survives.
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
	seed := flag.Uint64("seed", 1, "order of the changes")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "mutate: name one package's directory")
		os.Exit(2)
	}
	survived, err := run(flag.Arg(0), *file, *seed, *limit)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
	if survived > 0 {
		os.Exit(1)
	}
}

// run tries the changes of a package and says how many of them survived.
func run(dir, only string, seed uint64, limit time.Duration) (survived int, err error) {
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
	if _, err := test(ctx, dir, filepath.Join(scratch, "none.json"), nil); err != nil {
		return 0, fmt.Errorf("the tests of %s fail without any change: %w", dir, err)
	}
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(mutants), func(i, j int) {
		mutants[i], mutants[j] = mutants[j], mutants[i]
	})
	killed, invalid := 0, 0
	for _, m := range mutants {
		verdict, err := m.try(ctx, dir, scratch)
		if ctx.Err() != nil {
			break
		}
		if err != nil {
			return survived, err
		}
		switch verdict {
		case noticed:
			killed++
		case uncompiled:
			invalid++
		case unnoticed:
			survived++
			fmt.Println("survived", m)
		}
	}
	fmt.Printf("%d changes tried of %d: %d killed, %d survived; %d more do not compile\n",
		killed+survived, len(mutants), killed, survived, invalid)
	return survived, nil
}

// verdict is what became of a change.
type verdict uint8

const (
	noticed verdict = iota
	unnoticed
	uncompiled
)

// try runs the tests on the package with one change.
func (m *mutant) try(ctx context.Context, dir, scratch string) (verdict, error) {
	changed := filepath.Join(scratch, "changed.go")
	if err := os.WriteFile(changed, m.source(), 0o600); err != nil {
		return noticed, err
	}
	output, err := test(ctx, dir, filepath.Join(scratch, "overlay.json"), map[string]string{m.file: changed})
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
