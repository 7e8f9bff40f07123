package main

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// Where things lie in sampleMemory.
const (
	sampleCUs    = 80
	samplePCTab  = 96
	sampleFuncs  = 112
	sampleRecord = sampleFuncs + 16
)

// sampleTables are five tables of one step each, and the offset of each.
var sampleTables = []byte{0, 2, 1, 0, 4, 1, 0, 6, 1, 0, 8, 1, 0, 10, 1, 0}

const (
	frameTable  = 1
	fileTable   = 4
	lineTable   = 7
	unsafeTable = 10
	stackTable  = 13
)

// sampleMemory is a memory with a pclntab of one function.
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
	return append(memory, "what follows"...)
}

var (
	sampleFunc = funcRecord{
		EntryOff: 3, NameOff: 1, Args: 8, DeferReturn: 2, PCSP: frameTable, PCFile: fileTable, PCLine: lineTable,
		CUOffset: 1, StartLine: 7, FuncID: 23, Flag: 4,
	}
	samplePCData   = []uint32{unsafeTable, stackTable, 0, unsafeTable}
	sampleFuncData = []uint32{10, 20, 30, 40, 50, 60, 70, 80}
)

func TestDropPositions(t *testing.T) {
	memory := sampleMemory(sampleFunc, samplePCData, sampleFuncData)
	if err := dropPositions(memory); err != nil {
		t.Fatal(err)
	}
	left := sampleFunc
	left.PCFile, left.PCLine, left.CUOffset, left.StartLine = 0, 0, 0, 0
	want := sampleMemory(left, []uint32{0, stackTable, 0, 0}, []uint32{10, 20, 30, 40, 50, 1<<32 - 1, 1<<32 - 1, 80})
	clear(want[sampleCUs:samplePCTab])
	copy(want[samplePCTab:], []byte{0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 1, 0})
	if !bytes.Equal(memory, want) {
		t.Errorf("got\n%x\nwant\n%x", memory, want)
	}
}

// The linker keeps tables with the same bytes once.
func TestDropPositionsKeepsSharedTables(t *testing.T) {
	f := sampleFunc
	f.PCLine = frameTable
	memory := sampleMemory(f, []uint32{stackTable, stackTable}, nil)
	if err := dropPositions(memory); err != nil {
		t.Fatal(err)
	}
	if got, want := memory[samplePCTab:sampleFuncs], []byte{0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 1, 0}; !bytes.Equal(got, want) {
		t.Errorf("tables %x, want %x", got, want)
	}
}

func TestDropPositionsRefuses(t *testing.T) {
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
		{"a table outside", sampleRecord + 16, 17},
		{"a table without an end", sampleFuncs - 4, 0x01010101},
	} {
		memory := sampleMemory(sampleFunc, samplePCData, sampleFuncData)
		binary.LittleEndian.PutUint32(memory[change.at:], change.to)
		if err := dropPositions(memory); err == nil {
			t.Errorf("%s: no error", change.name)
		}
	}
	if err := dropPositions(make([]byte, 100)); err == nil {
		t.Error("no table: no error")
	}
}
