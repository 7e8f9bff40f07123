package lints

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"sealglass/lints/examples"
	"sealglass/testdata/gen"
)

var update = flag.Bool("update", false, "write examples/examples.json")

const examplesFile = "examples/examples.json"

// TestExamples: the examples of every rule are cases of this package, and the
// rule finds in them what their file says.
func TestExamples(t *testing.T) {
	made := makeExamples()
	for _, r := range Catalogue() {
		e := made.Rules[r.ID]
		if e.Fails == nil {
			t.Errorf("%s: no example fails it", r.ID)
		}
		if e.Passes == nil && !comingOn(&r, today) {
			t.Errorf("%s: no example passes it", r.ID)
		}
	}
	var content bytes.Buffer
	encoder := json.NewEncoder(&content)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(made); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(examplesFile, content.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	there, err := os.ReadFile(examplesFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(there, content.Bytes()) {
		t.Errorf("%s is not what the cases give: run make golden, and read what changed", examplesFile)
	}
}

// example is a candidate, and how much of a reader it asks: what else is found
// in it, and what has to be known beside it.
type example struct {
	*examples.Example
	asks int
	c    *testCase
}

// makeExamples chooses for each rule the plainest cases.
func makeExamples() *examples.Examples {
	fails, passes := map[string]example{}, map[string]example{}
	choose := func(from map[string]example, rule string, e example) {
		if best, there := from[rule]; !there || e.asks < best.asks {
			from[rule] = e
		}
	}
	rules := Catalogue()
	for _, a := range areaCases {
		for i := range a.cases {
			c := &a.cases[i]
			result := Run(c.subject(), rules)
			base := exampleOf(a.name, c, len(result.Findings))
			for j := range result.Findings {
				if f := &result.Findings[j]; f.Status == Fail {
					choose(fails, f.Rule, base.finding(f))
				}
			}
			for _, o := range result.Outcomes {
				if o.Outcome == Passed {
					choose(passes, o.Rule, base)
				}
			}
		}
	}
	all := &examples.Examples{Inputs: map[string]examples.Input{}, Rules: map[string]examples.Rule{}}
	for _, r := range rules {
		f, p := fails[r.ID], passes[r.ID]
		all.Rules[r.ID] = examples.Rule{Fails: f.Example, Passes: p.Example}
		f.addInputs(all)
		p.addInputs(all)
	}
	return all
}

func exampleOf(area string, c *testCase, findings int) example {
	e := example{c: c, asks: 10 * findings, Example: &examples.Example{Input: area + "/" + c.name, AsOf: c.asOf, Known: c.around != nil || c.choice != Override{}}}
	if area == "base" {
		e.asks--
	}
	for _, beside := range []struct {
		make func() *gen.Cert
		name *string
	}{{c.issuer, &e.Issuer}, {c.issued, &e.Leaf}, {c.covered, &e.Covered}, {c.responder, &e.Responder}} {
		if beside.make != nil {
			*beside.name = nameOf(beside.make)
			e.asks += 2
		}
	}
	if e.Known || c.now != "" {
		e.asks += 50
	}
	if e.AsOf != "" {
		e.asks += 5
	}
	return e
}

// nameOf names a certificate by its subject and fingerprint.
func nameOf(make func() *gen.Cert) string {
	c := parsed(make)
	return c.Subject.String() + " " + fingerprint(c.Raw)
}

// fingerprint is the beginning of the SHA-256.
func fingerprint(der []byte) string {
	sum := sha256.Sum256(der)
	return hex.EncodeToString(sum[:4])
}

func (e example) finding(f *Finding) example {
	found := *e.Example
	for _, p := range f.At {
		found.Found = append(found.Found, examples.Place{Path: p.Path, Got: p.Got})
	}
	e.Example = &found
	return e
}

func (e example) addInputs(all *examples.Examples) {
	if e.Example == nil {
		return
	}
	s := e.c.subject()
	label := map[Kind]string{CertificateKind: "CERTIFICATE", CRLKind: "X509 CRL", OCSPKind: "OCSP RESPONSE"}[s.kind()]
	all.Inputs[e.Input] = examples.Input{Label: label, DER: raw(s)}
	for name, make := range map[string]func() *gen.Cert{e.Issuer: e.c.issuer, e.Leaf: e.c.issued, e.Covered: e.c.covered, e.Responder: e.c.responder} {
		if make != nil {
			all.Inputs[name] = examples.Input{Label: "CERTIFICATE", DER: parsed(make).Raw}
		}
	}
}
