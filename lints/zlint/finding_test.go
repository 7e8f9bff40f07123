package zlint

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/zmap/zcrypto/x509"
	"github.com/zmap/zlint/v3/lint"

	"sealglass/lints"
)

// maxTitle is the length of a title, in characters, as for the rule book's own.
const maxTitle = 70

func TestWordsOfEveryLint(t *testing.T) {
	all := map[string]bool{}
	for _, l := range lint.GlobalRegistry().CertificateLints().Lints() {
		all[l.Name] = true
		if explanations[l.Source] == "" && l.Source != lint.RFC6960 {
			t.Errorf("%s: no explanation for the source %s", l.Name, l.Source)
		}
		if isLeftOut(l.Name) {
			continue
		}
		title := title(l.Name)
		if n := utf8.RuneCountInString(title); n > maxTitle || title == l.Name || !unicode.IsUpper(rune(title[0])) || strings.HasSuffix(title, ".") {
			t.Errorf("%s: the title %q has %d characters, want a capital, at most %d, and no full stop", l.Name, title, n, maxTitle)
		}
	}
	for _, titles := range []map[string]string{smimeTitles, rfcTitles, otherTitles} {
		for name := range titles {
			if !all[name] {
				t.Errorf("%s has a title, but zlint has no such lint", name)
			}
		}
	}
}

func TestFinding(t *testing.T) {
	smime := lintNamed(t, "e_key_usage_presence")
	community := lintNamed(t, "e_utf8_latin1_mixup")
	ended := lintNamed(t, "e_invalid_legacy_spki_algoid")
	tests := []struct {
		name     string
		lint     *lint.CertificateLint
		result   lint.LintResult
		severity lints.Severity // empty: nothing to report
		status   lints.Status
		got      string
	}{
		{"not applicable", smime, lint.LintResult{Status: lint.NA}, "", "", ""},
		{"not in force", smime, lint.LintResult{Status: lint.NE}, "", "", ""},
		{"passed", smime, lint.LintResult{Status: lint.Pass, Details: "fine"}, "", "", ""},
		{"error", smime, lint.LintResult{Status: lint.Error, Details: " in\n two "}, lints.Error, lints.Fail, "in two"},
		{"warning", smime, lint.LintResult{Status: lint.Warn}, lints.Warning, lints.Fail, ""},
		{"notice", smime, lint.LintResult{Status: lint.Notice}, lints.Notice, lints.Fail, ""},
		{"not evaluated", smime, lint.LintResult{Status: lint.Fatal, Details: "why"}, lints.Info, lints.Broken, "why"},
		{"without a requirement", community, lint.LintResult{Status: lint.Error}, lints.Notice, lints.Fail, ""},
		{"without a requirement, not evaluated", community, lint.LintResult{Status: lint.Fatal}, lints.Info, lints.Broken, ""},
		{"an error of a lint that says it warns", lintNamed(t, "w_qcstatem_qcpds_lang_case"), lint.LintResult{Status: lint.Error}, lints.Warning, lints.Fail, ""},
		{"stronger than its requirement", lintNamed(t, "e_rsa_allowed_ku_no_encipherment_ca"), lint.LintResult{Status: lint.Error}, lints.Warning, lints.Fail, ""},
		{"stronger than its requirement, not evaluated", lintNamed(t, "e_rsa_allowed_ku_no_encipherment_ca"), lint.LintResult{Status: lint.Fatal}, lints.Info, lints.Broken, ""},
		{"ended", ended, lint.LintResult{Status: lint.Error}, lints.Error, lints.Fail, ""},
	}
	for _, test := range tests {
		f, ok := finding(test.lint, &test.result)
		if ok != (test.severity != "") {
			t.Errorf("%s: reported %v", test.name, ok)
			continue
		}
		if !ok {
			continue
		}
		got := ""
		if len(f.At) > 0 {
			got = f.At[0].Got
		}
		if f.Severity != test.severity || f.Status != test.status || got != test.got {
			t.Errorf("%s: %s %s %q, want %s %s %q", test.name, f.Severity, f.Status, got, test.severity, test.status, test.got)
		}
		if f.Rule != test.lint.Name || f.Source != lints.ZLint || f.Title == "" || f.Explanation == "" || f.Quote == "" {
			t.Errorf("%s: %+v lacks words", test.name, f)
		}
		if broken := f.Status == lints.Broken; broken != (f.Remedy == "") {
			t.Errorf("%s: remedy %q", test.name, f.Remedy)
		}
	}
	for name := range weaker {
		lintNamed(t, name)
	}
	f, _ := finding(ended, &lint.LintResult{Status: lint.Error})
	if f.From != "2023-09-01" || f.Until != "2025-08-22" {
		t.Errorf("in force from %q until %q", f.From, f.Until)
	}
	if f, _ = finding(community, &lint.LintResult{Status: lint.Warn}); f.From != "" || f.Until != "" {
		t.Errorf("a lint without dates is in force from %q until %q", f.From, f.Until)
	}
}

