//go:build js && wasm

package main

import (
	"syscall/js"

	"sealglass/inspect"
	"sealglass/trust"
)

// faultyChain stands in the place of a lint where chains are looked for.
const faultyChain = "chain"

// chains finds who stands behind each of the certificates, an array, at a time
// in milliseconds since 1970. It is nil when the program itself failed.
func chains(certificates, at js.Value) (found any) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	ders := make([][]byte, certificates.Length())
	for i := range ders {
		ders[i] = bytesOf(certificates.Index(i))
	}
	for _, der := range ders {
		fault(der, faultyChain)
	}
	return listOf(trust.Find(ders, timeOf(at)), func(c inspect.ChainReport) any { return chainMessage(&c) })
}

// chainMessage is who stands behind a certificate as the page reads it
// (wasm/page/chain.go).
func chainMessage(c *inspect.ChainReport) map[string]any {
	return map[string]any{
		"state": string(c.State), "reason": c.Reason, "stopped": c.Stopped,
		"list":   map[string]any{"version": c.List.Version, "date": c.List.Date, "old": c.List.Old},
		"issuer": c.Issuer, "leaf": c.Leaf, "issuerListed": c.IssuerListed, "cross": c.Cross,
		"paths": listOf(c.Paths, func(p inspect.PathReport) any {
			return map[string]any{"end": string(p.End), "holds": p.Holds, "links": listOf(p.Links, linkMessage)}
		}),
	}
}

func linkMessage(l inspect.LinkReport) any {
	return map[string]any{
		"certificate": l.Certificate, "name": l.Name, "status": string(l.Status),
		"reasons": listOf(l.Reasons, func(r inspect.LinkReason) any {
			return map[string]any{"code": r.Code, "args": texts(r.Args)}
		}),
	}
}
