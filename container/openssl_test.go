package container

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/chain"
	"sealglass/inspect"
	"sealglass/testdata/gen"
	"sealglass/testdata/gen/inputs"
)

// TestOpenSSL compares what is said of the signatures of messages, and of who
// stands behind the signers, with openssl cms -verify. testdata/openssl.tsv gives
// the reason for every disagreement: a new one needs a line there or a change
// here, and one that is gone loses its line.
func TestOpenSSL(t *testing.T) {
	t.Parallel() // most of the time it waits for openssl
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Fatal("openssl is not here: install it (Debian: apt-get install openssl), or run build/deps.sh")
	}
	folder := t.TempDir()
	toolFolder(t, folder) // for its root.pem
	messages := messagesForBoth(t)
	found := make([]string, len(messages))
	held := make([]bool, len(messages))
	var wg sync.WaitGroup
	places := make(chan struct{}, 2) // processes at a time
	for i, m := range messages {
		wg.Go(func() {
			places <- struct{}{}
			defer func() { <-places }()
			found[i], held[i] = m.disagreement(folder)
		})
	}
	wg.Wait()
	if n := len(slices.DeleteFunc(held, func(h bool) bool { return !h })); n < 25 {
		t.Errorf("%d messages whose signature and chain hold for both", n)
	}
	reviewed := reviewedDisagreements(t)
	for i, says := range found {
		key := messages[i].name + "\t" + says
		if says != "" && reviewed[key] == "" {
			t.Errorf("%s: a disagreement that is not in testdata/openssl.tsv", key)
		}
		delete(reviewed, key)
	}
	for _, key := range slices.Sorted(maps.Keys(reviewed)) {
		t.Errorf("%s: in testdata/openssl.tsv, but there is no such disagreement any more", key)
	}
	if version, err := exec.Command("openssl", "version").Output(); err != nil || t.Failed() {
		t.Errorf("the lines are those of OpenSSL 3.0; this is %s (%v)", version, err)
	}
}

// messageForBoth is one that openssl is asked about too.
type messageForBoth struct {
	name string
	data []byte
	form string // of openssl: SMIME, DER or PEM
}

// messagesForBoth are the mails, and what is CMS, of the table and of the files of
// programs, and a message by each algorithm.
func messagesForBoth(t *testing.T) []messageForBoth {
	var list []messageForBoth
	add := func(name string, data []byte) {
		in := inspect.Inspect([]inspect.Input{{Name: name, Data: slices.Clone(data)}}, inspect.Options{Open: Opener(nil)}).Inputs[0]
		switch {
		case in.Kind == inspect.PKCS7 && bytes.HasPrefix(data, []byte("-----BEGIN")):
			list = append(list, messageForBoth{name, data, "PEM"})
		case in.Kind == inspect.PKCS7:
			list = append(list, messageForBoth{name, data, "DER"})
		case in.Kind == inspect.MailMessage:
			list = append(list, messageForBoth{name, data, "SMIME"})
		}
	}
	for _, c := range inputs.All() {
		add(c.Name, c.Data)
	}
	for _, f := range toolFiles() {
		file, err := os.ReadFile(filepath.Join("testdata", "tools", f.name))
		if err != nil {
			t.Fatal(err)
		}
		add(f.name, file)
	}
	byAlgorithm := messagesByAlgorithm()
	for _, name := range slices.Sorted(maps.Keys(byAlgorithm)) {
		add(name, byAlgorithm[name])
	}
	return list
}

// messagesByAlgorithm are signed messages by each kind of key and hash, as they
// should be and with a fault.
func messagesByAlgorithm() map[string][]byte {
	null, content := gen.Null(), []byte("Content-Type: text/plain\r\n\r\nhello\r\n")
	list := map[string][]byte{}
	for name, by := range map[string]struct {
		key, other *gen.Key
		digest     cert.OID
		algorithm  []byte
	}{
		"rsa, sha-1":     {gen.RSA(2048), gen.RSA(3072), cert.OIDSHA1, gen.AlgorithmID(cert.OIDSHA1WithRSA, null)},
		"rsa, sha-256":   {gen.RSA(2048), gen.RSA(3072), "", nil},
		"rsa, sha-384":   {gen.RSA(2048), gen.RSA(1024), cert.OIDSHA384, gen.AlgorithmID(cert.OIDSHA384WithRSA, null)},
		"rsa, sha-512":   {gen.RSA(2048), gen.P256("y"), cert.OIDSHA512, gen.AlgorithmID(cert.OIDSHA512WithRSA, null)},
		"p-256, sha-1":   {gen.P256("x"), gen.P256("y"), cert.OIDSHA1, gen.AlgorithmID(cert.OIDECDSAWithSHA1)},
		"p-256, sha-256": {gen.P256("x"), gen.P256("y"), "", nil},
		"p-384, sha-384": {gen.P384("x"), gen.P384("y"), cert.OIDSHA384, nil},
		"p-521, sha-512": {gen.P521("x"), gen.P521("y"), cert.OIDSHA512, nil},
		"ed25519":        {gen.Ed25519("x"), gen.Ed25519("y"), cert.OIDSHA512, nil},
		"no pss":         {gen.RSA(2048), gen.RSA(3072), "", gen.RSASSAPSS(cert.OIDSHA256, 32)},
	} {
		leaf := gen.Leaf("mailbox", "multipurpose")
		leaf.SetKey(by.key)
		for fault, edit := range map[string]func(s *gen.Signer){
			"":                   func(*gen.Signer) {},
			", bare":             func(s *gen.Signer) { s.Bare = true },
			", other content":    func(s *gen.Signer) { s.Content = []byte("other") },
			", another's key":    func(s *gen.Signer) { s.Key = by.other },
			", bare and altered": func(s *gen.Signer) { s.Bare, s.Content = true, []byte("other") },
		} {
			s := gen.Signer{Key: by.key, ID: gen.IssuerAndSerial(leaf), Digest: by.digest, Algorithm: by.algorithm, Content: content}
			edit(&s)
			d := gen.SignedData{Certificates: [][]byte{leaf.Encode(), gen.SubCA().Encode()}, Signers: [][]byte{s.Encode()}, Content: content, Digest: by.digest}
			list[name+fault] = d.Encode()
		}
	}
	return list
}

