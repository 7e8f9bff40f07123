package lints

import (
	"strconv"

	"sealglass/cert"
)

// partKeyAlgorithm is the algorithm alone: it can be judged where the key
// itself does not decode.
const partKeyAlgorithm = PartPublicKey + ".algorithm"

// partKeyBits is the key itself, as a place.
const partKeyBits = PartPublicKey + ".subjectPublicKey"

var keyAlgorithmRules = []Rule{{
	ID:           "key-algorithm-unlisted",
	Requirements: []string{"SBR-6.1.5-other", "SBR-7.1.3.1-other", "SBR-6.1.5-ec-1"},
	Source:       SBR, Section: "6.1.5", Severity: Error,
	Title: "The key is of a kind that is not permitted",
	Explanation: "Permitted are RSA, the curves P-256, P-384 and P-521, Ed25519 and Ed448, " +
		"and since 22 August 2025 ML-DSA and ML-KEM. Mail programs may be unable to use any other key.",
	Remedy: "Make a new key of a permitted kind and ask the issuer for a new certificate.",
	Quote:  "No other algorithms or key sizes are permitted.",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{partKeyAlgorithm},
	When:  keyPresent,
	Check: keyAlgorithmUnlisted,
	ZLint: []string{"e_invalid_spki_algoid", "e_invalid_legacy_spki_algoid", "e_prohibit_dsa_usage", "e_mp_ecdsa_pub_key_encoding_correct"},
}, {
	ID:           "key-pqc-early",
	Requirements: []string{"SBR-6.1.5-other", "SBR-7.1.3.1-other"},
	Source:       SBR, Section: "6.1.5", Severity: Error,
	Title: "The key is a post-quantum key from before they were permitted",
	Explanation: "ML-DSA and ML-KEM keys are permitted in certificates issued since 22 August 2025. " +
		"This certificate is older, and few mail programs can use its key.",
	Remedy: "Ask the issuer for a new certificate.",
	Quote:  "No other algorithms or key sizes are permitted.",
	From:   sbrStart, Until: pqcStart, Roles: AnyCert,
	Parts: []Part{partKeyAlgorithm},
	When:  keyPresent,
	Check: keyPostQuantum,
}, {
	ID:           "key-rsa-other-oid",
	Requirements: []string{"SBR-7.1.3.1-rsa-2", "SBR-7.1.3.1-other", "SBR-6.1.5-other"},
	Source:       SBR, Section: "7.1.3.1.1", Severity: Error,
	Title: "The RSA key is tied to one RSA scheme",
	Explanation: "An RSA key must be marked as a plain RSA key. Marked for RSASSA-PSS or RSAES-OAEP alone, " +
		"many mail programs cannot use it.",
	Remedy: askIssuer,
	Quote:  "The CA SHALL NOT use a different algorithm, such as the id-RSASSA-PSS algorithm identifier, to indicate an RSA key.",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{partKeyAlgorithm},
	When:  keyPresent,
	Check: keyRSAOtherOID,
	ZLint: []string{"e_mp_rsassa-pss_in_spki"},
}, {
	ID: "key-encoding-wrong",
	Requirements: []string{
		"SBR-7.1.3.1-rsa-1", "SBR-7.1.3.1-p256", "SBR-7.1.3.1-p384", "SBR-7.1.3.1-p521",
		"SBR-7.1.3.1-ed25519", "SBR-7.1.3.1-ed448",
		"SBR-7.1.3.1-mldsa44", "SBR-7.1.3.1-mldsa65", "SBR-7.1.3.1-mldsa87",
		"SBR-7.1.3.1-mlkem512", "SBR-7.1.3.1-mlkem768", "SBR-7.1.3.1-mlkem1024",
		"SBR-7.1.3.1-other",
	},
	Source: SBR, Section: "7.1.3.1", Severity: Error,
	Title: "The key's algorithm is not encoded as prescribed",
	Explanation: "The algorithm is a permitted one, but the bytes that name it differ from the prescribed ones, " +
		"usually in the parameters. Some programs refuse such a key.",
	Remedy: askIssuer,
	Quote:  "SHALL be byte-for-byte identical with the following hex-encoded bytes",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{partKeyAlgorithm},
	When:  keyPresent,
	Check: keyEncodingWrong,
	ZLint: []string{"e_spki_rsa_encryption_parameter_not_null", "e_mp_ecdsa_pub_key_encoding_correct"},
}, {
	ID:           "key-ec-parameters-explicit",
	Requirements: []string{"SBR-7.1.3.1-ec-2", "SBR-7.1.3.1-other", "SBR-6.1.5-ec-1"},
	Source:       SBR, Section: "7.1.3.1.2", Severity: Error,
	Title: "The elliptic curve is not given by name",
	Explanation: "The key spells its curve out, or leaves it to the issuer, instead of naming one of the permitted curves. " +
		"Most programs refuse such a key, since a made-up curve can hide a weakness.",
	Remedy: askIssuer,
	Quote:  "The parameters SHALL use the namedCurve encoding.",
	From:   sbrStart, Roles: AnyCert,
	Parts: []Part{partKeyAlgorithm},
	When:  keyPresent,
	Check: keyECParametersExplicit,
}, {
	ID: "key-pqc-length-wrong",
	Requirements: []string{
		"SBR-6.1.5-mldsa-1", "SBR-6.1.5-mlkem-1",
	},
	Source: SBR, Section: "6.1.5", Severity: Error,
	Title: "The post-quantum key does not have the length of its algorithm",
	Explanation: "Every key of this kind has the same number of bytes. This one has another, " +
		"so no program can use it.",
	Remedy: "Make a new key and ask the issuer for a new certificate.",
	Quote:  "the CA SHALL: Ensure the Key uses one of the following parameter sets … No other algorithms or key sizes are permitted.",
	From:   pqcStart, Roles: AnyCert,
	Parts: []Part{partKeyAlgorithm},
	When:  keyPresent,
	Check: keyPQCLengthWrong,
}}

