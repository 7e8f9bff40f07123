package view

import (
	"slices"
	"testing"

	"sealglass/inspect"
	"sealglass/testdata/gen"
)

func TestLeafBeforeItsIssuersAcrossFiles(t *testing.T) {
	leaf, sub, root := gen.Leaf("sponsor", "strict").Encode(), gen.SubCA().Encode(), gen.Root().Encode()
	for _, test := range []struct {
		name  string
		files [][]byte
		want  []string // files, as they are shown
	}{
		{"issuers first", [][]byte{root, sub, leaf}, []string{"2", "1", "0"}},
		{"a letter between", [][]byte{root, []byte("a letter"), leaf, sub}, []string{"2", "1", "3", "0"}},
		{"the same twice", [][]byte{sub, leaf, sub}, []string{"1", "0 2"}},
		{"one file", [][]byte{leaf}, []string{"0"}},
	} {
		var files []inspect.Input
		for i, data := range test.files {
			files = append(files, inspect.Input{Name: string(rune('0' + i)), Data: data})
		}
		var got []string
		for _, e := range entriesOf(inspect.Inspect(files, inspect.Options{})) {
			name := e.input.Name
			for _, other := range e.also {
				name += " " + other
			}
			got = append(got, name)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// With more certificates than are shown in full, all stay as they came.
func TestOrderOfMany(t *testing.T) {
	for _, test := range []struct {
		n     int
		first string
	}{{MaxInFull - 1, "leaf"}, {MaxInFull, "leaf"}, {MaxInFull + 1, "issuer"}} {
		files := []inspect.Input{{Name: "issuer", Data: gen.SubCA().Encode()}}
		for i := 1; i < test.n; i++ {
			c := gen.Leaf("sponsor", "strict")
			c.Serial = gen.Integer(int64(i))
			files = append(files, inspect.Input{Name: "leaf", Data: c.Encode()})
		}
		if got := entriesOf(inspect.Inspect(files, inspect.Options{})); got[0].input.Name != test.first {
			t.Errorf("%d certificates: %s is first", test.n, got[0].input.Name)
		}
	}
}
