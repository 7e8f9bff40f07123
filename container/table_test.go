package container

import (
	"slices"
	"testing"

	"sealglass/inspect"
	"sealglass/testdata/gen/inputs"
)

// minCases is how many inputs the table must have at least.
const minCases = 150

func TestTable(t *testing.T) {
	cases := inputs.All()
	if len(cases) < minCases {
		t.Errorf("%d inputs, want %d at least", len(cases), minCases)
	}
	names := map[string]bool{}
	for _, c := range cases {
		if names[c.Name] {
			t.Errorf("two inputs are called %q", c.Name)
		}
		names[c.Name] = true
		t.Run(c.Name, func(t *testing.T) {
			report := inspect.Inspect([]inspect.Input{{Name: c.Name, Data: slices.Clone(c.Data)}}, inspect.Options{Open: Opener([]byte(c.Password))})
			if len(report.Inputs) != len(c.Answers) {
				t.Fatalf("%d answers, want %d", len(report.Inputs), len(c.Answers))
			}
			for i, want := range c.Answers {
				compare(t, &report.Inputs[i], want)
			}
		})
	}
}

func compare(t *testing.T, got *inspect.InputReport, want inputs.Answer) {
	code := ""
	if got.Error != nil {
		code = got.Error.Code
	}
	if string(got.Kind) != want.Kind || code != want.Code {
		t.Errorf("kind %q, code %q, want %q, %q", got.Kind, code, want.Kind, want.Code)
	}
	var fingerprints, expected []string
	for i := range got.Certificates {
		fingerprints = append(fingerprints, got.Certificates[i].SHA256)
	}
	for _, der := range want.Certificates {
		expected = append(expected, inspect.Fingerprint(der))
	}
	if !slices.Equal(fingerprints, expected) {
		t.Errorf("certificates %.8q, want %.8q", fingerprints, expected)
	}
}

// No report holds eight bytes in a row of a private key or of a password of the
// table, whatever the input; neither as they are nor as digits.
func TestReportsTellNoSecret(t *testing.T) {
	secrets := inputs.Secrets()
	sizes := map[int]bool{}
	for s := range secrets {
		sizes[len(s)] = true
	}
	for _, c := range inputs.All() {
		report := inspect.Inspect([]inspect.Input{{Name: c.Name, Data: slices.Clone(c.Data)}}, inspect.Options{Open: Opener([]byte(c.Password))})
		json := inspect.AppendJSON(nil, report)
		for n := range sizes {
			for i := 0; i+n <= len(json); i++ {
				if secrets[string(json[i:i+n])] {
					t.Fatalf("%s: the report holds %q", c.Name, json[i:i+n])
				}
			}
		}
	}
}
