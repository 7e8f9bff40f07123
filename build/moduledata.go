package main

import (
	"bytes"
	"encoding/binary"
)

// module is what runtime.moduledata says of where tables lie, in the memory that
// holds them.
type module struct {
	funcdata []byte // go:func.*, where the offsets of funcdata begin
	buckets  []byte // runtime.findfunctab
}

// moduledata finds the runtime's record of the program by the address of the
// pclntab and of the names of functions, with which it begins.
func (t *pclntab) moduledata(start int, memory []byte) (m module, err error) {
	var r struct {
		PCLnTab                                     uint64
		Names, CUs, Files, PCTab, Funcs, FuncByAddr [3]uint64 // address, length, capacity
		FindFuncTab, MinPC, MaxPC                   uint64
		_                                           [18]uint64 // the text, the data and the types
		GoFunc, EndPCLnTab                          uint64
	}
	begin := binary.LittleEndian.AppendUint64(nil, t.address)
	begin = binary.LittleEndian.AppendUint64(begin, t.address+t.head.Names)
	at := bytes.Index(memory, begin)
	if at < 0 {
		return m, errPclntab
	}
	if _, err := binary.Decode(memory[at:], binary.LittleEndian, &r); err != nil {
		return m, errPclntab
	}
	base := uint64(start)
	if r.PCTab[0] != t.address+t.head.PCs || r.Funcs[0] != t.address+t.head.Funcs ||
		r.FuncByAddr[0] != r.Funcs[0] || r.FuncByAddr[1] != t.head.NFunc+1 ||
		r.GoFunc < r.Funcs[0] || r.FindFuncTab < r.GoFunc || r.EndPCLnTab < r.FindFuncTab || r.EndPCLnTab > base+uint64(len(memory)) {
		return m, errPclntab
	}
	return module{
		funcdata: memory[r.GoFunc-base : r.FindFuncTab-base],
		buckets:  memory[r.FindFuncTab-base : r.EndPCLnTab-base],
	}, nil
}

// A bucket says at which function to begin to look for a program counter
// (runtime.findfuncbucket). For WebAssembly a function takes 16 of them, and all
// say the same.
const (
	bucketSize  = 20 // the number of the function, and 16 bytes that add to it
	funcBuckets = 16
	// coarseFuncs is how many functions share what their buckets say after
	// coarsen. The runtime looks on from there, function by function.
	coarseFuncs = 16
)

// coarsen lets the buckets of every function say the first of a group of
// functions. What repeats needs hardly any bytes when compressed.
func coarsen(buckets []byte) error {
	for i := range len(buckets) / bucketSize {
		bucket := buckets[bucketSize*i:][:bucketSize]
		n := binary.LittleEndian.Uint32(bucket)
		if n != uint32(i/funcBuckets) || len(bytes.TrimLeft(bucket[4:], "\x00")) > 0 {
			return errPclntab
		}
		binary.LittleEndian.PutUint32(bucket, n/coarseFuncs*coarseFuncs)
	}
	return nil
}
