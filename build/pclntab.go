package main

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// Go's runtime knows of every function where it starts, how large its frame is,
// which words of the frame are pointers, and where its calls are inlined: the
// garbage collector, growing stacks and recover need that. The same table, the
// pclntab, says for every instruction in which line of which file it was
// written, how each argument can be printed, and where a thread may be stopped.
// The first two are read for the traceback of a program that dies, the last for
// signals, which a browser has not. The browser loads them for nothing.
//
// dropPositions takes these out: offsets become "no table", and the bytes that
// nothing else uses become zeros. A traceback still names the functions; for
// the file and the line it says "?:0", and for the arguments "...". Everything
// keeps its place, so that nothing needs to be relocated.

// pclntabGo is the Go whose pclntab this is (runtime/symtab.go,
// runtime/runtime2.go and cmd/link/internal/ld/pcln.go). The magic number at its
// head stays when fields of it change their meaning.
const pclntabGo = "go1.26"

// pclntabMagic is the head of a pclntab of a program for WebAssembly.
var pclntabMagic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// funcRecord is runtime._func without the lists at its end.
type funcRecord struct {
	EntryOff    uint32
	NameOff     int32
	Args        int32
	DeferReturn uint32
	PCSP        uint32 // offsets of tables in the pctab, 0 for none
	PCFile      uint32
	PCLine      uint32
	NPCData     uint32
	CUOffset    uint32
	StartLine   int32
	FuncID      uint8
	Flag        uint8
	_           uint8
	NFuncData   uint8
}

const funcRecordSize = 44

// What is dropped of the lists at the end of a funcRecord (internal/abi).
const (
	pcdataUnsafePoint   = 0
	pcdataArgLiveIndex  = 3
	funcdataArgInfo     = 5
	funcdataArgLiveInfo = 6
)

var errPclntab = errors.New("its table of functions is not as Go's linker writes it")

// pclntab is the parts of a pclntab, in the memory that holds it.
type pclntab struct {
	files []byte // the names of the files, and where each compilation unit's begin
	pctab []byte // the tables by instruction
	funcs []byte // the list of functions and their records
	nfunc int
}

// dropPositions changes the pclntab in the memory of a program.
func dropPositions(memory []byte) error {
	t, err := findPclntab(memory)
	if err != nil {
		return err
	}
	kept := make([]byte, len(t.pctab))
	end := 8*t.nfunc + 4
	for i := range t.nfunc {
		entry := binary.LittleEndian.Uint32(t.funcs[8*i:])
		at := int(binary.LittleEndian.Uint32(t.funcs[8*i+4:]))
		// The records follow each other without gaps.
		if at != (end+7)&^7 {
			return errPclntab
		}
		if end, err = t.dropOf(at, entry, kept); err != nil {
			return err
		}
	}
	copy(t.pctab, kept)
	clear(t.files)
	return nil
}

// findPclntab finds the pclntab and its parts.
func findPclntab(memory []byte) (t pclntab, err error) {
	at := bytes.Index(memory, pclntabMagic)
	if at < 0 || bytes.Count(memory, pclntabMagic) > 1 {
		return t, errPclntab
	}
	table := memory[at:]
	var head struct{ Magic, NFunc, NFiles, Text, Names, CUs, Files, PCs, Funcs uint64 }
	if _, err := binary.Decode(table, binary.LittleEndian, &head); err != nil {
		return t, errPclntab
	}
	size := uint64(len(table))
	if head.Names > head.CUs || head.CUs > head.Files || head.Files > head.PCs || head.PCs > head.Funcs ||
		head.Funcs > size || head.NFunc == 0 || head.NFunc > (size-head.Funcs)/funcRecordSize {
		return t, errPclntab
	}
	return pclntab{
		files: table[head.CUs:head.PCs],
		pctab: table[head.PCs:head.Funcs],
		funcs: table[head.Funcs:],
		nfunc: int(head.NFunc),
	}, nil
}

// dropOf changes the record of a function, copies the tables that it still
// needs, and returns where the record ends.
func (t pclntab) dropOf(at int, entry uint32, kept []byte) (end int, err error) {
	var f funcRecord
	if at > len(t.funcs) {
		return 0, errPclntab
	}
	record := t.funcs[at:]
	if _, err := binary.Decode(record, binary.LittleEndian, &f); err != nil || f.EntryOff != entry || f.NPCData > 5 || f.NFuncData > 8 {
		return 0, errPclntab
	}
	lists := 4 * (int(f.NPCData) + int(f.NFuncData))
	if funcRecordSize+lists > len(record) {
		return 0, errPclntab
	}
	f.PCFile, f.PCLine, f.CUOffset, f.StartLine = 0, 0, 0, 0
	if _, err := binary.Encode(record, binary.LittleEndian, &f); err != nil {
		return 0, err
	}
	tables := []uint32{f.PCSP}
	for i := range int(f.NPCData) {
		offset := record[funcRecordSize+4*i:]
		if i == pcdataUnsafePoint || i == pcdataArgLiveIndex {
			binary.LittleEndian.PutUint32(offset, 0)
		}
		tables = append(tables, binary.LittleEndian.Uint32(offset))
	}
	for i := range int(f.NFuncData) {
		if i == funcdataArgInfo || i == funcdataArgLiveInfo {
			binary.LittleEndian.PutUint32(record[funcRecordSize+4*(int(f.NPCData)+i):], 1<<32-1)
		}
	}
	for _, offset := range tables {
		size, err := t.tableSize(int(offset))
		if err != nil {
			return 0, err
		}
		copy(kept[offset:], t.pctab[offset:int(offset)+size])
	}
	return at + funcRecordSize + lists, nil
}

// tableSize is the length of a table in the pctab: pairs of differences, in the
// value and in the program counter, until a difference of 0 in the value that is
// not the first. Offset 0 is no table.
func (t pclntab) tableSize(offset int) (int, error) {
	if offset == 0 {
		return 0, nil
	}
	for i := offset; i < len(t.pctab); {
		if t.pctab[i] == 0 && i > offset {
			return i + 1 - offset, nil
		}
		for range 2 {
			_, n := binary.Uvarint(t.pctab[i:])
			if n <= 0 {
				return 0, errPclntab
			}
			i += n
		}
	}
	return 0, errPclntab
}
