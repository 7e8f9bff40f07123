package inspect

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/cms"
	"sealglass/testdata/gen"
)

// The certificates of this file's messages.
var (
	leafCert = gen.Leaf("sponsor", "strict")
	leafDER  = leafCert.Encode()
	chainDER = [][]byte{leafDER, gen.SubCA().Encode(), gen.Root().Encode()}
)

func signedBy(content []byte) [][]byte {
	s := gen.Signer{Key: gen.RSA(2048), ID: gen.IssuerAndSerial(leafCert), Content: content, SigningTime: gen.Text(gen.UTCTime, "260304050607Z")}
	s.Attributes = [][]byte{gen.Capabilities(gen.AlgorithmID("2.16.840.1.101.3.4.1.42"), gen.AlgorithmID("1.2.3"))}
	return [][]byte{s.Encode()}
}

func TestContainers(t *testing.T) {
	content := []byte("Content-Type: text/plain\r\n\r\nhello\r\n")
	signed := gen.SignedData{Certificates: chainDER, Signers: signedBy(content), Content: content}
	list := gen.SignedData{Certificates: chainDER}
	detached := gen.SignedData{Certificates: chainDER, Signers: signedBy(content)}
	bare := gen.SignedData{Signers: signedBy(content), Content: content}
	ber := signed
	ber.BER = true
	twice := gen.SignedData{ContentType: cms.OIDSignedData, Content: signed.Body(), Signers: signedBy(signed.Body())}
	mail := gen.SignedData{Content: []byte("Content-Type: application/pkcs7-mime; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString(list.Encode()) + "\r\n"), Signers: signedBy(nil)}
	timestamp := gen.SignedData{ContentType: cms.OIDTimestampInfo, Content: gen.Sequence(gen.Integer(1))}
	compressed := gen.ContentInfo(cms.OIDCompressedData, gen.Sequence(gen.Integer(0), gen.AlgorithmID(cms.OIDZlib),
		gen.Sequence(gen.OID(cms.OIDData), gen.Context(0, gen.OctetString([]byte("x"))))))
	toTwo := gen.EnvelopedData(gen.KeyTransport(gen.IssuerAndSerial(leafCert)), gen.KeyTransport(gen.KeyIdentifier(gen.RSA(2048))))

	for _, test := range []struct {
		name       string
		data       string
		kind       Kind
		code       string
		certs      [][]byte
		signatures int
		reason     string // of every signature
		recipients int
		opens      bool
	}{
		{"p7b", string(list.Encode()), PKCS7, "", chainDER, 0, "", 0, false},
		{"p7b in pem", pemOf("PKCS7", list.Encode()), PKCS7, "", chainDER, 0, "", 0, false},
		{"p7b in base64", b64(list.Encode()), PKCS7, "", chainDER, 0, "", 0, false},
		{"p7b under a certificate's label", pemOf("CERTIFICATE", list.Encode()), PKCS7, "", chainDER, 0, "", 0, false},
		{"p7b beside a certificate", pemOf("CERTIFICATE", leafDER) + pemOf("CMS", list.Encode()), PEM, "", slices.Concat([][]byte{leafDER}, chainDER), 0, "", 0, false},
		{"p7b without certificates", string((&gen.SignedData{}).Encode()), PKCS7, "pkcs7", nil, 0, "", 0, false},
		{"p7s", string(detached.Encode()), PKCS7, "", chainDER, 1, ReasonContentMissing, 0, false},
		{"p7m", string(signed.Encode()), PKCS7, "", chainDER, 1, ReasonLater, 0, true},
		{"p7m in ber", string(ber.Encode()), PKCS7, "", chainDER, 1, ReasonLater, 0, true},
		{"p7m in pem", pemOf("CMS", ber.Encode()), PKCS7, "", chainDER, 1, ReasonLater, 0, true},
		{"p7m without certificates", string(bare.Encode()), PKCS7, "no-certificate", nil, 1, ReasonCertificateMissing, 0, false},
		{"signed twice", string(twice.Encode()), PKCS7, "", chainDER, 2, ReasonLater, 0, true},
		{"signed mail around a list", string(mail.Encode()), PKCS7, "", chainDER, 1, ReasonLater, 0, true},
		{"cut", string(signed.Encode()[:len(signed.Encode())-300]), PKCS7, "truncated", chainDER, 1, ReasonLater, 0, true},
		{"cut in ber", string(ber.Encode()[:len(ber.Encode())-1]), PKCS7, "truncated", chainDER, 1, ReasonLater, 0, true},
		{"encrypted", string(toTwo), PKCS7, "encrypted", nil, 0, "", 2, false},
		{"encrypted in pem", pemOf("PKCS7", toTwo), PKCS7, "encrypted", nil, 0, "", 2, false},
		{"encrypted for nobody named", string(gen.EnvelopedData()), PKCS7, "encrypted", nil, 0, "", 0, false},
		{"compressed", string(compressed), PKCS7, "compressed", nil, 0, "", 0, true},
		{"timestamp token", string(timestamp.Encode()), Timestamp, "timestamp", nil, 0, "", 0, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := Sniff([]byte(test.data))
			code := ""
			if got.Error != nil {
				code = got.Error.Code
			}
			if got.Kind != test.kind || code != test.code || (got.ToOpen([]byte(test.data)) != nil) != test.opens {
				t.Errorf("kind %q, code %q, more to see %v", got.Kind, code, !test.opens)
			}
			if !slices.EqualFunc(got.Certificates, test.certs, bytes.Equal) {
				t.Errorf("%d certificates that are not the %d put in", len(got.Certificates), len(test.certs))
			}
			message := got.Message
			if message == nil {
				message = &MessageReport{}
			}
			if len(message.Signatures) != test.signatures || len(message.Recipients) != test.recipients {
				t.Fatalf("%d signatures, %d recipients", len(message.Signatures), len(message.Recipients))
			}
			for i := range message.Signatures {
				if s := &message.Signatures[i]; s.Result != SignatureNotChecked || s.Reason != test.reason {
					t.Errorf("signature %d: %s, %s", i, s.Result, s.Reason)
				}
			}
		})
	}
}

func TestSignatureIsDescribed(t *testing.T) {
	serial := hex.EncodeToString(gen.Content(leafCert.Serial))
	got := Sniff((&gen.SignedData{Certificates: chainDER, Signers: signedBy(nil)}).Encode()).Message.Signatures[0]
	want := SignatureReport{
		Certificate:  Fingerprint(leafDER),
		Signer:       Reference{Issuer: nameText(cert.Parse(leafDER).Issuer), SerialNumber: serial},
		Algorithm:    "RSA with SHA-256",
		Result:       SignatureNotChecked,
		Reason:       ReasonContentMissing,
		SigningTime:  "2026-03-04T05:06:07Z",
		Address:      AddressUnknown,
		Capabilities: []string{"aes256-cbc", "1.2.3"},
	}
	if got.Certificate != want.Certificate || got.Signer != want.Signer || got.Algorithm != want.Algorithm || got.Result != want.Result ||
		got.Reason != want.Reason || got.SigningTime != want.SigningTime || got.Address != want.Address || !slices.Equal(got.Capabilities, want.Capabilities) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestEncryptedNamesItsRecipients(t *testing.T) {
	serial := hex.EncodeToString(gen.Content(leafCert.Serial))
	one := Sniff(gen.EnvelopedData(gen.KeyTransport(gen.IssuerAndSerial(leafCert))))
	if !strings.Contains(one.Error.Message, "serial number "+serial+", issued by ") || one.Message.Encryption != "aes256-cbc" {
		t.Errorf("%+v", one.Error)
	}
	many := Sniff(gen.EnvelopedData(slices.Repeat([][]byte{gen.KeyTransport(gen.KeyIdentifier(gen.RSA(2048)))}, maxNamed+2)...))
	if !strings.Contains(many.Error.Message, "the holders of 7 certificates") || !strings.Contains(many.Error.Message, "and 2 more") {
		t.Errorf("%+v", many.Error)
	}
}

func TestRequestAndListAreNamed(t *testing.T) {
	s := newSamples(t)
	for _, test := range []struct {
		der   []byte
		parts []string
	}{
		{s.request, []string{"erika@example.de", "EC P-256"}},
		{gen.CRL().Encode(), []string{"Sample S/MIME Issuing CA 1", " entries"}},
		{gen.Sequence(gen.Sequence(gen.Integer(0), gen.Sequence(), gen.Sequence()), gen.AlgorithmID("1.2.3"), gen.BitString(0, nil)), []string{"nobody that it names"}},
	} {
		got := Sniff(test.der)
		for _, part := range test.parts {
			if got.Error == nil || !strings.Contains(got.Error.Message, part) {
				t.Errorf("%+v does not name %q", got.Error, part)
			}
		}
	}
}

// An opener is asked for what it opens, and for nothing else.
func TestOpener(t *testing.T) {
	s := newSamples(t)
	var asked []Kind
	open := func(kind Kind, data []byte) Content {
		asked = append(asked, kind)
		switch {
		case kind == Archive && data[4] == 0:
			return Content{Kind: Archive, Members: []Input{{"a.cer", s.cert}, {"in.zip", []byte("PK\x03\x04\x00")}, {"b.cer", s.other}}}
		case kind == Archive:
			return Content{Kind: Archive, Error: wrong(Archive).Error, Members: []Input{{"c.cer", s.cert}}}
		}
		return Content{Kind: kind, Certificates: [][]byte{s.cert}}
	}
	report := Inspect([]Input{
		{"x.zip", []byte("PK\x03\x04\x00")},
		{"y.zip", []byte("PK\x03\x04\x01")},
		{"z.pem", []byte(pemOf("CERTIFICATE", s.cert))},
		{"m.eml", []byte("From: a@b.c\nTo: d@e.f\n\nhello\n")},
	}, Options{Open: open})
	var names []string
	for i := range report.Inputs {
		in := &report.Inputs[i]
		names = append(names, in.Name)
		if deep := strings.HasSuffix(in.Name, "in.zip/in.zip") || in.Name == "y.zip"; (in.Error != nil) != deep || deep != (len(in.Certificates) == 0) {
			t.Errorf("%s: error %+v, %d certificates", in.Name, in.Error, len(in.Certificates))
		}
	}
	want := []string{
		"x.zip/a.cer", "x.zip/in.zip/a.cer", "x.zip/in.zip/in.zip", "x.zip/in.zip/b.cer", "x.zip/b.cer",
		"y.zip", "y.zip/c.cer", "z.pem", "m.eml",
	}
	slices.Sort(names)
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf("inputs %q, want %q", names, want)
	}
	if want := []Kind{Archive, Archive, Archive, MailMessage}; !slices.Equal(asked, want) {
		t.Errorf("asked for %q, want %q", asked, want)
	}
}

func TestReportOnDropsAKey(t *testing.T) {
	data := []byte("encrypted key")
	s := newSamples(t)
	in := ReportOn(Input{"x.p12", data}, Content{Kind: PKCS12, Certificates: [][]byte{s.cert}, Keys: []KeyReport{{"EC P-256", true, Fingerprint(s.cert)}}}, Options{})
	if !bytes.Equal(data, make([]byte, len(data))) || len(in.Certificates) != 1 || len(in.Keys) != 1 {
		t.Errorf("%q, %+v", data, in.Keys)
	}
}
