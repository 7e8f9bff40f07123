package static_test

import (
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/testdata/gen"
	"sealglass/view"
)

// renewed is a report on a certificate and the one that renews it, the newer one
// first: its key and addresses are the same, one fault is gone.
func renewed() *inspect.Report {
	older, newer := gen.Leaf("mailbox", "strict"), gen.Leaf("mailbox", "strict")
	older.NotBefore, older.NotAfter = gen.At("2025-11-01"), gen.At("2026-11-01")
	older.RemoveExtension(cert.OIDKeyUsage)
	newer.NotBefore, newer.NotAfter, newer.Serial = gen.At("2026-10-20"), gen.At("2027-11-01"), []byte{2, 10, 0x51, 7, 0x9d, 0x33, 0x41, 0xc8, 0x62, 0xe9, 0x1a, 0x55}
	return inspect.Inspect([]inspect.Input{{Name: "new.cer", Data: newer.Encode()}, {Name: "old.cer", Data: older.Encode()}}, inspect.Options{Now: now})
}

func TestComparison(t *testing.T) {
	o := options(t, sample{})
	report := renewed()
	if html := render(t, view.Result(report, o)); !strings.Contains(html, `data-action="compare"`) {
		t.Error("two certificates are not offered to be compared")
	}
	o.Compare = true
	golden(t, "compare.html", []byte(render(t, view.Result(report, o))+"\n"))
	const want = "Same key and addresses; valid one year longer; one finding gone."
	if got := view.Announcement(report, o); got != want {
		t.Errorf("the announcement is %q, want %q", got, want)
	}
}

// Only two certificates are compared.
func TestComparisonOfTwo(t *testing.T) {
	o := options(t, sample{})
	o.Compare = true
	one := goodCertificate()
	for n := 1; n <= 3; n++ {
		html := render(t, view.Result(reportOf(file("a.pem", repeat(one, n)...)), o))
		if got, want := strings.Contains(html, "comparison"), n == 2; got != want {
			t.Errorf("%d certificates: compared %v", n, got)
		}
		o.Compare = false
		html = render(t, view.Result(reportOf(file("a.pem", repeat(one, n)...)), o))
		if got, want := strings.Contains(html, `data-action="compare"`), n == 2; got != want {
			t.Errorf("%d certificates: offered to be compared %v", n, got)
		}
		o.Compare = true
	}
}

// A certificate and its issuer's have nothing to compare; who asks for it gets it.
func TestComparisonWithAnIssuer(t *testing.T) {
	o := options(t, sample{})
	report := inspect.Inspect([]inspect.Input{
		{Name: "leaf.cer", Data: gen.Leaf("mailbox", "strict").Encode()}, {Name: "ca.cer", Data: gen.SubCA().Encode()},
	}, inspect.Options{Now: now})
	if html := render(t, view.Result(report, o)); strings.Contains(html, `data-action="compare"`) {
		t.Error("a certificate and its issuer's are offered to be compared")
	}
	o.Compare = true
	if html := render(t, view.Result(report, o)); !strings.Contains(html, "comparison") {
		t.Error("what was asked for is not compared")
	}
}
