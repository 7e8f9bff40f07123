package zlint

import (
	"fmt"
	"slices"
	"strings"
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

// Options say how to judge. The zero Options judge by the rules of the time of
// issue.
type Options struct {
	// AsOf is the time whose rules apply; the zero time is that of issue.
	AsOf time.Time
	// Progress, where it is set, is told the name of each lint just before the
	// lint is run. Where one never ends, this is the one.
	Progress func(lint string)
	// Found, where it is set, gets each finding as soon as it is made.
	Found func(lints.Finding)
}

// Opinion is what zlint says about one certificate.
type Opinion struct {
	Findings []lints.Finding
	// LeftOut lists the lints that were not run, each with its reason.
	LeftOut []LeftOut
	// Off says in a sentence why zlint did not judge the certificate at all;
	// empty when it did.
	Off string
}

// Run asks zlint about the certificate with this encoding.
func Run(der []byte, o Options) Opinion {
	if reason := beyondBounds(der); reason != "" {
		return Opinion{Off: reason}
	}
	c, reason := parse(der)
	if reason != "" {
		return Opinion{Off: reason}
	}
	asOf := o.AsOf
	if asOf.IsZero() {
		asOf = c.NotBefore
	}
	opinion := Opinion{LeftOut: slices.Clone(leftOut)}
	for _, l := range inOrder() {
		if c.IsCA && slices.Contains(forSubscribers, l.Name) {
			opinion.LeftOut = append(opinion.LeftOut, LeftOut{l.Name, notForIssuers})
			continue
		}
		if o.Progress != nil {
			o.Progress(l.Name)
		}
		result := execute(l, c, asOf)
		if result.Status == lint.NA && onlyForIssued(l, c) {
			opinion.LeftOut = append(opinion.LeftOut, LeftOut{l.Name, selfSigned})
		}
		f, ok := finding(l, result)
		if !ok {
			continue
		}
		opinion.Findings = append(opinion.Findings, f)
		if o.Found != nil {
			o.Found(f)
		}
	}
	return opinion
}

// parse reads the certificate with zcrypto, or says why it could not.
func parse(der []byte) (c *x509.Certificate, reason string) {
	defer func() {
		if v := recover(); v != nil {
			c, reason = nil, fmt.Sprintf("zlint's reader fails at this certificate: %v.", v)
		}
	}()
	c, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, fmt.Sprintf("zlint's reader refuses this certificate: %s.", strings.TrimPrefix(err.Error(), "x509: "))
	}
	return c, ""
}

// inOrder lists the lints that are run, the slow ones last: what the others
// find is known by then.
func inOrder() []*lint.CertificateLint {
	all := slices.Clone(lint.GlobalRegistry().CertificateLints().Lints())
	all = slices.DeleteFunc(all, func(l *lint.CertificateLint) bool { return isLeftOut(l.Name) })
	slices.SortFunc(all, func(a, b *lint.CertificateLint) int {
		return strings.Compare(a.Name, b.Name)
	})
	fast := slices.DeleteFunc(slices.Clone(all), func(l *lint.CertificateLint) bool { return slices.Contains(slow, l.Name) })
	last := slices.DeleteFunc(all, func(l *lint.CertificateLint) bool { return !slices.Contains(slow, l.Name) })
	return append(fast, last...)
}

// execute runs one lint, if it is in force at that time. zlint itself asks for
// notBefore only. A lint that panics could not be evaluated.
func execute(l *lint.CertificateLint, c *x509.Certificate, asOf time.Time) (result *lint.LintResult) {
	defer func() {
		if v := recover(); v != nil {
			result = &lint.LintResult{Status: lint.Fatal, Details: fmt.Sprint(v)}
		}
	}()
	if asOf.Before(l.EffectiveDate) || !l.IneffectiveDate.IsZero() && !asOf.Before(l.IneffectiveDate) {
		return &lint.LintResult{Status: lint.NE}
	}
	undated := *l
	undated.EffectiveDate, undated.IneffectiveDate = time.Time{}, time.Time{}
	return undated.Execute(c, unconfigured)
}

// unconfigured leaves every lint as it is. To make one takes as long as a lint
// does.
var unconfigured = lint.NewEmptyConfig()

// onlyForIssued says whether the lint passes the certificate over for no other
// reason than that its owner signed it: to zlint it belongs to no subscriber then.
func onlyForIssued(l *lint.CertificateLint, c *x509.Certificate) (yes bool) {
	if !c.SelfSigned || c.IsCA {
		return false
	}
	defer func() {
		if recover() != nil {
			yes = false
		}
	}()
	issued := *c
	issued.SelfSigned = false
	return l.Lint().CheckApplies(&issued)
}
