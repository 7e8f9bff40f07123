package inspect

import (
	"bytes"
	"encoding/binary"
)

// The end of a ZIP archive (APPNOTE.TXT 4.3.16): its signature, its bytes without
// the comment, where in it the number of entries stands, and how long the comment
// may be.
const (
	zipEnd        = "PK\x05\x06"
	zipEndSize    = 22
	zipEntries    = 10
	maxZIPComment = 1<<16 - 1
)

// EntriesOfArchive is how many entries a ZIP archive says that it has, without a
// look at any; 0 for what is no archive.
func EntriesOfArchive(data []byte) int {
	tail := data[max(0, len(data)-zipEndSize-maxZIPComment):]
	at := bytes.LastIndex(tail, []byte(zipEnd))
	if at < 0 || len(tail)-at < zipEndSize {
		return 0
	}
	return int(binary.LittleEndian.Uint16(tail[at+zipEntries:]))
}
