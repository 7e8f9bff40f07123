package container

import (
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"sealglass/inspect"
	"sealglass/testdata/gen"
)

// What the programs write that people have. A program that is not on this machine
// is left out; the log tells how many files there were.
func TestFilesOfTheToolsHere(t *testing.T) {
	folder := t.TempDir()
	leaf := gen.Leaf("sponsor", "strict").Encode()
	write := func(name string, content []byte) {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("leaf.pem", pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: leaf}))
	write("key.pem", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: gen.RSA(2048).PKCS8()}))
	write("text", []byte("Content-Type: text/plain\n\nHello\n"))
	sign := []string{"openssl", "cms", "-sign", "-in", "text", "-signer", "leaf.pem", "-inkey", "key.pem", "-from", gen.Mailbox}
	export := []string{"openssl", "pkcs12", "-export", "-in", "leaf.pem", "-inkey", "key.pem", "-passout", "pass:secret"}
	files := 0
	for _, test := range []struct {
		name   string
		call   []string // and "-out FILE", or what stands for it
		kind   inspect.Kind
		code   string
		result inspect.SignatureResult
	}{
		{"detached", sign, inspect.MailMessage, "", inspect.SignatureHolds},
		{"opaque, streamed", append(slices.Clone(sign), "-nodetach", "-stream"), inspect.MailMessage, "", inspect.SignatureHolds},
		{"pss", append(slices.Clone(sign), "-keyopt", "rsa_padding_mode:pss"), inspect.MailMessage, "", inspect.SignatureHolds},
		{"no attributes", append(slices.Clone(sign), "-noattr"), inspect.MailMessage, "", inspect.SignatureHolds},
		{"key identifier", append(slices.Clone(sign), "-keyid"), inspect.MailMessage, "", inspect.SignatureHolds},
		{"sha-512", append(slices.Clone(sign), "-md", "sha512"), inspect.MailMessage, "", inspect.SignatureHolds},
		{"der", append(slices.Clone(sign), "-nodetach", "-outform", "DER"), inspect.PKCS7, "", inspect.SignatureHolds},
		{"pem", append(slices.Clone(sign), "-nodetach", "-outform", "PEM"), inspect.PKCS7, "", inspect.SignatureHolds},
		{"encrypted", []string{"openssl", "cms", "-encrypt", "-in", "text", "-aes256", "-recip", "leaf.pem"}, inspect.MailMessage, "encrypted", ""},
		{"p7b", []string{"openssl", "crl2pkcs7", "-nocrl", "-certfile", "leaf.pem"}, inspect.PKCS7, "", ""},
		{"p12", export, inspect.PKCS12, "", ""},
		{"p12, legacy", append(slices.Clone(export), "-legacy"), inspect.PKCS12, "", ""},
		{"p12, no mac", append(slices.Clone(export), "-nomac"), inspect.PKCS12, "wrong-password", ""}, // with another one, below
		{"p12 of java", []string{"keytool", "-importcert", "-noprompt", "-file", "leaf.pem", "-alias", "x", "-storetype", "PKCS12", "-storepass", "secret", "-keystore"}, inspect.PKCS12, "", ""},
	} {
		if _, err := exec.LookPath(test.call[0]); err != nil {
			continue
		}
		args := append(slices.Clone(test.call[1:]), "-out", "out")
		password := "secret"
		if test.call[0] == "keytool" {
			args = append(args[:len(args)-2], "out")
		}
		if test.code == "wrong-password" {
			password = "wrong"
		}
		os.Remove(filepath.Join(folder, "out"))
		cmd := exec.Command(test.call[0], args...)
		cmd.Dir = folder
		if output, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", test.name, err, output)
			continue
		}
		file, err := os.ReadFile(filepath.Join(folder, "out"))
		if err != nil {
			t.Fatal(err)
		}
		files++
		got := inspect.Inspect([]inspect.Input{{Name: "out", Data: file}}, inspect.Options{Open: Opener([]byte(password))}).Inputs[0]
		code, result := "", inspect.SignatureResult("")
		if got.Error != nil {
			code = got.Error.Code
		}
		if got.Message != nil && len(got.Message.Signatures) > 0 {
			result = got.Message.Signatures[0].Result
		}
		if got.Kind != test.kind || code != test.code || result != test.result {
			t.Errorf("%s: kind %q, code %q, signature %q", test.name, got.Kind, code, result)
		}
		if holds := code != "encrypted"; holds != (len(got.Certificates) == 1 && got.Certificates[0].SHA256 == inspect.Fingerprint(leaf)) {
			t.Errorf("%s: %d certificates", test.name, len(got.Certificates))
		}
	}
	t.Logf("%d files", files)
}
