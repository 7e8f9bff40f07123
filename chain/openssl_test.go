package chain

import (
	"bytes"
	"encoding/pem"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// TestOpenSSL compares the verdicts of this package with those of openssl verify
// on chains of every shape with one edit each, and the reasons where both object.
// testdata/openssl.tsv gives the reason for every disagreement: a new one needs a
// line there or a change here, and one that is gone loses its line.
func TestOpenSSL(t *testing.T) {
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Fatal("openssl is not here: install it (Debian: apt-get install openssl), or run build/deps.sh")
	}
	edits := slices.Concat(supplies, fields, usages, constraints, policyEdits)
	chains := len(edits) * len(shapes)
	if chains < 500 {
		t.Errorf("%d chains", chains)
	}
	found := make([][]disagreement, len(edits))
	var wg sync.WaitGroup
	places := make(chan struct{}, 2) // processes at a time
	for i, e := range edits {
		wg.Go(func() {
			places <- struct{}{}
			defer func() { <-places }()
			found[i] = compared(t, e)
		})
	}
	wg.Wait()
	reviewed := reviewedDisagreements(t)
	for _, d := range slices.Concat(found...) {
		if reviewed[d.key()] == "" {
			t.Errorf("%s: a disagreement that is not in testdata/openssl.tsv", d.key())
		}
		delete(reviewed, d.key())
	}
	for _, key := range slices.Sorted(maps.Keys(reviewed)) {
		t.Errorf("%s: in testdata/openssl.tsv, but there is no such disagreement any more", key)
	}
	if version, err := exec.Command("openssl", "version").Output(); err != nil || t.Failed() {
		t.Errorf("the lines are those of OpenSSL 3.0; this is %s (%v)", version, err)
	}
}

// disagreement is one between the verdicts of both on the chains of an edit.
type disagreement struct {
	edit   string
	shapes string // "all", or the names of some
	says   string
}

func (d *disagreement) key() string { return d.edit + "\t" + d.shapes + "\t" + d.says }

// compared has both judge every shape of chain with this edit.
func compared(t *testing.T, e edit) []disagreement {
	var bundles []*bundle
	for _, s := range shapes {
		b := newBundle(s)
		e.of(b)
		b.seal()
		bundles = append(bundles, b)
	}
	theirs := opensslVerdicts(t, bundles)
	shapesOf := map[string][]string{} // by what both say
	for i, b := range bundles {
		ours := verdict(b)
		if !agree(ours, theirs[i]) {
			says := "chain: " + strings.Join(ours, " ") + "\topenssl: " + strings.Join(theirs[i], " ")
			shapesOf[says] = append(shapesOf[says], b.shape.name)
		}
	}
	var list []disagreement
	for _, says := range slices.Sorted(maps.Keys(shapesOf)) {
		d := disagreement{e.name, strings.Join(shapesOf[says], ", "), says}
		if len(shapesOf[says]) == len(shapes) {
			d.shapes = "all"
		}
		list = append(list, d)
	}
	return list
}

// holds is the verdict on a chain that nothing is wrong with.
var holds = []string{"holds"}

// verdict is ours: holds, or the end of the best path and the codes that speak
// against it.
func verdict(b *bundle) []string {
	o := Options{At: today}
	for _, a := range b.anchors {
		o.Roots = append(o.Roots, Root{a.Subject.Encode(), a.SPKI, "Root"})
	}
	var certs []*cert.Certificate
	for _, c := range append([]*gen.Cert{b.leaf}, b.supplied()...) {
		certs = append(certs, cert.Parse(c.Encode()))
	}
	best := Find(certs, o)[0].Paths[0]
	if best.End == Listed && best.Holds() {
		return holds
	}
	says := []string{string(best.End)}
	for _, l := range best.Links {
		for _, r := range l.Reasons {
			if r.Code.Status() > Remark {
				says = append(says, string(r.Code))
			}
		}
	}
	return says
}

