package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var caConstraintsCases = []testCase{
	{
		name: "no basicConstraints", cert: based(gen.SubCA, without(cert.OIDBasicConstraints)),
		want: []string{"error ca-basic-constraints-missing"},
	},
	{
		name: "no basicConstraints, of a root", cert: based(gen.Root, without(cert.OIDBasicConstraints)),
		want: []string{"error ca-basic-constraints-missing"},
	},
	{
		name: "no CA by its own words, and yet an issuer", cert: based(gen.SubCA, with(gen.BasicConstraints(false, gen.NoPathLen)), with(gen.Policies(cert.OIDAnyPolicy))),
		issued: issuedOne, around: byIssuance,
		want: []string{"error ca-basic-constraints-not-ca", "notice gmail-subca-path-length"},
	},
	{
		name: "basicConstraints are not critical", cert: based(gen.SubCA, marked(cert.OIDBasicConstraints, false)),
		want: []string{"error ca-basic-constraints-not-critical"},
	},
	{
		name: "basicConstraints of a root are not critical", cert: based(gen.Root, marked(cert.OIDBasicConstraints, false)),
		want: []string{"error ca-basic-constraints-not-critical"},
	},
	{
		name: "a root's path length", cert: based(gen.Root, with(gen.BasicConstraints(true, 3))),
		want: []string{"warning root-path-length"},
	},
	{
		name: "no path length", cert: based(gen.SubCA, with(gen.BasicConstraints(true, gen.NoPathLen))),
		want: []string{"notice gmail-subca-path-length"},
	},
	{
		name: "no keyUsage", cert: based(gen.SubCA, with(gen.BasicConstraints(true, gen.NoPathLen)), without(cert.OIDKeyUsage)),
		want: []string{"error ca-key-usage-missing", "notice gmail-subca-path-length"},
	},
	{
		name: "no keyUsage beside a path length", cert: based(gen.SubCA, without(cert.OIDKeyUsage)),
		want: []string{"error ca-key-usage-missing"},
	},
	{
		name: "no keyUsage, of a root", cert: based(gen.Root, without(cert.OIDKeyUsage)),
		want: []string{"error ca-key-usage-missing"},
	},
	{
		name: "keyUsage is not critical", cert: based(gen.SubCA, marked(cert.OIDKeyUsage, false)),
		want: []string{"error ca-key-usage-not-critical"},
	},
	{
		name: "no cRLSign", cert: based(gen.SubCA, with(gen.KeyUsage(cert.KeyCertSign))),
		want: []string{"error ca-key-usage-bits"},
	},
	{
		name: "no keyCertSign, of a root", cert: based(gen.Root, with(gen.KeyUsage(cert.CRLSign))),
		want: []string{"error ca-key-usage-bits"},
	},
	{
		name: "neither keyCertSign nor cRLSign, of a root", cert: based(gen.Root, with(gen.KeyUsage(cert.DigitalSignature))),
		want: []string{"error ca-key-usage-bits"},
	},
	{name: "digitalSignature beside", cert: based(gen.SubCA, with(gen.KeyUsage(cert.KeyCertSign|cert.CRLSign|cert.DigitalSignature)))},
}

// byIssuance judges the certificate as that of an issuer.
func byIssuance(s *Subject) {
	class := ClassifyIssuer(s.Cert)
	s.Role, s.Profile, s.Generation, s.ProfileFrom = class.Role, class.Profile, class.Generation, class.From
}