// The encodings of AlgorithmIdentifier that SBR 7.1.3.1 permits, beside those
// that keys and signatures share.
const (
	keyRSA       = "\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00"
	keyP256      = "\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07"
	keyP384      = "\x30\x10\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x05\x2b\x81\x04\x00\x22"
	keyP521      = "\x30\x10\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x05\x2b\x81\x04\x00\x23"
	keyMLKEM512  = "\x30\x0b\x06\x09\x60\x86\x48\x01\x65\x03\x04\x04\x01"
	keyMLKEM768  = "\x30\x0b\x06\x09\x60\x86\x48\x01\x65\x03\x04\x04\x02"
	keyMLKEM1024 = "\x30\x0b\x06\x09\x60\x86\x48\x01\x65\x03\x04\x04\x03"
)

// keyKind is a permitted kind of key: its algorithm, for EC with its curve, the
// one encoding of its AlgorithmIdentifier, and the length of a key in bytes
// where all have the same and SBR 6.1.5 gives no other way to tell.
type keyKind struct {
	algorithm, curve cert.OID
	encoding         string
	length           int
}

var keyKinds = [...]keyKind{
	{cert.OIDRSAEncryption, "", keyRSA, 0},
	{cert.OIDECPublicKey, cert.OIDP256, keyP256, 0},
	{cert.OIDECPublicKey, cert.OIDP384, keyP384, 0},
	{cert.OIDECPublicKey, cert.OIDP521, keyP521, 0},
	{cert.OIDEd25519, "", algEd25519, 0},
	{cert.OIDEd448, "", algEd448, 0},
	{cert.OIDMLDSA44, "", algMLDSA44, 1312},
	{cert.OIDMLDSA65, "", algMLDSA65, 1952},
	{cert.OIDMLDSA87, "", algMLDSA87, 2592},
	{cert.OIDMLKEM512, "", keyMLKEM512, 800},
	{cert.OIDMLKEM768, "", keyMLKEM768, 1184},
	{cert.OIDMLKEM1024, "", keyMLKEM1024, 1568},
}

// kindOfKey finds the permitted kind that a key claims to be, nil for none.
func kindOfKey(k *cert.PublicKey) *keyKind {
	for i := range keyKinds {
		kind := &keyKinds[i]
		if kind.algorithm == k.Algorithm.OID && (kind.curve == "" || kind.curve == k.Curve) {
			return kind
		}
	}
	return nil
}

func keyPresent(s *Subject) bool { return s.Cert.PublicKey.Present }

// keyAlgorithmUnlisted leaves what has a rule of its own to that rule.
func keyAlgorithmUnlisted(s *Subject) []Place {
	k := &s.Cert.PublicKey
	if kindOfKey(k) != nil || isHashMLDSA(k.Algorithm.OID) ||
		len(keyRSAOtherOID(s)) > 0 || len(keyECParametersExplicit(s)) > 0 {
		return nil
	}
	return atKeyAlgorithm(s, k.Name)
}

func atKeyAlgorithm(s *Subject, got string) []Place {
	return at(string(partKeyAlgorithm), s.Cert.PublicKey.Algorithm.Span, got)
}

func keyPostQuantum(s *Subject) []Place {
	k := &s.Cert.PublicKey
	if kind := kindOfKey(k); kind == nil || kind.length == 0 {
		return nil
	}
	return atKeyAlgorithm(s, k.Name)
}

func keyRSAOtherOID(s *Subject) []Place {
	switch oid := s.Cert.PublicKey.Algorithm.OID; oid {
	case cert.OIDRSASSAPSS, cert.OIDRSAESOAEP:
		return atKeyAlgorithm(s, label(oid))
	}
	return nil
}

func keyEncodingWrong(s *Subject) []Place {
	k := &s.Cert.PublicKey
	kind := kindOfKey(k)
	if kind == nil || string(k.Algorithm.In(s.Cert.Raw)) == kind.encoding {
		return nil
	}
	got := "not the prescribed bytes"
	if kind.curve == "" {
		switch params := k.Algorithm.Params.In(s.Cert.Raw); {
		case kind.algorithm == cert.OIDRSAEncryption && len(params) == 0:
			got = "parameters absent instead of NULL"
		case kind.algorithm != cert.OIDRSAEncryption && len(params) > 0:
			got = "parameters present instead of absent"
		}
	}
	return atKeyAlgorithm(s, k.Name+": "+got)
}

func keyECParametersExplicit(s *Subject) []Place {
	a := &s.Cert.PublicKey.Algorithm
	if a.OID != cert.OIDECPublicKey || s.Cert.PublicKey.Curve != "" {
		return nil
	}
	switch params := a.Params.In(s.Cert.Raw); {
	case len(params) == 0:
		return atKeyAlgorithm(s, "parameters absent")
	case params[0] == tagNull:
		return atKeyAlgorithm(s, "implicit parameters")
	}
	return atKeyAlgorithm(s, "explicit parameters")
}

// tagNull is the identifier octet of NULL (X.690 8.8).
const tagNull = 0x05

func keyPQCLengthWrong(s *Subject) []Place {
	k := &s.Cert.PublicKey
	kind := kindOfKey(k)
	if kind == nil || kind.length == 0 || len(k.Bits.Bytes) == kind.length {
		return nil
	}
	return at(string(partKeyBits), k.Bits.Span,
		k.Name+" with "+strconv.Itoa(len(k.Bits.Bytes))+" bytes instead of "+strconv.Itoa(kind.length))
}