func TestDetailsAreBounded(t *testing.T) {
	for _, c := range []struct {
		name, details, want string
	}{
		{"one less", strings.Repeat("a", MaxDetails-1), strings.Repeat("a", MaxDetails-1)},
		{"the bound", strings.Repeat("a", MaxDetails), strings.Repeat("a", MaxDetails)},
		{"one more", strings.Repeat("a", MaxDetails+1), strings.Repeat("a", MaxDetails) + "…"},
		{"within a character", strings.Repeat("a", MaxDetails-1) + "é", strings.Repeat("a", MaxDetails-1) + "…"},
	} {
		if got := shortened(c.details); got != c.want {
			t.Errorf("%s: %d bytes, want %d", c.name, len(got), len(c.want))
		}
	}
}

// brokenLint panics where it is told to.
type brokenLint struct{ inApplies, inExecute bool }

func (b brokenLint) CheckApplies(*x509.Certificate) bool {
	if b.inApplies {
		panic("applies")
	}
	return true
}

func (b brokenLint) Execute(*x509.Certificate) *lint.LintResult {
	if b.inExecute {
		panic("execute")
	}
	return &lint.LintResult{Status: lint.Pass}
}

func TestExecuteRecovers(t *testing.T) {
	for _, b := range []brokenLint{{inApplies: true}, {inExecute: true}} {
		l := &lint.CertificateLint{Lint: func() lint.CertificateLintInterface { return b }}
		if got := execute(l, &x509.Certificate{}, time.Now()); got.Status != lint.Fatal || got.Details == "" {
			t.Errorf("%+v: %v %q, want fatal with its reason", b, got.Status, got.Details)
		}
	}
	nothing := &lint.CertificateLint{Lint: func() lint.CertificateLintInterface { return nil }}
	if got := execute(nothing, &x509.Certificate{}, time.Now()); got.Status != lint.Fatal {
		t.Errorf("a lint that is none: %v", got.Status)
	}
}

func TestExecuteGoesByTheDay(t *testing.T) {
	from := time.Date(2025, 8, 22, 0, 0, 0, 0, time.UTC)
	until := from.AddDate(1, 0, 0)
	l := &lint.CertificateLint{
		LintMetadata: lint.LintMetadata{EffectiveDate: from, IneffectiveDate: until},
		Lint:         func() lint.CertificateLintInterface { return brokenLint{} },
	}
	// What zlint itself would go by.
	c := &x509.Certificate{NotBefore: from.AddDate(10, 0, 0)}
	for _, test := range []struct {
		asOf time.Time
		want lint.LintStatus
	}{
		{from.Add(-time.Second), lint.NE},
		{from, lint.Pass},
		{until.Add(-time.Second), lint.Pass},
		{until, lint.NE},
	} {
		if got := execute(l, c, test.asOf); got.Status != test.want {
			t.Errorf("as of %v: %v, want %v", test.asOf, got.Status, test.want)
		}
	}
}
