package view

import (
	"strings"
	"testing"

	"sealglass/inspect"
	"sealglass/lints"
)

// TestFirstStage: what is not seen at once is left out when an answer is first
// written, is what Findings (and Fields) write afterwards, and stays where an answer
// stands already.
func TestFirstStage(t *testing.T) {
	c := inspect.CertificateReport{SHA256: "00", Fields: []inspect.Field{{Path: "serialNumber", Label: "Serial number", Value: "4711"}}}
	for _, rule := range []string{"a", "b", "c", "d"} { // more than stand open from the start
		c.Findings = append(c.Findings, lints.Finding{Rule: rule, Severity: lints.Error, Status: lints.Fail, Explanation: "explained " + rule})
	}
	r := &inspect.Report{Inputs: []inspect.InputReport{{Certificates: []inspect.CertificateReport{c}}}}
	json := func(nodes []Node) string { return string(AppendJSON(nil, nodes)) }
	holds := func(when, json string, fields, findings bool) {
		t.Helper()
		if strings.Contains(json, "4711") != fields || strings.Contains(json, "explained d") != findings {
			t.Errorf("%s: fields %t, findings %t wanted in %s", when, fields, findings, json)
		}
	}
	holds("whole", json(Result(r, Options{})), true, true)
	first := json(Result(r, Options{Stage: First}))
	holds("first", first, false, false)
	if !strings.Contains(first, FieldsID(0)) || !strings.Contains(first, FindingsID(0)) {
		t.Errorf("first: nowhere to write the rest: %s", first)
	}
	holds("again", json(Result(r, Options{Stage: Again})), false, true)
	holds("findings", json(Findings(r, 0, Options{})), false, true)
	c.Findings = c.Findings[:openFindings]
	r.Inputs[0].Certificates[0] = c
	if first := json(Result(r, Options{Stage: First})); !strings.Contains(first, "explained a") {
		t.Errorf("a finding that stands open is folded: %s", first)
	}
}
