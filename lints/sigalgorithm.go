package lints

import (
	"bytes"

	"sealglass/cert"
)

var sigAlgorithmRules = []Rule{{
	ID:           "signature-algorithms-differ",
	Requirements: []string{"SBR-5280-02"},
	Source:       RFC5280, Section: "RFC 5280 4.1.1.2", Severity: Error,
	Title: "The two statements of the signature algorithm differ",
	Explanation: "A certificate names the algorithm of its signature twice, inside and outside the signed part. " +
		"Where they differ programs refuse the certificate, since the outer one could have been exchanged.",
	Remedy: askIssuer,
	Quote:  "This field MUST contain the same algorithm identifier as the signature field in the sequence tbsCertificate",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartSignature, PartTBSSignature},
	Check: signatureAlgorithmsDiffer,
	ZLint: []string{"e_cert_sig_alg_not_match_tbs_sig_alg"},
}, {
	ID: "signature-algorithm-unlisted",
	Requirements: []string{
		"SBR-7.1.3.2-other", "SBR-7.1.3.2-rsa-sha256", "SBR-7.1.3.2-rsa-sha384", "SBR-7.1.3.2-rsa-sha512",
		"SBR-7.1.3.2-pss-sha256", "SBR-7.1.3.2-pss-sha384", "SBR-7.1.3.2-pss-sha512",
		"SBR-7.1.3.2-ecdsa-p256", "SBR-7.1.3.2-ecdsa-p384", "SBR-7.1.3.2-ecdsa-p521",
		"SBR-7.1.3.2-ed25519", "SBR-7.1.3.2-ed448",
		"SBR-7.1.3.2-mldsa44", "SBR-7.1.3.2-mldsa65", "SBR-7.1.3.2-mldsa87",
	},
	Source: SBR, Section: "7.1.3.2", Severity: Error,
	Title: "The signature algorithm is not one of those permitted",
	Explanation: "The issuer signed with an algorithm, or wrote it down in a form, that is not on the closed list. " +
		"Mail programs may be unable to check the signature, or no longer accept it.",
	Remedy: askIssuer,
	Quote:  "All objects signed by a CA Private Key SHALL conform to these requirements … No other encodings are permitted for these fields.",
	From:   sbrStart, Roles: AnyCert | OCSPResponder,
	Parts: []Part{PartSignature, PartTBSSignature},
	Check: signatureAlgorithmUnlisted,
	ZLint: []string{
		"e_tbs_signature_rsa_encryption_parameter_not_null", "e_mp_ecdsa_signature_encoding_correct",
		"e_mp_rsassa-pss_parameters_encoding_in_signature_algorithm_correct",
	},
}, {
	ID:           "signature-algorithm-mldsa-early",
	Requirements: []string{"SBR-7.1.3.2-other"},
	Source:       SBR, Section: "7.1.3.2", Severity: Error,
	Title: "The signature uses ML-DSA before it was permitted",
	Explanation: "ML-DSA came onto the list of permitted algorithms on 22 August 2025, after this certificate was issued. " +
		"Few mail programs can check such a signature.",
	Remedy: askIssuer,
	Quote:  "All objects signed by a CA Private Key SHALL conform to these requirements … No other encodings are permitted for these fields.",
	From:   sbrStart, Until: pqcStart, Roles: AnyCert | OCSPResponder,
	Parts: []Part{PartSignature, PartTBSSignature},
	Check: signatureIsMLDSA,
}, {
	ID:           "signature-sha1",
	Requirements: []string{"SBR-7.1.3.1-sha1-1", "SBR-7.1.3.2-other"},
	Source:       SBR, Section: "7.1.3.2", Severity: Error,
	Title: "The certificate is signed with SHA-1",
	Explanation: "Collisions of SHA-1 can be made, so a forged certificate with the same signature is possible. " +
		"SHA-1 was never on the list of permitted algorithms, and since 15 September 2026 it is prohibited by name.",
	Remedy: askIssuer,
	Quote:  "All objects signed by a CA Private Key SHALL conform to these requirements … No other encodings are permitted for these fields.",
	From:   sbrStart, Roles: AnyCert | OCSPResponder,
	Parts: []Part{PartSignature, PartTBSSignature},
	Check: signatureSHA1,
}, {
	ID:           "ca-sha1-to-be-revoked",
	Requirements: []string{"SBR-7.1.3.1-sha1-2", "SBR-B-3"},
	Source:       SBR, Section: "7.1.3.1.1", Severity: Notice,
	Title: "A CA certificate signed with SHA-1 has to be revoked by now",
	Explanation: "It has not expired, and its signature uses SHA-1. Such certificates of S/MIME CAs had to be revoked " +
		"before 15 September 2026; this file alone does not show whether it was.",
	Remedy: "Look it up in the issuer's list of revoked certificates. If it isn't there, tell the issuer.",
	Quote:  "Prior to September 15, 2026 the CA SHALL revoke any unexpired Subordinate CA Certificate whose signature algorithm incorporates SHA-1.",
	Roles:  SubCA,
	Parts:  []Part{PartSignature, PartTBSSignature, PartValidity},
	When:   afterSHA1Sunset,
	Check:  signatureSHA1,
}, {
	ID:           "hash-mldsa",
	Requirements: []string{"SBR-7.1.3.1-hashmldsa", "SBR-7.1.3.2-other"},
	Source:       SBR, Section: "7.1.3.1", Severity: Error,
	Title: "HashML-DSA is used",
	Explanation: "Only ML-DSA itself is permitted, not its variant that signs a hash. " +
		"Mail programs will not be able to check or use it.",
	Remedy: askIssuer,
	Quote:  "MUST NOT use HashML-DSA",
	From:   sbrStart, Roles: AnyCert,
	Check: hashMLDSA,
}, {
	ID: "signature-length-wrong",
	Requirements: []string{
		"SBR-7.1.3.2-mldsa44", "SBR-7.1.3.2-mldsa65", "SBR-7.1.3.2-mldsa87",
		"SBR-7.1.3.2-ed25519", "SBR-7.1.3.2-ed448",
	},
	Source: RFC5280, Section: "RFC 5280 4.1.1.3", Severity: Notice,
	Title: "The signature does not have the length of its algorithm",
	Explanation: "Signatures of this algorithm always have the same number of bytes. " +
		"This one has another, so no program can check it.",
	Remedy: askIssuer,
	Quote:  "The signatureValue field contains a digital signature computed upon the ASN.1 DER encoded tbsCertificate.",
	From:   rfc5280Start, Roles: AnyCert, Anywhere: true,
	Parts: []Part{PartSignature, PartSignatureValue},
	Check: signatureLengthWrong,
}}

