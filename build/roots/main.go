// Command roots writes roots/roots.bin: the roots that Mozilla trusts for email, as
// the installed Firefox has them. It starts Firefox without a window and asks it
// through Marionette, its remote control; the network is not used.
//
//	apt-get install firefox-esr
//	go run ./build/roots
package main

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"sealglass/cert"
)

// question lists the certificates that are trusted to identify mail users, and
// what the program calls itself.
const question = `
const [done] = arguments;
const db = Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB);
const list = db.getCerts().filter((c) => db.isCertTrusted(c, Ci.nsIX509Cert.CA_CERT, Ci.nsIX509CertDB.TRUSTED_EMAIL));
done({ version: Services.appinfo.version, certificates: list.map((c) => c.getBase64DERString()) });
`

// answer is what Firefox says.
type answer struct {
	Version      string
	Certificates [][]byte
}

func main() {
	firefox := flag.String("firefox", "firefox-esr", "the program to ask")
	out := flag.String("o", "roots/roots.bin", "the file to write")
	flag.Parse()
	if err := run(*firefox, *out); err != nil {
		fmt.Fprintln(os.Stderr, "roots:", err)
		os.Exit(1)
	}
}

func run(firefox, out string) error {
	value, err := ask(firefox, question)
	if err != nil {
		return err
	}
	var said struct {
		Version      string
		Certificates []string
	}
	if err := json.Unmarshal(value, &said); err != nil {
		return err
	}
	a := answer{Version: said.Version}
	for _, text := range said.Certificates {
		der, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
		if err != nil {
			return err
		}
		a.Certificates = append(a.Certificates, der)
	}
	data, err := pack(a, time.Now())
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d roots of Firefox %s, %d bytes\n", out, len(a.Certificates), a.Version, len(data))
	return os.WriteFile(out, data, 0o644)
}

// fewest is how many roots there are at least: with fewer something went wrong.
const fewest = 40

// pack writes the list as package roots reads it.
func pack(a answer, now time.Time) ([]byte, error) {
	if len(a.Certificates) < fewest {
		return nil, fmt.Errorf("the browser names %d roots for email only", len(a.Certificates))
	}
	var list [][3][]byte
	for _, der := range a.Certificates {
		c := cert.Parse(der)
		if !c.Subject.Present || !c.PublicKey.Present || len(c.Faults) > 0 && c.Unreadable("tbsCertificate.subjectPublicKeyInfo") != nil {
			return nil, errors.New("a root that cannot be read: " + c.Subject.String())
		}
		list = append(list, [3][]byte{[]byte(nameOf(&c.Subject)), c.Subject.In(der), c.PublicKey.In(der)})
	}
	slices.SortFunc(list, func(a, b [3][]byte) int {
		return bytes.Compare(bytes.Join(a[:], nil), bytes.Join(b[:], nil))
	})
	var plain []byte
	field := func(b []byte) { plain = append(binary.BigEndian.AppendUint16(plain, uint16(len(b))), b...) }
	field([]byte("Firefox " + a.Version))
	field([]byte(now.UTC().Format(time.DateOnly)))
	for _, root := range list {
		for _, part := range root {
			field(part)
		}
	}
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	err = w.Close()
	return packed.Bytes(), err
}

// nameOf names a root as people know it: by its commonName, or the most specific
// name that it has.
func nameOf(n *cert.Name) string {
	best := ""
	for _, oid := range []cert.OID{cert.OIDOrganizationName, cert.OIDOrganizationalUnitName, cert.OIDCommonName} {
		for _, rdn := range n.RDNs {
			for _, a := range rdn.Attributes {
				if a.Type == oid {
					best = a.Value.Text
				}
			}
		}
	}
	return best
}
