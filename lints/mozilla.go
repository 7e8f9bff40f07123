package lints

import "sealglass/cert"

// mozillaRules are those of the Mozilla Root Store Policy 3.1 (effective
// 2026-07-01), which Thunderbird follows. Rules that say the same as the SBR
// are left to the SBR's.
var mozillaRules = []Rule{
	{
		ID:     "mozilla-key-algorithm",
		Source: Mozilla, Section: "Mozilla Root Store Policy 5.1", Severity: Notice,
		Title:       "Key of a kind that Mozilla's list does not name",
		Explanation: "Mozilla accepts RSA and the curves P-256, P-384 and P-521. Post-quantum keys, which the S/MIME rules allow, are not among them, so Thunderbird may not use this certificate.",
		Remedy:      "Keep a certificate with an ordinary key for people who use Thunderbird.",
		Roles:       AnyCert,
		Parts:       []Part{partKeyAlgorithm},
		Check:       keyWhere(postQuantum),
	},
	{
		ID:     "mozilla-eddsa",
		Source: Mozilla, Section: "Mozilla Root Store Policy 5.1", Severity: Notice,
		Title:       "Ed25519 and Ed448 keys are allowed by Mozilla, not supported",
		Explanation: "Mozilla does not forbid these keys in certificates for email, and says that its programs do not support them at present.",
		Remedy:      "If a mail program does not accept the certificate, ask the issuer for one with an RSA or P-256 key.",
		Quote:       "not prohibited, but not currently supported",
		Roles:       AnyCert,
		Parts:       []Part{partKeyAlgorithm},
		Check: keyWhere(func(s *Subject) bool {
			return s.Cert.PublicKey.Type == cert.Ed25519Key || s.Cert.PublicKey.Type == cert.Ed448Key
		}),
	},
	{
		ID:     "mozilla-sha1",
		Source: Mozilla, Section: "Mozilla Root Store Policy 5.1.3", Severity: Notice, From: "2022-07-01", Until: sbrStart,
		Title:       "Signed with SHA-1 after Mozilla had ended it",
		Explanation: "SHA-1 signatures can be forged. Since 1 July 2022 Mozilla allows none on certificates for email.",
		Remedy:      askIssuer,
		Parts:       []Part{PartSignature},
		When:        protectsEmail,
		Check: func(s *Subject) []Place {
			if !sha1Inside(&s.Cert.SignatureAlgorithm) {
				return nil
			}
			return at(string(PartSignature), s.Cert.SignatureAlgorithm.Span, label(s.Cert.SignatureAlgorithm.OID))
		},
	},
	{
		ID:     "mozilla-sha1-ca",
		Source: Mozilla, Section: "Mozilla Root Store Policy 5.1.3", Severity: Notice, From: "2023-07-01", Until: sbrStart,
		Title:       "CA certificate signed with SHA-1 after Mozilla had ended it",
		Explanation: "SHA-1 signatures can be forged. Since 1 July 2023 Mozilla allows none on CA certificates for email.",
		Remedy:      caRemedy,
		Roles:       SubCA,
		Parts:       []Part{PartSignature},
		Check: func(s *Subject) []Place {
			if !sha1Inside(&s.Cert.SignatureAlgorithm) {
				return nil
			}
			return at(string(PartSignature), s.Cert.SignatureAlgorithm.Span, label(s.Cert.SignatureAlgorithm.OID))
		},
	},
	{
		ID:     "mozilla-subca-purposes",
		Source: Mozilla, Section: "Mozilla Root Store Policy 5.3", Severity: Notice, From: "2019-01-01",
		Title:       "CA certificate with open or mixed purposes (Mozilla)",
		Explanation: "Mozilla asks CA certificates made since 2019 to list their purposes, and not to join email with websites. Cross certificates that share a root's key are exempt, and one certificate does not show whether it is one.",
		Remedy:      caRemedy,
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When:        func(s *Subject) bool { return !s.CrossCertificate },
		Check: func(s *Subject) []Place {
			if missing := absent(s, cert.OIDExtKeyUsage); missing != nil {
				return missing
			}
			e := s.Cert.ExtKeyUsage
			if e.Has(cert.OIDEmailProtection) && e.Has(cert.OIDServerAuth) {
				return listed(e, cert.OIDServerAuth, cert.OIDAnyExtendedKeyUsage)
			}
			return listed(e, cert.OIDAnyExtendedKeyUsage)
		},
		ZLint: []string{"n_mp_allowed_eku"},
	},
	{
		ID:     "mozilla-root-age",
		Source: Mozilla, Section: "Mozilla Root Store Policy 7.4", Severity: Notice,
		Title:       "Root is more than 18 years old",
		Explanation: "Mozilla ends the use of a root for email 18 years after its key was made. The day is counted here from the root certificate's start, which can be later than the key's.",
		Remedy:      "Nothing to do for people with certificates: the CA moves to another root.",
		Roles:       Root,
		Parts:       []Part{PartValidity},
		When:        func(s *Subject) bool { return s.Cert.Validity.NotBefore.OK },
		Check: func(s *Subject) []Place {
			nb := s.Cert.Validity.NotBefore
			if s.Now.Before(nb.Time.AddDate(18, 0, 0)) {
				return nil
			}
			return at(string(PartValidity)+".notBefore", nb.Span, string(day(nb.Time)))
		},
	},
}
