package examples_test

import (
	"slices"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/lints"
	"sealglass/lints/examples"
)

// day is that on which the examples are looked at.
var day = time.Date(2026, 10, 15, 0, 0, 0, 0, time.UTC)

// TestExamplesAgain: from its bytes alone each example gives what its page says.
// Those of which more has to be known are counted.
func TestExamplesAgain(t *testing.T) {
	all, err := examples.Read()
	if err != nil {
		t.Fatal(err)
	}
	known := 0
	for _, r := range lints.Catalogue() {
		for _, e := range []*examples.Example{all.Rules[r.ID].Fails, all.Rules[r.ID].Passes} {
			switch {
			case e == nil:
				continue
			case e.Known:
				known++
				continue
			}
			result := lints.Run(subject(t, all, e), []lints.Rule{r})
			var got []examples.Place
			for _, f := range result.Findings {
				for _, p := range f.At {
					got = append(got, examples.Place{Path: p.Path, Got: p.Got})
				}
			}
			fails := e == all.Rules[r.ID].Fails
			if fails && !slices.Equal(got, e.Found) {
				t.Errorf("%s, %s: finds %v, its page says %v", r.ID, e.Input, got, e.Found)
			}
			if !fails && result.Outcomes[0].Outcome != lints.Passed {
				t.Errorf("%s, %s: does not pass: %+v", r.ID, e.Input, result.Outcomes[0])
			}
		}
	}
	if most := 14; known > most {
		t.Errorf("%d examples are not tried again, more than %d", known, most)
	}
}

// subject is the input of an example with what lies beside it.
func subject(t *testing.T, all *examples.Examples, e *examples.Example) *lints.Subject {
	t.Helper()
	certificate := func(name string) *cert.Certificate {
		if name == "" {
			return nil
		}
		return cert.Parse(all.Inputs[name].DER)
	}
	s := &lints.Subject{
		Now: day, Issuer: certificate(e.Issuer), Leaf: certificate(e.Leaf), Covered: certificate(e.Covered), Responder: certificate(e.Responder),
	}
	if e.AsOf != "" {
		asOf, err := time.Parse(time.DateOnly, e.AsOf)
		if err != nil {
			t.Fatal(err)
		}
		s.AsOf = asOf
	}
	in := all.Inputs[e.Input]
	switch in.Label {
	case "X509 CRL":
		s.CRL = cert.ParseCRL(in.DER)
	case "OCSP RESPONSE":
		s.OCSP = cert.ParseOCSP(in.DER)
	default:
		s.Cert = cert.Parse(in.DER)
		class := lints.Classify(s.Cert, lints.Override{})
		s.Role, s.Profile, s.Generation, s.ProfileFrom = class.Role, class.Profile, class.Generation, class.From
	}
	return s
}
