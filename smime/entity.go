package smime

import (
	"bytes"
	"strings"
)

// entity is a MIME entity (RFC 2045 2.4): a message, or a part of one.
type entity struct {
	fields []field
	body   []byte
}

// field is a header field, unfolded.
type field struct {
	name  string // in lower case
	value []byte
}

// readEntity divides an entity into header and body. Lines that are no header
// fields end the header, as an empty line does.
func readEntity(raw []byte) entity {
	var e entity
	rest := raw
	if bytes.HasPrefix(rest, []byte("From ")) || bytes.HasPrefix(rest, []byte(">From ")) { // of a mailbox file
		_, rest = cutLine(rest)
	}
	for len(rest) > 0 && len(e.fields) < MaxFields {
		line, after := cutLine(rest)
		if len(line) == 0 {
			e.body = after
			return e
		}
		if line[0] == ' ' || line[0] == '\t' {
			if n := len(e.fields); n > 0 && len(e.fields[n-1].value) < maxValue {
				last := &e.fields[n-1]
				last.value = append(append(last.value, ' '), bytes.TrimSpace(line)...)
			}
			rest = after
			continue
		}
		name, value, ok := bytes.Cut(line, []byte(":"))
		if name = bytes.TrimRight(name, " \t"); !ok || len(name) == 0 || bytes.ContainsAny(name, " \t") {
			break
		}
		e.fields = append(e.fields, field{strings.ToLower(string(name)), bytes.Clone(bytes.TrimSpace(value))})
		rest = after
	}
	e.body = rest
	return e
}

// maxValue bounds an unfolded header field in bytes, roughly.
const maxValue = 64 << 10

// cutLine takes the first line off, and the line break from both.
func cutLine(text []byte) (line, rest []byte) {
	i := bytes.IndexByte(text, '\n')
	if i < 0 {
		return bytes.TrimSuffix(text, []byte("\r")), nil
	}
	return bytes.TrimSuffix(text[:i], []byte("\r")), text[i+1:]
}

// get is the value of the first field of this name, empty where there is none.
func (e *entity) get(name string) string {
	for i := range e.fields {
		if e.fields[i].name == name {
			return string(e.fields[i].value)
		}
	}
	return ""
}

// mediaType reads Content-Type (RFC 2045 5.1): the type in lower case, and its
// parameters by their names in lower case. The type is text/plain where the field
// is missing.
func (e *entity) mediaType() (mediaType string, parameters map[string]string) {
	value := e.get("content-type")
	mediaType, rest, _ := strings.Cut(value, ";")
	mediaType = strings.ToLower(strings.TrimSpace(mediaType))
	if mediaType == "" {
		mediaType = "text/plain"
	}
	return mediaType, readParameters(rest)
}

// readParameters reads "name=value; name="value"".
func readParameters(text string) map[string]string {
	parameters := map[string]string{}
	for text != "" {
		var name, value string
		name, text, _ = strings.Cut(text, "=")
		text = strings.TrimLeft(text, " \t")
		if strings.HasPrefix(text, `"`) {
			value, text = quoted(text[1:])
			_, text, _ = strings.Cut(text, ";")
		} else {
			value, text, _ = strings.Cut(text, ";")
			value = strings.TrimSpace(value)
		}
		if name = strings.ToLower(strings.Trim(name, " \t;")); name != "" && parameters[name] == "" {
			parameters[name] = value
		}
	}
	return parameters
}

// quoted reads a quoted string up to its end (RFC 5322 3.2.4).
func quoted(text string) (value, rest string) {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			return b.String(), text[i+1:]
		case '\\':
			if i++; i == len(text) {
				return b.String(), ""
			}
		}
		b.WriteByte(text[i])
	}
	return b.String(), ""
}

// content is the body without its transfer encoding (RFC 2045 6).
func (e *entity) content() []byte {
	switch encoding, _, _ := strings.Cut(strings.ToLower(e.get("content-transfer-encoding")), ";"); strings.TrimSpace(encoding) {
	case "base64":
		return decodeBase64(e.body)
	case "quoted-printable":
		return decodeQuotedPrintable(e.body)
	}
	return e.body
}

// parts divides the body of a multipart entity at its boundary (RFC 2046 5.1.1).
// Each part is what stands between two boundaries, byte for byte; the line break
// before a boundary belongs to that.
func (e *entity) parts(boundary string) [][]byte {
	if boundary == "" {
		return nil
	}
	var parts [][]byte
	delimiter := []byte("--" + boundary)
	start := -1 // of the part that is open
	for at := 0; at < len(e.body) && len(parts) < MaxParts; {
		line, rest := cutLine(e.body[at:])
		next := len(e.body) - len(rest)
		if !bytes.HasPrefix(line, delimiter) {
			at = next
			continue
		}
		tail := bytes.TrimRight(line[len(delimiter):], " \t")
		if last := string(tail) == "--"; !last && len(tail) > 0 { // a longer boundary
			at = next
			continue
		} else if start >= 0 {
			parts = append(parts, withoutLineBreak(e.body[start:at]))
			if last {
				return parts
			}
		} else if last {
			return parts
		}
		start, at = next, next
	}
	if start >= 0 && len(parts) < MaxParts {
		parts = append(parts, e.body[start:])
	}
	return parts
}

// withoutLineBreak takes the last line break off.
func withoutLineBreak(part []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(part, []byte("\n")), []byte("\r"))
}
