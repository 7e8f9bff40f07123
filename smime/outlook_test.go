package smime

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"sealglass/inspect"
	"sealglass/testdata/gen"
)

func TestReadOutlook(t *testing.T) {
	signed := []byte(gen.SignedEntity(text, signs(), chain...))
	large := []byte(gen.SignedEntity(text+strings.Repeat("x", 100_000), signs(), chain...))
	properties := map[string]string{"001A": "IPM.Note.SMIME.MultipartSigned", "0037": "Grüße", "0C1A": "Erika", "5D01": gen.Mailbox}
	other := map[string]string{"0037": "x", "5D02": "max@example.com"}
	headers := map[string]string{"0037": "x", "007D": from + "\r\nSubject: from the headers\r\n"}
	fromNobody := outcome{inspect.SignatureHolds, "", inspect.AddressNone}
	for _, test := range []struct {
		name    string
		file    gen.Folder
		code    string
		certs   int
		signers []outcome
		subject string
	}{
		{"signed", gen.Outlook(properties, gen.OutlookFile(signed)), "", 2, []outcome{holds}, "Grüße"},
		{"large", gen.Outlook(properties, gen.OutlookFile(large)), "", 2, []outcome{holds}, "Grüße"},
		{"opaque", gen.Outlook(properties, gen.OutlookFile(opaque(text).Encode())), "", 2, []outcome{holds}, "Grüße"},
		{"encrypted", gen.Outlook(properties, gen.OutlookFile(gen.EnvelopedData(gen.KeyTransport(gen.IssuerAndSerial(leafCert))))), "encrypted", 0, nil, "Grüße"},
		{"saved by outlook", gen.OutlookSaved("IPM.Note.SMIME.MultipartSigned", "multipart/signed", signed, ""), "", 2, []outcome{holds}, "hello"},
		{"received by outlook", gen.OutlookSaved("IPM.Note.SMIME.MultipartSigned", "multipart/signed", signed, headers["007D"]), "", 2, []outcome{holds}, "from the headers"},
		{"encrypted, by outlook", gen.OutlookSaved("IPM.Note.SMIME", "application/pkcs7-mime", gen.EnvelopedData(gen.KeyTransport(gen.IssuerAndSerial(leafCert))), ""), "encrypted", 0, nil, "hello"},
		{"from somebody else", gen.Outlook(other, gen.OutlookFile(signed)), "", 2, []outcome{fromNobody}, "x"},
		{"with its headers", gen.Outlook(headers, gen.OutlookFile(signed)), "", 2, []outcome{holds}, "from the headers"},
		{"forwarded", gen.Outlook(other, gen.OutlookMessage(gen.Outlook(properties, gen.OutlookFile(signed)))), "", 2, []outcome{holds}, "x"},
		{"certificate attached", gen.Outlook(properties, gen.OutlookFile([]byte("hello")), gen.OutlookFile(chain[0])), "", 1, nil, "Grüße"},
		{"unsigned", gen.Outlook(properties), "unsigned", 0, nil, "Grüße"},
		{"document", gen.Folder{"WordDocument": make([]byte, 5000)}, "outlook-message", 0, nil, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ReadOutlook(gen.CompoundFile(test.file))
			code, subject := "", ""
			var outcomes []outcome
			if got.Error != nil {
				code = got.Error.Code
			}
			if got.Message != nil {
				subject = got.Message.Subject
				for _, s := range got.Message.Signatures {
					outcomes = append(outcomes, outcome{s.Result, s.Reason, s.Address})
				}
			}
			if got.Kind != inspect.OutlookMessage || code != test.code || len(got.Certificates) != test.certs || subject != test.subject || !slices.Equal(outcomes, test.signers) {
				t.Errorf("code %q, %d certificates, subject %q, signatures %q", code, len(got.Certificates), subject, outcomes)
			}
		})
	}
}

func TestOutlookFrom(t *testing.T) {
	got := ReadOutlook(gen.CompoundFile(gen.Outlook(map[string]string{"0C1A": "Erika", "0C1F": "/O=EXCHANGE/CN=ERIKA", "5D01": gen.Mailbox})))
	if got.Message.From != "Erika <"+gen.Mailbox+">" {
		t.Errorf("from %q", got.Message.From)
	}
}

func TestCompoundFileThatIsDamaged(t *testing.T) {
	whole := gen.CompoundFile(gen.Outlook(map[string]string{"0037": "x"}, gen.OutlookFile(bytes.Repeat([]byte("x"), 5000))))
	circle := slices.Clone(whole)
	fat := bytes.LastIndex(circle, []byte{0xfd, 0xff, 0xff, 0xff}) &^ 511
	for i := range 20 { // every sector follows the first
		copy(circle[fat+4*i:], []byte{0, 0, 0, 0})
	}
	for name, file := range map[string][]byte{
		"head alone": whole[:600], "no head": whole[:100], "circle": circle, "cut": whole[:len(whole)-512],
	} {
		if got := ReadOutlook(file); got.Error == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzReadOutlook(f *testing.F) {
	signed := []byte(gen.SignedEntity(text, signs(), chain...))
	f.Add(gen.CompoundFile(gen.Outlook(map[string]string{"0037": "x", "007D": from}, gen.OutlookFile(signed), gen.OutlookMessage(gen.Outlook(nil, gen.OutlookFile(chain[0]))))))
	f.Fuzz(func(t *testing.T, file []byte) {
		if got := ReadOutlook(file); len(got.Certificates) == 0 && got.Error == nil {
			t.Fatal("no answer")
		}
	})
}
