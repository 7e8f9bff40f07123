package static_test

import (
	"strings"
	"time"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/view"
)

// now is the day on which the samples are looked at.
var now = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// sample is a report made by hand, with how the second opinion stands.
type sample struct {
	name   string
	report *inspect.Report
	second []view.SecondOpinion
}

func samples() []sample {
	good, remarks := goodCertificate(), remarksCertificate()
	return []sample{
		{"ready", reportOf(file("erika.pem", good)), []view.SecondOpinion{{State: view.SecondDone}}},
		{"remarks", reportOf(file("max.cer", remarks)), []view.SecondOpinion{{State: view.SecondRunning}}},
		{"not-email", reportOf(file("www.example.com.crt", websiteCertificate())), []view.SecondOpinion{{State: view.SecondUnavailable}}},
		{"expired-unreadable", reportOf(file("old.der", expiredCertificate())), []view.SecondOpinion{{State: view.SecondStopped, Check: "e_ecdsa_small_private_key"}}},
		{"private-key", reportOf(inspect.InputReport{
			Name: "key.pem", Kind: "private-key",
			Error: &inspect.InputError{Code: "private-key", Message: "This is a private key. Keep it secret."},
		}), nil},
		{"several", reportOf(
			file("chain.pem", good, websiteCertificate()),
			inspect.InputReport{Name: "empty.txt", Kind: "empty", Error: &inspect.InputError{Code: "empty", Message: "This file is empty."}},
			withError(file("mixed.pem", remarks)),
		), []view.SecondOpinion{{State: view.SecondDone, LeftOut: []view.LeftOut{{Lint: "e_slow", Reason: "takes too long"}, {Lint: "e_own", Reason: "judges other certificates"}}}, {State: view.SecondOff, Off: "zlint was not asked: x <b>."}, {State: view.SecondStopped}}},
		{"many", reportOf(file("many.pem", repeat(goodCertificate(), view.MaxInFull+2)...)), nil},
		{"messages", reportOf(
			signedMail(good),
			inspect.InputReport{Name: "secret.p7m", Kind: "pkcs7", Message: &inspect.MessageReport{
				Encryption: "aes256-cbc", Recipients: []inspect.RecipientReport{{Kind: "key-transport", Recipient: inspect.Reference{Issuer: "CN=x", SerialNumber: "0a"}}},
			}, Error: &inspect.InputError{Code: "encrypted", Message: "This message is encrypted."}},
			withKeys(file("erika.p12", good)),
			inspect.InputReport{Name: "max.p12", Kind: "pkcs12", Error: &inspect.InputError{Code: "password-needed", Message: "A password protects this file."}},
		), nil},
		{"chains", reportOf(file("chain.p7b", chained()...)), nil},
		{"none", reportOf(inspect.InputReport{Name: "nothing"}), nil},
	}
}

func reportOf(inputs ...inspect.InputReport) *inspect.Report {
	return &inspect.Report{
		Schema: inspect.Schema, AsOf: "issued", Inputs: inputs,
		Tool: inspect.Tool{Version: "0.1.0", Rules: "S/MIME BR 1.0.16", ZLint: "v3.7.3"},
	}
}

func file(name string, certificates ...inspect.CertificateReport) inspect.InputReport {
	for i := range certificates {
		certificates[i].DER = []byte("nothing reads it, but some ask whether it is there")
	}
	return inspect.InputReport{Name: name, Kind: "pem", Certificates: certificates}
}

