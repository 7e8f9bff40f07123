package view

import (
	"encoding/json"
	"testing"
)

func TestAppendJSON(t *testing.T) {
	tree := []Node{
		{Template: "a", Fills: []Fill{
			{Slot: "x", Text: "quote \" backslash \\ newline \n é"},
			{Slot: "y", Attrs: []Attr{{"id", "1"}, {"open", ""}}, Children: []Node{{Template: "b"}, {Template: "c"}}},
			{Slot: "z", Remove: true},
		}},
		{Template: "d"},
	}
	got := string(AppendJSON(nil, tree))
	want := `[["a",{"s":"x","t":"quote \" backslash \\ newline \n é"},` +
		`{"s":"y","a":[["id","1"],["open",""]],"c":[["b"],["c"]]},{"s":"z","r":1}],["d"]]`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func FuzzAppendJSON(f *testing.F) {
	f.Add("a\x00\"\\\xff\u2028")
	f.Fuzz(func(t *testing.T, s string) {
		var back [][]json.RawMessage
		data := AppendJSON(nil, []Node{{Template: s}})
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		var name, want string
		std, _ := json.Marshal(s)
		_ = json.Unmarshal(std, &want)
		if _ = json.Unmarshal(back[0][0], &name); name != want {
			t.Fatalf("%q came back as %q", s, name)
		}
	})
}
