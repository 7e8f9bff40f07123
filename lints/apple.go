package lints

import (
	"bytes"

	"sealglass/cert"
)

// appleRules are those of the Apple Root Program Policy 2.0 (effective
// 2026-08-01). It is enforced at 00:00:00 UTC of each date.
var appleRules = []Rule{
	{
		ID:     "apple-no-mailbox",
		Source: Apple, Section: "Apple Root Program Policy 2.3", Severity: Error, From: "2027-02-01",
		Title:       "Email certificate without an email address in its alternative names",
		Explanation: "From 1 February 2027 Apple asks every new certificate for email to name an address. Apple Mail may reject one that doesn't.",
		Remedy:      askIssuer,
		Quote:       "all newly signed Subscriber certificates that contain the id-kp-emailProtection EKU MUST include at least one rfc822Name",
		Roles:       Subscriber | OtherRole,
		Parts:       []Part{PartExtKeyUsage, PartSubjectAltName},
		When:        protectsEmail,
		Check: func(s *Subject) []Place {
			if hasMailbox(s.Cert) {
				return nil
			}
			return at(string(PartExtensions), s.Cert.ExtensionsSpan, "no email address in subjectAltName")
		},
	},
	{
		ID:     "apple-only-smtputf8-mailbox",
		Source: Apple, Section: "Apple Root Program Policy 2.3", Severity: Notice, From: "2027-02-01",
		Title:       "All its addresses are of the international kind",
		Explanation: "From 1 February 2027 Apple asks for at least one address of the ordinary kind (rfc822Name). A draft of that policy also accepted the international kind (SmtpUTF8Mailbox), so this may still change.",
		Remedy:      "If you write with people who use Apple Mail, ask the issuer for a certificate that also names an address without special characters.",
		Quote:       "MUST include at least one rfc822Name",
		Parts:       []Part{PartExtKeyUsage, PartSubjectAltName},
		When:        protectsEmail,
		Check: func(s *Subject) []Place {
			if s.Cert.SubjectAltName == nil || !hasMailbox(s.Cert) || hasNameOf(s.Cert, cert.RFC822Name) {
				return nil
			}
			return atExtension(s.Cert.SubjectAltName.Extension, "no rfc822Name")
		},
	},
	{
		ID:     "apple-validity-2022",
		Source: Apple, Section: "Apple Root Program Policy 1.0", Severity: Notice, From: "2022-04-01", Until: sbrStart,
		Title:       "Runs longer than the 1185 days that Apple accepted",
		Explanation: "Apple accepted no email certificate with a longer validity that was issued since April 2022. The S/MIME rules have limits of their own since September 2023.",
		Remedy:      askIssuer,
		Roles:       Subscriber,
		Parts:       []Part{PartExtKeyUsage, PartValidity},
		When:        func(s *Subject) bool { return protectsEmail(s) && timesReadable(s) },
		Check:       legacyValidityTooLong, // 1185 days as well
	},
	{
		ID:     "apple-no-rfc822-name-2022",
		Source: Apple, Section: "Apple Root Program Policy 1.0", Severity: Notice, From: "2022-04-01", Until: "2026-08-01",
		Title:       "No email address of the ordinary kind, which Apple asked for",
		Explanation: "From April 2022 to July 2026 Apple asked for an address of the ordinary kind (rfc822Name) in email certificates. Apple Mail may not find the address of this one.",
		Remedy:      "If you write with people who use Apple Mail, ask the issuer for a certificate that also names an address without special characters.",
		Roles:       Subscriber,
		Parts:       []Part{PartExtKeyUsage, PartSubjectAltName},
		When:        func(s *Subject) bool { return protectsEmail(s) && sanPresent(s) && hasMailbox(s.Cert) },
		Check: func(s *Subject) []Place {
			if hasNameOf(s.Cert, cert.RFC822Name) {
				return nil
			}
			return atExtension(s.Cert.SubjectAltName.Extension, "no rfc822Name")
		},
	},
	{
		ID:     "apple-root-key",
		Source: Apple, Section: "Apple Root Program Policy 1.5", Severity: Notice, From: "2026-08-01",
		Title:       "Root key shorter than Apple takes for new roots",
		Explanation: "Apple's program takes new roots with RSA keys of at least 4096 bits or elliptic curve keys of at least 384 bits.",
		Remedy:      "Nothing to do for people with certificates. The CA's operator plans a root with a longer key.",
		Roles:       Root,
		Parts:       []Part{PartPublicKey},
		Check: keyWhere(func(s *Subject) bool {
			k := &s.Cert.PublicKey
			return k.Type == cert.RSAKey && k.Size < 4096 || k.Type == cert.ECKey && k.Size < 384
		}),
	},
	{
		ID:     "apple-subca-purposes",
		Source: Apple, Section: "Apple Root Program Policy 1.7", Severity: Notice, From: "2026-08-01",
		Title:       "CA certificate without purposes, or for any purpose (Apple)",
		Explanation: "Apple asks CA certificates signed since 1 August 2026 to list their purposes. Apple's programs may reject what comes from this CA.",
		Remedy:      caRemedy,
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		Check: func(s *Subject) []Place {
			if missing := absent(s, cert.OIDExtKeyUsage); missing != nil {
				return missing
			}
			return listed(s.Cert.ExtKeyUsage, cert.OIDAnyExtendedKeyUsage)
		},
	},
	{
		ID:     "apple-subca-single-purpose",
		Source: Apple, Section: "Apple Root Program Policy 1.7, Appendix A", Severity: Notice, From: "2027-07-01",
		Title:       "CA for email lists other purposes as well (Apple)",
		Explanation: "For CA certificates signed from 1 July 2027 Apple accepts email alone, or email and client login.",
		Remedy:      "Nothing to do for people with certificates. The CA's operator plans a new CA certificate.",
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage},
		When:        protectsEmail,
		Check: func(s *Subject) []Place {
			return purposesBeside(s, cert.OIDEmailProtection, cert.OIDClientAuth)
		},
	},
	{
		ID:     "apple-subca-shared-key",
		Source: Apple, Section: "Apple Root Program Policy 2.1.3", Severity: Notice, From: "2026-08-01",
		Title:       "CA for email shares its key with a CA for something else (Apple)",
		Explanation: "Below a root of one purpose Apple does not want one key in CA certificates of different purposes. Whether the root has one purpose these certificates do not show.",
		Remedy:      "Nothing to do for people with certificates. The CA's operator plans a key of its own for email.",
		Roles:       SubCA,
		Parts:       []Part{PartExtKeyUsage, PartPublicKey},
		When:        func(s *Subject) bool { return protectsEmail(s) && len(s.Beside) > 0 },
		Check: keyWhere(func(s *Subject) bool {
			key := s.Cert.PublicKey.In(s.Cert.Raw)
			for _, other := range s.Beside {
				if isCA(other) && other.ExtKeyUsage != nil && !other.ExtKeyUsage.Has(cert.OIDEmailProtection) &&
					bytes.Equal(key, other.PublicKey.In(other.Raw)) {
					return true
				}
			}
			return false
		}),
	},
	{
		ID:     "apple-pqc",
		Source: Apple, Section: "S/MIME working group minutes of 2025-05-21", Severity: Notice, From: "2025-08-22",
		Title:       "Post-quantum key that Apple's program did not accept so far",
		Explanation: "Apple told the S/MIME working group in May 2025 that its program does not allow post-quantum algorithms. Whether that changed since was not checked.",
		Remedy:      "Keep a certificate with an ordinary key for people who use Apple Mail.",
		Roles:       AnyCert,
		Parts:       []Part{partKeyAlgorithm},
		Check:       keyWhere(postQuantum),
	},
}

// protectsEmail says that emailProtection is among the purposes.
func protectsEmail(s *Subject) bool { return s.Cert.ExtKeyUsage.Has(cert.OIDEmailProtection) }

// postQuantum says that the key is one of FIPS 203, 204 or 205.
func postQuantum(s *Subject) bool {
	switch s.Cert.PublicKey.Type {
	case cert.MLDSAKey, cert.MLKEMKey, cert.SLHDSAKey:
		return true
	}
	return false
}

// keyWhere is the check whether the public key is one of those that are meant.
func keyWhere(meant func(*Subject) bool) func(*Subject) []Place {
	return func(s *Subject) []Place {
		if !meant(s) {
			return nil
		}
		return at(string(PartPublicKey), s.Cert.PublicKey.Span, s.Cert.PublicKey.Name)
	}
}

// hasNameOf says whether the subjectAltName holds a name of that form.
func hasNameOf(c *cert.Certificate, kind cert.NameKind) bool {
	if c.SubjectAltName == nil {
		return false
	}
	for i := range c.SubjectAltName.Names {
		if c.SubjectAltName.Names[i].Kind == kind {
			return true
		}
	}
	return false
}
