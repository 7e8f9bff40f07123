package main

import (
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/zmap/zcrypto/x509"
	"github.com/zmap/zlint/v3"
	"github.com/zmap/zlint/v3/lint"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/lints"
)

// passes is how often each thing is done; the median counts.
const passes = 5

// sample is a certificate to measure with.
type sample struct {
	file string
	der  []byte
}

// readSamples reads the S/MIME certificates that zlint tests itself with.
func readSamples() ([]sample, error) {
	dir, err := output("go", "list", "-m", "-f", "{{.Dir}}", "github.com/zmap/zlint/v3")
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "testdata", "smime", "*.pem"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("bench: zlint's module has no test certificates")
	}
	var samples []sample
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("bench: %w", err)
		}
		if block, _ := pem.Decode(text); block != nil {
			samples = append(samples, sample{file, block.Bytes})
		}
	}
	return samples, nil
}

// native prints the time that a certificate takes on the average, by ourselves
// and by zcrypto and zlint.
func native(samples []sample, f *figures) error {
	now := time.Now()
	rules := lints.Catalogue()
	read := map[*byte]*cert.Certificate{}
	for _, s := range samples {
		read[&s.der[0]] = cert.Parse(s.der)
	}
	smime, err := lint.GlobalRegistry().Filter(lint.FilterOptions{IncludeSources: lint.SourceList{lint.CABFSMIMEBaselineRequirements}})
	if err != nil {
		return fmt.Errorf("bench: %w", err)
	}
	f.Rules, f.Lints = len(rules), len(smime.Names())
	contenders := []struct {
		name string
		do   func(der []byte)
		keep *time.Duration // where the figure is kept, nil where it is not
	}{
		{"cert.Parse", func(der []byte) { cert.Parse(der) }, nil},
		{"zcrypto x509.ParseCertificate", func(der []byte) { x509.ParseCertificate(der) }, nil},
		{fmt.Sprintf("the %d rules, on what was read", f.Rules), func(der []byte) { judge(read[&der[0]], rules, now) }, nil},
		{fmt.Sprintf("cert.Parse and the %d rules", f.Rules), func(der []byte) { judge(cert.Parse(der), rules, now) }, &f.Judged},
		{fmt.Sprintf("zcrypto and zlint's %d S/MIME lints", f.Lints), func(der []byte) {
			if c, err := x509.ParseCertificate(der); err == nil {
				zlint.LintCertificateEx(c, smime)
			}
		}, &f.Linted},
		{"inspect.Inspect: read, lint, report", func(der []byte) {
			inspect.Inspect([]inspect.Input{{Data: der}}, inspect.Options{Now: now})
		}, nil},
		{"zcrypto and zlint.LintCertificate", func(der []byte) {
			if c, err := x509.ParseCertificate(der); err == nil {
				zlint.LintCertificate(c)
			}
		}, nil},
	}
	heading := fmt.Sprintf("Natively, per certificate (%d certificates)\tmedian of %d", len(samples), passes)
	return printTable(heading, func(row func(string, ...any)) error {
		for _, contender := range contenders {
			took := perSample(samples, contender.do)
			if contender.keep != nil {
				*contender.keep = took
			}
			row("%s\t%s", contender.name, took)
		}
		return nil
	})
}

// judge judges a certificate by the rules.
func judge(c *cert.Certificate, rules []lints.Rule, now time.Time) {
	class := lints.Classify(c, lints.Override{})
	lints.Run(&lints.Subject{
		Cert: c, Role: class.Role, Profile: class.Profile, Generation: class.Generation, ProfileFrom: class.From, Now: now,
	}, rules)
}

// perSample is the time for one sample: the median of the passes over all of
// them, after one that does not count.
func perSample(samples []sample, do func(der []byte)) time.Duration {
	var times []time.Duration
	for range 1 + passes {
		start := time.Now()
		for _, s := range samples {
			do(s.der)
		}
		times = append(times, time.Since(start)/time.Duration(len(samples)))
	}
	times = times[1:]
	slices.Sort(times)
	return times[passes/2].Round(100 * time.Nanosecond)
}
