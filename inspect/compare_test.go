package inspect

import (
	"slices"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// longSerial has more than 64 bits.
var longSerial = []byte{2, 10, 0x51, 7, 0x9d, 0x33, 0x41, 0xc8, 0x62, 0xe9, 0x1a, 0x55}

// base is the older certificate of each comparison.
func base() *gen.Cert {
	c := gen.Leaf("mailbox", "strict")
	c.NotBefore, c.NotAfter = gen.At("2025-11-01"), gen.At("2026-11-01")
	return c
}

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		name           string
		edit           func(*gen.Cert)
		key, addresses bool
		differ         []TopicKind
		gone, added    int
	}{
		{"renewed", func(c *gen.Cert) {
			c.NotBefore, c.NotAfter, c.Serial = gen.At("2026-10-20"), gen.At("2027-11-01"), longSerial
		}, true, true, []TopicKind{TopicFrom, TopicUntil, TopicSerial}, 0, 0},
		{"another key", func(c *gen.Cert) { c.SetKey(gen.P256("max")) }, false, true, []TopicKind{TopicKey}, 0, 2},
		{"another address", func(c *gen.Cert) {
			c.SetExtension(gen.SubjectAltName(gen.RFC822Name("max@example.com")))
		}, true, false, []TopicKind{TopicAddresses}, 0, 1},
		{"letters of the address", func(c *gen.Cert) {
			c.SetExtension(gen.SubjectAltName(gen.RFC822Name("Erika.Mustermann@example.com")))
		}, true, true, nil, 0, 1},
		{"new fault", func(c *gen.Cert) { c.RemoveExtension(cert.OIDKeyUsage) }, true, true, []TopicKind{TopicUsage}, 0, 1},
		{"other purposes", func(c *gen.Cert) {
			c.SetExtension(gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDClientAuth))
		}, true, true, []TopicKind{TopicPurposes}, 0, 1},
	} {
		other := base()
		test.edit(other)
		a, b := compared(t, base(), other)
		c := Compare(a, b)
		if c.Same || c.SameKey != test.key || c.SameAddresses != test.addresses || !c.Dated {
			t.Errorf("%s: same %v, key %v, addresses %v, dated %v", test.name, c.Same, c.SameKey, c.SameAddresses, c.Dated)
		}
		var differ []TopicKind
		for i := range c.Topics {
			if !c.Topics[i].Equal {
				differ = append(differ, c.Topics[i].Kind)
			}
		}
		if !subset(test.differ, differ) {
			t.Errorf("%s: %v differ, want %v", test.name, differ, test.differ)
		}
		if len(c.GoneFindings) != test.gone || len(c.NewFindings) != test.added {
			t.Errorf("%s: %d findings gone, %d new", test.name, len(c.GoneFindings), len(c.NewFindings))
		}
		// The other way round what is gone is new, unless the dates say which is older.
		back := Compare(b, a)
		if back.SameKey != c.SameKey || back.SameAddresses != c.SameAddresses || len(back.Topics) != len(c.Topics) {
			t.Errorf("%s: the other way round it is another comparison", test.name)
		}
	}
}

// The one that is valid from the earlier time is the older one, whichever is first.
func TestCompareOrder(t *testing.T) {
	newer := base()
	newer.NotBefore = gen.At("2026-01-01")
	a, b := compared(t, base(), newer)
	if c := Compare(a, b); c.Old != a || c.New != b {
		t.Error("the older one first: they change places")
	}
	if c := Compare(b, a); c.Old != a || c.New != b {
		t.Error("the newer one first: they stay")
	}
	if c := Compare(a, a); !c.Same || slices.ContainsFunc(c.Topics, func(t Topic) bool { return !t.Equal }) {
		t.Error("a certificate differs from itself")
	}
}

// Nothing is claimed of what could not be read.
func TestCompareUnreadable(t *testing.T) {
	a := &CertificateReport{DER: []byte{0x30, 0x00}}
	b := &CertificateReport{DER: []byte{0x30, 0x01, 0x05}}
	if c := Compare(a, b); c.SameKey || c.SameAddresses || c.Dated || c.Same {
		t.Errorf("%+v", c)
	}
}

func compared(t *testing.T, a, b *gen.Cert) (*CertificateReport, *CertificateReport) {
	t.Helper()
	r := Inspect([]Input{{Name: "a", Data: a.Encode()}, {Name: "b", Data: b.Encode()}}, Options{Now: now})
	return &r.Inputs[0].Certificates[0], &r.Inputs[1].Certificates[0]
}

func subset(want, got []TopicKind) bool {
	for _, kind := range want {
		if !slices.Contains(got, kind) {
			return false
		}
	}
	return want != nil || len(got) == 0
}
