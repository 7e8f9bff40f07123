package lints

import (
	"slices"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// conflicts are certificates that the SBR permit and that someone who relies on
// them doesn't, or will not: what says so, and nothing else is found in them.
var conflicts = []struct {
	name string
	cert func() *gen.Cert
	want []string
}{
	{"curves", leaf("sponsor", "strict", withKey(gen.P521("holder")), with(gen.KeyUsage(cert.DigitalSignature))), []string{"gmail-key-algorithm", "microsoft-ec-key"}},
	{
		"EdDSA", leaf("sponsor", "strict", withKey(gen.Ed25519("holder")), with(gen.KeyUsage(cert.DigitalSignature))),
		[]string{"mozilla-eddsa", "gmail-key-algorithm", "microsoft-key-algorithm"},
	},
	{
		"post-quantum keys", leaf("sponsor", "strict", withKey(gen.Opaque(cert.OIDMLDSA65)), with(gen.KeyUsage(cert.DigitalSignature))),
		[]string{"mozilla-key-algorithm", "apple-pqc", "gmail-key-algorithm", "microsoft-key-algorithm"},
	},
	{
		"international mailboxes alone", leaf("sponsor", "strict", with(gen.SubjectAltName(gen.SmtpUTF8Mailbox("jürgen@example.com")))),
		[]string{"apple-only-smtputf8-mailbox", "apple-no-rfc822-name-2022", "gmail-no-mailbox"},
	},
	{
		"email without a mailbox", based(gen.CodeSigning, with(gen.ExtKeyUsage(cert.OIDEmailProtection))),
		[]string{"apple-no-mailbox", "draft-scope-by-purpose"},
	},
	{
		"documents beside email", leaf("sponsor", "multipurpose", with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDMSDocumentSigning))),
		[]string{"ext-key-usage-2027", "microsoft-document-signing"},
	},
	{
		"smart cards beside email", leaf("sponsor", "multipurpose", with(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDMSSmartcardLogon))),
		[]string{"ext-key-usage-2027"},
	},
	{"no path length", based(gen.SubCA, with(gen.BasicConstraints(true, gen.NoPathLen))), []string{"gmail-subca-path-length"}},
}

// Each of them is no error, and ends in one sentence that says what to do.
func TestConflictsSayWhatToDo(t *testing.T) {
	for _, c := range conflicts {
		tried := testCase{cert: c.cert}
		var found []string
		for _, f := range Run(tried.subject(), Catalogue()).Findings {
			found = append(found, f.Rule)
			if f.Severity == Error || f.Severity == Warning {
				t.Errorf("%s: %s is a fault of the issuer", c.name, f.Rule)
			}
			if strings.Count(f.Remedy, ". ") > 0 || !strings.HasSuffix(f.Remedy, ".") {
				t.Errorf("%s: the remedy of %s is not one sentence: %s", c.name, f.Rule, f.Remedy)
			}
		}
		slices.Sort(found)
		slices.Sort(c.want)
		if !slices.Equal(found, c.want) {
			t.Errorf("%s: %v, not %v", c.name, found, c.want)
		}
	}
}
