package main

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
)

// neverRun are functions of Go's runtime that never run in the two programs, by
// what their names begin with:
//
//   - the execution tracer's, which only runtime/trace.Start sets going, and no
//     package of the programs imports that. The runtime asks traceEnabled before it
//     calls one of them.
//   - those that do and print what GODEBUG and other variables ask for (a browser has
//     no environment), and the frames of C.
//   - profiles, of which no package of the programs asks for one, bubbles of
//     testing/synctest, and arenas.
//   - stacks of goroutines that a signal stopped, and types of a second module.
//   - those that print the memory of a program whose heap is broken, or the value of
//     a panic that is of a type based on a string or a number. The program dies of
//     it in either case, and says less.
//
// The linker can't know, and they are a twentieth of the code.
var neverRun = []string{
	"runtime.traceAcquireEnabled",
	"runtime.traceAdvance",
	"runtime.traceBufFlush",
	"runtime.traceEventWriter.",
	"runtime.traceLocker.",
	"runtime.traceReadCPU",
	"runtime.traceRegisterLabelsAndReasons",
	"runtime.traceStack",
	"runtime.traceStopReadCPU",
	"runtime.traceSyncBatch",
	"runtime.traceWriter.",
	"runtime.(*profBuf).read",
	"runtime.(*traceBuf).",
	"runtime.(*traceMap).",
	"runtime.(*traceRegionAlloc).",
	"runtime.(*traceStackTable).",
	"runtime.(*traceStringTable).",
	"runtime.(*traceTypeTable).",
	"runtime.dumpStacksRec",
	"runtime.dumpTypesRec",
	"runtime.makeTraceFrame",

	"runtime.checkFinalizersAndCleanups",
	"runtime.dumpScanStats",
	"runtime.printAncestorTraceback",
	"runtime.printCgoTraceback",
	"runtime.printOneCgoTraceback",
	"runtime.printScavTrace",
	"runtime.schedtrace",
	"runtime.fmtNSAsMS",
	"runtime.parseByteCount",
	"runtime.runCheckmark",
	"runtime.setCheckmark",
	"runtime.startCheckmarks",
	"runtime.expandCgoFrames",

	"runtime.blockevent",
	"runtime.doRecordGoroutineProfile",
	"runtime.fpunwindExpand",
	"runtime.saveblockevent",
	"runtime.saveg",
	"runtime.tryRecordGoroutineProfile",
	"runtime.(*synctestBubble).",
	"runtime.(*mspan).setUserArenaChunkToFault",

	"runtime.scanConservative",
	"runtime.typesEqual",

	"runtime.(*hexdumper).",
	"runtime.(*mspan).reportZombies",
	"runtime.badPointer",
	"runtime.dumpgstatus",
	"runtime.gcDumpObject",
	"runtime.hexdumpWords",
	"runtime.printanycustomtype",
	"runtime.tracebackHexdump",
}

// asksFirst is what the runtime asks the tracer in any case, where the compiler did
// not put it in place.
const asksFirst = "runtime.traceLocker.ok"

// trap is the body of a function that must not be called: no variables, the
// instruction unreachable, the end. It ends the program.
var trap = []byte{0, 0x00, 0x0b}

// neverRuns lists the functions that never run by their place in the code, ascending.
// The table has all functions of the code, in the same order: an entry is the number
// of the function, counted from that of the first.
func (t *pclntab) neverRuns() (places []int, err error) {
	first := binary.LittleEndian.Uint32(t.funcs)
	for i := range int(t.head.NFunc) {
		at := binary.LittleEndian.Uint32(t.funcs[8*i+4:])
		var f funcRecord
		if uint64(at) > uint64(len(t.funcs)) {
			return nil, errPclntab
		}
		if _, err := binary.Decode(t.funcs[at:], binary.LittleEndian, &f); err != nil ||
			f.NameOff < 0 || int(f.NameOff) > len(t.names) || f.EntryOff != first+uint32(i) {
			return nil, errPclntab
		}
		name, _, _ := bytes.Cut(t.names[f.NameOff:], []byte{0})
		begins := func(with string) bool { return strings.HasPrefix(string(name), with) }
		if string(name) != asksFirst && slices.ContainsFunc(neverRun, begins) {
			places = append(places, i)
		}
	}
	return places, nil
}

// cut puts a trap in the place of the functions at these places of a code section.
func cut(code []byte, places []int) ([]byte, error) {
	r := &wasmReader{rest: code}
	n := r.length()
	short := binary.AppendUvarint(nil, uint64(n))
	for i := range n {
		body := r.next(r.length())
		if _, never := slices.BinarySearch(places, i); never {
			body = trap
		}
		short = binary.AppendUvarint(short, uint64(len(body)))
		short = append(short, body...)
		if r.failed {
			break
		}
	}
	if r.failed || len(r.rest) > 0 || len(places) > 0 && places[len(places)-1] >= n {
		return nil, errNotGoWasm
	}
	return short, nil
}
