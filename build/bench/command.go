package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Where the two commands are built, and which module that of zlint is in.
const (
	commandDir  = ".cache/bin"
	zlintModule = "github.com/zmap/zlint/v3"
)

// command prints how many certificates a second the command inspects on one core,
// each in a file of its own, beside zlint's command on the same files.
func command(samples []sample, f *figures) error {
	var err error
	if f.ZLint, err = buildCommands(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "sealglass-")
	if err != nil {
		return fmt.Errorf("bench: %w", err)
	}
	defer os.RemoveAll(dir)
	names := make([]string, manyFiles)
	for i := range names {
		names[i] = fmt.Sprintf("%06d.der", i)
		if err := os.WriteFile(filepath.Join(dir, names[i]), signedAnew(samples[i%len(samples)].der, i), 0o666); err != nil {
			return fmt.Errorf("bench: %w", err)
		}
	}
	contenders := []struct {
		name string
		args []string
		keep *float64
	}{
		{"sealglass inspect --json --no-second-opinion", []string{"sealglass", "inspect", "--json", "--fail-on", "never", "--no-second-opinion"}, &f.Inspected},
		{"sealglass inspect --json, zlint's S/MIME lints in it", []string{"sealglass", "inspect", "--json", "--fail-on", "never"}, &f.WithSecond},
		{"zlint " + f.ZLint + ", all its lints", []string{"zlint"}, &f.ByZLint},
	}
	return printTable(fmt.Sprintf("%d files, one each\tcertificates a second of one core\tall in", manyFiles), func(row func(string, ...any)) error {
		for _, contender := range contenders {
			cmd, err := commandOn(dir, names, contender.args)
			if err != nil {
				return err
			}
			start := time.Now()
			if err := cmd.Run(); err != nil {
				return fmt.Errorf("bench: %s: %w", contender.name, err)
			}
			took := time.Since(start)
			processor := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
			*contender.keep = manyFiles / processor.Seconds()
			row("%s\t%.0f\t%.1f s", contender.name, *contender.keep, took.Seconds())
		}
		return nil
	})
}

// commandOn is a command with all files in a folder; what it prints is dropped.
func commandOn(dir string, names, args []string) (*exec.Cmd, error) {
	program, err := filepath.Abs(filepath.Join(commandDir, args[0]))
	if err != nil {
		return nil, fmt.Errorf("bench: %w", err)
	}
	cmd := exec.Command(program, slices.Concat(args[1:], names)...)
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	return cmd, nil
}

// buildCommands builds the two commands, zlint's of the version that is the second
// opinion, which it returns.
func buildCommands() (version string, err error) {
	out, err := output("go", "list", "-m", "-f", "{{.Version}}", zlintModule)
	if err != nil {
		return "", err
	}
	version = strings.TrimSpace(string(out))
	bin, err := filepath.Abs(commandDir)
	if err != nil {
		return "", fmt.Errorf("bench: %w", err)
	}
	if err := run("go", "build", "-o", bin+string(filepath.Separator), "./cmd/sealglass"); err != nil {
		return "", err
	}
	return version, run("env", "GOBIN="+bin, "go", "install", zlintModule+"/cmd/zlint@"+version)
}

// signedAnew is a certificate whose signature is changed to hold a number, so that
// no two are the same.
func signedAnew(der []byte, n int) []byte {
	der = slices.Clone(der)
	binary.BigEndian.PutUint32(der[len(der)-8:], uint32(n))
	return der
}
