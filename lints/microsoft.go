package lints

import "sealglass/cert"

// microsoftRules are those of the Microsoft Trusted Root Program Requirements
// 1.2 (effective 2026-05-20), which Outlook on Windows follows. Rules that say
// the same as the SBR are left to the SBR's.
var microsoftRules = []Rule{
	{
		ID:     "microsoft-ec-key",
		Source: Microsoft, Section: "Microsoft Trusted Root Program Requirements 3.1.20", Severity: Notice,
		Title:       "Elliptic-curve key: parts of Windows may not support it",
		Explanation: "Microsoft notes that some Windows features do not support such keys and recommends that issuers do not use them for people's certificates.",
		Remedy:      "If Outlook does not offer the certificate, ask the issuer for one with an RSA key.",
		Parts:       []Part{partKeyAlgorithm},
		Check:       keyWhere(func(s *Subject) bool { return s.Cert.PublicKey.Type == cert.ECKey }),
	},
	{
		ID:     "microsoft-key-algorithm",
		Source: Microsoft, Section: "Microsoft Trusted Root Program Requirements 3.1.20", Severity: Notice,
		Title:       "Key of a kind that Microsoft's program does not name",
		Explanation: "Microsoft names RSA and the curves P-256, P-384 and P-521. Outlook may not use a certificate with another kind of key.",
		Remedy:      "Keep a certificate with an RSA key for people who use Outlook.",
		Roles:       AnyCert,
		Parts:       []Part{partKeyAlgorithm},
		Check: keyWhere(func(s *Subject) bool {
			t := s.Cert.PublicKey.Type
			return t != cert.RSAKey && t != cert.ECKey
		}),
	},
	{
		ID:     "microsoft-document-signing",
		Source: Microsoft, Section: "Microsoft Trusted Root Program Requirements 3.4.2", Severity: Notice, From: "2027-07-01",
		Title:       "Email and document signing in one certificate",
		Explanation: "From 1 July 2027 Microsoft no longer permits new certificates for email to be for signing documents as well.",
		Remedy:      "Plan for two certificates at the next renewal: one for email, one for documents.",
		Roles:       Subscriber | SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When:        protectsEmail,
		Check: func(s *Subject) []Place {
			return listed(s.Cert.ExtKeyUsage, cert.OIDMSDocumentSigning)
		},
	},
	{
		ID:     "microsoft-subca-purposes",
		Source: Microsoft, Section: "Microsoft Trusted Root Program Requirements 3.1.13", Severity: Notice,
		Title:       "CA certificate joins email with websites (Microsoft)",
		Explanation: "Microsoft asks for a CA of its own for each of email, websites, code and time stamps.",
		Remedy:      caRemedy,
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When:        protectsEmail,
		Check: func(s *Subject) []Place {
			return listed(s.Cert.ExtKeyUsage, cert.OIDServerAuth)
		},
	},
	{
		ID:     "microsoft-responder-purposes",
		Source: Microsoft, Section: "Microsoft Trusted Root Program Requirements 3.1.18", Severity: Notice,
		Title:       "OCSP responder lists a purpose beside its own (Microsoft)",
		Explanation: "Microsoft asks certificates that sign answers about revocation to be for nothing else.",
		Remedy:      caRemedy,
		Roles:       OCSPResponder,
		Parts:       []Part{PartExtKeyUsage},
		Check:       func(s *Subject) []Place { return purposesBeside(s, cert.OIDOCSPSigning) },
	},
	{
		ID:     "microsoft-root-validity",
		Source: Microsoft, Section: "Microsoft Trusted Root Program Requirements 3.1.8", Severity: Notice, From: "2026-07-01",
		Title:       "New root runs longer than ten years (Microsoft)",
		Explanation: "Roots made since July 2026 may run at most ten years from the day they are submitted to Microsoft, which the certificate does not show.",
		Remedy:      "Nothing to do for people with certificates. The CA's operator plans the root's end.",
		Roles:       Root,
		Parts:       []Part{PartValidity},
		When:        timesReadable,
		Check:       runsBeyond(10, 0),
	},
}
