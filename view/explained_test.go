package view

import (
	"testing"

	"sealglass/inspect"
)

func TestExplained(t *testing.T) {
	w := ParseWords("explained.sponsor\ta person\nexplained.register\ta register\nexplained.qualified\tqualified\n")
	for _, test := range []struct{ path, value, want string }{
		{"tbsCertificate.extensions.certificatePolicies.policies[0]", "sponsor-validated-strict (2.23.140.1.5.3.3)", "a person"},
		{"tbsCertificate.extensions.certificatePolicies.policies[0]", "1.2.3.4", ""},
		{"tbsCertificate.subject.rdn[2].organizationIdentifier", "NTRDE-HRB1", "a register"},
		{"tbsCertificate.subject.rdn[2].commonName", "NTRDE-HRB1", ""},
		{"tbsCertificate.extensions.qcStatements.statements[0]", "qcCompliance (0.4.0.1862.1.1)", "qualified"},
	} {
		got := ""
		for _, n := range explained(&inspect.Field{Path: test.path, Value: test.value}, w) {
			got += n.Fills[0].Text
		}
		if got != test.want {
			t.Errorf("%s %s: %q, want %q", test.path, test.value, got, test.want)
		}
	}
}
