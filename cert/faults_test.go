package cert_test

import (
	"slices"
	"testing"

	"sealglass/cert"
)

// named is a fault as tests write it down.
type named struct {
	path string
	code cert.FaultCode
}

// sameFaults compares the faults found with those expected, in order.
func sameFaults(t *testing.T, name string, found []cert.Fault, want ...named) {
	t.Helper()
	got := make([]named, len(found))
	for i, f := range found {
		got[i] = named{f.Path, f.Code}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: faults %v, want %v", name, got, want)
		for _, f := range found {
			t.Logf("%s at %d+%d: %s", f.Path, f.Offset, f.Length, f.Reason)
		}
	}
}

// faultsLieWithin says that faults are sorted and lie in the input.
func faultsLieWithin(t *testing.T, der []byte, faults []cert.Fault) {
	t.Helper()
	for i, f := range faults {
		if f.Path == "" || f.Reason == "" || f.Code == "" {
			t.Fatalf("a fault without a name: %+v", f)
		}
		if len(der) > 0 && f.In(der) == nil {
			t.Fatalf("fault %s spans %v of %d bytes", f.Path, f.Span, len(der))
		}
		if i > 0 && faults[i-1].Offset > f.Offset {
			t.Fatalf("fault %d stands before its predecessor", i)
		}
	}
}
