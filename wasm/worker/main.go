//go:build js && wasm

// Command worker is the program of the Worker (worker.wasm): it asks zlint for
// its opinion on one certificate at a time, opens one file that takes more than
// the page itself has, or finds who stands behind certificates. web/worker.js starts it.
package main

import (
	"syscall/js"
	"time"

	"sealglass/lints"
	"sealglass/lints/zlint"
)

func main() {
	bridge := js.Global().Get("sealglassWorker")
	js.Global().Delete("sealglassWorker")
	bridge.Call("ready", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return answer(args[0], args[1], args[2])
	}), zlint.Version, js.FuncOf(func(_ js.Value, args []js.Value) any {
		return open(args[0], args[1], args[2])
	}), js.FuncOf(func(_ js.Value, args []js.Value) any {
		return chains(args[0], args[1])
	}), js.FuncOf(func(_ js.Value, args []js.Value) any {
		return revocations(args[0], args[1], args[2], args[3])
	}))
	select {}
}

// answer judges one certificate and tells heard what it is at and what it finds.
// It is nil when the program itself failed.
func answer(der, asOf, heard js.Value) (done any) {
	defer func() {
		if recover() != nil {
			done = nil
		}
	}()
	data := bytesOf(der)
	opinion := zlint.Run(data, zlint.Options{
		AsOf: timeOf(asOf),
		Progress: func(lint string) {
			heard.Invoke(map[string]any{"lint": lint})
			fault(data, lint)
		},
		Found: func(f lints.Finding) { heard.Invoke(map[string]any{"finding": message(f)}) },
	})
	leftOut := make([]any, len(opinion.LeftOut))
	for i, l := range opinion.LeftOut {
		leftOut[i] = map[string]any{"lint": l.Lint, "reason": l.Reason}
	}
	return map[string]any{"off": opinion.Off, "leftOut": leftOut}
}

// message is a finding as the page reads it (wasm/page/second.go).
func message(f lints.Finding) map[string]any {
	got := make([]any, len(f.At))
	for i := range f.At {
		got[i] = f.At[i].Got
	}
	return map[string]any{
		"rule": f.Rule, "section": f.Section, "severity": string(f.Severity), "status": string(f.Status),
		"title": f.Title, "explanation": f.Explanation, "remedy": f.Remedy, "quote": f.Quote,
		"from": string(f.From), "until": string(f.Until), "got": got,
	}
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
