package cert_test

import (
	"fmt"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func pointsText(d *cert.DistributionPoints) string {
	if d == nil {
		return none
	}
	text := ""
	for _, p := range d.Points {
		text += fmt.Sprintf("{%s%v%v%s}", namesText(p.FullName), p.RelativeName.Length > 0, p.Reasons.Bytes, namesText(p.CRLIssuer))
	}
	return text + "."
}

func TestDistributionPoints(t *testing.T) {
	attribute := gen.Attribute{Type: cert.OIDCommonName, Tag: gen.UTF8, Value: "x"}
	cases := map[string]decoding{
		"URIs":     {gen.CRLDistributionPoints(gen.Point("http://a", "http://b")), "{[6:http://a 6:http://b]false[][]}.", nil},
		"relative": {gen.CRLDistributionPoints(gen.DistributionPoint(gen.RelativeName(attribute), gen.CRLIssuer(gen.DirectoryName(gen.NewName(string(cert.OIDCommonName), "I"))))), "{[]true[][4:CN=I]}.", nil},
		"reasons":  {gen.CRLDistributionPoints(gen.DistributionPoint(gen.FullName(gen.URI("u")), gen.Reasons(1, 2))), "{[6:u]false[96][]}.", nil},
		"empty":    {gen.CRLDistributionPoints(), ".", []named{{"", cert.FaultEmpty}}},
		"no point": {gen.CRLDistributionPoints(gen.Integer(1), gen.Point("u")), "{[]false[][]}{[6:u]false[][]}.", structure(".points[0]")},
		"no name":  {gen.CRLDistributionPoints(gen.DistributionPoint(gen.Context(0, gen.URI("u")))), "{[]false[][]}.", structure(".points[0]")},
		"bad name": {gen.CRLDistributionPoints(gen.DistributionPoint(gen.FullName(gen.TLV(0x86, []byte{0xff})))), "{[6:\uFFFD!]false[][]}.", []named{{".points[0].fullName.names[0]", cert.FaultString}}},
		"no names": {gen.CRLDistributionPoints(gen.DistributionPoint(gen.FullName())), "{[]false[][]}.", []named{{".points[0].fullName", cert.FaultEmpty}}},
		"order":    {gen.CRLDistributionPoints(gen.DistributionPoint(gen.Reasons(1), gen.FullName(gen.URI("u")))), "{[]false[64][]}.", structure(".points[0]")},
		"a SET":    {raw(cert.OIDCRLDistributionPoints, gen.Set()), none, structure("")},
	}
	decodes(t, func(c *cert.Certificate) string { return pointsText(c.CRLDistributionPoints) }, cases)
	freshest := map[string]decoding{}
	for name, d := range cases {
		d.extension.OID = cert.OIDFreshestCRL
		freshest[name] = d
	}
	decodes(t, func(c *cert.Certificate) string { return pointsText(c.FreshestCRL) }, freshest)
}

func accessText(a *cert.InfoAccess) string {
	if a == nil {
		return none
	}
	text := ""
	for i := range a.Descriptions {
		d := &a.Descriptions[i]
		text += d.Method.Name() + namesText([]cert.GeneralName{d.Location})
	}
	return text + "."
}

func TestInfoAccess(t *testing.T) {
	cases := map[string]decoding{
		"two": {
			gen.AuthorityInfoAccess(gen.Access(cert.OIDOCSP, gen.URI("http://o")), gen.Access(cert.OIDCAIssuers, gen.DirectoryName(gen.NewName(string(cert.OIDCommonName), "I")))),
			"ocsp[6:http://o]caIssuers[4:CN=I].", nil,
		},
		"empty":       {gen.AuthorityInfoAccess(), ".", []named{{"", cert.FaultEmpty}}},
		"no location": {gen.AuthorityInfoAccess(gen.Sequence(gen.OID(cert.OIDOCSP)), gen.Access(cert.OIDOCSP, gen.URI("u"))), "[-1:]ocsp[6:u].", structure(".descriptions[0]")},
		"no name":     {gen.AuthorityInfoAccess(gen.Access(cert.OIDOCSP, gen.Null())), "ocsp[-1:!].", structure(".descriptions[0].location")},
		"three parts": {gen.AuthorityInfoAccess(gen.Sequence(gen.OID(cert.OIDOCSP), gen.URI("u"), gen.Null())), "ocsp[6:u].", []named{{".descriptions[0]", cert.FaultTrailingData}}},
		"method":      {gen.AuthorityInfoAccess(gen.Sequence(gen.TLV(gen.OIDTag), gen.URI("u"))), "[6:u].", []named{{".descriptions[0]", cert.FaultStructure}, {"", cert.FaultOID}}},
		"an INTEGER":  {raw(cert.OIDAuthorityInfoAccess, gen.Integer(1)), none, structure("")},
	}
	decodes(t, func(c *cert.Certificate) string { return accessText(c.AuthorityInfoAccess) }, cases)
	subject := map[string]decoding{}
	for name, d := range cases {
		d.extension.OID = cert.OIDSubjectInfoAccess
		subject[name] = d
	}
	decodes(t, func(c *cert.Certificate) string { return accessText(c.SubjectInfoAccess) }, subject)
}

func TestNameConstraints(t *testing.T) {
	value := func(parts ...[]byte) gen.Extension { return raw(cert.OIDNameConstraints, gen.Sequence(parts...)) }
	mail, subnet := gen.Subtree(gen.RFC822Name(".example.com")), gen.Subtree(gen.IPAddress(10, 0, 0, 0, 255, 0, 0, 0))
	decodes(t, func(c *cert.Certificate) string {
		n := c.NameConstraints
		if n == nil {
			return none
		}
		if (n.Permitted != nil) != (n.PermittedSpan.Length > 0) || (n.Excluded != nil) != (n.ExcludedSpan.Length > 0) {
			return "a list without its bytes"
		}
		text := ""
		for _, list := range [][]cert.GeneralSubtree{n.Permitted, n.Excluded} {
			for i := range list {
				text += namesText([]cert.GeneralName{list[i].Base}) + fmt.Sprint(list[i].Minimum.Present, list[i].Maximum.Present)
			}
			text += "/"
		}
		return text
	}, map[string]decoding{
		"both":       {gen.NameConstraints([][]byte{mail}, [][]byte{subnet}), "[1:.example.com]false false/[7:10.0.0.0/255.0.0.0]false false/", nil},
		"limits":     {gen.NameConstraints([][]byte{gen.Subtree(gen.DNSName("a"), gen.Minimum(0), gen.Maximum(2))}, nil), "[2:a]true true//", []named{{".permittedSubtrees[0].minimum", cert.FaultExplicitDefault}}},
		"empty":      {value(), "//", []named{{"", cert.FaultEmpty}}},
		"empty list": {value(gen.Context(0)), "//", []named{{".permittedSubtrees", cert.FaultEmpty}}},
		"address":    {gen.NameConstraints(nil, [][]byte{gen.Subtree(gen.IPAddress(10, 0, 0, 0))}), "/[7:10.0.0.0!]false false/", structure(".excludedSubtrees[0].base")},
		"no subtree": {value(gen.Context(0, gen.Null(), mail)), "[-1:]false false[1:.example.com]false false//", structure(".permittedSubtrees[0]")},
		"more":       {gen.NameConstraints([][]byte{gen.Subtree(gen.DNSName("a"), gen.Null())}, nil), "[2:a]false false//", []named{{".permittedSubtrees[0]", cert.FaultTrailingData}}},
		"order":      {value(gen.Context(1, subnet), gen.Context(0, mail)), none, structure("")},
		"a NULL":     {raw(cert.OIDNameConstraints, gen.Null()), none, structure("")},
	})
}
