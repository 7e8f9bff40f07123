package smime

import (
	"mime"
	"strings"
)

// addresses lists the mailbox addresses of From or Sender (RFC 5322 3.4), in
// lower case: those in angle brackets, else what has an @ between commas. More
// than [MaxAddresses] are none.
func addresses(value string) []string {
	var list []string
	var token strings.Builder
	bracketed := false
	flush := func() {
		text := strings.ToLower(strings.TrimSpace(token.String()))
		token.Reset()
		if at := strings.LastIndexByte(text, '@'); at > 0 && at < len(text)-1 && !strings.ContainsAny(text, " \t") {
			list = append(list, text)
		}
	}
	for rest := value; rest != ""; {
		c := rest[0]
		rest = rest[1:]
		switch {
		case c == '"' && !bracketed: // a name, or a local part that is quoted
			name, after := quoted(rest)
			if strings.HasPrefix(after, "@") {
				token.WriteString(name)
			}
			rest = after
		case c == '(' && !bracketed:
			_, rest, _ = strings.Cut(rest, ")")
		case c == '<':
			token.Reset()
			bracketed = true
		case c == '>':
			flush()
			bracketed = false
		case c == ',' || c == ';' || c == ':' && !bracketed: // of a list, of a group
			flush()
			bracketed = false
		default:
			token.WriteByte(c)
		}
	}
	flush()
	if len(list) > MaxAddresses {
		return nil
	}
	return list
}

// headerText decodes the encoded words of a header field (RFC 2047).
func headerText(value string) string {
	decoder := mime.WordDecoder{}
	text, err := decoder.DecodeHeader(value)
	if err != nil {
		return value
	}
	return text
}
