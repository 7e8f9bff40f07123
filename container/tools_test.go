package container

import (
	"bytes"
	"encoding/pem"
	"flag"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sealglass/inspect"
	"sealglass/testdata/gen"
)

var keep = flag.Bool("keep", false, "write what the tools of this machine make to testdata")

// toolFile is a file as a program that people have writes it, and what it is.
type toolFile struct {
	name         string // of the file in testdata/tools
	tools        string // the programs that it takes
	script       string // of the shell; writes the file "out"
	password     string
	kind         inspect.Kind
	code         string
	result       inspect.SignatureResult
	certificates string // "leaf", "leaf sub", "leaf sub root"
}

// toolFiles are all of them.
func toolFiles() []toolFile {
	return slices.Concat(opensslFiles, gnutlsFiles, nssFiles, gnupgFiles, mailFiles)
}

// The files that lie in testdata, whatever programs are here.
func TestFilesOfTheTools(t *testing.T) {
	once := toolFile{name: "gpgsm-closed.p12", password: "secret", kind: inspect.PKCS12, code: "closed-part", certificates: "leaf"}
	for _, f := range append(toolFiles(), once) {
		file, err := os.ReadFile(filepath.Join("testdata", "tools", f.name))
		if err != nil {
			t.Error(err)
			continue
		}
		f.check(t, file)
	}
}

// What the programs of this machine write today. The log tells how many files
// there were, and which programs are not here.
func TestFilesOfTheToolsHere(t *testing.T) {
	t.Parallel() // most of the time it waits for them
	folder := t.TempDir()
	toolFolder(t, folder)
	files, missing := 0, map[string]bool{}
	for _, f := range toolFiles() {
		here := true
		for tool := range strings.FieldsSeq(f.tools) {
			if _, err := exec.LookPath(tool); err != nil {
				here, missing[tool] = false, true
			}
		}
		if !here {
			continue
		}
		file, err := f.make(folder)
		if err != nil {
			t.Errorf("%s: %v", f.name, err)
			continue
		}
		files++
		f.check(t, file)
		if *keep {
			if err := os.WriteFile(filepath.Join("testdata", "tools", f.name), file, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d of %d files; not here: %q", files, len(toolFiles()), slices.Sorted(maps.Keys(missing)))
}

// toolChain is the leaf of the files and its issuers. It lasts long, as some
// programs look at the clock.
func toolChain() map[string][]byte {
	leaf := gen.Leaf("sponsor", "strict")
	leaf.NotAfter = gen.At("2034-06-01 23:59:59")
	return map[string][]byte{"leaf": leaf.Encode(), "sub": gen.SubCA().Encode(), "root": gen.Root().Encode()}
}

// toolFolder writes what the scripts start from.
func toolFolder(t *testing.T, folder string) {
	content := map[string][]byte{
		"key.pem": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: gen.RSA(2048).PKCS8()}),
		"text":    []byte("Content-Type: text/plain\n\nHello\n"),
		"mail.py": []byte(mailProgram), "mutt.py": []byte(muttKeys), "muttrc": []byte(muttSettings),
	}
	for name, der := range toolChain() {
		content[name+".pem"] = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	}
	for name, c := range content {
		if err := os.WriteFile(filepath.Join(folder, name), c, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// make runs the script in the folder.
func (f *toolFile) make(folder string) ([]byte, error) {
	out := filepath.Join(folder, "out")
	if err := os.RemoveAll(out); err != nil {
		return nil, err
	}
	cmd := exec.Command("sh", "-ec", f.script)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "HOME="+folder, "LC_ALL=C.UTF-8", "TERM=vt100", "GNUPGHOME="+filepath.Join(folder, "gnupg"), "PASSWORD="+f.password)
	if output, err := cmd.CombinedOutput(); err != nil {
		return nil, &toolError{err, output}
	}
	return os.ReadFile(out)
}

type toolError struct {
	err    error
	output []byte
}

func (e *toolError) Error() string { return e.err.Error() + "\n" + string(e.output) }

// check opens the file with its password, and with a wrong one where it has one.
func (f *toolFile) check(t *testing.T, file []byte) {
	t.Helper()
	look := func(password string) inspect.InputReport {
		return inspect.Inspect([]inspect.Input{{Name: f.name, Data: bytes.Clone(file)}}, inspect.Options{Open: Opener([]byte(password))}).Inputs[0]
	}
	got := look(f.password)
	var fingerprints, expected []string
	for i := range got.Certificates {
		fingerprints = append(fingerprints, got.Certificates[i].SHA256)
	}
	chain := toolChain()
	for name := range strings.FieldsSeq(f.certificates) {
		expected = append(expected, inspect.Fingerprint(chain[name]))
	}
	result := inspect.SignatureResult("")
	if got.Message != nil && len(got.Message.Signatures) > 0 {
		result = got.Message.Signatures[0].Result
	}
	if got.Kind != f.kind || codeOf(&got) != f.code || result != f.result || !slices.Equal(fingerprints, expected) {
		t.Errorf("%s: kind %q, code %q, signature %q, certificates %.8q", f.name, got.Kind, codeOf(&got), result, fingerprints)
	}
	if f.password == "" {
		return
	}
	if got := look(f.password + "x"); codeOf(&got) != "wrong-password" {
		t.Errorf("%s: code %q with a wrong password", f.name, codeOf(&got))
	}
}

func codeOf(in *inspect.InputReport) string {
	if in.Error == nil {
		return ""
	}
	return in.Error.Code
}
