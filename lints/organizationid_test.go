package lints

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// registeredAs is an organization-validated certificate with this country, or
// none, and this organizationIdentifier.
func registeredAs(country, identifier string, edits ...edit) func() *gen.Cert {
	set := []edit{subjectSet(cert.OIDOrganizationIdentifier, identifier), subjectWithout(cert.OIDCountryName)}
	if country != "" {
		set = append(set, subjectSet(cert.OIDCountryName, country))
	}
	return leaf("organization", "strict", append(set, edits...)...)
}

var organizationIDCases = []testCase{
	{name: "trade register", cert: registeredAs("GB", "NTRGB-12345678")},
	{name: "trade register of a state", cert: registeredAs("US", "NTRUS+CA-12345678")},
	{name: "tax office", cert: registeredAs("AT", "VATAT-U12345678")},
	{name: "payment services", cert: registeredAs("BE", "PSDBE-NBB-1234.567.890")},
	{name: "Legal Entity Identifier", cert: registeredAs("US", leiScheme+sampleLEI)},
	{name: "government", cert: registeredAs("US", "GOVUS")},
	{name: "government of a state", cert: registeredAs("US", "GOVUS+CA")},
	{name: "international organization", cert: registeredAs("CH", "INTXG")},
	{name: "without a country", cert: registeredAs("", "NTRGB-12345678")},
	{name: "two identifiers", cert: registeredAs("GB", "NTRGB-12345678", subjectAdd(cert.OIDOrganizationIdentifier, gen.UTF8, leiScheme+sampleLEI))},
	{
		name: "BMPString", cert: registeredAs("GB", "NTRGB-1", subjectTyped(cert.OIDOrganizationIdentifier, gen.BMP, "NTRGB-1")),
		want: []string{"error organization-identifier-type"},
	},
	{
		name: "unknown scheme", cert: registeredAs("ES", "ABCES-1234"),
		want: []string{"error organization-identifier-scheme"},
	},
	{
		name: "number alone", cert: registeredAs("ES", "1234"),
		want: []string{"error organization-identifier-scheme"},
	},
	{
		name: "no country code", cert: registeredAs("GB", "NTR-12345678"),
		want: []string{"error organization-identifier-country-missing"},
	},
	{
		name: "country code of a union", cert: registeredAs("FR", "NTREU-12345678"),
		want: []string{"error organization-identifier-country-unknown"},
	},
	{
		name: "register of the whole world", cert: registeredAs("FR", "NTRXG-12345678"),
		want: []string{"error organization-identifier-country-unknown"},
	},
	{
		name: "Greek prefix in a trade register", cert: registeredAs("GR", "NTREL-12345678"),
		want: []string{"error organization-identifier-country-unknown"},
	},
	{
		name: "subdivision of four characters", cert: registeredAs("US", "NTRUS+CALI-12345678"),
		want: []string{"error organization-identifier-subdivision"},
	},
	{
		name: "empty subdivision of a government", cert: registeredAs("US", "GOVUS+"),
		want: []string{"error organization-identifier-subdivision"},
	},
	{
		name: "VAT number of a state", cert: registeredAs("US", "VATUS+CA-1"),
		want: []string{"notice organization-identifier-vat-subdivision"},
	},
	{
		name: "VAT number of a state before May 2025", cert: registeredAs("US", "VATUS+CA-1", dated("2025-05-13")),
		want: []string{"error organization-identifier-vat-subdivision-early"},
	},
	{
		name: "VAT number of a malformed state before May 2025", cert: registeredAs("US", "VATUS+-1", dated("2025-05-13")),
		want: []string{"error organization-identifier-vat-subdivision-early"},
	},
	{
		name: "VAT number of a malformed state", cert: registeredAs("US", "VATUS+-1"),
		want: []string{"error organization-identifier-subdivision"},
	},
	{
		name: "VAT number before May 2025", cert: registeredAs("AT", "VATAT-U12345678", dated("2025-05-13")),
	},
	{
		name: "no hyphen", cert: registeredAs("GB", "NTRGB12345678"),
		want: []string{"error organization-identifier-reference"},
	},
	{
		name: "no reference", cert: registeredAs("GB", "NTRGB-"),
		want: []string{"error organization-identifier-reference"},
	},
	{
		name: "government with a number", cert: registeredAs("US", "GOVUS-123456"),
		want: []string{"error organization-identifier-government"},
	},
	{
		name: "international organization with a number", cert: registeredAs("US", "INTXG-123456"),
		want: []string{"error organization-identifier-international"},
	},
	{
		name: "Legal Entity Identifier with a country", cert: registeredAs("US", "LEIUS-506700GE1G29325QX363"),
		want: []string{"error organization-identifier-lei-country"},
	},
	{
		name: "Legal Entity Identifier with a wrong check digit", cert: registeredAs("US", "LEIXG-506700GE1G29325QX364"),
		want: []string{"error organization-identifier-lei-code"},
	},
	{
		name: "Legal Entity Identifier without hyphen", cert: registeredAs("US", "LEIXG506700GE1G29325QX363"),
		want: []string{"error organization-identifier-reference"},
	},
	{
		name: "payment services without an authority", cert: registeredAs("BE", "PSDBE-1234.567.890"),
		want: []string{"warning organization-identifier-payment-services"},
	},
	{
		name: "payment services of a region", cert: registeredAs("BE", "PSDBE+VLG-NBB-1"),
		want: []string{"warning organization-identifier-payment-services"},
	},
	{
		name: "in a directory name", cert: leaf("organization", "strict", besideName("organization", "strict", subjectSet(cert.OIDOrganizationIdentifier, "NTRDE"))),
		want: []string{"error organization-identifier-reference"},
	},
}

