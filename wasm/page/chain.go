//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"sealglass/inspect"
	"sealglass/view"
)

// chainDeadline is how long a Worker may take to find who stands behind the
// certificates of one answer.
const chainDeadline = 30 * time.Second

// askChains asks a Worker who stands behind the certificates that are shown, where
// that was not looked for yet, and joins the answer to the report. first is the report without a second opinion.
func (p *page) askChains(first *inspect.Report) {
	if !p.chaining {
		return
	}
	request, options := p.request, p.settings.lastJudgedBy
	options.Chain, options.Revocation, options.Pause = p.findChains, p.checkRevocation, pauser()
	go func() {
		defer p.guard("chain")
		report := inspect.Chained(first, options)
		if request != p.request {
			return
		}
		p.chaining = false
		p.joinChains(report)
	}()
}

// needsChains says whether there is a certificate whose chain was not looked for.
func needsChains(r *inspect.Report) bool {
	for i := range r.Inputs {
		for j := range r.Inputs[i].Certificates {
			if r.Inputs[i].Certificates[j].Chain == nil {
				return true
			}
		}
	}
	return false
}

// joinChains shows a report that knows the chains in place of the one that does
// not. What has been heard of the second opinion until now joins it as well.
func (p *page) joinChains(report *inspect.Report) {
	report.Tool = p.report.Tool
	p.report = report
	o := &p.opinions
	before := o.certs
	o.certs = shownCertificates(report)
	for n, c := range o.certs {
		if o.state[n].State != view.SecondRunning {
			c.Join(o.found[n], time.Now())
		}
		o.newVerdict = o.newVerdict || c.Verdict != before[n].Verdict
	}
	p.remount()
	p.setSecondState()
	if p.complete() {
		p.tell()
	}
}

// findChains asks a Worker of its own. Where that does not answer, the chains could
// not be checked.
func (w workers) findChains(certificates [][]byte, at time.Time) []inspect.ChainReport {
	list := make([]any, len(certificates))
	for i, der := range certificates {
		list[i] = uint8Array(der)
	}
	answer, err := await(w.second.Call("chains", map[string]any{
		"certificates": list, "at": at.UnixMilli(), "deadline": chainDeadline.Milliseconds(),
	}))
	if err != nil || !answer.Truthy() {
		return inspect.Unchained(len(certificates), inspect.ChainProgram)
	}
	return listOf(answer, chainOf)
}

// chainOf reads who stands behind a certificate; wasm/worker writes it.
func chainOf(m js.Value) inspect.ChainReport {
	list := m.Get("list")
	return inspect.ChainReport{
		State: inspect.ChainState(text(m, "state")), Reason: text(m, "reason"), Stopped: m.Get("stopped").Int(),
		List:   inspect.RootList{Version: text(list, "version"), Date: text(list, "date"), Old: list.Get("old").Bool()},
		Issuer: text(m, "issuer"), Leaf: text(m, "leaf"), IssuerListed: m.Get("issuerListed").Bool(), Cross: m.Get("cross").Bool(),
		Paths: listOf(m.Get("paths"), func(path js.Value) inspect.PathReport {
			return inspect.PathReport{End: inspect.PathEnd(text(path, "end")), Holds: path.Get("holds").Bool(), Links: listOf(path.Get("links"), linkOf)}
		}),
	}
}

func linkOf(m js.Value) inspect.LinkReport {
	return inspect.LinkReport{
		Certificate: text(m, "certificate"), Name: text(m, "name"), Status: inspect.LinkStatus(text(m, "status")),
		Reasons: listOf(m.Get("reasons"), func(r js.Value) inspect.LinkReason {
			return inspect.LinkReason{Code: text(r, "code"), Args: listOf(r.Get("args"), js.Value.String)}
		}),
	}
}
