package lints

import (
	"testing"

	"sealglass/testdata/gen"
)

// ruleDates are the days on which rules come and go, written down a second time
// from the texts that set them: the tests of the edges (coverage_test.go) go by
// the rules' own dates and would not see a wrong one. Rules that are not here
// hold from the first day of the Requirements on, or of RFC 5280.
var ruleDates = map[string][2]Date{
	"signature-algorithm-mldsa-early":               {"2023-09-01", "2025-08-22"},
	"common-name-not-the-pseudonym":                 {"2024-05-11", ""},
	"common-name-not-the-pseudonym-early":           {"2023-09-01", "2024-05-11"},
	"common-name-pseudonym-spelling":                {"2024-05-11", ""},
	"common-name-more-than-pseudonym":               {"2024-05-11", ""},
	"common-name-marked-as-pseudonym":               {"2024-05-11", ""},
	"legacy-person-missing":                         {"2023-09-01", "2025-07-15"},
	"organization-identifier-vat-subdivision-early": {"2023-09-01", "2025-05-14"},
	"organization-identifier-vat-subdivision":       {"2025-05-14", ""},
	"organization-identifier-country-differs":       {"2024-05-11", ""},
	"organization-identifier-vat-country-differs":   {"2024-05-11", ""},
	"organization-identifier-country-differs-early": {"2023-09-01", "2024-05-11"},
	"organization-identifier-exception-early":       {"2023-09-01", "2024-05-11"},
	"euid-incomplete-or-foreign":                    {"2025-05-14", ""},
	"german-register-number-not-euid":               {"2025-05-14", ""},
	"european-register-number-subdivision":          {"2024-11-22", "2025-05-14"},
	"perhaps-european-register-number-subdivision":  {"2024-11-22", "2025-05-14"},
	"natural-person-identifier-scheme-early":        {"2023-09-01", "2024-11-22"},
	"street-without-place":                          {"2024-05-11", ""},
	"locality-without-country":                      {"2024-05-11", ""},
	"state-without-country":                         {"2024-05-11", ""},
	"postal-code-without-country":                   {"2024-05-11", ""},
	"country-user-assigned":                         {"2024-05-11", ""},
	"country-user-assigned-early":                   {"2023-09-01", "2024-05-11"},
	"key-pqc-early":                                 {"2023-09-01", "2025-08-22"},
	"key-pqc-length-wrong":                          {"2025-08-22", ""},
	"rsa-ca-modulus-short":                          {"2026-09-15", ""},
	"rsa-issuer-modulus-short":                      {"2027-09-15", ""},
	"legacy-policy":                                 {"2025-07-15", ""},
	"key-usage-mldsa":                               {"2025-08-22", ""},
	"key-usage-mlkem":                               {"2025-08-22", ""},
	"ext-key-usage-2027":                            {"2027-07-01", ""},
	"utf8-mailbox-u-label":                          {"2024-08-29", ""},
	"utf8-mailbox-a-label-early":                    {"2023-09-01", "2024-08-29"},
	"directory-name-attribute-forbidden":            {"2025-07-02", ""},
	"directory-name-attribute-missing":              {"2025-07-02", ""},
	"subca-other-purpose-2027":                      {"2027-07-01", ""},
	"cross-certificate-purposes-2026":               {"2026-09-28", ""},
	"issuer-before-smime-rules":                     {"2024-09-15", ""},
	"rfc8813-key-usage":                             {"2020-09-01", ""},
	"rfc9295-key-usage":                             {"2022-10-01", ""},
	"rfc9881-key-usage":                             {"2025-11-01", ""},
	"rfc9935-key-usage":                             {"2026-04-01", ""},
	"qc-semantics-natural":                          {"2020-07-01", ""},
	"qc-type-of-organization":                       {"2017-12-01", ""},
	"qc-type-not-for-email":                         {"2017-12-01", ""},
	"qc-pds-without-english":                        {"2017-12-01", ""},
	"qc-pds-without-https":                          {"2023-10-01", ""},
	"qc-legislation-country":                        {"2017-12-01", ""},
	"mozilla-sha1":                                  {"2022-07-01", "2023-09-01"},
	"mozilla-sha1-ca":                               {"2023-07-01", "2023-09-01"},
	"mozilla-subca-purposes":                        {"2019-01-01", ""},
	"apple-no-mailbox":                              {"2027-02-01", ""},
	"apple-only-smtputf8-mailbox":                   {"2027-02-01", ""},
	"apple-validity-2022":                           {"2022-04-01", "2023-09-01"},
	"apple-no-rfc822-name-2022":                     {"2022-04-01", "2026-08-01"},
	"apple-root-key":                                {"2026-08-01", ""},
	"apple-subca-purposes":                          {"2026-08-01", ""},
	"apple-subca-single-purpose":                    {"2027-07-01", ""},
	"apple-subca-shared-key":                        {"2026-08-01", ""},
	"apple-pqc":                                     {"2025-08-22", ""},
	"microsoft-document-signing":                    {"2027-07-01", ""},
	"microsoft-root-validity":                       {"2026-07-01", ""},
	"ccadb-cross-certificate-purposes":              {"2025-06-15", ""},
}

