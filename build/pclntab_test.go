package main

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"
)

// Where things lie in sampleMemory.
const (
	sampleStart  = 0x1000
	sampleCUs    = 80
	samplePCTab  = 96
	sampleFuncs  = 120
	sampleRecord = sampleFuncs + 16
)

// sampleTables are tables of one step each. The value of the first is 0, and
// each of the others' is one more.
var sampleTables = []byte{0, 2, 1, 0, 4, 1, 0, 6, 1, 0, 8, 1, 0, 10, 1, 0, 12, 1, 0, 0, 0, 0, 0, 0}

const (
	frameTable  = 1
	inlineTable = 4
	fileTable   = 7
	lineTable   = 10
	unsafeTable = 13
	stackTable  = 16
)

// sampleFuncData is what the offsets of funcdata lead to; the inline tree begins
// at 24 and has two entries.
var sampleFuncData = bytes.Repeat([]byte("funcdata"), 10)

const treeOffset = 24

// sampleMemory is a memory with the tables of one function.
func sampleMemory(record funcRecord, pcdata, funcdata []uint32) []byte {
	memory := bytes.Clone(pclntabMagic)
	for _, n := range []uint64{1, 1, 0, 72, sampleCUs, sampleCUs + 8, samplePCTab, sampleFuncs} {
		memory = binary.LittleEndian.AppendUint64(memory, n)
	}
	memory = append(memory, "\x00main.f\x00"...)
	memory = append(memory, "\x00\x00\x00\x00\xff\xff\xff\xff/main.go"...)
	memory = append(memory, sampleTables...)
	for _, n := range []uint32{record.EntryOff, 16, record.EntryOff + 1, 0} {
		memory = binary.LittleEndian.AppendUint32(memory, n)
	}
	record.NPCData, record.NFuncData = uint32(len(pcdata)), uint8(len(funcdata))
	memory, _ = binary.Append(memory, binary.LittleEndian, record)
	memory, _ = binary.Append(memory, binary.LittleEndian, pcdata)
	memory, _ = binary.Append(memory, binary.LittleEndian, funcdata)
	gofunc := sampleStart + uint64(len(memory))
	memory = append(memory, sampleFuncData...)
	buckets := sampleStart + uint64(len(memory))
	memory = append(memory, make([]byte, bucketSize)...)
	end := sampleStart + uint64(len(memory))
	words := slices.Concat(
		[]uint64{sampleStart, sampleStart + 72, 8, 8, sampleStart + sampleCUs, 2, 2, sampleStart + sampleCUs + 8, 8, 8},
		[]uint64{sampleStart + samplePCTab, 24, 24, sampleStart + sampleFuncs, 96, 96, sampleStart + sampleFuncs, 2, 2, buckets},
		make([]uint64, 20), []uint64{gofunc, end})
	memory, _ = binary.Append(memory, binary.LittleEndian, words)
	return memory
}

var (
	sampleFunc = funcRecord{
		EntryOff: 3, NameOff: 1, Args: 8, DeferReturn: 2, PCSP: frameTable, PCFile: fileTable, PCLine: lineTable,
		CUOffset: 1, StartLine: 7, Flag: 4,
	}
	samplePCDataList   = []uint32{unsafeTable, stackTable, inlineTable, unsafeTable}
	sampleFuncDataList = []uint32{0, 8, 16, treeOffset, 56, 64, 64, 72}
)

func TestDropPositions(t *testing.T) {
	memory := sampleMemory(sampleFunc, samplePCDataList, sampleFuncDataList)
	if err := dropIn(sampleStart, memory); err != nil {
		t.Fatal(err)
	}
	left := sampleFunc
	left.PCFile, left.PCLine, left.CUOffset, left.StartLine = 0, 0, 0, 0
	want := sampleMemory(left, []uint32{0, stackTable, 0, 0}, []uint32{0, 8, 16, noFuncData, 56, noFuncData, noFuncData, 72})
	clear(want[sampleCUs:samplePCTab])
	copy(want[samplePCTab:], []byte{0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 1, 0})
	clear(want[bytes.Index(want, sampleFuncData)+treeOffset:][:2*inlinedSize])
	if !bytes.Equal(memory, want) {
		t.Errorf("got\n%x\nwant\n%x", memory, want)
	}
}

