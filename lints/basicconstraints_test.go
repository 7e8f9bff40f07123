package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var basicConstraintsCases = []testCase{
	{name: "says that it is no CA", cert: leaf("sponsor", "strict", with(gen.BasicConstraints(false, gen.NoPathLen)))},
	{
		name: "claims to be a CA", cert: leaf("sponsor", "strict", with(gen.BasicConstraints(true, gen.NoPathLen))),
		want: []string{"error subscriber-is-ca"},
	},
	{
		name: "claims to be a CA and has a path length", cert: leaf("sponsor", "strict", with(gen.BasicConstraints(true, 0))),
		want: []string{"error subscriber-is-ca", "error path-length-without-ca"},
	},
	{
		name: "a path length", cert: leaf("sponsor", "strict", with(gen.BasicConstraints(false, 0))),
		want: []string{"error path-length-without-ca"},
	},
	{
		name: "a path length of a website", cert: based(gen.TLS, with(gen.BasicConstraints(false, 0))),
		want: []string{"error path-length-without-ca"},
	},
	{
		name: "a negative path length", cert: based(gen.SubCA, withValue(cert.OIDBasicConstraints, gen.Sequence(gen.Bool(true), gen.Integer(-1)))),
		want: []string{"error path-length-negative"},
	},
}
