package smime

import (
	"bytes"
	"compress/zlib"
	"io"

	"sealglass/cms"
)

// unpack unpacks CompressedData (RFC 3274); nil where that is damaged, packed in
// a way that is not known, or more than there is room for.
func (r *reader) unpack(m *cms.Message, content []byte) []byte {
	if m.Algorithm.OID != cms.OIDZlib {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil
	}
	room := MaxUnpacked - r.unpacked
	unpacked, err := io.ReadAll(io.LimitReader(z, int64(room)+1))
	r.unpacked += min(len(unpacked), room)
	if err != nil || len(unpacked) > room {
		return nil
	}
	return unpacked
}