// signedMail is a mail with one signature of each kind, the first of them by the
// certificate.
func signedMail(c inspect.CertificateReport) inspect.InputReport {
	in := file("<hello>.eml", c)
	in.Message = &inspect.MessageReport{
		Subject: "<b>Hello", From: "Erika <erika@example.de>", Date: "Mon, 2 Mar 2026 10:00:00 +0100",
		Signatures: []inspect.SignatureReport{
			{Certificate: c.SHA256, Algorithm: "RSA with SHA-256", Result: inspect.SignatureHolds, SigningTime: "2026-03-02T09:00:00Z", Address: inspect.AddressFrom, Capabilities: []string{"aes256-cbc", "1.2.3"}},
			{Certificate: c.SHA256, Algorithm: "RSA with SHA-256", Result: inspect.ContentAltered, Address: inspect.AddressNone},
			{Certificate: c.SHA256, Algorithm: "ECDSA with SHA-256", Result: inspect.SignatureWrong, Address: inspect.AddressSender},
			{Signer: inspect.Reference{KeyID: "0a0b"}, Algorithm: "Ed448", Result: inspect.SignatureNotChecked, Reason: inspect.ReasonCertificateMissing, Address: inspect.AddressUnknown},
		},
	}
	return in
}

// withKeys puts private keys beside the certificates, one of each kind.
func withKeys(in inspect.InputReport) inspect.InputReport {
	in.Kind = "pkcs12"
	in.Keys = []inspect.KeyReport{
		{Key: "RSA 2048", Compared: true, Certificate: in.Certificates[0].SHA256},
		{Key: "EC P-256", Compared: true},
		{Key: "ML-DSA-44"},
		{},
	}
	return in
}

func withError(in inspect.InputReport) inspect.InputReport {
	in.Error = &inspect.InputError{Code: "private-key", Message: "There is a private key in this file. Keep it secret."}
	return in
}

func repeat(c inspect.CertificateReport, n int) []inspect.CertificateReport {
	all := make([]inspect.CertificateReport, n)
	for i := range all {
		all[i] = c
	}
	return all
}

func goodCertificate() inspect.CertificateReport {
	return inspect.CertificateReport{
		SHA256: strings.Repeat("ab", 32), Role: "subscriber", Profile: "sponsor", Generation: "strict", ProfileFrom: "policy",
		Verdict: inspect.Ready, Readable: true,
		Summary: inspect.Summary{
			Reason:    inspect.NothingFound,
			Mailboxes: []string{"erika@example.de", "e.mustermann@example.de", "info@example.de", "a@example.de", "b@example.de"},
			Name:      "Erika Mustermann", Organization: "Beispiel GmbH", Issuer: "Example SMIME CA 1",
			NotBefore: "2026-01-02T00:00:00Z", NotAfter: "2027-11-23T23:59:59Z",
			CanSign: inspect.Ability{State: "yes"}, CanEncrypt: inspect.Ability{State: "yes"},
			SerialNumber: "0123456789abcdef", Key: "RSA 2048",
		},
		Fields: []inspect.Field{
			{Path: "tbsCertificate.version", Label: "Version", Value: "3", Offset: 8, Length: 5},
			{Path: "tbsCertificate.subject.rdn[0].commonName", Label: "commonName", Value: "Erika Mustermann", Offset: 120, Length: 27},
			{Path: "tbsCertificate.subjectPublicKeyInfo", Label: "Public key", Value: strings.Repeat("0f", 256), Offset: 300, Length: 294},
			{Path: "tbsCertificate.extensions.subjectAltName.names[0]", Label: "rfc822Name", Value: "erika@example.de", Offset: 700, Length: 18},
			{Path: "tbsCertificate.extensions.certificatePolicies.policies[0]", Label: "Policy", Value: "sponsor-validated-strict (2.23.140.1.5.3.3)", Offset: 800, Length: 12},
			{Path: "tbsCertificate.extensions[9]", Label: "1.2.3.4", Offset: 900, Length: 12},
			{Path: "fingerprint.sha256", Label: "SHA-256", Value: strings.Repeat("ab", 32)},
		},
		Checks: inspect.Checks{Passed: 72, NotApplicable: 77, NotInForce: 1},
	}
}

