package main

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// The ids of the sections of a WebAssembly program that the build looks into.
const (
	customSection = 0
	codeSection   = 10
	dataSection   = 11
)

const wasmHeader = "\x00asm\x01\x00\x00\x00"

var errNotGoWasm = errors.New("not a WebAssembly program as Go's linker writes it")

// section is one section of a WebAssembly program (WebAssembly Core
// Specification, section 5.5).
type section struct {
	id      byte
	content []byte
}

// sections takes a program apart.
func sections(program []byte) ([]section, error) {
	rest, ok := bytes.CutPrefix(program, []byte(wasmHeader))
	if !ok {
		return nil, errNotGoWasm
	}
	var list []section
	for r := (&wasmReader{rest: rest}); len(r.rest) > 0; {
		s := section{id: r.next(1)[0], content: r.next(r.length())}
		if r.failed {
			return nil, errNotGoWasm
		}
		list = append(list, s)
	}
	return list, nil
}

// joinSections is the program that sections has taken apart.
func joinSections(list []section) []byte {
	program := []byte(wasmHeader)
	for _, s := range list {
		program = append(program, s.id)
		program = binary.AppendUvarint(program, uint64(len(s.content)))
		program = append(program, s.content...)
	}
	return program
}

// memory is what the segments of a data section put into the linear memory, from
// the lowest of them to the highest; between them the memory is zero.
func memory(content []byte) (start int, image []byte, err error) {
	type segment struct {
		at   int
		data []byte
	}
	var segments []segment
	r := &wasmReader{rest: content}
	for n := r.length(); n > 0 && !r.failed; n-- {
		head := r.next(2) // an active segment of memory 0; i32.const
		s := segment{at: r.length()}
		end := r.next(1)
		s.data = r.next(r.length())
		if head[0] != 0 || head[1] != 0x41 || end[0] != 0x0b {
			r.failed = true
		}
		segments = append(segments, s)
	}
	if r.failed || len(r.rest) > 0 || len(segments) == 0 {
		return 0, nil, errNotGoWasm
	}
	start, stop := segments[0].at, 0
	for _, s := range segments {
		start, stop = min(start, s.at), max(stop, s.at+len(s.data))
	}
	image = make([]byte, stop-start)
	for _, s := range segments {
		copy(image[s.at-start:], s.data)
	}
	return start, image, nil
}

// oneSegment is a data section with one segment.
func oneSegment(start int, image []byte) []byte {
	content := binary.AppendUvarint([]byte{1, 0, 0x41}, uint64(start))
	// i32.const has a signed number, whose last byte tells the sign in its
	// bit 6.
	if last := len(content) - 1; content[last]&0x40 != 0 {
		content[last] |= 0x80
		content = append(content, 0)
	}
	content = append(content, 0x0b)
	content = binary.AppendUvarint(content, uint64(len(image)))
	return append(content, image...)
}

// wasmReader reads from the front of rest; after a failure it reads zeros.
type wasmReader struct {
	rest   []byte
	failed bool
}

func (r *wasmReader) next(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.failed, r.rest = true, nil
		return make([]byte, 2) // as many as anyone looks at
	}
	var taken []byte
	taken, r.rest = r.rest[:n], r.rest[n:]
	return taken
}

// length reads a number that is not negative.
func (r *wasmReader) length() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > 1<<32-1 {
		r.failed, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}
