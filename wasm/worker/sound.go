//go:build js && wasm && !crash

package main

// fault does nothing but in a build with the tag crash; see crash.go.
func fault([]byte, string) {}
