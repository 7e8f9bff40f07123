package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
)

// write makes the folder hold exactly the files, and for a release their
// compressed copies and SHA256SUMS. A file that did not change is left alone,
// with its copies; the copies of one that did are removed.
func write(dir string, files map[string][]byte, release bool) error {
	if release {
		files["SHA256SUMS"] = sums(files)
	}
	if err := removeOthers(dir, files); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	for name, content := range files {
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(name)), content); err != nil {
			return fmt.Errorf("build: %w", err)
		}
	}
	if !release {
		return nil
	}
	for name, content := range files {
		if name == "SHA256SUMS" || isHosting(name) {
			continue
		}
		if err := writeCompressed(filepath.Join(dir, filepath.FromSlash(name)), content); err != nil {
			return fmt.Errorf("build: %w", err)
		}
	}
	return nil
}

// codings are the compressed copies, by what their names end in.
var codings = []struct {
	suffix   string
	compress func([]byte) ([]byte, error)
}{
	{".br", func(content []byte) ([]byte, error) { return compressBrotli(content, brotli.BestCompression) }},
	{".gz", compressGzip},
}

// removeOthers removes every file that is none of files nor a compressed copy of one.
func removeOthers(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	return filepath.WalkDir(dir, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		kept := []string{name}
		for _, coding := range codings {
			if original, ok := strings.CutSuffix(name, coding.suffix); ok {
				kept = append(kept, original)
			}
		}
		if slices.ContainsFunc(kept, func(name string) bool { _, ok := files[name]; return ok }) {
			return nil
		}
		return os.Remove(file)
	})
}

func writeFile(file string, content []byte) error {
	there, err := os.ReadFile(file)
	if err == nil && bytes.Equal(there, content) {
		return nil
	}
	for _, coding := range codings {
		if err := os.Remove(file + coding.suffix); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	return writeWhole(file, content)
}

// writeWhole writes a file in one step, so that an interrupted build leaves no
// half of one behind.
func writeWhole(file string, content []byte) error {
	part := file + ".part"
	if err := os.WriteFile(part, content, 0o666); err != nil {
		return err
	}
	return os.Rename(part, file)
}

func writeCompressed(file string, content []byte) error {
	for _, coding := range codings {
		if _, err := os.Stat(file + coding.suffix); err == nil {
			continue
		}
		packed, err := coding.compress(content)
		if err != nil {
			return err
		}
		if err := writeWhole(file+coding.suffix, packed); err != nil {
			return err
		}
	}
	return nil
}

// compressBrotli uses the largest window that browsers accept.
func compressBrotli(content []byte, quality int) ([]byte, error) {
	var packed bytes.Buffer
	w := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: quality, LGWin: 24})
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

// compressGzip writes no name and no time.
func compressGzip(content []byte) ([]byte, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}
