package gen

import (
	"strconv"

	"sealglass/cert"
)

// Mesh are n certificates of CAs in which every CA has signed every other: the
// most paths that so many certificates can have.
func Mesh(n int) []*Cert {
	var certs []*Cert
	for i := 0; ; i++ {
		for j := range i {
			for _, pair := range [][2]int{{i, j}, {j, i}} {
				if len(certs) == n {
					return certs
				}
				certs = append(certs, meshed(pair[0], pair[1]))
			}
		}
	}
}

// meshed is the certificate of a CA of the mesh by another.
func meshed(subject, issuer int) *Cert {
	key := func(i int) *Key { return P256("mesh " + strconv.Itoa(i)) }
	c := SubCA()
	c.Subject.Set(cert.OIDCommonName, "CA "+strconv.Itoa(subject))
	c.Issuer.Set(cert.OIDCommonName, "CA "+strconv.Itoa(issuer))
	c.SetKey(key(subject))
	c.SetSigner(key(issuer))
	c.RemoveExtension(cert.OIDAuthorityKeyIdentifier)
	c.SetExtension(BasicConstraints(true, NoPathLen))
	return c
}
