//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"
	"time"

	"honnef.co/go/js/dom/v2"

	"sealglass/view"
)

// drop is what a person gave at once: files, or a text.
type drop struct {
	files []js.Value // each a File
	text  string
	// many is an array of more files than are shown in full.
	many js.Value
	// password is a Uint8Array, which is overwritten when the files were opened;
	// the zero Value where none was given.
	password js.Value
	// quiet says that no person gave it.
	quiet bool
}

func (d drop) empty() bool {
	return len(d.files) == 0 && !d.many.Truthy() && strings.TrimSpace(d.text) == ""
}

// size is how many bytes there are to read, where they are few files. The browser
// asks the system for each, which takes a while.
func (d drop) size() int {
	size := len(d.text)
	for _, file := range d.files {
		size += file.Get("size").Int()
	}
	return size
}

// listen attaches the page's listeners. From here on web/early.js is silent.
func (p *page) listen() {
	p.on(&dom.BasicNode{Value: p.scope.Value}, "dragenter", p.dragged)
	p.on(&dom.BasicNode{Value: p.scope.Value}, "dragover", p.dragged)
	p.on(&dom.BasicNode{Value: p.scope.Value}, "dragleave", p.left)
	p.on(&dom.BasicNode{Value: p.scope.Value}, "drop", p.dropped)
	p.on(&dom.BasicNode{Value: p.scope.Value}, "paste", p.pasted)
	p.on(p.files.BasicNode, "change", p.picked)
	p.on(p.zone.BasicNode, "submit", p.submitted)
	p.on(p.result.BasicNode, "click", p.clicked)
	p.on(p.result.BasicNode, "submit", p.passwordGiven)
	p.on(p.settings.form.BasicNode, "change", p.changed)
}

// dragged says, when files are dragged onto an element and while they are over it,
// that they may be dropped there. The answer may be written anew under them: a drop
// on an element that did not say so when it came under them would be lost.
func (p *page) dragged(e *dom.BasicEvent) {
	e.PreventDefault()
	if p.root.HasAttribute("data-dragging") {
		return
	}
	p.root.SetAttribute("data-dragging", "")
	// While files are dragged no pointer moves: where one does, the drag has ended,
	// and the element that would have been told of it was gone.
	var moved js.Func
	moved = js.FuncOf(func(js.Value, []js.Value) any {
		moved.Release()
		p.letGo()
		return nil
	})
	p.scope.Call("addEventListener", "pointermove", moved, map[string]any{"once": true})
}

// left takes the mark away when the pointer has left the window; within it
// dragleave comes for every element that is crossed.
func (p *page) left(e *dom.BasicEvent) {
	if e.Get("relatedTarget").IsNull() {
		p.letGo()
	}
}

// letGo takes the mark away.
func (p *page) letGo() { p.root.RemoveAttribute("data-dragging") }

func (p *page) dropped(e *dom.BasicEvent) {
	e.PreventDefault()
	// With the answer, unless that takes long: a frame for the mark alone would delay it.
	time.AfterFunc(readingTime, p.letGo)
	transfer := e.Get("dataTransfer")
	folders := p.bridge.Call("gather", transfer)
	if !folders.Truthy() {
		p.receive(p.carried(transfer))
		return
	}
	go func() {
		defer p.guard("folders")
		if files, err := await(folders); err == nil {
			p.receive(p.dropOf(files))
		}
	}()
}

// pasted answers at once wherever one pastes, but for fields of their own.
func (p *page) pasted(e *dom.BasicEvent) {
	if isOtherField(element(e.Get("target"))) {
		return
	}
	if d := p.carried(e.Get("clipboardData")); !d.empty() {
		e.PreventDefault()
		p.receive(d)
	}
}

func isOtherField(target *dom.BasicHTMLElement) bool {
	if target == nil {
		return false
	}
	name := strings.ToLower(target.TagName())
	return (name == "input" || name == "textarea") && target.ID() != "text" && target.ID() != "files"
}

func (p *page) picked(*dom.BasicEvent) {
	d := p.dropOf(p.files.Get("files"))
	// So that picking the same file again is a change again.
	p.files.SetValue("")
	p.receive(d)
}

func (p *page) submitted(e *dom.BasicEvent) {
	e.PreventDefault()
	p.receive(drop{text: p.text.Value()})
}

// carried is what a DataTransfer holds: its files, else its text.
func (p *page) carried(transfer js.Value) drop {
	if !transfer.Truthy() {
		return drop{}
	}
	if d := p.dropOf(transfer.Get("files")); !d.empty() {
		return d
	}
	return drop{text: transfer.Call("getData", "text/plain").String()}
}

// dropOf is a drop of the files of a FileList or an array.
func (p *page) dropOf(list js.Value) drop {
	if list.Truthy() && list.Length() > view.MaxInFull && p.batch.Truthy() {
		return drop{many: js.Global().Get("Array").Call("from", list)}
	}
	return drop{files: filesOf(list)}
}

// filesOf lists the files of a FileList or an array.
func filesOf(list js.Value) []js.Value {
	if !list.Truthy() {
		return nil
	}
	files := make([]js.Value, list.Length())
	for i := range files {
		files[i] = list.Index(i)
	}
	return files
}
