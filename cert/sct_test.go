package cert_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// vector is a vector of TLS with its length in two octets.
func vector(parts ...[]byte) []byte {
	body := bytes.Join(parts, nil)
	return append(binary.BigEndian.AppendUint16(nil, uint16(len(body))), body...)
}

// timestamp is a SignedCertificateTimestamp of version 1 with this tail.
func timestamp(milliseconds uint64, tail ...[]byte) []byte {
	octets := append([]byte{0}, bytes.Repeat([]byte{0xab}, 32)...)
	octets = binary.BigEndian.AppendUint64(octets, milliseconds)
	return append(octets, bytes.Join(tail, nil)...)
}

func TestSCTList(t *testing.T) {
	good := timestamp(1000, vector(), []byte{4, 3}, vector([]byte{1, 2, 3}))
	list := func(octets []byte) gen.Extension { return raw(cert.OIDSCTList, gen.OctetString(octets)) }
	decodes(t, func(c *cert.Certificate) string {
		if c.SCTList == nil {
			return none
		}
		text := "."
		for i := range c.SCTList.SCTs {
			s := &c.SCTList.SCTs[i]
			if s.Version == 0 && !bytes.HasPrefix(s.In(c.Raw), append([]byte{0}, s.LogID...)) {
				return "a timestamp that does not stand where it says"
			}
			text += fmt.Sprintf("v%d %d %d/%d;", s.Version+1, s.Timestamp, s.Hash, s.Signature)
		}
		return text
	}, map[string]decoding{
		"two":           {list(vector(vector(good), vector(good))), ".v1 1000 4/3;v1 1000 4/3;", nil},
		"version 2":     {list(vector(vector([]byte{1, 9, 9}))), ".v2 0 0/0;", nil},
		"empty":         {list(vector()), ".", []named{{"", cert.FaultEmpty}}},
		"bytes behind":  {list(append(vector(vector(good)), 1)), ".v1 1000 4/3;", []named{{"", cert.FaultTrailingData}}},
		"list cut":      {list(vector(vector(good))[:40]), none, structure("")},
		"entry cut":     {list(vector(vector(good)[:20])), none, structure("")},
		"no signature":  {list(vector(vector(timestamp(1, vector())))), none, structure("")},
		"no OCTETs":     {raw(cert.OIDSCTList, gen.Sequence()), none, structure("")},
		"one byte":      {list([]byte{0}), none, structure("")},
		"empty element": {list(vector(vector())), none, structure("")},
	})
}
