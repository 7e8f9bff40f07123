package view

import (
	"strconv"

	"sealglass/inspect"
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
		dst = inspect.AppendString(dst, n.Template)
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
	dst = inspect.AppendString(dst, f.Slot)
	if f.Text != "" {
		dst = append(dst, `,"t":`...)
		dst = inspect.AppendString(dst, f.Text)
	}
	if len(f.Attrs) > 0 {
		dst = append(dst, `,"a":[`...)
		for i, a := range f.Attrs {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(dst, '[')
			dst = inspect.AppendString(dst, a.Name)
			dst = append(dst, ',')
			dst = inspect.AppendString(dst, a.Value)
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

func itoa(n int) string { return strconv.Itoa(n) }
