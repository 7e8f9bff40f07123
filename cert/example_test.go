package cert_test

import (
	"fmt"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// Every value knows its bytes.
func ExampleParse() {
	der := gen.Leaf("sponsor", "strict").Encode()
	c := cert.Parse(der)
	for _, rdn := range c.Subject.RDNs {
		for _, a := range rdn.Attributes {
			fmt.Printf("%s = %s, %d bytes at offset %d\n", a.Type.Name(), a.Value.Text, a.Length, a.Offset)
		}
	}
	for _, n := range c.SubjectAltName.Names {
		fmt.Println(n.Kind == cert.RFC822Name, n.Text)
	}
	fmt.Println(c.PublicKey.Name, c.PublicKey.Size, c.Validity.NotAfter.Time)
	// Output:
	// countryName = DE, 11 bytes at offset 160
	// organizationName = Beispiel Handels GmbH, 30 bytes at offset 173
	// organizationIdentifier = NTRDE-DER3306.HRB12345, 31 bytes at offset 205
	// givenName = Erika, 14 bytes at offset 238
	// surname = Mustermann, 19 bytes at offset 254
	// commonName = Erika Mustermann, 25 bytes at offset 275
	// true erika.mustermann@example.com
	// RSA 2048 2027-02-01 23:59:59 +0000 UTC
}

// One broken part does not hide the others: it has a fault, which says where it
// lies and why it could not be read.
func ExampleParse_faults() {
	broken := gen.Leaf("mailbox", "strict")
	broken.SetExtension(gen.Extension{OID: cert.OIDKeyUsage, Value: []byte{0x03, 0x02}})
	c := cert.Parse(broken.Encode())
	for _, f := range c.Faults {
		fmt.Printf("%s: %s (%s), fatal: %v\n", f.Path, f.Reason, f.Code, f.Fatal)
	}
	fmt.Println(c.Unreadable("tbsCertificate.extensions.keyUsage") != nil, c.Unreadable("tbsCertificate.subject") != nil)
	fmt.Println(c.SubjectAltName.Names[0].Text)
	// Output:
	// tbsCertificate.extensions.keyUsage: a length points past the end of what it lies in (truncated), fatal: true
	// tbsCertificate.extensions.keyUsage: the bytes are cut short; what could be read before the cut is shown (truncated), fatal: true
	// true false
	// erika.mustermann@example.com
}

// The elements of an encoding, one after the other, without a tree of them all.
func ExampleElementsIn() {
	der := gen.Sequence(gen.Integer(3), gen.Sequence(gen.Integer(1), gen.Integer(2)), gen.Integer(4))
	elements := cert.ElementsIn(der, cert.Span{Length: len(der)})
	outer, _ := elements.Next()
	inner := elements.Within(&outer)
	for e, ok := inner.Next(); ok; e, ok = inner.Next() {
		fmt.Println(cert.TagName(e.Tag), e.Offset, e.Length)
	}
	// Output:
	// INTEGER 2 3
	// SEQUENCE 5 8
	// INTEGER 13 3
}
