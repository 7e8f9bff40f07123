package inspect

import (
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"sealglass/cert"
)

// otherParts adds the parts of the remaining extensions. It says false for one
// that is not decoded.
func (b *builder) otherParts(e *cert.Extension, path string) bool {
	c := b.c
	switch {
	case c.SMIMECapabilities != nil && is(c.SMIMECapabilities.Extension, e):
		for i := range c.SMIMECapabilities.Capabilities {
			b.algorithm(index(path+".capabilities", i), "Capability", &c.SMIMECapabilities.Capabilities[i])
		}
	case c.SubjectDirectoryAttrs != nil && is(c.SubjectDirectoryAttrs.Extension, e):
		b.directoryAttributes(path, c.SubjectDirectoryAttrs)
	case c.LEI != nil && is(c.LEI.Extension, e):
		b.text(path+".value", "LEI", &c.LEI.Value)
	case c.LEIRole != nil && is(c.LEIRole.Extension, e):
		b.text(path+".value", "Role", &c.LEIRole.Value)
	case c.OrganizationIdentifier != nil && is(c.OrganizationIdentifier.Extension, e):
		x := c.OrganizationIdentifier
		b.text(path+".registrationSchemeIdentifier", "Registration scheme", &x.Scheme)
		b.text(path+".registrationCountry", "Registration country", &x.Country)
		b.text(path+".registrationStateOrProvince", "Registration state or province", &x.State)
		b.text(path+".registrationReference", "Registration reference", &x.Reference)
	case c.SCTList != nil && is(c.SCTList.Extension, e):
		for i := range c.SCTList.SCTs {
			s := &c.SCTList.SCTs[i]
			b.words(index(path+".scts", i), "Timestamp of a log", sctText(s), s.Span)
		}
	default:
		return b.vendorParts(e, path)
	}
	return true
}

// vendorParts adds the parts of extensions of software makers.
func (b *builder) vendorParts(e *cert.Extension, path string) bool {
	c := b.c
	switch {
	case c.AdobeTimestamp != nil && is(c.AdobeTimestamp.Extension, e):
		x := c.AdobeTimestamp
		b.number(path+".version", "Version", x.Version)
		b.generalName(path+".location", "Timestamp server: ", &x.Location)
		b.words(path+".requiresAuth", "Requires authentication", strconv.FormatBool(x.RequiresAuth), x.Value)
	case c.AdobeArchiveRevInfo != nil && is(c.AdobeArchiveRevInfo.Extension, e):
		b.number(path+".version", "Version", c.AdobeArchiveRevInfo.Version)
	case c.MSTemplate != nil && is(c.MSTemplate.Extension, e):
		x := c.MSTemplate
		b.add(path+".templateID", "Template", named(x.Template), x.Value)
		b.number(path+".majorVersion", "Major version", x.Major)
		b.number(path+".minorVersion", "Minor version", x.Minor)
	case c.MSTemplateName != nil && is(c.MSTemplateName.Extension, e):
		b.text(path+".value", "Template", &c.MSTemplateName.Value)
	case c.MSNTDSSecurity != nil && is(c.MSNTDSSecurity.Extension, e):
		b.add(path+".objectSID", "Security identifier of the account (SID)", c.MSNTDSSecurity.SID, e.Value)
	default:
		return b.netscapeString(e, path)
	}
	return true
}

func (b *builder) netscapeString(e *cert.Extension, path string) bool {
	for i := range b.c.NetscapeStrings {
		if s := &b.c.NetscapeStrings[i]; is(s.Extension, e) {
			b.text(path+".value", "Text", &s.Value)
			return true
		}
	}
	return false
}

// text adds a string that may be absent.
func (b *builder) text(path, label string, s *cert.String) {
	if s.Length > 0 {
		b.add(path, label, b.stringValue(s), s.Span)
	}
}

func (b *builder) number(path, label string, n cert.Integer) {
	if n.Present {
		b.add(path, label, integer(n), n.Span)
	}
}

func (b *builder) directoryAttributes(path string, x *cert.SubjectDirectoryAttributes) {
	for i := range x.Attributes {
		a := &x.Attributes[i]
		for j := range a.Values {
			v := &a.Values[j]
			b.add(index(index(path+".attributes", i)+".values", j), attributeLabel(a.Type)+" ("+stringType(v.Tag)+")", b.stringValue(v), v.Span)
		}
		if len(a.Values) == 0 {
			b.add(index(path+".attributes", i), attributeLabel(a.Type), "", a.Span)
		}
	}
}

// maxMilliseconds is the last instant that is written as a date, in the year 9999.
const maxMilliseconds = 253402300799999

// sctText writes a signed certificate timestamp (RFC 6962 3.2).
func sctText(s *cert.SCT) string {
	at := strconv.FormatUint(s.Timestamp, 10) + " ms"
	if s.Timestamp <= maxMilliseconds {
		whole := cert.RFC3339(time.UnixMilli(int64(s.Timestamp)))
		at = strings.TrimSuffix(whole, "Z") + "." + strconv.FormatUint(1000+s.Timestamp%1000, 10)[1:] + "Z"
	}
	return at + ", log " + hex.EncodeToString(s.LogID) + ", version " + strconv.Itoa(s.Version+1) +
		", hash " + strconv.Itoa(s.Hash) + ", signature " + strconv.Itoa(s.Signature)
}
