package view

import (
	"strconv"
	"strings"
	"testing"

	"sealglass/inspect"
	"sealglass/lints"
)

func TestMaxTold(t *testing.T) {
	w := ParseWords("programs.some\tAgainst {rules}: {titles}.\nprograms.rules.gmail\tX\nfact.more.one\tand one more\nfact.more.other\tand {n} more\n")
	for n, want := range map[int]string{maxTold - 1: "1; 2; 3", maxTold: "1; 2; 3; 4", maxTold + 1: "1; 2; 3; 4; and one more", maxTold + 2: "1; 2; 3; 4; and 2 more"} {
		var c inspect.CertificateReport
		for i := range n {
			c.Findings = append(c.Findings, lints.Finding{Source: lints.Gmail, Status: lints.Fail, Rule: "r" + strconv.Itoa(i), Title: strconv.Itoa(i + 1)})
		}
		if got := madeRules(&c, lints.Gmail, w); got != "Against X: "+want+"." {
			t.Errorf("%d rules: %s", n, got)
		}
	}
}

func TestMaxNamed(t *testing.T) {
	for _, n := range []int{maxNamed - 1, maxNamed, maxNamed + 1} {
		var c inspect.CertificateReport
		for i := range n {
			path := "tbsCertificate.subject.rdn[" + strconv.Itoa(i) + "].commonName"
			c.Fields = append(c.Fields, inspect.Field{Path: path, Value: strings.Repeat("x", i+1)})
		}
		if got := len(Named(&c)); got != min(n, maxNamed) {
			t.Errorf("of %d names %d are told", n, got)
		}
	}
}

func TestMaxPlaces(t *testing.T) {
	w := ParseWords("finding.more-places.one\tone more\nfinding.more-places.other\t{n} more\n")
	for n, want := range map[int]string{maxPlaces - 1: "", maxPlaces: "", maxPlaces + 1: "one more", maxPlaces + 2: "2 more"} {
		nodes := places(make([]lints.Place, n), entry{cert: &inspect.CertificateReport{}}, Options{Words: w})
		more := ""
		if len(nodes) > maxPlaces {
			more = fillOf(nodes[maxPlaces], "").Text
		}
		if more != want || len(nodes) != min(n, maxPlaces+1) {
			t.Errorf("%d places: %d are shown, and %q", n, len(nodes), more)
		}
	}
}
