package lints

import "strconv"

var versionRules = []Rule{{
	ID:           "version-not-v3",
	Requirements: []string{"SBR-7.1.1-1"},
	Source:       SBR, Section: "7.1.1", Severity: Error,
	Title: "The certificate is not of version 3",
	Explanation: "Only version 3 certificates can say what their key is for and which email address they belong to. " +
		"Mail programs have no reason to accept another version.",
	Remedy: askIssuer,
	Quote:  "Certificates SHALL be of type X.509 v3.",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{PartVersion},
	Check: versionNotV3,
	ZLint: []string{"e_cert_extensions_version_not_3"},
}}

func versionNotV3(s *Subject) []Place {
	v := s.Cert.Version
	if !v.Present {
		return at(string(PartVersion), s.Cert.TBS, "v1 (no version is encoded)")
	}
	if len(v.Bytes) == 1 && v.Bytes[0] == 2 {
		return nil
	}
	got := "an unknown version"
	if len(v.Bytes) == 1 && v.Bytes[0] < 0x80 {
		got = "v" + strconv.Itoa(int(v.Bytes[0])+1)
	}
	return at(string(PartVersion), v.Span, got)
}
