//go:build js && wasm && crash

package main

import (
	"bytes"
	"time"

	"sealglass/inspect"
)

// deadline is how long the Worker may take for a certificate. Where it will take
// all of it, it is short, so that the tests of what happens then are not long.
func deadline(der []byte) time.Duration {
	if bytes.Contains(der, []byte("worker spins")) {
		return 3 * time.Second
	}
	return 10 * time.Second
}

// fault panics where a certificate says so, so that tests see what becomes of
// the page; see wasm/worker/crash.go for the Worker's faults.
func fault(r *inspect.Report) {
	for i := range r.Inputs {
		for j := range r.Inputs[i].Certificates {
			if bytes.Contains(r.Inputs[i].Certificates[j].DER, []byte("page panics")) {
				panic("as asked")
			}
		}
	}
}