func TestRuleDates(t *testing.T) {
	const rfc5280 = "2008-05-01" // its month of publication
	for _, r := range Catalogue() {
		want, listed := ruleDates[r.ID]
		if listed && (r.From != want[0] || r.Until != want[1]) {
			t.Errorf("%s holds from %s to %s, not from %s to %s", r.ID, r.From, r.Until, want[0], want[1])
		}
		if !listed && (r.From != "" && r.From != "2023-09-01" && r.From != rfc5280 || r.Until != "") {
			t.Errorf("%s holds from %s to %s: say so in ruleDates", r.ID, r.From, r.Until)
		}
	}
	for id := range ruleDates {
		if lookUp(id) == nil {
			t.Errorf("there is no rule %s", id)
		}
	}
}

func lookUp(id string) *Rule {
	for _, r := range Catalogue() {
		if r.ID == id {
			return &r
		}
	}
	return nil
}

// published are the days of the versions, from the Requirements' own table of
// revisions (1.0.15: of its release).
var published = [...]Date{
	"2023-01-01", "2023-08-11", "2023-12-08", "2024-02-20", "2024-05-11", "2024-07-15", "2024-08-29", "2024-11-22", "2024-12-22",
	"2025-05-14", "2025-07-02", "2025-08-22", "2025-10-13", "2026-03-27", "2026-05-05", "2026-07-30", "2026-09-28",
}

func TestVersionsArePublished(t *testing.T) {
	if len(Versions) != len(published) {
		t.Fatalf("%d versions", len(Versions))
	}
	for i, v := range Versions {
		if v.Published != published[i] {
			t.Errorf("%s is of %s, not of %s", v.Number, v.Published, published[i])
		}
	}
	effective := map[Date]int{}
	for _, v := range Versions {
		for _, d := range v.Dates {
			effective[d.Date]++
		}
	}
	for day, n := range map[Date]int{"2023-09-01": 1, "2024-09-15": 1, "2025-07-15": 1, "2026-09-15": 2, "2027-09-15": 1, "2027-07-01": 1} {
		if effective[day] != n {
			t.Errorf("%d changes come into force on %s, not %d", effective[day], day, n)
		}
	}
}

// What was found is said in figures that people compare with their own.
func TestFiguresAreSaid(t *testing.T) {
	for name, test := range map[string]struct {
		cert edit
		rule string
		got  string
	}{
		"a second too long": {func(c *gen.Cert) {
			c.NotBefore, c.NotAfter = gen.At("2026-01-01 00:00:00"), gen.At("2028-04-05 00:00:00")
		}, "validity-too-long", "826 days (1 s too long)"},
		"a day too long": {func(c *gen.Cert) {
			c.NotBefore, c.NotAfter = gen.At("2026-01-01 00:00:00"), gen.At("2028-04-05 23:59:59")
		}, "validity-too-long", "826 days"},
		"a day less than so": {func(c *gen.Cert) {
			c.NotBefore, c.NotAfter = gen.At("2026-01-01 00:00:00"), gen.At("2028-04-05 23:59:58")
		}, "validity-too-long", "826 days (86399 s too long)"},
		"v1":   {func(c *gen.Cert) { c.Version = gen.Context(0, gen.Integer(0)) }, "version-not-v3", "v1"},
		"v4":   {func(c *gen.Cert) { c.Version = gen.Context(0, gen.Integer(3)) }, "version-not-v3", "v4"},
		"v128": {func(c *gen.Cert) { c.Version = gen.Context(0, gen.Integer(127)) }, "version-not-v3", "v128"},
		"v129": {func(c *gen.Cert) { c.Version = gen.Context(0, gen.Integer(128)) }, "version-not-v3", "an unknown version"},
	} {
		c := testCase{cert: leaf("mailbox", "strict", test.cert)}
		rules := Catalogue()
		got := ""
		for _, f := range Run(c.subject(), rules).Findings {
			if f.Rule == test.rule {
				got = f.At[0].Got
			}
		}
		if got != test.got {
			t.Errorf("%s: %q, want %q", name, got, test.got)
		}
	}
}
