package inspect

import (
	"strconv"

	"sealglass/cert"
)

// algorithm adds an AlgorithmIdentifier (RFC 5280 4.1.1.2) with its parameters.
func (b *builder) algorithm(path, label string, a *cert.AlgorithmIdentifier) {
	if a.OID == "" {
		return
	}
	b.add(path, label, named(a.OID), a.Span)
	switch {
	case a.PSS != nil:
		b.words(path+".parameters", label+", parameters", pssText(a.PSS), a.Params)
	case a.Params.Length > 0:
		b.add(path+".parameters", label+", parameters", dump(a.Params.In(b.c.Raw)), a.Params)
	}
}

// pssText writes RSASSA-PSS-params (RFC 4055 3.1), defaults included.
func pssText(p *cert.PSSParams) string {
	return "hash " + nameOr(p.Hash) + ", mask " + nameOr(p.MGF) + " with " + nameOr(p.MGFHash) +
		", salt " + strconv.Itoa(p.SaltLength) + " bytes, trailer " + strconv.Itoa(p.TrailerField)
}
