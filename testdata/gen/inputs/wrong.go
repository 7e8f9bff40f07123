package inputs

import (
	"archive/zip"
	"bytes"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"strings"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func zipOf(names []string, contents ...[]byte) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i, name := range names {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(contents[i])
		}
		if err != nil {
			panic(err)
		}
	}
	w.Close()
	return b.String()
}

// archives are files that hold files.
func archives() []Case {
	onePEM := []byte(pemOf("CERTIFICATE", leafDER))
	inner := zipOf([]string{"b.cer"}, otherDER)
	damaged := strings.Replace(zipOf([]string{"a.cer"}, leafDER), "a.cer", "b.cer", 1)
	return []Case{
		{
			Name: "zip", Data: []byte(zipOf([]string{"a.pem", "folder/", "folder/b.cer", "__MACOSX/._a.pem"}, onePEM, nil, otherDER, []byte("x"))),
			Answers: []Answer{{"pem", "", one}, {"der", "", [][]byte{otherDER}}},
		},
		{
			Name: "zip in zip", Data: []byte(zipOf([]string{"a.pem", "in.zip"}, onePEM, []byte(inner))),
			Answers: []Answer{{"pem", "", one}, {"der", "", [][]byte{otherDER}}},
		},
		{
			Name: "zip with a signed mail", Data: []byte(zipOf([]string{"m.eml"}, []byte(gen.Mail(gen.SignedEntity(signedText, signer(""), chain...), from)))),
			Answers: []Answer{{"message", "", chain}},
		},
		row("zip without files", zipOf(nil), "archive", "empty-archive", nil),
		row("zip that is cut", zipOf([]string{"a.cer"}, leafDER)[:200], "archive", "unreadable-archive", nil),
		row("zip that is damaged", damaged[:len(damaged)-10]+"xxxxxxxxxx", "archive", "unreadable-archive", nil),
		row("7z", "7z\xbc\xaf\x27\x1c\x00\x04", "archive", "unreadable-archive", nil),
	}
}

