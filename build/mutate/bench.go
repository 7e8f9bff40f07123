package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// bench is where changes are tried.
type bench struct {
	dir, scratch string
	binary       string        // the tests, with every change of the schema in them
	first        string        // the tests that notice most changes; see the flag
	deadline     time.Duration // for one run of it, in time of the processor
}

// newBench compiles the tests with the changes in them, and sees that they pass
// without any.
func newBench(ctx context.Context, dir, scratch string, mutants []*mutant) (*bench, error) {
	dir, err := filepath.Abs(dir) // an overlay names whole paths
	if err != nil {
		return nil, err
	}
	s, err := newSchema(dir)
	if err != nil {
		return nil, err
	}
	byFile := map[string][]*mutant{}
	for _, m := range mutants {
		byFile[m.file] = append(byFile[m.file], m)
	}
	asked := filepath.Join(scratch, "asked.go")
	replace := map[string]string{s.askedFile(): asked}
	if err := os.WriteFile(asked, s.asked(), 0o600); err != nil {
		return nil, err
	}
	for path, found := range byFile {
		s.add(path, found)
		replace[path] = filepath.Join(scratch, filepath.Base(path))
		if err := os.WriteFile(replace[path], s.source(path), 0o600); err != nil {
			return nil, err
		}
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": replace})
	if err != nil {
		return nil, err
	}
	list := filepath.Join(scratch, "overlay.json")
	if err := os.WriteFile(list, overlay, 0o600); err != nil {
		return nil, err
	}
	b := &bench{dir: dir, scratch: scratch, binary: filepath.Join(scratch, "tests"), deadline: time.Hour}
	cmd := exec.CommandContext(ctx, "go", "test", "-c", "-vet=off", "-overlay="+list, "-o", b.binary, ".")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("the tests of %s with all changes in them: %w\n%s", dir, err, out)
	}
	passed, used, err := b.passes(ctx, 0, "")
	if err != nil {
		return nil, err
	}
	if !passed {
		return nil, fmt.Errorf("the tests of %s fail without any change", dir)
	}
	const slower = 10 // than without a change: an endless loop
	b.deadline = slower*used + time.Second
	return b, nil
}

// busy is how much longer than its time of the processor a run may take, since
// others may want the processor, too.
const busy = 20

// passes says whether none of the tests notices the change, and how much time of
// the processor they used. It is an error when they came to no end and did not
// get that time either.
func (b *bench) passes(ctx context.Context, id int, tests string) (passed bool, used time.Duration, err error) {
	ctx, cancel := context.WithTimeout(ctx, busy*b.deadline)
	defer cancel()
	cmd := exec.CommandContext(ctx, b.binary, "-test.failfast", "-test.run="+tests)
	cmd.Dir = b.dir
	cmd.Env = append(os.Environ(), variable+"="+strconv.Itoa(id), limit+"="+strconv.Itoa(int(b.deadline/time.Second)))
	failed := cmd.Run()
	if cmd.ProcessState == nil {
		return false, 0, failed
	}
	used = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if ctx.Err() != nil && used < b.deadline {
		return false, used, ctx.Err()
	}
	return failed == nil, used, nil
}

// tried is one change and what became of it.
type tried struct {
	*mutant
	verdict verdict
}

// count is what became of the changes of one file.
type count struct{ killed, survived, uncompiled int }

type counts map[string]*count

// try tries the changes, one on each core, until the time is over.
func (b *bench) try(ctx context.Context, mutants []*mutant) counts {
	queue, done := make(chan *mutant), make(chan tried)
	var running sync.WaitGroup
	for range runtime.NumCPU() {
		running.Go(func() {
			for m := range queue {
				if v, err := b.one(ctx, m); err == nil && ctx.Err() == nil {
					done <- tried{m, v}
				}
			}
		})
	}
	go func() {
		defer close(queue)
		for _, m := range mutants {
			select {
			case queue <- m:
			case <-ctx.Done():
				return
			}
		}
	}()
	go func() { running.Wait(); close(done) }()
	all := counts{}
	for t := range done {
		all.add(t)
	}
	return all
}

func (b *bench) one(ctx context.Context, m *mutant) (verdict, error) {
	if m.id == 0 {
		return m.compiled(ctx, b.dir, b.scratch)
	}
	tests := []string{""}
	if b.first != "" {
		tests = []string{strings.ReplaceAll(b.first, "{file}", plainName(m.file)), ""}
	}
	for _, these := range tests {
		if passed, _, err := b.passes(ctx, m.id, these); err != nil || !passed {
			return noticed, err
		}
	}
	return unnoticed, nil
}

// plainName is a file's name without its end and underscores: of ca_subject.go it
// is casubject.
func plainName(file string) string {
	return strings.ReplaceAll(strings.TrimSuffix(filepath.Base(file), ".go"), "_", "")
}

func (all counts) add(t tried) {
	file := filepath.Base(t.file)
	if all[file] == nil {
		all[file] = &count{}
	}
	switch c := all[file]; t.verdict {
	case noticed:
		c.killed++
	case uncompiled:
		c.uncompiled++
	case unnoticed:
		c.survived++
		fmt.Println("survived", t.mutant)
	}
}

func (all counts) total() count {
	var sum count
	for _, c := range all {
		sum.killed += c.killed
		sum.survived += c.survived
		sum.uncompiled += c.uncompiled
	}
	return sum
}

// print prints the counts of each file, the worst first, and of all.
func (all counts) print(of int) {
	var files []string
	for file := range all {
		files = append(files, file)
	}
	slices.SortFunc(files, func(a, b string) int { return all[b].survived - all[a].survived })
	for _, file := range files {
		fmt.Printf("%-28s %4d killed %4d survived\n", file, all[file].killed, all[file].survived)
	}
	sum := all.total()
	fmt.Printf("%d changes tried of %d: %d killed, %d survived; %d more do not compile\n",
		sum.killed+sum.survived, of, sum.killed, sum.survived, sum.uncompiled)
}
