//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"sealglass/inspect"
	"sealglass/lints"
)

// examine answers one call of the JavaScript API (web/api.js): it reports on the
// inputs as the command does, and resolves with the report as JSON. The call's
// members are those of Call in web/types/page.d.ts.
func examine(call js.Value) {
	defer func() {
		if cause := recover(); cause != nil {
			call.Call("reject", describe(cause))
		}
	}()
	w := workers{call.Get("second")}
	options := inspect.Options{
		AsOf: text(call, "asOf"), Profile: text(call, "profile"), Proposals: call.Get("proposals").Bool(),
		Now: time.UnixMilli(int64(call.Get("now").Float())), Open: w.opener(call.Get("password")), Chain: w.findChains, Revocation: w.checkRevocation, Pause: pauser(),
	}
	if err := options.Check(); err != nil {
		call.Call("reject", err.Error())
		return
	}
	report := inspect.Inspect(nil, options)
	inputs := call.Get("inputs")
	for i := range inputs.Length() {
		in := inspect.Input{Name: text(inputs.Index(i), "name"), Data: bytesOf(inputs.Index(i).Get("data"))}
		if len(in.Data) > inspect.Limit(in.Data[:min(len(in.Data), inspect.HeadSize)]) {
			report.Inputs = append(report.Inputs, inspect.Unread(in.Name))
			continue
		}
		report.Inputs = append(report.Inputs, inspect.Inspect([]inspect.Input{in}, options).Inputs...)
	}
	report = inspect.Chained(report, options)
	fault(report)
	if call.Get("secondOpinion").Bool() {
		w.judge(report, options.Now)
	}
	call.Call("resolve", string(inspect.AppendJSON(nil, report)))
}

// judge joins the second opinion on each certificate to the report.
func (w workers) judge(report *inspect.Report, now time.Time) {
	asOf := millis(report.AsOf, now)
	for i := range report.Inputs {
		for j := range report.Inputs[i].Certificates {
			c := &report.Inputs[i].Certificates[j]
			opinion, err := await(w.second.Call("judge", map[string]any{
				"request": 0, "n": 0, "key": c.SHA256, "der": uint8Array(c.DER), "asOf": asOf, "deadline": deadline(c.DER).Milliseconds(),
			}))
			if err != nil {
				continue
			}
			var found []lints.Finding
			for k := range min(opinion.Get("findings").Length(), maxSecondFindings) {
				found = append(found, findingOf(opinion.Get("findings").Index(k)))
			}
			c.Join(found, now)
			report.Tool.ZLint = text(w.second, "version")
		}
	}
}