// recover counts what is inlined into wrappers.
func TestDropPositionsKeepsTheTreesOfWrappers(t *testing.T) {
	f := sampleFunc
	f.FuncID = 23
	memory := sampleMemory(f, samplePCDataList, sampleFuncDataList)
	if err := dropIn(sampleStart, memory); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(memory, sampleFuncData) {
		t.Error("the tree is gone")
	}
	record := memory[sampleRecord+funcRecordSize:]
	if got := numbers(record)[pcdataInlTree]; got != inlineTable {
		t.Errorf("the table into the tree is %d, want %d", got, inlineTable)
	}
	if got := numbers(record)[len(samplePCDataList)+funcdataInlTree]; got != treeOffset {
		t.Errorf("the tree is at %d, want %d", got, treeOffset)
	}
}

// The linker keeps tables with the same bytes once.
func TestDropPositionsKeepsWhatIsShared(t *testing.T) {
	f := sampleFunc
	f.PCLine = frameTable
	memory := sampleMemory(f, []uint32{stackTable, stackTable, inlineTable}, []uint32{0, treeOffset + 16, 16, treeOffset})
	if err := dropIn(sampleStart, memory); err != nil {
		t.Fatal(err)
	}
	want := []byte{0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 1, 0, 0, 0, 0, 0, 0}
	if got := memory[samplePCTab:sampleFuncs]; !bytes.Equal(got, want) {
		t.Errorf("tables %x, want %x", got, want)
	}
	if !bytes.Contains(memory, sampleFuncData) {
		t.Error("funcdata that is still needed is gone")
	}
}

func TestDropPositionsRefuses(t *testing.T) {
	whole := sampleMemory(sampleFunc, samplePCDataList, sampleFuncDataList)
	data := bytes.Index(whole, sampleFuncData)
	module := data + len(sampleFuncData) + bucketSize
	for _, change := range []struct {
		name string
		at   int
		to   uint32
	}{
		{"no functions", 8, 0},
		{"more functions than fit", 8, 1 << 30},
		{"parts in another order", 40, 1 << 20},
		{"parts outside", 64, 1 << 20},
		{"a record elsewhere", sampleFuncs + 4, 24},
		{"a record of another function", sampleRecord, 5},
		{"more tables than there are kinds", sampleRecord + 28, 6},
		{"a table outside", sampleRecord + 16, 25},
		{"a table without an end", sampleRecord + 16, 23},
		{"a tree outside", sampleRecord + funcRecordSize + 4*(len(samplePCDataList)+funcdataInlTree), 64},
		{"no record of the program", module, 0},
		{"a record of the program with other tables", module + 8*10, 0},
		{"a record of the program with more functions", module + 8*17, 3},
		{"a record of the program with the parts elsewhere", module + 8*40, 0},
		{"a bucket of another function", data + len(sampleFuncData), 1},
	} {
		memory := bytes.Clone(whole)
		binary.LittleEndian.PutUint32(memory[change.at:], change.to)
		if err := dropIn(sampleStart, memory); err == nil {
			t.Errorf("%s: no error", change.name)
		}
	}
	if err := dropIn(0, make([]byte, 100)); err == nil {
		t.Error("no table: no error")
	}
}

func TestCoarsen(t *testing.T) {
	const funcs = 2*coarseFuncs + 1
	buckets := make([]byte, bucketSize*funcBuckets*funcs)
	for i := range funcBuckets * funcs {
		binary.LittleEndian.PutUint32(buckets[bucketSize*i:], uint32(i/funcBuckets))
	}
	if err := coarsen(buckets); err != nil {
		t.Fatal(err)
	}
	for i := range funcBuckets * funcs {
		n, group := numbers(buckets[bucketSize*i:][:4])[0], uint32(i/funcBuckets/coarseFuncs)
		if n != group*coarseFuncs {
			t.Fatalf("bucket %d begins at function %d, want %d", i, n, group*coarseFuncs)
		}
	}
}

func dropIn(start int, memory []byte) error {
	t, err := findPclntab(start, memory)
	if err != nil {
		return err
	}
	return t.dropPositions(start, memory)
}
