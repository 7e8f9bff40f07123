package smime

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/cms"
	"sealglass/inspect"
	"sealglass/testdata/gen"
)

const (
	from    = "From: \"Mustermann, Erika\" <" + gen.Mailbox + ">"
	another = "From: Max <max@example.com>"
	text    = "Content-Type: text/plain; charset=utf-8\r\n\r\nGr\xc3\xbc\xc3\x9fe\r\nErika\r\n"
)

var (
	leafCert = gen.Leaf("sponsor", "strict")
	chain    = [][]byte{leafCert.Encode(), gen.SubCA().Encode()}
)

func signs() *gen.Signer {
	return &gen.Signer{Key: gen.RSA(2048), ID: gen.IssuerAndSerial(leafCert), SigningTime: gen.Text(gen.UTCTime, "260304050607Z")}
}

// outcome is what a signature comes to.
type outcome struct {
	result  inspect.SignatureResult
	reason  string
	address inspect.AddressMatch
}

var (
	holds       = outcome{inspect.SignatureHolds, "", inspect.AddressFrom}
	holdsNobody = outcome{inspect.SignatureHolds, "", inspect.AddressUnknown}
	altered     = outcome{inspect.ContentAltered, "", inspect.AddressFrom}
	alone       = outcome{inspect.SignatureNotChecked, inspect.ReasonContentMissing, inspect.AddressFrom}
)

func compressed(content []byte, contentType cert.OID) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(content)
	w.Close()
	return gen.ContentInfo(cms.OIDCompressedData, gen.Sequence(gen.Integer(0), gen.AlgorithmID(cms.OIDZlib),
		gen.Sequence(gen.OID(contentType), gen.Context(0, gen.OctetString(b.Bytes())))))
}

func opaque(content string) *gen.SignedData {
	s := signs()
	s.Content = []byte(content)
	return &gen.SignedData{Certificates: chain, Signers: [][]byte{s.Encode()}, Content: s.Content}
}

func p7m(der []byte) string {
	return gen.Base64Entity("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", der)
}

func pemOf(label string, der []byte) string {
	return "-----BEGIN " + label + "-----\r\n" + base64.StdEncoding.EncodeToString(der) + "\r\n-----END " + label + "-----\r\n"
}

func quotedPrintable(text string) string {
	var b strings.Builder
	for i, c := range []byte(text) {
		if c == '=' || c >= 0x80 {
			fmt.Fprintf(&b, "=%02X", c)
		} else {
			b.WriteByte(c)
		}
		if i%50 == 49 && c != '\r' {
			b.WriteString("=\r\n")
		}
	}
	return b.String()
}

