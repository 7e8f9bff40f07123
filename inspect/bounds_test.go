package inspect

import (
	"fmt"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/cms"
	"sealglass/testdata/gen"
)

func TestMaxLists(t *testing.T) {
	for _, n := range around(maxLists) {
		var content Content
		for i := range n {
			list := gen.CRL()
			list.SetExtension(gen.CRLNumber(int64(i + 1)))
			content.Lists = append(content.Lists, RevocationList{Kind: CRL, DER: list.Encode()})
		}
		if report := ReportOn(Input{}, content, Options{Now: now}); len(report.Lists) != min(n, maxLists) {
			t.Errorf("of %d lists there are %d reports", n, len(report.Lists))
		}
	}
}

func TestStepSize(t *testing.T) {
	for _, n := range around(StepSize) {
		pauses := 0
		p := pace{pause: func() { pauses++ }}
		p.passed(n)
		if (pauses == 1) != (n >= StepSize) {
			t.Errorf("after %d bytes: %d pauses", n, pauses)
		}
	}
}

func TestMaxLayers(t *testing.T) {
	for _, n := range around(maxLayers) {
		leaf := gen.Leaf("mailbox", "strict").Encode()
		layer := gen.SignedData{Certificates: [][]byte{leaf}, Content: []byte("x")}
		for range n - 1 {
			layer = gen.SignedData{Content: layer.Encode(), ContentType: cms.OIDSignedData}
		}
		if got := len(layersOf(layer.Encode())); got != min(n, maxLayers) {
			t.Errorf("of %d messages within each other %d are read", n, got)
		}
		if found := Sniff(layer.Encode()); (len(found.Certificates) == 1) != (n <= maxLayers) {
			t.Errorf("%d messages within each other: %d certificates", n, len(found.Certificates))
		}
	}
}

func TestMaxLabel(t *testing.T) {
	for _, n := range around(MaxLabel) {
		label, ok := pemLabel([]byte("-----BEGIN " + strings.Repeat("X", n) + "-----\n"))
		if ok != (n <= MaxLabel) || ok && len(label) != n {
			t.Errorf("a label of %d bytes: %v, %q", n, ok, label)
		}
	}
}

func TestMaxStringGap(t *testing.T) {
	for _, n := range around(maxStringGap) { // bytes with both quotation marks
		want := 0
		if n <= maxStringGap {
			want = n
		}
		if got := stringGap([]byte(`"` + strings.Repeat(" ", n-2) + `"`)); got != want {
			t.Errorf("a gap of %d bytes is measured as %d", n, got)
		}
	}
}

func TestMaxElementText(t *testing.T) {
	for _, n := range around(MaxElementText) {
		text := strings.Repeat("x", n-len(`""`))
		want := fmt.Sprintf("%q", text)
		if n > MaxElementText {
			want = want[:MaxElementText] + "…"
		}
		report := look(t, edited(func(c *gen.Cert) { c.Subject.Set(cert.OIDCommonName, text) }).Encode(), Options{Now: now})
		found := false
		for _, e := range report.Structure() {
			found = found || e.Type == "UTF8String" && e.Value == want
		}
		if !found {
			t.Errorf("no element has the value %s", want)
		}
	}
}
