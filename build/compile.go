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
		args := append([]string{"build"}, p.flags()...)
		args = append(args, "-trimpath", "-ldflags=-s -w", "-buildvcs=false", "-tags="+tags, "-o", file, "./wasm/"+name)
		cmd := exec.Command("go", args...)
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
		cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("build: %s.wasm: %w", name, err)
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("build: %w", err)
		}
		slimmed, err := slim(content)
		if err != nil {
			fmt.Fprintf(os.Stderr, "build: %s.wasm stays as large as the linker made it: %v\n", name, err)
			slimmed = content
		}
		programs[name+".wasm"] = slimmed
	}
	return programs, nil
}
