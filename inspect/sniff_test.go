package inspect

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"math/big"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

// samples are the values that the tables of this file are built from.
type samples struct {
	cert, other, request, crl      []byte
	pkcs8, pkcs1, sec1, ed25519PK8 []byte
	public                         []byte
}

func newSamples(t testing.TB) samples {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	_, edKey, err := ed25519.GenerateKey(rand.Reader)
	must(t, err)
	rsaKey, err := rsa.GenerateKey(rand.Reader, 1024)
	must(t, err)
	var s samples
	s.cert = certificateOf(t, "erika@example.de", key)
	s.other = certificateOf(t, "max@example.de", key)
	s.request, err = x509.CreateCertificateRequest(rand.Reader, &x509.CertificateRequest{
		Subject: pkix.Name{CommonName: "Erika"}, EmailAddresses: []string{"erika@example.de"},
	}, key)
	must(t, err)
	issuer, err := x509.ParseCertificate(s.cert)
	must(t, err)
	issuer.KeyUsage |= x509.KeyUsageCRLSign
	issuer.SubjectKeyId = []byte{1}
	s.crl, err = x509.CreateRevocationList(rand.Reader, &x509.RevocationList{
		Number: big.NewInt(1), ThisUpdate: time.Unix(0, 0), NextUpdate: time.Unix(1e9, 0),
	}, issuer, key)
	must(t, err)
	s.pkcs8, err = x509.MarshalPKCS8PrivateKey(key)
	must(t, err)
	s.ed25519PK8, err = x509.MarshalPKCS8PrivateKey(edKey)
	must(t, err)
	s.sec1, err = x509.MarshalECPrivateKey(key)
	must(t, err)
	s.pkcs1 = x509.MarshalPKCS1PrivateKey(rsaKey)
	s.public, err = x509.MarshalPKIXPublicKey(key.Public())
	must(t, err)
	return s
}

func certificateOf(t testing.TB, mailbox string, key crypto.Signer) []byte {
	t.Helper()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: mailbox}, EmailAddresses: []string{mailbox},
		NotBefore: time.Unix(1.7e9, 0), NotAfter: time.Unix(1.8e9, 0),
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageEmailProtection},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	must(t, err)
	return der
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func pemOf(label string, der []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: label, Bytes: der}))
}

