package gen

import (
	"encoding/binary"
	"maps"
	"slices"
	"unicode/utf16"
)

// Folder is what lies in a compound file or in a folder of one ([MS-CFB]): files
// as []byte, folders as Folder.
type Folder map[string]any

// CompoundFile is a compound file with sectors of 512 bytes.
func CompoundFile(root Folder) []byte {
	w := compoundWriter{}
	w.entries = append(w.entries, make([]byte, 128))
	child := w.folder(root)
	miniStart := w.stream(w.mini)
	w.entry(0, "Root Entry", 5, child, miniStart, len(w.mini))
	for len(w.entries)%4 != 0 {
		w.entries = append(w.entries, make([]byte, 128))
	}
	directory := w.stream(slices.Concat(w.entries...))
	miniFAT := w.stream(words(w.miniFAT, 128))
	return w.file(directory, miniFAT)
}

const (
	endOfChain = 0xfffffffe
	freeSector = 0xffffffff
	fatSector  = 0xfffffffd
)

type compoundWriter struct {
	sectors      []byte
	fat, miniFAT []uint32
	mini         []byte
	entries      [][]byte
}

// folder writes what lies in a folder as a list of siblings, and returns the first.
func (w *compoundWriter) folder(f Folder) (first uint32) {
	first = freeSector
	names := slices.Sorted(maps.Keys(f))
	for _, name := range slices.Backward(names) {
		n := len(w.entries)
		w.entries = append(w.entries, make([]byte, 128))
		switch content := f[name].(type) {
		case Folder:
			w.entry(n, name, 1, w.folder(content), 0, 0)
		case []byte:
			w.entry(n, name, 2, freeSector, w.place(content), len(content))
		}
		binary.LittleEndian.PutUint32(w.entries[n][72:], first) // the right sibling
		first = uint32(n)
	}
	return first
}

func (w *compoundWriter) entry(n int, name string, kind byte, child, start uint32, size int) {
	e := w.entries[n]
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		binary.LittleEndian.PutUint16(e[2*i:], u)
	}
	binary.LittleEndian.PutUint16(e[64:], uint16(2*len(units)+2))
	e[66], e[67] = kind, 1
	for at, value := range map[int]uint32{68: freeSector, 72: freeSector, 76: child, 116: start, 120: uint32(size)} {
		binary.LittleEndian.PutUint32(e[at:], value)
	}
}

// place writes a stream: one of less than 4096 bytes among the small ones.
func (w *compoundWriter) place(content []byte) uint32 {
	if len(content) >= 4096 {
		return w.stream(content)
	}
	start := uint32(len(w.miniFAT))
	for chunk := range slices.Chunk(content, 64) {
		w.mini = append(append(w.mini, chunk...), make([]byte, 64-len(chunk))...)
		w.miniFAT = append(w.miniFAT, uint32(len(w.miniFAT)+1))
	}
	if len(content) == 0 {
		return endOfChain
	}
	w.miniFAT[len(w.miniFAT)-1] = endOfChain
	return start
}

// stream writes a chain of sectors.
func (w *compoundWriter) stream(content []byte) uint32 {
	if len(content) == 0 {
		return endOfChain
	}
	start := uint32(len(w.fat))
	for chunk := range slices.Chunk(content, 512) {
		w.sectors = append(append(w.sectors, chunk...), make([]byte, 512-len(chunk))...)
		w.fat = append(w.fat, uint32(len(w.fat)+1))
	}
	w.fat[len(w.fat)-1] = endOfChain
	return start
}

// file puts the header and the FAT around the sectors.
func (w *compoundWriter) file(directory, miniFAT uint32) []byte {
	own := 1
	for (len(w.fat)+own+127)/128 > own {
		own++
	}
	h := make([]byte, 512)
	copy(h, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for at, value := range map[int]uint16{24: 0x3e, 26: 3, 28: 0xfffe, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(h[at:], value)
	}
	for at, value := range map[int]uint32{44: uint32(own), 48: directory, 56: 4096, 60: miniFAT, 64: uint32((len(w.miniFAT) + 127) / 128), 68: endOfChain} {
		binary.LittleEndian.PutUint32(h[at:], value)
	}
	for i := range 109 {
		n := uint32(freeSector)
		if i < own {
			n = uint32(len(w.fat) + i)
		}
		binary.LittleEndian.PutUint32(h[76+4*i:], n)
	}
	for range own {
		w.fat = append(w.fat, fatSector)
	}
	return slices.Concat(h, w.sectors, words(w.fat, 128))
}

// words writes numbers, filled up to a multiple of n.
func words(list []uint32, n int) []byte {
	var b []byte
	for _, v := range list {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	for i := len(list); i%n != 0; i++ {
		b = binary.LittleEndian.AppendUint32(b, freeSector)
	}
	return b
}
