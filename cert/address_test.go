package cert

import (
	"net/netip"
	"testing"
)

func TestAddressText(t *testing.T) {
	for _, c := range []struct {
		octets []byte
		want   string
	}{
		{[]byte{192, 0, 2, 1}, "192.0.2.1"},
		{[]byte{10, 0, 0, 0, 255, 0, 0, 0}, "10.0.0.0/255.0.0.0"},
		{make([]byte, 32), "::/::"},
		{[]byte{1, 2, 3}, "010203"},
		{nil, ""},
	} {
		if got := addressText(c.octets); got != c.want {
			t.Errorf("%x: %s, want %s", c.octets, got, c.want)
		}
	}
	// Every pattern of zero groups, against the standard library (RFC 5952).
	for pattern := range 1 << 8 {
		var octets [16]byte
		for group := range 8 {
			if pattern&(1<<group) != 0 {
				octets[2*group+1] = byte(group + 1)
			}
		}
		if got, want := addressText(octets[:]), netip.AddrFrom16(octets).String(); got != want && !netip.AddrFrom16(octets).Is4In6() {
			t.Errorf("%x: %s, want %s", octets, got, want)
		}
	}
}
