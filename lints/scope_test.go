package lints

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var scopeCases = []testCase{
	{
		name: "of a private CA", cert: leaf("mailbox", "multipurpose", with(gen.Policies("1.3.6.1.4.1.99999.2"))),
		want: []string{"info scope-not-asserted", "error reserved-policy-missing"},
	},
	{
		name: "without policies", cert: leaf("mailbox", "multipurpose", without(cert.OIDCertificatePolicies)),
		want: []string{"info scope-not-asserted", "error policies-missing"},
	},
	{
		name: "CA without purposes", cert: based(gen.SubCA, without(cert.OIDExtKeyUsage), with(gen.Policies(cert.OIDAnyPolicy))),
		want: []string{"info ca-scope-open"},
	},
	{
		name: "CA for anything", cert: based(gen.SubCA, with(gen.ExtKeyUsage(cert.OIDAnyExtendedKeyUsage), gen.Policies(cert.OIDAnyPolicy))),
		want: []string{"info ca-scope-open"},
	},
	{
		name: "CA for websites", cert: based(gen.SubCA, with(gen.ExtKeyUsage(cert.OIDServerAuth), gen.Policies(cert.OIDAnyPolicy))),
	},
	{
		name: "mail server", cert: based(gen.TLS, with(gen.SubjectAltName(gen.DNSName("mail2.example.com")))),
		want: []string{"info mail-server"},
	},
	{
		name: "mail server and client",
		cert: based(gen.TLS, with(gen.SubjectAltName(gen.DNSName("example.com"), gen.DNSName("MX-01.example.com")), gen.ExtKeyUsage(cert.OIDServerAuth, cert.OIDClientAuth))),
		want: []string{"info mail-server"},
	},
}

func TestMailHost(t *testing.T) {
	for host, want := range map[string]bool{
		"mail.example.com": true, "MX10.example.com": true, "smtp-1.example.com": true, "mailchimp.example.com": false,
		"www.example.com": false, "example.com": false, "": false, "10.example.com": false,
	} {
		if mailHost(host) != want {
			t.Errorf("%s: %v", host, !want)
		}
	}
}
