package cert_test

import (
	"fmt"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestQCStatements(t *testing.T) {
	one := func(oid cert.OID, information ...[]byte) gen.Extension {
		return gen.QCStatements(gen.QCStatement(oid, information...))
	}
	money := func(parts ...[]byte) gen.Extension { return one(cert.OIDQcLimitValue, gen.Sequence(parts...)) }
	euro := gen.Text(gen.Printable, "EUR")
	bad := structure(".statements[0]")
	roles := gen.Sequence(gen.Sequence(gen.OID("0.4.0.19495.1.1"), gen.Text(gen.UTF8, "PSP_AS")))
	decodes(t, func(c *cert.Certificate) string {
		if c.QCStatements == nil {
			return none
		}
		text := "."
		for _, q := range c.QCStatements.Statements {
			text += fmt.Sprint(q.ID.Name(), "(", strings.Join(q.Lines, "; "), ")")
			if q.Fault != "" {
				text += "!"
			}
		}
		return text
	}, map[string]decoding{
		"compliance":           {gen.QCStatements(gen.QCStatement(cert.OIDQcCompliance), gen.QCStatement(cert.OIDQcSSCD)), ".qcCompliance()qcSSCD()", nil},
		"compliance with more": {one(cert.OIDQcCompliance, gen.Null()), ".qcCompliance()!", bad},
		"limit":                {money(euro, gen.Integer(5), gen.Integer(4)), ".qcLimitValue(limit: 50000 EUR)", nil},
		"limit, zero":          {money(euro, gen.Integer(0), gen.Integer(4)), ".qcLimitValue(limit: 0 EUR)", nil},
		"limit, number":        {money(gen.Integer(978), gen.Integer(5), gen.Integer(0)), ".qcLimitValue(limit: 5 978)", nil},
		"limit, huge exponent": {money(euro, gen.Integer(5), gen.Integer(1000)), ".qcLimitValue(limit: 5 × 10^1000 EUR)", nil},
		"limit, huge amount":   {money(euro, gen.TLV(gen.IntegerTag, make([]byte, 33)), gen.Integer(1)), ".qcLimitValue(limit: a number of 33 bytes EUR)", []named{{"", cert.FaultInteger}}},
		"limit, cut":           {money(euro, gen.Integer(5)), ".qcLimitValue()!", bad},
		"limit, absent":        {one(cert.OIDQcLimitValue), ".qcLimitValue()!", bad},
		"retention":            {one(cert.OIDQcRetention, gen.Integer(10)), ".qcRetentionPeriod(kept for 10 years after the certificate ends)", nil},
		"retention, text":      {one(cert.OIDQcRetention, euro), ".qcRetentionPeriod()!", bad},
		"PDS": {one(cert.OIDQcPDS, gen.Sequence(
			gen.Sequence(gen.Text(gen.IA5, "https://a/en"), gen.Text(gen.Printable, "en")), gen.Sequence(gen.Text(gen.IA5, "https://a/de"), gen.Text(gen.Printable, "de")),
		)), ".qcPDS(https://a/en (en); https://a/de (de))", nil},
		"PDS, one":     {one(cert.OIDQcPDS, gen.Sequence(gen.Sequence(gen.Text(gen.IA5, "u")))), ".qcPDS()!", bad},
		"PDS, empty":   {one(cert.OIDQcPDS, gen.Sequence()), ".qcPDS()!", bad},
		"type":         {one(cert.OIDQcType, gen.Sequence(gen.OID(cert.OIDQcTypeESign), gen.OID("1.2.3"))), ".qcType(qct-esign; 1.2.3)", nil},
		"type, no OID": {one(cert.OIDQcType, gen.Sequence(gen.Null(), gen.OID(cert.OIDQcTypeESeal))), ".qcType(qct-eseal)!", bad},
		"country":      {one(cert.OIDQcCClegislation, gen.Sequence(gen.Text(gen.Printable, "CH"))), ".qcCClegislation(CH)", nil},
		"country, no":  {one(cert.OIDQcCClegislation, gen.Sequence(gen.Integer(1))), ".qcCClegislation()!", bad},
		"ident method": {one(cert.OIDQcIdentMethod, gen.Sequence(gen.OID("0.4.0.1862.1.8.1"))), ".qcIdentMethod(qct-eIDAS1-ab)", nil},
		"QSCD law":     {one(cert.OIDQcQSCDlegislation, gen.Sequence(gen.Text(gen.Printable, "AT"))), ".qcQSCDlegislation(AT)", nil},
		"semantics": {
			one(cert.OIDQCSyntaxV2, gen.Sequence(gen.OID(cert.OIDSemanticsNatural), gen.Sequence(gen.URI("https://r")))),
			".qcSyntax-v2(semantics: semanticsIdNatural; name registration authority: https://r)", nil,
		},
		"syntax only": {one(cert.OIDQCSyntaxV1), ".qcSyntax-v1()", nil},
		"PSD2": {
			one(cert.OIDPSD2, gen.Sequence(roles, gen.Text(gen.UTF8, "Authority"), gen.Text(gen.UTF8, "DE-A"))),
			".psd2QcStatement(role: PSP_AS; authority: Authority (DE-A))", nil,
		},
		"PSD2, cut":  {one(cert.OIDPSD2, gen.Sequence(roles)), ".psd2QcStatement()!", bad},
		"unknown":    {one("1.2.3", gen.Integer(1)), ".()", nil},
		"no OID":     {gen.QCStatements(gen.Sequence(gen.Null()), gen.QCStatement(cert.OIDQcSSCD)), ".()!qcSSCD()", bad},
		"three":      {one("1.2.3", gen.Null(), gen.Null()), ".()!", bad},
		"empty":      {gen.QCStatements(), ".", []named{{"", cert.FaultEmpty}}},
		"an INTEGER": {raw(cert.OIDQCStatements, gen.Integer(1)), none, structure("")},
	})
	c := cert.Parse(with(one(cert.OIDQcPDS, gen.Sequence(gen.Sequence(gen.Text(gen.IA5, "u"), gen.Text(gen.Printable, "en"))))))
	if q := c.QCStatements.Statements[0]; q.URIs[0] != "u" || q.Languages[0] != "en" || q.Info.Length == 0 {
		t.Errorf("%+v", q)
	}
}
