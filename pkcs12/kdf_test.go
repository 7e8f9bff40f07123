package pkcs12

import (
	"bytes"
	"crypto/sha1"
	"encoding/hex"
	"testing"
)

func unhex(t *testing.T, text string) []byte {
	t.Helper()
	b, err := hex.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Test vectors of RFC 6070 2, for HMAC with SHA-1.
func TestPBKDF2(t *testing.T) {
	for _, v := range []struct {
		password, salt string
		iterations     int
		want           string
	}{
		{"password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"},
		{"password", "salt", 2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"},
		{"password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1"},
		{"passwordPASSWORDpassword", "saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096, "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038"},
		{"pass\x00word", "sa\x00lt", 4096, "56fa6aa75548099dcc37d7f03425e0c3"},
	} {
		want := unhex(t, v.want)
		got := pbkdf2(sha1.New, []byte(v.password), []byte(v.salt), v.iterations, len(want))
		if !bytes.Equal(got, want) {
			t.Errorf("%q, %d: %x, want %s", v.password, v.iterations, got, v.want)
		}
	}
}
