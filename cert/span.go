package cert

// Span is a run of bytes in the encoding a value was read from. Offset counts
// from the first byte of the certificate (or CRL, or OCSP response); both
// fields are in bytes. The zero Span means "no bytes of its own".
type Span struct {
	Offset, Length int
}

// End is the offset of the first byte after the span.
func (s Span) End() int { return s.Offset + s.Length }

// In returns the bytes of the span within der, or nil where der is too short.
func (s Span) In(der []byte) []byte {
	if s.Offset < 0 || s.Length < 0 || s.Offset > len(der) || s.Length > len(der)-s.Offset {
		return nil
	}
	return der[s.Offset:s.End()]
}

// FaultCode is a stable name for one kind of departure from the encoding rules.
type FaultCode string

// Faults of the encoding (X.690) come from the walker; the others from the
// decoder of the part named in Fault.Path.
const (
	// FaultIndefiniteLength: X.690 10.1, DER has definite lengths only.
	FaultIndefiniteLength FaultCode = "indefinite_length"
	// FaultNonMinimalLength: X.690 10.1, the length uses more octets than needed.
	FaultNonMinimalLength FaultCode = "non_minimal_length"
	// FaultNonMinimalTag: X.690 8.1.2.4.2, the tag number uses more octets than needed.
	FaultNonMinimalTag FaultCode = "non_minimal_tag"
	// FaultConstructedString: X.690 10.2, a string in constructed form.
	FaultConstructedString FaultCode = "constructed_string"
	// FaultBoolean: X.690 11.1, TRUE is not FF.
	FaultBoolean FaultCode = "boolean_not_ff"
	// FaultInteger: X.690 8.3.2, an INTEGER with superfluous leading octets or none at all.
	FaultInteger FaultCode = "integer_encoding"
	// FaultBitString: X.690 11.2, unused bits that are not zero, or a wrong count of them.
	FaultBitString FaultCode = "bit_string_encoding"
	// FaultNamedBits: X.690 11.2.2, trailing zero bits in a named bit list.
	FaultNamedBits FaultCode = "named_bits_trailing_zero"
	// FaultSetOrder: X.690 11.6, the elements of a SET OF are not sorted.
	FaultSetOrder FaultCode = "set_not_sorted"
	// FaultExplicitDefault: X.690 11.5, a value equal to its DEFAULT is encoded.
	FaultExplicitDefault FaultCode = "explicit_default"
	// FaultTrailingData: bytes follow a value where none may.
	FaultTrailingData FaultCode = "trailing_data"
	// FaultTruncated: a length points past the end of its parent or of the input.
	FaultTruncated FaultCode = "truncated"
	// FaultTime: a UTCTime or GeneralizedTime that RFC 5280 4.1.2.5 does not allow.
	FaultTime FaultCode = "time_encoding"
	// FaultString: octets that the string type does not allow.
	FaultString FaultCode = "string_encoding"
	// FaultOID: X.690 8.19, an OBJECT IDENTIFIER that does not decode.
	FaultOID FaultCode = "oid_encoding"
	// FaultStructure: another type or tag stands where the ASN.1 module has this one, or one is missing.
	FaultStructure FaultCode = "structure"
	// FaultEmpty: a SEQUENCE or SET of SIZE (1..MAX) is empty.
	FaultEmpty FaultCode = "empty_sequence"
	// FaultKey: a public key that does not decode, or has the wrong length for its algorithm.
	FaultKey FaultCode = "public_key"
	// FaultDuplicateExtension: RFC 5280 4.2, an extension OID appears more than once.
	FaultDuplicateExtension FaultCode = "duplicate_extension"
	// FaultLimit: a bound of limits.go was reached; reading of this part stopped there.
	FaultLimit FaultCode = "limit"
)

// Fault is one place where the encoding departs from the rules, or where a part
// could not be read at all (Fatal).
type Fault struct {
	Span
	// Path names the part, as the fields of the report do: "tbsCertificate.validity.notBefore".
	Path string
	Code FaultCode
	// Reason is a lower-case phrase that says what was found and what was due.
	Reason string
	// Fatal says that the part at Path was not decoded because of this fault.
	Fatal bool
}
