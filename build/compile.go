package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// programNames are the two programs of wasm/; each becomes NAME.wasm.
var programNames = []string{"page", "worker"}

// compile builds the two programs and returns their bytes by file name. The go
// command keeps what did not change.
func compile(root string, p patch, tags string) (map[string][]byte, error) {
	programs := make(map[string][]byte)
	for _, name := range programNames {
		file := filepath.Join(root, ".cache", "wasm", name+tags+".wasm")
		if err := link(root, append(p.flags(name), "-tags="+tags), "./wasm/"+name, file); err != nil {
			return nil, err
		}
		linked, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("build: %w", err)
		}
		slimmed, err := slim(linked)
		if err != nil {
			fmt.Fprintf(os.Stderr, "build: %s.wasm stays as large as the linker made it: %v\n", name, err)
			slimmed = linked
		}
		programs[name+".wasm"] = slimmed
	}
	return programs, nil
}

// link builds the program of a package for the browser.
//
// Without -l the compiler copies small functions to where they are called. Our
// own packages are a sixth larger for it, and a certificate takes 1.3 ms instead
// of 1.6. The runtime, math/big and the hashes gain more, and keep it.
func link(root string, flags []string, program, file string) error {
	args := append([]string{"build"}, flags...)
	args = append(args, "-trimpath", "-ldflags=-s -w", "-buildvcs=false",
		"-gcflags=sealglass/...=-l", "-gcflags=honnef.co/...=-l", "-o", file, program)
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("build: %s: %w", program, err)
	}
	return nil
}
