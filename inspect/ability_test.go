package inspect

import (
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestAbility(t *testing.T) {
	yes := Ability{State: Yes}
	no := func(reason string) Ability { return Ability{No, reason} }
	unknown := func(reason string) Ability { return Ability{Uncertain, reason} }
	rsa, ec := gen.RSA(2048), gen.P256("erika")
	// usage is a leaf with this key and these bits of keyUsage; none: without it.
	usage := func(k *gen.Key, bits cert.Usage) *gen.Cert {
		return edited(func(c *gen.Cert) {
			c.SetKey(k)
			if c.SetExtension(gen.KeyUsage(bits)); bits == 0 {
				c.RemoveExtension(cert.OIDKeyUsage)
			}
		})
	}
	signOnly := no(KeyCannotEncrypt)
	tests := []struct {
		name          string
		cert          *gen.Cert
		sign, encrypt Ability
	}{
		{"RSA, both", usage(rsa, cert.DigitalSignature|cert.KeyEncipherment), yes, yes},
		{"RSA, signing", usage(rsa, cert.DigitalSignature), yes, no(LacksKeyEncipher)},
		{"RSA, non-repudiation", usage(rsa, cert.NonRepudiation), yes, no(LacksKeyEncipher)},
		{"RSA, encryption", usage(rsa, cert.KeyEncipherment), no(LacksSigning), yes},
		{"RSA, data", usage(rsa, cert.DataEncipherment), no(LacksSigning), no(LacksKeyEncipher)},
		{"RSA, key agreement", usage(rsa, cert.KeyAgreement), no(LacksSigning), no(LacksKeyEncipher)},
		{"RSA, no keyUsage", usage(rsa, 0), yes, yes},
		{"EC, both", usage(ec, cert.DigitalSignature|cert.KeyAgreement), yes, yes},
		{"EC, key encipherment", usage(ec, cert.DigitalSignature|cert.KeyEncipherment), yes, no(LacksAgreement)},
		{"EC, encipher only", usage(ec, cert.KeyAgreement|cert.EncipherOnly), no(LacksSigning), yes},
		{"EC, decipher only", usage(ec, cert.KeyAgreement|cert.DecipherOnly), no(LacksSigning), no(DecipherOnly)},
		{"EC, both limits", usage(ec, cert.KeyAgreement|cert.EncipherOnly|cert.DecipherOnly), no(LacksSigning), yes},
		{"EC, no keyUsage", usage(ec, 0), yes, yes},
		{"brainpool", usage(gen.BrainpoolP256(), 0), yes, yes},
		{"explicit curve", usage(gen.P256Explicit("erika"), 0), yes, yes},
		{"Ed25519", usage(gen.Ed25519("erika"), cert.DigitalSignature), yes, signOnly},
		{"Ed448", usage(gen.Ed448(), 0), yes, signOnly},
		{"ML-DSA", usage(gen.Opaque(cert.OIDMLDSA65), cert.DigitalSignature), yes, signOnly},
		{"SLH-DSA", usage(gen.Opaque(cert.OIDSLHDSASHA2128s), 0), yes, signOnly},
		{"X25519", usage(gen.Opaque(cert.OIDX25519), cert.KeyAgreement), no(KeyCannotSign), yes},
		{"X448, signing", usage(gen.Opaque(cert.OIDX448), cert.DigitalSignature), no(KeyCannotSign), no(LacksAgreement)},
		{"ML-KEM", usage(gen.Opaque(cert.OIDMLKEM768), cert.KeyEncipherment), no(KeyCannotSign), yes},
		{"ML-KEM, signing", usage(gen.Opaque(cert.OIDMLKEM768), cert.DigitalSignature), no(KeyCannotSign), no(LacksKeyEncipher)},
		{"an unknown key", edited(func(c *gen.Cert) {
			c.SPKI = gen.SubjectPublicKeyInfo(gen.AlgorithmID("1.2.3.4"), []byte{1})
		}), unknown(KeyUnknown), unknown(KeyUnknown)},
		{"a point off the curve", usage(offCurve(), 0), no(KeyUnusable), no(KeyUnusable)},
		{"no key", edited(func(c *gen.Cert) { c.SPKI = gen.Null() }), unknown(PartUnreadable), unknown(PartUnreadable)},

		{"any purpose", forPurposes(cert.OIDAnyExtendedKeyUsage), yes, yes},
		{"no purposes", edited(func(c *gen.Cert) { c.RemoveExtension(cert.OIDExtKeyUsage) }), yes, yes},
		{"other purposes", forPurposes(cert.OIDClientAuth), no(NoEmailPurpose), no(NoEmailPurpose)},
		{"purposes that cannot be read", withExtension(brokenValue(cert.OIDExtKeyUsage)), unknown(PartUnreadable), unknown(PartUnreadable)},
		{"key usage that cannot be read", withExtension(gen.Extension{OID: cert.OIDKeyUsage, Value: gen.Null()}), unknown(PartUnreadable), unknown(PartUnreadable)},
		{"a CA", gen.SubCA(), no(ForIssuer), no(ForIssuer)},
		{"a CA without keyUsage", edited(func(c *gen.Cert) {
			c.SetExtension(gen.BasicConstraints(true, gen.NoPathLen))
			c.RemoveExtension(cert.OIDKeyUsage)
		}), no(ForIssuer), no(ForIssuer)},
		{"a CA by mistake", withExtension(gen.BasicConstraints(true, gen.NoPathLen)), yes, yes},
	}
	seen := map[string]bool{}
	for _, test := range tests {
		s := &look(t, test.cert.Encode(), Options{Now: now}).Summary
		if s.CanSign != test.sign || s.CanEncrypt != test.encrypt {
			t.Errorf("%s: signs %v, encrypts %v; want %v, %v", test.name, s.CanSign, s.CanEncrypt, test.sign, test.encrypt)
		}
		seen[s.CanSign.Reason], seen[s.CanEncrypt.Reason] = true, true
	}
	for _, reason := range constants(t, "ability.go", "") {
		if !seen[reason] && reason != Yes && reason != No && reason != Uncertain {
			t.Errorf("no case gives the reason %s", reason)
		}
	}
}
