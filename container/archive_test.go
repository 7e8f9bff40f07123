package container

import (
	"archive/zip"
	"bytes"
	"strconv"
	"testing"

	"sealglass/inspect"
)

// archived is a ZIP archive of files with so many zeros.
func archived(t *testing.T, sizes ...int) []byte {
	t.Helper()
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for i, size := range sizes {
		file, err := w.Create(strconv.Itoa(i) + ".cer")
		if err == nil {
			_, err = file.Write(make([]byte, size))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func TestArchiveBounds(t *testing.T) {
	const whole = MaxUnpacked / maxMember // so many of the largest files fit
	full := make([]int, whole-1)
	for i := range full {
		full[i] = maxMember
	}
	for _, test := range []struct {
		name  string
		sizes []int
		large bool
	}{
		{"a file less than the most", make([]int, MaxMembers-1), false},
		{"the most files", make([]int, MaxMembers), false},
		{"a file more", make([]int, MaxMembers+1), true},
		{"a byte less than the largest file", []int{maxMember - 1}, false},
		{"the largest file", []int{maxMember}, false},
		{"a byte more", []int{maxMember + 1}, true},
		{"a byte less than all may have", append(full, maxMember-1), false},
		{"as many bytes as all may have", append(full, maxMember), false},
		{"a byte more in another file", append(full, maxMember, 1), true},
	} {
		found := openArchive(archived(t, test.sizes...))
		switch {
		case test.large && (found.Error == nil || found.Error.Code != inspect.CodeLargeArchive || found.Members != nil):
			t.Errorf("%s: error %+v, %d files", test.name, found.Error, len(found.Members))
		case !test.large && (found.Error != nil || len(found.Members) != len(test.sizes)):
			t.Errorf("%s: error %+v, %d files", test.name, found.Error, len(found.Members))
		}
	}
}
