package zlint

import (
	"time"

	"github.com/zmap/zcrypto/x509"
	"github.com/zmap/zlint/v3/lint"

	"sealglass/lints"

	// Only what speaks of S/MIME certificates: zlint's own root package imports
	// the lints about websites and code as well.
	_ "github.com/zmap/zlint/v3/lints/cabf_smime_br"
	_ "github.com/zmap/zlint/v3/lints/community"
	_ "github.com/zmap/zlint/v3/lints/etsi"
	_ "github.com/zmap/zlint/v3/lints/mozilla"
	_ "github.com/zmap/zlint/v3/lints/rfc"
)

// Version is the version of zlint.
const Version = "v3.7.3"

// Options say how to judge.
type Options struct {
	// AsOf is the time whose rules apply; the zero time is that of issue.
	AsOf time.Time
}

// Opinion is what zlint says about one certificate.
type Opinion struct {
	Findings []lints.Finding
	// Off says in a sentence why zlint did not judge the certificate at all;
	// empty when it did.
	Off string
}

// Run asks zlint about the certificate with this encoding.
func Run(der []byte, o Options) Opinion {
	c, err := x509.ParseCertificate(der)
	if err != nil {
		return Opinion{Off: "zlint cannot read this certificate: " + err.Error()}
	}
	if !o.AsOf.IsZero() {
		c.NotBefore = o.AsOf
	}
	var opinion Opinion
	for _, l := range lint.GlobalRegistry().CertificateLints().Lints() {
		result := l.Execute(c, lint.NewEmptyConfig())
		if f, ok := finding(l, result); ok {
			opinion.Findings = append(opinion.Findings, f)
		}
	}
	return opinion
}

// finding is a lint's result in the words of a report, if it is worth reporting.
func finding(l *lint.CertificateLint, result *lint.LintResult) (lints.Finding, bool) {
	f := lints.Finding{Rule: l.Name, Source: lints.ZLint, Section: l.Citation, Status: lints.Fail, Title: l.Description}
	switch result.Status {
	case lint.Error:
		f.Severity = lints.Error
	case lint.Warn:
		f.Severity = lints.Warning
	case lint.Notice:
		f.Severity = lints.Notice
	case lint.Fatal:
		f.Severity, f.Status = lints.Info, lints.Broken
	default:
		return f, false
	}
	return f, true
}
