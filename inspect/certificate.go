package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"sealglass/cert"
	"sealglass/lints"
)

// certificates reports on the certificates of one input. Up to MaxBeside of them
// are compared with each other.
func (r *reader) certificates(ders [][]byte) []CertificateReport {
	var beside []*cert.Certificate
	if len(ders) > 1 && len(ders) <= MaxBeside {
		for _, der := range ders {
			beside = append(beside, cert.Parse(der))
		}
	}
	reports := make([]CertificateReport, len(ders))
	for i, der := range ders {
		if beside != nil {
			reports[i] = r.certificate(beside[i], der, beside)
			continue
		}
		reports[i] = r.certificate(cert.Parse(der), der, nil)
	}
	return reports
}

// certificate reports on one certificate, beside the others of its input.
func (r *reader) certificate(c *cert.Certificate, der []byte, beside []*cert.Certificate) CertificateReport {
	r.pause()
	class := lints.Classify(c, r.override)
	sum := sha256.Sum256(der)
	report := CertificateReport{
		SHA256:      hex.EncodeToString(sum[:]),
		Role:        roleName(class.Role),
		Profile:     profileName(class.Profile),
		Generation:  generationName(class.Generation),
		ProfileFrom: string(class.From),
		Summary:     summarize(c),
		Readable:    readable(c),
		Findings:    []lints.Finding{},
		DER:         der,
	}
	if !r.brief {
		report.Fields = fields(c)
	}
	r.pause()
	report.Chain = r.behind.chains[report.SHA256]
	if len(der) <= cert.MaxCertificate {
		subject := lints.Subject{
			Cert: c, Beside: beside,
			Role: class.Role, Profile: class.Profile, Generation: class.Generation, ProfileFrom: class.From,
			AsOf: r.asOf, Now: r.now, Pause: r.pause,
		}
		if chain := report.Chain; chain != nil {
			subject.Issuer, subject.Leaf = r.behind.parsed(chain.Issuer), r.behind.parsed(chain.Leaf)
			subject.IssuerIsKnownRoot, subject.CrossCertificate = chain.IssuerListed, chain.Cross
		}
		result := lints.Run(&subject, r.rules)
		report.Findings = append(report.Findings, result.Findings...)
		report.Checks = count(result.Outcomes)
		if !r.brief {
			report.Outcomes = result.Outcomes
		}
	}
	report.Revocation = r.behind.revocations[report.SHA256]
	report.conclude(c, r.now)
	return report
}

// Join adds the findings of a second opinion, folds those that say the same
// as one of the rule book's into it, and concludes anew.
func (r *CertificateReport) Join(second []lints.Finding, now time.Time) {
	r.Findings = lints.Fold(r.Findings, second)
	r.conclude(cert.Parse(r.DER), now)
}

// readable says whether every part of the certificate was read.
func readable(c *cert.Certificate) bool {
	for i := range c.Faults {
		if c.Faults[i].Fatal {
			return false
		}
	}
	return true
}

// count sums the outcomes up.
func count(outcomes []lints.RuleOutcome) Checks {
	var n Checks
	for i := range outcomes {
		switch outcomes[i].Outcome {
		case lints.Passed:
			n.Passed++
		case lints.Failed:
			n.Failed++
		case lints.NotApplicable:
			n.NotApplicable++
		case lints.NotInForce:
			n.NotInForce++
		case lints.CouldNotRun:
			n.Broken++
		}
	}
	return n
}
