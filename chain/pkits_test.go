package chain

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sealglass/cert"
)

// pkitsTest is one test of NIST's Public Key Interoperability Test Suite.
type pkitsTest struct {
	Name                        string
	CertPath                    []string // from the root
	ShouldValidate              bool
	InitialPolicySet            []string
	InitialPolicyMappingInhibit bool
	InitialExplicitPolicy       bool
	InitialAnyPolicyInhibit     bool
}

// leftOut are the tests whose verdict this package can't give, by how their names
// begin, and how many of them there are for each reason. All of the first two
// hang on a revocation list alone: their paths hold.
var leftOut = []struct {
	reason string
	count  int
	names  []string
}{
	{"the certificate is revoked, or its revocation list is no good", 44, []string{
		"4.4.1 ", "4.4.2 ", "4.4.3 ", "4.4.4 ", "4.4.5 ", "4.4.6 ", "4.4.8 ", "4.4.9 ", "4.4.10 ", "4.4.11 ", "4.4.12 ",
		"4.4.15 ", "4.4.18 ", "4.4.20 ", "4.4.21 ", "4.5.2 ", "4.5.5 ", "4.5.7 ",
		"4.14.2 ", "4.14.3 ", "4.14.6 ", "4.14.8 ", "4.14.9 ", "4.14.11 ", "4.14.12 ", "4.14.14 ", "4.14.15 ", "4.14.16 ",
		"4.14.17 ", "4.14.20 ", "4.14.21 ", "4.14.23 ", "4.14.26 ", "4.14.27 ", "4.14.31 ", "4.14.32 ", "4.14.34 ", "4.14.35 ",
		"4.15.1 ", "4.15.3 ", "4.15.4 ", "4.15.6 ", "4.15.9 ", "4.15.10 ",
	}},
	{"the CA may not sign revocation lists", 2, []string{"4.7.4 ", "4.7.5 "}},
	{"DSA is not checked", 2, []string{"4.1.4 ", "4.1.5 "}},
}

// whyLeftOut is the index of the reason in leftOut, -1 for a test that counts.
func whyLeftOut(name string) int {
	for i := range leftOut {
		if slices.ContainsFunc(leftOut[i].names, func(start string) bool { return strings.HasPrefix(name, start) }) {
			return i
		}
	}
	return -1
}

func TestPKITS(t *testing.T) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(strings.TrimSpace(string(goroot)), "src/crypto/x509/testdata/nist-pkits")
	text, err := os.ReadFile(filepath.Join(folder, "vectors.json"))
	if err != nil {
		t.Fatal(err)
	}
	var tests []pkitsTest
	if err := json.Unmarshal(text, &tests); err != nil {
		t.Fatal(err)
	}
	read := map[string]*cert.Certificate{}
	certificate := func(name string) *cert.Certificate {
		if read[name] == nil {
			der, err := os.ReadFile(filepath.Join(folder, "certs", name))
			if err != nil {
				t.Fatal(err)
			}
			read[name] = cert.Parse(der)
		}
		return read[name]
	}
	counts, judged := make([]int, len(leftOut)), 0
	for _, test := range tests {
		root := certificate(test.CertPath[0])
		o := Options{
			At:             time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC),
			Roots:          []Root{{root.Subject.In(root.Raw), root.PublicKey.In(root.Raw), "Trust Anchor"}},
			InhibitMapping: test.InitialPolicyMappingInhibit, RequireExplicit: test.InitialExplicitPolicy, InhibitAny: test.InitialAnyPolicyInhibit,
		}
		for _, policy := range test.InitialPolicySet {
			if number, ok := strings.CutPrefix(policy, "NIST-test-policy-"); ok {
				o.Initial = append(o.Initial, cert.OID("2.16.840.1.101.3.2.1.48."+number))
			}
		}
		var certs []*cert.Certificate
		for _, name := range test.CertPath[1:] {
			certs = append(certs, certificate(name))
		}
		best := Find(certs, o)[len(certs)-1].Paths[0]
		switch why := whyLeftOut(test.Name); {
		case why == 2 && best.End != Unchecked:
			t.Errorf("%s: %+v", test.Name, best)
		case why >= 0 && why < 2 && !best.Holds():
			t.Errorf("%s: does not hold though only a revocation list speaks against it: %+v", test.Name, best)
		}
		if why := whyLeftOut(test.Name); why >= 0 {
			counts[why]++
			continue
		}
		judged++
		if holds := best.End == Listed && best.Holds(); holds != test.ShouldValidate {
			t.Errorf("%s: holds %v: %+v", test.Name, holds, best)
		}
	}
	for i, n := range counts {
		if n != leftOut[i].count {
			t.Errorf("%d tests are left out because %s, not %d", n, leftOut[i].reason, leftOut[i].count)
		}
	}
	if judged != 201 {
		t.Errorf("%d tests judged", judged)
	}
}
