package cert_test

import (
	"fmt"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestKeyUsage(t *testing.T) {
	usage := func(value []byte) gen.Extension { return raw(cert.OIDKeyUsage, value) }
	decodes(t, func(c *cert.Certificate) string {
		if c.KeyUsage == nil {
			return none
		}
		return fmt.Sprintf("%09b %v", c.KeyUsage.Usage, c.KeyUsage.Unknown)
	}, map[string]decoding{
		"two bits":       {gen.KeyUsage(cert.DigitalSignature | cert.KeyEncipherment), "000000101 []", nil},
		"decipherOnly":   {gen.KeyUsage(cert.KeyAgreement | cert.DecipherOnly), "100010000 []", nil},
		"bit 9":          {usage(gen.NamedBits(0, 9)), "000000001 [9]", nil},
		"no bits":        {usage(gen.BitString(0, nil)), "000000000 []", nil},
		"zero bits":      {usage(gen.BitString(0, []byte{0x80})), "000000001 []", []named{{"", cert.FaultNamedBits}}},
		"unused not 0":   {usage(gen.BitString(7, []byte{0x81})), "000000001 []", []named{{"", cert.FaultBitString}}},
		"8 unused":       {usage(gen.TLV(gen.BitStringTag, []byte{8, 0x80})), "000000000 []", []named{{"", cert.FaultBitString}}},
		"constructed":    {usage(gen.TLV(0x23, gen.BitString(7, []byte{0x80}))), "000000001 []", []named{{"", cert.FaultConstructedString}}},
		"an INTEGER":     {usage(gen.Integer(5)), none, structure("")},
		"bytes behind":   {usage(append(gen.NamedBits(0), 1, 2)), "000000001 []", []named{{"", cert.FaultTrailingData}}},
		"long length":    {usage(gen.LongTLV(gen.BitStringTag, []byte{7, 0x80})), "000000001 []", []named{{"", cert.FaultNonMinimalLength}}},
		"segment in tag": {usage(gen.TLV(0x24, gen.OctetString(nil))), none, []named{{"", cert.FaultStructure}, {"", cert.FaultConstructedString}}},
	})
}

func TestExtKeyUsage(t *testing.T) {
	decodes(t, func(c *cert.Certificate) string {
		if c.ExtKeyUsage == nil {
			return none
		}
		text := ""
		for _, p := range c.ExtKeyUsage.Purposes {
			text += string(p.OID) + ";"
		}
		return text + fmt.Sprint(c.ExtKeyUsage.Has(cert.OIDEmailProtection))
	}, map[string]decoding{
		"two":     {gen.ExtKeyUsage(cert.OIDEmailProtection, cert.OIDClientAuth), "1.3.6.1.5.5.7.3.4;1.3.6.1.5.5.7.3.2;true", nil},
		"none":    {gen.ExtKeyUsage(), "false", []named{{"", cert.FaultEmpty}}},
		"no OID":  {raw(cert.OIDExtKeyUsage, gen.Sequence(gen.Integer(1), gen.OID(cert.OIDEmailProtection))), ";1.3.6.1.5.5.7.3.4;true", structure(".purposes[0]")},
		"cut arc": {raw(cert.OIDExtKeyUsage, gen.Sequence(gen.TLV(gen.OIDTag, []byte{0x2a, 0x86}))), ";false", []named{{".purposes[0]", cert.FaultStructure}, {"", cert.FaultOID}}},
		"a SET":   {raw(cert.OIDExtKeyUsage, gen.Set(gen.OID(cert.OIDEmailProtection))), none, structure("")},
	})
	var missing *cert.ExtKeyUsage
	if missing.Has(cert.OIDEmailProtection) {
		t.Error("an absent extension has a purpose")
	}
}

func TestBasicConstraints(t *testing.T) {
	value := func(parts ...[]byte) gen.Extension { return raw(cert.OIDBasicConstraints, gen.Sequence(parts...)) }
	decodes(t, func(c *cert.Certificate) string {
		if c.BasicConstraints == nil {
			return none
		}
		n, ok := c.BasicConstraints.PathLen.Int()
		return fmt.Sprint(c.BasicConstraints.CA, c.BasicConstraints.PathLen.Present, n, ok)
	}, map[string]decoding{
		"CA":             {value(gen.Bool(true), gen.Integer(3)), "true true 3 true", nil},
		"no CA":          {value(), "false false 0 false", nil},
		"FALSE encoded":  {value(gen.Bool(false)), "false false 0 false", []named{{".cA", cert.FaultExplicitDefault}}},
		"TRUE as 01":     {value(gen.TLV(gen.Boolean, []byte{1})), "true false 0 false", []named{{"", cert.FaultBoolean}}},
		"negative":       {value(gen.Bool(true), gen.Integer(-1)), "true true -1 true", nil},
		"padded INTEGER": {value(gen.Bool(true), gen.TLV(gen.IntegerTag, []byte{0, 3})), "true true 3 true", []named{{"", cert.FaultInteger}}},
		"huge":           {value(gen.TLV(gen.IntegerTag, []byte{1, 2, 3, 4, 5, 6, 7, 8, 9})), "false true 0 false", nil},
		"wrong order":    {value(gen.Integer(3), gen.Bool(true)), none, structure("")},
	})
}