// privateKeys are private keys of every form.
func privateKeys() []Case {
	rsaKey, ecKey := gen.RSA(2048).Private().(*rsa.PrivateKey), gen.P256("x").Private().(*ecdsa.PrivateKey)
	pkcs8, pkcs1 := gen.RSA(2048).PKCS8(), x509.MarshalPKCS1PrivateKey(rsaKey)
	sec1, err := x509.MarshalECPrivateKey(ecKey)
	if err != nil {
		panic(err)
	}
	ed := gen.Ed25519("x").PKCS8()
	encrypt, ciphertext := gen.PBES2([]byte(password), hmacSHA256, aes256, rounds)(pkcs8)
	shrouded := gen.Sequence(encrypt, gen.OctetString(ciphertext))
	onePEM := pemOf("CERTIFICATE", leafDER)
	secret := func(name, data string) Case { return row(name, data, "private-key", "private-key", nil) }
	return []Case{
		secret("key, pkcs#8", string(pkcs8)), secret("key, pkcs#8 pem", pemOf("PRIVATE KEY", pkcs8)),
		secret("key, encrypted", string(shrouded)), secret("key, encrypted pem", pemOf("ENCRYPTED PRIVATE KEY", shrouded)),
		secret("key, pkcs#1", string(pkcs1)), secret("key, pkcs#1 pem", pemOf("RSA PRIVATE KEY", pkcs1)),
		secret("key, sec1", string(sec1)), secret("key, sec1 pem", pemOf("EC PRIVATE KEY", sec1)),
		secret("key, ed25519", string(ed)), secret("key, base64", b64(pkcs8)), secret("key, ed25519 base64", b64(ed)),
		secret("key, hex", hex.EncodeToString(pkcs8)), secret("key under a certificate's label", pemOf("CERTIFICATE", pkcs8)),
		secret("key in utf-16", utf16le(pemOf("PRIVATE KEY", pkcs8))), secret("key, cut", string(pkcs1[:300])),
		secret("key, openssh", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n"),
		secret("key, putty", "PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 1\nAAAAIHNlY3JldA==\n"),
		secret("key, openpgp", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOYBF\n-----END PGP PRIVATE KEY BLOCK-----\n"),
		secret("key, openpgp binary", "\x95\x01\x04\x04"+strings.Repeat("x", 40)),
		secret("key, jwk", `{"kty":"EC","crv":"P-256","x":"f83OJ3D2","y":"x_FEzRu9","d":"`+jwkSecret+`"}`),
		secret("key, pvk", "\x1e\xf1\xb5\xb0\x00\x00\x00\x00\x01\x00\x00\x00"),
		secret("key, blob", "\x07\x02\x00\x00\x00\xa4\x00\x00RSA2\x00\x08\x00\x00"),
		secret("key, xml", "<RSAKeyValue><Modulus>AQAB</Modulus><D>c2VjcmV0</D></RSAKeyValue>"),
		row("key beside a certificate", pemOf("PRIVATE KEY", pkcs8)+onePEM, "pem", "private-key", one),
		row("key behind a certificate", string(leafDER)+string(pkcs8), "der", "private-key", one),
		row("key and certificate in json", `{"cert":"`+b64(leafDER)+`","key":"`+b64(pkcs8)+`"}`, "base64", "private-key", one),
	}
}

// wrong are files that are no certificate.
func wrong() []Case {
	same := func(name, data, kind string) Case { return row(name, data, kind, kind, nil) }
	request := gen.Sequence(
		gen.Sequence(gen.Integer(0), leaf.Subject.Encode(), gen.RSA(2048).SPKI, gen.Context(0)),
		gen.SHA256WithRSA(), gen.BitString(0, make([]byte, 256)))
	ocsp := gen.Sequence(gen.Enumerated(0), gen.Context(0, gen.Sequence(gen.OID("1.3.6.1.5.5.7.48.1.1"), gen.OctetString(gen.Sequence()))))
	timestamp := gen.Sequence(gen.Sequence(gen.Integer(0)), (&gen.SignedData{}).Encode())
	public := gen.RSA(2048).SPKI
	return []Case{
		same("nothing", "", "empty"), same("blanks", " \r\n\t", "empty"), same("too large", strings.Repeat("a", 4<<20+1), "too-large"),
		same("request", string(request), "request"), same("request pem", pemOf("CERTIFICATE REQUEST", request), "request"),
		same("crl", string(gen.CRL().Encode()), "crl"), same("crl pem", pemOf("X509 CRL", gen.CRL().Encode()), "crl"),
		same("public key", string(public), "public-key"), same("public key pem", pemOf("PUBLIC KEY", public), "public-key"),
		same("ocsp response", string(ocsp), "ocsp"), same("timestamp response", string(timestamp), "timestamp"),
		same("jks", "\xfe\xed\xfe\xed\x00\x00\x00\x02", "keystore"), same("jceks", "\xce\xce\xce\xce\x00\x00\x00\x02", "keystore"),
		same("bks", "\x00\x00\x00\x02\x00\x00\x00\x14"+strings.Repeat("x", 20), "keystore"),
		same("openpgp key", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n-----END PGP PUBLIC KEY BLOCK-----\n", "openpgp"),
		same("openpgp binary", "\x99\x01\x04\x04"+strings.Repeat("x", 40), "openpgp"),
		same("ssh key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI erika@host\n", "ssh"),
		same("ssh2 key", "---- BEGIN SSH2 PUBLIC KEY ----\nAAAAB3Nz\n---- END SSH2 PUBLIC KEY ----\n", "ssh"),
		same("pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"), same("png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image"),
		same("jpeg", "\xff\xd8\xff\xe0\x00\x10JFIF\x00", "image"), same("svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "image"),
		same("web page", "<!DOCTYPE html>\n<title>404 Not Found</title>", "html"),
		same("winmail.dat", "\x78\x9f\x3e\x22\x00\x00\x01\x06", "winmail"),
		same("dkim record", "v=DKIM1; k=rsa; p="+b64(public), "dkim"),
		same("other asn.1", string(gen.Sequence(gen.Bool(true), gen.Integer(5))), "other-asn1"),
		same("a letter", "Dear Max, here is my certificate. Erika", "other-text"),
		same("other bytes", "\x00\x01\x02\x03", "other-bytes"),
		row("website's certificate", string(gen.TLS().Encode()), "der", "", [][]byte{gen.TLS().Encode()}),
		row("code signing certificate", string(gen.CodeSigning().Encode()), "der", "", [][]byte{gen.CodeSigning().Encode()}),
		row("issuer's certificate", string(chain[1]), "der", "", chain[1:2]),
		row("post-quantum certificate", string(func() []byte { c := leaf.Clone(); c.SetKey(gen.Opaque(cert.OIDMLDSA65)); return c.Encode() }()), "der", "",
			[][]byte{func() []byte { c := leaf.Clone(); c.SetKey(gen.Opaque(cert.OIDMLDSA65)); return c.Encode() }()}),
	}
}
