package lints

import (
	"strconv"
	"strings"

	"sealglass/cert"
)

var aiaRules = []Rule{{
	ID:           "authority-info-access-missing",
	Requirements: []string{"SBR-7.1.2.3-c-1", "SBR-7.1.2.3-c-6"},
	Source:       SBR, Section: "7.1.2.3(c)", Severity: Warning,
	Title: "The certificate does not say where its issuer's certificate is",
	Explanation: "Mail programs that lack a certificate of the chain can fetch it from such an address. " +
		"Without one they may call your signature unverifiable.",
	Remedy: "Have your mail program send the issuing CA's certificate along, and ask the issuer to name the address next time.",
	Quote:  "authorityInformationAccess (SHOULD be present)",
	From:   sbrStart,
	Parts:  []Part{PartExtensions},
	Check:  func(s *Subject) []Place { return absent(s, cert.OIDAuthorityInfoAccess) },
}, {
	ID:           "authority-info-access-critical",
	Requirements: []string{"SBR-7.1.2.3-c-2", "SBR-7.1.2.2-c-2", "SBR-5280-22"},
	Source:       RFC5280, Section: "RFC 5280 4.2.2.1", Severity: Error,
	Title: "The addresses of the issuer's services are marked critical",
	Explanation: "A program that does not use these addresses has to refuse a certificate that marks them critical. " +
		"They are a help, not a condition.",
	Remedy: askIssuer,
	Quote:  "Conforming CAs MUST mark this extension as non-critical.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return critical(s, cert.OIDAuthorityInfoAccess) },
	ZLint: []string{"e_ext_aia_marked_critical"},
}, {
	ID:           "subject-info-access-critical",
	Requirements: []string{"SBR-5280-22"},
	Source:       RFC5280, Section: "RFC 5280 4.2.2.2", Severity: Error,
	Title: "The addresses of the holder's services are marked critical",
	Explanation: "A program that does not use these addresses has to refuse a certificate that marks them critical. " +
		"They are a help, not a condition.",
	Remedy: askIssuer,
	Quote:  "Conforming CAs MUST mark this extension as non-critical.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartExtensions},
	Check: func(s *Subject) []Place { return critical(s, cert.OIDSubjectInfoAccess) },
	ZLint: []string{"e_subject_info_access_marked_critical"},
}, {
	ID:           "ca-issuers-missing",
	Requirements: []string{"SBR-7.1.2.3-c-6"},
	Source:       SBR, Section: "7.1.2.3(c)", Severity: Warning,
	Title: "No address of the issuer's certificate is given",
	Explanation: "Mail programs that lack a certificate of the chain can fetch it from such an address. " +
		"Without one they may call your signature unverifiable.",
	Remedy: "Have your mail program send the issuing CA's certificate along, and ask the issuer to name the address next time.",
	Quote:  "SHOULD contain at least one accessMethod value of type id-ad-caIssuers",
	From:   sbrStart,
	Parts:  []Part{PartAIA},
	// An empty list breaks sequence-empty.
	When: func(s *Subject) bool { return aiaPresent(s) && len(s.Cert.AuthorityInfoAccess.Descriptions) > 0 },
	Check: func(s *Subject) []Place {
		e := s.Cert.AuthorityInfoAccess
		for i := range e.Descriptions {
			if e.Descriptions[i].Method == cert.OIDCAIssuers {
				return nil
			}
		}
		return atExtension(e.Extension, "no caIssuers")
	},
	ZLint: []string{"w_ext_aia_access_location_missing"},
}, {
	ID:           "ocsp-not-http",
	Requirements: []string{"SBR-7.1.2.3-c-4"},
	Source:       SBR, Section: "7.1.2.3(c)", Severity: Error,
	Title: "An address of the status service (OCSP) is not HTTP",
	Explanation: "In this generation of certificates every such address has to begin with http://. " +
		"Mail programs cannot ask any other whether the certificate is still good.",
	Remedy: askIssuer,
	Quote:  "When provided, every accessMethod SHALL have the URI scheme HTTP. Other schemes SHALL NOT be present.",
	From:   sbrStart, Generations: Multipurpose | Strict,
	Parts: []Part{PartAIA},
	When:  aiaPresent,
	Check: func(s *Subject) []Place { return notHTTP(s, cert.OIDOCSP) },
	ZLint: []string{"e_smime_strict_aia_shall_have_http_only"},
}, {
	ID:           "ocsp-none-http",
	Requirements: []string{"SBR-7.1.2.3-c-5"},
	Source:       SBR, Section: "7.1.2.3(c)", Severity: Error,
	Title: "None of the status service's addresses (OCSP) is HTTP",
	Explanation: "At least one address has to begin with http://. " +
		"Mail programs cannot ask any other whether the certificate is still good.",
	Remedy: askIssuer,
	Quote:  "When provided, at least one accessMethod SHALL have the URI scheme HTTP.",
	From:   sbrStart, Generations: Legacy | NoGeneration,
	Parts: []Part{PartAIA},
	When:  aiaPresent,
	Check: func(s *Subject) []Place { return noneHTTP(s, cert.OIDOCSP) },
	ZLint: []string{"e_smime_legacy_aia_shall_have_one_http"},
}, {
	ID:           "ca-issuers-not-http",
	Requirements: []string{"SBR-7.1.2.3-c-7"},
	Source:       SBR, Section: "7.1.2.3(c)", Severity: Error,
	Title: "An address of the issuer's certificate is not HTTP",
	Explanation: "In this generation of certificates every such address has to begin with http://. " +
		"Mail programs fetch a missing certificate of the chain from no other.",
	Remedy: askIssuer,
	Quote:  "When provided, every accessMethod SHALL have the URI scheme HTTP. Other schemes SHALL NOT be present.",
	From:   sbrStart, Generations: Multipurpose | Strict,
	Parts: []Part{PartAIA},
	When:  aiaPresent,
	Check: func(s *Subject) []Place { return notHTTP(s, cert.OIDCAIssuers) },
	ZLint: []string{"e_smime_strict_aia_shall_have_http_only"},
}, {
	ID:           "ca-issuers-none-http",
	Requirements: []string{"SBR-7.1.2.3-c-8"},
	Source:       SBR, Section: "7.1.2.3(c)", Severity: Error,
	Title: "None of the addresses of the issuer's certificate is HTTP",
	Explanation: "At least one address has to begin with http://. " +
		"Mail programs fetch a missing certificate of the chain from no other.",
	Remedy: askIssuer,
	Quote:  "When provided, at least one accessMethod SHALL have the URI scheme HTTP.",
	From:   sbrStart, Generations: Legacy | NoGeneration,
	Parts: []Part{PartAIA},
	When:  aiaPresent,
	Check: func(s *Subject) []Place { return noneHTTP(s, cert.OIDCAIssuers) },
	ZLint: []string{"e_smime_legacy_aia_shall_have_one_http"},
}, {
	ID:           "ldap-uri-incomplete",
	Requirements: []string{"SBR-5280-36"},
	Source:       RFC5280, Section: "RFC 5280 4.2.1.13, 4.2.2.1", Severity: Notice,
	Title: "A directory address (LDAP) is incomplete",
	Explanation: "An LDAP address has to name an entry and what to read of it, and should name a server. " +
		"Programs cannot fetch anything from this one.",
	Remedy: "Nothing needs to be done if an http:// address is there as well.",
	Quote:  "the URI MUST include a <dn> field …, MUST include a single <attrdesc> … and SHOULD include a <host>",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartAIA, PartCRLDP},
	Check: ldapIncomplete,
}}

