package view

import "sealglass/inspect"

// AppendElements appends the elements of an encoding in the form that
// web/bytes.js reads: for each an array of offset, header, length, depth,
// parent, type, value, label and fault. Texts are escaped, and labels and faults
// in the catalogue's language.
func AppendElements(dst []byte, elements []inspect.Element, w Words) []byte {
	dst = append(dst, '[')
	for i := range elements {
		e := &elements[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '[')
		for _, n := range [...]int{e.Offset, e.Header, e.Length, e.Depth, e.Parent} {
			dst = append(dst, itoa(n)...)
			dst = append(dst, ',')
		}
		for j, text := range [...]string{e.Type, e.Value, w.said(e.Label), w.said(e.Fault)} {
			if j > 0 {
				dst = append(dst, ',')
			}
			dst = inspect.AppendString(dst, Escape(text))
		}
		dst = append(dst, ']')
	}
	return append(dst, ']')
}

// BytesID is the id of the element in which the bytes of the n-th certificate of
// a report are shown, counted from 0.
func BytesID(n int) string { return entry{index: n}.prefix() + "bytes" }
