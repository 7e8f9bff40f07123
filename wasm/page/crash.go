//go:build js && wasm && crash

package main

import (
	"bytes"
	"time"

	"sealglass/inspect"
)

// deadline is how long the Worker may take for a certificate. It is short where
// the Worker will take all of it, so that the test of that is not long, and long
// otherwise, so that no test depends on the machine's speed.
func deadline(der []byte) time.Duration {
	if bytes.Contains(der, []byte("worker spins")) {
		return 5 * time.Second
	}
	return time.Minute
}

// fault fails in the way that a certificate names, so that tests see what becomes
// of the page; see wasm/worker/crash.go for the Worker's faults.
func fault(r *inspect.Report) {
	for i := range r.Inputs {
		for j := range r.Inputs[i].Certificates {
			switch der := r.Inputs[i].Certificates[j].DER; {
			case bytes.Contains(der, []byte("page panics")):
				panic("as asked")
			case bytes.Contains(der, []byte("page overflows")):
				overflow(nil)
			case bytes.Contains(der, []byte("page hoards")):
				hoard()
			}
		}
	}
}

// overflow never returns. The stack of WebAssembly ends before Go's.
func overflow(frames []*int) int {
	var here int
	return overflow(append(frames, &here)) + here
}

// hoard asks for more than the 4 GiB that a program may have; nothing of it is
// touched, so that the machine is not short of memory.
func hoard() {
	var all [][]byte
	for {
		all = append(all, make([]byte, 1<<30))
	}
}