// pqcStart is the day SBR 1.0.11 (SMC013) brought ML-DSA and ML-KEM.
const pqcStart Date = "2025-08-22"

// sha1Sunset is the day from which SBR 1.0.14 (SMC016) prohibits SHA-1 by name.
const sha1Sunset Date = "2026-09-15"

// The encodings of AlgorithmIdentifier that SBR 7.1.3.2 permits.
const (
	sigRSASHA256   = "\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b\x05\x00"
	sigRSASHA384   = "\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c\x05\x00"
	sigRSASHA512   = "\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d\x05\x00"
	sigPSSHead     = "\x30\x41\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a\x30\x34\xa0\x0f\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02"
	sigPSSMiddle   = "\x05\x00\xa1\x1c\x30\x1a\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x08\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02"
	sigPSSSHA256   = sigPSSHead + "\x01" + sigPSSMiddle + "\x01" + "\x05\x00\xa2\x03\x02\x01\x20"
	sigPSSSHA384   = sigPSSHead + "\x02" + sigPSSMiddle + "\x02" + "\x05\x00\xa2\x03\x02\x01\x30"
	sigPSSSHA512   = sigPSSHead + "\x03" + sigPSSMiddle + "\x03" + "\x05\x00\xa2\x03\x02\x01\x40"
	sigECDSASHA256 = "\x30\x0a\x06\x08\x2a\x86\x48\xce\x3d\x04\x03\x02"
	sigECDSASHA384 = "\x30\x0a\x06\x08\x2a\x86\x48\xce\x3d\x04\x03\x03"
	sigECDSASHA512 = "\x30\x0a\x06\x08\x2a\x86\x48\xce\x3d\x04\x03\x04"
	algEd25519     = "\x30\x05\x06\x03\x2b\x65\x70"
	algEd448       = "\x30\x05\x06\x03\x2b\x65\x71"
	algMLDSA44     = "\x30\x0b\x06\x09\x60\x86\x48\x01\x65\x03\x04\x03\x11"
	algMLDSA65     = "\x30\x0b\x06\x09\x60\x86\x48\x01\x65\x03\x04\x03\x12"
	algMLDSA87     = "\x30\x0b\x06\x09\x60\x86\x48\x01\x65\x03\x04\x03\x13"
)

// signatureListed says whether an AlgorithmIdentifier is byte for byte
// one of those that SBR 7.1.3.2 permits for objects signed by a CA's key,
// ML-DSA included.
func signatureListed(der []byte) bool {
	switch string(der) {
	case sigRSASHA256, sigRSASHA384, sigRSASHA512, sigPSSSHA256, sigPSSSHA384, sigPSSSHA512,
		sigECDSASHA256, sigECDSASHA384, sigECDSASHA512, algEd25519, algEd448,
		algMLDSA44, algMLDSA65, algMLDSA87:
		return true
	}
	return false
}

// signatureFields are the two statements of the signature algorithm.
func signatureFields(s *Subject) [2]signatureField {
	return [...]signatureField{
		{string(PartTBSSignature), &s.Cert.TBSSignature},
		{string(PartSignature), &s.Cert.SignatureAlgorithm},
	}
}

