package smime

import (
	"encoding/binary"
	"unicode/utf16"
)

// compound is a Compound File ([MS-CFB]): the files in a file in which Outlook
// saves a message.
type compound struct {
	file    []byte
	shift   uint     // of the size of a sector
	fat     []uint32 // the sector that follows each
	miniFAT []uint32
	mini    []byte // the stream that holds the small streams
	entries []entry
	room    int // bytes that may still be read
}

// entry is a file or folder in a compound file.
type entry struct {
	name               string
	isStream           bool
	left, right, child uint32
	start              uint32
	size               int
}

const (
	endOfChain      = 0xfffffffe
	noEntry         = 0xffffffff
	headerSize      = 512
	entrySize       = 128
	miniShift       = 6    // mini sectors have 64 bytes
	miniCutoff      = 4096 // bytes of a stream from which on it has sectors of its own
	headerFATs      = 109  // sectors of the FAT that the header names
	largestMultiple = 4    // of the file's size is read of it at most, sectors that are shared included
)

// openCompound reads the structure of a compound file; nil where it is damaged.
func openCompound(file []byte) *compound {
	if len(file) < headerSize {
		return nil
	}
	c := &compound{file: file, shift: uint(binary.LittleEndian.Uint16(file[30:])), room: largestMultiple * len(file)}
	if c.shift != 9 && c.shift != 12 || binary.LittleEndian.Uint16(file[32:]) != miniShift {
		return nil
	}
	c.readFAT()
	c.miniFAT = numbers(c.chain(binary.LittleEndian.Uint32(file[60:]), len(file)))
	directory := c.chain(binary.LittleEndian.Uint32(file[48:]), len(file))
	for ; len(directory) >= entrySize; directory = directory[entrySize:] {
		c.entries = append(c.entries, c.readEntry(directory))
	}
	if len(c.entries) == 0 {
		return nil
	}
	c.mini = c.chain(c.entries[0].start, c.entries[0].size)
	return c
}

// readFAT reads the table of sectors: where its own sectors are stands in the
// header and, of a large file, in a chain of sectors ([MS-CFB] 2.5).
func (c *compound) readFAT() {
	sectors := numbers(c.file[76 : 76+4*headerFATs])
	next := binary.LittleEndian.Uint32(c.file[68:])
	for len(sectors) <= len(c.file)>>c.shift {
		sector := c.sector(next)
		if sector == nil {
			break
		}
		list := numbers(sector)
		sectors = append(sectors, list[:len(list)-1]...)
		next = list[len(list)-1]
	}
	for _, n := range sectors {
		if len(c.fat) > len(c.file)>>c.shift {
			return
		}
		c.fat = append(c.fat, numbers(c.sector(n))...)
	}
}

// sector is a sector by its number, nil where there is none.
func (c *compound) sector(n uint32) []byte {
	start := (int(n) + 1) << c.shift
	if end := start + 1<<c.shift; n < endOfChain && end <= len(c.file) {
		return c.file[start:end]
	}
	return nil
}

// chain joins sectors from this one on, up to that many bytes.
func (c *compound) chain(n uint32, size int) []byte {
	var out []byte
	for range len(c.fat) {
		sector := c.sector(n)
		if sector == nil || len(out) >= size || c.room < len(sector) || int(n) >= len(c.fat) {
			break
		}
		out = append(out, sector...)
		c.room -= len(sector)
		n = c.fat[n]
	}
	return out[:min(len(out), size)]
}

// numbers reads a list of numbers.
func numbers(b []byte) []uint32 {
	list := make([]uint32, len(b)/4)
	for i := range list {
		list[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return list
}

// readEntry reads a directory entry ([MS-CFB] 2.6.1).
func (c *compound) readEntry(b []byte) entry {
	length := min(int(binary.LittleEndian.Uint16(b[64:])), 64)
	name := make([]uint16, 0, 32)
	for i := 0; i+3 < length; i += 2 { // without the zero at the end
		name = append(name, binary.LittleEndian.Uint16(b[i:]))
	}
	size := binary.LittleEndian.Uint64(b[120:])
	if c.shift == 9 { // version 3, in which the upper half means nothing
		size &= 1<<32 - 1
	}
	return entry{
		name:     string(utf16.Decode(name)),
		isStream: b[66] == 2,
		left:     binary.LittleEndian.Uint32(b[68:]),
		right:    binary.LittleEndian.Uint32(b[72:]),
		child:    binary.LittleEndian.Uint32(b[76:]),
		start:    binary.LittleEndian.Uint32(b[116:]),
		size:     int(min(size, uint64(len(c.file)))),
	}
}

// folder lists what is in a folder, by name; each of the file's entries is in at
// most one.
func (c *compound) folder(at int, seen []bool) map[string]int {
	list := map[string]int{}
	waiting := []uint32{c.entries[at].child}
	for len(waiting) > 0 {
		n := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if n >= uint32(len(c.entries)) || seen[n] {
			continue
		}
		seen[n] = true
		e := &c.entries[n]
		list[e.name] = int(n)
		waiting = append(waiting, e.left, e.right)
	}
	return list
}

// read is the content of a stream.
func (c *compound) read(at int) []byte {
	e := &c.entries[at]
	if !e.isStream {
		return nil
	}
	if e.size >= miniCutoff {
		return c.chain(e.start, e.size)
	}
	var out []byte
	for n := e.start; len(out) < e.size && int(n) < len(c.miniFAT); n = c.miniFAT[n] {
		start := int(n) << miniShift
		if start >= len(c.mini) {
			break
		}
		out = append(out, c.mini[start:min(start+1<<miniShift, len(c.mini))]...)
	}
	return out[:min(len(out), e.size)]
}
