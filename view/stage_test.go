package view

import (
	"strings"
	"testing"

	"sealglass/inspect"
	"sealglass/lints"
)

// TestStages: what is not seen at once is left out when an answer is first written, is
// what Findings (and Fields) write afterwards, and stays where an answer stands already.
func TestStages(t *testing.T) {
	r := &inspect.Report{Inputs: []inspect.InputReport{{Certificates: []inspect.CertificateReport{certificateWith("a", "b", "c", "d")}}}} // more than stand open from the start
	holds := func(when, json string, titles, folded, fields bool) {
		t.Helper()
		for what, wanted := range map[string]bool{"title d": titles, "explained d": folded, "4711": fields} {
			if strings.Contains(json, what) != wanted {
				t.Errorf("%s: %q: %t wanted in %s", when, what, wanted, json)
			}
		}
	}
	holds("whole", written(Result(r, Options{})), true, true, true)
	first := written(Result(r, Options{Stage: First}))
	holds("first", first, false, false, false)
	titles := written(Result(r, Options{Stage: Titles}))
	holds("titles", titles, true, false, false)
	for _, json := range []string{first, titles} {
		if !strings.Contains(json, FieldsID(0)) || !strings.Contains(json, FindingsID(0)) {
			t.Errorf("nowhere to write the rest: %s", json)
		}
	}
	holds("again", written(Result(r, Options{Stage: Again})), true, true, false)
	holds("findings", written(Findings(r, 0, Options{})), true, true, false)

	few := certificateWith("a", "b", "c")
	r.Inputs[0].Certificates[0] = few
	if json := written(Result(r, Options{Stage: Titles})); !strings.Contains(json, "explained a") {
		t.Errorf("a finding that stands open is folded: %s", json)
	}
	few.SHA256 = "01"
	r.Inputs[0].Certificates = append(r.Inputs[0].Certificates, few)
	if written(Result(r, Options{Stage: First})) != written(Result(r, Options{Stage: Titles})) {
		t.Error("the first of two certificates comes without its findings, which then move the second")
	}
}

func certificateWith(rules ...string) inspect.CertificateReport {
	c := inspect.CertificateReport{SHA256: "00", Fields: []inspect.Field{{Path: "serialNumber", Label: "Serial number", Value: "4711"}}}
	for _, rule := range rules {
		c.Findings = append(c.Findings, lints.Finding{Rule: rule, Title: "title " + rule, Severity: lints.Error, Status: lints.Fail, Explanation: "explained " + rule})
	}
	return c
}

func written(nodes []Node) string { return string(AppendJSON(nil, nodes)) }