var organizationIDCountryCases = []testCase{
	{
		name: "another country", cert: registeredAs("FR", "NTRGB-12345678"),
		want: []string{"error organization-identifier-country-differs"},
	},
	{
		name: "another country before May 2024", cert: registeredAs("FR", "NTRGB-12345678", dated("2024-05-10")),
		want: []string{"error organization-identifier-country-differs-early"},
	},
	{name: "same country before May 2024", cert: registeredAs("GB", "NTRGB-12345678", dated("2024-05-10"))},
	{name: "no country before May 2024", cert: registeredAs("", "NTRGB-12345678", dated("2024-05-10"))},
	{name: "the second of two countries", cert: registeredAs("FR", "NTRGB-12345678", subjectAdd(cert.OIDCountryName, gen.Printable, "GB"))},
	{name: "Greek VAT prefix", cert: registeredAs("GR", "VATEL-123456789")},
	{name: "Greek VAT number with the ISO code", cert: registeredAs("GR", "VATGR-123456789")},
	{name: "Greek VAT prefix without a country", cert: registeredAs("", "VATEL-123456789")},
	{name: "VAT prefix of Northern Ireland", cert: registeredAs("GB", "VATXI-123456789")},
	{
		name: "Greek VAT prefix in another country", cert: registeredAs("DE", "VATEL-123456789"),
		want: []string{"error organization-identifier-vat-country-differs"},
	},
	{
		name: "Greek VAT prefix before May 2024", cert: registeredAs("GR", "VATEL-123456789", dated("2024-05-10")),
		want: []string{"notice organization-identifier-exception-early"},
	},
	{
		name: "Greek VAT prefix without a country before May 2024", cert: registeredAs("", "VATEL-123456789", dated("2024-05-10")),
		want: []string{"notice organization-identifier-exception-early"},
	},
	{
		name: "Greek VAT prefix in another country before May 2024", cert: registeredAs("DE", "VATEL-123456789", dated("2024-05-10")),
		want: []string{"error organization-identifier-country-differs-early"},
	},
	{
		name: "Legal Entity Identifier before May 2024", cert: registeredAs("US", leiScheme+sampleLEI, dated("2024-05-10")),
		want: []string{"notice organization-identifier-exception-early"},
	},
	{name: "Legal Entity Identifier without a country before May 2024", cert: registeredAs("", leiScheme+sampleLEI, dated("2024-05-10"))},
	{
		name: "government of a country without a code", cert: registeredAs("XX", "GOVXX"),
		want: []string{"warning organization-identifier-xx", "notice draft-gov-xx"},
	},
	{
		name: "register of a country without a code", cert: registeredAs("", "NTRXX-1234"),
		want: []string{"warning organization-identifier-xx"},
	},
	{
		name: "country without a code, register of another", cert: registeredAs("XX", "NTRRS-1234"),
		want: []string{"warning organization-identifier-xx"},
	},
	{
		name: "country with a code, register of one without", cert: registeredAs("DE", "GOVXX"),
		want: []string{"error organization-identifier-country-differs", "notice draft-gov-xx"},
	},
	{
		name: "country that is no code", cert: registeredAs("UK", "NTRGB-12345678"),
		want: []string{"error country-not-iso"},
	},
}

