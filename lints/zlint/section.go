package zlint

import "github.com/zmap/zlint/v3/lint"

// section is the citation of a lint in the form that the rule book uses.
func section(l *lint.CertificateLint) string { return tidy(l.Citation) }