type signatureField struct {
	path string
	alg  *cert.AlgorithmIdentifier
}

// signaturePlaces are the fields whose algorithm is a wrong one.
func signaturePlaces(s *Subject, wrong func(*Subject, *cert.AlgorithmIdentifier) bool) []Place {
	var places []Place
	for _, f := range signatureFields(s) {
		if wrong(s, f.alg) {
			places = append(places, Place{Path: f.path, Span: f.alg.Span, Got: label(f.alg.OID)})
		}
	}
	return places
}

func signatureAlgorithmsDiffer(s *Subject) []Place {
	inner, outer := &s.Cert.TBSSignature, &s.Cert.SignatureAlgorithm
	if bytes.Equal(inner.In(s.Cert.Raw), outer.In(s.Cert.Raw)) {
		return nil
	}
	return []Place{
		{Path: string(PartTBSSignature), Span: inner.Span, Got: label(inner.OID)},
		{Path: string(PartSignature), Span: outer.Span, Got: label(outer.OID)},
	}
}

func signatureAlgorithmUnlisted(s *Subject) []Place { return signaturePlaces(s, unlisted) }

// unlisted leaves SHA-1 and HashML-DSA to their own rules.
func unlisted(s *Subject, a *cert.AlgorithmIdentifier) bool {
	return !signatureListed(a.In(s.Cert.Raw)) && !sha1Inside(a) && !isHashMLDSA(a.OID)
}

func signatureIsMLDSA(s *Subject) []Place { return signaturePlaces(s, isMLDSA) }

func isMLDSA(s *Subject, a *cert.AlgorithmIdentifier) bool {
	switch string(a.In(s.Cert.Raw)) {
	case algMLDSA44, algMLDSA65, algMLDSA87:
		return true
	}
	return false
}

func signatureSHA1(s *Subject) []Place { return signaturePlaces(s, usesSHA1) }

func usesSHA1(_ *Subject, a *cert.AlgorithmIdentifier) bool { return sha1Inside(a) }

// oidDSAWithSHA1OIW is dsaWithSHA1 of the OIW, an older name of dsa-with-sha1.
const oidDSAWithSHA1OIW cert.OID = "1.3.14.3.2.27"

// sha1Inside says whether a signature algorithm incorporates SHA-1. RSASSA-PSS
// does so by default, where its parameters leave the hash out (RFC 4055 3.1).
func sha1Inside(a *cert.AlgorithmIdentifier) bool {
	switch a.OID {
	case cert.OIDSHA1WithRSA, cert.OIDSHA1WithRSAOIW, cert.OIDECDSAWithSHA1,
		cert.OIDDSAWithSHA1, oidDSAWithSHA1OIW:
		return true
	case cert.OIDRSASSAPSS:
		return a.Params.Length == 0 || a.PSS != nil && (a.PSS.Hash == cert.OIDSHA1 || a.PSS.MGFHash == cert.OIDSHA1)
	}
	return false
}

// afterSHA1Sunset says whether a CA certificate from before the SBR is still
// valid on a day when it had to be revoked. Later ones break signature-sha1.
func afterSHA1Sunset(s *Subject) bool {
	v := s.Cert.Validity
	return day(s.Now) >= sha1Sunset && v.NotAfter.OK && v.NotAfter.Time.After(s.Now) &&
		v.NotBefore.OK && day(v.NotBefore.Time) < sbrStart
}

func isHashMLDSA(oid cert.OID) bool {
	return oid == cert.OIDHashMLDSA44SHA512 || oid == cert.OIDHashMLDSA65SHA512 || oid == cert.OIDHashMLDSA87SHA512
}

func hashMLDSA(s *Subject) []Place {
	var places []Place
	for _, f := range signatureFields(s) {
		if isHashMLDSA(f.alg.OID) {
			places = append(places, Place{Path: f.path, Span: f.alg.Span, Got: label(f.alg.OID)})
		}
	}
	if a := &s.Cert.PublicKey.Algorithm; isHashMLDSA(a.OID) {
		places = append(places, Place{Path: string(PartPublicKey) + ".algorithm", Span: a.Span, Got: label(a.OID)})
	}
	return places
}

// signatureLength is the number of bytes that every signature of the algorithm
// has (RFC 8032, FIPS 204), 0 where it varies.
func signatureLength(oid cert.OID) int {
	switch oid {
	case cert.OIDEd25519:
		return 64
	case cert.OIDEd448:
		return 114
	case cert.OIDMLDSA44:
		return 2420
	case cert.OIDMLDSA65:
		return 3309
	case cert.OIDMLDSA87:
		return 4627
	}
	return 0
}

func signatureLengthWrong(s *Subject) []Place {
	want, got := signatureLength(s.Cert.SignatureAlgorithm.OID), len(s.Cert.Signature.Bytes)
	if want == 0 || want == got {
		return nil
	}
	return at(string(PartSignatureValue), s.Cert.Signature.Span,
		bytesText(got)+" instead of "+bytesText(want))
}
