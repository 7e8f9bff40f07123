package lints

// untried are rules that no case makes fire yet; each comes off this list with
// its cases, and a new rule never comes onto it.
var untried = map[string]bool{
	"ca-basic-constraints-missing":   true,
	"ca-basic-constraints-not-ca":    true,
	"crl-ca-on-hold":                 true,
	"crl-ca-reason-missing":          true,
	"crl-over-ten-days":              true,
	"crl-over-ten-days-unknown":      true,
	"crl-over-twelve-months":         true,
	"crl-reason-critical":            true,
	"crl-reason-missing":             true,
	"crl-reason-unspecified":         true,
	"crl-signature-algorithm":        true,
	"crl-strict-on-hold":             true,
	"ocsp-ca-reason-missing":         true,
	"ocsp-exactly-ten-days":          true,
	"ocsp-hold-not-permitted":        true,
	"ocsp-next-update-missing":       true,
	"ocsp-not-basic":                 true,
	"ocsp-over-ten-days":             true,
	"ocsp-reason-code-extension":     true,
	"ocsp-reason-unspecified":        true,
	"ocsp-responder-nocheck-missing": true,
	"ocsp-responder-of-other-ca":     true,
	"ocsp-responder-purpose-missing": true,
	"ocsp-signature-algorithm":       true,
	"ocsp-signer-key-usage":          true,
	"ocsp-under-eight-hours":         true,
}
