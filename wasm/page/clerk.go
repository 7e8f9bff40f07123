//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"sealglass/inspect"
	"sealglass/lints"
	"sealglass/view"
)

// clerk judges files in a Worker and tells a line of the table for each
// certificate (web/worker.js).
type clerk struct {
	judge *inspect.Judge
	view  view.Options
}

// newClerk makes a clerk by the settings that the page had (page.settingsOf).
func newClerk(settings js.Value) *clerk {
	now := time.UnixMilli(int64(settings.Get("now").Float())).UTC()
	return &clerk{
		judge: inspect.NewJudge(inspect.Options{
			AsOf: text(settings, "asOf"), Profile: text(settings, "profile"), Proposals: settings.Get("proposals").Bool(), Now: now,
		}),
		view: view.Options{
			Words: view.ParseWords(text(settings, "words")), Now: now,
			Hidden: listOf(settings.Get("hidden"), func(s js.Value) lints.Source { return lints.Source(s.String()) }),
		},
	}
}

// serve is the function that judges one file: its arguments are the file, its
// name, what was found in it where it was opened elsewhere, and who is told.
// That is told the rows, as JSON, as they come; or what takes a Worker with more
// in it to open; and last that the file is done.
func (c *clerk) serve() js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		file, name, opened, heard := args[0], args[1].String(), args[2], args[3]
		go func() {
			defer func() {
				if recover() != nil {
					heard.Invoke(map[string]any{"dead": true})
				}
			}()
			if !c.file(file, name, opened, heard) {
				return
			}
			heard.Invoke(map[string]any{"done": true})
		}()
		return nil
	})
}

// file judges one file; it is false where the file is to be opened first.
func (c *clerk) file(file js.Value, name string, opened, heard js.Value) bool {
	if opened.Truthy() {
		c.tell(inspect.Input{Name: name}, contentOf(opened), heard)
		return true
	}
	data, err := readFile(file)
	switch {
	case err != nil:
		c.row(inspect.Batch{InputReport: inspect.UnreadableFile(name)}, heard)
		return true
	case data == nil:
		c.row(inspect.Batch{InputReport: inspect.Unread(name)}, heard)
		return true
	}
	found := inspect.Sniff(data)
	// null: nobody could open it, and what is seen from here stands.
	if inside := found.ToOpen(data); inside != nil && !opened.IsNull() {
		heard.Invoke(map[string]any{"open": string(found.Kind), "data": uint8Array(inside)})
		return false
	}
	c.tell(inspect.Input{Name: name, Data: data}, found, heard)
	return true
}

func (c *clerk) tell(in inspect.Input, found inspect.Content, heard js.Value) {
	c.judge.Report(in, found, func(b inspect.Batch) { c.row(b, heard) })
}

func (c *clerk) row(b inspect.Batch, heard js.Value) {
	heard.Invoke(map[string]any{"rows": string(view.AppendRows(nil, &b, c.view))})
}
