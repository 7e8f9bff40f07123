package lints

import "testing"

func TestLEI(t *testing.T) {
	for text, want := range map[string][2]bool{
		"506700GE1G29325QX363":  {true, true}, // the Global LEI Foundation's own
		"529900T8BM49AURSDO55":  {true, true},
		"506700GE1G29325QX364":  {true, false},
		"606700GE1G29325QX363":  {true, false},
		"506700GE1G29325QX36":   {false, false},
		"506700GE1G29325QX3631": {false, false},
		"506700ge1g29325qx363":  {false, false},
		"506700GE1G29325QX3A3":  {false, false},
		"506700GE1G-9325QX363":  {false, false},
		"":                      {false, false},
	} {
		form := isLEI(text)
		if form != want[0] || form && leiChecksum(text) != want[1] {
			t.Errorf("%q: form %t, checksum %t", text, form, form && leiChecksum(text))
		}
	}
}
