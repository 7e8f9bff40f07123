package cert

import (
	"encoding/hex"
	"strconv"
)

// addressText is an IP address for people: "192.0.2.1", "2001:db8::1" (RFC
// 5952), with its mask in a name constraint: "192.0.2.0/255.255.255.0". Octets
// of another number are shown in hex.
func addressText(octets []byte) string {
	switch len(octets) {
	case 4, 16:
		return string(appendAddress(nil, octets))
	case 8, 32:
		half := len(octets) / 2
		text := append(appendAddress(nil, octets[:half]), '/')
		return string(appendAddress(text, octets[half:]))
	}
	return hex.EncodeToString(octets)
}

func appendAddress(text, octets []byte) []byte {
	if len(octets) == 4 {
		for i, b := range octets {
			if i > 0 {
				text = append(text, '.')
			}
			text = strconv.AppendUint(text, uint64(b), 10)
		}
		return text
	}
	start, length := zeroRun(octets)
	for i := 0; i < 16; i += 2 {
		if i == start {
			text = append(text, "::"...)
			i += length - 2
			continue
		}
		if i > 0 && i != start+length {
			text = append(text, ':')
		}
		text = strconv.AppendUint(text, uint64(octets[i])<<8|uint64(octets[i+1]), 16)
	}
	return text
}

// zeroRun finds the longest run of at least two zero groups of an IPv6 address,
// in octets; start is -1 when there is none.
func zeroRun(octets []byte) (start, length int) {
	start, length = -1, 2
	for i := 0; i < 16; i += 2 {
		end := i
		for end < 16 && octets[end] == 0 && octets[end+1] == 0 {
			end += 2
		}
		if end-i > length {
			start, length = i, end-i
		}
	}
	return start, length
}
