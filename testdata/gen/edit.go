package gen

import (
	"slices"

	"sealglass/cert"
)

// Add appends an RDN of one attribute.
func (n *Name) Add(oid cert.OID, tag byte, value string) {
	n.RDNs = append(n.RDNs, RDN{{Type: oid, Tag: tag, Value: value}})
}

// AddRDN appends an RDN, of several attributes for instance.
func (n *Name) AddRDN(attributes ...Attribute) { n.RDNs = append(n.RDNs, attributes) }

// Set gives the first attribute of this type another value; where there is none
// one is added, of the usual string type.
func (n *Name) Set(oid cert.OID, value string) {
	if a := n.Attribute(oid); a != nil {
		a.Value = value
		return
	}
	n.Add(oid, usualTag(oid), value)
}

// Remove takes away the RDNs with an attribute of this type.
func (n *Name) Remove(oid cert.OID) {
	n.RDNs = slices.DeleteFunc(n.RDNs, func(r RDN) bool {
		return slices.ContainsFunc(r, func(a Attribute) bool { return a.Type == oid })
	})
}

// Attribute is the first attribute of this type, to be changed; nil when there is
// none.
func (n *Name) Attribute(oid cert.OID) *Attribute {
	for _, rdn := range n.RDNs {
		for i := range rdn {
			if rdn[i].Type == oid {
				return &rdn[i]
			}
		}
	}
	return nil
}

// Extension is the first extension with this OID, to be changed; nil when there
// is none.
func (c *Cert) Extension(oid cert.OID) *Extension { return findExtension(c.Extensions, oid) }

func findExtension(list []Extension, oid cert.OID) *Extension {
	for i := range list {
		if list[i].OID == oid {
			return &list[i]
		}
	}
	return nil
}

// SetExtension puts an extension in the place of the first one with its OID, or
// at the end where there is none.
func (c *Cert) SetExtension(e Extension) {
	if old := c.Extension(e.OID); old != nil {
		*old = e
		return
	}
	c.AddExtension(e)
}

// AddExtension appends an extension, also a second one with the same OID.
func (c *Cert) AddExtension(e Extension) { c.Extensions = append(c.Extensions, e) }

// RemoveExtension takes away every extension with this OID.
func (c *Cert) RemoveExtension(oid cert.OID) {
	c.Extensions = slices.DeleteFunc(c.Extensions, func(e Extension) bool { return e.OID == oid })
}

// SetCritical marks the extension with this OID critical, or not.
func (c *Cert) SetCritical(oid cert.OID, critical bool) { c.Extension(oid).Critical = critical }

// SetKey gives the certificate another key, and the identifier of that key where
// it has one.
func (c *Cert) SetKey(k *Key) {
	c.SPKI = k.SPKI
	if e := c.Extension(cert.OIDSubjectKeyIdentifier); e != nil {
		*e = SubjectKeyID(k.ID())
	}
}

// SetSigner has the certificate signed by another key with the algorithm that
// goes with it, and names that key where the certificate names its issuer's.
func (c *Cert) SetSigner(k *Key) {
	c.Signer = k
	c.SetAlgorithm(k.Algorithm)
	if e := c.Extension(cert.OIDAuthorityKeyIdentifier); e != nil {
		*e = AuthorityKeyID(k.ID())
	}
}

// SetAlgorithm has both fields name this signature algorithm.
func (c *Cert) SetAlgorithm(algorithm []byte) { c.Algorithm, c.TBSAlgorithm = algorithm, algorithm }

// IssuedBy takes the issuer's name and key from a CA's certificate.
func (c *Cert) IssuedBy(ca *Cert, key *Key) {
	c.Issuer = ca.Subject.clone()
	c.SetSigner(key)
}

// Dated moves the beginning of the validity and leaves its length as it is. An end
// that is raw stays.
func (c *Cert) Dated(notBefore Time) {
	if c.NotAfter.Raw == nil {
		c.NotAfter.Time = notBefore.Add(c.NotAfter.Sub(c.NotBefore.Time))
	}
	c.NotBefore = notBefore
}
