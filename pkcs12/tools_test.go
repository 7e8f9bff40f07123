package pkcs12

import (
	"bytes"
	"os"
	"testing"
)

// Files that OpenSSL 3.0 and keytool 17 wrote: of the test leaf, its issuer and
// its key, under the password "secret". No code here can encrypt with RC2.
func TestFilesOfOtherPrograms(t *testing.T) {
	for _, name := range []string{"openssl-rc2-40", "openssl-rc2-128", "keytool", "keytool-legacy"} {
		file, err := os.ReadFile("testdata/" + name + ".p12")
		if err != nil {
			t.Fatal(err)
		}
		got, err := Open(file, []byte("secret"))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(got.Certificates) < 2 || !bytes.Equal(got.Certificates[0], leaf) || !bytes.Equal(got.Certificates[1], subCA) ||
			len(got.Keys) != 1 || got.Keys[0].Name != "RSA 2048" || got.Keys[0].Certificate != 0 || got.Failed != nil {
			t.Errorf("%s: %d certificates, keys %+v, failed %v", name, len(got.Certificates), got.Keys, got.Failed)
		}
		if _, err := Open(file, []byte("Secret")); err != ErrPassword {
			t.Errorf("%s: %v for a wrong password", name, err)
		}
	}
}
