package inputs

import (
	"bytes"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"strings"

	"sealglass/testdata/gen"
)

// SecretSize is how many bytes in a row of a secret are too many.
const SecretSize = 8

// base64Size is how many characters of base64 such a slice decides, wherever in a
// longer text it stands.
const base64Size = 9

// jwkSecret is the private half of the JWK in the table.
const jwkSecret = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"

// Secrets are all slices of [SecretSize] bytes of the private keys and passwords
// of the table: as they are, in hexadecimal and in base64. Those that the public
// key has as well are left out.
func Secrets() map[string]bool {
	secrets := map[string]bool{}
	for _, k := range []*gen.Key{gen.RSA(2048), gen.P256("x"), gen.Ed25519("x")} {
		public, err := x509.MarshalPKIXPublicKey(k.Private().Public())
		if err != nil {
			panic(err)
		}
		addSecret(secrets, k.PKCS8(), public)
	}
	addSecret(secrets, []byte(jwkSecret), nil)
	for _, c := range All() {
		addSecret(secrets, []byte(c.Password), nil)
	}
	return secrets
}

func addSecret(secrets map[string]bool, secret, public []byte) {
	for i := 0; i+SecretSize <= len(secret); i++ {
		slice := secret[i : i+SecretSize]
		if bytes.Contains(public, slice) {
			continue
		}
		digits := hex.EncodeToString(slice)
		secrets[string(slice)], secrets[digits], secrets[strings.ToUpper(digits)] = true, true, true
		for before := range 3 { // the characters that the slice alone decides begin after those of what stands before it
			for _, alphabet := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
				text := alphabet.EncodeToString(append(make([]byte, before), slice...))
				start := (8*before + 5) / 6
				secrets[text[start:start+base64Size]] = true
			}
		}
	}
}