func utf16le(s string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

func unhex(t *testing.T, s string) string {
	t.Helper()
	b, err := hex.DecodeString(s)
	must(t, err)
	return string(b)
}

func TestSniff(t *testing.T) {
	s := newSamples(t)
	one := pemOf("CERTIFICATE", s.cert)
	two := pemOf("CERTIFICATE", s.other)
	b64 := base64.StdEncoding.EncodeToString(s.cert)
	tests := []struct {
		name  string
		data  string
		kind  Kind
		code  string
		certs [][]byte
	}{
		// Certificates.
		{"pem", one, PEM, "", [][]byte{s.cert}},
		{"pem crlf", strings.ReplaceAll(one, "\n", "\r\n"), PEM, "", [][]byte{s.cert}},
		{"pem old mac line breaks", strings.ReplaceAll(one, "\n", "\r"), PEM, "", [][]byte{s.cert}},
		{"pem without line breaks", strings.ReplaceAll(one, "\n", ""), PEM, "", [][]byte{s.cert}},
		{"pem with text around", "Subject: CN=x\nissuer=y\n\n" + one + "\nregards\n", PEM, "", [][]byte{s.cert}},
		{"pem in a message", "From: a@b.c\nTo: d@e.f\n\n" + one, MailMessage, "", [][]byte{s.cert}},
		{"pem indented", strings.ReplaceAll(one, "\n", "\n   \t"), PEM, "", [][]byte{s.cert}},
		{"pem quoted in a mail", "> " + strings.ReplaceAll(one, "\n", "\n> "), PEM, "", [][]byte{s.cert}},
		{"pem lower case", lowerLabels(one), PEM, "", [][]byte{s.cert}},
		{"pem x509 label", pemOf("X509 CERTIFICATE", s.cert), PEM, "", [][]byte{s.cert}},
		{"pem wrong label, right content", pemOf("PKCS7", s.cert), PEM, "", [][]byte{s.cert}},
		{"pem trusted", pemOf("TRUSTED CERTIFICATE", append(bytes.Clone(s.cert), 0x30, 0x03, 0x0c, 1, 'x')), PEM, "", [][]byte{s.cert}},
		{"pem bom", "\ufeff" + one, PEM, "", [][]byte{s.cert}},
		{"pem utf-16", utf16le(one), PEM, "", [][]byte{s.cert}},
		{"pem headers inside", strings.Replace(one, "-----\n", "-----\nX-Note: hello\n\n", 1), PEM, "", [][]byte{s.cert}},
		{"pem without end", one[:strings.Index(one, "-----END")], PEM, "", [][]byte{s.cert}},
		{"pem two", one + two, PEM, "", [][]byte{s.cert, s.other}},
		{"pem first without end", one[:strings.Index(one, "-----END")] + two, PEM, "", [][]byte{s.cert, s.other}},
		{"pem with parameters", pemOf("EC PARAMETERS", []byte{6, 1, 42}) + one, PEM, "", [][]byte{s.cert}},
		{"pem with crl", pemOf("X509 CRL", s.crl) + one, PEM, "", [][]byte{s.cert}},
		{"der", string(s.cert), DER, "", [][]byte{s.cert}},
		{"der with line break", string(s.cert) + "\r\n", DER, "", [][]byte{s.cert}},
		{"der with trailing data", string(s.cert) + "\x00\x01", DER, "", [][]byte{append(bytes.Clone(s.cert), 0, 1)}},
		{"der two", string(s.cert) + string(s.other), DER, "", [][]byte{s.cert, s.other}},
		{"ber indefinite", string(indefinite(s.cert)), DER, "", [][]byte{indefinite(s.cert)}},
		{"base64", b64, Base64, "", [][]byte{s.cert}},
		{"base64 lines", wrap(b64, 64, "\r\n"), Base64, "", [][]byte{s.cert}},
		{"base64 odd lines and spaces", "\n  " + wrap(b64, 37, " \n"), Base64, "", [][]byte{s.cert}},
		{"base64url without padding", base64.RawURLEncoding.EncodeToString(s.cert), Base64, "", [][]byte{s.cert}},
		{"base64 of two", base64.StdEncoding.EncodeToString(append(bytes.Clone(s.cert), s.other...)), Base64, "", [][]byte{s.cert, s.other}},

		// Damaged certificates.
		{"der cut", string(s.cert[:200]), DER, "truncated", nil},
		{"base64 cut", b64[:200], Base64, "truncated", nil},
		{"base64 damaged", b64[:100] + "*" + b64[101:], Base64, "damaged-base64", nil},
		{"pem cut", one[:200], PEM, "truncated", nil},
		{"pem damaged", strings.Replace(one, one[100:101], "!", 1), PEM, "damaged-base64", nil},
		{"pem one of two cut", one[:200] + "\n" + two, PEM, "truncated", [][]byte{s.other}},
		{"pem empty", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", Empty, "empty", nil},
		{"pem of an odd sequence", pemOf("CERTIFICATE", []byte{0x30, 3, 2, 1, 5}), PEM, "", [][]byte{{0x30, 3, 2, 1, 5}}},

		// Private keys.
		{"pkcs8 pem", pemOf("PRIVATE KEY", s.pkcs8), PrivateKey, "private-key", nil},
		{"pkcs8 encrypted pem", pemOf("ENCRYPTED PRIVATE KEY", []byte{0x30, 0}), PrivateKey, "private-key", nil},
		{"rsa pem", pemOf("RSA PRIVATE KEY", s.pkcs1), PrivateKey, "private-key", nil},
		{"ec pem", pemOf("EC PRIVATE KEY", s.sec1), PrivateKey, "private-key", nil},
		{"ec pem with parameters", pemOf("EC PARAMETERS", []byte{6, 1, 42}) + pemOf("EC PRIVATE KEY", s.sec1), PrivateKey, "private-key", nil},
		{"dsa pem", pemOf("DSA PRIVATE KEY", []byte{0x30, 0}), PrivateKey, "private-key", nil},
		{"any pem", pemOf("ANY PRIVATE KEY", []byte{0x30, 0}), PrivateKey, "private-key", nil},
		{"lower-case key pem", lowerLabels(pemOf("PRIVATE KEY", s.pkcs8)), PrivateKey, "private-key", nil},
		{"openssh pem", pemOf("OPENSSH PRIVATE KEY", []byte("openssh-key-v1\x00")), PrivateKey, "private-key", nil},
		{"pgp private pem", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQ==\n-----END PGP PRIVATE KEY BLOCK-----\n", PrivateKey, "private-key", nil},
		{"putty", "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n", PrivateKey, "private-key", nil},
		{"key under a certificate's label", pemOf("CERTIFICATE", s.pkcs8), PrivateKey, "private-key", nil},
		{"key and certificate", pemOf("PRIVATE KEY", s.pkcs8) + one, PEM, "private-key", [][]byte{s.cert}},
		{"certificate and key", one + pemOf("PRIVATE KEY", s.pkcs8), PEM, "private-key", [][]byte{s.cert}},
		{"damaged certificate and key", strings.Replace(one, one[100:101], "!", 1) + pemOf("PRIVATE KEY", s.pkcs8), PrivateKey, "private-key", nil},
		{"pkcs8 der", string(s.pkcs8), PrivateKey, "private-key", nil},
		{"ed25519 der", string(s.ed25519PK8), PrivateKey, "private-key", nil},
		{"rsa der", string(s.pkcs1), PrivateKey, "private-key", nil},
		{"rsa der cut", string(s.pkcs1[:300]), PrivateKey, "private-key", nil},
		{"ec der", string(s.sec1), PrivateKey, "private-key", nil},
		{"encrypted pkcs8 der", unhex(t, "301c301506092a864886f70d01050d3008300006042a0203040403aabbcc"), PrivateKey, "private-key", nil},
		{"certificate and key der", string(s.cert) + string(s.pkcs8), DER, "private-key", [][]byte{s.cert}},
		{"pkcs8 base64", base64.StdEncoding.EncodeToString(s.pkcs8), PrivateKey, "private-key", nil},
		{"openpgp secret key", "\x95\x01\x04\x04" + strings.Repeat("x", 40), PrivateKey, "private-key", nil},
		{"ssh version 1", "SSH PRIVATE KEY FILE FORMAT 1.1\n\x00\x00", PrivateKey, "private-key", nil},
		{"pvk", "\x1e\xf1\xb5\xb0\x00\x00\x00\x00\x01\x00\x00\x00", PrivateKey, "private-key", nil},
		{"private key blob", "\x07\x02\x00\x00\x00\xa4\x00\x00RSA2\x00\x08\x00\x00", PrivateKey, "private-key", nil},
		{"jwk", `{"kty":"EC","crv":"P-256","x":"f83O","y":"x_FE","d" : "jpsQ"}`, PrivateKey, "private-key", nil},
		{"jwk with a certificate", `{"kty":"EC","x5c":["` + b64 + `"],"d":"jpsQ"}`, Base64, "private-key", [][]byte{s.cert}},
		{"symmetric jwk", `{"keys":[{"kty":"oct","k":"AyM1"}]}`, PrivateKey, "private-key", nil},
		{"xml key", "<RSAKeyValue><Modulus>AQAB</Modulus><D>AQAB</D></RSAKeyValue>", PrivateKey, "private-key", nil},

		// Other wrong inputs.
		{"public jwk", `{"kty":"EC","crv":"P-256","x":"f83O","y":"x_FE","kid":"d"}`, OtherText, "other-text", nil},
		{"public xml key", "<RSAKeyValue><Modulus>AQAB</Modulus></RSAKeyValue>", OtherText, "other-text", nil},
		{"bks", "\x00\x00\x00\x02\x00\x00\x00\x14" + strings.Repeat("x", 20), Keystore, "keystore", nil},
		{"empty", "", Empty, "empty", nil},
		{"blank", " \r\n\t", Empty, "empty", nil},
		{"largest but one", strings.Repeat("a", MaxInput-1), OtherText, "other-text", nil},
		{"largest", strings.Repeat("a", MaxInput), OtherText, "other-text", nil},
		{"too large", strings.Repeat("a", MaxInput+1), TooLarge, "too-large", nil},
		{"message, largest but one", padded("From: a@b.c\nTo: d@e.f\n\n", MaxMessage-1), MailMessage, "message", nil},
		{"message, largest", padded("From: a@b.c\nTo: d@e.f\n\n", MaxMessage), MailMessage, "message", nil},
		{"message, too large", padded("From: a@b.c\nTo: d@e.f\n\n", MaxMessage+1), TooLarge, "too-large", nil},
		{"outlook message, largest", padded("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", MaxMessage), OutlookMessage, "outlook-message", nil},
		{"outlook message, too large", padded("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", MaxMessage+1), TooLarge, "too-large", nil},
		{"request der", string(s.request), Request, "request", nil},
		{"request pem", pemOf("CERTIFICATE REQUEST", s.request), Request, "request", nil},
		{"request new pem", pemOf("NEW CERTIFICATE REQUEST", s.request), Request, "request", nil},
		{"request under a certificate's label", pemOf("CERTIFICATE", s.request), Request, "request", nil},
		{"crl der", string(s.crl), CRL, "crl", nil},
		{"crl pem", pemOf("X509 CRL", s.crl), CRL, "crl", nil},
		{"public key der", string(s.public), PublicKey, "public-key", nil},
		{"public key pem", pemOf("PUBLIC KEY", s.public), PublicKey, "public-key", nil},
		{"pkcs7 der", unhex(t, "300f06092a864886f70d010702a0020500"), PKCS7, "pkcs7", nil},
		{"pkcs7 ber", unhex(t, "308006092a864886f70d010702a080308000000000000000"), PKCS7, "pkcs7", nil},
		{"pkcs7 pem", pemOf("PKCS7", []byte(unhex(t, "300f06092a864886f70d010702a0020500"))), PKCS7, "pkcs7", nil},
		{"cms pem", pemOf("CMS", []byte(unhex(t, "300f06092a864886f70d010703a0020500"))), PKCS7, "encrypted", nil},
		{"pkcs12", unhex(t, "3014020103300f06092a864886f70d010701a0020500"), PKCS12, "pkcs12", nil},
		{"ocsp", unhex(t, "300b0a0100a0063004040100050000"), OCSP, "ocsp", nil},
		{"ocsp status alone", unhex(t, "30030a0106"), OCSP, "ocsp", nil},
		{"timestamp", unhex(t, "30163003020100300f06092a864886f70d010702a0020500"), Timestamp, "timestamp", nil},
		{"jks", "\xfe\xed\xfe\xed\x00\x00\x00\x02", Keystore, "keystore", nil},
		{"openpgp armour", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ==\n=AAAA\n-----END PGP PUBLIC KEY BLOCK-----\n", OpenPGP, "openpgp", nil},
		{"openpgp message", "-----BEGIN PGP MESSAGE-----\n\nmQ==\n-----END PGP MESSAGE-----\n", OpenPGP, "openpgp", nil},
		{"openpgp binary", "\x99\x01\x04\x04" + strings.Repeat("x", 40), OpenPGP, "openpgp", nil},
		{"openpgp binary new format", "\xc6\xc0\x04\x06" + strings.Repeat("x", 40), OpenPGP, "openpgp", nil},
		{"ssh", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 erika@host\n", SSH, "ssh", nil},
		{"ssh2", "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----\n", SSH, "ssh", nil},
		{"pdf", "%PDF-1.7\n%\xe2\xe3", PDF, "pdf", nil},
		{"png", "\x89PNG\r\n\x1a\n\x00\x00", Image, "image", nil},
		{"jpeg", "\xff\xd8\xff\xe0\x00\x10JFIF", Image, "image", nil},
		{"webp", "RIFF\x00\x00\x00\x00WEBPVP8 ", Image, "image", nil},
		{"svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", Image, "image", nil},
		{"html", "\n<!DOCTYPE HTML>\n<title>404</title>", HTML, "html", nil},
		{"html without doctype", "<!-- x -->\n<HTML><body>login</body></HTML>", HTML, "html", nil},
		{"zip", "PK\x03\x04\x14\x00", Archive, "archive", nil},
		{"outlook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", OutlookMessage, "outlook-message", nil},
		{"winmail", "\x78\x9f\x3e\x22\x00\x00", Winmail, "winmail", nil},
		{"message", "Received: from x\n by y\nFrom: a@b.c\nTo: d@e.f\n\nhello\n", MailMessage, "message", nil},
		{"mbox", "From a@b.c Mon Jan  1 00:00:00 2024\nFrom: a@b.c\nTo: d@e.f\n\nhello\n", MailMessage, "message", nil},
		{"dkim", "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ", DKIM, "dkim", nil},
		{"other asn.1", unhex(t, "30060101ff020105"), OtherASN1, "other-asn1", nil},
		{"text", "hello, here is my certificate", OtherText, "other-text", nil},
		{"text that is base64", "hello", OtherText, "other-text", nil},
		{"text with a zero", "0 s:/C=DE/CN=x", OtherText, "other-text", nil},
		{"bytes", "\x00\x01\x02\x03", OtherBytes, "other-bytes", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := Sniff([]byte(test.data))
			code := ""
			if got.Error != nil {
				code = got.Error.Code
				if !strings.HasSuffix(got.Error.Message, ".") || strings.Count(got.Error.Message, ". ")+strings.Count(got.Error.Message, ": ") == 0 {
					t.Errorf("message %q does not say what to do next", got.Error.Message)
				}
			}
			if got.Kind != test.kind || code != test.code {
				t.Errorf("kind %q, code %q, want %q, %q", got.Kind, code, test.kind, test.code)
			}
			if len(got.Certificates) != len(test.certs) {
				t.Fatalf("%d certificates, want %d", len(got.Certificates), len(test.certs))
			}
			for i := range test.certs {
				if !bytes.Equal(got.Certificates[i], test.certs[i]) {
					t.Errorf("certificate %d is not the one put in", i)
				}
			}
		})
	}
}

// padded is a text of this length that begins so.
func padded(head string, length int) string {
	return head + strings.Repeat("a", length-len(head))
}

// lowerLabels writes the BEGIN and END lines of a PEM text in lower case.
func lowerLabels(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "-----") {
			lines[i] = strings.ToLower(line)
		}
	}
	return strings.Join(lines, "\n")
}

func wrap(text string, width int, lineBreak string) string {
	var b strings.Builder
	for len(text) > width {
		b.WriteString(text[:width] + lineBreak)
		text = text[width:]
	}
	return b.String() + text
}

// indefinite writes a certificate's outer SEQUENCE with an indefinite length.
func indefinite(der []byte) []byte {
	return append(append([]byte{0x30, 0x80}, der[4:]...), 0, 0)
}

func TestTruncatedNamesTheBytes(t *testing.T) {
	s := newSamples(t)
	got := Sniff(s.cert[:100])
	if got.Error == nil || len(got.Error.Args) != 2 || got.Error.Args[1] != "100" ||
		!strings.Contains(got.Error.Message, got.Error.Args[0]+" bytes") || !strings.Contains(got.Error.Message, "only 100 are here") {
		t.Errorf("got %+v", got.Error)
	}
}

func TestDamagedBase64NamesThePlace(t *testing.T) {
	s := newSamples(t)
	lines := strings.Split(pemOf("CERTIFICATE", s.cert), "\n")
	lines[3] = lines[3][:9] + "$" + lines[3][10:]
	got := Sniff([]byte("Subject: x\n" + strings.Join(lines, "\n")))
	if got.Error == nil || got.Error.Message != foreignByteMessage("5", "10") {
		t.Errorf("got %+v", got.Error)
	}
}

func foreignByteMessage(line, column string) string {
	return "The text of the certificate is damaged: in line " + line + ", at character " + column +
		", stands something that does not belong there. Copy it again, or choose the file itself."
}

func TestPrivateKeyIsOverwritten(t *testing.T) {
	s := newSamples(t)
	for name, text := range map[string]string{
		"pem":             pemOf("PRIVATE KEY", s.pkcs8),
		"der":             string(s.pkcs8),
		"base64":          base64.StdEncoding.EncodeToString(s.pkcs8),
		"beside":          pemOf("CERTIFICATE", s.cert) + pemOf("EC PRIVATE KEY", s.sec1),
		"behind":          string(s.cert) + string(s.pkcs8),
		"utf-16":          utf16le(pemOf("PRIVATE KEY", s.pkcs8)),
		"putty key":       "PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 1\nAAAA\n",
		"openpgp":         "\x95\x01\x04\x04" + strings.Repeat("x", 40),
		"certificate tag": pemOf("CERTIFICATE", s.pkcs8),
	} {
		t.Run(name, func(t *testing.T) {
			data := []byte(text)
			report := Inspect([]Input{{Name: "key.pem", Data: data}}, Options{})
			if e := report.Inputs[0].Error; e == nil || e.Code != "private-key" {
				t.Fatalf("error %+v, want private-key", e)
			}
			if !bytes.Equal(data, make([]byte, len(data))) {
				t.Error("the input still holds the key")
			}
			json := AppendJSON(nil, report)
			for i := 0; i+8 <= len(text); i++ {
				if slice := text[i : i+8]; !strings.Contains(pemOf("CERTIFICATE", s.cert)+string(s.cert), slice) && bytes.Contains(json, []byte(slice)) {
					t.Fatalf("the report holds %q of the input", slice)
				}
			}
			for _, c := range report.Inputs[0].Certificates {
				if !bytes.Equal(c.DER, s.cert) {
					t.Error("the certificate beside the key was lost")
				}
			}
		})
	}
}

func TestBase64IgnoresNothingElse(t *testing.T) {
	for text, foreign := range map[string]int{"AAAA": -1, "AA AA\n>BB==": -1, "AA>A": 2, "AA=A": 3, "AA\x00A": 2, "-_+/": -1} {
		if _, got := decodeBase64([]byte(text), func() {}); got != foreign {
			t.Errorf("%q: foreign byte at %d, want %d", text, got, foreign)
		}
	}
}

func TestAnnounced(t *testing.T) {
	for in, want := range map[string]int{
		"":                 0,
		"\x30":             0,
		"\x30\x05":         7,
		"\x30\x81\x80":     131,
		"\x30\x82\x01\x00": 260,
		"\x30\x80":         0,
		"\x30\x82\x01":     0,
		"\x1f\x81\x01\x00": 0,
		"\x30\x88\xff\xff\xff\xff\xff\xff\xff\xff": 0,
		"\x30\x87\xff\xff\xff\xff\xff\xff\xff":     0,
	} {
		if got := announced([]byte(in)); got != want {
			t.Errorf("%x: %d bytes announced, want %d", in, got, want)
		}
	}
}
