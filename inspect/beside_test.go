package inspect

import (
	"slices"
	"testing"

	"sealglass/lints"
	"sealglass/testdata/gen"
)

// Certificates of one input are compared with each other, as long as they are
// not too many.
func TestCertificatesBesideEachOther(t *testing.T) {
	for n, compared := range map[int]bool{1: false, 2: true, MaxBeside - 1: true, MaxBeside: true, MaxBeside + 1: false} {
		var data []byte
		for i := range n {
			c := gen.Leaf("mailbox", "strict")
			c.Serial = gen.Integer(1<<62 + int64(i))
			data = append(data, c.Encode()...)
		}
		for i, c := range Inspect([]Input{{Data: data}}, Options{}).Inputs[0].Certificates {
			sequential := slices.ContainsFunc(c.Findings, func(f lints.Finding) bool { return f.Rule == "serial-sequential" })
			if sequential != compared {
				t.Errorf("%d certificates: number %d is compared: %v", n, i, sequential)
			}
		}
	}
}
