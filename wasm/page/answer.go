//go:build js && wasm

package main

import (
	"errors"
	"slices"
	"syscall/js"
	"time"

	"sealglass/inspect"
	"sealglass/view"
)

// receive starts the answer to what was dropped. It replaces any answer that is
// still on its way.
func (p *page) receive(d drop) {
	if d.empty() {
		return
	}
	p.request++
	p.quiet = d.quiet
	request := p.request
	p.forgetSecond()
	p.comparing = false
	if !d.password.Truthy() {
		p.enter()
		p.showTable(0, false)
	}
	if d.many.Truthy() {
		p.beginBatch(d.many)
		return
	}
	p.reading = request
	time.AfterFunc(readingTime, func() { p.sayReading(request) })
	// A pasted text may be a private key: it does not stay on the page.
	p.text.SetValue("")
	p.paste.RemoveAttribute("open")
	go func() {
		defer p.guard("answer")
		p.answer(d, request)
	}()
}

// How long reading may take, and how much there may be to read, before the page
// says that it reads. What is answered sooner would only flicker.
const (
	readingTime = 100 * time.Millisecond
	readingSize = 64 << 10 // bytes
)

// sayReading says that the page reads, if it still does. From here on one goes back
// from it to what was shown before.
func (p *page) sayReading(request int) {
	if p.reading == request {
		p.say("program.reading")
		p.entered()
	}
}

// answer reads and inspects what was dropped and shows the result, unless
// something else has been dropped meanwhile.
func (p *page) answer(d drop, request int) {
	size := d.size()
	if size > readingSize {
		p.sayReading(request)
	}
	many, read := p.tableOf(d, size)
	if many != nil {
		if request == p.request {
			p.beginBatch(arrayOf(many))
		}
		return
	}
	began := time.Now()
	report := p.inspect(d, size, request, read)
	fault(report)
	if time.Since(began) > maxTask {
		breathe() // writing takes as long again
	}
	if request != p.request {
		return
	}
	p.kept = nil
	if waitsForPassword(report) {
		p.kept = d.files
	}
	stage := view.First
	if p.visits == nil {
		stage = view.Titles // in somebody else's page, whose text below would move twice
	}
	p.show(report, stage)
	p.remember()
	p.answered(view.Announcement(p.visible(), p.options()))
}

// waitsForPassword says whether a file would open with another password.
func waitsForPassword(r *inspect.Report) bool {
	for i := range r.Inputs {
		if r.Inputs[i].NeedsPassword() {
			return true
		}
	}
	return false
}

// show puts a report on the page in place of the one before. What the stage leaves
// out, and what Workers have to say, waits until the answer is painted.
func (p *page) show(report *inspect.Report, stage view.Stage) {
	p.report = report
	p.shown = map[int]string{}
	first := copied(report)
	p.expectSecond()
	p.chaining, p.writing = needsChains(first), true
	o := p.options()
	o.Stage = stage
	p.mount(p.result, view.Result(p.visible(), o))
	p.setSecondState()
	request := p.request
	afterPaint(func() {
		if request == p.request {
			go p.writeRest(request, first)
		}
	})
}

// copied is the report as it is now: what joins the certificates of the one does
// not change those of the other.
func copied(r *inspect.Report) *inspect.Report {
	c := *r
	c.Inputs = slices.Clone(r.Inputs)
	for i := range c.Inputs {
		c.Inputs[i].Certificates = slices.Clone(c.Inputs[i].Certificates)
	}
	return &c
}

// inspect reports on the inputs in their order, which are of this size together. Of
// a single one the content may have been read already. It reads one file at a time
// and stops when the request is no longer the last one.
func (p *page) inspect(d drop, size, request int, only *content) *inspect.Report {
	options := p.settings.judging()
	options.Pause = pauser()
	p.settings.lastJudgedBy = options
	password := d.password
	if !password.Truthy() {
		password = uint8Array(nil)
	}
	defer password.Call("fill", 0)
	options.Open = p.opener(password)
	report := inspect.Inspect(nil, options)
	if only != nil {
		report.Inputs = append(report.Inputs, inspect.ReportOn(only.Input, only.found, options))
		return report
	}
	if len(d.files) == 0 {
		name := p.words.Text("program.pasted")
		return inspect.Inspect([]inspect.Input{{Name: name, Data: []byte(d.text)}}, options)
	}
	open := readFile
	if size <= inspect.MaxInput {
		open = read
	}
	for _, file := range d.files {
		report.Inputs = append(report.Inputs, inspectFile(file, open, options)...)
		if request != p.request {
			return report
		}
	}
	return report
}

// inspectFile opens a file and reports on it; on an archive for each file in it.
func inspectFile(file js.Value, open func(js.Value) ([]byte, error), options inspect.Options) []inspect.InputReport {
	name := file.Get("name").String()
	data, err := open(file)
	switch {
	case err != nil:
		return []inspect.InputReport{inspect.UnreadableFile(name)}
	case data == nil:
		return []inspect.InputReport{inspect.Unread(name)}
	}
	return inspect.Inspect([]inspect.Input{{Name: name, Data: data}}, options).Inputs
}

// readFile reads a file, unless it is larger than what its beginning permits: it
// is nil then.
func readFile(file js.Value) ([]byte, error) {
	if size := file.Get("size").Float(); size > inspect.MaxInput {
		head, err := read(file.Call("slice", 0, inspect.HeadSize))
		if err != nil || size > float64(inspect.Limit(head)) {
			return nil, err
		}
	}
	return read(file)
}

// read reads a whole File into Go's memory.
func read(file js.Value) ([]byte, error) {
	buffer, err := await(file.Call("arrayBuffer"))
	if err != nil {
		return nil, err
	}
	array := js.Global().Get("Uint8Array").New(buffer)
	data := make([]byte, array.Length())
	js.CopyBytesToGo(data, array)
	// What was read may be a private key: inspect overwrites Go's copy, this
	// the browser's.
	array.Call("fill", 0)
	return data, nil
}

// await waits for a promise. It must not be called from a JavaScript callback,
// which would wait for itself.
func await(promise js.Value) (js.Value, error) {
	type settled struct {
		value js.Value
		err   error
	}
	done := make(chan settled, 1)
	resolve := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- settled{value: args[0]}
		return nil
	})
	reject := js.FuncOf(func(_ js.Value, args []js.Value) any {
		done <- settled{err: errors.New(args[0].Call("toString").String())}
		return nil
	})
	defer resolve.Release()
	defer reject.Release()
	promise.Call("then", resolve, reject)
	s := <-done
	return s.value, s.err
}
