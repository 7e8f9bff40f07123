//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"sealglass/inspect"
)

// checkRevocation asks a Worker of its own what the lists say of the certificates.
// Where that does not answer, they say nothing.
func (w workers) checkRevocation(lists []inspect.RevocationList, certificates [][]byte, issuers []int, at time.Time) []inspect.RevocationAnswer {
	var list, ders, by []any
	for _, l := range lists {
		list = append(list, map[string]any{"kind": string(l.Kind), "der": uint8Array(l.DER)})
	}
	for i, der := range certificates {
		ders, by = append(ders, uint8Array(der)), append(by, issuers[i])
	}
	answer, err := await(w.second.Call("revocation", map[string]any{
		"lists": list, "certificates": ders, "issuers": by, "at": at.UnixMilli(), "deadline": chainDeadline.Milliseconds(),
	}))
	if err != nil || !answer.Truthy() {
		return nil
	}
	var answers []inspect.RevocationAnswer
	// Not listOf: times in what a generic function makes bring Time.String with them,
	// and so all layouts of times.
	for i := range answer.Length() {
		answers = append(answers, revocationOf(answer.Index(i)))
	}
	return answers
}

// revocationOf reads what a list says; wasm/worker writes it.
func revocationOf(m js.Value) inspect.RevocationAnswer {
	a := inspect.RevocationAnswer{Issuer: m.Get("issuer").Int()}
	statuses := m.Get("statuses")
	for i := range statuses.Length() {
		s := statuses.Index(i)
		a.Statuses = append(a.Statuses, inspect.CertificateStatus{
			Certificate: s.Get("certificate").Int(), State: inspect.RevocationState(text(s, "state")), Reason: text(s, "reason"),
			Cause: s.Get("cause").Int(), Since: moment(s.Get("since")), ThisUpdate: moment(s.Get("thisUpdate")), NextUpdate: moment(s.Get("nextUpdate")),
		})
	}
	if responder := m.Get("responder"); responder.Truthy() {
		a.Responder = bytesOf(responder)
	}
	return a
}

// moment reads a time in seconds since 1970; null is the zero time.
func moment(seconds js.Value) time.Time {
	if seconds.IsNull() {
		return time.Time{}
	}
	return time.Unix(int64(seconds.Float()), 0).UTC()
}
