package inspect

import (
	"testing"
	"time"

	"sealglass/lints"
	"sealglass/testdata/gen"
)

// fakeChains answers for a leaf and, in any other place, the CA that issued it.
func fakeChains(asked *int) ChainFinder {
	return func(certificates [][]byte, _ time.Time) []ChainReport {
		*asked++
		reports := Unchained(len(certificates), ChainLimit)
		leaf, ca := Fingerprint(certificates[0]), Fingerprint(certificates[1])
		reports[0] = ChainReport{
			State: ChainListed, Issuer: ca, List: RootList{Version: "Firefox 1", Date: "2026-01-02"},
			Paths: []PathReport{{End: EndListed, Holds: true, Links: []LinkReport{
				{Certificate: leaf, Name: "Leaf", Status: LinkHolds},
				{Certificate: ca, Name: "CA", Status: LinkRemark, Reasons: []LinkReason{{Code: LinkWeakHash, Args: []string{"SHA-1"}}}},
			}}},
		}
		reports[1].Leaf = leaf
		return reports
	}
}

func outcome(c *CertificateReport, rule string) lints.RuleOutcome {
	for _, o := range c.Outcomes {
		if o.Rule == rule {
			return o
		}
	}
	return lints.RuleOutcome{}
}

// Certificates of different inputs stand behind each other, one that lies in two
// inputs is asked about once, and rules that need the issuer run.
func TestChained(t *testing.T) {
	leaf, ca := gen.Leaf("mailbox", "strict").Encode(), gen.SubCA().Encode()
	asked := 0
	opts := Options{Now: time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC), Chain: fakeChains(&asked)}
	first := Inspect([]Input{{Name: "leaf", Data: leaf}, {Name: "ca", Data: ca}, {Name: "again", Data: leaf}}, opts)
	if asked != 0 || first.Inputs[0].Certificates[0].Chain != nil {
		t.Fatal("asked before all inputs were read")
	}
	report := Chained(first, opts)
	const rule = "issuer-name-differs"
	for name, r := range map[string]*Report{"joined": report, "judged anew": Again(report, opts)} {
		one, other := &r.Inputs[0].Certificates[0], &r.Inputs[2].Certificates[0]
		if one.Chain == nil || one.Chain != other.Chain || one.Chain.State != ChainListed {
			t.Errorf("%s: %+v and %+v", name, one.Chain, other.Chain)
		}
		for _, c := range []*CertificateReport{one, other} {
			if o := outcome(c, rule); o.Outcome == lints.NotApplicable {
				t.Errorf("%s: %s: %s", name, rule, o.Reason)
			}
		}
		if problems := readSchema(t).problems(AppendJSON(nil, r)); len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
	if o := outcome(&first.Inputs[0].Certificates[0], rule); o.Outcome != lints.NotApplicable || o.Reason != "issuer not supplied" {
		t.Errorf("before: %+v", o)
	}
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
}

// A finder that does not answer for each certificate has not answered.
func TestChainedWithoutAnAnswer(t *testing.T) {
	opts := Options{Chain: func([][]byte, time.Time) []ChainReport { return nil }}
	report := Chained(Inspect([]Input{{Data: gen.Root().Encode()}}, opts), opts)
	if c := report.Inputs[0].Certificates[0].Chain; c == nil || c.State != ChainUnchecked || c.Reason != ChainProgram {
		t.Errorf("%+v", c)
	}
	opts.Chain = nil
	if Chained(report, opts) != report {
		t.Error("without a finder the report changed")
	}
}
