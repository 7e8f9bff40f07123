package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestPasswordFile(t *testing.T) {
	const password = "Geheimnis für zwei"
	encrypt := gen.PBES2([]byte(password), "1.2.840.113549.2.9", "2.16.840.1.101.3.4.1.42", 2048)
	key := gen.RSA(2048).PKCS8()
	p12 := gen.PKCS12{
		Safes: [][]byte{
			gen.EncryptedSafe(encrypt, gen.CertBag(gen.Leaf("sponsor", "strict").Encode())),
			gen.PlainSafe(gen.ShroudedKeyBag(encrypt, key)),
		},
		MAC: gen.MAC(cert.OIDSHA256, gen.Wide(password), 2048),
	}
	folder := t.TempDir()
	write := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file := write("erika.p12", p12.Encode())
	for _, test := range []struct {
		name, password string
		status         int
		want           []string
	}{
		{"right", password, statusFine, []string{`"kind":"pkcs12","error":null`, `"keys":[{"key":"RSA 2048","compared":true,"certificate":"`, gen.Mailbox}},
		{"right, in a file of lines", password + "\r\nanother\n", statusFine, []string{`"error":null`}},
		{"wrong", "Geheimnis", statusTrouble, []string{`"code":"wrong-password"`}},
		{"empty", "", statusTrouble, []string{`"code":"password-needed"`}},
		{"longest", strings.Repeat("x", maxPassword), statusTrouble, []string{`"code":"wrong-password"`}},
		{"too long", strings.Repeat("x", maxPassword+1), statusTrouble, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			args := []string{"--json", "--no-second-opinion", "--fail-on", "never", "--password-file", write("password", []byte(test.password)), file}
			if status := inspectCommand(args, nil, &stdout, &stderr); status != test.status {
				t.Errorf("status %d, want %d: %s", status, test.status, stderr.String())
			}
			for _, part := range test.want {
				if !strings.Contains(stdout.String(), part) {
					t.Errorf("no %s in %s", part, stdout.String())
				}
			}
			printed := stdout.String() + stderr.String()
			for _, secret := range []string{password, string(key)} {
				for i := 0; i+8 <= len(secret); i++ {
					if strings.Contains(printed, secret[i:i+8]) {
						t.Fatalf("printed %q of a secret", secret[i:i+8])
					}
				}
			}
		})
	}
	if status := inspectCommand([]string{"--password-file", filepath.Join(folder, "none"), file}, nil, &bytes.Buffer{}, &bytes.Buffer{}); status != statusTrouble {
		t.Errorf("status %d without a password file", status)
	}
}
