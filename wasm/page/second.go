//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"sealglass/cert"
	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/view"
)

// maxSecondFindings bounds what is taken from the Worker about one certificate.
// It has fewer lints.
const maxSecondFindings = 500

// opinions are what has been heard about the certificates that are shown.
type opinions struct {
	certs   []*inspect.CertificateReport
	state   []view.SecondOpinion
	found   [][]lints.Finding
	pending int
	// newVerdict says that what was heard changed a verdict.
	newVerdict bool
}

// forgetSecond ends the interest in what was asked before.
func (p *page) forgetSecond() {
	p.second.Call("forget")
	p.opinions = opinions{}
	p.chaining, p.writing = false, false
	p.root.SetAttribute("data-second-opinion", "idle")
}

// expectSecond says that the Worker will be asked about the certificates that are
// shown in full.
func (p *page) expectSecond() {
	p.forgetSecond()
	o := &p.opinions
	o.certs = shownCertificates(p.report)
	o.state = make([]view.SecondOpinion, len(o.certs))
	o.found = make([][]lints.Finding, len(o.certs))
	o.pending = len(o.certs)
	for n := range o.state {
		o.state[n].State = view.SecondRunning
	}
}

// askSecond asks the Worker about these certificates.
func (p *page) askSecond() {
	asOf := millis(p.report.AsOf, time.Now())
	for n, c := range p.opinions.certs {
		p.second.Call("ask", map[string]any{
			"request": p.request, "n": n, "key": c.SHA256, "der": uint8Array(c.DER), "asOf": asOf,
			"deadline": deadline(c.DER).Milliseconds(),
		})
	}
}

// shownCertificates are those that are shown in full.
func shownCertificates(r *inspect.Report) []*inspect.CertificateReport {
	var shown []*inspect.CertificateReport
	for i := range r.Inputs {
		certs := r.Inputs[i].Certificates
		for j := range certs {
			if len(shown) < view.MaxInFull {
				shown = append(shown, &certs[j])
			}
		}
	}
	return shown
}

// setSecondState says on the root element whether a Worker is awaited, for a
// second opinion or for the chains, or what was left out is still being written.
func (p *page) setSecondState() {
	state := "running"
	if p.complete() {
		state = "done"
	}
	p.root.SetAttribute("data-second-opinion", state)
}

// complete says whether all has been heard and written.
func (p *page) complete() bool { return p.heardAll() && !p.writing }

// heardAll says whether no Worker is awaited any more.
func (p *page) heardAll() bool { return p.opinions.pending == 0 && !p.chaining }

// hear has the page told what the Worker says.
func (p *page) hear() {
	p.second.Set("heard", js.FuncOf(func(_ js.Value, args []js.Value) any {
		defer p.guard("second opinion")
		p.heard(args[0].Int(), args[1].Int(), args[2])
		return nil
	}))
}

// heard takes what the Worker says about the n-th certificate of a request.
func (p *page) heard(request, n int, what js.Value) {
	o := &p.opinions
	if request != p.request || n >= len(o.state) || o.state[n].State != view.SecondRunning {
		return
	}
	if finding := what.Get("finding"); finding.Truthy() {
		if len(o.found[n]) < maxSecondFindings {
			o.found[n] = append(o.found[n], findingOf(finding))
		}
		return
	}
	o.state[n] = endOf(what)
	o.pending--
	if s := o.state[n].State; s != view.SecondUnavailable && s != view.SecondOff {
		p.report.Tool.ZLint = p.second.Get("version").String()
	}
	before := o.certs[n].Verdict
	o.certs[n].Join(o.found[n], time.Now())
	o.newVerdict = o.newVerdict || o.certs[n].Verdict != before
	p.showSecond(n)
	p.setSecondState()
	if p.complete() {
		p.tell()
	}
}

// showSecond shows what has joined the report: the findings of one certificate,
// or everything when the last one was judged. The verdict may be another then.
func (p *page) showSecond(n int) {
	if p.opinions.pending > 0 {
		p.showFindings(n)
		return
	}
	p.remount()
}

// remount shows the whole answer anew; what has the focus keeps it where it is the
// heading. A verdict that is another now is said aloud when all has been heard.
func (p *page) remount() {
	heading := p.heading()
	focused := heading != nil && heading.Underlying().Equal(p.scope.focused())
	again := p.options()
	again.Stage = view.Again
	p.keepingPasswords(func() {
		if !p.mount(p.result, view.Result(p.visible(), again)) {
			p.mount(p.result, view.Result(p.visible(), p.options()))
		}
	})
	if focused {
		p.focusHeading()
	}
	if p.opinions.newVerdict && p.heardAll() {
		p.status.SetTextContent(view.Announcement(p.visible(), p.options()))
	}
}

// endOf reads how the Worker ended with a certificate.
func endOf(what js.Value) view.SecondOpinion {
	done := what.Get("done")
	if !done.Truthy() {
		return view.SecondOpinion{State: view.SecondState(what.Get("ended").String()), Check: what.Get("check").String()}
	}
	second := view.SecondOpinion{State: view.SecondDone}
	if off := done.Get("off"); off.Truthy() {
		second = view.SecondOpinion{State: view.SecondOff, Off: off.String()}
	}
	leftOut := done.Get("leftOut")
	for i := range leftOut.Length() {
		l := leftOut.Index(i)
		second.LeftOut = append(second.LeftOut, view.LeftOut{Lint: l.Get("lint").String(), Reason: l.Get("reason").String()})
	}
	return second
}

// findingOf reads a finding; wasm/worker writes it.
func findingOf(message js.Value) lints.Finding {
	text := func(key string) string { return message.Get(key).String() }
	f := lints.Finding{
		Source: lints.ZLint, Rule: text("rule"), Section: text("section"),
		Severity: lints.Severity(text("severity")), Status: lints.Status(text("status")),
		Title: text("title"), Explanation: text("explanation"), Remedy: text("remedy"), Quote: text("quote"),
		From: lints.Date(text("from")), Until: lints.Date(text("until")),
	}
	got := message.Get("got")
	for i := range got.Length() {
		f.At = append(f.At, lints.Place{Got: got.Index(i).String()})
	}
	return f
}

// uint8Array copies bytes to JavaScript.
func uint8Array(data []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return array
}

// millis is the day as of which is judged in milliseconds since 1970, or nil for
// the day of issue.
func millis(asOf string, now time.Time) any {
	switch asOf {
	case inspect.AsOfIssued:
		return nil
	case inspect.AsOfToday:
		return now.UnixMilli()
	}
	day, ok := cert.ParseDay(asOf)
	if !ok {
		return nil
	}
	return day.UnixMilli()
}
