package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var extKeyUsageCases = []testCase{
	{
		name: "none", cert: leaf("sponsor", "strict", without(cert.OIDExtKeyUsage)),
		want: []string{"error ext-key-usage-missing"},
	},
	{
		name: "clientAuth alone", cert: leaf("sponsor", "multipurpose", purposesOf(cert.OIDClientAuth)),
		want: []string{"error email-protection-missing"},
	},
	{
		name: "serverAuth", cert: leaf("sponsor", "multipurpose", purposesOf(cert.OIDEmailProtection, cert.OIDServerAuth)),
		want: []string{"error ext-key-usage-forbidden"},
	},
	{
		name: "serverAuth in strict", cert: leaf("sponsor", "strict", purposesOf(cert.OIDEmailProtection, cert.OIDServerAuth)),
		want: []string{"error ext-key-usage-forbidden"},
	},
	{
		name: "codeSigning", cert: leaf("sponsor", "legacy", purposesOf(cert.OIDEmailProtection, cert.OIDCodeSigning)),
		want: []string{"error ext-key-usage-forbidden"},
	},
	{
		name: "timeStamping", cert: leaf("sponsor", "multipurpose", purposesOf(cert.OIDEmailProtection, cert.OIDTimeStamping)),
		want: []string{"error ext-key-usage-forbidden"},
	},
	{
		name: "anyExtendedKeyUsage", cert: leaf("sponsor", "multipurpose", purposesOf(cert.OIDEmailProtection, cert.OIDAnyExtendedKeyUsage)),
		want: []string{"error ext-key-usage-forbidden"},
	},
	{
		name: "anyExtendedKeyUsage alone", cert: leaf("sponsor", "multipurpose", purposesOf(cert.OIDAnyExtendedKeyUsage)),
		want: []string{"error ext-key-usage-forbidden"},
	},
	{
		name: "clientAuth in strict", cert: leaf("sponsor", "strict", purposesOf(cert.OIDEmailProtection, cert.OIDClientAuth)),
		want: []string{"error ext-key-usage-strict"},
	},
	{name: "clientAuth in multipurpose", cert: leaf("sponsor", "multipurpose", purposesOf(cert.OIDEmailProtection, cert.OIDClientAuth))},
	{
		name: "smart card logon in multipurpose", cert: leaf("sponsor", "multipurpose", purposesOf(cert.OIDEmailProtection, cert.OIDMSSmartcardLogon)),
		want: []string{"coming ext-key-usage-2027"},
	},
	{
		name: "smart card logon in legacy", cert: leaf("sponsor", "legacy", purposesOf(cert.OIDEmailProtection, cert.OIDMSSmartcardLogon)),
		want: []string{"coming ext-key-usage-2027"},
	},
	{
		name: "a purpose without a name", cert: leaf("sponsor", "multipurpose", purposesOf(cert.OIDEmailProtection, "1.3.6.1.4.1.99999.3")),
		want: []string{"coming ext-key-usage-2027", "notice ext-key-usage-private"},
	},
	{
		name: "a purpose without a name, of an American organization, of a CA", cert: based(gen.SubCA, purposesOf(cert.OIDEmailProtection, "2.16.840.1.999999.3")),
		want: []string{"notice ext-key-usage-private", "coming subca-other-purpose-2027", "coming apple-subca-single-purpose"},
	},
	{name: "a purpose without a name, of a website", cert: based(gen.TLS, purposesOf(cert.OIDServerAuth, "1.3.6.1.4.1.99999.3"))},
	{
		name: "an empty list", cert: leaf("sponsor", "strict", purposesOf()),
		want: []string{"error sequence-empty"},
	},
}

// purposesOf puts these purposes into extKeyUsage.
func purposesOf(purposes ...cert.OID) edit { return with(gen.ExtKeyUsage(purposes...)) }
