package cert_test

import (
	"fmt"
	"testing"

	"sealglass/cert"
	"sealglass/testdata/gen"
)

func TestPSS(t *testing.T) {
	sha1, sha256 := gen.AlgorithmID(cert.OIDSHA1, gen.Null()), gen.AlgorithmID(cert.OIDSHA256, gen.Null())
	mgf := func(hash ...[]byte) []byte { return gen.Context(1, gen.AlgorithmID(cert.OIDMGF1, hash...)) }
	bad := []named{{"signatureAlgorithm", cert.FaultStructure}}
	byDefault := []named{{"signatureAlgorithm", cert.FaultExplicitDefault}}
	const defaults = "sha1 id-mgf1 sha1 20 1"
	for name, c := range map[string]struct {
		params []byte
		text   string // empty when the parameters do not decode
		faults []named
	}{
		"as usual":         {gen.Sequence(gen.Context(0, sha256), mgf(sha256), gen.Context(2, gen.Integer(32))), "sha256 id-mgf1 sha256 32 1", nil},
		"defaults":         {gen.Sequence(), defaults, nil},
		"default hash":     {gen.Sequence(gen.Context(0, sha1)), defaults, byDefault},
		"hash, no NULL":    {gen.Sequence(gen.Context(0, gen.AlgorithmID(cert.OIDSHA1))), defaults, nil},
		"default mask":     {gen.Sequence(mgf(sha1)), defaults, byDefault},
		"default salt":     {gen.Sequence(gen.Context(2, gen.Integer(20))), defaults, byDefault},
		"default trailer":  {gen.Sequence(gen.Context(3, gen.Integer(1))), defaults, byDefault},
		"trailer":          {gen.Sequence(gen.Context(3, gen.Integer(2))), "sha1 id-mgf1 sha1 20 2", nil},
		"more":             {gen.Sequence(gen.Null()), defaults, []named{{"signatureAlgorithm", cert.FaultTrailingData}}},
		"an INTEGER":       {gen.Integer(1), "", bad},
		"no hash":          {gen.Sequence(gen.Context(0)), "", bad},
		"hash is no OID":   {gen.Sequence(gen.Context(0, gen.Sequence(gen.Integer(1)))), "", bad},
		"mask's hash":      {gen.Sequence(mgf(gen.Null())), "", bad},
		"salt below 0":     {gen.Sequence(gen.Context(2, gen.Integer(-1))), "", bad},
		"salt is no value": {gen.Sequence(gen.Context(2, gen.Null())), "", bad},
		"huge salt":        {gen.Sequence(gen.Context(2, gen.Integer(1<<40))), "", bad},
	} {
		leaf := gen.Leaf("mailbox", "strict")
		leaf.Algorithm = gen.AlgorithmID(cert.OIDRSASSAPSS, c.params)
		der := leaf.Encode()
		got := cert.Parse(der)
		sameFaults(t, name, got.Faults, c.faults...)
		a := &got.SignatureAlgorithm
		text := ""
		if p := a.PSS; p != nil {
			text = fmt.Sprint(p.Hash.Name(), " ", p.MGF.Name(), " ", p.MGFHash.Name(), " ", p.SaltLength, " ", p.TrailerField)
		}
		if text != c.text || a.OID != cert.OIDRSASSAPSS || string(a.Params.In(der)) != string(c.params) {
			t.Errorf("%s: read %s, want %s", name, text, c.text)
		}
	}
}
