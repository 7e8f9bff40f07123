package lints

import "testing"

func TestSchemeOf(t *testing.T) {
	for uri, want := range map[string]string{
		"http://a": "http", "HTTPS://a": "HTTPS", "a+b-c.d9:x": "a+b-c.d9", "z:": "z", "h0:": "h0", "h9:": "h9", "Z:": "Z",
		"": "", "http": "", ":a": "", "9a:b": "", "+a:b": "", "a b:c": "", "a/b:c": "", "@a:": "", "[a:": "", "a{:b": "", "a`:b": "",
	} {
		if got := schemeOf(uri); got != want {
			t.Errorf("%q: %q, not %q", uri, got, want)
		}
	}
}

func TestHasHost(t *testing.T) {
	for uri, want := range map[string]bool{
		"ldap://a": true, "ldap://a/b": true, "http://[::1]/": true,
		"": false, "ldap:": false, "ldap://": false, "ldap:///b": false, "ldap://?a": false, "ldap://#a": false, "ldap://:389": false,
	} {
		if got := hasHost(uri); got != want {
			t.Errorf("%q: %v", uri, got)
		}
	}
}
