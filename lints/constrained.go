package lints

import (
	"strings"

	"sealglass/cert"
)

var constrainedRules = []Rule{{
	ID:           "not-technically-constrained",
	Requirements: []string{"SBR-7.1.5-1", "SBR-7.1.5-2", "SBR-7.1.5-3", "SBR-7.1.5-4"},
	Source:       SBR, Section: "7.1.5", Severity: Notice,
	Title: "The CA is limited, but does not count as technically constrained",
	Explanation: "A CA certificate with name constraints can count as technically constrained, and is then audited less. " +
		"This one does not meet the conditions. That breaks no rule: it is a CA like others.",
	Remedy: "Nothing needs to be done by people with certificates. The CA's operator checks whether the CA is meant to be constrained.",
	Quote:  "For a Subordinate CA Certificate to be considered Technically Constrained",
	From:   sbrStart, Roles: SubCA,
	Parts: []Part{PartNameConstraints, PartExtKeyUsage},
	When:  func(s *Subject) bool { return s.Cert.NameConstraints != nil },
	Check: func(s *Subject) []Place {
		n := s.Cert.NameConstraints
		switch e := s.Cert.ExtKeyUsage; {
		case e == nil:
			return atExtension(n.Extension, "no extKeyUsage")
		case e.Has(cert.OIDAnyExtendedKeyUsage):
			return listed(e, cert.OIDAnyExtendedKeyUsage)
		case !e.Has(cert.OIDEmailProtection):
			return nil // constrained by its purposes, for email
		}
		return unconstrainedNames(n)
	},
}}

// unconstrainedNames are the places that keep name constraints from being those
// of a technically constrained CA for email (SBR 7.1.5).
func unconstrainedNames(n *cert.NameConstraints) []Place {
	var places []Place
	mailboxes, directories := 0, 0
	for i := range n.Permitted {
		switch b := &n.Permitted[i].Base; b.Kind {
		case cert.DirectoryName:
			directories++
		case cert.RFC822Name:
			mailboxes++
			if problem := mailConstraintProblem(b.Text); problem != "" {
				places = append(places, Place{Path: extensionPath(n.Extension), Span: b.Span, Got: shown(b.Text) + " " + problem})
			}
		}
	}
	switch {
	case mailboxes == 0 && directories == 0:
		return atExtension(n.Extension, "permits neither rfc822Name nor directoryName")
	case mailboxes == 0:
		return atExtension(n.Extension, "permits no rfc822Name")
	case directories == 0:
		places = append(places, atExtension(n.Extension, "permits no directoryName")...)
	}
	return places
}

// mailConstraintProblem says why a permitted rfc822Name is neither an FQDN nor
// "." and an FQDN (SBR 7.1.5 (1)); empty where it is one.
func mailConstraintProblem(text string) string {
	if strings.Contains(text, "@") {
		return "is an email address"
	}
	name := strings.TrimPrefix(text, ".")
	last := name[strings.LastIndexByte(name, '.')+1:]
	if name == "" || len(name) > maxDomain || strings.Trim(last, "0123456789") == "" || strings.Contains(last, "_") ||
		firstLabel(func(label string) bool { return !hostLabel(label) })(name) != "" || strings.Contains("."+name+".", "..") {
		return "is no fully qualified domain name"
	}
	return ""
}

// maxDomain is the number of characters of a domain name (RFC 1035 3.1, without
// the octet of the root).
const maxDomain = 253

// hostLabel says whether a label has letters, digits, hyphens and underscores
// alone, and is an A-label if it says so.
func hostLabel(label string) bool {
	if label == "" || len(label) > maxLabel || label[0] == '-' || label[len(label)-1] == '-' {
		return false
	}
	for _, r := range label {
		if r != '-' && r != '_' && !isLetterOrDigit(r) {
			return false
		}
	}
	return !isALabel(label) || aLabelProblem(label) == ""
}
