package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// Go's runtime knows of every function where it starts, how large its frame is
// and which words of the frame are pointers: the garbage collector, growing
// stacks and recover need that. The same table, the pclntab, says for every
// instruction in which line of which file it was written and which functions
// were inlined there, how each argument can be printed, and where a thread may be
// stopped. That is read for the traceback of a program that dies and for
// signals, which a browser has not; the browser loads it for nothing.
//
// dropPositions takes these out: offsets become "no table", and the bytes that
// nothing else uses become zeros. A traceback still names the functions that were
// not inlined; for file and line it says "?:0", and for the arguments "...".
// Everything keeps its place, so that nothing needs to be relocated.
//
// recover asks for inlined functions as well: there must be exactly one function
// between it and the panic, wrappers not counted. As a function that calls
// recover is never inlined, what is inlined into an ordinary function makes no
// difference: that function alone is one too many. The trees of wrappers and of
// the runtime's special functions stay.

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

const (
	funcRecordSize = 44
	inlinedSize    = 16 // runtime.inlinedCall
)

// The lists at the end of a funcRecord, and what is dropped of them
// (internal/abi).
const (
	pcdataUnsafePoint   = 0
	pcdataInlTree       = 2
	pcdataArgLiveIndex  = 3
	maxPCData           = 5
	funcdataInlTree     = 3
	funcdataArgInfo     = 5
	funcdataArgLiveInfo = 6
	maxFuncData         = 8
	noFuncData          = 1<<32 - 1
	ordinaryFunc        = 0 // FuncID
)

var errPclntab = errors.New("its tables of functions are not as Go's linker writes them")

// pclntab is the parts of a pclntab, in the memory that holds it.
type pclntab struct {
	address uint64 // of the pclntab in the memory
	head    struct{ Magic, NFunc, NFiles, Text, Names, CUs, Files, PCs, Funcs uint64 }
	names   []byte // of the functions, each with a zero behind it
	files   []byte // the names of the files, and where each compilation unit's begin
	pctab   []byte // the tables by instruction
	funcs   []byte // the list of functions and their records

	kept     []byte   // what of pctab is still needed
	keptData []uint32 // the offsets of the funcdata that is still needed
	trees    []tree
}

// tree is where an inline tree lies that is not needed, from the start of the
// funcdata.
type tree struct{ offset, size uint32 }

// dropPositions changes the pclntab in the memory of a program, which begins at
// the address start.
func (t *pclntab) dropPositions(start int, memory []byte) error {
	m, err := t.moduledata(start, memory)
	if err != nil {
		return err
	}
	nfunc := int(t.head.NFunc)
	end := 8*nfunc + 4
	for i := range nfunc {
		entry := binary.LittleEndian.Uint32(t.funcs[8*i:])
		at := int(binary.LittleEndian.Uint32(t.funcs[8*i+4:]))
		// The records follow each other without gaps.
		if at != (end+7)&^7 {
			return errPclntab
		}
		if end, err = t.dropOf(at, entry); err != nil {
			return err
		}
	}
	if err := t.dropTrees(m.funcdata); err != nil {
		return err
	}
	copy(t.pctab, t.kept)
	clear(t.files)
	return coarsen(m.buckets)
}

// findPclntab finds the pclntab and its parts.
func findPclntab(start int, memory []byte) (*pclntab, error) {
	at := bytes.Index(memory, pclntabMagic)
	if at < 0 || bytes.Count(memory, pclntabMagic) > 1 {
		return nil, errPclntab
	}
	t := &pclntab{address: uint64(start + at)}
	table := memory[at:]
	if _, err := binary.Decode(table, binary.LittleEndian, &t.head); err != nil {
		return nil, errPclntab
	}
	h, size := &t.head, uint64(len(table))
	if h.Names > h.CUs || h.CUs > h.Files || h.Files > h.PCs || h.PCs > h.Funcs ||
		h.Funcs > size || h.NFunc == 0 || h.NFunc > (size-h.Funcs)/funcRecordSize {
		return nil, errPclntab
	}
	t.names = table[h.Names:h.CUs]
	t.files = table[h.CUs:h.PCs]
	t.pctab = table[h.PCs:h.Funcs]
	t.funcs = table[h.Funcs:]
	t.kept = make([]byte, len(t.pctab))
	return t, nil
}

