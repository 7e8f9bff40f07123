package inspect

import "sealglass/lints"

// Schema is the version of the report's JSON form (web/report.schema.json).
const Schema = 1

// Report is the answer to one call of [Inspect].
type Report struct {
	Schema int
	Tool   Tool
	AsOf   string // "issued", "today" or a date, as asked
	Inputs []InputReport
}

// Tool says what made the report.
type Tool struct {
	Version string // of Sealglass
	Rules   string // "S/MIME BR 1.0.16"
	ZLint   string // "v3.7.3"; empty when the second opinion was left out
}

// InputReport is the answer for one file or pasted text.
type InputReport struct {
	Name         string
	Kind         Kind
	Error        *InputError // why nothing could be read, nil otherwise
	Message      *MessageReport
	Lists        []ListReport // revocation lists and OCSP responses
	Keys         []KeyReport  // the private keys that lay beside the certificates
	Certificates []CertificateReport
}

// NeedsPassword says whether the input, or a part of it, opens with another
// password than the one that was tried.
func (r *InputReport) NeedsPassword() bool {
	return r.Error != nil && (r.Error.Code == CodePasswordNeeded || r.Error.Code == CodeWrongPassword)
}

// Kind says what an input was recognised as: "pem", "der", "base64", …
type Kind string

// InputError is a wrong or unreadable input: a stable code and one clear text
// that says what it is and what to do next.
type InputError struct {
	Code    string
	Message string
	// Args are the figures that Message names, in its order. They are not part
	// of the JSON; a translation of the message by Code needs them.
	Args []string
}

// CertificateReport is everything about one certificate.
type CertificateReport struct {
	SHA256      string // lower-case hex of the whole encoding
	Role        string // subscriber, subCA, root, other
	Profile     string // mailbox, organization, sponsor, individual, none
	Generation  string // legacy, multipurpose, strict, none
	ProfileFrom string // policy, override, guess
	Verdict     Verdict
	Summary     Summary
	Readable    bool // every part was read
	Fields      []Field
	Findings    []lints.Finding
	Checks      Checks
	Chain       *ChainReport // nil where it was not asked for
	Revocation  []RevocationReport

	// DER is the encoding the offsets count in. It is not part of the JSON.
	DER []byte
	// Outcomes tells what became of every rule. It is not part of the JSON.
	Outcomes []lints.RuleOutcome
}

// Verdict is the answer in one of five states.
type Verdict string

// The five states.
const (
	Ready    Verdict = "ready"     // no problem found
	Remarks  Verdict = "remarks"   // usable; the issuer did not follow a rule
	Trouble  Verdict = "trouble"   // mail programs may refuse it
	NotEmail Verdict = "not-email" // for something else than mail
	Unknown  Verdict = "unknown"   // could not check
)

// Summary is what an end user asks first. Reasons are the codes of verdict.go
// and ability.go; values come from the certificate.
type Summary struct {
	Reason        string   // why the verdict, a stable code: "expired", "tls-certificate", …
	Mailboxes     []string // every mailbox address, SAN first; at most MaxMailboxes
	MoreMailboxes int      // how many addresses there are beyond these
	Name          string   // the person, pseudonym or empty
	Organization  string
	Issuer        string // the issuer's name for people
	NotBefore     string // RFC 3339, UTC; empty when unreadable
	NotAfter      string
	CanSign       Ability
	CanEncrypt    Ability // can receive encrypted mail
	SerialNumber  string  // hex
	Key           string  // "RSA 2048"
}

// Ability is yes, no or unknown, with a stable code for the because.
type Ability struct {
	State  string // yes, no, unknown
	Reason string // code, empty for yes
}

// Field is one value of the certificate with its place.
type Field struct {
	Path   string
	Label  string
	Value  string
	Offset int
	Length int
	Error  string // what could not be read, empty when all was
	// Worded says that Value is made of words, which a translation knows; other
	// values come from the certificate. It is not part of the JSON.
	Worded bool
}

// Checks counts the outcomes of all rules.
type Checks struct {
	Failed, Passed, NotApplicable, NotInForce, Broken int
}
