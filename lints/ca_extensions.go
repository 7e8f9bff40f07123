package lints

import (
	"strings"

	"sealglass/cert"
)

// caExtensionRules are those about the other extensions of a CA certificate
// (SBR 7.1.2.1 c and e; 7.1.2.2 a to c, f and i).
var caExtensionRules = []Rule{
	{
		ID:           "ca-subject-key-identifier-missing",
		Requirements: []string{"SBR-7.1.2.1-e-1", "SBR-7.1.2.2-i-1"},
		Source:       SBR, Section: "7.1.2.1(e), 7.1.2.2(i)", Severity: Error, From: sbrStart,
		Title:       "CA certificate without a key identifier",
		Explanation: "Programs find the right CA certificate by this identifier. Without it they can pick the wrong one and report a broken chain.",
		Remedy:      caRemedy,
		Quote:       "subjectKeyIdentifier (SHALL be present)",
		Roles:       AnyCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return absent(s, cert.OIDSubjectKeyIdentifier) },
		ZLint:       []string{"e_ext_subject_key_identifier_missing_ca"},
	},
	{
		ID:           "root-policies",
		Requirements: []string{"SBR-7.1.2.1-c-1"},
		Source:       SBR, Section: "7.1.2.1(c), 7.1.6.2", Severity: Warning, From: sbrStart,
		Title:       "Root certificate lists policies",
		Explanation: "Policies are the business of the CAs below a root. In a root they mean nothing to mail programs.",
		Remedy:      caRemedy,
		Quote:       "certificatePolicies (SHOULD NOT be present)",
		Roles:       Root,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return present(s, cert.OIDCertificatePolicies) },
		ZLint:       []string{"w_root_ca_contains_cert_policy"},
	},
	{
		ID:           "subca-policies-missing",
		Requirements: []string{"SBR-7.1.2.2-a-1"},
		Source:       SBR, Section: "7.1.2.2(a)", Severity: Error, From: sbrStart,
		Title:       "CA certificate without policies",
		Explanation: "Policies say under which rules a CA works. Programs that ask for a policy reject everything below a CA without one.",
		Remedy:      caRemedy,
		Quote:       "certificatePolicies (SHALL be present)",
		Roles:       SubCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return absent(s, cert.OIDCertificatePolicies) },
		ZLint:       []string{"e_sub_ca_certificate_policies_missing"},
	},
	{
		ID:           "subca-policies-critical",
		Requirements: []string{"SBR-7.1.2.2-a-2"},
		Source:       SBR, Section: "7.1.2.2(a)", Severity: Warning, From: sbrStart,
		Title:       "Policies of a CA certificate are marked critical",
		Explanation: "A program that does not know policies has to reject a certificate that marks them critical.",
		Remedy:      caRemedy,
		Quote:       "This extension SHOULD NOT be marked critical.",
		Roles:       SubCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return critical(s, cert.OIDCertificatePolicies) },
		ZLint:       []string{"w_sub_ca_certificate_policies_marked_critical"},
	},
	{
		ID:           "ca-no-reserved-policy",
		Requirements: []string{"SBR-7.1.6.3-3", "SBR-7.1.6.3-1", "SBR-7.1.6.2-1", "SBR-7.1.2.2-a-3"},
		Source:       SBR, Section: "7.1.6.3", Severity: Error, From: sbrStart,
		Title:       "CA certificate names no S/MIME policy",
		Explanation: "A CA for email has to name at least one of the twelve S/MIME policies, or any policy where it belongs to its issuer. Without one nobody can tell that it follows the S/MIME rules.",
		Remedy:      caRemedy,
		Quote:       "SHALL include one or more explicit policy identifiers defined in Section 7.1.6.1 … or the anyPolicy identifier (2.5.29.32.0)",
		Roles:       AnyCA,
		Parts:       []Part{PartPolicies},
		When:        func(s *Subject) bool { return s.Cert.Policies != nil },
		Check: func(s *Subject) []Place {
			if len(reservedPolicies(s.Cert)) > 0 || hasPolicy(s.Cert, cert.OIDAnyPolicy) {
				return nil
			}
			return atExtension(s.Cert.Policies.Extension, policyList(s.Cert.Policies))
		},
	},
	{
		ID:           "subca-any-policy-other-organization",
		Requirements: []string{"SBR-7.1.6.3-1", "SBR-7.1.6.3-2"},
		Source:       SBR, Section: "7.1.6.3", Severity: Warning, From: sbrStart,
		Title:       "CA of another organization may use any policy",
		Explanation: "Only a CA that belongs to the same group as its issuer may use any policy. The two certificates name different organizations; whether they belong together they do not say.",
		Remedy:      "The CA's operator checks that both organizations are affiliated, or lists the policies one by one.",
		Quote:       "A Certificate issued to a Subordinate CA that is not an Affiliate of the Issuing CA … SHALL NOT contain the anyPolicy identifier",
		Roles:       SubCA,
		Parts:       []Part{PartPolicies, PartSubject, PartIssuer},
		When:        func(s *Subject) bool { return s.Cert.Policies != nil && otherOrganization(s.Cert) },
		Check: func(s *Subject) []Place {
			for _, p := range s.Cert.Policies.Policies {
				if p.ID == cert.OIDAnyPolicy {
					return at(extensionPath(s.Cert.Policies.Extension), p.Span, "anyPolicy")
				}
			}
			return nil
		},
	},
	{
		ID:           "subca-crl-distribution-points-missing",
		Requirements: []string{"SBR-7.1.2.2-b-1"},
		Source:       SBR, Section: "7.1.2.2(b)", Severity: Error, From: sbrStart,
		Title:       "CA certificate without an address for its revocation list",
		Explanation: "If this CA has to be revoked, mail programs would not know where to look.",
		Remedy:      caRemedy,
		Quote:       "cRLDistributionPoints (SHALL be present)",
		Roles:       SubCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return absent(s, cert.OIDCRLDistributionPoints) },
		ZLint:       []string{"e_sub_ca_crl_distribution_points_missing"},
	},
	{
		ID:           "subca-crl-distribution-points-critical",
		Requirements: []string{"SBR-7.1.2.2-b-2"},
		Source:       SBR, Section: "7.1.2.2(b)", Severity: Error, From: sbrStart,
		Title:       "Revocation list address of a CA certificate is marked critical",
		Explanation: "A program that cannot fetch lists has to reject a certificate that marks their address critical.",
		Remedy:      caRemedy,
		Quote:       "This extension SHALL NOT be marked critical.",
		Roles:       SubCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return critical(s, cert.OIDCRLDistributionPoints) },
		ZLint:       []string{"w_ext_crl_distribution_marked_critical", "e_sub_ca_crl_distribution_points_marked_critical"},
	},
	{
		ID:           "subca-crl-distribution-points-no-http",
		Requirements: []string{"SBR-7.1.2.2-b-3"},
		Source:       SBR, Section: "7.1.2.2(b)", Severity: Error, From: sbrStart,
		Title:       "CA certificate without an HTTP address for its revocation list",
		Explanation: "Mail programs fetch revocation lists by HTTP. Without such an address a revoked CA goes unnoticed.",
		Remedy:      caRemedy,
		Quote:       "It SHALL contain the HTTP URL of the CA's CRL service.",
		Roles:       SubCA,
		Parts:       []Part{PartCRLDP},
		When:        func(s *Subject) bool { return s.Cert.CRLDistributionPoints != nil },
		Check: func(s *Subject) []Place {
			for i := range s.Cert.CRLDistributionPoints.Points {
				for _, n := range s.Cert.CRLDistributionPoints.Points[i].FullName {
					if n.Kind == cert.URIName && hasScheme(n.Text, "http") {
						return nil
					}
				}
			}
			return atExtension(s.Cert.CRLDistributionPoints.Extension, "no http:// address")
		},
		ZLint: []string{"w_distribution_point_missing_ldap_or_uri", "e_sub_ca_crl_distribution_points_does_not_contain_url"},
	},
	{
		ID:           "subca-authority-info-access-missing",
		Requirements: []string{"SBR-7.1.2.2-c-1"},
		Source:       SBR, Section: "7.1.2.2(c)", Severity: Warning, From: sbrStart,
		Title:       "CA certificate does not say where its issuer's certificate is",
		Explanation: "Programs that miss a certificate of the chain can fetch it from this address. Without it the chain may stay incomplete.",
		Remedy:      caRemedy,
		Quote:       "authorityInformationAccess (SHOULD be present)",
		Roles:       SubCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return absent(s, cert.OIDAuthorityInfoAccess) },
		ZLint:       []string{"w_sub_ca_aia_missing"},
	},
	{
		ID:           "subca-authority-info-access-no-issuer",
		Requirements: []string{"SBR-7.1.2.2-c-3"},
		Source:       SBR, Section: "7.1.2.2(c)", Severity: Warning, From: sbrStart,
		Title:       "CA certificate without an HTTP address of its issuer's certificate",
		Explanation: "Programs that miss a certificate of the chain can fetch it from this address. Without it the chain may stay incomplete.",
		Remedy:      caRemedy,
		Quote:       "It SHOULD contain the HTTP URL of the Issuing CA Certificate",
		Roles:       SubCA,
		Parts:       []Part{PartAIA},
		When:        func(s *Subject) bool { return s.Cert.AuthorityInfoAccess != nil },
		Check: func(s *Subject) []Place {
			for _, d := range s.Cert.AuthorityInfoAccess.Descriptions {
				if d.Method == cert.OIDCAIssuers && d.Location.Kind == cert.URIName && hasScheme(d.Location.Text, "http") {
					return nil
				}
			}
			return atExtension(s.Cert.AuthorityInfoAccess.Extension, "no http:// address under caIssuers")
		},
		ZLint: []string{"w_sub_ca_aia_does_not_contain_issuing_ca_url"},
	},
	{
		ID:           "subca-ocsp-not-http",
		Requirements: []string{"SBR-7.1.2.2-c-4"},
		Source:       SBR, Section: "7.1.2.2(c)", Severity: Notice, From: sbrStart,
		Title:       "OCSP address of a CA certificate is not HTTP",
		Explanation: "The rule speaks of an HTTP address. Another kind is not forbidden here, but few programs use it.",
		Remedy:      caRemedy,
		Quote:       "It MAY contain the HTTP URL of the Issuing CA OCSP responder",
		Roles:       SubCA,
		Parts:       []Part{PartAIA},
		When:        func(s *Subject) bool { return s.Cert.AuthorityInfoAccess != nil },
		Check: func(s *Subject) []Place {
			var places []Place
			e := s.Cert.AuthorityInfoAccess
			for _, d := range e.Descriptions {
				if d.Method == cert.OIDOCSP && (d.Location.Kind != cert.URIName || !hasScheme(d.Location.Text, "http")) {
					places = append(places, Place{Path: extensionPath(e.Extension), Span: d.Span, Got: d.Location.Text})
				}
			}
			return places
		},
	},
	{
		ID:           "subca-name-constraints-not-critical",
		Requirements: []string{"SBR-7.1.2.2-f-1"},
		Source:       SBR, Section: "7.1.2.2(f)", Severity: Warning, From: sbrStart,
		Title:       "Name Constraints of a CA certificate are not critical",
		Explanation: "A program that does not know Name Constraints passes over them, and with them the limit of the names this CA may use.",
		Remedy:      caRemedy,
		Quote:       "This extension SHOULD be marked critical",
		Roles:       SubCA,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return notCritical(s, cert.OIDNameConstraints) },
		ZLint:       []string{"w_sub_ca_name_constraints_not_critical", "e_ext_name_constraints_not_critical"},
	},
}

func hasPolicy(c *cert.Certificate, policy cert.OID) bool {
	if c.Policies == nil {
		return false
	}
	for _, p := range c.Policies.Policies {
		if p.ID == policy {
			return true
		}
	}
	return false
}

// policyList lists policies for people.
func policyList(p *cert.CertificatePolicies) string {
	ids := make([]string, len(p.Policies))
	for i := range p.Policies {
		ids[i] = string(p.Policies[i].ID)
	}
	return strings.Join(ids, ", ")
}

// otherOrganization says that issuer and subject both name an organization, and
// not the same one.
func otherOrganization(c *cert.Certificate) bool {
	issuer, subject := organization(&c.Issuer), organization(&c.Subject)
	return issuer != "" && subject != "" && !strings.EqualFold(issuer, subject)
}

// organization is the first organizationName of a name, or nothing.
func organization(n *cert.Name) string {
	for _, rdn := range n.RDNs {
		for i := range rdn.Attributes {
			if rdn.Attributes[i].Type == cert.OIDOrganizationName {
				return rdn.Attributes[i].Value.Text
			}
		}
	}
	return ""
}
