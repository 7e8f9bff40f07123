package lints

import "sealglass/testdata/gen"

var issuerNameCases = []testCase{
	{
		name: "empty", cert: leaf("sponsor", "strict", func(c *gen.Cert) { c.Issuer = gen.Name{} }),
		want: []string{"error issuer-empty"},
	},
	{
		name: "empty for a website", cert: based(gen.TLS, func(c *gen.Cert) { c.Issuer = gen.Name{} }),
		want: []string{"error issuer-empty"},
	},
}