var euidCases = []testCase{
	{
		name: "German number", cert: registeredAs("DE", "NTRDE-HRB12345"),
		want: []string{"warning german-register-number-not-euid"},
	},
	{
		name: "German number with a dot", cert: registeredAs("DE", "NTRDE-HRB 12.345"),
		want: []string{"warning german-register-number-not-euid"},
	},
	{
		name: "German number of a state", cert: registeredAs("DE", "NTRDE+HE-DER3306.HRB12345"),
		want: []string{"warning german-register-number-not-euid"},
	},
	{
		name: "German number with a French EUID", cert: registeredAs("DE", "NTRDE-FRR3306.HRB12345"),
		want: []string{"warning german-register-number-not-euid"},
	},
	{name: "German number before May 2025", cert: registeredAs("DE", "NTRDE-HRB12345", dated("2025-05-13"))},
	{name: "German tax number", cert: registeredAs("DE", "VATDE-123456789")},
	{name: "Belgian number with dots", cert: registeredAs("BE", "NTRBE-0403.053.608")},
	{name: "Swiss number", cert: registeredAs("CH", "NTRCH-CHE-123.456.789")},
	{name: "French EUID", cert: registeredAs("FR", "NTRFR-FR7501.123456789")},
	{name: "Greek EUID", cert: registeredAs("GR", "NTRGR-ELGEMI.123456789000")},
	{name: "Italian number of Florence", cert: registeredAs("IT", "NTRIT-FI-123.456")},
	{
		name: "EUID of another country", cert: registeredAs("FR", "NTRFR-DER3306.HRB12345"),
		want: []string{"notice euid-incomplete-or-foreign"},
	},
	{
		name: "EUID without a register", cert: registeredAs("NO", "NTRNO-NO.974760673"),
		want: []string{"notice euid-incomplete-or-foreign"},
	},
	{
		name: "European number of a region", cert: registeredAs("GB", "NTRGB+SCT-12345678", dated("2025-05-13")),
		want: []string{"warning european-register-number-subdivision"},
	},
	{name: "European number of a region since", cert: registeredAs("GB", "NTRGB+SCT-12345678")},
	{name: "European number in these months", cert: registeredAs("GB", "NTRGB-12345678", dated("2025-05-13"))},
	{
		name: "Turkish number of a region", cert: registeredAs("TR", "NTRTR+34-12345678", dated("2025-05-13")),
		want: []string{"notice perhaps-european-register-number-subdivision"},
	},
	{name: "American number of a state in these months", cert: registeredAs("US", "NTRUS+CA-12345678", dated("2025-05-13"))},
}

