package view

import (
	"testing"

	"sealglass/inspect"
)

// An address goes into a command that people copy.
func TestListAddress(t *testing.T) {
	for address, want := range map[string]bool{
		"http://crl.example.net/issuing-1.crl": true, "https://a.example/%20.crl": true,
		"ldap://a.example/cn=x": false, "http://a.example/;rm": false, "http://a.example/$(x)": false, "http://a.example/x y": false,
		"http://a.example/\nx": false, "http://a.example/`x`": false, "http://a.example/?a&b": false, "httpx|y": false,
	} {
		c := &inspect.CertificateReport{Fields: []inspect.Field{{Path: "tbsCertificate.extensions.cRLDistributionPoints.points[0].fullName[0]", Value: address}}}
		if got := listAddress(c); (got == address) != want {
			t.Errorf("%q: %q", address, got)
		}
	}
}