func TestReadMail(t *testing.T) {
	signed := gen.SignedEntity(text, signs(), chain...)
	mail := gen.Mail(signed, from, "Subject: hello")
	boundary := gen.Boundary(text)
	inner := gen.Entity("message/rfc822", gen.Mail(signed, from))
	toLeaf := gen.EnvelopedData(gen.KeyTransport(gen.IssuerAndSerial(leafCert)))
	pgpSigned := gen.Multipart(`multipart/signed; protocol="application/pgp-signature"`, "b", text, gen.Entity("application/pgp-signature", "-----BEGIN PGP SIGNATURE-----\r\n"))
	twice := signs()
	twice.Content, twice.ContentType = opaque(text).Body(), cms.OIDSignedData
	nested := gen.SignedData{Certificates: chain, Signers: [][]byte{twice.Encode()}, Content: twice.Content, ContentType: cms.OIDSignedData}

	for _, test := range []struct {
		name    string
		mail    string
		code    string
		certs   int
		signers []outcome
	}{
		// Detached signatures.
		{"signed", mail, "", 2, []outcome{holds}},
		{"saved with other line breaks", strings.ReplaceAll(mail, "\r\n", "\n"), "", 2, []outcome{holds}},
		{"from a mailbox file", "From erika@example.de Mon Mar  2 00:00:00 2026\r\n" + mail, "", 2, []outcome{holds}},
		{"x- media types", strings.ReplaceAll(mail, "application/pkcs7", "application/x-pkcs7"), "", 2, []outcome{holds}},
		{"media type as bytes", strings.ReplaceAll(mail, "Content-Type: application/pkcs7-signature", "Content-Type: application/octet-stream"), "", 2, []outcome{holds}},
		{"boundary without quotes", strings.ReplaceAll(mail, `"`+boundary+`"`, boundary), "", 2, []outcome{holds}},
		{"folded header", strings.ReplaceAll(mail, "; boundary", ";\r\n\tboundary"), "", 2, []outcome{holds}},
		{"cut behind the signature", mail[:strings.LastIndex(mail, "--"+boundary)], "", 2, []outcome{holds}},
		{"changed", strings.Replace(mail, "Erika\r\n", "Max\r\n", 1), "", 2, []outcome{altered}},
		{"a space added", strings.Replace(mail, "Erika\r\n", "Erika \r\n", 1), "", 2, []outcome{altered}},
		{"quoted-printable signed as it is", gen.Mail(gen.SignedEntity("Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe=\r\n\r\n", signs(), chain...), from), "", 2, []outcome{holds}},
		{
			"signed mail within", gen.Mail(gen.SignedEntity(gen.Multipart("multipart/mixed", "x", text, inner), signs(), chain...), another), "", 4,
			[]outcome{{inspect.SignatureHolds, "", inspect.AddressNone}, holds},
		},
		{"forwarded", gen.Mail(gen.Multipart("multipart/mixed", "f", text, inner), another), "", 2, []outcome{holds}},
		{"forwarded in base64", gen.Mail(gen.Multipart("multipart/mixed", "f", text, gen.Base64Entity("message/rfc822", []byte(gen.Mail(signed, from)))), another), "", 2, []outcome{holds}},
		{"forwarded twice", gen.Mail(gen.Entity("message/rfc822", gen.Mail(inner, another)), another), "", 2, []outcome{holds}},
		{"signature torn off", gen.Mail(gen.Multipart("multipart/mixed", "m", text, gen.Base64Entity("application/pkcs7-signature", (&gen.SignedData{Certificates: chain, Signers: [][]byte{signs().Encode()}}).Encode())), from), "", 2, []outcome{alone}},
		{
			"without certificates", gen.Mail(gen.SignedEntity(text, signs()), from), "no-certificate", 0,
			[]outcome{{inspect.SignatureNotChecked, inspect.ReasonCertificateMissing, inspect.AddressUnknown}},
		},
		{"certificate in the text", gen.Mail(gen.Multipart("multipart/mixed", "m", gen.SignedEntity(text, signs()), gen.Entity("text/plain", pemOf("CERTIFICATE", chain[0]))), from), "", 1, []outcome{holds}},

		// The address.
		{"from somebody else", gen.Mail(signed, another), "", 2, []outcome{{inspect.SignatureHolds, "", inspect.AddressNone}}},
		{"sent for somebody else", gen.Mail(signed, another, "Sender: "+gen.Mailbox), "", 2, []outcome{{inspect.SignatureHolds, "", inspect.AddressSender}}},
		{"in other letters", gen.Mail(signed, "From: "+strings.ToUpper(gen.Mailbox)), "", 2, []outcome{holds}},
		{"from two", gen.Mail(signed, "From: "+gen.Mailbox+", max@example.com"), "", 2, []outcome{{inspect.SignatureHolds, "", inspect.AddressNone}}},
		{"from nobody", gen.Mail(signed, "Subject: x"), "", 2, []outcome{holdsNobody}},
		{"a name that is an address", gen.Mail(signed, `From: "`+gen.Mailbox+`" <max@example.com>`), "", 2, []outcome{{inspect.SignatureHolds, "", inspect.AddressNone}}},

		// Opaque signatures.
		{"opaque", gen.Mail(p7m(opaque(text).Encode()), from), "", 2, []outcome{holds}},
		{"opaque in ber", gen.Mail(p7m(func() []byte { d := opaque(text); d.BER = true; return d.Encode() }()), from), "", 2, []outcome{holds}},
		{"opaque and x-", gen.Mail(strings.Replace(p7m(opaque(text).Encode()), "pkcs7", "x-pkcs7", 1), from), "", 2, []outcome{holds}},
		{"opaque, quoted-printable", gen.Mail("Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"+quotedPrintable(string(opaque(text).Encode())), from), "", 2, []outcome{holds}},
		{"opaque, binary", gen.Mail("Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: binary\r\n\r\n"+string(opaque(text).Encode()), from), "", 2, []outcome{holds}},
		{"opaque, changed", gen.Mail(p7m(bytes.Replace(opaque(text).Encode(), []byte("Erika\r\n"), []byte("Frika\r\n"), 1)), from), "", 2, []outcome{altered}},
		{"opaque around detached", gen.Mail(p7m(opaque(signed).Encode()), from), "", 4, []outcome{holds, holds}},
		{"signed twice", gen.Mail(p7m(nested.Encode()), from), "", 4, []outcome{holds, holds}},
		{"compressed", gen.Mail(p7m(compressed([]byte(signed), cms.OIDData)), from), "", 2, []outcome{holds}},
		{"compressed, a message in it", gen.Mail(p7m(compressed(opaque(text).Body(), cms.OIDSignedData)), from), "", 2, []outcome{holds}},
		{"compressed and damaged", gen.Mail(p7m(compressed([]byte(signed), cms.OIDData)[:200]), from), "truncated", 0, nil},
		{"list of certificates", gen.Mail(gen.Base64Entity("application/pkcs7-mime; smime-type=certs-only", (&gen.SignedData{Certificates: chain}).Encode()), from), "", 2, nil},

		// Encrypted.
		{"encrypted", gen.Mail(p7m(toLeaf), from), "encrypted", 0, nil},
		{"signed around encrypted", gen.Mail(gen.SignedEntity(p7m(toLeaf), signs(), chain...), from), "", 2, []outcome{holds}},

		// Attachments.
		{"certificate attached", gen.Mail(gen.Multipart("multipart/mixed", "m", text, gen.Base64Entity("application/pkix-cert; name=erika.cer", chain[0])), from), "", 1, nil},
		{"certificate in the text, unsigned", gen.Mail(gen.Entity("text/plain; format=flowed", " "+strings.ReplaceAll(pemOf("CERTIFICATE", chain[0]), "\r\n", "\r\n ")), from), "", 1, nil},
		{"list attached as text", gen.Mail(gen.Multipart("multipart/mixed", "m", text, gen.Entity("text/plain; name=chain.p7b", pemOf("PKCS7", (&gen.SignedData{Certificates: chain}).Encode()))), from), "", 2, nil},

		// Messages that give no certificate.
		{"unsigned", gen.Mail(text, from), "unsigned", 0, nil},
		{"unsigned with parts", gen.Mail(gen.Multipart("multipart/alternative", "a", text, gen.Entity("text/html", "<p>Hallo</p>")), from), "unsigned", 0, nil},
		{"openpgp", gen.Mail(pgpSigned, from), "openpgp-message", 0, nil},
		{"openpgp encrypted", gen.Mail(gen.Multipart("multipart/encrypted", "e", gen.Entity("application/pgp-encrypted", "Version: 1"), gen.Entity("application/octet-stream", "x")), from), "openpgp-message", 0, nil},
		{"openpgp in the text", gen.Mail(gen.Entity("text/plain", "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nx\r\n"), from), "openpgp-message", 0, nil},
		{"winmail.dat", gen.Mail(gen.Multipart("multipart/mixed", "m", text, gen.Base64Entity("application/ms-tnef; name=winmail.dat", []byte("\x78\x9f\x3e\x22\x00"))), from), "winmail", 0, nil},
		{"winmail.dat by its bytes", gen.Mail(gen.Multipart("multipart/mixed", "m", text, gen.Base64Entity("application/octet-stream", []byte("\x78\x9f\x3e\x22\x00"))), from), "winmail", 0, nil},
		{"damaged signature", gen.Mail(gen.Multipart(`multipart/signed; protocol="application/pkcs7-signature"`, "b", text, gen.Base64Entity("application/pkcs7-signature", []byte("no signature"))), from), "truncated", 0, nil},
		{"signed, but one part only", gen.Mail(gen.Multipart(`multipart/signed; protocol="application/pkcs7-signature"`, "b", text), from), "truncated", 0, nil},
		{"no boundary", gen.Mail(gen.Entity("multipart/signed", text), from), "truncated", 0, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ReadMail([]byte(test.mail))
			code := ""
			if got.Error != nil {
				code = got.Error.Code
			}
			if got.Kind != inspect.MailMessage || code != test.code || len(got.Certificates) != test.certs {
				t.Errorf("kind %q, code %q, %d certificates", got.Kind, code, len(got.Certificates))
			}
			var outcomes []outcome
			for _, s := range got.Message.Signatures {
				outcomes = append(outcomes, outcome{s.Result, s.Reason, s.Address})
				if s.Reason != inspect.ReasonCertificateMissing && s.Certificate != inspect.Fingerprint(chain[0]) {
					t.Errorf("signed by %q", s.Certificate)
				}
			}
			if !slices.Equal(outcomes, test.signers) {
				t.Errorf("signatures %q, want %q", outcomes, test.signers)
			}
		})
	}
}

