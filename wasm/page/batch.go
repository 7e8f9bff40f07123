//go:build js && wasm

package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"
	"syscall/js"

	"sealglass/inspect"
	"sealglass/view"
)

// beginBatch has the table take over, for more files than are shown in full.
func (p *page) beginBatch(files js.Value) {
	p.report, p.kept, p.reading = nil, nil, 0
	p.mount(p.result, nil)
	p.setState("done")
	p.tables++
	p.table, p.tableAt = p.tables, p.at
	p.remember()
	p.entered()
	p.batch.Call("begin", files, p.settingsOf())
}

// smallestCertificate is fewer bytes than any certificate has.
const smallestCertificate = 256

// tableOf are the files of a drop, of this size together, of which the table takes
// over; nil where the drop is shown in full. What of it is read then is not to be
// read again.
func (p *page) tableOf(d drop, size int) ([]js.Value, *content) {
	switch {
	case !p.batch.Truthy() || d.password.Truthy() || size < view.MaxInFull*smallestCertificate:
	case len(d.files) > 0:
		many, read := holdsMany(d.files)
		if many {
			return d.files, nil
		}
		return nil, read
	default:
		read := sniffed(inspect.Input{Name: p.words.Text("program.pasted"), Data: []byte(d.text)}, pauser())
		if len(read.found.Certificates) > view.MaxInFull {
			return []js.Value{p.fileOf(d.text, &read.found)}, nil
		}
		return nil, read.whole()
	}
	return nil, nil
}

// content is what was found in an input.
type content struct {
	inspect.Input
	found inspect.Content
}

func sniffed(in inspect.Input, pause func()) *content {
	return &content{in, inspect.SniffInSteps(in.Data, pause)}
}

// whole is nil where there may be more to see of it when it is opened.
func (c *content) whole() *content {
	if c.found.ToOpen(c.Data) != nil {
		return nil
	}
	return c
}

// fileOf makes a file of a pasted text. A private key in it is not kept: of one the
// file says only that it was there.
func (p *page) fileOf(text string, found *inspect.Content) js.Value {
	if e := found.Error; e != nil && e.Code == string(inspect.PrivateKey) {
		var pem strings.Builder
		pem.WriteString("-----BEGIN PRIVATE KEY-----\n")
		for _, der := range found.Certificates {
			pem.WriteString("-----BEGIN CERTIFICATE-----\n" + base64.StdEncoding.EncodeToString(der) + "\n-----END CERTIFICATE-----\n")
		}
		text = pem.String()
	}
	return js.Global().Get("File").New([]any{text}, p.words.Text("program.pasted"))
}

// holdsMany says whether a few files hold more certificates, or an archive more
// files, than are shown in full. Of a single one that does not, the content is given.
func holdsMany(files []js.Value) (bool, *content) {
	n, pause := 0, pauser()
	for _, file := range files {
		data, err := readFile(file)
		if err != nil || data == nil {
			continue
		}
		read := sniffed(inspect.Input{Name: file.Get("name").String(), Data: data}, pause)
		n += len(read.found.Certificates)
		if read.found.Kind == inspect.Archive {
			n += inspect.EntriesOfArchive(data)
		}
		if len(files) == 1 && n <= view.MaxInFull && read.whole() != nil {
			return false, read
		}
		clear(data) // it may be a private key
		if n > view.MaxInFull {
			return true, nil
		}
	}
	return false, nil
}

// arrayOf makes an array.
func arrayOf(values []js.Value) js.Value {
	array := js.Global().Get("Array").New()
	for _, value := range values {
		array.Call("push", value)
	}
	return array
}

// showTable shows the n-th table, or the way back to it; it takes away any other.
// Only the last one is kept.
func (p *page) showTable(n int, list bool) {
	p.table = 0
	switch {
	case !p.batch.Truthy():
	case n == 0 || n != p.tables:
		p.batch.Call("away")
	default:
		p.table = n
		p.batch.Call("show", list)
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
	p.bridge.Set("openRows", js.FuncOf(func(_ js.Value, args []js.Value) any {
		defer p.guard("rows")
		p.openRows(listOf(args[0], rowOf))
		return nil
	}))
	p.bridge.Set("closeRow", js.FuncOf(func(js.Value, []js.Value) any {
		defer p.guard("row")
		p.bridge.Call("goBack", p.tableAt)
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

// openRows shows the full report on a row of the table, or two rows side by side.
func (p *page) openRows(rows []chosen) {
	p.request++
	request := p.request
	p.enter()
	p.entered()
	p.forgetSecond()
	p.say("program.reading")
	go func() {
		defer p.guard("rows")
		report := p.inspectRows(rows)
		if request != p.request {
			return
		}
		p.kept, p.comparing = nil, len(rows) > 1
		if waitsForPassword(report) {
			p.kept = []js.Value{rows[0].file}
		}
		p.show(report, view.Titles)
		p.remember()
		p.answered(view.Announcement(p.visible(), p.options()))
		if n := placeOf(report, rows[0].sha256); n > 0 && !p.comparing {
			p.openEntry(n)
		}
	}()
}

// compare shows the two certificates of the report side by side, or each by itself.
func (p *page) compare(on bool) {
	p.enter()
	p.comparing = on
	p.remember()
	p.mount(p.result, view.Result(p.visible(), p.options()))
	p.answered(view.Announcement(p.visible(), p.options()))
}

// inspectRows reports on the files that rows stand for: of one that holds more
// certificates than are shown in full, and of two that are compared, on that of
// the row alone.
func (p *page) inspectRows(rows []chosen) *inspect.Report {
	options := p.settings.judging()
	options.Pause = pauser()
	p.settings.lastJudgedBy = options
	report := inspect.Inspect(nil, options)
	for _, row := range rows {
		report.Inputs = append(report.Inputs, p.inspectRow(row, len(rows) > 1, options))
	}
	return report
}

func (p *page) inspectRow(row chosen, alone bool, options inspect.Options) inspect.InputReport {
	data, err := readFile(row.file)
	switch {
	case err != nil:
		return inspect.UnreadableFile(row.name)
	case data == nil:
		return inspect.Unread(row.name)
	}
	found := inspect.SniffInSteps(data, options.Pause)
	if inside := found.ToOpen(data); inside != nil {
		found = p.opener(uint8Array(nil))(found.Kind, inside)
	}
	if alone || len(found.Certificates) > view.MaxInFull {
		found.Certificates = only(found.Certificates, row.sha256)
	}
	return inspect.ReportOn(inspect.Input{Name: row.name, Data: data}, found, options)
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
