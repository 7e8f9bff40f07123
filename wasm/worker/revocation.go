//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"sealglass/inspect"
	"sealglass/revocation"
)

// revocations says what each of the lists, {kind, der}, says of the certificates,
// whose issuers are among them by their indices. It is nil when the program
// itself failed.
func revocations(lists, certificates, issuers, at js.Value) (said any) {
	defer func() {
		if recover() != nil {
			said = nil
		}
	}()
	found := make([]inspect.RevocationList, lists.Length())
	for i := range found {
		l := lists.Index(i)
		found[i] = inspect.RevocationList{Kind: inspect.Kind(l.Get("kind").String()), DER: bytesOf(l.Get("der"))}
	}
	ders, by := make([][]byte, certificates.Length()), make([]int, certificates.Length())
	for i := range ders {
		ders[i], by[i] = bytesOf(certificates.Index(i)), issuers.Index(i).Int()
	}
	return listOf(revocation.Check(found, ders, by, timeOf(at)), revocationMessage)
}

// revocationMessage is what a list says as the page reads it
// (wasm/page/revocation.go).
func revocationMessage(a inspect.RevocationAnswer) any {
	message := map[string]any{"issuer": a.Issuer, "statuses": listOf(a.Statuses, func(s inspect.CertificateStatus) any {
		return map[string]any{
			"certificate": s.Certificate, "state": string(s.State), "reason": s.Reason, "cause": s.Cause,
			"since": seconds(s.Since), "thisUpdate": seconds(s.ThisUpdate), "nextUpdate": seconds(s.NextUpdate),
		}
	})}
	if a.Responder != nil {
		message["responder"] = uint8Array(a.Responder)
	}
	return message
}

// seconds is a time in seconds since 1970, null where there is none.
func seconds(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return float64(t.Unix())
}
