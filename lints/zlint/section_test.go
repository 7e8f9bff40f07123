package zlint

import (
	"regexp"
	"testing"

	"github.com/zmap/zlint/v3/lint"
)

func TestSection(t *testing.T) {
	for _, c := range []struct{ lint, want string }{
		{"e_key_usage_presence", "S/MIME BR 7.1.2.3(e)"},
		{"e_commonname_mailbox_validated", "S/MIME BR 7.1.4.2.2(a)"},
		{"e_exactly_one_smime_policy", "S/MIME BR 7.1.2.3"},
		{"e_single_email_if_present", "S/MIME BR 7.1.4.2.1, 7.1.4.2.2(h)"},
		{"e_registration_scheme_id_matches_subject_country", "S/MIME BR Appendix A.1"},
		{"e_legacy_generation_deprecated", "S/MIME BR, ballot SMC08"},
		{"e_basic_constraints_not_critical", "RFC 5280 4.2.1.9"},
		{"e_ext_key_usage_cert_sign_without_ca", "RFC 5280 4.2.1.3, 4.2.1.9"},
		{"e_key_usage_and_extended_key_usage_inconsistent", "RFC 5280 4.2.1.12"},
		{"e_subject_common_name_max_length", "RFC 5280 Appendix A.1"},
		{"e_subject_printable_string_badalpha", "RFC 5280 Appendix B"},
		{"e_rfc_dnsname_label_too_long", "RFC 5280 4.2.1.6"},
		{"e_ext_san_dns_name_too_long", "RFC 5280"},
		{"e_international_dns_name_not_unicode", "RFC 3490"},
		{"w_ext_cert_policy_explicit_text_not_nfc", "RFC 6818 3"},
		{"e_incorrect_ku_encoding", "X.690 11.2.2"},
		{"e_mp_exponent_cannot_be_one", "Mozilla Root Store Policy 5.2"},
		{"e_qcstatem_qctype_valid", "ETSI EN 319 412-5 4.2.3"},
		{"e_duplicate_etsi_qcstatement", "ETSI EN 319 412-5 QCS-4.1-02A"},
		{"w_qcstatem_psd2_ncaid_eulist", "ETSI TS 119 495 Annex D"},
		{"e_rsa_fermat_factorization", ""},
	} {
		if got := section(lintNamed(t, c.lint)); got != c.want {
			t.Errorf("%s: %q, want %q", c.lint, got, c.want)
		}
	}
}

// Every citation of zlint, those of a next version too, comes out in one of
// these forms or gets an entry in sections.
func TestSectionsAreTidy(t *testing.T) {
	const number = `([A-Z]\.)?\d+(\.\d+)*(\([a-z]\))?|Appendix [A-Z](\.\d)?`
	tidy := regexp.MustCompile(`^(S/MIME BR(, ballot SMC\d\d)?|RFC \d{4}|Mozilla Root Store Policy|X\.690|ITU-T X\.\d{3}.*|ETSI (EN|TS) [\d -]+( QCS-[\dA-Z.-]+| Annex [A-Z])?)?( (` + number + `)(, (` + number + `))*)?$`)
	for _, l := range inOrder() {
		if got := section(l); !tidy.MatchString(got) {
			t.Errorf("%s: %q out of %q", l.Name, got, l.Citation)
		}
	}
}

func lintNamed(t *testing.T, name string) *lint.CertificateLint {
	t.Helper()
	l := lint.GlobalRegistry().CertificateLints().ByName(name)
	if l == nil {
		t.Fatalf("zlint has no lint %s", name)
	}
	return l
}
