package gen

import (
	"bytes"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"sealglass/cert"
)

// Slow are files that want to keep a program busy: as many of a thing as fit in,
// keys to calculate with for long, nesting without an end.
func Slow() []Sample {
	with := func(extensions ...Extension) []byte {
		c := Leaf("mailbox", "multipurpose")
		for _, e := range extensions {
			c.SetExtension(e)
		}
		return c.Encode()
	}
	var mailboxes, policies [][]byte
	for i := range 5000 {
		mailboxes = append(mailboxes, RFC822Name(fmt.Sprintf("a%d@example.com", i)))
		policies = append(policies, Policy(cert.OID("1.2.3.4."+strconv.Itoa(i))))
	}
	extensions, units := Leaf("mailbox", "multipurpose"), Leaf("mailbox", "multipurpose")
	for i := range 4500 {
		extensions.AddExtension(Extension{OID: cert.OID("1.2.3.4." + strconv.Itoa(i)), Value: Null()})
		units.Subject.Add(cert.OIDOrganizationalUnitName, UTF8, strconv.Itoa(i))
	}
	withKey := func(k *Key) []byte {
		c := Leaf("mailbox", "multipurpose")
		c.SetKey(k)
		return c.Encode()
	}
	rsa := func(bits int) []byte {
		return withKey(RSAOf(new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), uint(bits)), big.NewInt(1)), big.NewInt(65537)))
	}
	list := CRL()
	for i := range 100_000 {
		list.Revoke(Integer(int64(i+1)), At("2026-09-01 12:00:00"), ReasonCode(1))
	}
	const levels = 1_000_000
	return []Sample{
		{"mailboxes.cer", with(SubjectAltName(mailboxes...))},
		{"policies.cer", with(PolicyList(policies...))},
		{"extensions.cer", extensions.Encode()},
		{"units.cer", units.Encode()},
		{"long-domain.cer", with(SubjectAltName(DNSName(strings.Repeat("a.", 60_000))))},
		{"marks.cer", with(SubjectAltName(URI(strings.Repeat("\u0301\u202e", 24_000))))},
		{"p521.cer", withKey(P521("slow"))},
		{"rsa-16384.cer", rsa(16_384)},
		{"rsa-102400.cer", rsa(102_400)},
		{"nested.der", append(append(Integer(0), bytes.Repeat([]byte{0x30, 0x80}, levels)...), make([]byte, 2*levels)...)},
		{"revoked.crl", list.Encode()},
	}
}
