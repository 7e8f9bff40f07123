package lints

import (
	"bytes"
	"strconv"

	"sealglass/cert"
)

var crldpRules = []Rule{{
	ID:           "crl-distribution-points-missing",
	Requirements: []string{"SBR-7.1.2.3-b-1"},
	Source:       SBR, Section: "7.1.2.3(b)", Severity: Error,
	Title: "The certificate does not say where its revocation list is",
	Explanation: "If the certificate is revoked, because a key was lost for instance, " +
		"mail programs have no list in which to find out.",
	Remedy: askIssuer,
	Quote:  "cRLDistributionPoints (SHALL be present)",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return absent(s, cert.OIDCRLDistributionPoints) },
	ZLint:  []string{"e_subscribers_shall_have_crl_distribution_points", "e_subscribers_crl_distribution_points_are_http"},
}, {
	ID:           "crl-distribution-points-critical",
	Requirements: []string{"SBR-7.1.2.3-b-2"},
	Source:       SBR, Section: "7.1.2.3(b)", Severity: Warning,
	Title: "The address of the revocation list is marked critical",
	Explanation: "A program that does not fetch such lists has to refuse a certificate that marks their address critical, " +
		"though it would have managed without.",
	Remedy: askIssuer,
	Quote:  "This extension SHOULD NOT be marked critical.",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return critical(s, cert.OIDCRLDistributionPoints) },
	ZLint:  []string{"w_ext_crl_distribution_marked_critical"},
}, {
	ID:           "crl-distribution-points-no-uri",
	Requirements: []string{"SBR-7.1.2.3-b-3"},
	Source:       SBR, Section: "7.1.2.3(b)", Severity: Error,
	Title: "No address leads to the issuer's whole revocation list",
	Explanation: "None of the places given is a web address of a list by the issuer itself that covers every reason. " +
		"Mail programs cannot find out whether the certificate was revoked.",
	Remedy: askIssuer,
	Quote:  "It SHALL contain at least one distributionPoint whose fullName value includes a GeneralName of type uniformResourceIdentifier",
	From:   sbrStart,
	Parts:  []Part{PartCRLDP},
	When:   crldpPresent,
	Check:  crldpNoURI,
	ZLint:  []string{"w_distribution_point_missing_ldap_or_uri", "e_subscribers_shall_have_crl_distribution_points"},
}, {
	ID:           "crl-distribution-points-not-http",
	Requirements: []string{"SBR-7.1.2.3-b-4"},
	Source:       SBR, Section: "7.1.2.3(b)", Severity: Error,
	Title: "An address of the revocation list is not HTTP",
	Explanation: "In this generation of certificates every such address has to begin with http://, " +
		"since that is what mail programs can fetch without checking another certificate first.",
	Remedy: askIssuer,
	Quote:  "Every uniformResourceIdentifier SHALL have the URI scheme HTTP. Other schemes SHALL NOT be present.",
	From:   sbrStart, Generations: Multipurpose | Strict,
	Parts: []Part{PartCRLDP},
	When:  crldpPresent,
	Check: crldpNotHTTP,
	ZLint: []string{"e_subscribers_crl_distribution_points_are_http", "w_distribution_point_missing_ldap_or_uri"},
}, {
	ID:           "crl-distribution-points-none-http",
	Requirements: []string{"SBR-7.1.2.3-b-5"},
	Source:       SBR, Section: "7.1.2.3(b)", Severity: Error,
	Title: "None of the revocation list's addresses is HTTP",
	Explanation: "At least one address has to begin with http://, which every mail program can fetch. " +
		"With the others alone most never learn of a revocation.",
	Remedy: askIssuer,
	Quote:  "At least one uniformResourceIdentifier SHALL have the URI scheme HTTP.",
	From:   sbrStart, Generations: Legacy | NoGeneration,
	Parts: []Part{PartCRLDP},
	When:  crldpPresent,
	Check: crldpNoneHTTP,
	ZLint: []string{"e_subscribers_crl_distribution_points_are_http"},
}, {
	ID:           "distribution-point-incomplete",
	Requirements: []string{"SBR-5280-21"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.13", Severity: Error,
	Title: "A place of revocation lists names reasons and nothing else",
	Explanation: "It says for which reasons it lists certificates, but neither where it is nor who keeps it. " +
		"Nobody can find it.",
	Remedy: askIssuer,
	Quote:  "a DistributionPoint MUST NOT consist of only the reasons field",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartCRLDP},
	When:  crldpPresent,
	Check: distributionPointIncomplete,
	ZLint: []string{"e_distribution_point_incomplete"},
}, {
	ID:           "crl-distribution-points-partial",
	Requirements: []string{"SBR-5280-28", "SBR-7.1.2.3-b-3"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.13", Severity: Error,
	Title: "No revocation list covers every reason",
	Explanation: "Each place lists certificates revoked for some reasons only. " +
		"A program that looks in one may miss the revocation.",
	Remedy: askIssuer,
	Quote:  "it MUST include at least one DistributionPoint that points to a CRL that covers the certificate for all reasons",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartCRLDP},
	When:  crldpPresent,
	Check: func(s *Subject) []Place {
		all := s.Cert.CRLDistributionPoints
		for i := range all.Points {
			if everyReason(&all.Points[i]) {
				return nil
			}
		}
		if len(all.Points) == 0 {
			return nil
		}
		return atExtension(all.Extension, "every place is for some reasons only")
	},
}, {
	ID:           "crl-issuer-redundant",
	Requirements: []string{"SBR-5280-29"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.13", Severity: Notice,
	Title: "The revocation list's issuer is named though it is the same",
	Explanation: "Only another issuer of the list needs to be named. " +
		"Some programs take the name for a sign that the list is somebody else's.",
	Remedy: "Nothing needs to be done if your mail program accepts the certificate.",
	Quote:  "If the certificate issuer is also the CRL issuer, then conforming CAs MUST omit the cRLIssuer field",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartCRLDP, PartIssuer},
	When:  crldpPresent,
	Check: crlIssuerRedundant,
}, {
	ID:           "distribution-point-relative-name",
	Requirements: []string{"SBR-5280-29"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.13", Severity: Notice,
	Title: "The place of a revocation list is given relative to its issuer",
	Explanation: "Such a place can only be found in a directory that the program already knows. " +
		"Practically no mail program does.",
	Remedy: "Nothing needs to be done if an http:// address is there as well.",
	Quote:  "Conforming CAs SHOULD NOT use nameRelativeToCRLIssuer to specify distribution point names.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartCRLDP},
	When:  crldpPresent,
	Check: func(s *Subject) []Place {
		return atPoints(s, func(p *cert.DistributionPoint) string {
			if p.RelativeName.Length > 0 {
				return "nameRelativeToCRLIssuer"
			}
			return ""
		})
	},
}, {
	ID:           "freshest-crl-critical",
	Requirements: []string{"SBR-5280-30"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.15", Severity: Error,
	Title: "The address of the newest revocation list is marked critical",
	Explanation: "Few programs know this extension. Marked critical, " +
		"the others have to refuse the certificate.",
	Remedy: askIssuer,
	Quote:  "The extension MUST be marked as non-critical by conforming CAs.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return critical(s, cert.OIDFreshestCRL) },
	ZLint: []string{"e_ext_freshest_crl_marked_critical"},
}}

func crldpPresent(s *Subject) bool { return s.Cert.CRLDistributionPoints != nil }

// allReasons is the number of reasons for which a list can be (RFC 5280
// 4.2.1.13); bit 0 is unused.
const allReasons = 9

// everyReason says whether a place is for certificates revoked for any reason.
func everyReason(p *cert.DistributionPoint) bool {
	if !p.Reasons.Present {
		return true
	}
	for bit := 1; bit < allReasons; bit++ {
		if b := p.Reasons.Bytes; bit/8 >= len(b) || b[bit/8]&(0x80>>(bit%8)) == 0 {
			return false
		}
	}
	return true
}

// ownCRL says whether the list is kept by the certificate's issuer: nobody else
// is named.
func ownCRL(c *cert.Certificate, p *cert.DistributionPoint) bool {
	if p.CRLIssuerSpan.Length == 0 {
		return true
	}
	for i := range p.CRLIssuer {
		if namesIssuer(c, &p.CRLIssuer[i]) {
			return true
		}
	}
	return false
}

// namesIssuer says whether a name is that of the certificate's issuer.
func namesIssuer(c *cert.Certificate, n *cert.GeneralName) bool {
	return n.Kind == cert.DirectoryName && c.Issuer.Present &&
		bytes.Equal(n.Directory.In(c.Raw), c.Issuer.In(c.Raw))
}

// crldpNoURI leaves the case that no place is for every reason to
// crl-distribution-points-partial.
func crldpNoURI(s *Subject) []Place {
	all, whole := s.Cert.CRLDistributionPoints, false
	for i := range all.Points {
		p := &all.Points[i]
		if !everyReason(p) {
			continue
		}
		whole = true
		if ownCRL(s.Cert, p) && hasURI(p) {
			return nil
		}
	}
	if !whole {
		return nil
	}
	return atExtension(all.Extension, "no address")
}

func hasURI(p *cert.DistributionPoint) bool {
	for i := range p.FullName {
		if p.FullName[i].Kind == cert.URIName {
			return true
		}
	}
	return false
}

func crldpNotHTTP(s *Subject) []Place {
	return atPoints(s, func(p *cert.DistributionPoint) string {
		for i := range p.FullName {
			if n := &p.FullName[i]; n.Kind == cert.URIName && !hasScheme(n.Text, "http") {
				return n.Text
			}
		}
		return ""
	})
}

// crldpNoneHTTP leaves the case that there is no address at all to
// crl-distribution-points-no-uri.
func crldpNoneHTTP(s *Subject) []Place {
	any := false
	all := s.Cert.CRLDistributionPoints
	for i := range all.Points {
		for j := range all.Points[i].FullName {
			if n := &all.Points[i].FullName[j]; n.Kind == cert.URIName {
				if hasScheme(n.Text, "http") {
					return nil
				}
				any = true
			}
		}
	}
	if !any {
		return nil
	}
	return crldpNotHTTP(s)
}

// atPoints are the places in which fault finds something to say.
func atPoints(s *Subject, fault func(*cert.DistributionPoint) string) []Place {
	var places []Place
	all := s.Cert.CRLDistributionPoints
	for i := range all.Points {
		if got := fault(&all.Points[i]); got != "" {
			path := extensionPath(all.Extension) + ".points[" + strconv.Itoa(i) + "]"
			places = append(places, Place{Path: path, Span: all.Points[i].Span, Got: got})
		}
	}
	return places
}

func distributionPointIncomplete(s *Subject) []Place {
	return atPoints(s, func(p *cert.DistributionPoint) string {
		if p.FullNameSpan.Length == 0 && p.RelativeName.Length == 0 && p.CRLIssuerSpan.Length == 0 {
			return "neither distributionPoint nor cRLIssuer"
		}
		return ""
	})
}

func crlIssuerRedundant(s *Subject) []Place {
	return atPoints(s, func(p *cert.DistributionPoint) string {
		for i := range p.CRLIssuer {
			if namesIssuer(s.Cert, &p.CRLIssuer[i]) {
				return "cRLIssuer is the certificate's issuer"
			}
		}
		return ""
	})
}
