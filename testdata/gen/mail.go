package gen

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"
)

// Mail is a mail with these header fields, each "Name: value", before a MIME
// entity.
func Mail(entity string, fields ...string) string {
	return strings.Join(fields, "\r\n") + "\r\nMIME-Version: 1.0\r\n" + entity
}

// Entity is a MIME entity of this media type with its body as it is.
func Entity(mediaType, body string) string {
	return "Content-Type: " + mediaType + "\r\n\r\n" + body
}

// Base64Entity is a MIME entity whose body is base64 of these bytes.
func Base64Entity(mediaType string, content []byte) string {
	text := base64.StdEncoding.EncodeToString(content)
	var lines []string
	for len(text) > 76 {
		lines = append(lines, text[:76])
		text = text[76:]
	}
	return "Content-Type: " + mediaType + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		strings.Join(append(lines, text), "\r\n") + "\r\n"
}

// Multipart is a multipart entity of these parts (RFC 2046 5.1); the media type
// has its parameters but for the boundary.
func Multipart(mediaType, boundary string, parts ...string) string {
	var b strings.Builder
	b.WriteString("Content-Type: " + mediaType + "; boundary=\"" + boundary + "\"\r\n\r\nThis is a MIME message.\r\n")
	for _, part := range parts {
		b.WriteString("--" + boundary + "\r\n" + part + "\r\n")
	}
	b.WriteString("--" + boundary + "--\r\n")
	return b.String()
}

// SignedEntity is a multipart/signed entity (RFC 8551 3.5.3) over this one; the
// signer signs, and the certificates lie beside the signature.
func SignedEntity(entity string, s *Signer, certificates ...[]byte) string {
	signed := *s
	signed.Content = []byte(entity)
	data := SignedData{Certificates: certificates, Signers: [][]byte{signed.Encode()}}
	return Multipart(`multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256`, Boundary(entity),
		entity, Base64Entity("application/pkcs7-signature; name=smime.p7s", data.Encode()))
}

// Boundary is that of a [SignedEntity] over this entity.
func Boundary(entity string) string {
	sum := sha256.Sum256([]byte(entity))
	return "----=_" + hex.EncodeToString(sum[:8])
}
