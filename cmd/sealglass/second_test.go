package main

import (
	"strings"
	"testing"

	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/view"
)

// zlint's findings join the report. Without the second opinion nothing of it is
// there.
func TestSecondOpinion(t *testing.T) {
	file := zlintFile(t, "smime/MailboxAddressFromSAN/WithOnlySANEmail.pem")
	options := inspect.Options{AsOf: "2024-01-01"}
	report, second, err := examine([]string{file}, nil, options, true)
	if err != nil {
		t.Fatal(err)
	}
	if report.Tool.ZLint == "" || len(second) != 1 || second[0].State != view.SecondDone || len(second[0].LeftOut) == 0 {
		t.Errorf("zlint %q, %+v", report.Tool.ZLint, second)
	}
	joined := 0
	for _, f := range report.Inputs[0].Certificates[0].Findings {
		if joined += len(f.Also); f.Source == lints.ZLint {
			joined++
		}
	}
	if joined == 0 {
		t.Error("nothing of what zlint finds is there")
	}
	report, second, err = examine([]string{file}, nil, options, false)
	if err != nil || second != nil || report.Tool.ZLint != "" {
		t.Errorf("left out: zlint %q, %+v, %v", report.Tool.ZLint, second, err)
	}
	for _, f := range report.Inputs[0].Certificates[0].Findings {
		if f.Source == lints.ZLint || f.Also != nil {
			t.Errorf("left out, and yet: %+v", f)
		}
	}
}

// The day whose rules apply is the same for zlint.
func TestSecondOpinionAsOf(t *testing.T) {
	file := zlintFile(t, "smime/MailboxAddressFromSAN/WithOnlySANEmail.pem")
	for day, want := range map[string]bool{"2023-08-31": false, "2023-09-01": true} {
		report, _, err := examine([]string{file}, nil, inspect.Options{AsOf: day}, true)
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for _, f := range report.Inputs[0].Certificates[0].Findings {
			got = got || f.Source == lints.ZLint && strings.HasPrefix(f.Section, "7.1.") || f.Also != nil && f.Source == lints.SBR
		}
		if got != want {
			t.Errorf("as of %s zlint applies rules of the SBR: %v", day, got)
		}
	}
}

// A certificate that zlint does not judge is reported on all the same, and the
// report says why there is no second opinion.
func TestSecondOpinionOff(t *testing.T) {
	for file, want := range map[string]string{
		"generalizedNoSeconds.pem": "There is no second opinion on this certificate. zlint's reader refuses this",
		"givenNameOver32768.pem":   "There is no second opinion on this certificate. zlint was not asked: one of",
	} {
		for _, form := range []string{"--markdown", "--fail-on=never"} {
			_, stdout, _ := call("", "inspect", form, zlintFile(t, file))
			if !strings.Contains(stdout, want) || !strings.Contains(stdout, "SHA-256 fingerprint") {
				t.Errorf("%s %s: does not say %q", form, file, want)
			}
		}
	}
}
