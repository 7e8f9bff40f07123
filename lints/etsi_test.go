package lints

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// qc are statements of a certificate.
func qc(statements ...[]byte) edit { return with(gen.QCStatements(statements...)) }

var (
	compliance = gen.QCStatement(cert.OIDQcCompliance)
	natural    = gen.QCStatement(cert.OIDQCSyntaxV2, gen.Sequence(gen.OID(cert.OIDSemanticsNatural)))
)

func qcType(types ...cert.OID) []byte {
	var list [][]byte
	for _, t := range types {
		list = append(list, gen.OID(t))
	}
	return gen.QCStatement(cert.OIDQcType, gen.Sequence(list...))
}

// qcPDS are terms: pairs of an address and a language.
func qcPDS(pairs ...string) []byte {
	var list [][]byte
	for i := 0; i+1 < len(pairs); i += 2 {
		list = append(list, gen.Sequence(gen.Text(gen.IA5, pairs[i]), gen.Text(gen.Printable, pairs[i+1])))
	}
	return gen.QCStatement(cert.OIDQcPDS, gen.Sequence(list...))
}

func qcLegislation(country string) []byte {
	return gen.QCStatement(cert.OIDQcCClegislation, gen.Sequence(gen.Text(gen.Printable, country)))
}

var etsiCases = []testCase{
	{
		name: "a number without type and country", cert: leaf("individual", "strict", qc(natural), subjectSet(cert.OIDSerialNumber, "123456")),
		want: []string{"warning qc-semantics-natural"},
	},
	{
		name: "a passport", cert: leaf("individual", "strict", qc(natural), subjectSet(cert.OIDSerialNumber, "PASDE-C01X0006H")),
		want: []string{"info natural-person-identifier"},
	},
	{name: "no announcement", cert: leaf("individual", "strict", qc(compliance), subjectSet(cert.OIDSerialNumber, "123456"))},
	{
		name: "organization without a type", cert: leaf("organization", "strict", qc(compliance)),
		want: []string{"notice qc-type-of-organization"},
	},
	{name: "organization with seals", cert: leaf("organization", "strict", qc(compliance, qcType(cert.OIDQcTypeESeal)))},
	{name: "organization by Swiss law", cert: leaf("organization", "strict", qc(compliance, qcLegislation("CH")))},
	{
		name: "type of a website", cert: leaf("organization", "strict", qc(compliance, qcType(cert.OIDQcTypeWeb))),
		want: []string{"notice qc-type-not-for-email"},
	},
	{
		name: "terms in German", cert: leaf("individual", "strict", qc(compliance, qcPDS("https://example.net/de", "de"))),
		want: []string{"notice qc-pds-without-english"},
	},
	{name: "terms in both", cert: leaf("individual", "strict", qc(compliance, qcPDS("https://example.net/de", "de", "http://example.net/en", "en")))},
	{
		name: "terms in the clear", cert: leaf("individual", "strict", qc(compliance, qcPDS("http://example.net/en", "EN"))),
		want: []string{"notice qc-pds-without-https"},
	},
	{
		name: "law of nowhere", cert: leaf("individual", "strict", qc(compliance, qcLegislation("QQ"))),
		want: []string{"notice qc-legislation-country"},
	},
}

func TestNaturalSemantics(t *testing.T) {
	for text, want := range map[string]bool{
		"PASDE-1": true, "IDCBE-590082394654": true, "EI:SE-200007292386": true, "PNOLV-": false, "PNOLV": false, "": false,
		"pasDE-1": false, "PASde-1": false, "PAS:E-1": false, "123456": false, "PASDEU-1": false, "P:SDE-1": false,
	} {
		if naturalSemantics(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}