// disagreement is what both say where that differs, first of the signature, then
// of the chain; and whether both hold for both.
func (m *messageForBoth) disagreement(folder string) (says string, held bool) {
	report := inspect.Inspect([]inspect.Input{{Name: m.name, Data: slices.Clone(m.data)}}, inspect.Options{Open: Opener(nil)}).Inputs[0]
	ours, theirs := resultOf(&report), m.openssl(folder, "-noverify")
	if kindOf(ours) != kindOf(theirs) {
		return "signature: " + ours + "\topenssl: " + theirs, false
	}
	if ours != string(inspect.SignatureHolds) {
		return "", false
	}
	ours, theirs = chainOf(&report), m.openssl(folder, "-CAfile", "root.pem", "-purpose", "smimesign", "-partial_chain", "-attime", strconv.FormatInt(now.Unix(), 10))
	if kindOf(ours) != kindOf(theirs) {
		return "chain: " + ours + "\topenssl: " + theirs, false
	}
	return "", ours == "holds"
}

var now = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

// kindOf says which answers are the same: it holds, it is broken, or there was
// nothing to check.
func kindOf(says string) string {
	switch says {
	case "holds":
		return "holds"
	case string(inspect.ContentAltered), string(inspect.SignatureWrong), "verification failure":
		return "broken"
	}
	return "nothing to check"
}

// resultOf is ours of the outermost signature.
func resultOf(report *inspect.InputReport) string {
	if report.Message == nil || len(report.Message.Signatures) == 0 {
		return "no signature"
	}
	return string(report.Message.Signatures[0].Result)
}

// chainOf is ours of the signer's certificate, which is the first.
func chainOf(report *inspect.InputReport) string {
	var certs []*cert.Certificate
	for i := range report.Certificates {
		certs = append(certs, cert.Parse(report.Certificates[i].DER))
	}
	root := gen.Root()
	o := chain.Options{At: now, Roots: []chain.Root{{Subject: root.Subject.Encode(), SPKI: root.SPKI}}}
	best := chain.Find(certs, o)[0].Paths[0]
	if best.End == chain.Listed && best.Holds() {
		return "holds"
	}
	return string(best.End)
}

// openssl is theirs: holds, or the last reason that it gives.
func (m *messageForBoth) openssl(folder string, args ...string) string {
	cmd := exec.Command("openssl", append([]string{"cms", "-verify", "-inform", m.form, "-out", os.DevNull}, args...)...)
	cmd.Dir = folder
	cmd.Stdin = bytes.NewReader(m.data)
	out, err := cmd.CombinedOutput()
	if err == nil {
		return "holds"
	}
	reason := ""
	for line := range strings.Lines(string(out)) {
		// "40D7:error:1700009E:CMS routines:CMS_verify:content verify error:../cms_smime.c:455:"
		if parts := strings.Split(line, ":"); len(parts) > 5 && parts[1] == "error" {
			reason = parts[5]
			if reason == "verification failure" {
				return reason
			}
		}
	}
	return reason
}

// reviewedDisagreements reads the lines: the message, what both say, and why.
func reviewedDisagreements(t *testing.T) map[string]string {
	text, err := os.ReadFile("testdata/openssl.tsv")
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		at := strings.LastIndexByte(line, '\t')
		if strings.Count(line, "\t") != 3 || line[at+1:] == "" || reasons[line[:at]] != "" {
			t.Fatalf("testdata/openssl.tsv: %q is not four parts, or stands there twice", line)
		}
		reasons[line[:at]] = line[at+1:]
	}
	return reasons
}
