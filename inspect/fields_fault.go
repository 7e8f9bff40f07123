package inspect

import (
	"strings"

	"sealglass/cert"
)

// withFaults puts what is wrong with the encoding in its place. A part that was
// not decoded says why in its own field; where it has none, and for every
// departure that did not keep the part from being read, a field of its own
// follows the part, or what is nearest around it.
func withFaults(list []Field, c *cert.Certificate) []Field {
	if len(c.Faults) == 0 {
		return list
	}
	exact, below := positions(list)
	after := make([][]Field, len(list)+1) // what follows a field; the first: what precedes all
	for i := range c.Faults {
		if i == MaxFields {
			break
		}
		f := &c.Faults[i]
		at, ok := exact[f.Path]
		if ok && f.Fatal && list[at].Error == "" {
			list[at].Error = f.Reason
			continue
		}
		if !ok {
			at = nearest(below, f.Path)
		}
		after[at+1] = append(after[at+1], faultField(f, c.Raw))
	}
	merged := append([]Field(nil), after[0]...)
	for i := range list {
		merged = append(append(merged, list[i]), after[i+1]...)
	}
	return merged
}

// positions says where each path stands first, and where the last field at or
// below each path stands.
func positions(list []Field) (exact, below map[string]int) {
	exact, below = make(map[string]int, len(list)), make(map[string]int, len(list))
	for i := range list {
		if _, ok := exact[list[i].Path]; !ok {
			exact[list[i].Path] = i
		}
		for path := list[i].Path; path != ""; path = parentPath(path) {
			below[path] = i
		}
	}
	return exact, below
}

// nearest is the position after which a path without a field belongs: behind
// what stands in the same part. -1 is before all others.
func nearest(below map[string]int, path string) int {
	for ; path != ""; path = parentPath(path) {
		if at, ok := below[path]; ok {
			return at
		}
	}
	return -1
}

// parentPath takes the last name or index off a path; empty at its top.
func parentPath(path string) string {
	return path[:max(strings.LastIndexAny(path, ".["), 0)]
}

// faultField is a field for a fault: what stands there, and what is wrong.
func faultField(f *cert.Fault, der []byte) Field {
	field := Field{Path: f.Path, Label: "Encoding fault", Value: f.Reason, Worded: true, Offset: f.Offset, Length: f.Length}
	if f.Fatal {
		field.Label = f.Path[strings.LastIndexByte(f.Path, '.')+1:]
		field.Value, field.Worded = octets(f.In(der)), false
		field.Error = f.Reason
	}
	return field
}
