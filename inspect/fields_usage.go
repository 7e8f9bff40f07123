package inspect

import (
	"strconv"
	"strings"

	"sealglass/cert"
)

// constraintParts adds the parts of the extensions that say what the key is for
// and which key it is. It says false for any other extension.
func (b *builder) constraintParts(e *cert.Extension, path string) bool {
	c := b.c
	switch {
	case c.KeyUsage != nil && is(c.KeyUsage.Extension, e):
		b.words(path+".bits", "Permitted uses of the key", usageText(c.KeyUsage), c.KeyUsage.Bits.Span)
	case c.ExtKeyUsage != nil && is(c.ExtKeyUsage.Extension, e):
		for i, p := range c.ExtKeyUsage.Purposes {
			b.add(index(path+".purposes", i), "Purpose", named(p.OID), p.Span)
		}
	case c.BasicConstraints != nil && is(c.BasicConstraints.Extension, e):
		b.basicConstraints(path, c.BasicConstraints)
	case c.SubjectKeyID != nil && is(c.SubjectKeyID.Extension, e):
		b.hex(path+".keyIdentifier", "Key identifier", c.SubjectKeyID.KeyID, e.Value)
	case c.AuthorityKeyID != nil && is(c.AuthorityKeyID.Extension, e):
		b.authorityKeyID(path, c.AuthorityKeyID)
	case c.NetscapeCertType != nil && is(c.NetscapeCertType.Extension, e):
		b.add(path+".bits", "Types", strings.Join(c.NetscapeCertType.Types, ", "), c.NetscapeCertType.Bits.Span)
	case c.OCSPNoCheck != nil && is(c.OCSPNoCheck.Extension, e):
	default:
		return false
	}
	return true
}

func (b *builder) basicConstraints(path string, x *cert.BasicConstraints) {
	value := "no"
	if x.CA {
		value = "yes"
	}
	b.words(path+".cA", "Belongs to an issuer (CA)", value, x.Extension.Value)
	if x.PathLen.Present {
		b.add(path+".pathLenConstraint", "Issuers allowed below (path length)", integer(x.PathLen), x.PathLen.Span)
	}
}

func (b *builder) authorityKeyID(path string, x *cert.AuthorityKeyID) {
	if x.KeyID != nil {
		b.hex(path+".keyIdentifier", "Key identifier of the issuer", x.KeyID, x.KeyIDSpan)
	}
	b.generalNames(path+".authorityCertIssuer", "Issuer of the issuer's certificate: ", x.Issuer)
	if x.SerialNumber.Present {
		b.hex(path+".authorityCertSerialNumber", "Serial number of the issuer's certificate", x.SerialNumber.Bytes, x.SerialNumber.Span)
	}
}

// usageNames are the bits of keyUsage in their order (RFC 5280 4.2.1.3).
var usageNames = [...]string{
	"digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement",
	"keyCertSign", "cRLSign", "encipherOnly", "decipherOnly",
}

func usageText(k *cert.KeyUsage) string {
	var names []string
	for bit, name := range usageNames {
		if k.Usage&(1<<bit) != 0 {
			names = append(names, name)
		}
	}
	for _, bit := range k.Unknown {
		names = append(names, "bit "+strconv.Itoa(bit))
	}
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}
