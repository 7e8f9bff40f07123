package lints

import "sealglass/cert"

// Severity says how strong a finding is.
type Severity string

// The severities. Error needs a SHALL or MUST and a citation, Warning a SHOULD.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Notice  Severity = "notice"
	Info    Severity = "info"
)

// Source says whose requirement a rule enforces.
type Source string

// The sources. Only SBR rules (and RFC 5280 rules that SBR 7.1.2.4 makes
// binding) count towards the verdict on the SBR.
const (
	SBR     Source = "sbr"
	RFC5280 Source = "rfc5280"
	// RFC is an RFC that the SBR do not make binding.
	RFC Source = "rfc"
	// ETSI is a standard of ETSI, for qualified certificates.
	ETSI      Source = "etsi"
	Mozilla   Source = "mozilla"
	Apple     Source = "apple"
	Gmail     Source = "gmail"
	Microsoft Source = "microsoft"
	CCADB     Source = "ccadb"
	ZLint     Source = "zlint"
	Draft     Source = "draft"
)

// Date is a day in UTC as "2006-01-02"; dates compare as strings. The empty
// Date is open: always, or never. A rule holds from 00:00:00 UTC of its From
// until just before 00:00:00 UTC of its Until.
type Date string

// Role is what a certificate is for (SBR 1.1, 1.6.1). A bit set in Rule.Roles.
type Role uint8

// The roles. OtherRole is a certificate outside the scope of the SBR (for a
// website, for code, …): rules about certificates in general still apply to it.
const (
	Subscriber Role = 1 << iota
	SubCA
	Root
	OCSPResponder
	OtherRole
	AnyCA   = SubCA | Root
	AnyCert = Subscriber | SubCA | Root
)

// Profile is the validation type of a subscriber certificate (SBR 1.2). A bit set in Rule.Profiles.
type Profile uint8

// The profiles. NoProfile: no reserved policy OID, or several.
const (
	Mailbox Profile = 1 << iota
	Organization
	Sponsor
	Individual
	NoProfile
	AnyProfile Profile = Mailbox | Organization | Sponsor | Individual | NoProfile
)

// Generation is the generation of a subscriber certificate (SBR 1.2). A bit set in Rule.Generations.
type Generation uint8

// The generations. NoGeneration: no reserved policy OID, or several.
const (
	Legacy Generation = 1 << iota
	Multipurpose
	Strict
	NoGeneration
	AnyGeneration Generation = Legacy | Multipurpose | Strict | NoGeneration
)

// Kind is what a rule judges.
type Kind uint8

// The kinds of input.
const (
	CertificateKind Kind = iota
	CRLKind
	OCSPKind
)

// Rule is one requirement with its check. Rules are values in the files of this
// package; nothing registers itself.
type Rule struct {
	// ID is a stable slug without section numbers: "key-usage-missing". Never reused.
	ID string
	// Requirements are ids of requirements.tsv that this rule enforces.
	Requirements []string
	Source       Source
	// Section is the place of the quoted words: "7.1.2.3(e)", "RFC 5280 4.2.1.3".
	Section  string
	Severity Severity
	// Title names the fault in at most 70 characters.
	Title string
	// Explanation says why it matters to the person who has this certificate.
	Explanation string
	// Remedy says who does what.
	Remedy string
	// Quote is the rule's own sentence, short, in English.
	Quote string

	// From and Until are the half-open range of days the rule holds, by
	// notBefore (CRL and OCSP: by thisUpdate). A rule whose From lies after
	// today is a coming one: what it finds is reported as a notice.
	From, Until Date

	Kind        Kind       // what it judges; default: a certificate
	Roles       Role       // zero: Subscriber
	Profiles    Profile    // zero: AnyProfile
	Generations Generation // zero: AnyGeneration
	// Anywhere lets the rule run on certificates of OtherRole as well (RFC rules).
	Anywhere bool

	// Parts must be readable for the check to run; otherwise the rule is
	// reported as one that could not run, with the fault that prevents it.
	Parts []Part
	// NeedsIssuer: the check reads Subject.Issuer; without one the rule does
	// not apply ("issuer not supplied").
	NeedsIssuer bool
	// When is a further precondition; nil means always. False: not applicable.
	When func(*Subject) bool
	// Check returns the places of the fault; none means that the rule is met.
	Check func(*Subject) []Place

	// ZLint names zlint's lints for the same fault; their findings are folded
	// into this rule's finding under "also".
	ZLint []string
}

// Part is a part of the input that a rule depends on: the path of a field
// ("tbsCertificate.subject") or "ext:" and an extension's OID.
type Part string

// The parts that rules name most. Use PartExt for extensions. PartExtensions is
// the list of extensions, whose values may be unreadable.
const (
	PartVersion    Part = "tbsCertificate.version"
	PartSerial     Part = "tbsCertificate.serialNumber"
	PartIssuer     Part = "tbsCertificate.issuer"
	PartValidity   Part = "tbsCertificate.validity"
	PartSubject    Part = "tbsCertificate.subject"
	PartPublicKey  Part = "tbsCertificate.subjectPublicKeyInfo"
	PartExtensions Part = "tbsCertificate.extensions"
	PartSignature  Part = "signatureAlgorithm"
)

// PartExt is the part of one extension. An absent extension is readable; a
// present one whose value did not decode is not.
func PartExt(oid cert.OID) Part { return Part("ext:" + string(oid)) }

// Place is one spot where a certificate departs from a rule.
type Place struct {
	// Path is the field's path as in the report's fields.
	Path string
	cert.Span
	// Got is the value found, short, for people: "RSA 1024 bits", "absent".
	Got string
}