func TestEnvelope(t *testing.T) {
	got := ReadMail([]byte(gen.Mail(text, "From: =?utf-8?q?J=C3=BCrgen?= <j@example.de>", "Sender: s@example.de", "Subject: =?iso-8859-1?q?Gr=FC=DFe?=", "Date: Mon, 2 Mar 2026 10:00:00 +0100"))).Message
	if got.From != "Jürgen <j@example.de>" || got.Sender != "s@example.de" || got.Subject != "Grüße" || got.Date != "Mon, 2 Mar 2026 10:00:00 +0100" {
		t.Errorf("%+v", got)
	}
}

func TestReadCMS(t *testing.T) {
	for name, test := range map[string]struct {
		der     []byte
		code    string
		certs   int
		signers []outcome
	}{
		"opaque":           {opaque(text).Encode(), "", 2, []outcome{holdsNobody}},
		"cut":              {opaque(text).Encode()[:len(opaque(text).Encode())-300], "truncated", 2, []outcome{{inspect.SignatureNotChecked, inspect.ReasonUnreadable, inspect.AddressUnknown}}},
		"around detached":  {opaque(gen.SignedEntity(text, signs(), chain...)).Encode(), "", 4, []outcome{holdsNobody, holdsNobody}},
		"around a mail":    {opaque(gen.Entity("message/rfc822", gen.Mail(gen.SignedEntity(text, signs(), chain...), from))).Encode(), "", 4, []outcome{holdsNobody, holds}},
		"compressed":       {compressed([]byte(gen.SignedEntity(text, signs(), chain...)), cms.OIDData), "", 2, []outcome{holdsNobody}},
		"encrypted":        {gen.EnvelopedData(gen.KeyTransport(gen.IssuerAndSerial(leafCert))), "encrypted", 0, nil},
		"compressed twice": {compressed(gen.Content(gen.Content(compressed([]byte(text), cms.OIDData))), cms.OIDCompressedData), "truncated", 0, nil},
	} {
		got := ReadCMS(test.der)
		code := ""
		if got.Error != nil {
			code = got.Error.Code
		}
		var outcomes []outcome
		for _, s := range got.Message.Signatures {
			outcomes = append(outcomes, outcome{s.Result, s.Reason, s.Address})
		}
		if got.Kind != inspect.PKCS7 || code != test.code || len(got.Certificates) != test.certs || !slices.Equal(outcomes, test.signers) {
			t.Errorf("%s: kind %q, code %q, %d certificates, signatures %q", name, got.Kind, code, len(got.Certificates), outcomes)
		}
	}
}

