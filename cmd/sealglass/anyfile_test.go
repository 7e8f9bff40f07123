package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"sealglass/container"
	"sealglass/inspect"
	"sealglass/revocation"
	"sealglass/testdata/gen"
	"sealglass/testdata/gen/inputs"
	"sealglass/trust"
)

// vectors is where Debian's package python3-cryptography-vectors puts its files.
const vectors = "/usr/lib/python3/dist-packages/cryptography_vectors"

// someDay is the day on which the files are looked at.
var someDay = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// answers counts what inputs were said to be, and how long that took.
type answers struct {
	files, certificates int
	codes               map[string]int
	times               []time.Duration
}

// ask has a file examined as the command does, the second opinion left out. It is
// an error if there is neither a certificate, nor a list, nor a reason.
func (a *answers) ask(t *testing.T, name string, data []byte) {
	t.Helper()
	start := time.Now()
	report := inspect.Inspect([]inspect.Input{{Name: name, Data: data}}, inspect.Options{
		Now: someDay, Proposals: true, Open: container.Opener(nil), Chain: trust.Find, Revocation: revocation.Check,
	})
	document := inspect.AppendJSON(nil, report)
	a.times = append(a.times, time.Since(start))
	a.files++
	if len(report.Inputs) == 0 || len(document) == 0 {
		t.Errorf("%s: no answer", name)
	}
	for i := range report.Inputs {
		in := &report.Inputs[i]
		a.certificates += len(in.Certificates)
		switch {
		case in.Error != nil && (in.Error.Code == "" || in.Error.Message == ""):
			t.Errorf("%s: an error without a reason: %+v", name, in.Error)
		case in.Error != nil:
			a.codes[in.Error.Code]++
		case len(in.Certificates) == 0 && in.Kind != inspect.CRL && in.Kind != inspect.OCSP:
			t.Errorf("%s: of kind %q there is neither a certificate nor a reason", name, in.Kind)
		}
	}
}

// log says what came out. Times are for people to read; machines differ.
func (a *answers) log(t *testing.T, what string) {
	t.Helper()
	if a.files == 0 {
		t.Logf("%s: none", what)
		return
	}
	slices.Sort(a.times)
	t.Logf("%s: %d files, %d certificates; half within %v, 99 of 100 within %v, all within %v\n%v", what, a.files, a.certificates,
		a.times[a.files/2], a.times[a.files*99/100], a.times[a.files-1], a.codes)
}

var certificateNames = regexp.MustCompile(`(?i)\.(pem|crt|cer|der|key|pub|p12|pfx|p7.|crl|csr|eml|txt|ldif)$`)

// certificateFiles are the files of test data below a folder, and those of tests,
// that somebody might take for one with a certificate: by their names, by how they
// begin, or by a PEM block in them.
func certificateFiles(t *testing.T, root string, each func(name string, data []byte)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if !strings.Contains(path, "testdata") && !strings.Contains(path, "/data/test/") && !strings.HasSuffix(path, "_test.go") && root != vectors {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if certificateNames.MatchString(path) || bytes.HasPrefix(data, []byte{0x30, 0x82}) || bytes.Contains(data, []byte("-----BEGIN ")) {
			name, _ := filepath.Rel(root, path)
			each(name, data)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestAnyFileIsAnswered has every certificate-like file of Go's sources, of the
// modules of zlint and of Debian's test vectors examined.
func TestAnyFileIsAnswered(t *testing.T) {
	printed := func(args ...string) string {
		out, err := exec.Command("go", args...).Output()
		if err != nil {
			t.Fatalf("go %s: %v", strings.Join(args, " "), err)
		}
		return strings.TrimSpace(string(out))
	}
	for _, source := range []struct {
		name, root          string
		files, certificates int // there are at least
	}{
		{"Go", filepath.Join(printed("env", "GOROOT"), "src"), 1500, 500},
		{"zlint", printed("list", "-m", "-f", "{{.Dir}}", "github.com/zmap/zlint/v3"), 1500, 1400},
		{"zcrypto", printed("list", "-m", "-f", "{{.Dir}}", "github.com/zmap/zcrypto"), 50, 140},
		{"python3-cryptography-vectors", vectors, 1700, 1000},
	} {
		a := answers{codes: map[string]int{}}
		if _, err := os.Stat(source.root); source.root == vectors && err != nil {
			t.Logf("%s is not installed: %d files not looked at", source.name, source.files)
			continue
		}
		certificateFiles(t, source.root, func(name string, data []byte) { a.ask(t, name, data) })
		a.log(t, source.name)
		if a.files < source.files || a.certificates < source.certificates {
			t.Errorf("%s: only %d files with %d certificates", source.name, a.files, a.certificates)
		}
	}
}

// mutants is how many changed inputs are examined.
const mutants = 10_000

// TestMutantsAreAnswered changes certificates, lists, messages and texts. Those of
// PKCS#12 are left to its fuzz target: a changed count of iterations takes its time.
func TestMutantsAreAnswered(t *testing.T) {
	var bases [][]byte
	for _, s := range gen.Samples() {
		bases = append(bases, s.Data)
	}
	for _, c := range inputs.All() {
		if len(c.Answers) > 0 && c.Answers[0].Kind != string(inspect.PKCS12) && len(c.Data) < 1<<16 {
			bases = append(bases, c.Data)
		}
	}
	a := answers{codes: map[string]int{}}
	for n := range uint64(mutants) {
		a.ask(t, "mutant", gen.Mutant(n, bases))
	}
	a.log(t, "mutants")
	if a.files < mutants || a.certificates < mutants/4 {
		t.Errorf("only %d mutants with %d certificates", a.files, a.certificates)
	}
}

// TestSlowFilesAreAnswered examines files that want to keep a program busy. Most
// are certificates, with all their fields or with what stopped the reader.
func TestSlowFilesAreAnswered(t *testing.T) {
	for _, s := range gen.Slow() {
		a := answers{codes: map[string]int{}}
		a.ask(t, s.Name, s.Data)
		a.log(t, s.Name)
		if isCertificate := strings.HasSuffix(s.Name, ".cer"); isCertificate != (a.certificates == 1) {
			t.Errorf("%s: %d certificates", s.Name, a.certificates)
		}
	}
}