func TestParseOrganizationID(t *testing.T) {
	for text, want := range map[string]organizationID{
		"NTRGB-1":             {scheme: "NTR", country: "GB", hyphen: true, reference: "1"},
		"NTRUS+CA-1-2":        {scheme: "NTR", country: "US", plus: true, subdivision: "CA", hyphen: true, reference: "1-2"},
		"GOVUS+CA":            {scheme: "GOV", country: "US", plus: true, subdivision: "CA"},
		"GOVUS":               {scheme: "GOV", country: "US"},
		"INTXG":               {scheme: "INT", country: "XG"},
		"NTRUS+ABC-1":         {scheme: "NTR", country: "US", plus: true, subdivision: "ABC", hyphen: true, reference: "1"},
		"NTRUS+AB-1":          {scheme: "NTR", country: "US", plus: true, subdivision: "AB", hyphen: true, reference: "1"},
		"PSDBE-AB-1":          {scheme: "PSD", country: "BE", hyphen: true, reference: "AB-1"},
		"PSDBE-ABCDEFGH-1":    {scheme: "PSD", country: "BE", hyphen: true, reference: "ABCDEFGH-1"},
		"VATEL-1":             {scheme: "VAT", country: "EL", hyphen: true, reference: "1"},
		"LEIXG-":              {scheme: "LEI", country: "XG", hyphen: true, fault: idReference},
		"":                    {fault: idScheme},
		"NT":                  {fault: idScheme},
		"ntrGB-1":             {fault: idScheme},
		"N\xc3\xbcGB":         {fault: idScheme},
		"NTR":                 {scheme: "NTR", fault: idCountryMissing},
		"NTRG":                {scheme: "NTR", fault: idCountryMissing},
		"NTRgb-1":             {scheme: "NTR", fault: idCountryMissing},
		"NTRG-1":              {scheme: "NTR", fault: idCountryMissing},
		"NTRZZ-1":             {scheme: "NTR", country: "ZZ", hyphen: true, reference: "1", fault: idCountryUnknown},
		"NTRUS+ABCD-1":        {scheme: "NTR", country: "US", plus: true, subdivision: "ABCD", hyphen: true, reference: "1", fault: idSubdivision},
		"NTRUS+ca-1":          {scheme: "NTR", country: "US", plus: true, subdivision: "ca", hyphen: true, reference: "1", fault: idSubdivision},
		"NTRUS+CA":            {scheme: "NTR", country: "US", plus: true, subdivision: "CA", fault: idReference},
		"NTRGB--":             {scheme: "NTR", country: "GB", hyphen: true, reference: "-", fault: idReference},
		"NTRGB12-3":           {scheme: "NTR", country: "GB", subdivision: "12", hyphen: true, reference: "3", fault: idReference},
		"GOVUSCA":             {scheme: "GOV", country: "US", subdivision: "CA", fault: idGovernment},
		"GOVUS-":              {scheme: "GOV", country: "US", hyphen: true, fault: idGovernment},
		"INTUS":               {scheme: "INT", fault: idInternational},
		"INTXG+CA":            {scheme: "INT", fault: idInternational},
		"LEIXG+CA-1":          {scheme: "LEI", country: "XG", plus: true, subdivision: "CA", hyphen: true, reference: "1", fault: idLEICountry},
		"LEIXG-1":             {scheme: "LEI", country: "XG", hyphen: true, reference: "1", fault: idLEICode},
		"PSDBE-A-1":           {scheme: "PSD", country: "BE", hyphen: true, reference: "A-1", fault: idPSD},
		"PSDBE-ABCDEFGHI-1":   {scheme: "PSD", country: "BE", hyphen: true, reference: "ABCDEFGHI-1", fault: idPSD},
		"PSDBE-NBB-":          {scheme: "PSD", country: "BE", hyphen: true, reference: "NBB-", fault: idPSD},
		"VATUS+CA-1":          {scheme: "VAT", country: "US", plus: true, subdivision: "CA", hyphen: true, reference: "1", fault: idSubdivisionOfVAT},
		"VATXG-1":             {scheme: "VAT", country: "XG", hyphen: true, reference: "1", fault: idCountryUnknown},
		"NTRXX-1":             {scheme: "NTR", country: "XX", hyphen: true, reference: "1"},
		"PSDEL-BOG-1":         {scheme: "PSD", country: "EL", hyphen: true, reference: "BOG-1", fault: idCountryUnknown},
		"LEIXG-50670-GE1G293": {scheme: "LEI", country: "XG", hyphen: true, reference: "50670-GE1G293", fault: idLEICode},
	} {
		got := parseOrganizationID(text)
		if !got.plus {
			got.subdivision = want.subdivision // only means something behind a plus sign
		}
		if got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

func FuzzParseOrganizationID(f *testing.F) {
	for _, seed := range []string{"NTRUS+CA-1", "LEIXG-506700GE1G29325QX363", "GOVUS", "INTXG", "PSDBE-NBB-1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id := parseOrganizationID(text)
		if id.fault != idFine {
			return
		}
		again := id.scheme + id.country
		if id.plus {
			again += "+" + id.subdivision
		}
		if id.hyphen {
			again += "-" + id.reference
		}
		if again != text {
			t.Errorf("%q was read as %q", text, again)
		}
		euidForm(&id)
	})
}

func TestEUIDForm(t *testing.T) {
	for text, want := range map[string]euidKind{
		"NTRDE-DER3306.HRB12345": euidOwn,
		"NTRDE-DER.1":            euidOwn,
		"NTRGR-ELX.1":            euidOwn,
		"NTRGR-GRX.1":            euidOwn,
		"NTRFR-ELX.1":            euidDoubtful,
		"NTRGR-FRX.1":            euidDoubtful,
		"NTRFR-FR.1":             euidDoubtful,
		"NTRDE+BE-DER3306.HRB1":  euidNone,
		"NTRCH-CHR3306.1":        euidNone,
		"NTRFR-F":                euidNone,
		"NTRFR-FR":               euidNone,
		"NTRDE-DER3306":          euidNone,
		"NTRDE-DER3306.":         euidNone,
		"NTRDE-DER3306..1":       euidNone,
		"NTRDE-DER-.1":           euidNone,
		"NTRDE-USR3306.1":        euidNone,
		"NTRDE-FRR-3306.1":       euidNone,
		"NTRDE-FRR3306.":         euidNone,
	} {
		id := parseOrganizationID(text)
		if got := euidForm(&id); id.fault != idFine || got != want {
			t.Errorf("%s: %d, want %d (fault %d)", text, got, want, id.fault)
		}
	}
}
