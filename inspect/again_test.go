package inspect

import (
	"bytes"
	"testing"
	"time"

	"sealglass/lints"
	"sealglass/testdata/gen"
)

// TestAgain: judging anew by other options says what judging by them in the
// first place would have said.
func TestAgain(t *testing.T) {
	now := time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)
	inputs := func() []Input {
		return []Input{
			{Name: "chain.der", Data: append(gen.Leaf("sponsor", "legacy").Encode(), gen.SubCA().Encode()...)},
			{Name: "empty.txt"},
			{Name: "leaf.der", Data: gen.Leaf("mailbox", "strict").Encode()},
		}
	}
	first := Inspect(inputs(), Options{Now: now})
	for _, opts := range []Options{
		{Now: now},
		{Now: now, AsOf: AsOfToday},
		{Now: now, AsOf: "2027-08-01", Profile: "individual-strict", Proposals: true},
	} {
		want := AppendJSON(nil, Inspect(inputs(), opts))
		if got := AppendJSON(nil, Again(first, opts)); !bytes.Equal(got, want) {
			t.Errorf("%+v: judged anew\n%s\nfirst\n%s", opts, got, want)
		}
	}
}

func TestProposalsAreOff(t *testing.T) {
	for _, on := range []bool{false, true} {
		r := Inspect([]Input{{Data: gen.Leaf("sponsor", "strict").Encode()}}, Options{Proposals: on})
		ran := false
		drafts := map[string]bool{}
		for _, rule := range lints.Catalogue() {
			drafts[rule.ID] = rule.Source == lints.Draft
		}
		for _, out := range r.Inputs[0].Certificates[0].Outcomes {
			ran = ran || drafts[out.Rule]
		}
		if ran != on {
			t.Errorf("proposals %v: ran %v", on, ran)
		}
	}
}

func TestBroken(t *testing.T) {
	findings := []lints.Finding{
		{Severity: lints.Error, Status: lints.Fail, Source: lints.SBR},
		{Severity: lints.Error, Status: lints.Fail, Source: lints.RFC5280},
		{Severity: lints.Error, Status: lints.Fail, Source: lints.ZLint},
		{Severity: lints.Error, Status: lints.Fail, Source: lints.Apple},
		{Severity: lints.Info, Status: lints.Broken, Source: lints.SBR},
		{Severity: lints.Warning, Status: lints.Fail, Source: lints.SBR},
		{Severity: lints.Notice, Status: lints.Fail, Source: lints.Gmail},
	}
	if issuer, program := Broken(findings); issuer != 3 || program != 1 {
		t.Errorf("%d of the issuer's rules and %d of programs', want 3 and 1", issuer, program)
	}
}
