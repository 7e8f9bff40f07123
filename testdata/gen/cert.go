package gen

import (
	"slices"
	"time"

	"sealglass/cert"
)

// Cert describes a certificate (RFC 5280 4.1). [Cert.Encode] writes its parts in
// the order of the fields; a part that is nil is left out.
type Cert struct {
	Version      []byte // the whole [0]; nil means v1
	Serial       []byte // the whole INTEGER
	TBSAlgorithm []byte // tbsCertificate.signature
	Issuer       Name
	NotBefore    Time
	NotAfter     Time
	RawValidity  []byte // in place of the SEQUENCE of both times, when not nil
	Subject      Name
	SPKI         []byte // the whole SubjectPublicKeyInfo

	IssuerUniqueID  []byte // the whole [1]
	SubjectUniqueID []byte // the whole [2]

	Extensions    []Extension // in order, duplicates included; none: no [3]
	RawExtensions []byte      // in place of the whole [3], when not nil
	TBSTrailing   []byte      // after the extensions, within tbsCertificate

	Algorithm []byte // signatureAlgorithm
	// Signer signs; where it is nil or cannot, the signature is a placeholder.
	Signer *Key
	// Signature is the whole BIT STRING, in place of Signer's, when not nil.
	Signature []byte
	// OuterTrailing stands after the signature within the outer SEQUENCE,
	// Trailing after that SEQUENCE.
	OuterTrailing, Trailing []byte
}

// Name is a distinguished name.
type Name struct {
	RDNs []RDN
	Raw  []byte // in place of all RDNs, when not nil
}

// RDN is a set of attributes, usually of one.
type RDN []Attribute

// Attribute is an attribute with a character string as its value.
type Attribute struct {
	Type  cert.OID
	Tag   byte   // identifier octet of the value: UTF8, Printable, …
	Value string // as text; the octets for the tag are computed
	Raw   []byte // in place of the whole AttributeTypeAndValue, when not nil
}

// Time is a time of the validity: a UTCTime through 2049 and a GeneralizedTime
// after (RFC 5280 4.1.2.5).
type Time struct {
	time.Time
	Raw []byte // in place of the whole encoding, when not nil
}

// Extension is one extension.
type Extension struct {
	OID      cert.OID
	Critical bool
	Value    []byte // what the OCTET STRING holds
	Raw      []byte // in place of the whole Extension, when not nil
}

// V3 is the version of certificates with extensions.
func V3() []byte { return Version(2) }

// Version is a version as encoded: 0 for v1, 1 for v2, 2 for v3.
func Version(n int64) []byte { return Context(0, Integer(n)) }

// Encode is the certificate, signed where a key for that is there.
func (c *Cert) Encode() []byte {
	tbs := c.TBS()
	signature := c.Signature
	if signature == nil {
		signature = BitString(0, c.Signer.sign(c.Algorithm, tbs))
	}
	return append(Sequence(tbs, c.Algorithm, signature, c.OuterTrailing), c.Trailing...)
}

// TBS is the part that is signed.
func (c *Cert) TBS() []byte {
	validity := c.RawValidity
	if validity == nil {
		validity = Sequence(c.NotBefore.Encode(), c.NotAfter.Encode())
	}
	extensions := c.RawExtensions
	if extensions == nil && len(c.Extensions) > 0 {
		extensions = Context(3, encodeExtensions(c.Extensions))
	}
	return Sequence(
		c.Version, c.Serial, c.TBSAlgorithm, c.Issuer.Encode(), validity, c.Subject.Encode(), c.SPKI,
		c.IssuerUniqueID, c.SubjectUniqueID, extensions, c.TBSTrailing,
	)
}

func encodeExtensions(list []Extension) []byte {
	parts := make([][]byte, len(list))
	for i := range list {
		parts[i] = list[i].Encode()
	}
	return Sequence(parts...)
}

// Encode is the SEQUENCE Extension.
func (e *Extension) Encode() []byte {
	if e.Raw != nil {
		return e.Raw
	}
	var critical []byte
	if e.Critical {
		critical = Bool(true)
	}
	return Sequence(OID(e.OID), critical, OctetString(e.Value))
}

// Encode is the SEQUENCE of RDNs.
func (n *Name) Encode() []byte {
	if n.Raw != nil {
		return n.Raw
	}
	parts := make([][]byte, len(n.RDNs))
	for i := range n.RDNs {
		parts[i] = n.RDNs[i].Encode()
	}
	return Sequence(parts...)
}

// Encode is the SET of attributes.
func (r RDN) Encode() []byte {
	parts := make([][]byte, len(r))
	for i := range r {
		parts[i] = r[i].Encode()
	}
	return SetOf(parts...)
}

// Encode is the AttributeTypeAndValue.
func (a *Attribute) Encode() []byte {
	if a.Raw != nil {
		return a.Raw
	}
	return Sequence(OID(a.Type), Text(a.Tag, a.Value))
}

// Encode is the time in the form that RFC 5280 prescribes for its year.
func (t Time) Encode() []byte {
	if t.Raw != nil {
		return t.Raw
	}
	utc := t.UTC()
	if utc.Year() >= 1950 && utc.Year() < 2050 {
		return Text(UTCTime, utc.Format("060102150405Z"))
	}
	return Text(GeneralizedTime, utc.Format("20060102150405Z"))
}

// At is a time given as "2006-01-02" or "2006-01-02 15:04:05", in UTC.
func At(text string) Time {
	for _, layout := range []string{time.DateOnly, time.DateTime} {
		if t, err := time.Parse(layout, text); err == nil {
			return Time{Time: t}
		}
	}
	panic("gen: no time: " + text)
}

// NewName is a name of one attribute an RDN: pairs of an attribute's type and its text.
// The string type is the one that suits the attribute.
func NewName(pairs ...string) Name {
	var n Name
	for i := 0; i+1 < len(pairs); i += 2 {
		oid := cert.OID(pairs[i])
		n.Add(oid, usualTag(oid), pairs[i+1])
	}
	return n
}

// usualTag is the string type that RFC 5280 appendix A prescribes for the
// attribute, UTF8String where there is a choice.
func usualTag(oid cert.OID) byte {
	switch oid {
	case cert.OIDCountryName, cert.OIDSerialNumber, cert.OIDDNQualifier:
		return Printable
	case cert.OIDEmailAddress, cert.OIDDomainComponent:
		return IA5
	}
	return UTF8
}

// Clone is a copy that shares nothing that edits change.
func (c *Cert) Clone() *Cert {
	clone := *c
	clone.Issuer, clone.Subject = c.Issuer.clone(), c.Subject.clone()
	clone.Extensions = slices.Clone(c.Extensions)
	return &clone
}

func (n Name) clone() Name {
	clone := Name{Raw: n.Raw, RDNs: make([]RDN, len(n.RDNs))}
	for i := range n.RDNs {
		clone.RDNs[i] = slices.Clone(n.RDNs[i])
	}
	return clone
}
