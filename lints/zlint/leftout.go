package zlint

import "slices"

// LeftOut is a lint that is not run, with the reason in words.
type LeftOut struct{ Lint, Reason string }

// leftOut lists the lints that are never run.
var leftOut = []LeftOut{
	{"e_cert_issued_by_compromised_emudhra_ca", "compares with eight keys of issuers of website and code certificates, which takes half a second in a browser"},
	{"e_ecdsa_small_private_key", "builds a table for each curve, which takes up to 17 seconds in a browser"},
	{"e_ext_cannot_be_empty_sequence", "looks at the extensions in another order each time and stops at the first one, so that its answers differ"},
	{"e_subject_dn_not_printable_characters", "reads every text as UTF-8, and so takes a BMPString for control characters"},
}

// selfSigned is why lints about subscribers' certificates pass over one.
const selfSigned = "judges only certificates that somebody else has signed; the owner of this one signed it"

// forSubscribers are lints on subscribers' certificates that take the certificate
// of an issuer for one, by the policies that it permits.
var forSubscribers = []string{
	"e_legacy_generation_deprecated",
	"e_mailbox_validated_allowed_subjectdn_attributes",
}

// notForIssuers is why they are not run on the certificate of an issuer.
const notForIssuers = "judges subscribers' certificates, and takes this one of an issuer for one"

// slow are the lints that may take noticeably longer than the others, within
// the bounds of limits.go.
var slow = []string{
	"e_ext_cert_policy_duplicate", // quadratic in the policies
	"e_rsa_fermat_factorization",  // grows with the modulus
	"n_san_iana_pub_suffix_empty", // quadratic in the length of a name
	"w_ian_iana_pub_suffix_empty", // the same
}

func isLeftOut(name string) bool {
	return slices.ContainsFunc(leftOut, func(l LeftOut) bool { return l.Lint == name })
}
