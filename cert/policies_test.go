package cert_test

import (
	"fmt"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func policiesText(p *cert.CertificatePolicies) string {
	if p == nil {
		return none
	}
	text := ""
	for i := range p.Policies {
		text += string(p.Policies[i].ID) + "("
		for j := range p.Policies[i].Qualifiers {
			q := &p.Policies[i].Qualifiers[j]
			text += fmt.Sprintf("%s %q %q %v", q.ID.Name(), q.CPS.Text, q.ExplicitText.Text, q.NoticeRef.Length > 0)
			if q.Fault != "" {
				text += "!"
			}
		}
		text += ")"
	}
	return text + "."
}

func TestPolicies(t *testing.T) {
	policy := func(qualifiers ...[]byte) gen.Extension { return gen.PolicyList(gen.Policy("1.2.3", qualifiers...)) }
	cases := map[string]decoding{
		"two":            {gen.Policies("1.2.3", cert.OIDAnyPolicy), "1.2.3()2.5.29.32.0().", nil},
		"CPS":            {policy(gen.CPS("http://cps")), `1.2.3(cps "http://cps" "" false).`, nil},
		"user notice":    {policy(gen.UserNotice(gen.NoticeReference("O", 1, 2), gen.Text(gen.BMP, "Grüße"))), `1.2.3(userNotice "" "Grüße" true).`, nil},
		"empty notice":   {policy(gen.UserNotice()), `1.2.3(userNotice "" "" false).`, nil},
		"another kind":   {policy(gen.Qualifier("1.2.4", gen.Integer(1))), `1.2.3( "" "" false).`, nil},
		"empty":          {gen.PolicyList(), ".", []named{{"", cert.FaultEmpty}}},
		"no qualifiers":  {gen.PolicyList(gen.Sequence(gen.OID("1.2.3"), gen.Sequence())), "1.2.3().", []named{{".policies[0]", cert.FaultEmpty}}},
		"no policy":      {gen.PolicyList(gen.Integer(1), gen.Policy("1.2.3")), "()1.2.3().", structure(".policies[0]")},
		"more":           {gen.PolicyList(gen.Sequence(gen.OID("1.2.3"), gen.Null())), "1.2.3().", []named{{".policies[0]", cert.FaultTrailingData}}},
		"CPS not IA5":    {policy(gen.Qualifier(cert.OIDCPS, gen.Text(gen.UTF8, "u"))), `1.2.3(cps "u" "" false!).`, structure(".policies[0].qualifiers[0]")},
		"notice no SEQ":  {policy(gen.Qualifier(cert.OIDUserNotice, gen.Integer(1))), `1.2.3(userNotice "" "" false!).`, structure(".policies[0].qualifiers[0]")},
		"notice no text": {policy(gen.UserNotice(gen.Integer(1))), `1.2.3(userNotice "" "" false!).`, structure(".policies[0].qualifiers[0]")},
		"no value":       {policy(gen.Sequence(gen.OID(cert.OIDCPS))), `1.2.3( "" "" false!).`, structure(".policies[0].qualifiers[0]")},
		"three parts":    {policy(gen.Sequence(gen.OID(cert.OIDCPS), gen.Text(gen.IA5, "u"), gen.Null())), `1.2.3(cps "u" "" false!).`, structure(".policies[0].qualifiers[0]")},
		"a NULL":         {raw(cert.OIDCertificatePolicies, gen.Null()), none, structure("")},
	}
	application := map[string]decoding{}
	for name, d := range cases {
		d.extension.OID = cert.OIDMSApplicationPolicies
		application[name] = d
	}
	decodes(t, func(c *cert.Certificate) string { return policiesText(c.MSAppPolicies) }, application)
	for name, d := range cases {
		c := cert.Parse(with(d.extension))
		if got := policiesText(c.Policies); got != d.parts {
			t.Errorf("%s: read %s, want %s", name, got, d.parts)
		}
	}
}

func TestPolicyMappings(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		if c.PolicyMappings == nil {
			return none
		}
		return mappingsText(c.PolicyMappings)
	}, map[string]decoding{
		"pairs":    {gen.PolicyMappings("1.2.3", "1.2.4", "1.2.5", "1.2.6"), ". 1.2.3=1.2.4 1.2.5=1.2.6", nil},
		"empty":    {gen.PolicyMappings(), ".", []named{{"", cert.FaultEmpty}}},
		"one":      {raw(cert.OIDPolicyMappings, gen.Sequence(gen.Sequence(gen.OID("1.2.3")))), ". 1.2.3=", structure(".mappings[0]")},
		"three":    {raw(cert.OIDPolicyMappings, gen.Sequence(gen.Sequence(gen.OID("1.2.3"), gen.OID("1.2.4"), gen.Null()))), ". 1.2.3=1.2.4", structure(".mappings[0]")},
		"a string": {raw(cert.OIDPolicyMappings, gen.Text(gen.UTF8, "x")), none, structure("")},
	})
}

func mappingsText(m *cert.PolicyMappings) string {
	text := "."
	for _, pair := range m.Mappings {
		text += " " + string(pair.Issuer) + "=" + string(pair.Subject)
	}
	return text
}

func TestPolicyConstraints(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		if c.PolicyConstraints == nil {
			return none
		}
		return fmt.Sprintf("%x %x", c.PolicyConstraints.RequireExplicitPolicy.Bytes, c.PolicyConstraints.InhibitPolicyMapping.Bytes)
	}, map[string]decoding{
		"both":  {gen.PolicyConstraints(gen.RequireExplicitPolicy(0), gen.InhibitPolicyMapping(5)), "00 05", nil},
		"empty": {gen.PolicyConstraints(), " ", []named{{"", cert.FaultEmpty}}},
		"order": {gen.PolicyConstraints(gen.InhibitPolicyMapping(5), gen.RequireExplicitPolicy(0)), none, structure("")},
		"SET":   {raw(cert.OIDPolicyConstraints, gen.Set()), none, structure("")},
	})
}

func TestInhibitAnyPolicy(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		if c.InhibitAnyPolicy == nil {
			return none
		}
		return c.InhibitAnyPolicy.SkipCerts.Big().String()
	}, map[string]decoding{
		"number":     {gen.InhibitAnyPolicy(3), "3", nil},
		"no octets":  {raw(cert.OIDInhibitAnyPolicy, gen.TLV(gen.IntegerTag)), "0", []named{{"", cert.FaultInteger}}},
		"a SEQUENCE": {raw(cert.OIDInhibitAnyPolicy, gen.Sequence(gen.Integer(3))), none, structure("")},
	})
}
