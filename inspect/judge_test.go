package inspect

import (
	"bytes"
	"testing"

	"sealglass/testdata/gen"
)

// A Judge finds what a full report finds, and keeps less of it.
func TestJudgeFindsTheSame(t *testing.T) {
	opts := Options{Now: now}
	judge := NewJudge(opts)
	for _, s := range gen.Samples() {
		full := ReportOn(Input{Name: s.Name, Data: bytes.Clone(s.Data)}, Sniff(s.Data), opts)
		var brief []Batch
		judge.Report(Input{Name: s.Name, Data: bytes.Clone(s.Data)}, Sniff(s.Data), func(b Batch) { brief = append(brief, b) })
		if len(brief) != 1 || brief[0].First != 0 || brief[0].Of != len(full.Certificates) || len(brief[0].Certificates) != brief[0].Of {
			t.Errorf("%s: %d batches", s.Name, len(brief))
			continue
		}
		if (brief[0].Error == nil) != (full.Error == nil) || brief[0].Kind != full.Kind || brief[0].Name != s.Name {
			t.Errorf("%s: error %v, kind %s", s.Name, brief[0].Error, brief[0].Kind)
		}
		for i := range full.Certificates {
			b, f := &brief[0].Certificates[i], &full.Certificates[i]
			if b.SHA256 != f.SHA256 || b.Verdict != f.Verdict || b.Checks != f.Checks || len(b.Findings) != len(f.Findings) {
				t.Errorf("%s: certificate %d: %s with %d findings, want %s with %d", s.Name, i+1, b.Verdict, len(b.Findings), f.Verdict, len(f.Findings))
			}
			if b.Fields != nil || b.Outcomes != nil {
				t.Errorf("%s: certificate %d keeps more than its row needs", s.Name, i+1)
			}
		}
	}
}

// What lies in one file comes in batches, each certificate once.
func TestJudgeBatches(t *testing.T) {
	judge := NewJudge(Options{Now: now})
	for _, n := range []int{MaxBeside - 1, MaxBeside, MaxBeside + 1, 2*MaxBeside + 1} {
		found := Content{Kind: PEM, Error: &InputError{Code: "code"}}
		for i := range n {
			leaf := gen.Leaf("mailbox", "strict")
			leaf.Serial = []byte{2, 2, 0x40, byte(i)}
			found.Certificates = append(found.Certificates, leaf.Encode())
		}
		seen, told := map[string]bool{}, 0
		judge.Report(Input{Name: "many.pem"}, found, func(b Batch) {
			if b.First != len(seen) || b.Of != n || len(b.Certificates) > MaxBeside {
				t.Errorf("%d certificates: batch at %d of %d with %d", n, b.First, b.Of, len(b.Certificates))
			}
			if b.Error != nil {
				told++
			}
			for i := range b.Certificates {
				seen[b.Certificates[i].SHA256] = true
			}
		})
		if len(seen) != n || told != 1 {
			t.Errorf("%d certificates: %d seen, error told %d times", n, len(seen), told)
		}
	}
}