func TestMessageBounds(t *testing.T) {
	attached := gen.Base64Entity("application/pkix-cert", chain[0])
	for _, n := range []int{MaxParts - 2, MaxParts - 1, MaxParts} { // and the whole, which is one
		mail := gen.Mail(gen.Multipart("multipart/mixed", "m", append(slices.Repeat([]string{text}, n-1), attached)...), from)
		if got := ReadMail([]byte(mail)); len(got.Certificates) != min(1, MaxParts-n) {
			t.Errorf("%d parts: %d certificates", n, len(got.Certificates))
		}
	}
	for _, depth := range []int{MaxDepth - 2, MaxDepth - 1, MaxDepth} {
		entity := attached
		for i := range depth {
			entity = gen.Multipart("multipart/mixed", fmt.Sprint("level", i, "."), entity)
		}
		if got := ReadMail([]byte(gen.Mail(entity, from))); (len(got.Certificates) == 1) != (depth < MaxDepth) {
			t.Errorf("depth %d: %d certificates", depth, len(got.Certificates))
		}
	}
	for _, n := range []int{MaxSignatures - 1, MaxSignatures, MaxSignatures + 1} {
		s := signs()
		s.Content = []byte(text)
		d := gen.SignedData{Certificates: chain, Signers: slices.Repeat([][]byte{s.Encode()}, n/2), Content: s.Content}
		mail := gen.Mail(gen.Multipart("multipart/mixed", "m", p7m(d.Encode()), p7m(d.Encode()), p7m((&gen.SignedData{Signers: slices.Repeat([][]byte{s.Encode()}, n%2)}).Encode())), from)
		if got := ReadMail([]byte(mail)); len(got.Message.Signatures) != min(n, MaxSignatures) {
			t.Errorf("%d signatures: %d", n, len(got.Message.Signatures))
		}
	}
	for _, n := range []int{MaxAddresses - 1, MaxAddresses, MaxAddresses + 1} {
		if got := len(addresses(strings.Repeat("a@example.com, ", n))); got != n%(MaxAddresses+1) {
			t.Errorf("%d addresses: %d", n, got)
		}
	}
	for _, n := range []int{MaxFields - 1, MaxFields, MaxFields + 1} {
		e := readEntity([]byte(strings.Repeat("X: y\r\n", n) + "\r\nbody"))
		if len(e.fields) != min(n, MaxFields) {
			t.Errorf("%d fields: %d", n, len(e.fields))
		}
	}
	for _, n := range []int{MaxUnpacked - 1, MaxUnpacked, MaxUnpacked + 1} {
		r := reader{}
		m := cms.Read(compressed(make([]byte, n), cms.OIDData))
		if got := r.unpack(m, m.Content()); (got != nil) != (n <= MaxUnpacked) {
			t.Errorf("%d bytes were unpacked to %d", n, len(got))
		}
		if r.unpacked > MaxUnpacked || r.unpack(m, m.Content()) != nil && n > 1 {
			t.Error("there was room for more")
		}
	}
}

func FuzzReadMail(f *testing.F) {
	signed := gen.SignedEntity(text, signs(), chain...)
	f.Add([]byte(gen.Mail(signed, from)))
	f.Add([]byte(gen.Mail(p7m(opaque(signed).Encode()), from)))
	f.Add([]byte(gen.Mail(p7m(compressed([]byte(signed), cms.OIDData)), from)))
	f.Add([]byte(gen.Mail(gen.Multipart("multipart/mixed", "m", gen.Entity("message/rfc822", gen.Mail(text, from)), p7m(gen.EnvelopedData())), from)))
	f.Fuzz(func(t *testing.T, data []byte) {
		got := ReadMail(data)
		if len(got.Certificates) == 0 && got.Error == nil {
			t.Fatal("no answer")
		}
		for _, s := range got.Message.Signatures {
			if s.Result == inspect.SignatureHolds && s.Certificate == "" {
				t.Fatal("a signature of nobody holds")
			}
		}
	})
}
