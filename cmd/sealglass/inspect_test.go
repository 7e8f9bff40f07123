package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sealglass/inspect"
)

// zlintFile is the path of a certificate of zlint's test data.
func zlintFile(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/zmap/zlint/v3").Output()
	if err != nil {
		t.Fatalf("zlint's module is not there: %v", err)
	}
	return filepath.Join(strings.TrimSpace(string(out)), "testdata", filepath.FromSlash(name))
}

// document is what the tests look at in a report.
type document struct {
	AsOf   string
	Inputs []struct {
		Name  string
		Kind  string
		Error *struct{ Code, Message string }

		Certificates []struct {
			Profile, Generation, ProfileFrom string
			Findings                         []struct{ Rule, Severity string }
		}
	}
}

func inspectJSON(t *testing.T, stdin string, args ...string) (int, document, string) {
	t.Helper()
	status, stdout, stderr := call(stdin, append([]string{"inspect", "--json"}, args...)...)
	var d document
	if err := json.Unmarshal([]byte(stdout), &d); err != nil {
		t.Fatalf("%q: %v\n%s", args, err, stdout)
	}
	if !strings.HasSuffix(stdout, "}\n") || strings.Count(stdout, "\n") != 1 {
		t.Errorf("%q: the document does not stand in one line", args)
	}
	return status, d, stderr
}

// faulty has errors, fine has warnings only.
const (
	faulty = "smime/aiaWithIPAddress.pem"
	fine   = "smime/sm1_alg_mld44_eff1_pqf1.pem"
)

func TestInspectForms(t *testing.T) {
	file := zlintFile(t, faulty)
	for _, test := range []struct{ flag, want string }{
		{"--fail-on=never", "Error: The certificate does not say what its key may do\n"},
		{"--markdown", "#### Error: The certificate does not say what its key may do\n"},
		{"--json", `"rule":"key-usage-missing"`},
	} {
		if _, stdout, stderr := call("", "inspect", test.flag, file); !strings.Contains(stdout, test.want) || stderr != "" {
			t.Errorf("%s: does not say %q:\n%s\n%s", test.flag, test.want, stdout, stderr)
		}
	}
}

func TestInspectSeveral(t *testing.T) {
	good := zlintFile(t, faulty)
	pem, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	missing, folder := filepath.Join(t.TempDir(), "none.pem"), t.TempDir()
	status, d, stderr := inspectJSON(t, string(pem), missing, good, folder, "-")
	if status != 2 {
		t.Errorf("status %d, want 2", status)
	}
	want := []struct {
		name, code   string
		certificates int
	}{{missing, "unreadable-file", 0}, {good, "", 1}, {folder, "unreadable-file", 0}, {"-", "", 1}}
	if len(d.Inputs) != len(want) {
		t.Fatalf("%d inputs, want %d", len(d.Inputs), len(want))
	}
	for i, w := range want {
		in := d.Inputs[i]
		code := ""
		if in.Error != nil {
			code = in.Error.Code
		}
		if in.Name != w.name || code != w.code || len(in.Certificates) != w.certificates {
			t.Errorf("input %d: %+v, want %+v", i, in, w)
		}
	}
	for _, line := range []string{
		"none.pem\": There is no such file. Check its name and folder.\n",
		"\": This file could not be read: is a directory. Check that it is a file and that you may read it.\n",
	} {
		if !strings.Contains(stderr, line) {
			t.Errorf("stderr does not say %q:\n%s", line, stderr)
		}
	}
	if strings.Count(stderr, "\n") != 2 {
		t.Errorf("stderr has more than a line for each input that could not be read:\n%s", stderr)
	}
}

// What holds a private key is refused, and nothing of it is shown.
func TestInspectPrivateKey(t *testing.T) {
	const key = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAsecretsecretsecretsecretsecretsecretsecretse\n-----END PRIVATE KEY-----\n"
	for _, form := range []string{"--json", "--markdown", "--fail-on=never"} {
		status, stdout, stderr := call(key, "inspect", form, "-")
		if status != 2 || !strings.Contains(stdout, "This is a private key. Keep it secret.") || !strings.Contains(stderr, "This is a private key.") {
			t.Errorf("%s: status %d\n%s\n%s", form, status, stdout, stderr)
		}
		if strings.Contains(stdout+stderr, "secretsecret") {
			t.Errorf("%s shows the key", form)
		}
	}
}

func TestInspectTooLarge(t *testing.T) {
	const mail = "From: a@example.com\nTo: b@example.com\n\n"
	for _, test := range []struct {
		start string
		size  int
		code  string
	}{
		{"\x00", inspect.MaxInput - 1, "other-bytes"},
		{"\x00", inspect.MaxInput, "other-bytes"},
		{"\x00", inspect.MaxInput + 1, "too-large"},
		{mail, inspect.MaxInput + 1, "unsigned"},
		{mail, inspect.MaxMessage - 1, "unsigned"},
		{mail, inspect.MaxMessage, "unsigned"},
		{mail, inspect.MaxMessage + 1, "too-large"},
	} {
		data := test.start + strings.Repeat("x", test.size-len(test.start))
		if _, d, _ := inspectJSON(t, data, "-"); d.Inputs[0].Error == nil || d.Inputs[0].Error.Code != test.code {
			t.Errorf("%d bytes: %+v, want %s", test.size, d.Inputs[0].Error, test.code)
		}
	}
}

func TestInspectStatus(t *testing.T) {
	tests := []struct {
		file string
		args []string
		want int
	}{
		{faulty, nil, 1},
		{faulty, []string{"--fail-on", "warning"}, 1},
		{faulty, []string{"--fail-on", "never"}, 0},
		{fine, nil, 0},
		{fine, []string{"--fail-on", "warning"}, 1},
	}
	for _, test := range tests {
		args := append(test.args, "--no-second-opinion", zlintFile(t, test.file))
		if status, _, stderr := inspectJSON(t, "", args...); status != test.want || stderr != "" {
			t.Errorf("%q: status %d, want %d\n%s", args, status, test.want, stderr)
		}
	}
}

// Flags may stand anywhere; after -- nothing is a flag.
func TestFlagsAnywhere(t *testing.T) {
	file := zlintFile(t, faulty)
	_, d, _ := inspectJSON(t, "", file, "--profile", "sponsor-legacy", "--as-of=2025-07-16")
	if c := d.Inputs[0].Certificates[0]; c.Profile != "sponsor" || c.Generation != "legacy" || c.ProfileFrom != "override" || d.AsOf != "2025-07-16" {
		t.Errorf("the flags behind the file were not read: %+v", d)
	}
	t.Chdir(t.TempDir())
	pem, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("--as-of", pem, 0o666); err != nil {
		t.Fatal(err)
	}
	_, d, _ = inspectJSON(t, "", "--", "--as-of", "--as-of")
	if len(d.Inputs) != 2 || d.Inputs[1].Name != "--as-of" || len(d.Inputs[1].Certificates) != 1 {
		t.Errorf("a file whose name looks like a flag was not read: %+v", d)
	}
}