func remarksCertificate() inspect.CertificateReport {
	c := goodCertificate()
	c.SHA256 = strings.Repeat("cd", 32)
	c.Verdict, c.Summary.Reason = inspect.Remarks, inspect.IssuerErrors
	c.Summary.Mailboxes, c.Summary.Name = []string{"max@example.de"}, ""
	c.Summary.CanEncrypt = inspect.Ability{State: "no", Reason: inspect.LacksKeyEncipher}
	c.Checks = inspect.Checks{Failed: 3, Passed: 69, NotApplicable: 77, NotInForce: 1, Broken: 1}
	c.Outcomes = []lints.RuleOutcome{
		{Rule: "subscriber-is-ca", Outcome: lints.Passed},
		{Rule: "path-length-negative", Outcome: lints.NotApplicable, Reason: "what it judges does not occur here"},
		{Rule: "path-length-without-ca", Outcome: lints.NotInForce, Reason: "in force from 2030-01-01"},
	}
	c.Findings = []lints.Finding{
		{
			Rule: "subject-country-lower-case", Requirements: []string{"SBR-7.1.4.2"}, Source: lints.SBR, Section: "7.1.4.2.2(n)",
			Severity: lints.Warning, Status: lints.Fail, Title: "The country code is not in upper case",
			Explanation: "Programs compare it letter by letter.", Remedy: "Your issuer writes it in upper case in the next certificate.",
			Quote: "countryName SHALL contain the two-letter code", Until: "2028-01-01",
			At: []lints.Place{{Path: "tbsCertificate.subject.rdn[1].countryName", Span: cert.Span{Offset: 140, Length: 11}, Got: "de"}},
		},
		{
			Rule: "validity-too-long", Source: lints.SBR, Section: "6.3.2", Severity: lints.Error, Status: lints.Fail,
			Title: "The certificate is valid for too long", From: "2023-09-01", Also: []string{"e_smime_validity", "e_other"},
			At: []lints.Place{{Path: "tbsCertificate.validity", Span: cert.Span{Offset: 90, Length: 1}, Got: "1200 days"}},
		},
		{
			Rule: "pqc-coming", Source: lints.RFC5280, Section: "RFC 5280 4.1", Severity: lints.Notice, Status: lints.Fail,
			Title: "A coming rule", Coming: true, From: "2027-03-01",
		},
		{
			Rule: "e_zlint", Source: lints.ZLint, Severity: lints.Info, Status: lints.Fail, Title: "A fact", From: "2020-01-01", Until: "2030-01-01",
		},
		{
			Rule: "broken-rule", Source: lints.Mozilla, Section: "5.2", Severity: lints.Info, Status: lints.Broken, Title: "A check",
			At: []lints.Place{{Path: "tbsCertificate.extensions.keyUsage", Span: cert.Span{Offset: 9, Length: 2}}},
		},
	}
	return c
}

func websiteCertificate() inspect.CertificateReport {
	c := goodCertificate()
	c.SHA256 = strings.Repeat("ef", 32)
	c.Role, c.Profile, c.Generation, c.ProfileFrom = "other", "none", "none", "guess"
	c.Verdict, c.Summary.Reason = inspect.NotEmail, inspect.TLSCertificate
	c.Summary.Mailboxes, c.Summary.Name, c.Summary.Organization, c.Summary.Issuer = nil, "", "", ""
	c.Summary.NotBefore, c.Summary.NotAfter = "2026-12-01T00:00:00Z", "2027-03-01T00:00:00Z"
	c.Summary.CanSign = inspect.Ability{State: "no", Reason: inspect.NoEmailPurpose}
	c.Summary.CanEncrypt = inspect.Ability{State: "unknown", Reason: inspect.PartUnreadable}
	c.Findings = []lints.Finding{}
	return c
}

func expiredCertificate() inspect.CertificateReport {
	c := goodCertificate()
	c.Verdict, c.Summary.Reason, c.Readable = inspect.Trouble, inspect.Expired, false
	c.Summary.NotBefore, c.Summary.NotAfter = "2024-03-03T00:00:00Z", "2026-03-03T00:00:00Z"
	c.Summary.CanSign = inspect.Ability{State: "no", Reason: inspect.LacksSigning}
	c.Fields = append(c.Fields, inspect.Field{
		Path: "tbsCertificate.extensions.keyUsage", Label: "keyUsage", Value: "0307", Offset: 610, Length: 4,
		Error: "BIT STRING expected, found INTEGER",
	})
	return c
}
