//go:build js && wasm

package main

import (
	"maps"
	"syscall/js"

	"sealglass/inspect"
	"sealglass/view"
)

// visit is what the page showed at an entry of the browser's history.
type visit struct {
	report    *inspect.Report // nil where it was the table
	kept      []js.Value
	comparing bool
	table     int
}

// maxVisits is how many of them are kept. Going back further leads to the page as
// it was at the start.
const maxVisits = 16

// enter begins an entry of the browser's history for what is shown from now on;
// entered makes it. In an element in somebody else's page it does nothing, and nothing is remembered.
func (p *page) enter() {
	if !p.bridge.Get("enter").Truthy() {
		return
	}
	p.at = p.bridge.Call("enter").Int()
	if p.visits == nil {
		p.visits = map[int]visit{}
	}
	maps.DeleteFunc(p.visits, func(n int, _ visit) bool {
		return n >= p.at || n <= p.at-maxVisits && n != p.tableAt
	})
}

// entered makes the entry of the history that was begun, if there is one.
func (p *page) entered() {
	if entered := p.bridge.Get("entered"); entered.Truthy() {
		entered.Invoke()
	}
}

// remember keeps what is shown for when a person comes back to it.
func (p *page) remember() {
	if p.visits != nil {
		p.visits[p.at] = visit{p.report, p.kept, p.comparing, p.table}
	}
}

// revisit shows what was shown at an entry of the history, judged by the settings
// of this moment; false, and the page as it was at the start, where that is not
// known any more.
func (p *page) revisit(n int) bool {
	p.request++
	p.forgetSecond()
	p.at = n
	v := p.visits[n]
	p.report, p.kept, p.comparing = nil, v.kept, v.comparing
	if v.report == nil {
		p.mount(p.result, nil)
		p.status.SetTextContent("")
		p.setState("done")
	}
	p.showTable(v.table, v.report == nil)
	switch {
	case v.report != nil:
		p.settings.lastJudgedBy = p.settings.judging()
		p.show(inspect.Again(v.report, p.settings.lastJudgedBy), view.Titles)
		p.answered(view.Announcement(p.visible(), p.options()))
	case p.table == 0:
		p.setState("ready")
		p.status.SetTextContent("")
		p.scope.byID("intake-title").Focus()
		return false
	}
	return true
}
