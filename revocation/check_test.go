package revocation_test

import (
	"testing"

	"sealglass/inspect"
	"sealglass/revocation"
	"sealglass/testdata/gen"
)

// TestMaxAsked: of very many lists and certificates not every pair is looked at.
func TestMaxAsked(t *testing.T) {
	const most = 10_000
	list, der := gen.CRL().Encode(), leaf().Encode()
	for _, n := range []int{most - 1, most, most + 1} {
		lists := make([]inspect.RevocationList, n)
		for i := range lists {
			lists[i] = inspect.RevocationList{Kind: inspect.CRL, DER: list}
		}
		said := 0
		for _, a := range revocation.Check(lists, [][]byte{der}, []int{-1}, day("2026-10-15")) {
			said += len(a.Statuses)
		}
		if said != min(n, most) {
			t.Errorf("%d of %d lists say something", said, n)
		}
	}
}

// TestCheck: who signed a list is told, and whom a response speaks for.
func TestCheck(t *testing.T) {
	certificates := [][]byte{leaf().Encode(), gen.SubCA().Encode()}
	lists := []inspect.RevocationList{{Kind: inspect.CRL, DER: gen.CRL().Encode()}, {Kind: inspect.OCSP, DER: gen.OCSP(leaf()).Encode()}}
	answers := revocation.Check(lists, certificates, []int{1, -1}, day("2026-10-15"))
	for i, a := range answers {
		if a.Issuer != 1 || len(a.Statuses) != 1 || a.Statuses[0].Certificate != 0 || a.Statuses[0].State != inspect.NotRevoked {
			t.Errorf("%s: %+v", lists[i].Kind, a)
		}
	}
	if string(answers[1].Responder) != string(gen.OCSPSigner().Encode()) {
		t.Error("the responder's certificate is not told")
	}
}
