//go:build js && wasm

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"syscall/js"

	"sealglass/inspect"
	"sealglass/view"
)

// beginBatch has the table take over, for more files than are shown in full.
func (p *page) beginBatch(files js.Value) {
	p.report, p.kept = nil, nil
	p.mount(p.result, nil)
	p.setState("done")
	p.batch.Call("begin", files, p.settingsOf())
}

// endBatch takes the table away.
func (p *page) endBatch() {
	if p.batch.Truthy() {
		p.batch.Call("end")
	}
}

// batchAgain has the files of the table judged anew, if there is one.
func (p *page) batchAgain() {
	if p.batch.Truthy() {
		p.batch.Call("again", p.settingsOf())
	}
}

// settingsOf are the settings of this moment as a clerk reads them.
func (p *page) settingsOf() map[string]any {
	o := p.settings.judging()
	var hidden []any
	for _, source := range p.settings.hidden() {
		hidden = append(hidden, string(source))
	}
	return map[string]any{
		"words": p.bridge.Get("words"), "now": o.Now.UnixMilli(),
		"asOf": o.AsOf, "profile": o.Profile, "proposals": o.Proposals, "hidden": hidden,
	}
}

// serveBatch offers to the table what it cannot do without the program.
func (p *page) serveBatch() {
	p.bridge.Set("openRow", js.FuncOf(func(_ js.Value, args []js.Value) any {
		defer p.guard("row")
		p.openRow(rowOf(args[0]))
		return nil
	}))
	p.bridge.Set("closeRow", js.FuncOf(func(js.Value, []js.Value) any {
		defer p.guard("row")
		p.closeRow()
		return nil
	}))
	p.bridge.Set("tableText", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return view.TableText(args[0].String(), args[1].Int(), args[2].Int(), p.words)
	}))
}

// chosen is the certificate of a row: the file that it lies in, and which of
// them it is.
type chosen struct {
	file   js.Value
	name   string
	sha256 string // empty for a file without certificates
}

func rowOf(row js.Value) chosen {
	return chosen{row.Get("file"), text(row, "name"), text(row, "sha256")}
}

// openRow shows the full report on a row of the table.
func (p *page) openRow(row chosen) {
	p.request++
	request := p.request
	p.forgetSecond()
	p.setState("working")
	p.status.SetTextContent(p.words.Text("program.reading"))
	go func() {
		defer p.guard("row")
		report := p.inspectRow(row)
		if request != p.request {
			return
		}
		p.kept = nil
		if waitsForPassword(report) {
			p.kept = []js.Value{row.file}
		}
		p.show(report)
		p.answered(view.Announcement(report, p.options()))
		if n := placeOf(report, row.sha256); n > 0 {
			p.openEntry(n)
		}
	}()
}

// closeRow takes the report on a row away.
func (p *page) closeRow() {
	p.request++
	p.forgetSecond()
	p.report, p.kept = nil, nil
	p.mount(p.result, nil)
	p.setState("done")
}

// inspectRow reports on the file that a row stands for; where it holds more
// certificates than are shown in full, on that of the row alone.
func (p *page) inspectRow(row chosen) *inspect.Report {
	options := p.settings.judging()
	p.settings.lastJudgedBy = options
	open := p.opener(uint8Array(nil))
	report := inspect.Inspect(nil, options)
	data, err := readFile(row.file)
	switch {
	case err != nil:
		report.Inputs = append(report.Inputs, inspect.UnreadableFile(row.name))
	case data == nil:
		report.Inputs = append(report.Inputs, inspect.Unread(row.name))
	default:
		found := inspect.Sniff(data)
		if inside := found.ToOpen(data); inside != nil {
			found = open(found.Kind, inside)
		}
		if len(found.Certificates) > view.MaxInFull {
			found.Certificates = only(found.Certificates, row.sha256)
		}
		report.Inputs = append(report.Inputs, inspect.ReportOn(inspect.Input{Name: row.name, Data: data}, found, options))
	}
	return report
}

// only is the certificate with this fingerprint.
func only(ders [][]byte, fingerprint string) [][]byte {
	for _, der := range ders {
		if sum := sha256.Sum256(der); hex.EncodeToString(sum[:]) == fingerprint {
			return [][]byte{der}
		}
	}
	return nil
}

// placeOf is where a certificate stands in a report, counted from 0; 0 when it is
// not there.
func placeOf(r *inspect.Report, fingerprint string) int {
	n := 0
	for i := range r.Inputs {
		for j := range r.Inputs[i].Certificates {
			if r.Inputs[i].Certificates[j].SHA256 == fingerprint {
				return n
			}
			n++
		}
	}
	return 0
}
