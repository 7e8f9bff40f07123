package inspect

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"sealglass/cert"
)

// now is the day on which the tests look at certificates.
var now = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// corpus returns every PEM file of zlint's test data by its path there.
func corpus(t testing.TB) map[string][]byte {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/zmap/zlint/v3").Output()
	if err != nil {
		t.Fatalf("zlint's module is not there: %v", err)
	}
	root := filepath.Join(strings.TrimSpace(string(out)), "testdata")
	found := map[string][]byte{}
	err = filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".pem") {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		found[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestCorpus: every file has an answer with something in it, that is the same
// each time and fits the schema.
func TestCorpus(t *testing.T) {
	files := corpus(t)
	if len(files) < 1500 {
		t.Fatalf("only %d files", len(files))
	}
	s := readSchema(t)
	certificates, unreadable := 0, 0
	for name, data := range files {
		report := Inspect([]Input{{Name: name, Data: bytes.Clone(data)}}, Options{Now: now, Proposals: true})
		document := AppendJSON(nil, report)
		again := AppendJSON(nil, Inspect([]Input{{Name: name, Data: data}}, Options{Now: now, Proposals: true}))
		if !bytes.Equal(document, again) {
			t.Errorf("%s: a second look gives another report", name)
		}
		for _, problem := range s.problems(document) {
			t.Errorf("%s: %s", name, problem)
		}
		in := &report.Inputs[0]
		switch {
		case in.Error == nil && len(in.Certificates) == 0:
			t.Errorf("%s: an empty answer", name)
		case in.Error != nil && in.Error.Message == "":
			t.Errorf("%s: error %s without a message", name, in.Error.Code)
		}
		for i := range in.Certificates {
			certificates++
			if !in.Certificates[i].Readable {
				unreadable++
			}
			checkCertificate(t, name, &in.Certificates[i])
		}
	}
	t.Logf("%d files, %d certificates, of which %d have a part that could not be read", len(files), certificates, unreadable)
}

// checkCertificate says that a report on a certificate holds together.
func checkCertificate(t *testing.T, name string, c *CertificateReport) {
	t.Helper()
	if len(c.Fields) < 10 {
		t.Errorf("%s: only %d fields", name, len(c.Fields))
	}
	for i := range c.Fields {
		f := &c.Fields[i]
		if f.Path == "" || f.Label == "" || f.Value == "" && f.Error == "" && f.Length == 0 {
			t.Errorf("%s: field %+v", name, f)
		}
		checkSpan(t, name+": "+f.Path, f.Offset, f.Length, len(c.DER))
	}
	for i := range c.Findings {
		f := &c.Findings[i]
		if f.Rule == "" || f.Title == "" || f.Section == "" || f.Remedy == "" {
			t.Errorf("%s: finding %+v", name, f)
		}
		for _, p := range f.At {
			checkSpan(t, name+": "+f.Rule, p.Offset, p.Length, len(c.DER))
		}
	}
	if total := c.Checks.Passed + c.Checks.Failed + c.Checks.NotApplicable + c.Checks.NotInForce + c.Checks.Broken; total != len(c.Outcomes) || total < 100 {
		t.Errorf("%s: %d outcomes counted of %d", name, total, len(c.Outcomes))
	}
	if c.Readable {
		return
	}
	// What could not be read stands there with its reason.
	for _, fault := range cert.Parse(c.DER).Faults {
		if fault.Fatal && !holdsFault(c.Fields, fault) {
			t.Errorf("%s: no field says that %s could not be read: %s", name, fault.Path, fault.Reason)
		}
	}
}

func holdsFault(fields []Field, fault cert.Fault) bool {
	for i := range fields {
		if f := &fields[i]; f.Path == fault.Path && strings.Contains(f.Error, fault.Reason) {
			return true
		}
	}
	return false
}

func checkSpan(t *testing.T, what string, offset, length, size int) {
	t.Helper()
	if offset < 0 || length < 0 || offset+length > size {
		t.Errorf("%s: bytes %d to %d of %d", what, offset, offset+length, size)
	}
}

// checkJSON says that a document is UTF-8 and JSON.
func checkJSON(t *testing.T, document []byte) {
	t.Helper()
	if !utf8.Valid(document) {
		t.Errorf("not UTF-8: %q", document)
	}
	if !json.Valid(document) {
		t.Errorf("not JSON: %s", document)
	}
}