func aiaPresent(s *Subject) bool { return s.Cert.AuthorityInfoAccess != nil }

func isHTTP(n *cert.GeneralName) bool { return n.Kind == cert.URIName && hasScheme(n.Text, "http") }

// notHTTP are the locations under a method that are no http:// address.
func notHTTP(s *Subject, method cert.OID) []Place {
	var places []Place
	e := s.Cert.AuthorityInfoAccess
	for i := range e.Descriptions {
		d := &e.Descriptions[i]
		if d.Method != method || isHTTP(&d.Location) {
			continue
		}
		got := d.Location.Text
		if d.Location.Kind != cert.URIName {
			got = "no address, but another kind of name"
		}
		path := extensionPath(e.Extension) + ".descriptions[" + strconv.Itoa(i) + "]"
		places = append(places, Place{Path: path, Span: d.Span, Got: got})
	}
	return places
}

// noneHTTP is notHTTP where no other location under the method is right.
func noneHTTP(s *Subject, method cert.OID) []Place {
	e := s.Cert.AuthorityInfoAccess
	for i := range e.Descriptions {
		if d := &e.Descriptions[i]; d.Method == method && isHTTP(&d.Location) {
			return nil
		}
	}
	return notHTTP(s, method)
}

// ldapIncomplete looks at the LDAP addresses (RFC 4516) of revocation lists and
// of the issuer's certificate.
func ldapIncomplete(s *Subject) []Place {
	var places []Place
	look := func(e *cert.Extension, n *cert.GeneralName, attribute bool) {
		if n.Kind != cert.URIName {
			return
		}
		if why := ldapFault(n.Text, attribute); why != "" {
			places = append(places, Place{Path: extensionPath(e), Span: n.Span, Got: why + ": " + n.Text})
		}
	}
	if e := s.Cert.CRLDistributionPoints; e != nil {
		for i := range e.Points {
			for j := range e.Points[i].FullName {
				look(e.Extension, &e.Points[i].FullName[j], true)
			}
		}
	}
	if e := s.Cert.AuthorityInfoAccess; e != nil {
		for i := range e.Descriptions {
			look(e.Extension, &e.Descriptions[i].Location, false)
		}
	}
	return places
}

// ldapFault says what an LDAP address lacks: ldap://host/dn?attribute. Where
// several attributes may stand (4.2.2.1) one is enough.
func ldapFault(uri string, single bool) string {
	if !hasScheme(uri, "ldap") && !hasScheme(uri, "ldaps") {
		return ""
	}
	_, rest, _ := strings.Cut(uri, "://")
	_, path, _ := strings.Cut(rest, "/")
	parts := strings.Split(path, "?")
	switch {
	case parts[0] == "":
		return "no entry (dn)"
	case len(parts) < 2 || parts[1] == "":
		return "no attribute"
	case single && strings.Contains(parts[1], ","):
		return "several attributes"
	case !hasHost(uri):
		return "no server"
	}
	return ""
}
