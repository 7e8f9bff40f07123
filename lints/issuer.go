package lints

import (
	"bytes"

	"sealglass/cert"
)

// issuerRules are those that need the certificate of the issuer, whose key
// verified the signature (SBR 6.1.7, 7.1.2.1 e, 7.1.2.2 i, 7.1.4.1,
// 7.1.5, 7.1.6.3, appendix B).
var issuerRules = []Rule{
	{
		ID:           "issuer-name-differs",
		Requirements: []string{"SBR-7.1.4.1-1"},
		Source:       SBR, Section: "7.1.4.1", Severity: Error, From: sbrStart,
		Title:       "Issuer name is written differently from the issuer's own",
		Explanation: "The two names read alike but differ in their bytes. Programs that compare bytes do not find the issuer and report a broken chain.",
		Remedy:      askIssuer,
		Quote:       "the encoded content of the Issuer Distinguished Name field of a Certificate SHALL be byte-for-byte identical with the encoded form of the Subject Distinguished Name field of the Issuing CA Certificate",
		Roles:       AnyCert,
		Parts:       []Part{PartIssuer},
		NeedsIssuer: true,
		Check: func(s *Subject) []Place {
			c, ca := s.Cert, s.Issuer
			if bytes.Equal(c.Issuer.In(c.Raw), ca.Subject.In(ca.Raw)) || !c.Issuer.Equal(&ca.Subject) {
				return nil
			}
			return at(string(PartIssuer), c.Issuer.Span, "other bytes than the issuer's subject")
		},
	},
	{
		ID:           "authority-key-identifier-mismatch",
		Requirements: []string{"SBR-7.1.2.1-e-3", "SBR-7.1.2.2-i-3"},
		Source:       SBR, Section: "7.1.2.1(e), 7.1.2.2(i)", Severity: Error, From: sbrStart,
		Title:       "The key identifier given for the issuer is not the issuer's",
		Explanation: "Programs find the issuer by this identifier. It names another key than the one that signed, so they may look for a certificate that does not exist.",
		Remedy:      askIssuer,
		Quote:       "It SHALL contain a value that is included in the keyIdentifier field of the authorityKeyIdentifier extension in Certificates issued by the Subordinate CA.",
		Roles:       AnyCert,
		Parts:       []Part{PartAuthorityKeyID},
		NeedsIssuer: true,
		When: func(s *Subject) bool {
			return s.Cert.AuthorityKeyID != nil && s.Cert.AuthorityKeyID.KeyID != nil && s.Issuer.SubjectKeyID != nil
		},
		Check: func(s *Subject) []Place {
			a := s.Cert.AuthorityKeyID
			if bytes.Equal(a.KeyID, s.Issuer.SubjectKeyID.KeyID) {
				return nil
			}
			return at(extensionPath(a.Extension), a.KeyIDSpan, "another key identifier than the issuer's")
		},
	},
	{
		ID:           "signature-hash-for-curve",
		Requirements: []string{"SBR-7.1.3.2-ecdsa-p256", "SBR-7.1.3.2-ecdsa-p384", "SBR-7.1.3.2-ecdsa-p521"},
		Source:       SBR, Section: "7.1.3.2.2", Severity: Error, From: sbrStart,
		Title:       "Signature's hash does not belong to the issuer's curve",
		Explanation: "Each curve has its hash: P-256 SHA-256, P-384 SHA-384, P-521 SHA-512. Programs that insist on the pair reject another one.",
		Remedy:      askIssuer,
		Quote:       "If the signing key is P-256, the signature SHALL use ECDSA with SHA-256.",
		Roles:       AnyCert | OCSPResponder,
		Parts:       []Part{PartSignature},
		NeedsIssuer: true,
		When:        func(s *Subject) bool { return curveSignature(s.Issuer.PublicKey.Curve) != "" },
		Check: func(s *Subject) []Place {
			a := &s.Cert.SignatureAlgorithm
			raw := string(a.In(s.Cert.Raw))
			// Other algorithms than ECDSA with SHA-2 break another rule.
			if raw == curveSignature(s.Issuer.PublicKey.Curve) || raw != sigECDSASHA256 && raw != sigECDSASHA384 && raw != sigECDSASHA512 {
				return nil
			}
			return at(string(PartSignature), a.Span, label(a.OID)+", issuer's key: "+s.Issuer.PublicKey.Name)
		},
	},
	{
		ID:           "issued-by-root",
		Requirements: []string{"SBR-6.1.7-1"},
		Source:       SBR, Section: "6.1.7", Severity: Error, From: sbrStart,
		Title:       "Certificate was signed by a root key",
		Explanation: "Root keys are kept offline and sign other CAs only. Several mail programs reject an email certificate that comes straight from a root.",
		Remedy:      askIssuer,
		Quote:       "Private Keys corresponding to Root CA Certificates SHALL NOT be used to sign Certificates",
		NeedsIssuer: true,
		When:        func(s *Subject) bool { return !selfIssuedRoot(s.Cert) },
		Check: func(s *Subject) []Place {
			if !s.IssuerIsKnownRoot {
				return nil
			}
			return at(string(PartIssuer), s.Cert.Issuer.Span, "a root of Mozilla's list")
		},
	},
	{
		ID:           "issued-by-unknown-root",
		Requirements: []string{"SBR-6.1.7-1"},
		Source:       SBR, Section: "6.1.7", Severity: Notice, From: sbrStart,
		Title:       "Certificate was signed by a root that is in no list here",
		Explanation: "The issuer signed its own certificate and is not in Mozilla's list of roots for email: it may be a private CA, to which the rule does not apply.",
		Remedy:      "Ask your IT desk whether your organization runs its own CA. If it does, nothing is wrong with this.",
		Quote:       "Private Keys corresponding to Root CA Certificates SHALL NOT be used to sign Certificates",
		NeedsIssuer: true,
		When:        func(s *Subject) bool { return !selfIssuedRoot(s.Cert) && !s.IssuerIsKnownRoot },
		Check: func(s *Subject) []Place {
			if !selfIssuedRoot(s.Issuer) {
				return nil
			}
			return at(string(PartIssuer), s.Cert.Issuer.Span, "a self-signed issuer")
		},
	},
	{
		ID:           "issuer-before-smime-rules",
		Requirements: []string{"SBR-B-1", "SBR-B-2", "SBR-1.6.1-extant"},
		Source:       SBR, Section: "Appendix B", Severity: Warning, From: "2024-09-15",
		Title:       "Issuer's certificate is older than the S/MIME rules",
		Explanation: "Since 15 September 2024 email certificates have to come from CAs that follow the S/MIME rules. The CA certificate supplied here dates from before and does not. A newer one with the same key may exist.",
		Remedy:      "Ask the issuer for its newer CA certificate and drop it here together with yours.",
		Quote:       "all newly-issued Publicly-Trusted end entity S/MIME Certificates SHALL be issued from S/MIME Subordinate CAs that are compliant with these Requirements",
		NeedsIssuer: true,
		Check: func(s *Subject) []Place {
			ca := s.Issuer
			nb := ca.Validity.NotBefore
			if selfIssuedRoot(ca) || !nb.OK || day(nb.Time) >= sbrStart || meetsPurposes(ca) {
				return nil
			}
			return at(string(PartIssuer), s.Cert.Issuer.Span, "issuer's certificate of "+string(day(nb.Time)))
		},
	},
	{
		ID:           "policy-not-in-issuer",
		Requirements: []string{"SBR-7.1.6.3-4"},
		Source:       SBR, Section: "7.1.6.3, 7.1.6.4", Severity: Notice, From: sbrStart,
		Title:       "Issuer's certificate does not list this certificate's policy",
		Explanation: "Programs that ask for the S/MIME policy along the whole chain do not find it in the issuer's certificate.",
		Remedy:      "Ask the issuer for its CA certificate that lists this policy, and drop it here together with yours.",
		Quote:       "explicit policy identifiers defined in Section 7.1.6.1 that indicate the Subordinate CA's adherence",
		Parts:       []Part{PartPolicies},
		NeedsIssuer: true,
		When: func(s *Subject) bool {
			ca := s.Issuer
			return ca.Policies != nil && ca.PolicyMappings == nil && !selfIssuedRoot(ca) &&
				ca.Validity.NotBefore.OK && day(ca.Validity.NotBefore.Time) >= sbrStart
		},
		Check: func(s *Subject) []Place {
			if hasPolicy(s.Issuer, cert.OIDAnyPolicy) {
				return nil
			}
			var places []Place
			for _, p := range reservedPolicies(s.Cert) {
				if !hasPolicy(s.Issuer, p.ID) {
					places = append(places, Place{Path: extensionPath(s.Cert.Policies.Extension), Span: p.Span, Got: string(p.ID)})
				}
			}
			return places
		},
	},
	{
		ID:           "name-outside-issuer-constraints",
		Requirements: []string{"SBR-7.1.5-5"},
		Source:       RFC5280, Section: "RFC 5280 4.2.1.10", Severity: Error, From: rfc5280Start,
		Title:       "A name is outside what the issuer may certify",
		Explanation: "The issuer's certificate limits it to certain mail domains or organizations. Mail programs reject a certificate with a name outside of them.",
		Remedy:      askIssuer,
		Quote:       "a name space within which all subject names in subsequent certificates in a certification path MUST be located",
		Roles:       AnyCert,
		Parts:       []Part{PartSubject, PartSubjectAltName},
		NeedsIssuer: true,
		When:        func(s *Subject) bool { return s.Issuer.NameConstraints != nil },
		Check: func(s *Subject) []Place {
			var places []Place
			outside, _ := s.Issuer.NameConstraints.Outside(s.Cert)
			for _, o := range outside {
				places = append(places, Place{Path: string(PartSubject), Span: o.Span, Got: o.Text})
			}
			return places
		},
	},
}

// curveSignature is the AlgorithmIdentifier that SBR 7.1.3.2.2 asks for with a
// signing key on that curve, empty for other curves.
func curveSignature(curve cert.OID) string {
	switch curve {
	case cert.OIDP256:
		return sigECDSASHA256
	case cert.OIDP384:
		return sigECDSASHA384
	case cert.OIDP521:
		return sigECDSASHA512
	}
	return ""
}

// meetsPurposes says whether an older CA certificate already meets what the SBR
// ask of its purposes and policies (SBR 1.6.1, Extant S/MIME CA).
func meetsPurposes(ca *cert.Certificate) bool {
	e := ca.ExtKeyUsage
	return e.Has(cert.OIDEmailProtection) && !e.Has(cert.OIDAnyExtendedKeyUsage) && !e.Has(cert.OIDServerAuth) &&
		!e.Has(cert.OIDCodeSigning) && !e.Has(cert.OIDTimeStamping) &&
		(len(reservedPolicies(ca)) > 0 || hasPolicy(ca, cert.OIDAnyPolicy))
}
