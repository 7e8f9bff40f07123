package cert_test

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// TestExtensionShapes puts broken Extensions among good ones.
func TestExtensionShapes(t *testing.T) {
	const first = "tbsCertificate.extensions[0]"
	usage := gen.KeyUsage(cert.DigitalSignature)
	for name, c := range map[string]struct {
		raw      []byte
		critical bool
		broken   bool
		faults   []named
	}{
		"critical":                 {gen.Sequence(gen.OID("1.2.3"), gen.Bool(true), gen.OctetString(nil)), true, false, nil},
		"FALSE encoded":            {gen.Sequence(gen.OID("1.2.3"), gen.Bool(false), gen.OctetString(nil)), false, false, []named{{first, cert.FaultExplicitDefault}}},
		"TRUE as 01":               {gen.Sequence(gen.OID("1.2.3"), gen.TLV(gen.Boolean, []byte{1}), gen.OctetString(nil)), true, false, []named{{first, cert.FaultBoolean}}},
		"two octets":               {gen.Sequence(gen.OID("1.2.3"), gen.TLV(gen.Boolean, []byte{0, 1}), gen.OctetString(nil)), false, false, []named{{first, cert.FaultExplicitDefault}, {first, cert.FaultBoolean}}},
		"no OID":                   {gen.Sequence(gen.Integer(1), gen.OctetString(nil)), false, true, structureAt(first)},
		"OID cut":                  {gen.Sequence(gen.TLV(gen.OIDTag, []byte{0x80}), gen.OctetString(nil)), false, true, []named{{first, cert.FaultOID}, {first, cert.FaultOID}}},
		"no value":                 {gen.Sequence(gen.OID("1.2.3")), false, true, structureAt(first)},
		"value is no OCTET STRING": {gen.Sequence(gen.OID("1.2.3"), gen.Sequence()), false, true, structureAt(first)},
		"more":                     {gen.Sequence(gen.OID("1.2.3"), gen.OctetString(nil), gen.Null()), false, false, []named{{first, cert.FaultTrailingData}}},
		"no SEQUENCE":              {gen.Set(gen.OctetString(nil), gen.OID("1.2.3")), false, true, structureAt(first)},
		"constructed":              {gen.Sequence(gen.OID("1.2.3"), gen.TLV(0x24, gen.OctetString([]byte{1}))), false, false, []named{{first, cert.FaultConstructedString}}},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		leaf.Extensions = append([]gen.Extension{{Raw: c.raw}}, leaf.Extensions...)
		leaf.SetExtension(usage)
		got := cert.Parse(leaf.Encode())
		sameFaults(t, name, got.Faults, c.faults...)
		e := &got.Extensions[0]
		if e.Critical != c.critical || (e.Fault != nil) != c.broken || string(e.In(got.Raw)) != string(c.raw) || e.Index != 0 || (c.critical && e.CriticalSpan.Length == 0) {
			t.Errorf("%s: %+v", name, e)
		}
		if len(got.Extensions) != 9 || got.KeyUsage == nil || got.KeyUsage.Index != 3 {
			t.Errorf("%s: %d extensions, key usage %v", name, len(got.Extensions), got.KeyUsage)
		}
	}
}

func TestExtensionLists(t *testing.T) {
	const path = "tbsCertificate.extensions"
	one := gen.OCSPNoCheck()
	for name, c := range map[string]struct {
		raw    []byte
		count  int
		faults []named
	}{
		"empty":       {gen.Context(3, gen.Sequence()), 0, []named{{path, cert.FaultEmpty}}},
		"no list":     {gen.Context(3), 0, structureAt(path)},
		"a SET":       {gen.Context(3, gen.Set(one.Encode())), 0, structureAt(path)},
		"two lists":   {gen.Context(3, gen.Sequence(one.Encode()), gen.Sequence(one.Encode())), 1, []named{{path, cert.FaultTrailingData}}},
		"twice":       {append(gen.Context(3, gen.Sequence(one.Encode())), gen.Context(3, gen.Sequence(one.Encode()))...), 1, structureAt("tbsCertificate")},
		"primitive":   {gen.ContextPrimitive(3, gen.Sequence(one.Encode())), 0, structureAt(path)},
		"indefinite":  {gen.Context(3, gen.IndefiniteTLV(gen.SequenceTag, one.Encode())), 1, []named{{path, cert.FaultIndefiniteLength}}},
		"not an item": {gen.Context(3, gen.Sequence(gen.Null(), one.Encode())), 2, structureAt(path + "[0]")},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		leaf.RawExtensions = c.raw
		got := cert.Parse(leaf.Encode())
		sameFaults(t, name, got.Faults, c.faults...)
		if len(got.Extensions) != c.count || (got.OCSPNoCheck != nil) != (c.count > 0) || got.ExtensionsSpan.Length == 0 {
			t.Errorf("%s: %d extensions", name, len(got.Extensions))
		}
	}
}

// TestDuplicateExtensions keeps all, and decodes the first that decodes.
func TestDuplicateExtensions(t *testing.T) {
	leaf := gen.Leaf("mailbox", "strict")
	leaf.SetExtension(raw(cert.OIDKeyUsage, gen.Integer(1)))
	leaf.AddExtension(gen.KeyUsage(cert.KeyAgreement))
	leaf.AddExtension(gen.KeyUsage(cert.CRLSign))
	c := cert.Parse(leaf.Encode())
	const path = "tbsCertificate.extensions.keyUsage"
	sameFaults(t, "three", c.Faults, named{path, cert.FaultStructure}, named{path, cert.FaultDuplicateExtension}, named{path, cert.FaultDuplicateExtension})
	if len(c.Extensions) != 10 || c.KeyUsage.Usage != cert.KeyAgreement || c.KeyUsage.Index != 8 {
		t.Errorf("%+v", c.KeyUsage)
	}
	if f := c.Unreadable("ext:" + string(cert.OIDKeyUsage)); f != nil {
		t.Errorf("one decodes, and yet %+v", f)
	}
	if e := c.Extension(cert.OIDKeyUsage); e.Index != 2 {
		t.Errorf("first %+v", e)
	}
}
