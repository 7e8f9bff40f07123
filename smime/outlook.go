package smime

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf16"

	"sealglass/inspect"
)

// The properties of a message that are read ([MS-OXPROPS]), as the names of
// streams have them.
const (
	propertyStream      = "__substg1.0_"
	attachmentFolder    = "__attach_version1.0_"
	propertySubject     = "0037"
	propertyHeaders     = "007D"
	propertySenderName  = "0C1A"
	propertySenderSMTP  = "5D01"
	propertyAuthorSMTP  = "5D02"
	propertySender      = "0C1F"
	propertyAttachment  = "3701"
	typeString          = "001E"
	typeUnicode         = "001F"
	typeBinary          = "0102"
	typeEmbeddedMessage = "000D"
)

// ReadOutlook reads a message as Outlook saves it (.msg, [MS-OXMSG]).
func ReadOutlook(file []byte) inspect.Content {
	r := reader{found: inspect.Content{Kind: inspect.OutlookMessage}}
	c := openCompound(file)
	if c == nil {
		r.found.Error = &inspect.InputError{
			Code:    inspect.CodeTruncated,
			Message: "This Outlook message or Office document is damaged. Save it again, and choose that file.",
		}
		return r.found
	}
	o := outlook{compound: c, seen: make([]bool, len(c.entries))}
	top := o.folder(0, o.seen)
	if !o.isMessage(top) {
		r.found.Error = &inspect.InputError{
			Code:    string(inspect.OutlookMessage),
			Message: "This is a document of an older Office program, and not a message. Choose the certificate (.cer, .crt, .pem), or a signed message (.eml, .msg).",
		}
		return r.found
	}
	o.envelope(top, &r)
	waiting := []map[string]int{top}
	for n := 0; n < len(waiting) && n < MaxParts; n++ {
		waiting = append(waiting, o.message(waiting[n], &r)...)
	}
	return r.finish()
}

// outlook reads the properties of messages out of a compound file.
type outlook struct {
	*compound
	seen []bool
}

// isMessage says whether a folder holds properties.
func (o *outlook) isMessage(folder map[string]int) bool {
	for name := range folder {
		if strings.HasPrefix(name, propertyStream) || strings.HasPrefix(name, "__properties_version1.0") {
			return true
		}
	}
	return false
}

// text is a property that is a string.
func (o *outlook) text(folder map[string]int, property string) string {
	if at, ok := folder[propertyStream+property+typeUnicode]; ok {
		octets := o.read(at)
		units := make([]uint16, len(octets)/2)
		for i := range units {
			units[i] = uint16(octets[2*i]) | uint16(octets[2*i+1])<<8
		}
		return string(utf16.Decode(units))
	}
	if at, ok := folder[propertyStream+property+typeString]; ok {
		return string(o.read(at))
	}
	return ""
}

// envelope takes over what the message says about itself.
func (o *outlook) envelope(folder map[string]int, r *reader) {
	headers := readEntity([]byte(o.text(folder, propertyHeaders)))
	r.envelope(&headers)
	if r.report.Subject == "" {
		r.report.Subject = o.text(folder, propertySubject)
	}
	if r.report.From == "" {
		r.report.From = o.text(folder, propertySenderName)
		if address := o.author(folder); address != "" {
			r.report.From = strings.TrimSpace(r.report.From + " <" + address + ">")
		}
	}
}

// author is the address of the one who wrote the message.
func (o *outlook) author(folder map[string]int) string {
	for _, property := range []string{propertyAuthorSMTP, propertySenderSMTP, propertySender} {
		if address := o.text(folder, property); strings.Contains(address, "@") {
			return address
		}
	}
	return ""
}

// message reads the attachments of a message, of which a signed one has its
// whole content in one, and returns the messages among them.
func (o *outlook) message(folder map[string]int, r *reader) (inner []map[string]int) {
	headers := readEntity([]byte(o.text(folder, propertyHeaders)))
	m := mailOf(&headers)
	if len(m.from) == 0 {
		m.from = addresses(o.author(folder))
		m.sender = addresses(o.text(folder, propertySenderSMTP))
	}
	for _, name := range slices.Sorted(maps.Keys(folder)) {
		if !strings.HasPrefix(name, attachmentFolder) {
			continue
		}
		attachment := o.folder(folder[name], o.seen)
		if data, ok := attachment[propertyStream+propertyAttachment+typeBinary]; ok {
			r.attachment(o.read(data), m)
		}
		if embedded, ok := attachment[propertyStream+propertyAttachment+typeEmbeddedMessage]; ok {
			inner = append(inner, o.folder(embedded, o.seen))
		}
	}
	return inner
}

// attachment reads an attachment: a message of CMS, or a MIME entity, or a file.
func (r *reader) attachment(data []byte, from *mail) {
	if isCMS(data) {
		r.cms(data, nil, part{mail: from})
		return
	}
	r.push(part{raw: data, mail: from})
}
