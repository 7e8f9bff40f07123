package view

import "testing"

func TestWords(t *testing.T) {
	w := ParseWords("b\tbee {n} of {of}\na\tay\nno tab\nc.one\tone {x}\nc.other\t{n} {x}\nd\topen { brace {n}\n")
	for _, c := range []struct{ name, got, want string }{
		{"plain", w.Text("a"), "ay"},
		{"placeholders", w.Text("b", "n", "2", "of", "3"), "bee 2 of 3"},
		{"a value that looks like a placeholder", w.Text("b", "n", "{of}", "of", "3"), "bee {of} of 3"},
		{"a value is escaped", w.Text("b", "n", "\u202e", "of", "3"), "bee ⟨U+202E⟩ of 3"},
		{"no value", w.Text("b", "n", "2"), "bee 2 of {of}"},
		{"a missing key stands for itself", w.Text("zzz"), "zzz"},
		{"one", w.Count("c", 1, "x", "y"), "one y"},
		{"none", w.Count("c", 0, "x", "y"), "0 y"},
		{"several", w.Count("c", 2, "x", "y"), "2 y"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	if w.Has("no tab") || !w.Has("a") {
		t.Error("a line without a tab is no entry")
	}
}
