package container

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"sealglass/inspect"
)

// The bounds of an archive. Beyond one of them nothing of it is read.
const (
	MaxMembers  = 10_000   // files
	MaxUnpacked = 64 << 20 // bytes of all files, unpacked
	maxMember   = inspect.MaxMessage
)

// openArchive takes the files out of a ZIP archive.
func openArchive(data []byte) inspect.Content {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return refuse(inspect.CodeUnreadableArchive, "This packed file is damaged, or of a kind that this page does not unpack (it unpacks ZIP). Unpack it, and choose the certificates (.cer, .crt, .pem) in it.")
	}
	found := inspect.Content{Kind: inspect.Archive}
	room, closed := MaxUnpacked, 0
	for _, file := range z.File {
		if isNoFile(file) {
			continue
		}
		if len(found.Members) == MaxMembers {
			return refuse(inspect.CodeLargeArchive, "This packed file holds more than "+strconv.Itoa(MaxMembers)+" files. Unpack it, and choose the certificates in it.")
		}
		content, err := unpack(file, min(room, maxMember))
		switch {
		case err != nil:
			closed++
			continue
		case content == nil:
			return refuse(inspect.CodeLargeArchive, "What this packed file holds is too large: more than "+strconv.Itoa(MaxUnpacked>>20)+" MiB. Unpack it, and choose the certificates in it.")
		}
		room -= len(content)
		found.Members = append(found.Members, inspect.Input{Name: file.Name, Data: content})
	}
	n := strconv.Itoa(closed)
	switch {
	case closed > 0:
		found.Error = &inspect.InputError{
			Code:    inspect.CodeClosedArchive,
			Message: "Of the files in this packed file " + n + " could not be unpacked: they are damaged, or protected by a password. Unpack it yourself, and choose the certificates in it.",
			Args:    []string{n},
		}
	case len(found.Members) == 0:
		found.Error = &inspect.InputError{Code: inspect.CodeEmptyArchive, Message: "This packed file holds no files. Ask for it once more."}
	}
	return found
}

func refuse(code, message string) inspect.Content {
	return inspect.Content{Kind: inspect.Archive, Error: &inspect.InputError{Code: code, Message: message}}
}

// isNoFile says whether an entry is a folder, or what macOS writes beside each file.
func isNoFile(file *zip.File) bool {
	return strings.HasSuffix(file.Name, "/") || strings.HasPrefix(file.Name, "__MACOSX/") || strings.HasSuffix(file.Name, ".DS_Store")
}

var errEncrypted = errors.New("container: the file is encrypted")

// unpack unpacks one file; it is nil where there is more of it than there is room
// for, whatever the archive says of its size.
func unpack(file *zip.File, room int) ([]byte, error) {
	if file.Flags&1 != 0 {
		return nil, errEncrypted
	}
	r, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, int64(room)+1))
	switch {
	case err != nil:
		return nil, err
	case len(content) > room:
		return nil, nil
	}
	return content, nil
}
