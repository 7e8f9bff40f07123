//go:build js && wasm && crash

package main

import "bytes"

// faultyLint is the lint at which a build with the tag crash fails: one of the
// first, so that a slow machine is there well before the deadline, but not the
// first, so that something has been found.
const faultyLint = "e_distribution_point_incomplete"

// fault fails in the way that a certificate names, so that tests see what
// becomes of the page when the Worker does.
func fault(der []byte, lint string) {
	if lint == faultyChain && bytes.Contains(der, []byte("chain panics")) {
		panic("as asked")
	}
	if lint != faultyLint {
		return
	}
	switch {
	case bytes.Contains(der, []byte("worker panics")):
		panic("as asked")
	case bytes.Contains(der, []byte("worker overflows")):
		overflow(nil)
	case bytes.Contains(der, []byte("worker hoards")):
		hoard()
	case bytes.Contains(der, []byte("worker spins")):
		for {
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
