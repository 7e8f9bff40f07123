package view_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"sealglass/inspect"
	"sealglass/testdata/gen"
	"sealglass/view"
)

// FuzzShown shows anything: no text that stands on the page, in Markdown or in a
// text holds a character that can't be seen, and the elements beside the bytes lie
// within these.
func FuzzShown(f *testing.F) {
	for _, text := range []string{"a\x00b", "\u202eexe", "\xff", "\u0301\u0301\u0301\u0301\u0301", "`_*<b>"} {
		f.Add(text, gen.Carrier(text).Encode())
	}
	f.Add("list.crl", gen.CRL().Encode())
	f.Add("", []byte(nil))
	o := view.Options{Words: catalogue(f, "en"), Now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		report := inspect.Inspect([]inspect.Input{{Name: name, Data: data}}, inspect.Options{Now: o.Now})
		everythingIsSeen(t, view.Result(report, o))
		for _, text := range []string{view.Markdown(report, o), view.Text(report, o), view.Announcement(report, o)} {
			for line := range strings.Lines(text) {
				isSeen(t, strings.TrimSuffix(line, "\n"))
			}
		}
		for i := range report.Inputs[0].Certificates {
			c := &report.Inputs[0].Certificates[i]
			elements := c.Structure()
			for _, e := range elements {
				if e.Offset < 0 || e.Header < 1 || e.Length < e.Header || e.Length > len(c.DER)-e.Offset {
					t.Fatalf("an element of %d bytes at %d, of %d", e.Length, e.Offset, len(c.DER))
				}
			}
			var rows [][]any
			if err := json.Unmarshal(view.AppendElements(nil, elements, o.Words), &rows); err != nil || len(rows) != len(elements) {
				t.Fatalf("%d rows of %d elements (%v)", len(rows), len(elements), err)
			}
			for _, cells := range rows {
				for _, cell := range cells {
					if text, ok := cell.(string); ok {
						isSeen(t, text)
					}
				}
			}
		}
	})
}

// everythingIsSeen looks at all texts and attributes of a tree.
func everythingIsSeen(t *testing.T, nodes []view.Node) {
	t.Helper()
	for _, n := range nodes {
		for _, fill := range n.Fills {
			isSeen(t, fill.Text)
			for _, a := range fill.Attrs {
				isSeen(t, a.Value)
			}
			everythingIsSeen(t, fill.Children)
		}
	}
}

// isSeen says that nothing of a text needs to be escaped any more.
func isSeen(t *testing.T, text string) {
	t.Helper()
	if again := view.Escape(text); again != text {
		t.Fatalf("%q is shown, and would be escaped to %q", text, again)
	}
}
