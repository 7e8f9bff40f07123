package lints

import "sealglass/testdata/gen"

var versionCases = []testCase{
	{
		name: "v1 by default", cert: leaf("sponsor", "strict", func(c *gen.Cert) { c.Version = nil }),
		want: []string{"error version-not-v3"},
	},
	{
		name: "v1 in so many words", cert: leaf("sponsor", "strict", func(c *gen.Cert) { c.Version = gen.Version(0) }),
		want: []string{"error version-not-v3", "error not-der"},
	},
	{
		name: "v2", cert: based(gen.Root, func(c *gen.Cert) { c.Version = gen.Version(1) }),
		want: []string{"error version-not-v3"},
	},
	{
		name: "v4", cert: leaf("sponsor", "strict", func(c *gen.Cert) { c.Version = gen.Version(3) }),
		want: []string{"error version-not-v3"},
	},
	{
		name: "v259", cert: leaf("sponsor", "strict", func(c *gen.Cert) { c.Version = gen.Version(258) }),
		want: []string{"error version-not-v3"},
	},
	{
		name: "v2 of a website", cert: based(gen.TLS, func(c *gen.Cert) { c.Version = gen.Version(1) }),
	},
}
