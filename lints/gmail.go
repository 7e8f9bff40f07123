package lints

import (
	"strconv"

	"sealglass/cert"
)

// gmailRules are those of Google Workspace's S/MIME certificate profile for
// hosted S/MIME (support.google.com/a/answer/7300887). Parts of the page were
// read only at second hand: every rule here is a notice.
var gmailRules = []Rule{
	{
		ID:     "gmail-rsa-size",
		Source: Gmail, Section: "Gmail S/MIME certificate profile", Severity: Notice,
		Title:       "RSA key of a size that Gmail does not accept",
		Explanation: "Gmail's hosted S/MIME accepts RSA keys of 2048, 3072 or 4096 bits and no other size.",
		Remedy:      gmailRemedy,
		Roles:       AnyCert,
		Parts:       []Part{partKeyAlgorithm},
		When:        func(s *Subject) bool { return s.Cert.PublicKey.Type == cert.RSAKey && s.Cert.PublicKey.Fault == "" },
		Check: func(s *Subject) []Place {
			switch k := s.Cert.PublicKey; k.Size {
			case 2048, 3072, 4096:
				return nil
			default:
				return at(string(PartPublicKey), k.Span, "RSA "+strconv.Itoa(k.Size)+" bits")
			}
		},
	},
	{
		ID:     "gmail-key-algorithm",
		Source: Gmail, Section: "Gmail S/MIME certificate profile", Severity: Notice,
		Title:       "Key of a kind that Gmail does not accept",
		Explanation: "Gmail's hosted S/MIME accepts RSA and the curves P-256 and P-384. This part of Google's page was read at second hand.",
		Remedy:      gmailRemedy,
		Roles:       AnyCert,
		Parts:       []Part{partKeyAlgorithm},
		Check: keyWhere(func(s *Subject) bool {
			k := s.Cert.PublicKey
			return k.Type != cert.RSAKey && (k.Type != cert.ECKey || k.Curve != cert.OIDP256 && k.Curve != cert.OIDP384)
		}),
	},
	{
		ID:     "gmail-validity",
		Source: Gmail, Section: "Gmail S/MIME certificate profile", Severity: Notice,
		Title:       "Runs longer than the 27 months that Gmail accepts",
		Explanation: "Gmail's hosted S/MIME accepts certificates of at most 27 months. This part of Google's page was read at second hand.",
		Remedy:      gmailRemedy,
		Parts:       []Part{PartValidity},
		When:        timesReadable,
		Check:       runsBeyond(0, 27),
	},
	{
		ID:     "gmail-no-mailbox",
		Source: Gmail, Section: "Gmail S/MIME certificate profile", Severity: Notice,
		Title:       "No email address of the ordinary kind, which Gmail needs",
		Explanation: "Gmail's hosted S/MIME looks for an address of the ordinary kind (rfc822Name). This part of Google's page was read at second hand.",
		Remedy:      gmailRemedy,
		Parts:       []Part{PartSubjectAltName},
		Check: func(s *Subject) []Place {
			if hasNameOf(s.Cert, cert.RFC822Name) {
				return nil
			}
			return at(string(PartExtensions), s.Cert.ExtensionsSpan, "no rfc822Name")
		},
	},
	{
		ID:     "gmail-ca-issuers",
		Source: Gmail, Section: "Gmail S/MIME certificate profile", Severity: Notice,
		Title:       "No web address of the issuer's certificate, which Gmail needs",
		Explanation: "Gmail's hosted S/MIME fetches the issuer's certificate from an HTTP address in yours. Without one it may not complete the chain.",
		Remedy:      gmailRemedy,
		Quote:       "must contain at least one publicly accessible HTTP uniformResourceIdentifier",
		Parts:       []Part{PartAIA},
		Check: func(s *Subject) []Place {
			if s.Cert.AuthorityInfoAccess != nil {
				for _, d := range s.Cert.AuthorityInfoAccess.Descriptions {
					if d.Method == cert.OIDCAIssuers && d.Location.Kind == cert.URIName && hasScheme(d.Location.Text, "http") {
						return nil
					}
				}
			}
			return at(string(PartExtensions), s.Cert.ExtensionsSpan, "no http:// address under caIssuers")
		},
	},
	{
		ID:     "gmail-key-usage-not-critical",
		Source: Gmail, Section: "Gmail S/MIME certificate profile", Severity: Notice,
		Title:       "Key usage is not critical, which Gmail needs",
		Explanation: "Gmail's hosted S/MIME asks for key usage that is marked critical. The S/MIME rules recommend the mark and no more. This part of Google's page was read at second hand.",
		Remedy:      gmailRemedy,
		Parts:       []Part{PartExtensions},
		Check:       func(s *Subject) []Place { return notCritical(s, cert.OIDKeyUsage) },
	},
	{
		ID:     "gmail-subca-validity",
		Source: Gmail, Section: "Gmail S/MIME certificate profile", Severity: Notice,
		Title:       "CA certificate runs longer than the 20 years that Gmail accepts",
		Explanation: "Gmail's hosted S/MIME accepts CA certificates of at most 20 years. This part of Google's page was read at second hand.",
		Remedy:      "If you or the people you write with use Gmail's hosted S/MIME, ask the issuer whether it has a CA certificate for Gmail.",
		Roles:       SubCA,
		Parts:       []Part{PartValidity},
		When:        timesReadable,
		Check:       runsBeyond(20, 0),
	},
	{
		ID:     "gmail-subca-path-length",
		Source: Gmail, Section: "Gmail S/MIME certificate profile", Severity: Notice,
		Title:       "CA certificate without a path length, which Gmail needs",
		Explanation: "Gmail's hosted S/MIME asks CA certificates to say how many CAs may follow. The S/MIME rules leave that open.",
		Remedy:      "If you or the people you write with use Gmail's hosted S/MIME, ask the issuer whether it has a CA certificate for Gmail.",
		Roles:       SubCA,
		Parts:       []Part{PartBasicConstraints},
		When:        func(s *Subject) bool { return s.Cert.BasicConstraints != nil },
		Check: func(s *Subject) []Place {
			if s.Cert.BasicConstraints.PathLen.Present {
				return nil
			}
			return atExtension(s.Cert.BasicConstraints.Extension, "no pathLenConstraint")
		},
	},
}

// gmailRemedy is what a person with such a certificate can do.
const gmailRemedy = "If you or the people you write with use Gmail's hosted S/MIME, ask the issuer for a certificate that fits Gmail's profile."
