package view

import (
	"strconv"
	"unicode/utf8"
)

// AppendJSON appends the tree in the form that web/mount.js reads: a node is
// the array of its template's name and its fills, a fill an object with the
// slot (s), text (t), attributes (a), children (c) and remove (r), each left
// out when it is empty.
func AppendJSON(dst []byte, nodes []Node) []byte {
	dst = append(dst, '[')
	for i, n := range nodes {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '[')
		dst = appendString(dst, n.Template)
		for _, f := range n.Fills {
			dst = append(dst, ',')
			dst = appendFill(dst, f)
		}
		dst = append(dst, ']')
	}
	return append(dst, ']')
}

func appendFill(dst []byte, f Fill) []byte {
	dst = append(dst, `{"s":`...)
	dst = appendString(dst, f.Slot)
	if f.Text != "" {
		dst = append(dst, `,"t":`...)
		dst = appendString(dst, f.Text)
	}
	if len(f.Attrs) > 0 {
		dst = append(dst, `,"a":[`...)
		for i, a := range f.Attrs {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(dst, '[')
			dst = appendString(dst, a.Name)
			dst = append(dst, ',')
			dst = appendString(dst, a.Value)
			dst = append(dst, ']')
		}
		dst = append(dst, ']')
	}
	if len(f.Children) > 0 {
		dst = append(dst, `,"c":`...)
		dst = AppendJSON(dst, f.Children)
	}
	if f.Remove {
		dst = append(dst, `,"r":1`...)
	}
	return append(dst, '}')
}

// appendString appends a JSON string (RFC 8259 7). What is not UTF-8 becomes U+FFFD.
func appendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r < 0x20:
			dst = append(dst, `\u00`...)
			dst = append(dst, "0123456789abcdef"[r>>4], "0123456789abcdef"[r&0xf])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}

func itoa(n int) string { return strconv.Itoa(n) }
