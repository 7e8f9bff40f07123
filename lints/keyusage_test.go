package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

const (
	ds    = cert.DigitalSignature
	nr    = cert.NonRepudiation
	ke    = cert.KeyEncipherment
	de    = cert.DataEncipherment
	ka    = cert.KeyAgreement
	eOnly = cert.EncipherOnly
	dOnly = cert.DecipherOnly
)

var keyUsageCases = append([]testCase{
	{
		name: "none", cert: leaf("sponsor", "strict", without(cert.OIDKeyUsage)),
		want: []string{"error key-usage-missing"},
	},
	{
		name: "not critical", cert: leaf("sponsor", "strict", marked(cert.OIDKeyUsage, false)),
		want: []string{"warning key-usage-not-critical", "notice gmail-key-usage-not-critical"},
	},
	{
		name: "no bit", cert: leaf("sponsor", "strict", with(gen.KeyUsage(0))),
		want: []string{"error key-usage-empty"},
	},
	{
		name: "no bit, of a website", cert: based(gen.TLS, with(gen.KeyUsage(0))),
		want: []string{"error key-usage-empty"},
	},
	{
		name: "bit 9", cert: leaf("sponsor", "strict", with(gen.KeyUsage(ds|ke|1<<9))),
		want: []string{"error key-usage-unknown-bit"},
	},
	{
		name: "bit 9 alone", cert: leaf("sponsor", "strict", with(gen.KeyUsage(1<<9))),
		want: []string{"error key-usage-unknown-bit"},
	},
	{
		name: "signs certificates", cert: leaf("sponsor", "strict", with(gen.KeyUsage(ds|ke|cert.KeyCertSign))),
		want: []string{"error key-usage-cert-sign"},
	},
	{
		name: "signs certificates alone", cert: leaf("sponsor", "strict", with(gen.KeyUsage(cert.KeyCertSign))),
		want: []string{"error key-usage-cert-sign"},
	},
	{
		name: "signs certificates, with basicConstraints that say it may not, of a website",
		cert: based(gen.TLS, with(gen.KeyUsage(ds|cert.KeyCertSign), gen.BasicConstraints(false, gen.NoPathLen))),
		want: []string{"error key-usage-cert-sign"},
	},
}, keyUsageTables()...)

// keyUsageTables tries the usages of SBR 7.1.2.3(e) for each kind of key.
func keyUsageTables() []testCase {
	var all []testCase
	try := func(name, generation string, k func() *gen.Key, notices []string, rule string, fits, not []cert.Usage) {
		for i, usages := range [][]cert.Usage{fits, not} {
			for _, u := range usages {
				c := testCase{
					name: name + " " + generation + ", " + usageText(u), want: notices,
					cert: leaf("sponsor", generation, func(c *gen.Cert) {
						c.SetKey(k())
						c.SetExtension(gen.KeyUsage(u))
					}),
				}
				if i == 1 {
					c.want = append([]string{"error " + rule}, notices...)
				}
				all = append(all, c)
			}
		}
	}
	rsa := func() *gen.Key { return gen.RSA(2048) }
	strict := []cert.Usage{ds, ds | nr, ke, ds | ke, ds | ke | nr}
	try("RSA", "strict", rsa, nil, "key-usage-rsa-strict", strict,
		[]cert.Usage{nr, ke | nr, de, ke | de, ds | ke | de, ka, ds | ka, ds | cert.CRLSign, ds | eOnly})
	for _, generation := range []string{"multipurpose", "legacy"} {
		try("RSA", generation, rsa, nil, "key-usage-rsa", append(strict, ke|de, ds|ke|de, ds|ke|nr|de),
			[]cert.Usage{nr, ke | nr, de, ds | de, ka, ds | ke | ka, ds | cert.CRLSign, ke | dOnly})
	}
	ec := func() *gen.Key { return gen.P256("holder") }
	ecNotice := []string{"notice microsoft-ec-key"}
	for _, generation := range gen.Generations {
		try("EC", generation, ec, ecNotice, "key-usage-ec",
			[]cert.Usage{ds, ds | nr, ka, ka | eOnly, ka | dOnly, ds | ka, ds | ka | nr, ds | ka | eOnly, ds | ka | nr | dOnly},
			[]cert.Usage{nr, ka | nr, eOnly, ds | eOnly, ds | dOnly, ke, ds | ke, ka | de, ds | cert.CRLSign, nr | ka | eOnly | dOnly})
		all = append(all, testCase{
			name: "EC " + generation + ", both only bits", cert: leaf("sponsor", generation, withKey(gen.P256("holder")), with(gen.KeyUsage(ka|eOnly|dOnly))),
			want: append([]string{"warning key-usage-ec-both-only"}, ecNotice...),
		})
	}
	signs := []cert.Usage{ds, ds | nr}
	signsNot := []cert.Usage{nr, ka, ds | ke, ds | ka, ds | nr | cert.CRLSign}
	try("Ed25519", "strict", func() *gen.Key { return gen.Ed25519("holder") }, edNotices(), "key-usage-eddsa", signs, signsNot)
	try("Ed448", "multipurpose", gen.Ed448, edNotices(), "key-usage-eddsa", signs, signsNot)
	try("ML-DSA", "strict", func() *gen.Key { return gen.Opaque(cert.OIDMLDSA65) }, pqNotices(), "key-usage-mldsa", signs, signsNot)
	try("ML-KEM", "strict", func() *gen.Key { return gen.Opaque(cert.OIDMLKEM768) }, pqNotices(), "key-usage-mlkem",
		[]cert.Usage{ke}, []cert.Usage{ds, ds | ke, ke | nr, ka, de})
	return all
}
