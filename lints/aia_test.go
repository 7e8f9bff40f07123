package lints

import (
	"sealglass/cert"
	"sealglass/testdata/gen"
)

var (
	ocspHTTP   = gen.Access(cert.OIDOCSP, gen.URI(gen.OCSPAddress))
	issuerHTTP = gen.Access(cert.OIDCAIssuers, gen.URI(gen.CAIssuersAddress))
	ocspHTTPS  = gen.Access(cert.OIDOCSP, gen.URI("https://ocsp.example.net"))
	issuerLDAP = gen.Access(cert.OIDCAIssuers, gen.URI("ldap://ldap.example.net/cn=CA,c=DE?cACertificate"))
)

var aiaCases = []testCase{
	{
		name: "none", cert: leaf("sponsor", "strict", without(cert.OIDAuthorityInfoAccess)),
		want: []string{"warning authority-info-access-missing", "notice gmail-ca-issuers"},
	},
	{
		name: "critical", cert: leaf("sponsor", "strict", marked(cert.OIDAuthorityInfoAccess, true)),
		want: []string{"error authority-info-access-critical"},
	},
	{
		name: "critical, of a website", cert: based(gen.TLS, marked(cert.OIDAuthorityInfoAccess, true)),
		want: []string{"error authority-info-access-critical"},
	},
	{
		name: "subjectInfoAccess, critical", cert: based(gen.SubCA, with(gen.SubjectInfoAccess(gen.Access(cert.OIDCARepository, gen.URI("http://example.net")))), marked(cert.OIDSubjectInfoAccess, true)),
		want: []string{"error subject-info-access-critical"},
	},
	{name: "subjectInfoAccess", cert: based(gen.SubCA, with(gen.SubjectInfoAccess(gen.Access(cert.OIDCARepository, gen.URI("http://example.net")))))},
	{
		name: "no caIssuers", cert: leaf("sponsor", "strict", access(ocspHTTP)),
		want: []string{"warning ca-issuers-missing", "notice gmail-ca-issuers"},
	},
	{name: "no OCSP", cert: leaf("sponsor", "strict", access(issuerHTTP))},
	{
		name: "OCSP by https in strict", cert: leaf("sponsor", "strict", access(ocspHTTPS, issuerHTTP)),
		want: []string{"error ocsp-not-http"},
	},
	{
		name: "OCSP by https beside in multipurpose", cert: leaf("sponsor", "multipurpose", access(ocspHTTP, ocspHTTPS, issuerHTTP)),
		want: []string{"error ocsp-not-http"},
	},
	{
		name: "OCSP at a DNS name in strict", cert: leaf("sponsor", "strict", access(gen.Access(cert.OIDOCSP, gen.DNSName("ocsp.example.net")), issuerHTTP)),
		want: []string{"error ocsp-not-http"},
	},
	{name: "OCSP by https beside in legacy", cert: leaf("sponsor", "legacy", access(ocspHTTPS, ocspHTTP, issuerHTTP))},
	{
		name: "OCSP by https alone in legacy", cert: leaf("sponsor", "legacy", access(ocspHTTPS, issuerHTTP)),
		want: []string{"error ocsp-none-http"},
	},
	{
		name: "caIssuers by ldap beside in strict", cert: leaf("sponsor", "strict", access(ocspHTTP, issuerHTTP, issuerLDAP)),
		want: []string{"error ca-issuers-not-http"},
	},
	{
		name: "caIssuers by ldap alone in multipurpose", cert: leaf("sponsor", "multipurpose", access(ocspHTTP, issuerLDAP)),
		want: []string{"error ca-issuers-not-http", "notice gmail-ca-issuers"},
	},
	{name: "caIssuers by ldap beside in legacy", cert: leaf("sponsor", "legacy", access(issuerLDAP, issuerHTTP))},
	{
		name: "caIssuers by ldap alone in legacy", cert: leaf("sponsor", "legacy", access(ocspHTTP, issuerLDAP)),
		want: []string{"error ca-issuers-none-http", "notice gmail-ca-issuers"},
	},
	{name: "another method by https in strict", cert: leaf("sponsor", "strict", access(ocspHTTP, issuerHTTP, gen.Access(cert.OIDTimeStampURL, gen.URI("https://example.net"))))},
	ldapCase("no entry", "ldap://ldap.example.net/?cACertificate", true),
	ldapCase("no attribute", "ldap://ldap.example.net/cn=CA", true),
	ldapCase("an empty attribute", "ldap://ldap.example.net/cn=CA?", true),
	ldapCase("no server", "ldap:///cn=CA?cACertificate", true),
	ldapCase("no path", "ldaps://ldap.example.net", true),
	ldapCase("two attributes, of which one is enough", "ldap://ldap.example.net/cn=CA?cACertificate,crossCertificatePair", false),
	ldapCase("whole", "ldaps://ldap.example.net/cn=CA?cACertificate", false),
	{
		name: "ldap of a list with two attributes", cert: leaf("sponsor", "legacy", points(gen.Point(gen.CRLAddress, ldapCRL+",authorityRevocationList"))),
		want: []string{"notice ldap-uri-incomplete"},
	},
}

// access puts these into authorityInfoAccess.
func access(list ...[]byte) edit { return with(gen.AuthorityInfoAccess(list...)) }

// ldapCase is a legacy certificate with an address of the issuer's certificate in
// a directory.
func ldapCase(name, uri string, incomplete bool) testCase {
	c := testCase{
		name: "ldap, " + name,
		cert: leaf("sponsor", "legacy", access(issuerHTTP, gen.Access(cert.OIDCAIssuers, gen.URI(uri)))),
	}
	if incomplete {
		c.want = []string{"notice ldap-uri-incomplete"}
	}
	return c
}
