package lints

import (
	"sealglass/testdata/gen"
)

// baseCases are the base certificates as they are: nothing is found in them,
// alone or beside their issuer.
var baseCases = []testCase{
	{name: "mailbox legacy", cert: leaf("mailbox", "legacy"), issuer: gen.SubCA},
	{name: "mailbox multipurpose", cert: leaf("mailbox", "multipurpose"), issuer: gen.SubCA},
	{name: "mailbox strict", cert: leaf("mailbox", "strict"), issuer: gen.SubCA},
	{name: "organization legacy", cert: leaf("organization", "legacy"), issuer: gen.SubCA},
	{name: "organization multipurpose", cert: leaf("organization", "multipurpose"), issuer: gen.SubCA},
	{name: "organization strict", cert: leaf("organization", "strict"), issuer: gen.SubCA},
	{name: "sponsor legacy", cert: leaf("sponsor", "legacy"), issuer: gen.SubCA},
	{name: "sponsor multipurpose", cert: leaf("sponsor", "multipurpose"), issuer: gen.SubCA},
	{name: "sponsor strict", cert: leaf("sponsor", "strict"), issuer: gen.SubCA},
	{name: "individual legacy", cert: leaf("individual", "legacy"), issuer: gen.SubCA},
	{name: "individual multipurpose", cert: leaf("individual", "multipurpose"), issuer: gen.SubCA},
	{name: "individual strict", cert: leaf("individual", "strict"), issuer: gen.SubCA},
	{name: "leaf without issuer", cert: leaf("sponsor", "strict")},
	{name: "leaf under a constrained CA", cert: leaf("organization", "strict", issuedByConstrained), issuer: gen.ConstrainedCA},
	{name: "root", cert: gen.Root, issuer: gen.Root},
	{name: "old root", cert: gen.OldRoot, issuer: gen.OldRoot},
	{name: "issuing CA", cert: gen.SubCA, issuer: gen.Root},
	{name: "issuing CA with a leaf", cert: gen.SubCA, issuer: gen.Root, issued: leaf("sponsor", "strict")},
	{name: "constrained CA", cert: gen.ConstrainedCA, issuer: gen.Root, issued: leaf("organization", "strict", issuedByConstrained)},
	{name: "cross certificate", cert: gen.CrossCA, issuer: gen.OldRoot, around: crossCertificate},
	{name: "OCSP responder", cert: gen.OCSPSigner, issuer: gen.SubCA},
	{name: "website", cert: gen.TLS},
	{name: "software", cert: gen.CodeSigning},
}

func issuedByConstrained(c *gen.Cert) { c.IssuedBy(gen.ConstrainedCA(), gen.ConstrainedCAKey()) }

// crossCertificate says that the subject shares name and key with a root.
func crossCertificate(s *Subject) { s.CrossCertificate = true }
