package lints

var issuerNameRules = []Rule{{
	ID:           "issuer-empty",
	Requirements: []string{"SBR-5280-03"},
	Source:       RFC5280, Section: "RFC 5280 4.1.2.4", Severity: Error,
	Title: "The issuer's name is empty",
	Explanation: "Programs find the issuer's own certificate by this name. " +
		"Without it they cannot check whether the certificate is genuine.",
	Remedy: askIssuer,
	Quote:  "The issuer field MUST contain a non-empty distinguished name (DN).",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartIssuer},
	Check: issuerEmpty,
	ZLint: []string{"e_issuer_field_empty"},
}}

func issuerEmpty(s *Subject) []Place {
	if len(s.Cert.Issuer.RDNs) > 0 {
		return nil
	}
	return at(string(PartIssuer), s.Cert.Issuer.Span, "empty")
}
