package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// maxPassword bounds a password in bytes.
const maxPassword = 4096

// readPassword reads the first line of a file, without its line break; no name
// stands for no password. Who calls it overwrites what it returns.
func readPassword(name string) ([]byte, error) {
	if name == "" {
		return nil, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("--password-file: %w", err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxPassword+1))
	if err != nil {
		clear(text)
		return nil, fmt.Errorf("--password-file: %w", err)
	}
	line, _, _ := bytes.Cut(text, []byte("\n"))
	clear(text[len(line):])
	line = bytes.TrimSuffix(line, []byte("\r"))
	if len(line) > maxPassword {
		clear(line)
		return nil, fmt.Errorf("--password-file: the first line of %s is longer than %d bytes, which no password is", name, maxPassword)
	}
	return line, nil
}
