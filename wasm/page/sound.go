//go:build js && wasm && !crash

package main

import (
	"time"

	"sealglass/inspect"
)

// deadline is how long the Worker may take for a certificate.
func deadline([]byte) time.Duration { return 10 * time.Second }

// fault does nothing but in a build with the tag crash; see crash.go.
func fault(*inspect.Report) {}
