package inspect

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"math/big"
	"strconv"
	"unicode/utf8"

	"sealglass/cert"
)

// fields lists everything that was read of a certificate, in the order of its
// bytes, with what could not be read in its place.
func fields(c *cert.Certificate) []Field {
	b := builder{c: c}
	if c.TBS.Length == 0 {
		b.add("certificate", "Structure", dump(c.Raw), cert.Span{Length: len(c.Raw)})
	}
	b.basics()
	b.name("tbsCertificate.issuer", "Issuer", c.Issuer)
	b.validity()
	b.name("tbsCertificate.subject", "Subject", c.Subject)
	b.publicKey()
	b.bits("tbsCertificate.issuerUniqueID", "Issuer unique ID", c.IssuerUniqueID)
	b.bits("tbsCertificate.subjectUniqueID", "Subject unique ID", c.SubjectUniqueID)
	for i := range c.Extensions {
		b.extension(&c.Extensions[i])
	}
	b.algorithm("signatureAlgorithm", "Signature algorithm", &c.SignatureAlgorithm)
	b.bits("signatureValue", "Signature", c.Signature)
	list := withFaults(b.list, c)
	if len(list) > MaxFields {
		list = list[:MaxFields]
		list = append(list, Field{
			Path: "tbsCertificate", Label: "More fields", Error: "more than " + strconv.Itoa(MaxFields) + " fields; the rest is not shown",
		})
	}
	return append(list, fingerprints(c.Raw)...)
}

// builder collects the fields of one certificate.
type builder struct {
	c    *cert.Certificate
	list []Field
}

// add appends a field. A value that is too long is cut, and the field says so.
func (b *builder) add(path, label, value string, at cert.Span) {
	if len(b.list) > MaxFields {
		return
	}
	f := Field{Path: path, Label: label, Value: value, Offset: at.Offset, Length: at.Length}
	if len(value) > MaxValue {
		end := MaxValue
		for end > 0 && !utf8.RuneStart(value[end]) {
			end--
		}
		f.Value = value[:end] + "…"
		f.Error = strconv.Itoa(len(value)-end) + " bytes more, not shown"
	}
	b.list = append(b.list, f)
}

// words appends a field whose value is made of words of this program.
func (b *builder) words(path, label, value string, at cert.Span) {
	n := len(b.list)
	b.add(path, label, value, at)
	for i := n; i < len(b.list); i++ {
		b.list[i].Worded = true
	}
}

// basics adds version, serial number and the inner signature algorithm.
func (b *builder) basics() {
	c := b.c
	if c.Version.Present {
		b.words("tbsCertificate.version", "Version", version(c.Version), c.Version.Span)
	} else if c.SerialNumber.Present {
		b.words("tbsCertificate.version", "Version", "1 (not stated)", cert.Span{})
	}
	if s := c.SerialNumber; s.Present {
		b.add("tbsCertificate.serialNumber", "Serial number", hex.EncodeToString(s.Bytes), s.Span)
		if len(s.Bytes) > 0 && len(s.Bytes) <= maxDecimal {
			b.add("tbsCertificate.serialNumber.decimal", "Serial number, decimal", integer(s), s.Span)
		}
	}
	b.algorithm("tbsCertificate.signature", "Signature algorithm, as signed", &c.TBSSignature)
}

// validity adds both dates with their exact text.
func (b *builder) validity() {
	b.time("tbsCertificate.validity.notBefore", "Valid from", b.c.Validity.NotBefore)
	b.time("tbsCertificate.validity.notAfter", "Valid until", b.c.Validity.NotAfter)
}

func (b *builder) time(path, label string, t cert.Time) {
	if t.Length == 0 {
		return
	}
	kind := "UTCTime"
	if t.Tag == 24 {
		kind = "GeneralizedTime"
	}
	value := kind + " " + t.Text
	if t.OK {
		value = cert.RFC3339(t.Time) + " (" + value + ")"
	}
	b.add(path, label, value, t.Span)
}

func (b *builder) bits(path, label string, s cert.BitString) {
	if s.Present {
		value := hex.EncodeToString(s.Bytes)
		if s.Unused > 0 {
			value += " (the last " + strconv.Itoa(s.Unused) + " bits unused)"
		}
		b.words(path, label, value, s.Span)
	}
}

// hex adds octets in hexadecimal.
func (b *builder) hex(path, label string, octets []byte, at cert.Span) {
	b.add(path, label, hex.EncodeToString(octets), at)
}

// fingerprints are the hashes by which people tell certificates apart.
func fingerprints(der []byte) []Field {
	sum256, sum1 := sha256.Sum256(der), sha1.Sum(der)
	return []Field{
		{Path: "fingerprint.sha256", Label: "SHA-256 fingerprint", Value: hex.EncodeToString(sum256[:]), Length: len(der)},
		{Path: "fingerprint.sha1", Label: "SHA-1 fingerprint", Value: hex.EncodeToString(sum1[:]), Length: len(der)},
	}
}

// version is what a version number means (RFC 5280 4.1.2.1): 2 stands for version 3.
func version(v cert.Integer) string {
	if len(v.Bytes) == 1 && v.Bytes[0] < 0x7f {
		return strconv.Itoa(int(v.Bytes[0]) + 1)
	}
	return integer(v) + " (no version that exists)"
}

// maxDecimal bounds the octets of an integer that is written in decimal.
const maxDecimal = 64

// integer writes an INTEGER in decimal, a large one in hexadecimal.
func integer(v cert.Integer) string {
	switch {
	case len(v.Bytes) == 0:
		return ""
	case len(v.Bytes) > maxDecimal:
		return "0x" + hex.EncodeToString(v.Bytes)
	}
	n := new(big.Int).SetBytes(v.Bytes)
	if v.Bytes[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(v.Bytes))))
	}
	return n.String()
}

// named is an OID with its name, where it has one.
func named(oid cert.OID) string {
	if name := oid.Name(); name != "" {
		return name + " (" + string(oid) + ")"
	}
	return string(oid)
}

// nameOr is an OID's name, or the OID itself.
func nameOr(oid cert.OID) string {
	if name := oid.Name(); name != "" {
		return name
	}
	return string(oid)
}
