package lints

import (
	"math/big"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

var gmailCases = []testCase{
	{
		name: "RSA of 2560 bits", cert: leaf("sponsor", "strict", withKey(rsa2560())),
		want: []string{"notice gmail-rsa-size"},
	},
	{name: "RSA of 3072 bits", cert: leaf("sponsor", "strict", withKey(gen.RSA(3072)))},
	{
		name: "P-521", cert: leaf("sponsor", "strict", withKey(gen.P521("holder")), with(gen.KeyUsage(cert.DigitalSignature))),
		want: []string{"notice gmail-key-algorithm", "notice microsoft-ec-key"},
	},
	{
		name: "28 months, before the S/MIME rules", cert: leaf("sponsor", "legacy", dated("2021-01-01"), until("2023-05-01")),
		want: []string{"notice gmail-validity"},
	},
	{name: "27 months, before the S/MIME rules", cert: leaf("sponsor", "legacy", dated("2021-01-01"), until("2023-04-01"))},
	{
		name: "a directory name alone", cert: leaf("sponsor", "legacy", dated("2021-01-01"), with(gen.SubjectAltName(gen.SmtpUTF8Mailbox("jürgen@example.com")))),
		want: []string{"notice gmail-no-mailbox", "coming apple-only-smtputf8-mailbox"},
	},
	{
		name: "no address of the issuer's certificate", cert: leaf("sponsor", "strict", with(gen.AuthorityInfoAccess(gen.Access(cert.OIDOCSP, gen.URI(gen.OCSPAddress))))),
		want: []string{"notice gmail-ca-issuers", "warning ca-issuers-missing"},
	},
	{
		name: "key usage that is not critical", cert: leaf("sponsor", "strict", marked(cert.OIDKeyUsage, false)),
		want: []string{"notice gmail-key-usage-not-critical", "warning key-usage-not-critical"},
	},
	{
		name: "CA of 21 years", cert: based(gen.SubCA, until("2045-06-03")),
		want: []string{"notice gmail-subca-validity"},
	},
	{name: "CA of 20 years", cert: based(gen.SubCA, until("2044-06-03"))},
	{
		name: "CA without path length", cert: based(gen.SubCA, with(gen.BasicConstraints(true, gen.NoPathLen))),
		want: []string{"notice gmail-subca-path-length"},
	},
}

// rsa2560 is a key of an unusual size: the modulus of 2048 bits times the largest
// prime of 512 bits.
func rsa2560() *gen.Key {
	prime := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 512), big.NewInt(569))
	return gen.RSAOf(prime.Mul(prime, gen.Modulus(2048)), big.NewInt(65537))
}
