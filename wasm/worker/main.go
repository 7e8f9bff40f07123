//go:build js && wasm

// Command worker is the program of the Worker (worker.wasm): it asks zlint for
// its opinion on one certificate at a time. web/worker.js starts it.
package main

import (
	"syscall/js"
	"time"

	"sealglass/lints/zlint"
)

func main() {
	bridge := js.Global().Get("sealglassWorker")
	js.Global().Delete("sealglassWorker")
	bridge.Call("ready", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return len(zlint.Run(bytesOf(args[0]), zlint.Options{AsOf: timeOf(args[1])}).Findings)
	}))
	select {}
}

// bytesOf copies a Uint8Array.
func bytesOf(array js.Value) []byte {
	data := make([]byte, array.Length())
	js.CopyBytesToGo(data, array)
	return data
}

// timeOf reads a time in milliseconds since 1970; null is the zero time.
func timeOf(ms js.Value) time.Time {
	if ms.IsNull() {
		return time.Time{}
	}
	return time.UnixMilli(int64(ms.Float())).UTC()
}
