package inspect

import (
	"archive/zip"
	"bytes"
	"strconv"
	"strings"
	"testing"
)

func TestEntriesOfArchive(t *testing.T) {
	archive := func(n int, comment string) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for i := range n {
			if _, err := w.Create(strconv.Itoa(i)); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.SetComment(comment); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for _, n := range []int{0, 1, 64, 65, 300} {
		if got := EntriesOfArchive(archive(n, "")); got != n {
			t.Errorf("%d entries counted, want %d", got, n)
		}
	}
	if got := EntriesOfArchive(archive(3, strings.Repeat("x", maxZIPComment))); got != 3 {
		t.Errorf("%d entries counted before the longest comment, want 3", got)
	}
	whole := archive(3, "")
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("PK"), "cut": whole[:len(whole)-1], "signature alone": []byte(zipEnd)} {
		if got := EntriesOfArchive(data); got != 0 {
			t.Errorf("%s: %d entries counted", name, got)
		}
	}
}
