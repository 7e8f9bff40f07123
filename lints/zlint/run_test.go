package zlint

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/zmap/zcrypto/x509"
	"github.com/zmap/zlint/v3/lint"

	"sealglass/cert"
	"sealglass/lints"
	"sealglass/testdata/gen"
)

func TestVersionIsThatOfTheModule(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if want := "github.com/zmap/zlint/v3 " + Version + "\n"; !strings.Contains(string(mod), want) {
		t.Errorf("go.mod does not require %s", want)
	}
}

// The names in the rule book are those of lints that zlint has, in any of its
// packages.
func TestRulesNameLintsOfZLint(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(moduleDir(t), "lints", "*", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("zlint has no lints: %v", err)
	}
	known := map[string]bool{}
	name := regexp.MustCompile(`Name:\s+"([enw]_[^"]+)"`)
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range name.FindAllSubmatch(source, -1) {
			known[string(match[1])] = true
		}
	}
	for _, rule := range lints.Catalogue() {
		for _, name := range rule.ZLint {
			if !known[name] {
				t.Errorf("%s names %s, which zlint does not have", rule.ID, name)
			}
		}
	}
}

func TestLeftOutAreNamedAndNotRun(t *testing.T) {
	all := lint.GlobalRegistry().CertificateLints()
	for _, l := range leftOut {
		if all.ByName(l.Lint) == nil || l.Reason == "" {
			t.Errorf("%+v: no such lint, or no reason", l)
		}
	}
	for _, name := range slices.Concat(slow, varying) {
		if all.ByName(name) == nil {
			t.Errorf("%s: no such lint", name)
		}
	}
	var run []string
	opinion := Run(leafWith().Encode(), Options{Progress: func(lint string) { run = append(run, lint) }})
	if want := len(all.Lints()) - len(leftOut); len(run) != want {
		t.Errorf("%d lints were run, want %d", len(run), want)
	}
	for _, l := range leftOut {
		if slices.Contains(run, l.Lint) || !slices.Contains(opinion.LeftOut, l) {
			t.Errorf("%s is run, or not told as left out", l.Lint)
		}
	}
	if got := run[len(run)-len(slow):]; !slices.Equal(got, slow) {
		t.Errorf("the last ones are %v, want %v", got, slow)
	}
}

func TestFoundTellsEachFindingAsItIsMade(t *testing.T) {
	var told []lints.Finding
	at := map[string]string{}
	current := ""
	c := gen.Leaf("sponsor", "strict")
	c.RemoveExtension(cert.OIDKeyUsage)
	c.RemoveExtension(cert.OIDSubjectAltName)
	opinion := Run(c.Encode(), Options{
		Progress: func(lint string) { current = lint },
		Found:    func(f lints.Finding) { told = append(told, f); at[f.Rule] = current },
	})
	if len(opinion.Findings) < 2 || len(told) != len(opinion.Findings) {
		t.Fatalf("told of %d findings, of %d", len(told), len(opinion.Findings))
	}
	for i, f := range told {
		if opinion.Findings[i].Rule != f.Rule || at[f.Rule] != f.Rule {
			t.Errorf("%s was told during %s, and is %s in the opinion", f.Rule, at[f.Rule], opinion.Findings[i].Rule)
		}
	}
	if !slices.ContainsFunc(told, func(f lints.Finding) bool { return f.Rule == "e_key_usage_presence" }) {
		t.Errorf("the missing key usage is not among %v", at)
	}
}

func TestAsOf(t *testing.T) {
	const lint = "e_legacy_generation_deprecated"
	der := gen.Leaf("mailbox", "legacy").Encode() // of 2025-06-02
	for _, test := range []struct {
		asOf string // empty: as issued
		want bool
	}{
		{"", false},
		{"2025-07-14T23:59:59Z", false},
		{"2025-07-15T00:00:00Z", true},
	} {
		var o Options
		if test.asOf != "" {
			asOf, err := time.Parse(time.RFC3339, test.asOf)
			if err != nil {
				t.Fatal(err)
			}
			o.AsOf = asOf
		}
		found := slices.ContainsFunc(Run(der, o).Findings, func(f lints.Finding) bool { return f.Rule == lint })
		if found != test.want {
			t.Errorf("as of %q: found %v, want %v", test.asOf, found, test.want)
		}
	}
}

// To zlint a certificate that its owner signed is no subscriber's: what it
// passes over for that alone is told.
func TestSelfSigned(t *testing.T) {
	issued := gen.Leaf("mailbox", "strict")
	own := issued.Clone()
	own.SetKey(gen.P256("own"))
	own.IssuedBy(own, gen.P256("own"))
	passedOver := func(c *gen.Cert) []string {
		var names []string
		for _, l := range Run(c.Encode(), Options{}).LeftOut {
			if l.Reason == selfSigned {
				names = append(names, l.Lint)
			}
		}
		return names
	}
	if got := passedOver(issued); got != nil {
		t.Errorf("issued by somebody else: %v", got)
	}
	got := passedOver(own)
	for _, want := range []string{"e_key_usage_presence", "e_san_shall_be_present", "e_exactly_one_smime_policy"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is not told as passed over: %v", want, got)
		}
	}
	if slices.Contains(got, "e_basic_constraints_not_critical") {
		t.Error("a lint about issuers is told as passed over")
	}
}

// TestSameEachTime asks twice about a certificate with two faults of the kind
// that zlint lists in the order of a map.
func TestSameEachTime(t *testing.T) {
	c := gen.Leaf("sponsor", "strict")
	c.SetExtension(gen.KeyUsage(cert.DigitalSignature | cert.KeyCertSign | cert.CRLSign | cert.EncipherOnly))
	c.Extensions = append(c.Extensions, c.Extensions...)
	first := Run(c.Encode(), Options{}).Findings
	for range 20 {
		again := Run(c.Encode(), Options{}).Findings
		if !reflect.DeepEqual(first, again) {
			t.Fatalf("the findings differ:\n%+v\n%+v", first, again)
		}
	}
}

// TestSameAsZLint compares with zlint's own way of running a lint, for every
// certificate of its test data.
func TestSameAsZLint(t *testing.T) {
	judged := 0
	for name, der := range corpus(t) {
		opinion := Run(der, Options{})
		if opinion.Off != "" {
			// Two have a name of 32,769 characters, to exceed a bound of RFC 5280.
			if _, err := x509.ParseCertificate(der); err == nil && !strings.HasSuffix(name, "Over32768.pem") {
				t.Errorf("%s: %s", name, opinion.Off)
			}
			continue
		}
		judged++
		c, err := x509.ParseCertificate(der)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]lints.Finding{}
		for _, f := range opinion.Findings {
			got[f.Rule] = f
		}
		for _, l := range inOrder() {
			result := l.Execute(c, unconfigured)
			want, reported := finding(l, result)
			f, ok := got[l.Name]
			if ok != reported || f.Severity != want.Severity || f.Status != want.Status {
				t.Errorf("%s: %s is %v %s %s here, and %v in zlint", name, l.Name, ok, f.Severity, f.Status, result.Status)
			}
		}
	}
	if judged < 1400 {
		t.Errorf("%d certificates were judged", judged)
	}
}
