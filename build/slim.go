package main

import (
	"bytes"
	"fmt"
	"slices"
)

// slim makes a program smaller that Go's linker wrote for the browser; what it
// does stays the same.
//
//   - dropPositions says what goes out of its memory, neverRun what of its code.
//   - The linker leaves every run of nine zeros out of the data section and
//     starts a new segment behind it. Sixty thousand segments, each with its own
//     offset, are fewer bytes than the zeros, but more when compressed: all in
//     one segment saves a tenth of the program's brotli.
//
// A program that another Go wrote than pclntab.go knows is refused.
func slim(program []byte) ([]byte, error) {
	list, err := sections(program)
	if err != nil {
		return nil, err
	}
	if !linkedBy(list, pclntabGo) {
		return nil, fmt.Errorf("it is not made by %s", pclntabGo)
	}
	data := slices.IndexFunc(list, func(s section) bool { return s.id == dataSection })
	code := slices.IndexFunc(list, func(s section) bool { return s.id == codeSection })
	if data < 0 || code < 0 {
		return nil, errNotGoWasm
	}
	start, image, err := memory(list[data].content)
	if err != nil {
		return nil, err
	}
	t, err := findPclntab(start, image)
	if err != nil {
		return nil, err
	}
	places, err := t.neverRuns()
	if err != nil {
		return nil, err
	}
	if list[code].content, err = cut(list[code].content, places); err != nil {
		return nil, err
	}
	if err := t.dropPositions(start, image); err != nil {
		return nil, err
	}
	list[data].content = oneSegment(start, image)
	return joinSections(list), nil
}

// linkedBy says whether the section "producers" names a release of this Go.
func linkedBy(list []section, release string) bool {
	return slices.ContainsFunc(list, func(s section) bool {
		return s.id == customSection && bytes.HasPrefix(s.content, []byte("\tproducers")) && bytes.Contains(s.content, []byte(release))
	})
}