// opensslErrors are the numbers of X509_V_ERR, with what we say about the same.
var opensslErrors = map[string][]string{
	"2":  {string(IssuerMissing), string(NotByThese), string(Loop)},
	"7":  {string(SignatureWrong), string(NotByThese)},
	"9":  {string(NotYetValid)},
	"10": {string(Expired)},
	"13": {string(Unreadable)},
	"14": {string(Unreadable)},
	"18": {string(Unlisted)},
	"19": {string(Unlisted)},
	"20": {string(IssuerMissing), string(NotByThese), string(Loop)},
	"25": {string(PathLength)},
	"26": {string(Purpose), string(AnyPurpose)},
	"32": {string(NoCertSign)},
	"34": {string(Critical)},
	"41": {string(Unreadable)},
	"42": {string(Unreadable), string(Policy)},
	"43": {string(Policy)},
	"47": {string(NameOutside)},
	"48": {string(NameExcluded)},
	"49": {string(NameNotCompared)},
	"51": {string(NameNotCompared)},
	"53": {string(NameNotCompared)},
	"76": {string(Algorithms)},
	"79": {string(NoCA)},
}

// agree says whether both hold a chain to be good, or object to it for a reason
// that both name.
func agree(ours, theirs []string) bool {
	if ours[0] == holds[0] || theirs[0] == holds[0] {
		return ours[0] == theirs[0]
	}
	return slices.ContainsFunc(theirs, func(number string) bool {
		return slices.ContainsFunc(opensslErrors[number], func(code string) bool { return slices.Contains(ours, code) })
	})
}

// opensslVerdicts asks one openssl verify about the chains, whose names differ:
// for each holds, or the numbers of the errors.
func opensslVerdicts(t *testing.T, bundles []*bundle) [][]string {
	folder := t.TempDir()
	write := func(name string, certs []*gen.Cert) string {
		var text bytes.Buffer
		for _, c := range certs {
			if err := pem.Encode(&text, &pem.Block{Type: "CERTIFICATE", Bytes: c.Encode()}); err != nil {
				t.Error(err)
			}
		}
		if err := os.WriteFile(filepath.Join(folder, name), text.Bytes(), 0o600); err != nil {
			t.Error(err)
		}
		return name
	}
	var trusted, untrusted []*gen.Cert
	var leaves []string
	for i, b := range bundles {
		trusted, untrusted = append(trusted, b.anchors...), append(untrusted, b.supplied()...)
		leaves = append(leaves, write(strconv.Itoa(i), []*gen.Cert{b.leaf}))
	}
	args := []string{
		"verify", "-purpose", "smimesign", "-partial_chain", "-policy", string(cert.OIDAnyPolicy), "-attime", strconv.FormatInt(today.Unix(), 10),
		"-trusted", write("trusted", trusted),
	}
	if len(untrusted) > 0 {
		args = append(args, "-untrusted", write("untrusted", untrusted))
	}
	cmd := exec.Command("openssl", append(args, leaves...)...)
	cmd.Dir = folder
	out, err := cmd.CombinedOutput() // it fails where a chain does not hold
	verdicts := make([][]string, len(bundles))
	var errors []string
	for line := range strings.Lines(string(out)) {
		var number, depth, i int
		if _, err := fmt.Sscanf(line, "error %d at %d depth lookup", &number, &depth); err == nil {
			errors = append(errors, strconv.Itoa(number))
		} else if _, err := fmt.Sscanf(line, "error %d: verification failed", &i); err == nil {
			verdicts[i], errors = errors, nil
		} else if _, err := fmt.Sscanf(line, "%d: OK", &i); err == nil {
			verdicts[i], errors = holds, nil
		}
	}
	if slices.ContainsFunc(verdicts, func(v []string) bool { return v == nil }) {
		t.Errorf("openssl verify has not answered for every chain: %v: %s", err, out)
	}
	return verdicts
}

// reviewedDisagreements reads the lines: the edit, its shapes, what both say, and
// why.
func reviewedDisagreements(t *testing.T) map[string]string {
	text, err := os.ReadFile("testdata/openssl.tsv")
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		at := strings.LastIndexByte(line, '\t')
		if strings.Count(line, "\t") != 4 || line[at+1:] == "" || reasons[line[:at]] != "" {
			t.Fatalf("testdata/openssl.tsv: %q is not five parts, or stands there twice", line)
		}
		reasons[line[:at]] = line[at+1:]
	}
	return reasons
}
