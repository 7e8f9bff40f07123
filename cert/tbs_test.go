package cert_test

import (
	"bytes"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// field is a field of a certificate: its path, and whether it was read.
type field struct {
	path string
	read func(c *cert.Certificate) bool
}

var fields = []field{
	{"tbsCertificate.serialNumber", func(c *cert.Certificate) bool { return len(c.SerialNumber.Bytes) == 16 }},
	{"tbsCertificate.signature", func(c *cert.Certificate) bool { return c.TBSSignature.OID == cert.OIDECDSAWithSHA256 }},
	{"tbsCertificate.issuer", func(c *cert.Certificate) bool { return len(c.Issuer.RDNs) > 1 }},
	{"tbsCertificate.validity", func(c *cert.Certificate) bool { return c.Validity.NotBefore.OK && c.Validity.NotAfter.OK }},
	{"tbsCertificate.subject", func(c *cert.Certificate) bool { return len(c.Subject.RDNs) == 1 }},
	{keyPath, func(c *cert.Certificate) bool { return c.PublicKey.Size == 2048 }},
	{"tbsCertificate.extensions", func(c *cert.Certificate) bool { return len(c.Extensions) == 8 && c.SubjectAltName != nil }},
	{"signatureAlgorithm", func(c *cert.Certificate) bool { return c.SignatureAlgorithm.OID == cert.OIDECDSAWithSHA256 }},
	{"signatureValue", func(c *cert.Certificate) bool { return len(c.Signature.Bytes) > 0 }},
}

// othersRead says that every field is read, but for those at or in the path.
func othersRead(t *testing.T, name string, c *cert.Certificate, path string) {
	t.Helper()
	for _, f := range fields {
		if f.path != path && !f.read(c) {
			t.Errorf("%s: %s is not read: %v", name, f.path, c.Faults)
		}
		if fault := c.Unreadable(f.path); (fault != nil) != (f.path == path) {
			t.Errorf("%s: %s: %+v", name, f.path, fault)
		}
	}
}

// TestOneFieldMissing leaves one field out, or puts a NULL or an empty SEQUENCE
// in its place. Nothing else becomes unreadable.
func TestOneFieldMissing(t *testing.T) {
	for i, edit := range []func(c *gen.Cert, der []byte){
		func(c *gen.Cert, der []byte) { c.Serial = der },
		func(c *gen.Cert, der []byte) { c.TBSAlgorithm = der },
		func(c *gen.Cert, der []byte) { c.Issuer.Raw = der },
		func(c *gen.Cert, der []byte) { c.RawValidity = der },
		func(c *gen.Cert, der []byte) { c.Subject.Raw = der },
		func(c *gen.Cert, der []byte) { c.SPKI = der },
		nil, // extensions are optional
		func(c *gen.Cert, der []byte) { c.Algorithm = der },
		func(c *gen.Cert, der []byte) { c.Signature = der },
	} {
		if edit == nil {
			continue
		}
		path := fields[i].path
		for name, der := range map[string][]byte{"missing": {}, "NULL": gen.Null(), "empty": gen.Sequence()} {
			if name == "missing" && (path == "signatureAlgorithm") || name == "empty" && (path == "tbsCertificate.issuer" || path == "tbsCertificate.subject") {
				continue // the signature stands in its place; an empty name is one
			}
			leaf := gen.Leaf("mailbox", "strict")
			leaf.Signer = nil
			edit(leaf, der)
			c := cert.Parse(leaf.Encode())
			faultsLieWithin(t, c.Raw, c.Faults)
			if path == "tbsCertificate.validity" && name == "empty" {
				sameFaults(t, name, c.Faults, named{path + ".notBefore", cert.FaultStructure}, named{path + ".notAfter", cert.FaultStructure})
			} else {
				sameFaults(t, path+" "+name, c.Faults, named{path, cert.FaultStructure})
			}
			othersRead(t, path+" "+name, c, path)
		}
	}
	whole := cert.Parse(gen.Leaf("mailbox", "strict").Encode())
	othersRead(t, "whole", whole, "")
}

func TestVersion(t *testing.T) {
	for name, c := range map[string]struct {
		version []byte
		bytes   []byte
		faults  []named
	}{
		"v3":       {gen.V3(), []byte{2}, nil},
		"v1":       {nil, nil, nil},
		"v1, said": {gen.Version(0), []byte{0}, []named{{"tbsCertificate.version", cert.FaultExplicitDefault}}},
		"v6":       {gen.Version(5), []byte{5}, nil},
		"string":   {gen.Context(0, gen.Text(gen.UTF8, "3")), nil, structureAt("tbsCertificate.version")},
		"two":      {gen.Context(0, gen.Integer(2), gen.Integer(2)), []byte{2}, []named{{"tbsCertificate.version", cert.FaultTrailingData}}},
		"empty":    {gen.Context(0), nil, structureAt("tbsCertificate.version")},
		"padded":   {gen.Context(0, gen.TLV(gen.IntegerTag, []byte{0, 2})), []byte{0, 2}, []named{{"tbsCertificate.version", cert.FaultInteger}}},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		leaf.Version = c.version
		got := cert.Parse(leaf.Encode())
		sameFaults(t, name, got.Faults, c.faults...)
		if !bytes.Equal(got.Version.Bytes, c.bytes) || got.Version.Present != (c.bytes != nil) {
			t.Errorf("%s: %+v", name, got.Version)
		}
		othersRead(t, name, got, "")
	}
}

func TestSerialNumbers(t *testing.T) {
	for name, c := range map[string]struct {
		serial []byte
		want   string
		faults []named
	}{
		"positive":  {gen.Integer(300), "300", nil},
		"negative":  {gen.Integer(-300), "-300", nil},
		"zero":      {gen.Integer(0), "0", nil},
		"ff padded": {gen.TLV(gen.IntegerTag, []byte{0xff, 0xff}), "-1", []named{{"tbsCertificate.serialNumber", cert.FaultInteger}}},
		"00 padded": {gen.TLV(gen.IntegerTag, []byte{0, 1}), "1", []named{{"tbsCertificate.serialNumber", cert.FaultInteger}}},
		"empty":     {gen.TLV(gen.IntegerTag), "0", []named{{"tbsCertificate.serialNumber", cert.FaultInteger}}},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		leaf.Serial = c.serial
		got := cert.Parse(leaf.Encode())
		sameFaults(t, name, got.Faults, c.faults...)
		if s := got.SerialNumber.Big().String(); s != c.want {
			t.Errorf("%s: %s", name, s)
		}
	}
}

func TestOptionalFields(t *testing.T) {
	issuerID, subjectID := gen.ContextPrimitive(1, []byte{0, 0xaa}), gen.ContextPrimitive(2, []byte{4, 0xb0})
	const tbs = "tbsCertificate"
	for name, c := range map[string]struct {
		edit            func(*gen.Cert)
		issuer, subject bool
		faults          []named
	}{
		"unique IDs":       {func(c *gen.Cert) { c.IssuerUniqueID, c.SubjectUniqueID = issuerID, subjectID }, true, true, nil},
		"other order":      {func(c *gen.Cert) { c.IssuerUniqueID, c.SubjectUniqueID = subjectID, issuerID }, true, true, structureAt(tbs)},
		"twice":            {func(c *gen.Cert) { c.IssuerUniqueID = append(issuerID, issuerID...) }, true, false, structureAt(tbs)},
		"constructed":      {func(c *gen.Cert) { c.IssuerUniqueID = gen.Context(1, gen.BitString(0, []byte{0xaa})) }, true, false, []named{{tbs + ".issuerUniqueID", cert.FaultConstructedString}}},
		"8 unused":         {func(c *gen.Cert) { c.IssuerUniqueID = gen.ContextPrimitive(1, []byte{8}) }, true, false, []named{{tbs + ".issuerUniqueID", cert.FaultBitString}}},
		"another tag":      {func(c *gen.Cert) { c.IssuerUniqueID = gen.ContextPrimitive(4, nil) }, false, false, structureAt(tbs)},
		"after extensions": {func(c *gen.Cert) { c.TBSTrailing = gen.Null() }, false, false, structureAt(tbs)},
		"behind":           {func(c *gen.Cert) { c.OuterTrailing = gen.Null() }, false, false, []named{{"certificate", cert.FaultTrailingData}}},
		"behind all":       {func(c *gen.Cert) { c.Trailing = []byte{0, 0, 0} }, false, false, []named{{"certificate", cert.FaultTrailingData}}},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		c.edit(leaf)
		got := cert.Parse(leaf.Encode())
		sameFaults(t, name, got.Faults, c.faults...)
		if got.IssuerUniqueID.Present != c.issuer || got.SubjectUniqueID.Present != c.subject {
			t.Errorf("%s: %+v, %+v", name, got.IssuerUniqueID, got.SubjectUniqueID)
		}
		othersRead(t, name, got, "")
	}
	leaf := gen.Leaf("mailbox", "strict")
	leaf.SubjectUniqueID = subjectID
	if id := cert.Parse(leaf.Encode()).SubjectUniqueID; id.Unused != 4 || !id.Bit(0) || !id.Bit(3) || id.Bit(4) || id.Bit(-1) || id.Bit(8) {
		t.Errorf("%+v", id)
	}
}
