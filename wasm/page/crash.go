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
