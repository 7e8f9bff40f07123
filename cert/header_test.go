package cert

import "testing"

func TestReadHeader(t *testing.T) {
	for name, c := range map[string]struct {
		in   []byte
		want header
		ok   bool
	}{
		"short":            {[]byte{0x30, 0x05}, header{constructed: true, tag: 16, size: 2, length: 5}, true},
		"long":             {[]byte{0x04, 0x82, 0x01, 0x00}, header{tag: 4, size: 4, length: 256}, true},
		"context":          {[]byte{0xa3, 0x00}, header{class: classContext, constructed: true, tag: 3, size: 2}, true},
		"indefinite":       {[]byte{0x30, 0x80}, header{constructed: true, indefinite: true, tag: 16, size: 2}, true},
		"tag 31":           {[]byte{0x1f, 0x1f, 0x00}, header{tag: 31, size: 3}, true},
		"tag 30 in two":    {[]byte{0x1f, 0x1e, 0x00}, header{tag: 30, size: 3, longTag: true}, true},
		"largest length":   {[]byte{0x04, 0x84, 0x7f, 0xff, 0xff, 0xff}, header{tag: 4, size: 6, length: 1<<31 - 1}, true},
		"larger length":    {[]byte{0x04, 0x85, 0x01, 0x00, 0x00, 0x00, 0x00}, header{tag: 4, size: 7, length: 1 << 24, tooLong: true}, true},
		"length of 0x7f":   {[]byte{0x04, 0x81, 0x7f}, header{tag: 4, size: 3, length: 127, longLength: true}, true},
		"padded length":    {[]byte{0x04, 0x82, 0x00, 0xff}, header{tag: 4, size: 4, length: 255, longLength: true}, true},
		"nothing":          {nil, header{}, false},
		"tag only":         {[]byte{0x30}, header{}, false},
		"long tag only":    {[]byte{0x1f, 0x1f}, header{tag: 31, size: 2}, false},
		"length octet cut": {[]byte{0x04, 0x82, 0x01}, header{tag: 4, size: 2}, false},
	} {
		got, ok := readHeader(c.in)
		if ok != c.ok || got != c.want {
			t.Errorf("%s: %+v, %v; want %+v", name, got, ok, c.want)
		}
	}
}
