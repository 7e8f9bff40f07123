package cert_test

import (
	"fmt"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// with is a certificate with this extension in the place of the one with its OID.
func with(e gen.Extension) []byte {
	c := gen.Leaf("mailbox", "strict")
	c.SetExtension(e)
	return c.Encode()
}

// decoding is an extension and what is read of it: parts are put together by a
// function for the kind of extension, and faults are their paths below the
// extension's with their codes.
type decoding struct {
	extension gen.Extension
	parts     string
	faults    []named
}

// decodes reads each case and compares. The bytes of other extensions must be
// read all the same, and a part that is empty must have a fault.
func decodes(t *testing.T, parts func(c *cert.Certificate) string, cases map[string]decoding) {
	t.Helper()
	for name, d := range cases {
		der := with(d.extension)
		c := cert.Parse(der)
		e := c.Extension(d.extension.OID)
		if e == nil {
			t.Errorf("%s: the extension is not listed", name)
			continue
		}
		want := make([]named, len(d.faults))
		for i, f := range d.faults {
			want[i] = named{e.Path() + f.path, f.code}
		}
		sameFaults(t, name, c.Faults, want...)
		faultsLieWithin(t, der, c.Faults)
		if got := parts(c); got != d.parts {
			t.Errorf("%s: read %s, want %s", name, got, d.parts)
		}
		if !e.Known || (d.parts == "") != (e.Fault != nil) {
			t.Errorf("%s: known %v, fault %v", name, e.Known, e.Fault)
		}
		if (c.Unreadable("ext:"+string(e.OID)) == nil) != readable(c, e) {
			t.Errorf("%s: unreadable %v", name, c.Unreadable("ext:"+string(e.OID)))
		}
		if len(c.Extensions) < 8 || c.Policies == nil || c.Subject.RDNs == nil {
			t.Errorf("%s: other parts are not read", name)
		}
	}
}

// readable says whether no fault within the extension is fatal.
func readable(c *cert.Certificate, e *cert.Extension) bool {
	for _, f := range c.Faults {
		if f.Fatal && f.Offset >= e.Offset && f.End() <= e.End() {
			return false
		}
	}
	return true
}

// raw is an extension with this value.
func raw(oid cert.OID, value []byte) gen.Extension { return gen.Extension{OID: oid, Value: value} }

// none are the parts of an extension that was not decoded.
const none = ""

func structure(path string) []named { return []named{{path, cert.FaultStructure}} }

// TestEveryDecoder gives each extension that is known a value of a wrong type,
// one that is cut, one that is empty and one with bytes behind it.
func TestEveryDecoder(t *testing.T) {
	known := 0
	for oid := range extensionOIDs(t) {
		for name, value := range map[string][]byte{
			"another type": gen.TLV(0x5f, []byte{0x21}), "cut": {0x30, 0x10, 0x02}, "empty": {},
		} {
			c := gen.Leaf("mailbox", "strict")
			c.SetExtension(raw(oid, value))
			got := cert.Parse(c.Encode())
			e := got.Extension(oid)
			if e == nil {
				t.Fatalf("%s, %s: the extension is not listed", oid, name)
			}
			if !e.Known {
				continue
			}
			known++
			if e.Fault == nil || got.Unreadable("ext:"+string(oid)) == nil || got.Unreadable(e.Path()) == nil {
				t.Errorf("%s, %s: no fault", oid, name)
			}
			if f := got.Unreadable("tbsCertificate.subject"); f != nil {
				t.Errorf("%s, %s: the subject is unreadable: %v", oid, name, f)
			}
		}
	}
	if known < 3*35 {
		t.Errorf("only %d values for extensions that are known", known)
	}
}

// extensionOIDs are the OIDs that the reader has a name for.
func extensionOIDs(t *testing.T) map[cert.OID]bool {
	t.Helper()
	found := map[cert.OID]bool{}
	for _, prefix := range []string{"2.5.29.", "1.3.6.1.5.5.7.1.", "1.3.6.1.4.1.311.20.", "1.3.6.1.4.1.311.21.", "1.3.6.1.4.1.311.25.", "2.16.840.1.113730.1.", "1.2.840.113583.1.1.9.", "1.3.6.1.4.1.52266.", "1.3.6.1.4.1.11129.2.4."} {
		for i := range 70 {
			if oid := cert.OID(prefix + fmt.Sprint(i)); oid.Name() != "" {
				found[oid] = true
			}
		}
	}
	for _, oid := range []cert.OID{cert.OIDSMIMECapabilities, cert.OIDOCSPNoCheck, cert.OIDCABFOrganizationIdentifier} {
		found[oid] = true
	}
	return found
}

// TestUnknownExtension keeps the value of an extension without a decoder as a tree.
func TestUnknownExtension(t *testing.T) {
	value := gen.Sequence(gen.Integer(7), gen.Text(gen.UTF8, "x"))
	c := cert.Parse(with(raw("1.2.3.4", value)))
	sameFaults(t, "unknown", c.Faults)
	e := c.Extension("1.2.3.4")
	if e.Known || e.Fault != nil || string(e.Value.In(c.Raw)) != string(value) || e.Path() != "tbsCertificate.extensions[8]" {
		t.Errorf("%+v, path %s", e, e.Path())
	}
	inside := 0
	for _, n := range c.Tree.Nodes {
		if n.Offset >= e.Value.Offset && n.End() <= e.Value.End() && n.Encapsulated {
			inside++
		}
	}
	if inside != 3 {
		t.Errorf("%d nodes of the value are in the tree", inside)
	}
	c = cert.Parse(with(raw("1.2.3.4", []byte{0x30, 0x05})))
	sameFaults(t, "no encoding", c.Faults)
	if e := c.Extension("1.2.3.4"); e.Fault != nil {
		t.Errorf("%+v", e.Fault)
	}
}
