package cert_test

import (
	"testing"
	"time"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

// TestTimes reads each text as notBefore.
func TestTimes(t *testing.T) {
	const seconds = "2006-01-02T15:04:05Z"
	for _, c := range []struct {
		tag   byte
		text  string
		want  string // in RFC 3339; empty when it has no reading
		fault bool
	}{
		{gen.UTCTime, "260202000000Z", "2026-02-02T00:00:00Z", false},
		{gen.UTCTime, "490101000000Z", "2049-01-01T00:00:00Z", false},
		{gen.UTCTime, "500101000000Z", "1950-01-01T00:00:00Z", false},
		{gen.UTCTime, "2602020000Z", "2026-02-02T00:00:00Z", true},
		{gen.UTCTime, "260202000000+0130", "2026-02-01T22:30:00Z", true},
		{gen.UTCTime, "260202000000-0130", "2026-02-02T01:30:00Z", true},
		{gen.UTCTime, "260202000000+2400", "", true},
		{gen.UTCTime, "260202000000", "2026-02-02T00:00:00Z", true},
		{gen.UTCTime, "260229000000Z", "", true},
		{gen.UTCTime, "240229000000Z", "2024-02-29T00:00:00Z", false},
		{gen.UTCTime, "261301000000Z", "", true},
		{gen.UTCTime, "260100000000Z", "", true},
		{gen.UTCTime, "260101240000Z", "", true},
		{gen.UTCTime, "260101006000Z", "", true},
		{gen.UTCTime, "260101000060Z", "", true},
		{gen.UTCTime, "260101000000ZZ", "", true},
		{gen.UTCTime, "26010100000.5Z", "", true},
		{gen.UTCTime, "2601010000 0Z", "", true},
		{gen.UTCTime, "26０101000000Z", "", true},
		{gen.UTCTime, "", "", true},
		{gen.GeneralizedTime, "20500101000000Z", "2050-01-01T00:00:00Z", false},
		{gen.GeneralizedTime, "99991231235959Z", "9999-12-31T23:59:59Z", false},
		{gen.GeneralizedTime, "20260202000000Z", "2026-02-02T00:00:00Z", true},
		{gen.GeneralizedTime, "20500101000000.5Z", "2050-01-01T00:00:00Z", true},
		{gen.GeneralizedTime, "20500101000000.Z", "", true},
		{gen.GeneralizedTime, "2050010100Z", "2050-01-01T00:00:00Z", true},
		{gen.GeneralizedTime, "205001010000Z", "2050-01-01T00:00:00Z", true},
		{gen.GeneralizedTime, "20500101000000", "2050-01-01T00:00:00Z", true},
		{gen.GeneralizedTime, "00000101000000Z", "0000-01-01T00:00:00Z", true},
		{gen.GeneralizedTime, "2050-01-01", "", true},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		leaf.NotBefore.Raw = gen.TLV(c.tag, []byte(c.text))
		der := leaf.Encode()
		got := cert.Parse(der)
		at := got.Validity.NotBefore
		text := ""
		if at.OK {
			text = at.Time.Truncate(time.Second).Format(seconds)
		}
		if text != c.want || (at.Fault != "") != c.fault || string(at.In(der)) != string(leaf.NotBefore.Raw) {
			t.Errorf("%q: read %s, fault %q", c.text, text, at.Fault)
		}
		if c.text != "26０101000000Z" && at.Text != c.text {
			t.Errorf("%q: text %q", c.text, at.Text)
		}
		fatal := got.Unreadable("tbsCertificate.validity.notBefore") != nil
		if fatal != (c.want == "") || got.Unreadable("tbsCertificate.validity.notAfter") != nil {
			t.Errorf("%q: %v", c.text, got.Faults)
		}
	}
}

func TestValidityWithoutTimes(t *testing.T) {
	when := gen.At("2026-02-02").Encode()
	const path = "tbsCertificate.validity"
	for name, c := range map[string]struct {
		validity []byte
		faults   []named
	}{
		"one":        {gen.Sequence(when), structureAt(path + ".notAfter")},
		"none":       {gen.Sequence(), []named{{path + ".notBefore", cert.FaultStructure}, {path + ".notAfter", cert.FaultStructure}}},
		"a string":   {gen.Sequence(gen.Text(gen.UTF8, "now"), when), structureAt(path + ".notBefore")},
		"three":      {gen.Sequence(when, when, when), []named{{path, cert.FaultTrailingData}}},
		"no list":    {gen.Integer(1), structureAt(path)},
		"in pieces":  {gen.Sequence(gen.TLV(0x37, gen.Text(gen.UTCTime, "26020200"), gen.Text(gen.UTCTime, "0000Z")), when), []named{{path + ".notBefore", cert.FaultConstructedString}}},
		"tag of [0]": {gen.Sequence(gen.ContextPrimitive(0, []byte("260202000000Z")), when), structureAt(path + ".notBefore")},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		leaf.RawValidity = c.validity
		got := cert.Parse(leaf.Encode())
		sameFaults(t, name, got.Faults, c.faults...)
		if got.Subject.RDNs == nil || got.Issuer.RDNs == nil || got.PublicKey.Size != 2048 {
			t.Errorf("%s: other parts are not read", name)
		}
	}
}
