package inspect

import (
	"strings"

	"sealglass/cert"
)

// policyParts adds the parts of the extensions about policies and qualified
// certificates. It says false for any other extension.
func (b *builder) policyParts(e *cert.Extension, path string) bool {
	c := b.c
	switch {
	case c.Policies != nil && is(c.Policies.Extension, e):
		b.policies(path, c.Policies)
	case c.MSAppPolicies != nil && is(c.MSAppPolicies.Extension, e):
		b.policies(path, c.MSAppPolicies)
	case c.PolicyMappings != nil && is(c.PolicyMappings.Extension, e):
		for i, m := range c.PolicyMappings.Mappings {
			b.add(index(path+".mappings", i), "Policy of the issuer = policy of the subject", named(m.Issuer)+" = "+named(m.Subject), m.Span)
		}
	case c.PolicyConstraints != nil && is(c.PolicyConstraints.Extension, e):
		b.skipCerts(path+".requireExplicitPolicy", "Certificates until a policy is required", c.PolicyConstraints.RequireExplicitPolicy)
		b.skipCerts(path+".inhibitPolicyMapping", "Certificates until mapping is forbidden", c.PolicyConstraints.InhibitPolicyMapping)
	case c.InhibitAnyPolicy != nil && is(c.InhibitAnyPolicy.Extension, e):
		b.skipCerts(path+".skipCerts", "Certificates until anyPolicy is ignored", c.InhibitAnyPolicy.SkipCerts)
	case c.QCStatements != nil && is(c.QCStatements.Extension, e):
		for i := range c.QCStatements.Statements {
			b.statement(index(path+".statements", i), &c.QCStatements.Statements[i])
		}
	default:
		return false
	}
	return true
}

func (b *builder) skipCerts(path, label string, n cert.Integer) {
	if n.Present {
		b.add(path, label, integer(n), n.Span)
	}
}

func (b *builder) policies(path string, x *cert.CertificatePolicies) {
	for i := range x.Policies {
		p := &x.Policies[i]
		policy := index(path+".policies", i)
		b.add(policy, "Policy", named(p.ID), p.Span)
		for j := range p.Qualifiers {
			b.qualifier(index(policy+".qualifiers", j), &p.Qualifiers[j])
		}
	}
}

// qualifier adds one policy qualifier (RFC 5280 4.2.1.4).
func (b *builder) qualifier(path string, q *cert.PolicyQualifier) {
	switch {
	case q.Fault != "":
	case q.ID == cert.OIDCPS:
		b.add(path, "Practice statement (CPS)", q.CPS.Text, q.Span)
		return
	case q.ID == cert.OIDUserNotice:
		if q.ExplicitText.Length > 0 {
			b.add(path+".explicitText", "User notice ("+stringType(q.ExplicitText.Tag)+")", q.ExplicitText.Text, q.ExplicitText.Span)
		}
		if q.NoticeRef.Length > 0 {
			b.add(path+".noticeRef", "User notice, reference", dump(q.NoticeRef.In(b.c.Raw)), q.NoticeRef)
		}
		if q.ExplicitText.Length == 0 && q.NoticeRef.Length == 0 {
			b.add(path, "User notice", "", q.Span)
		}
		return
	}
	b.add(path, "Qualifier ("+nameOr(q.ID)+")", dump(q.Raw.In(b.c.Raw)), q.Span)
}

// statement adds one statement of qcStatements (ETSI EN 319 412-5).
func (b *builder) statement(path string, s *cert.QCStatement) {
	lines := s.Lines
	if len(lines) == 0 && s.Info.Length > 0 {
		lines = []string{dump(s.Info.In(b.c.Raw))}
	}
	value := named(s.ID)
	if len(lines) > 0 {
		value += ": " + strings.Join(lines, "; ")
	}
	b.words(path, "Statement", value, s.Span)
}
