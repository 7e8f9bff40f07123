package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// linked is the program of build/testdata/traced as the linker wrote it.
func linked(t *testing.T) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "traced.wasm")
	runGo(t, []string{"GOOS=js", "GOARCH=wasm"}, "build", "-o", file, "-ldflags=-s -w", "./build/testdata/traced")
	program, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// runInNode runs a program and returns what it printed and how it ended.
func runInNode(t *testing.T, program []byte, args ...string) (stdout, stderr string, exit int) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(file, program, 0o666); err != nil {
		t.Fatal(err)
	}
	support := filepath.Join(runGo(t, nil, "env", "GOROOT")[0], "lib", "wasm", "wasm_exec_node.js")
	cmd := exec.Command("node", append([]string{support, file}, args...)...)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if exitError := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exitError) {
		t.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

func TestSlimProgramDoesTheSame(t *testing.T) {
	program := linked(t)
	slimmed, err := slim(program)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ death, traceback string }{
		{"panic", "panic: nobody recovers\n\ngoroutine 1 [running]:\nmain.main()\n\t?:0 "},
		{"overflow", "RangeError: Maximum call stack size exceeded"},
	}
	for _, test := range tests {
		t.Run(test.death, func(t *testing.T) {
			out, _, exit := runInNode(t, program, test.death)
			slimOut, slimErrs, slimExit := runInNode(t, slimmed, test.death)
			if slimOut != out || slimExit != exit || exit == 0 || !strings.Contains(out, "\nkept: 50 true\n") {
				t.Errorf("slim, it ends with %d and prints\n%s\nbefore it ended with %d and printed\n%s", slimExit, slimOut, exit, out)
			}
			if !strings.Contains(slimErrs, test.traceback) {
				t.Errorf("slim, it dies with\n%s\nwant\n%s", slimErrs, test.traceback)
			}
		})
	}
}

func TestSlimIsSmaller(t *testing.T) {
	program := linked(t)
	slimmed, err := slim(program)
	if err != nil {
		t.Fatal(err)
	}
	before, err := compressBrotli(program, 9)
	if err != nil {
		t.Fatal(err)
	}
	after, err := compressBrotli(slimmed, 9)
	if err != nil {
		t.Fatal(err)
	}
	if len(after)*10 > len(before)*9 {
		t.Errorf("slim, it takes %d bytes with brotli, before %d: less than a tenth saved", len(after), len(before))
	}
}

// What slim does not know it leaves alone, and says so.
func TestSlimRefuses(t *testing.T) {
	program := linked(t)
	changed := func(old, with string) []byte { return bytes.ReplaceAll(program, []byte(old), []byte(with)) }
	table := bytes.Index(program, pclntabMagic)
	if table < 0 {
		t.Fatal("no pclntab")
	}
	tests := []struct {
		name    string
		program []byte
		want    string
	}{
		{"a release of Go that it does not know", changed("\x08go1.26", "\x08go1.27"), "it is not made by go1.26"},
		{"another table", changed(string(pclntabMagic), "\xf2\xff\xff\xff\x00\x00\x01\x08"), errPclntab.Error()},
		{"two tables", changed("nobody recovers", string(pclntabMagic)+"recover"), errPclntab.Error()},
		{"no WebAssembly", program[1:], errNotGoWasm.Error()},
		{"a part of a program", program[:len(program)-1], errNotGoWasm.Error()},
	}
	for _, test := range tests {
		if bytes.Equal(test.program, program) {
			t.Fatalf("%s: nothing changed", test.name)
		}
		if _, err := slim(test.program); err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.name, err, test.want)
		}
	}
}
