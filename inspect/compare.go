package inspect

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"sealglass/cert"
	"sealglass/lints"
)

// Comparison says what differs between two certificates, as a rule one and the
// one that renews it.
type Comparison struct {
	// Old is the one that is valid from the earlier time.
	Old, New *CertificateReport
	// Same says that they are the same, byte for byte.
	Same          bool
	SameKey       bool // the same subjectPublicKeyInfo
	SameAddresses bool // the same mailboxes, and at least one
	// Dated says that the four times below were read.
	Dated             bool
	OldFrom, OldUntil time.Time
	NewFrom, NewUntil time.Time
	Topics            []Topic
	GoneFindings      []lints.Finding // broken rules of Old that New does not break
	NewFindings       []lints.Finding
}

// Topic is one thing that is compared. Its values come from the certificates,
// but for those of TopicSign and TopicEncrypt (the state of an [Ability]) and of
// TopicProfile (profile and generation of a [CertificateReport]).
type Topic struct {
	Kind     TopicKind
	Old, New []string
	Equal    bool
	// Worded says that the values are made of words; see [Field].
	Worded bool
}

// TopicKind is what a topic is about.
type TopicKind string

// The topics, in the order in which they are shown.
const (
	TopicAddresses    TopicKind = "addresses"
	TopicKey          TopicKind = "key"
	TopicName         TopicKind = "name"
	TopicOrganization TopicKind = "organization"
	TopicIssuer       TopicKind = "issuer"
	TopicFrom         TopicKind = "from"
	TopicUntil        TopicKind = "until"
	TopicSign         TopicKind = "sign"
	TopicEncrypt      TopicKind = "encrypt"
	TopicUsage        TopicKind = "usage"
	TopicPurposes     TopicKind = "purposes"
	TopicPolicies     TopicKind = "policies"
	TopicProfile      TopicKind = "profile"
	TopicSignature    TopicKind = "signature"
	TopicSerial       TopicKind = "serial"
)

// TopicKinds lists every topic.
var TopicKinds = [...]TopicKind{
	TopicAddresses, TopicKey, TopicName, TopicOrganization, TopicIssuer, TopicFrom, TopicUntil, TopicSign, TopicEncrypt,
	TopicUsage, TopicPurposes, TopicPolicies, TopicProfile, TopicSignature, TopicSerial,
}

// Compare compares two certificates. Of two that are valid from the same time the
// first counts as the older one.
func Compare(a, b *CertificateReport) Comparison {
	x, y := cert.Parse(a.DER), cert.Parse(b.DER)
	if from := x.Validity.NotBefore; from.OK && y.Validity.NotBefore.OK && y.Validity.NotBefore.Time.Before(from.Time) {
		a, b, x, y = b, a, y, x
	}
	c := Comparison{
		Old: a, New: b,
		Same:          bytes.Equal(a.DER, b.DER),
		SameKey:       x.PublicKey.Present && bytes.Equal(x.PublicKey.In(a.DER), y.PublicKey.In(b.DER)),
		SameAddresses: len(a.Summary.Mailboxes) > 0 && sameAddresses(Mailboxes(x), Mailboxes(y)),
		OldFrom:       x.Validity.NotBefore.Time, OldUntil: x.Validity.NotAfter.Time,
		NewFrom: y.Validity.NotBefore.Time, NewUntil: y.Validity.NotAfter.Time,
		Dated: x.Validity.NotBefore.OK && x.Validity.NotAfter.OK && y.Validity.NotBefore.OK && y.Validity.NotAfter.OK,
	}
	for _, kind := range TopicKinds {
		t := Topic{Kind: kind, Worded: kind == TopicUsage}
		t.Old, t.New = about(kind, a, x), about(kind, b, y)
		t.Equal = slices.Equal(t.Old, t.New)
		if kind == TopicAddresses {
			t.Equal = t.Equal || c.SameAddresses
		}
		c.Topics = append(c.Topics, t)
	}
	c.GoneFindings = lacking(a.Findings, b.Findings)
	c.NewFindings = lacking(b.Findings, a.Findings)
	return c
}

// sameAddresses says whether two lists hold the same addresses, in any order and
// whatever the case of their letters.
func sameAddresses(a, b []string) bool {
	return slices.Equal(folded(a), folded(b))
}

func folded(addresses []string) []string {
	list := make([]string, len(addresses))
	for i, address := range addresses {
		list[i] = strings.ToLower(address)
	}
	slices.Sort(list)
	return list
}

// lacking are the findings of one certificate that the other does not have. Facts,
// and rules that could not run, are none.
func lacking(of, in []lints.Finding) []lints.Finding {
	var list []lints.Finding
	known := map[string]bool{}
	for i := range in {
		known[in[i].Rule] = known[in[i].Rule] || counts(&in[i])
	}
	for i := range of {
		if f := &of[i]; counts(f) && !known[f.Rule] {
			list = append(list, *f)
		}
	}
	return list
}

func counts(f *lints.Finding) bool { return f.Status == lints.Fail && f.Severity != lints.Info }

// about is what a certificate has of a topic.
func about(kind TopicKind, r *CertificateReport, c *cert.Certificate) []string {
	s := &r.Summary
	switch kind {
	case TopicAddresses:
		return s.Mailboxes
	case TopicKey:
		return keyText(s, c, r.DER)
	case TopicName:
		return some(s.Name)
	case TopicOrganization:
		return some(s.Organization)
	case TopicIssuer:
		return some(s.Issuer)
	case TopicFrom:
		return some(s.NotBefore)
	case TopicUntil:
		return some(s.NotAfter)
	case TopicSign:
		return some(s.CanSign.State)
	case TopicEncrypt:
		return some(s.CanEncrypt.State)
	case TopicUsage:
		return fieldsAt(r, "tbsCertificate.extensions.keyUsage.bits")
	case TopicPurposes:
		return fieldsAt(r, "tbsCertificate.extensions.extKeyUsage.purposes")
	case TopicPolicies:
		return fieldsAt(r, "tbsCertificate.extensions.certificatePolicies.policies")
	case TopicProfile:
		return []string{r.Profile, r.Generation}
	case TopicSignature:
		return fieldsAt(r, "signatureAlgorithm")
	case TopicSerial:
		return some(s.SerialNumber)
	}
	return nil
}

// keyDigits is how many hexadecimal digits tell one key from another.
const keyDigits = 16

// keyText names a key by its kind and the beginning of the SHA-256 of its
// subjectPublicKeyInfo.
func keyText(s *Summary, c *cert.Certificate, der []byte) []string {
	if !c.PublicKey.Present {
		return some(s.Key)
	}
	sum := sha256.Sum256(c.PublicKey.In(der))
	return []string{s.Key, "SHA-256 " + hex.EncodeToString(sum[:])[:keyDigits] + "…"}
}

func some(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// fieldsAt are the values of the field at a path, or of those that it has by
// number, without their parts.
func fieldsAt(r *CertificateReport, path string) []string {
	var values []string
	for i := range r.Fields {
		f := &r.Fields[i]
		rest, ok := strings.CutPrefix(f.Path, path)
		if ok && f.Value != "" && (rest == "" || rest[0] == '[' && strings.IndexByte(rest, ']') == len(rest)-1) {
			values = append(values, f.Value)
		}
	}
	return values
}
