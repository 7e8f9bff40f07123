package cert_test

import (
	"bytes"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sealglass/cert"
)

// specimen is an encoding out of other projects' test data.
type specimen struct {
	name string
	kind string // label of the PEM block; empty for bare bytes
	der  []byte
}

// corpus are the encodings in zlint's and zcrypto's test data and in that of the
// standard library, NIST's PKITS among it: PEM blocks in any file, bare DER, and
// base64 of it.
func corpus(t testing.TB) []specimen {
	t.Helper()
	var found []specimen
	for _, root := range []string{
		output(t, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/zmap/zlint/v3"),
		output(t, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/zmap/zcrypto"),
		filepath.Join(output(t, "go", "env", "GOROOT"), "src", "crypto"),
	} {
		err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			if !strings.Contains(path, "testdata") && !strings.HasSuffix(path, "_test.go") && !strings.Contains(path, "data/test") {
				return nil
			}
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			name, _ := filepath.Rel(root, path)
			found = append(found, specimens(name, content)...)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// output is what a command prints.
func output(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s %v: %v", name, args, err)
	}
	return strings.TrimSpace(string(out))
}

// specimens are the encodings in one file.
func specimens(name string, content []byte) []specimen {
	if len(content) > 0 && content[0] == 0x30 {
		return []specimen{{name, "", content}}
	}
	if der, err := base64.StdEncoding.DecodeString(string(bytes.TrimSpace(content))); err == nil && len(der) > 0 {
		return []specimen{{name, "", der}}
	}
	var found []specimen
	rest := bytes.ReplaceAll(content, []byte("`-----BEGIN"), []byte("\n-----BEGIN"))
	for {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			return found
		}
		found = append(found, specimen{name, block.Type, block.Bytes})
	}
}

// TestCorpus reads every specimen as everything. Certificates and lists that
// crypto/x509 reads as well are compared with its reading.
func TestCorpus(t *testing.T) {
	count := map[string]int{}
	for _, s := range corpus(t) {
		count["all"]++
		c := cert.Parse(s.der)
		treeHolds(t, c.Tree)
		faultsLieWithin(t, s.der, c.Faults)
		spansLieWithin(t, s.der, c)
		wholeOrFault(t, s.name, c)
		if sameAsStandardLibrary(t, s.name, c) {
			count["compared"]++
		}
		if s.kind == "CERTIFICATE" {
			count["certificates"]++
		}
		l, o, q := cert.ParseCRL(s.der), cert.ParseOCSP(s.der), cert.ParseRequest(s.der)
		faultsLieWithin(t, s.der, l.Faults)
		faultsLieWithin(t, s.der, o.Faults)
		faultsLieWithin(t, s.der, q.Faults)
		spansLieWithin(t, s.der, l)
		spansLieWithin(t, s.der, o)
		spansLieWithin(t, s.der, q)
		if sameList(t, s.name, l) {
			count["lists compared"]++
		}
		if o.Status == 0 && len(o.Responses) > 0 {
			count["responses"]++
		}
	}
	for what, least := range map[string]int{
		"all": 2100, "certificates": 1550, "compared": 1800, "lists compared": 75, "responses": 25,
	} {
		if count[what] < least {
			t.Errorf("%s: only %d", what, count[what])
		}
	}
	t.Logf("%v", count)
}

// wholeOrFault says that each part of a certificate was read or has a fault.
func wholeOrFault(t *testing.T, name string, c *cert.Certificate) {
	t.Helper()
	if len(c.Tree.Nodes) == 0 {
		t.Errorf("%s: no tree", name)
	}
	for path, read := range map[string]bool{
		"tbsCertificate.serialNumber":       c.SerialNumber.Present,
		"tbsCertificate.signature":          c.TBSSignature.OID != "",
		"tbsCertificate.issuer":             c.Issuer.Present,
		"tbsCertificate.validity.notBefore": c.Validity.NotBefore.OK,
		"tbsCertificate.validity.notAfter":  c.Validity.NotAfter.OK,
		"tbsCertificate.subject":            c.Subject.Present,
		keyPath:                             c.PublicKey.Present && c.PublicKey.Algorithm.OID != "",
		"signatureAlgorithm":                c.SignatureAlgorithm.OID != "",
		"signatureValue":                    c.Signature.Present,
	} {
		if !read && c.Unreadable(path) == nil {
			t.Errorf("%s: %s was not read, and no fault says why", name, path)
		}
	}
	for i := range c.Extensions {
		e := &c.Extensions[i]
		if e.OID == "" && e.Fault == nil {
			t.Errorf("%s: extension %d has neither OID nor fault", name, i)
		}
	}
}

// sameList compares a revocation list with the reading of crypto/x509; it says
// whether that reads the list at all.
func sameList(t *testing.T, name string, c *cert.CRL) bool {
	t.Helper()
	std, err := x509.ParseRevocationList(c.Raw)
	if err != nil {
		return false
	}
	if f := c.Unreadable("certificateList"); f != nil {
		t.Errorf("%s: %+v", name, f)
	}
	if !c.ThisUpdate.Time.Equal(std.ThisUpdate) || c.NextUpdate.OK && !c.NextUpdate.Time.Equal(std.NextUpdate) ||
		!bytes.Equal(c.Issuer.In(c.Raw), std.RawIssuer) || !bytes.Equal(c.Signature.Bytes, std.Signature) || len(c.Extensions) != len(std.Extensions) {
		t.Errorf("%s: %+v", name, c)
	}
	if len(c.Entries) != len(std.RevokedCertificateEntries) {
		t.Errorf("%s: %d entries, crypto/x509 has %d", name, len(c.Entries), len(std.RevokedCertificateEntries))
		return true
	}
	for i, e := range std.RevokedCertificateEntries {
		got := &c.Entries[i]
		if got.SerialNumber.Big().Cmp(e.SerialNumber) != 0 || !got.RevocationDate.Time.Equal(e.RevocationTime) ||
			len(got.Extensions) != len(e.Extensions) || got.ReasonExt != nil && countOID(got.Extensions, cert.OIDReasonCode) == 1 && got.Reason != e.ReasonCode {
			t.Errorf("%s: entry %d: %+v", name, i, got)
		}
	}
	return true
}
