package lints

import "sealglass/cert"

// ccadbRules are those of the CCADB Policy 2.1 (2026-03-20), which Mozilla,
// Google, Microsoft and Apple share.
var ccadbRules = []Rule{
	{
		ID:     "ccadb-cross-certificate-purposes",
		Source: CCADB, Section: "CCADB Policy 6.3", Severity: Notice, From: "2025-06-15",
		Title:       "Cross certificate whose purposes are not those of email alone",
		Explanation: "A cross certificate for a root that serves email only lists email, or email and client login. Whether this root serves email only the certificate does not say.",
		Remedy:      caRemedy,
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When:        func(s *Subject) bool { return s.CrossCertificate },
		Check: func(s *Subject) []Place {
			if missing := absent(s, cert.OIDExtKeyUsage); missing != nil {
				return missing
			}
			return purposesBeside(s, cert.OIDEmailProtection, cert.OIDClientAuth)
		},
	},
}
