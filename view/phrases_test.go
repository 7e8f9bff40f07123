package view

import "testing"

func TestPhrase(t *testing.T) {
	w := ParseWords("lang\tde\n=bread\tBrot\n=salt\tSalz\n=a {*kind} of tea\tTee: {kind}\n={#n} loaves\t{n} Laibe\n" +
		"={=what} with {~more}\t{what} mit {more}\n=from {~day} on\tab {day}\ndate\t{day}. {month} {year}\nmonth.7\tJuli\n=very {=what}\tsehr {what}\n")
	for _, c := range []struct {
		english, want string
		ok            bool
	}{
		{"bread", "Brot", true},
		{"bread; salt", "Brot; Salz", true},
		{"bread; stone", "bread; stone", false},
		{"a nice cup of tea", "Tee: nice cup", true},
		{"a cup of of tea", "Tee: cup of", true},
		{"a  of tea", "a  of tea", false},
		{"a of tea", "a of tea", false},
		{"12 loaves", "12 Laibe", true},
		{"two loaves", "two loaves", false},
		{" loaves", " loaves", false},
		{"bread with salt", "Brot mit Salz", true},
		{"bread with stone", "Brot mit stone", true},
		{"stone with bread", "stone with bread", false},
		{"bread with 3 loaves", "Brot mit 3 Laibe", true},
		{"from 2027-07-01 on", "ab 1. Juli 2027", true},
		{"from then on", "ab then", true},
		{"bread with \u202e", "Brot mit ⟨U+202E⟩", true},
		{"very very bread", "sehr sehr Brot", true},
		{"very very very bread", "sehr sehr sehr Brot", true},
		{"very very very very bread", "very very very very bread", false},
		{"", "", true},
	} {
		got, ok := w.Phrase(c.english)
		if got != c.want || ok != c.ok {
			t.Errorf("%q: %q, %v; want %q, %v", c.english, got, ok, c.want, c.ok)
		}
	}
	if got, ok := ParseWords("lang\ten\n").Phrase("bread"); got != "bread" || !ok {
		t.Errorf("in English: %q, %v", got, ok)
	}
}