// dropOf changes the record of a function, notes what it still needs, and
// returns where the record ends.
func (t *pclntab) dropOf(at int, entry uint32) (end int, err error) {
	var f funcRecord
	if at > len(t.funcs) {
		return 0, errPclntab
	}
	record := t.funcs[at:]
	if _, err := binary.Decode(record, binary.LittleEndian, &f); err != nil ||
		f.EntryOff != entry || f.NPCData > maxPCData || f.NFuncData > maxFuncData {
		return 0, errPclntab
	}
	size := funcRecordSize + 4*(int(f.NPCData)+int(f.NFuncData))
	if size > len(record) {
		return 0, errPclntab
	}
	f.PCFile, f.PCLine, f.CUOffset, f.StartLine = 0, 0, 0, 0
	if _, err := binary.Encode(record, binary.LittleEndian, &f); err != nil {
		return 0, err
	}
	pcdata := record[funcRecordSize:][:4*f.NPCData]
	funcdata := record[:size][funcRecordSize+len(pcdata):]
	if f.FuncID == ordinaryFunc {
		if err := t.dropTree(pcdata, funcdata); err != nil {
			return 0, err
		}
	}
	set(pcdata, pcdataUnsafePoint, 0)
	set(pcdata, pcdataArgLiveIndex, 0)
	set(funcdata, funcdataArgInfo, noFuncData)
	set(funcdata, funcdataArgLiveInfo, noFuncData)

	for _, offset := range append(numbers(pcdata), f.PCSP) {
		size, _, err := t.table(offset)
		if err != nil {
			return 0, err
		}
		copy(t.kept[offset:], t.pctab[offset:][:size])
	}
	t.keptData = append(t.keptData, numbers(funcdata)...)
	return at + size, nil
}

// dropTree takes the inline tree out of the lists of a record.
func (t *pclntab) dropTree(pcdata, funcdata []byte) error {
	if len(pcdata) <= 4*pcdataInlTree || len(funcdata) <= 4*funcdataInlTree {
		return nil
	}
	indexes, offset := numbers(pcdata)[pcdataInlTree], numbers(funcdata)[funcdataInlTree]
	if indexes == 0 || offset == noFuncData {
		return nil
	}
	_, last, err := t.table(indexes)
	if err != nil {
		return err
	}
	t.trees = append(t.trees, tree{offset, inlinedSize * uint32(last+1)})
	set(pcdata, pcdataInlTree, 0)
	set(funcdata, funcdataInlTree, noFuncData)
	return nil
}

// dropTrees clears the inline trees that no record has any more.
func (t *pclntab) dropTrees(funcdata []byte) error {
	slices.Sort(t.keptData)
	for _, tree := range t.trees {
		end := uint64(tree.offset) + uint64(tree.size)
		if end > uint64(len(funcdata)) {
			return errPclntab
		}
		next, _ := slices.BinarySearch(t.keptData, tree.offset)
		if next == len(t.keptData) || uint64(t.keptData[next]) >= end {
			clear(funcdata[tree.offset:end])
		}
	}
	return nil
}

// table is the length of a table in the pctab and the highest value in it. It
// is pairs of differences, in the value and in the program counter, until a
// difference of 0 in the value that is not the first. The value begins at -1.
// Offset 0 is no table.
func (t *pclntab) table(offset uint32) (size int, highest int64, err error) {
	if offset == 0 {
		return 0, -1, nil
	}
	value := int64(-1)
	highest = value
	for i := int(offset); i < len(t.pctab); {
		if t.pctab[i] == 0 && i > int(offset) {
			return i + 1 - int(offset), highest, nil
		}
		// What Varint reads is the zigzag of the runtime's step.
		difference, n := binary.Varint(t.pctab[i:])
		_, more := binary.Uvarint(t.pctab[i+max(n, 0):])
		if n <= 0 || more <= 0 {
			return 0, 0, errPclntab
		}
		value += difference
		highest = max(highest, value)
		i += n + more
	}
	return 0, 0, errPclntab
}

// numbers reads a list of a record.
func numbers(list []byte) []uint32 {
	read := make([]uint32, len(list)/4)
	for i := range read {
		read[i] = binary.LittleEndian.Uint32(list[4*i:])
	}
	return read
}

// set writes into a list of a record what lies that far in it.
func set(list []byte, i int, to uint32) {
	if 4*i < len(list) {
		binary.LittleEndian.PutUint32(list[4*i:], to)
	}
}
